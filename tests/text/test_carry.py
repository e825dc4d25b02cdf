"""Places carried from a text to an edited version of it."""

from hypothesis import given
from hypothesis import strategies as st

from annotator.model import Span
from annotator.text.carry import carried
from annotator.text.words import words

WORDS = st.lists(
    st.sampled_from(["port", "gate", "crane", "dock", "mob", "strike", "wage", "the", "a", "of"]),
    min_size=1,
)


def test_a_span_moves_with_the_words_around_it() -> None:
    old = "The regime fell. A mob cheered."
    new = "On Monday the old regime fell. A mob cheered loudly."
    spans = [Span(4, 10), Span(19, 22)]
    found = carried(old, new, spans)
    assert [new[s.start : s.end] if s else None for s in found] == ["regime", "mob"]


def test_a_changed_word_is_lost() -> None:
    assert carried("a fierce mob", "a calm crowd", [Span(2, 12)]) == [None]


def test_white_space_may_change() -> None:
    old, new = "long overdue  reform", "long overdue\nreform"
    assert carried(old, new, [Span(0, 20)]) == [Span(0, 19)]


def test_a_part_of_a_word_is_carried() -> None:
    assert carried("reform", "big reform", [Span(0, 2)]) == [Span(4, 6)]


@given(WORDS)
def test_in_the_same_text_every_word_stays(tokens: list[str]) -> None:
    text = " ".join(tokens)
    spans = list(words(text))
    assert carried(text, text, spans) == spans


@given(WORDS, WORDS)
def test_what_is_carried_has_the_same_words(old: list[str], new: list[str]) -> None:
    before, after = " ".join(old), " ".join(new)
    spans = list(words(before))
    for span, found in zip(spans, carried(before, after, spans), strict=True):
        if found is not None:
            assert before[span.start : span.end] == after[found.start : found.end]
