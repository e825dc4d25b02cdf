"""Why something is highlighted: said on demand, and hidden when it is too weak."""

from pathlib import Path

from hand import Hand, make_corpus, reading
from test_mouse import press_word

from annotator.model import Layer
from annotator.tui.screens.help import HelpScreen
from annotator.tui.screens.reader import ReaderScreen


def underlined(hand: Hand) -> list[str]:
    """The suggestions that are seen in the first article, in order."""
    pane = hand.reader._columns[0].pane
    return [
        segment.text
        for strip in pane.render_lines(pane.size.region)
        for segment in strip
        if segment.style is not None and segment.style.underline
    ]


ALL = ["brutal", "regime", "reportedly", "may", "so-called", " ban"]


async def test_the_line_below_tells_why_by_whom_how_strongly_and_whose_words(
    tmp_path: Path,
) -> None:
    async with reading(make_corpus(tmp_path), size=(120, 36)) as hand:
        await hand.press("n")
        seen = hand.seen()
        assert "“brutal”  L Loaded language · suggested · ▪▪▪▪▫ 0.90 · outlet's own words" in seen
        assert "“brutal” is in the lexicon.  (loaded loaded.brutal)" in seen
        await hand.press("y")
        seen = hand.seen()
        assert "L Loaded language · yours, accepted (0.90, outlet's own words)" in seen
        assert "“brutal” is in the lexicon.  (loaded loaded.brutal)" in seen
        hand.go_to("union")
        assert "lexicon" not in hand.seen()


async def test_values_stand_apart_and_what_has_no_room_ends_with_an_ellipsis(
    tmp_path: Path,
) -> None:
    async with reading(make_corpus(tmp_path), size=(80, 24)) as hand:
        await hand.press("n", "y", "t", "e", "down", "p", "enter", "c", *"my own note", "enter")
        assert "Kind: epistemological   Polarity: positive   Whose words: outlet" in hand.seen()
        assert "note: my…" in hand.seen()


async def test_asked_on_a_mark_the_keys_begin_with_its_guideline(tmp_path: Path) -> None:
    async with reading(make_corpus(tmp_path), size=(80, 24)) as hand:
        await hand.press("n", "question_mark")
        assert isinstance(hand.screen, HelpScreen)
        label = hand.session.scheme.layer(Layer.SPAN)[0]
        seen = " ".join(hand.seen().split())
        assert label.guideline[:60] in seen
        assert seen.index("Example:") < seen.index("one word back")
        await hand.press("question_mark")
        assert isinstance(hand.screen, ReaderScreen)
        hand.go_to("union")
        await hand.press("question_mark")
        assert label.guideline[:20] not in " ".join(hand.seen().split())
        assert "one word back" in hand.seen()


async def test_the_slider_hides_the_weak_ones_and_says_so(tmp_path: Path) -> None:
    async with reading(make_corpus(tmp_path)) as hand:
        assert underlined(hand) == ALL
        await hand.press(*["greater_than_sign"] * 6)
        assert underlined(hand) == ["brutal", "regime", "reportedly", "so-called ban"]
        assert "≥ 0.6" in hand.seen()
        await hand.press(*["greater_than_sign"] * 9)
        assert underlined(hand) == []
        await hand.press(*["less_than_sign"] * 20)
        assert underlined(hand) == ALL
        assert "≥" not in hand.seen()


async def test_a_detector_is_switched_off_and_on_by_a_click(tmp_path: Path) -> None:
    async with reading(make_corpus(tmp_path)) as hand:
        await hand.press("d")
        await press_word(hand, hand.screen._list, "[x] hedge")  # type: ignore[attr-defined]
        await hand.press("enter")
        assert underlined(hand) == ["brutal", "regime", "so-called ban"]
        await hand.press("d")
        await press_word(hand, hand.screen._list, "[ ] hedge")  # type: ignore[attr-defined]
        await hand.press("enter")
        assert underlined(hand) == ALL


async def test_on_a_low_terminal_too_a_key_that_does_nothing_says_why(tmp_path: Path) -> None:
    async with reading(make_corpus(tmp_path), size=(80, 15)) as hand:
        await hand.press("n")
        assert "1 loaded  2 hedge" in hand.seen()
        await hand.press("t")
        assert "no annotation under the cursor" in hand.seen()
        await hand.press("l")
        assert "1 loaded  2 hedge" in hand.seen()
