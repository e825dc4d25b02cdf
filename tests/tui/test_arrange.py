"""Stories put right on the screen: split, join, move, rename; said, saved and undone."""

from pathlib import Path
from threading import Event
from typing import Any

import pytest
from hand import Hand, make_corpus, reading
from test_actions import covers
from test_blind import make_blind
from test_mouse import press_word

from annotator.model import Story
from annotator.project import open_project
from annotator.store.corpus import open_corpus
from annotator.store.writer import Writer
from annotator.tui.screens.arrange import ArrangeScreen
from annotator.tui.screens.picker import PickerScreen
from annotator.tui.screens.reader import ReaderScreen
from annotator.tui.screens.stories import StoriesScreen


async def settled(hand: Hand) -> None:
    """Wait until what was done is on the disk and on the screen."""
    while "saving …" in hand.seen():
        await hand.pilot.pause(0.02)
    await hand.pilot.pause(0.05)


def stories(path: Path) -> dict[str, list[str]]:
    """The titles of the stories that stand, and those of their articles."""
    with open_project(path, write=False) as project:
        found = [(held.story.title, held.articles) for held in project.stories()]
    return {title: [article.title for article in articles] for title, articles in found}


@covers("arrange", "choose", "split_off")
async def test_articles_are_split_off_and_put_back_with_u(tmp_path: Path) -> None:
    path = make_corpus(tmp_path)
    async with reading(path, story=None) as hand:
        await hand.press("G", "ampersand")
        assert isinstance(hand.screen, ArrangeScreen)
        await hand.press("down", "space", "down", "space", "s")
        await hand.press(*"Again", "enter")
        await settled(hand)
        assert "2 articles split off as “Again”; u undoes" in hand.seen()
        assert "Ships 1" not in hand.seen()
        assert stories(path)["Again"] == ["Ships 0", "Ships 1"]
        await hand.press("u")
        await settled(hand)
        assert "undone: 2 articles split off as “Again”" in hand.seen()
        assert "Ships 1" in hand.seen()
        await hand.press("s", "escape", "q")
        assert len(stories(path)) == 2
        await hand.press("U")
        await hand.pilot.pause(0.2)
        assert "redone: 2 articles" in hand.seen()
        assert "Again" in hand.seen()


@covers("move_over", "take_in")
async def test_articles_are_moved_and_stories_joined(tmp_path: Path) -> None:
    path = make_corpus(tmp_path)
    async with reading(path, story=None) as hand:
        await hand.press("ampersand", "down", "m")
        assert isinstance(hand.screen, PickerScreen)
        await hand.press(*"zzz", "enter")
        assert "no story with these words" in hand.seen()
        await hand.press("backspace", "backspace", "backspace", *"wait", "enter")
        await settled(hand)
        assert "moved into “Ships wait outside”; u undoes" in hand.seen()
        assert len(stories(path)["Ships wait outside"]) == 4
        await hand.press("i", "enter")
        await settled(hand)
        assert "“Ships wait outside” taken in; u undoes" in hand.seen()
        assert list(stories(path)) == ["Harbour closed after brutal crackdown"]
        await hand.press("i")
        assert "there is no other story" in hand.seen()
        await hand.press("u")
        await settled(hand)
        assert "undone: 4 articles put into another story" in hand.seen()
        await hand.press("m", "enter")
        await settled(hand)
        assert isinstance(hand.screen, StoriesScreen)
        assert "moved into “Ships wait outside”" in hand.seen()
        assert "0 of 1 done" in hand.seen()


@covers("rename")
async def test_a_story_is_renamed_by_mouse_and_refused_without_a_title(tmp_path: Path) -> None:
    path = make_corpus(tmp_path)
    async with reading(path, story=None) as hand:
        await press_word(hand, hand.screen._keys, "arrange")  # type: ignore[attr-defined]
        screen = hand.screen
        assert isinstance(screen, ArrangeScreen)
        await press_word(hand, screen._keys, "rename")
        await hand.press("end", "2", "enter")
        await settled(hand)
        assert "renamed to “Harbour closed after br…”; u undoes" in hand.seen()
        await hand.press("e", "enter")
        assert "is called" in hand.seen()
        await hand.press("s", "escape", "space", "down", "space", "s")
        assert "leave one article at least" in hand.seen()
        await press_word(hand, screen._list, "Port")
        assert "1 chosen" in hand.seen()
        await hand.press("enter")
        assert hand.here.article.outlet == "Port Herald"
        assert hand.session.spread.story.title.endswith("2")


async def test_why_articles_are_together_is_shown(tmp_path: Path) -> None:
    path = make_corpus(tmp_path)
    with open_corpus(path, write=True) as corpus:
        told = corpus.story("story-2").articles
        proposed = Story("a-story", "Two", told[:2], 0.71, ("both: Bank of Ur, 8.1 %",))
        corpus.writer().submit(lambda t: t.add_story(proposed)).result()
    async with reading(path, story=None) as hand:
        await hand.press("G", "ampersand")
        assert "confidence 0.71" in hand.seen()
        assert "both: Bank of Ur, 8.1 %" in hand.seen()


async def test_from_the_reader_and_back_to_what_is_left(tmp_path: Path) -> None:
    path = make_corpus(tmp_path)
    async with reading(path, story="story-2") as hand:
        await hand.press("tab", "tab", "ampersand", "G", "m", "enter")
        await settled(hand)
        await hand.press("q")
        assert isinstance(hand.screen, ReaderScreen)
        assert len(hand.session.spread.documents) == 2
        await hand.press("ampersand", "i", "enter")
        await settled(hand)
        await hand.press("enter")
        assert isinstance(hand.screen, ReaderScreen)
        assert len(hand.session.spread.documents) == 5


async def test_a_story_that_loses_all_its_articles_leads_to_the_list(tmp_path: Path) -> None:
    async with reading(make_corpus(tmp_path)) as hand:
        await hand.press("ampersand", "space", "down", "space", "m", "enter")
        await settled(hand)
        assert isinstance(hand.screen, StoriesScreen)
        assert "2 articles moved into “Ships wait outside”; u undoes" in hand.seen()
        await hand.press("u")
        await hand.pilot.pause(0.2)
        assert "undone: 2 articles put into another story" in hand.seen()
        assert "Harbour closed" in hand.seen()


async def test_undo_in_a_story_that_is_no_more_leads_to_the_list(tmp_path: Path) -> None:
    path = make_corpus(tmp_path)
    async with reading(path, story=None) as hand:
        await hand.press("G", "ampersand", "s", *"Alone", "enter")
        await settled(hand)
        await hand.press("q", "G", "enter")
        assert isinstance(hand.screen, ReaderScreen)
        assert hand.session.spread.story.title == "Alone"
        await hand.press("u")
        await hand.pilot.pause(0.3)
        assert isinstance(hand.screen, StoriesScreen)
        assert "undone: 1 article split off" in hand.seen()


async def test_masked_outlets_stay_masked(tmp_path: Path) -> None:
    path = make_corpus(tmp_path)
    make_blind(path, mask=True)
    async with reading(path, story=None) as hand:
        await hand.press("ampersand")
        assert "Outlet B" in hand.seen()
        assert "Port Herald" not in hand.seen()
        await hand.press("m")
        assert "Outlet A, Outlet B" in hand.seen()


async def test_what_is_not_on_the_disk_yet_is_not_called_saved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("annotator.outbox.PATIENCE", 0.01)
    slow, save = Event(), Writer._save

    def held(writer: Writer, job: Any) -> Any:
        assert slow.wait(10)
        return save(writer, job)

    async with reading(make_corpus(tmp_path)) as hand:
        monkeypatch.setattr(Writer, "_save", held)
        await hand.press("ampersand", "e", *"New", "enter", "escape")
        assert isinstance(hand.screen, ReaderScreen)
        top = hand.seen().splitlines()[0]
        slow.set()
        assert top.endswith("saving")
        await hand.saved()
        assert hand.seen().splitlines()[0].endswith("saved")
