"""Wrapping loses nothing but blanks at the breaks and stays within the width."""

from hypothesis import given
from hypothesis import strategies as st

from annotator.text.cells import clusters, width
from annotator.text.wrap import paragraphs, wrap


def batched(edges: list[int]) -> list[tuple[int, int]]:
    return list(zip(edges[::2], edges[1::2], strict=True))


TEXTS = st.text(st.sampled_from("ab é—漢👍\u0301\u200d\xa0 \tword "))


@given(TEXTS, st.integers(1, 12))
def test_every_letter_lies_in_one_line_and_lines_fit(text: str, cells: int) -> None:
    lines = wrap(text, 0, len(text), cells)
    gaps = [0, *(edge for line in lines for edge in line), len(text)]
    assert all(text[start:end].strip() == "" for start, end in batched(gaps))
    for start, end in lines:
        line = text[start:end]
        assert line == line.strip(" \t")
        assert width(line) <= cells or len(list(clusters(line))) == 1


@given(st.lists(st.text("abc", min_size=1, max_size=6)), st.integers(6, 20))
def test_words_that_fit_are_not_broken(words: list[str], cells: int) -> None:
    text = " ".join(words)
    lines = [text[start:end] for start, end in wrap(text, 0, len(text), cells)]
    assert " ".join(lines).split() == words


def test_plain_and_wide_text_break_at_the_same_places() -> None:
    plain, wide = "aa bbb cc dddd e", "aa bbb cc dddd 漢"
    assert wrap(plain, 0, 14, 6) == wrap(wide, 0, 14, 6)


def test_a_word_wider_than_the_line_is_broken() -> None:
    assert wrap("abcdefgh", 0, 8, 3) == [(0, 3), (3, 6), (6, 8)]


def test_a_hard_blank_is_no_place_to_break() -> None:
    text = "aaa 25\xa0000 b"
    assert [text[s:e] for s, e in wrap(text, 0, len(text), 7)] == ["aaa", "25\xa0000", "b"]


def test_paragraphs_are_the_lines_that_hold_something() -> None:
    text = "one\n\n  two \nthree"
    assert [text[s:e] for s, e in paragraphs(text, 0, len(text))] == ["one", "two", "three"]
