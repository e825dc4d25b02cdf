"""Overlapping spans cut into runs, each covered by the same spans throughout."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")


class Run(NamedTuple, Generic[T]):
    """Code points `[start, end)` with the values of all spans that cover them, in given order."""

    start: int
    end: int
    values: tuple[T, ...]


def runs(start: int, end: int, spans: Sequence[tuple[int, int, T]]) -> list[Run[T]]:
    """The runs of `[start, end)`: each code point in exactly one, neighbours never equal.

    `spans` are (start, end, value), in any order, and may reach beyond the line.
    """
    inside = [(max(s, start), min(e, end), value) for s, e, value in spans if s < end and e > start]
    edges = sorted({start, end, *(s for s, _, _ in inside), *(e for _, e, _ in inside)})
    found: list[Run[T]] = []
    for begin, stop in pairwise(edges):
        values = tuple(value for s, e, value in inside if s <= begin and stop <= e)
        if found and found[-1].values == values:
            found[-1] = Run(found[-1].start, stop, values)
        else:
            found.append(Run(begin, stop, values))
    return found
