"""Krippendorff's alpha for unitizing: do annotators cut the same pieces out of a text?

Where alpha of words asks which words are marked, this asks where the marked pieces begin and end.
Source: K. Krippendorff, On the reliability of unitizing continuous data, Sociological Methodology
25, 1995, formulas as in Content Analysis, 2nd edition 2004, section 11.6. Several articles are laid
end to end; no piece and no gap crosses the end of an article. Where not everybody read every
article, an annotator's continuum is what she read.
"""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, combinations

from annotator.measure.alpha import NO_UNITS, NOTHING_MARKED, Undefined
from annotator.model import Span


@dataclass(frozen=True, slots=True)
class Continuum:
    """One article of `length` words, with the pieces that each of its readers gave one label.

    Pieces are half-open runs of words, sorted, none overlapping.
    """

    cluster: str
    length: int
    pieces: Mapping[str, Sequence[Span]]


def merged(pieces: Iterable[Span]) -> list[Span]:
    """The pieces in order, those that overlap made one."""
    found: list[Span] = []
    for start, end in sorted(pieces):
        if found and start < found[-1].end:
            found[-1] = Span(found[-1].start, max(end, found[-1].end))
        else:
            found.append(Span(start, end))
    return found


def compared(continuum: Continuum) -> int:
    """The words compared, counted for each ordered pair of readers."""
    readers = len(continuum.pieces)
    return continuum.length * readers * (readers - 1)


def distance(continuum: Continuum) -> int:
    """The sum of the squared differences of the pieces, over all ordered pairs of readers."""
    return 2 * sum(_apart(a, b) for a, b in combinations(continuum.pieces.values(), 2))


def expected(continua: Iterable[Continuum]) -> float:
    """The disagreement to be expected if the pieces and gaps lay anywhere."""
    read = [continuum for continuum in continua if len(continuum.pieces) > 1]
    pieces = [end - start for c in read for own in c.pieces.values() for start, end in own]
    gaps = sorted(gap for c in read for own in c.pieces.values() for gap in _gaps(own, c.length))
    length = sum(continuum.length for continuum in read)
    words = sum(continuum.length * len(continuum.pieces) for continuum in read)
    above = list(accumulate(reversed(gaps), initial=0))
    total = 0.0
    for size in pieces:
        wide = len(gaps) - bisect_left(gaps, size)
        among = (len(pieces) - 1) / 3 * (2 * size**3 - 3 * size**2 + size)
        total += among + size**2 * (above[wide] - wide * (size - 1))
    chances = words * (words - 1) - sum(size * (size - 1) for size in pieces)
    return 2 * total / (length * chances) if chances else 0.0


def u_alpha(distances: float, words: float, length: int, expectation: float) -> float:
    """Unitizing alpha of `distances` over `words` compared, in a continuum of `length` words.

    Labels are pooled by adding up their distances and their expectations. Raises Undefined.
    """
    if not words:
        raise Undefined(NO_UNITS)
    if not expectation:
        raise Undefined(NOTHING_MARKED)
    return 1 - distances / (words * length) / expectation


def _apart(a: Sequence[Span], b: Sequence[Span]) -> int:
    total, alone = 0, set(b)
    first = 0
    for start, end in a:
        while first < len(b) and b[first].end <= start:
            first += 1
        at, met = first, False
        while at < len(b) and b[at].start < end:
            total += (start - b[at].start) ** 2 + (end - b[at].end) ** 2
            alone.discard(b[at])
            at, met = at + 1, True
        if not met:
            total += (end - start) ** 2
    return total + sum((end - start) ** 2 for start, end in alone)


def _gaps(pieces: Sequence[Span], length: int) -> list[int]:
    edges = [0, *(edge for piece in pieces for edge in piece), length]
    return [end - start for start, end in zip(edges[::2], edges[1::2], strict=True) if end > start]
