"""The reader by mouse alone."""

from pathlib import Path

import pytest
from hand import Hand, make_corpus, reading
from test_actions import compared
from textual.command import CommandList
from textual.events import MouseScrollDown

from annotator.keymap import ACTIONS
from annotator.model import Layer
from annotator.tui.screens.chooser import ChooserScreen
from annotator.tui.screens.form import FormScreen
from annotator.tui.screens.reader import ReaderScreen
from annotator.tui.widgets.field import Field
from annotator.tui.widgets.lines import Lines
from annotator.tui.widgets.pane import GUTTER, Pane
from annotator.tui.widgets.rows import Rows


def cell(hand: Hand, pane: Pane, quote: str) -> tuple[int, int]:
    """Where the first letter of `quote` is drawn in a pane."""
    document = pane.document
    assert document is not None
    position = document.article.text.index(quote)
    row = document.layout.line_at(position) - pane.top
    return GUTTER + document.column_of(position), row


async def press_word(hand: Hand, rows: Lines, word: str) -> None:
    """Click on a word of a bar."""
    for y, strip in enumerate(rows.render_lines(rows.size.region)):
        if word in strip.text:
            await hand.pilot.click(rows, offset=(strip.text.index(word), y))
            await hand.settle()
            return
    raise AssertionError(f"{word!r} is not in the bar")


async def test_click_double_click_triple_click_and_drag(tmp_path: Path) -> None:
    async with reading(make_corpus(tmp_path)) as hand:
        pane = hand.reader._columns[0].pane
        await hand.pilot.click(pane, offset=cell(hand, pane, "union"))
        assert hand.word == "union"
        assert hand.here.selection is None
        await hand.pilot.click(pane, offset=cell(hand, pane, "regime"), times=2)
        await hand.pilot.pause()
        assert hand.here.article.quote(hand.here.target()) == "regime"
        await hand.pilot.click(pane, offset=cell(hand, pane, "regime"), times=3)
        await hand.pilot.pause()
        assert hand.here.article.quote(hand.here.target()).startswith("The regime")
        await hand.pilot.mouse_down(pane, offset=cell(hand, pane, "closed the"))
        await hand.pilot.hover(pane, offset=cell(hand, pane, "harbour on"))
        await hand.pilot.mouse_up(pane, offset=cell(hand, pane, "harbour on"))
        await hand.pilot.pause()
        await press_word(hand, hand.reader._keys, "hedge")
        assert hand.labels() == [("hedge", "closed the harbour")]


async def test_the_other_article_and_the_wheel(tmp_path: Path) -> None:
    async with reading(make_corpus(tmp_path), size=(120, 14)) as hand:
        pane = hand.reader._columns[1].pane
        await hand.pilot.click(pane, offset=cell(hand, pane, "Port"))
        assert hand.here.article.outlet == "Port Herald"
        left = hand.reader._columns[0].pane
        left.post_message(MouseScrollDown(left, 1, 1, 0, 0, 0, False, False, False))
        await hand.pilot.pause()
        assert left.top > 0
        assert hand.word == "Port"


async def test_bars_forms_and_palette_can_be_clicked(tmp_path: Path) -> None:
    async with reading(make_corpus(tmp_path)) as hand:
        keys = hand.reader._keys
        await press_word(hand, keys, "next")
        assert hand.word == "brutal"
        await press_word(hand, keys, "accept")
        assert hand.labels() == [("loaded", "brutal")]
        await hand.press("l", "h")
        await press_word(hand, keys, "attributes")
        assert isinstance(hand.screen, FormScreen)
        foot = hand.screen.query_one("#foot", Rows)
        await press_word(hand, foot, "keep")
        assert isinstance(hand.screen, ReaderScreen)
        await press_word(hand, keys, "all")
        assert not isinstance(hand.screen, ReaderScreen)


async def test_the_minimap_leads_there(tmp_path: Path) -> None:
    async with reading(make_corpus(tmp_path), size=(120, 14)) as hand:
        minimap = hand.reader._columns[0].minimap
        await hand.pilot.click(minimap, offset=(0, minimap.size.height - 1))
        await hand.pilot.pause()
        assert hand.reader._columns[0].pane.top > 0


async def test_a_click_on_a_value_chooses_it(tmp_path: Path) -> None:
    async with reading(make_corpus(tmp_path)) as hand:
        await hand.press("A", "1")
        field = hand.screen.query(Field).first()
        for value in ("opinion", "analysis", "opinion"):
            await press_word(hand, field, value)
            assert field.value == value


async def test_values_that_need_several_rows_are_all_shown_and_clicked(tmp_path: Path) -> None:
    async with reading(make_corpus(tmp_path), size=(80, 24)) as hand:
        await hand.press("A", "2")
        field = hand.screen.query(Field).first()
        drawn = "".join(strip.text for strip in field.render_lines(field.size.region))
        values = hand.session.scheme.layer(Layer.ARTICLE)[1].attributes[0].choices
        assert [value for value in values if value not in drawn] == []
        await press_word(hand, field, values[-1])
        assert field.value == values[-1]
        assert not hand.screen.query_one("#foot").region.bottom > 24


async def test_articles_that_are_not_in_sight_are_named_and_clicked(tmp_path: Path) -> None:
    async with reading(make_corpus(tmp_path), story="story-2") as hand:
        hand.app.stories.refresh()  # else it is read some time later, and the bar changes
        hand.reader.update()
        title = hand.reader._title
        await press_word(hand, title, "3 C")
        assert hand.here.article.title == "Ships 1"
        assert hand.session.spread.columns == [2, 1]
        await press_word(hand, title, "2 B")
        assert hand.here.article.title == "Ships 0"


async def test_a_click_on_a_sign_in_the_gutter_offers_counterparts(tmp_path: Path) -> None:
    async with reading(make_corpus(tmp_path)) as hand:
        left, right = (column.pane for column in hand.reader._columns[:2])
        hand.go_to("Dockers")
        _, row = cell(hand, right, "A walkout")
        await hand.pilot.click(right, offset=(0, row))
        await compared(hand)
        assert isinstance(hand.screen, ChooserScreen)
        while isinstance(hand.screen, ChooserScreen):
            await press_word(hand, hand.screen._list, "= “Dockers")
        assert "no longer counterparts" in hand.seen()
        assert hand.word == "A"
        _, row = cell(hand, left, "Two ships")
        await hand.pilot.click(left, offset=(0, row))
        await compared(hand)
        assert "Link with “Two ships" in hand.seen()


@pytest.mark.parametrize(
    ("where", "keys"), [("reader", ()), ("list", ("q",)), ("facts", ("V",)), ("arrange", ("&",))]
)
async def test_every_action_is_to_be_clicked_in_the_palette(
    tmp_path: Path, where: str, keys: tuple[str, ...]
) -> None:
    async with reading(make_corpus(tmp_path), size=(120, 30)) as hand:
        await hand.press(*("ampersand" if key == "&" else key for key in keys))
        await hand.pilot.pause(0.3)
        await press_word(hand, hand.screen.query(Rows).last(), ": all")
        await hand.pilot.pause(0.5)
        listed = hand.screen.query_one(CommandList)
        offered = [str(listed.get_option_at_index(n).prompt) for n in range(listed.option_count)]
        for action in ACTIONS:
            if {where, "app"} & set(action.where):
                text = f"{action.text[:1].upper()}{action.text[1:]}"
                assert any(text in words for words in offered), action.id


async def test_an_action_is_done_by_two_clicks(tmp_path: Path) -> None:
    async with reading(make_corpus(tmp_path)) as hand:
        await press_word(hand, hand.reader._keys, ": all")
        await hand.pilot.pause(0.5)
        listed = hand.screen.query_one(CommandList)
        at = [str(listed.get_option_at_index(n).prompt) for n in range(listed.option_count)]
        row = next(n for n, words in enumerate(at) if "Select the sentence" in words)
        listed.highlighted = row
        listed.action_select()
        await hand.pilot.pause(0.5)
        assert hand.here.selection is not None


LEFT = {"c": "leave", "question_mark": "back", "I": "back", "C": "back", "H": "leave"}
LEFT |= {"slash": "leave", "K": "leave", "d": "leave", "A": "back", "t": "leave", "0": "leave"}


@pytest.mark.parametrize("key", LEFT)
async def test_every_screen_is_left_by_a_click(tmp_path: Path, key: str) -> None:
    async with reading(make_corpus(tmp_path)) as hand:
        await hand.press("n", "y", key)
        await hand.pilot.pause(0.3)
        assert not isinstance(hand.screen, ReaderScreen)
        for rows in reversed(hand.screen.query(Rows)):
            if any(f" {LEFT[key]}" in s.text for s in rows.render_lines(rows.size.region)):
                await press_word(hand, rows, f" {LEFT[key]}")
                break
        assert isinstance(hand.screen, ReaderScreen)


async def do(hand: Hand, words: str) -> None:
    """Choose an action in the palette by clicks."""
    await press_word(hand, hand.reader._keys, ": all")
    await hand.pilot.pause(0.3)
    listed = hand.screen.query_one(CommandList)
    offered = [str(listed.get_option_at_index(n).prompt) for n in range(listed.option_count)]
    row = listed._index_to_line[next(n for n, o in enumerate(offered) if o.startswith(words))]
    listed.scroll_to(y=row, animate=False)
    await hand.pilot.pause()
    at = row - listed.scroll_offset.y + listed.gutter.top
    await hand.pilot.click(listed, offset=(4, at))
    await hand.pilot.pause(0.1)
    await hand.settle()


async def test_edges_split_and_join_by_mouse_alone(tmp_path: Path) -> None:
    async with reading(make_corpus(tmp_path)) as hand:
        pane, bar = hand.reader._columns[0].pane, hand.reader._keys
        await hand.pilot.click(pane, offset=cell(hand, pane, "harbour on"))
        await press_word(hand, bar, "loaded")
        await do(hand, "Edge one word on")
        assert hand.labels() == [("loaded", "harbour on")]
        await do(hand, "Edge one character back")
        await do(hand, "Move the other edge")
        await do(hand, "Edge one word back")
        assert hand.labels() == [("loaded", "the harbour o")]
        await hand.pilot.click(pane, offset=cell(hand, pane, "harbour on"))
        await do(hand, "Split the annotation")
        assert hand.labels() == [("loaded", "harbour o"), ("loaded", "the")]
        await hand.pilot.click(pane, offset=cell(hand, pane, "the harbour"))
        await do(hand, "Join with the next")
        assert hand.labels() == [("loaded", "the harbour o")]
        await do(hand, "Undo")
        await hand.saved()
        assert hand.labels() == [("loaded", "harbour o"), ("loaded", "the")]


async def test_a_link_by_mouse_alone(tmp_path: Path) -> None:
    async with reading(make_corpus(tmp_path)) as hand:
        left, right = (column.pane for column in hand.reader._columns[:2])
        await hand.pilot.click(left, offset=cell(hand, left, "regime"))
        await press_word(hand, hand.reader._keys, "accept")
        await hand.pilot.click(right, offset=cell(hand, right, "ministry"))
        await press_word(hand, hand.reader._keys, "portrayal")
        field = hand.screen.query(Field).first()
        await press_word(hand, field, "victim")
        await press_word(hand, hand.screen.query_one("#foot", Rows), "keep")
        await do(hand, "Link with the last marked span")
        assert isinstance(hand.screen, ChooserScreen)
        await press_word(hand, hand.screen._list, "1 ")
        assert isinstance(hand.screen, ReaderScreen)
        for pane, quote in ((left, "The regime"), (right, "The ministry")):
            _, row = cell(hand, pane, quote)
            assert "1" in pane.render_lines(pane.size.region)[row].text[:GUTTER], quote


async def test_labels_of_sentence_article_and_story_by_mouse_alone(tmp_path: Path) -> None:
    async with reading(make_corpus(tmp_path)) as hand:
        pane = hand.reader._columns[0].pane
        await hand.pilot.click(pane, offset=cell(hand, pane, "Dockers"))
        await do(hand, "Labels of the sentence")
        await press_word(hand, hand.screen._list, "1 ")  # type: ignore[attr-defined]
        while isinstance(hand.screen, FormScreen):
            await press_word(hand, hand.screen.query_one("#foot", Rows), "keep")
        await press_word(hand, hand.screen.query_one("#foot", Rows), "back")
        assert len(hand.session.standing(Layer.SENTENCE)) == 1
        await press_word(hand, hand.reader._columns[0].head, "A 0/")
        await press_word(hand, hand.screen._list, "1 ")  # type: ignore[attr-defined]
        await press_word(hand, hand.screen.query(Field).first(), "analysis")
        await press_word(hand, hand.screen.query_one("#foot", Rows), "keep")
        await press_word(hand, hand.screen.query_one("#foot", Rows), "back")
        assert list(hand.session.standing(Layer.ARTICLE)) == ["genre"]
        await press_word(hand, hand.reader._title, "E 0/")
        await press_word(hand, hand.screen._list, "1 ")  # type: ignore[attr-defined]
        await press_word(hand, hand.screen.query(Field).first(), "first")
        await press_word(hand, hand.screen.query_one("#foot", Rows), "keep")
        await press_word(hand, hand.screen.query_one("#foot", Rows), "back")
        assert list(hand.session.standing(Layer.STORY)) == ["relative-stance"]
        assert "3 labelled" in hand.seen()
