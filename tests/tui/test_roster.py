"""A long list of stories: its beginning at once, the rest behind, and nothing forgotten."""

from pathlib import Path

import pytest
from hand import Hand, make_corpus, reading

from annotator.tui import roster
from annotator.tui.screens.stories import StoriesScreen


@pytest.fixture(autouse=True)
def every_list_is_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(roster, "LONG", 0)
    monkeypatch.setattr(roster, "BEGINNING", 1)


async def whole(hand: Hand) -> None:
    """Wait until all of the list is read."""
    while not hand.app.stories.whole:
        await hand.pilot.pause(0.02)
    await hand.pilot.pause()


async def test_the_beginning_is_there_at_once_and_the_rest_follows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(roster.Roster, "read_behind", lambda _: None)
    async with reading(make_corpus(tmp_path), story=None) as hand:
        assert isinstance(hand.screen, StoriesScreen)
        assert "reading …" in hand.seen()
        assert "Ships" not in hand.seen()
        monkeypatch.undo()
        hand.app.stories.read_behind()
        await whole(hand)
        assert "0 of 2 done" in hand.seen()
        assert "Ships" in hand.seen()


async def test_the_cursor_stays_while_the_rest_comes(tmp_path: Path) -> None:
    async with reading(make_corpus(tmp_path), story=None) as hand:
        await whole(hand)
        await hand.press("down")
        hand.app.stories.read_behind()
        hand.app.stories.whole = False
        await whole(hand)
        await hand.press("enter")
        assert hand.session.spread.story.id == "story-2"


async def test_the_next_story_is_found_before_the_list_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(roster.Roster, "read_behind", lambda _: None)
    async with reading(make_corpus(tmp_path)) as hand:
        hand.app.stories.refresh()
        assert not hand.app.stories.whole
        await hand.press("right_square_bracket")
        assert hand.session.spread.story.id == "story-2"


async def test_a_story_done_since_the_list_was_read_is_passed_over(tmp_path: Path) -> None:
    async with reading(make_corpus(tmp_path)) as hand:
        hand.app.stories.read_behind()
        await whole(hand)
        hand.session.desk.done("story-2")
        await hand.press("T")
        assert hand.session.spread.story.id == "story-1"
        assert "every story is done" in hand.seen()
