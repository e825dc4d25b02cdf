"""The fact table on the screen: what is seen, found, and where it leads."""

from pathlib import Path

from hand import Hand, make_article, make_corpus, reading, save_story
from hypothesis import given
from hypothesis import strategies as st
from rich.style import Style
from test_actions import covers
from test_blind import make_blind
from test_mouse import press_word

from annotator.facttable import Telling
from annotator.model import BlockKind, Counterpart, Voice
from annotator.store.corpus import open_corpus
from annotator.text.cells import width
from annotator.tui.screens.facts import FactsScreen
from annotator.tui.screens.reader import ReaderScreen
from annotator.tui.screens.stories import StoriesScreen
from annotator.tui.telling import short
from annotator.tui.widgets.grid import _fitted


async def table(hand: Hand) -> FactsScreen:
    """The fact table on top, once it is made."""
    screen = hand.screen
    assert isinstance(screen, FactsScreen)
    while screen._table is None:
        await hand.pilot.pause(0.02)
    await hand.pilot.pause()
    return screen


@covers("facts", "column_right", "column_left")
async def test_a_fact_says_where_in_whose_voice_and_with_which_words(tmp_path: Path) -> None:
    async with reading(make_corpus(tmp_path)) as hand:
        hand.go_to("Dockers")
        await hand.press("V")
        await table(hand)
        seen = hand.seen()
        assert "The Quay" in seen
        assert "Port Herald" in seen
        assert "sentence 3 of 6 · outlet, reporting the union · hedge: may" in seen
        assert "Port Herald  sentence 3 of 5" in seen
        assert "told by one side" in seen
        await hand.press("right", "down")
        assert "Port Herald  no counterpart found" in hand.seen()
        await hand.press("left", "h", "g", "j")
        assert "outlet's own words · loaded: brutal" in hand.seen()


@covers("sides")
async def test_facts_of_one_side_stand_out_and_can_be_seen_alone(tmp_path: Path) -> None:
    async with reading(make_corpus(tmp_path)) as hand:
        await hand.press("V")
        screen = await table(hand)
        rows = hand.seen().splitlines()
        assert next(row for row in rows if "Nobody was hurt" in row).startswith(" !")
        assert next(row for row in rows if "Dockers" in row).startswith(" =2")
        await hand.press("s")
        assert "A walkout" not in hand.seen()
        await hand.press("s")
        assert "Nobody" not in hand.seen()
        assert "2 of 9 facts" in hand.seen()
        await hand.press("slash", *"walk", "enter")
        assert "1 of 9 facts" in hand.seen()
        assert "Two ships" not in hand.seen()
        await hand.press("escape")
        assert "9 facts" in hand.seen()
        assert "Nobody" in hand.seen()
        await hand.press("slash", *"zzz", "enter")
        assert "no such fact" in hand.seen()
        await hand.press("enter", "down", "right", "escape", "escape")
        assert hand.screen is not screen


async def test_enter_leads_to_the_sentence_from_reader_and_list(tmp_path: Path) -> None:
    async with reading(make_corpus(tmp_path)) as hand:
        hand.go_to("Dockers")
        await hand.press("V")
        await table(hand)
        await hand.press("right", "enter")
        assert isinstance(hand.screen, ReaderScreen)
        assert (hand.word, hand.here.article.outlet) == ("A", "Port Herald")
        await hand.press("q", "g", "V")
        await table(hand)
        await hand.press("G", "up", "enter")
        assert hand.word == "Nobody"
        await hand.press("V", "q")
        assert isinstance(hand.screen, ReaderScreen)


async def test_a_click_on_a_cell_goes_to_it_and_a_second_click_to_the_sentence(
    tmp_path: Path,
) -> None:
    async with reading(make_corpus(tmp_path)) as hand:
        await hand.press("V")
        screen = await table(hand)
        grid = screen._grid
        await press_word(hand, grid, "Traffic")
        assert "Port Herald  sentence 4 of 5" in hand.seen()
        await press_word(hand, grid, "Traffic")
        assert hand.word == "Traffic"


async def test_masked_outlets_are_letters_and_blind_tables_have_no_words(tmp_path: Path) -> None:
    path = make_corpus(tmp_path)
    make_blind(path, mask=True)
    async with reading(path, story=None) as hand:
        assert isinstance(hand.screen, StoriesScreen)
        await hand.press("V")
        await table(hand)
        seen = hand.seen()
        assert "Outlet A" in seen
        assert "The Quay" not in seen
        assert "Port Herald" not in seen
        assert "loaded: brutal" not in seen


async def test_many_facts_and_outlets_scroll_both_ways(tmp_path: Path) -> None:
    path = make_corpus(tmp_path)
    told = [
        make_article(
            [(BlockKind.BODY, " ".join(f"Outlet {n} counts {i} ships today." for i in range(500)))],
            f"Paper {n}",
        )
        for n in range(4)
    ]
    pairs = [Counterpart((told[0].id, i), (told[1].id, i), 0.9) for i in range(500)]
    with open_corpus(path, write=True) as corpus:
        corpus.writer().submit(lambda t: save_story(t, 9, told, [], pairs)).result()
    async with reading(path, story="story-9", size=(80, 24)) as hand:
        await hand.press("V")
        screen = await table(hand)
        assert "2 more" in hand.seen()
        assert "Paper 3" not in hand.seen()
        await hand.press("right", "right", "right")
        assert "Paper 3" in hand.seen()
        await hand.press("G")
        assert "1,500 facts   ! 1,000 told by one side" in hand.seen()
        assert " ! 1500 ·" in hand.seen()
        assert len(screen._grid._strips) < 200


@given(st.lists(st.text("a 漢", max_size=6), max_size=5), st.integers(2, 20))
def test_a_cell_is_as_wide_as_its_column_and_says_when_it_is_cut(
    texts: list[str], cells: int
) -> None:
    whole = "".join(texts)
    shown = "".join(text for text, _ in _fitted([(text, Style()) for text in texts], cells))
    assert width(shown) == cells
    kept = shown.partition("…")[0]
    assert whole.startswith(kept.rstrip())
    assert ("…" in shown) == (width(whole.rstrip()) > cells)


def test_a_cell_names_who_speaks_where_the_sentence_does_not_and_marks_whole_words() -> None:
    text = "The mayor said that it may cost more."
    marked = {"hedge": ["may"]}
    silent = Telling(0, text, 1, 2, Voice("outlet", "the mayor"), marked)
    named = Telling(1, "It may cost more.", 2, 2, Voice("quoted", "Karin Oste"), marked)
    told = short([silent, named], {"hedge": "blue"})
    assert "".join(part for _, part in told) == (
        " 1  The mayor said that it may cost more.   2  Karin Oste: It may cost more.  "
    )
    before = "".join(part for _, part in told[: told.index(("key:blue", "may"))])
    assert before == " 1  The mayor said that it "
