"""Typed words found in a sentence as it is stored."""

from hypothesis import given
from hypothesis import strategies as st

from annotator.model import Span
from annotator.text.safe import visible
from annotator.tui.plain.wording import around, places


def found(text: str, words: str) -> list[str]:
    """The stored text at the places."""
    return [text[a:b] for a, b in places(text, Span(0, len(text)), words)]


def test_typed_signs_stand_for_typographic_ones() -> None:
    text = "The so‑called “people’s\u00a0guard” – armed"
    assert found(text, 'so-called "people\'s guard" - armed') == [text[4:]]


def test_whole_words_come_before_parts_of_words() -> None:
    assert places("the other then the", Span(0, 18), "the") == [Span(0, 3), Span(15, 18)]
    assert found("totalitarian", "total") == ["total"]


def test_only_the_sentence_is_searched() -> None:
    assert places("one two. one two.", Span(9, 17), "one") == [Span(9, 12)]


def test_words_are_told_apart_by_their_neighbours() -> None:
    text = "a b c d the e f g h"
    assert around(text, Span(0, len(text)), Span(8, 11)) == "b c d the e f g"


@given(st.text(min_size=1, max_size=60), st.data())
def test_any_words_as_they_are_shown_are_found_where_they_are(
    text: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    words = visible(" ".join(text[start:end].split()))
    spans = places(text, Span(0, len(text)), words)
    if words:
        assert spans
        assert all(0 <= a < b <= len(text) for a, b in spans)
