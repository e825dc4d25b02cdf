"""Words: what the cursor steps over and what word counts count."""

import re
from functools import partial

from annotator.model import Span

# Marks that combine with letters are not \w: accents, Hebrew points, Arabic and Devanagari vowels,
# and the soft hyphen.
_CHAR = r"[\w\xad\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0900-\u0903\u093a-\u094f\u0962\u0963]"
_LETTER = r"[^\W\d_]"
_JOINED = rf"(?:['’‐‑-]{_CHAR}++)*+"
_WORD = re.compile(
    rf"{_LETTER}{_CHAR}++{_JOINED}"  # don't, co-operation, COVID-19
    rf"|{_LETTER}(?:\.{_LETTER})++(?!\w)\.?{_JOINED}"  # U.S., e.g.
    rf"|[$€£¥]?\d++(?:[.,:/]\d++)*+(?:%|{_CHAR}*+{_JOINED})"  # 3.1%, $25,000, 12:09, 8th, 2023-24
    rf"|{_CHAR}++{_JOINED}"  # I, _x
)
# Building the tuples in C makes a third of the difference on a corpus of millions of words.
_span = partial(tuple.__new__, Span)


def words(text: str, start: int = 0, end: int | None = None) -> tuple[Span, ...]:
    """The words of `text[start:end]`, in order, none overlapping; punctuation belongs to none."""
    stop = len(text) if end is None else end
    return tuple(map(_span, map(re.Match.span, _WORD.finditer(text, start, stop))))
