"""Tokens for formats that label tokens: cut so that no label begins or ends inside one."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from annotator.model import Annotation, Span
from annotator.text.words import words

_BETWEEN = re.compile(r"\s+|[^\w\s](?:[\ufe0f\u20e3\U0001f3fb-\U0001f3ff]|\u200d[^\w\s])*|\w+")


def tokenise(text: str, start: int, end: int, labels: Iterable[Span] = ()) -> list[Span]:
    """The words and other signs of `text[start:end]`, in order, none overlapping.

    White space belongs to no token, unless a label begins with it or ends with it.
    """
    firsts, lasts = set(), set()
    for label in labels:
        firsts.add(max(label.start, start))
        lasts.add(min(label.end, end))
    edges = sorted(firsts | lasts)
    tokens = [token for piece in _pieces(text, start, end) for token in _cut(piece, edges)]
    return [
        token
        for token in tokens
        if not text[token.start].isspace() or token.start in firsts or token.end in lasts
    ]


def covered(tokens: Sequence[Span], label: Span) -> tuple[int, int]:
    """The first token of `label` and the one after its last, given tokens cut at its edges."""
    first = bisect_left(tokens, label.start, key=lambda token: token.start)
    return first, bisect_right(tokens, label.end, key=lambda token: token.end)


def trimmed(text: str, annotation: Annotation) -> Span | None:
    """The place of a label without the white space at its edges; None when nothing is left."""
    start, end = annotation.start or 0, annotation.end or 0
    quote = text[start:end]
    start, end = start + len(quote) - len(quote.lstrip()), end - len(quote) + len(quote.rstrip())
    return Span(start, end) if start < end else None


def _pieces(text: str, start: int, end: int) -> Iterator[Span]:
    position = start
    for word in (*words(text, start, end), Span(end, end)):
        for match in _BETWEEN.finditer(text, position, word.start):
            yield Span(*match.span())
        if word.start < word.end:
            yield word
        position = word.end


def _cut(piece: Span, edges: Sequence[int]) -> Iterator[Span]:
    begin = piece.start
    for n in range(bisect_right(edges, piece.start), bisect_left(edges, piece.end)):
        yield Span(begin, edges[n])
        begin = edges[n]
    yield Span(begin, piece.end)
