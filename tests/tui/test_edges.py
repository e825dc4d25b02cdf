"""The edges of a selection and of an annotation go where they are sent, again and again."""

from pathlib import Path

from hand import make_corpus, reading


async def test_an_annotation_is_shrunk_word_by_word_wherever_the_cursor_was(tmp_path: Path) -> None:
    async with reading(make_corpus(tmp_path)) as hand:
        hand.go_to("closed the")
        await hand.press("v", "l", "l", "l", "1")
        assert hand.labels() == [("loaded", "closed the harbour on")]
        await hand.press("B", "B")
        assert hand.labels() == [("loaded", "closed the")]
        assert hand.word == "the"
        await hand.press("O", "W")
        assert hand.labels() == [("loaded", "the")]
        await hand.press("W")
        assert "at least one character" in hand.seen()


async def test_a_selection_has_edges_too(tmp_path: Path) -> None:
    async with reading(make_corpus(tmp_path)) as hand:
        hand.go_to("harbour on")
        await hand.press("v", "W", "full_stop", "O", "B", "comma")
        assert hand.here.selection is not None
        assert hand.here.article.quote(hand.here.selection) == " the harbour on "
        await hand.press("2")
        assert hand.labels() == [("hedge", " the harbour on ")]
