"""Words: what the cursor steps over and what word counts count."""

import re

from annotator.model import Span

_WORD = re.compile(
    r"[$€£¥]?\d+(?:[.,:/]\d+)*(?:%|(?:[-‐‑]?[^\W\d_]+)*)"  # 3.1%, $25,000, 12:09, 2023-24, 8th
    r"|(?:[^\W\d_]\.){2,}"  # U.S., e.g.
    r"|\w+(?:[’'\-‐‑]\w+|’|'(?=\s|$))*(?<![’'])"  # don't, co-operation
    r"|\w+"
)


def words(text: str, start: int = 0, end: int | None = None) -> tuple[Span, ...]:
    """The words of `text[start:end]`, in order, none overlapping; punctuation belongs to none."""
    stop = len(text) if end is None else end
    return tuple(Span(m.start(), m.end()) for m in _WORD.finditer(text, start, stop))
