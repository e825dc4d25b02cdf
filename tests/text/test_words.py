"""Words: what a reader would count as one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.text.words import words


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in words(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The U.S.-led force, e.g. the U.K.", ["The", "U.S.-led", "force", "e.g.", "the", "U.K."]),
        ("It won 3.1% of $25,000 at 12:09.", ["It", "won", "3.1%", "of", "$25,000", "at", "12:09"]),
        ("don't co-operate, l’eau", ["don't", "co-operate", "l’eau"]),
        ("workers' 'quoted' words", ["workers", "quoted", "words"]),
        ("a 25-year-old in 2023-24, the 8th", ["a", "25-year-old", "in", "2023-24", "the", "8th"]),
        ("COVID-19; e\u0301tat; हिन्दी में; naïve", ["COVID-19", "e\u0301tat", "हिन्दी", "में", "naïve"]),
        ("-- ' ’ … $ % 👏 #", []),
        ("end.A new", ["end", "A", "new"]),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


@given(st.text(max_size=80))
def test_words_never_overlap_and_hold_a_letter_or_figure(text: str) -> None:
    found = words(text)
    edges = [edge for span in found for edge in span]
    assert edges == sorted(edges)
    assert all(any(c.isalnum() or c == "_" or not c.isascii() for c in word) for word in cut(text))
    covered = {position for start, end in found for position in range(start, end)}
    assert all(position in covered for position, char in enumerate(text) if char.isalnum())
