"""Marks that lie on the same words: all are seen, all are reached, with and without colours."""

from pathlib import Path

import pytest
from hand import Hand, make_article, make_corpus, make_suggestion, reading, save_story
from rich.style import Style

from annotator.model import BlockKind
from annotator.store.corpus import open_corpus

TEXT = "They say the so-called bloody ban is perhaps over. A brutal end, a brutal start."


def layered(folder: Path) -> Path:
    """An article with nested, crossing, identical and touching suggestions, some of one label."""
    article = make_article([(BlockKind.TITLE, "One brutal day"), (BlockKind.BODY, TEXT)], "One")
    found = [
        make_suggestion(article, "so-called bloody ban", "loaded"),
        make_suggestion(article, "bloody", "loaded"),
        make_suggestion(article, "bloody ban is", "loaded"),
        make_suggestion(article, "perhaps", "hedge"),
        make_suggestion(article, "perhaps", "intensifier"),
        make_suggestion(article, "They", "hedge"),
        make_suggestion(article, "say", "attribution"),
        make_suggestion(article, "brutal", "loaded"),
    ]
    path = make_corpus(folder)
    with open_corpus(path, write=True) as corpus:
        corpus.writer().submit(lambda t: save_story(t, 3, [article], found, [])).result()
    return path


def style_of(hand: Hand, word: str) -> Style:
    """How a word of the article is drawn."""
    pane = hand.reader._columns[0].pane
    for strip in pane.render_lines(pane.size.region):
        for segment in strip:
            if word in segment.text and segment.style is not None:
                return segment.style
    raise AssertionError(f"{word!r} is not drawn by itself")


def lines_under(style: Style) -> int:
    """How many lines are drawn under a word."""
    return 2 if style.underline2 else 1 if style.underline else 0


@pytest.fixture(params=["colours", "no colours"])
def either_way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "no colours":
        monkeypatch.setenv("NO_COLOR", "1")


@pytest.mark.usefixtures("either_way")
async def test_one_line_under_a_mark_and_two_where_marks_overlap(tmp_path: Path) -> None:
    async with reading(layered(tmp_path), story="story-3") as hand:
        await hand.press("G")
        under = {
            word: lines_under(style_of(hand, word))
            for word in ("They", "say", "so-called", "bloody", "ban", "is", "perhaps", "over")
        }
        assert under == {
            "They": 1,
            "say": 1,
            "so-called": 1,
            "bloody": 2,
            "ban": 2,
            "is": 1,
            "perhaps": 2,
            "over": 0,
        }


async def test_every_mark_under_the_cursor_is_listed_and_reached_by_enter(tmp_path: Path) -> None:
    async with reading(layered(tmp_path), story="story-3", size=(80, 24)) as hand:
        hand.go_to("bloody")
        for number, quote in enumerate(("bloody", "bloody ban is", "so-called bloody ban"), 1):
            assert f"{number}/3 Enter  “{quote[:9]}" in hand.seen()
            assert hand.seen().count("Loaded language?") == 2
            await hand.press("enter")
        assert "1/3 Enter" in hand.seen()
        hand.go_to("perhaps")
        assert "H Hedge" in hand.seen()
        assert "also here: Intensifier or booster?" in hand.seen()
        await hand.press("enter", "y")
        assert hand.labels() == [("intensifier", "perhaps")]
        assert "also here: Hedge?" in hand.seen()


@pytest.mark.usefixtures("either_way")
async def test_an_annotation_is_told_from_a_suggestion_and_from_a_title(tmp_path: Path) -> None:
    async with reading(layered(tmp_path), story="story-3") as hand:
        title, open_one = hand.here.article.text.index("brutal"), "say"
        hand.here.move_to(title)
        await hand.press("y", "G")
        made, around = style_of(hand, "brutal"), style_of(hand, " day")
        assert (made.bold, made.bgcolor) != (around.bold, around.bgcolor)
        assert not made.underline
        assert style_of(hand, open_one).underline
        assert not style_of(hand, open_one).bold
        hand.go_to("end")
        await hand.press("1", "g")
        made, around = style_of(hand, "end"), style_of(hand, "over")
        assert made.bold
        assert not around.bold


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (200, 60)])
async def test_the_line_below_never_loses_detector_strength_voice_and_stack(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    path = layered(tmp_path)
    async with reading(path, story="story-3", size=size) as hand:
        document = hand.here
        for suggestion in list(document.suggestions.values()):
            long = "A long reason that goes on, and on, until there is no room for it. " * 4
            document.suggestions[suggestion.id] = make_suggestion(
                document.article, suggestion.quote, suggestion.label, reason=long
            )
        hand.go_to("perhaps")
        seen = hand.seen()
        assert "1/2 Enter  “perhaps”  H Hedge · suggested" in seen
        assert "0.80 · outlet's own words" in seen
        assert "A long reason that goes on" in seen
        told = " ".join(seen.split())
        assert "(hedge hedge.perhaps)" in told
        assert "also here: Intensifier or booster?" in told
        await hand.press("y")
        hand.session.note(hand.session.annotation().id, "note" * 60)
        hand.reader.update()
        told = " ".join(hand.seen().split())
        assert "yours, accepted" in told
        assert "note: notenote" in told
        assert "yours, accepted (0.80, outlet's own words)" in told
        assert "(hedge hedge.perhaps)" in told
        assert "also here: Intensifier or booster?" in told
