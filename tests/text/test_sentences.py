"""Sentences: boundaries a reader would draw, and laws that hold for any text."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.text.sentences import sentences
from annotator.text.words import words


def split(text: str, *, wrapped: bool = False) -> list[str]:
    return [text[start:end] for start, end in sentences(text, wrapped=wrapped)]


@pytest.mark.parametrize(
    "joined",
    [
        "It rained.|The pier closed.",
        "Mr. Hallek met Gen. Orvik at 5 p.m. on Jan. 6.|He left.",
        "The U.S. Senate met J.K. Roe and Samuel L. Poe.|It rose.",
        "He works for Acme Inc.|The firm grew 3.1% last year.",
        '"Why?" he asked.|"No!" Minister Karden said.|"We won!"|She left.',
        "She paused… then spoke.|He waited…|Nothing came.",
        "No. 5 Quay St. is shut.|No. 6 is open.",
        "1. The council met.|2. It voted.",
        "It ended.[3]|The next began.",
        "Il dit : « Oui. »|Élan rit.",
        "¿Qué?|¡No!|Sí.",
        "天气好。|我们走！|他说。",
        "He said (it rained.)|Then it stopped.",
        "Visit Caliber.Az or example.com today.|Thanks.",
        "The cost was 1.9 billion.|🎉 Cheers rose.",
        "It failed.’|‘Why?’ she asked.",
        "Leaders (Smith, S.C.) ― and others ― met.|They left.",
    ],
)
def test_boundaries(joined: str) -> None:
    expected = joined.split("|")
    glue = "" if "。" in joined else " "
    assert split(glue.join(expected)) == expected


def test_a_line_break_ends_a_sentence_unless_the_lines_are_one_paragraph() -> None:
    text = "The council met on\nMonday. It voted"
    assert split(text) == ["The council met on", "Monday.", "It voted"]
    assert split(text, wrapped=True) == ["The council met on\nMonday.", "It voted"]


TEXTS = st.text(
    st.sampled_from("aB1 .!?…\n\"'”’»)([。 é\xa0\u0301👏")
    | st.characters(exclude_categories=["Cs"]),
    max_size=60,
) | st.lists(
    st.sampled_from(["Mr.", "U.S.", "Inc.", "The", "He", "said.", '"No!"', "5", "p.m.", "…", "\n"])
).map(" ".join)


@given(TEXTS, st.booleans())
def test_sentences_are_ordered_apart_trimmed_and_cover_every_word(text: str, wrapped: bool) -> None:
    found = sentences(text, wrapped=wrapped)
    edges = [edge for span in found for edge in span]
    assert edges == sorted(edges)
    assert all(start < end <= len(text) for start, end in found)
    assert all(text[start:end] == text[start:end].strip() for start, end in found)
    outside = [text[a:b] for a, b in zip([0, *edges[1::2]], [*edges[::2], len(text)], strict=True)]
    assert not any(gap.strip() for gap in outside)
    for start, end in words(text):
        assert sum(a <= start and end <= b for a, b in found) == 1


@given(TEXTS, st.integers(0, 60), st.integers(0, 60))
def test_a_part_of_a_text_keeps_its_own_bounds(text: str, start: int, size: int) -> None:
    end = min(len(text), start + size)
    start = min(start, end)
    assert all(start <= a < b <= end for a, b in sentences(text, start, end))
    assert all(start <= a < b <= end for a, b in words(text, start, end))


@pytest.mark.parametrize(
    "unit", ["(", ".", ". ", '."', "A.", "?!”", "\n", "Mr. ", "x", "。", "[1]"]
)
def test_odd_runs_of_a_megabyte_come_back_whole(unit: str) -> None:
    text = unit * (1_000_000 // len(unit))
    found = sentences(text)
    assert sum(end - start for start, end in found) >= len(re.sub(r"\s", "", text))
    assert all(end <= len(text) for _, end in words(text))
