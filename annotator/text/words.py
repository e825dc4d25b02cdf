"""Words: what the cursor steps over and what word counts count."""

import re

from annotator.model import Span

# Marks that combine with letters are not \w: accents, Hebrew points, Arabic and Devanagari vowels,
# and the soft hyphen.
_CHAR = r"[\w\xad\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0900-\u0903\u093a-\u094f\u0962\u0963]"
_JOINED = rf"(?:['’‐‑-]{_CHAR}++)*+"
_WORD = re.compile(
    rf"[^\W\d_](?:\.[^\W\d_])++(?!\w)\.?{_JOINED}"  # U.S., e.g.
    rf"|[$€£¥]?\d++(?:[.,:/]\d++)*+(?:%|{_CHAR}*+{_JOINED})"  # 3.1%, $25,000, 12:09, 8th, 2023-24
    rf"|{_CHAR}++{_JOINED}"  # don't, co-operation, COVID-19
)


def words(text: str, start: int = 0, end: int | None = None) -> tuple[Span, ...]:
    """The words of `text[start:end]`, in order, none overlapping; punctuation belongs to none."""
    stop = len(text) if end is None else end
    return tuple([_span(match.span()) for match in _WORD.finditer(text, start, stop)])


_span = Span._make
