"""What is marked on one article: open suggestions and standing annotations, found by place."""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from annotator.model import Annotation, Layer, Suggestion


class Mark(NamedTuple):
    """A suggestion or an annotation on code points `[start, end)`; sorts by place."""

    start: int
    end: int
    id: str
    label: str
    layer: Layer
    suggested: bool


class Marks:
    """Marks in order of place; look-up by place costs O(log n) and the marks found."""

    def __init__(self, marks: Iterable[Mark]) -> None:
        self._marks = sorted(marks)
        self._longest = max((mark.end - mark.start for mark in self._marks), default=0)

    def __len__(self) -> int:
        return len(self._marks)

    def add(self, mark: Mark) -> None:
        """Put `mark` in its place."""
        insort(self._marks, mark)
        self._longest = max(self._longest, mark.end - mark.start)

    def discard(self, mark: Mark) -> None:
        """Take `mark` out, if it is there."""
        at = bisect_left(self._marks, mark)
        if at < len(self._marks) and self._marks[at] == mark:
            del self._marks[at]

    def over(self, start: int, end: int) -> list[Mark]:
        """The marks that share a code point with `[start, end)`, in order of place."""
        return list(self._over(start, end))

    def first_over(self, start: int, end: int) -> Mark | None:
        """The first mark that shares a code point with `[start, end)`, or None."""
        return next(self._over(start, end), None)

    def _over(self, start: int, end: int) -> Iterator[Mark]:
        first = bisect_left(self._marks, (start - self._longest,))
        last = bisect_left(self._marks, (end,))
        return (mark for mark in islice(self._marks, first, last) if mark.end > start)

    def after(self, key: tuple[int, ...] | Mark) -> Mark | None:
        """The first mark that sorts after `key`."""
        at = bisect_right(self._marks, key)
        return self._marks[at] if at < len(self._marks) else None

    def before(self, key: tuple[int, ...] | Mark) -> Mark | None:
        """The last mark that sorts before `key`."""
        at = bisect_left(self._marks, key)
        return self._marks[at - 1] if at else None


def of_suggestion(suggestion: Suggestion) -> Mark:
    """The mark of an open suggestion."""
    return Mark(
        suggestion.start, suggestion.end, suggestion.id, suggestion.label, suggestion.layer, True
    )


def of_annotation(annotation: Annotation) -> Mark | None:
    """The mark of an annotation that has a place in the text."""
    if annotation.start is None or annotation.end is None:
        return None
    return Mark(
        annotation.start, annotation.end, annotation.id, annotation.label, annotation.layer, False
    )
