"""Cells agree with what Rich lays out, and clusters lose nothing."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from annotator.text.cells import clusters, cut, fit, is_plain, width
from annotator.text.safe import visible

ODD = st.sampled_from(
    [
        "👨‍👩‍👧",
        "🇰🇵",
        "e\u0301",
        "❤\ufe0f",
        "1\ufe0f",
        "👍🏽",
        "漢",
        "한",
        "\u200d",
        "\ufe0f",
        "a",
        " ",
        "—",
    ]
)
TEXTS = st.one_of(st.text(), st.lists(ODD).map("".join)).map(visible)


def test_every_assigned_character_is_as_wide_as_rich_says() -> None:
    wrong = [
        hex(code)
        for code in range(0x20, 0x110000)
        if unicodedata.category(chr(code)) not in ("Cn", "Cs", "Co")
        and width(visible(chr(code))) != cell_len(visible(chr(code)))
    ]
    assert wrong == []


@given(TEXTS)
def test_a_text_is_as_wide_as_rich_says(text: str) -> None:
    assigned = "".join(char for char in text if unicodedata.category(char) not in ("Cn", "Co"))
    assert width(assigned) == cell_len(assigned)


@given(TEXTS)
def test_clusters_cover_the_text_in_order(text: str) -> None:
    found = list(clusters(text))
    assert "".join(text[start:end] for start, end, _ in found) == text
    assert all(start < end for start, end, _ in found)


@given(TEXTS, st.integers(0, 40))
def test_fit_is_exact_and_cut_never_longer(text: str, cells: int) -> None:
    assert width(fit(text, cells)) == cells
    assert width(cut(text, cells)) <= cells


def test_families_flags_and_accents_are_not_cut_apart() -> None:
    assert [cluster.width for cluster in clusters("👨‍👩‍👧e\u0301漢")] == [2, 1, 2]


def test_plain_text_is_told_from_text_that_is_not() -> None:
    assert is_plain("The “regime’s” naïve 3.1 % — Ελλάδα")
    assert not is_plain("漢")
    assert not is_plain("e\u0301")
    assert is_plain("漢 a", 1, 3)
