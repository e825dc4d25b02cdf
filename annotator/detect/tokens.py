"""The words of spaCy's English tokeniser, which is asked once for each piece of text.

A piece ends at a single blank. The tokeniser makes the same of it wherever it stands, and most
pieces of an article stood in an earlier one.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import accumulate, chain
from operator import add, itemgetter, sub
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from spacy.language import Language

_CUT = re.compile(r"(?<=\S) (?=\S)")
_LONG_RUN = re.compile(r"(?<!\S)\S{100,}")
_KEPT = 300_000

_Read: TypeAlias = tuple[tuple[str, ...], tuple[int, ...]]
"""The words of a piece in lower case, and how far it is from the start of each to the next."""


class Words(NamedTuple):
    """Lower-case words, and the code points where they start and end."""

    words: list[str]
    starts: list[int]
    ends: list[int]


class Tokeniser:
    """Reads texts, and remembers pieces of some 300,000 characters together, spaCy none of them."""

    def __init__(self, pipeline: "Language") -> None:
        self._pipeline = pipeline
        self._known: dict[str, _Read] = {}
        self._size = 0
        self._alone = Lock()

    def read(self, text: str, segments: Sequence[tuple[int, int]]) -> Words:
        """The words of the segments of `text`, which holds no line breaks."""
        cut = [_CUT.split(text[start:end]) for start, end in segments]
        known = self._learned(set(chain.from_iterable(cut)))
        words: list[str] = []
        starts: list[int] = []
        for (start, _), pieces in zip(segments, cut, strict=True):
            read = list(map(known.__getitem__, pieces))
            words += chain.from_iterable(map(itemgetter(0), read))
            steps = chain.from_iterable(map(itemgetter(1), read))
            starts += accumulate(steps, initial=start)
            starts.pop()
        return Words(words, starts, list(map(add, starts, map(len, words))))

    def _learned(self, pieces: set[str]) -> dict[str, _Read]:
        """What is known, these pieces included."""
        if self._size > _KEPT:
            self._known, self._size = {}, 0
        known = self._known
        fresh = pieces.difference(known)
        odd = [piece for piece in fresh if not piece or piece != piece.strip()]
        for together in (list(fresh.difference(odd)), *([piece] for piece in odd)):
            with self._alone, self._pipeline.memory_zone():  # zones must not be nested
                known.update(self._asked(together))
            self._size += sum(map(len, together))
        return known

    def _asked(self, pieces: Sequence[str]) -> Iterator[tuple[str, _Read]]:
        """Have pieces tokenised in one go, a line each."""
        text = opaque("\n".join(pieces))
        parsed = self._pipeline.tokenizer(text)
        index, length = (column.tolist() for column in parsed.to_array(["IDX", "LENGTH"]).T)
        first = at = 0
        for piece in pieces:
            stop = at + len(piece)
            lower = lowered(text[at:stop])
            last = bisect_left(index, stop, first)
            begins, sizes = index[first:last], length[first:last]
            words = [lower[b - at : b - at + size] for b, size in zip(begins, sizes, strict=True)]
            yield piece, (tuple(words), tuple(map(sub, [*begins[1:], stop + 1], begins)))
            first, at = last + 1, stop + 1


def lowered(text: str) -> str:
    """A lower-case copy of equal length: a letter that would become two stays as it is."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(small if len(small := letter.lower()) == 1 else letter for letter in text)


def opaque(text: str) -> str:
    """A copy in which every run of 100 characters without white space is one word without sense.

    The tokeniser is quadratic in such runs.
    """
    return _LONG_RUN.sub(lambda run: "x" * len(run.group()), text)
