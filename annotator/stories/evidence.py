"""What two lists of sentences have in common, cell by cell, found through an inverted index."""

import math
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise, product
from typing import TypeAlias, TypeVar

from annotator.stories.numbers import Number, agreement
from annotator.stories.terms import Terms, common

Cell: TypeAlias = tuple[int, int]
_Side: TypeAlias = Sequence[Terms]
_Key = TypeVar("_Key", str, Number)

_ALIKE = 0.6  # a synonym counts less than the same word
_COMMON = 0.6  # and a word found in all news less than a telling one
_EMPTY = 0.25  # what a word without content adds to a common run of words
_NAME = 0.8  # names are shared by many sentences about other facts
_NAMED = 0.5  # so they add little to a common run of words
_SMALL = 0.7  # bare numbers to twelve are often equal by chance
_CROWDED = 8  # a term in more cells than this many per sentence separates nothing
_NEAR = 0.7  # numbers further apart than this ratio never round to one another
_COMMONPLACE = 64  # nor does a pair of words found in more places than this


@dataclass(slots=True)
class Evidence:
    """Per cell (row, column): the weight of shared terms, in nats, and views of the same.

    `anchors`: shared terms divided by how often they occur, so that a word said once on either
    side counts most; `numbers`: the part of agreeing quantities; `runs`: the heaviest common run
    of words. `mass` is what each row and column weighs alone.
    """

    shared: dict[Cell, float] = field(default_factory=lambda: defaultdict(float))
    anchors: dict[Cell, float] = field(default_factory=lambda: defaultdict(float))
    numbers: dict[Cell, float] = field(default_factory=lambda: defaultdict(float))
    runs: dict[Cell, float] = field(default_factory=lambda: defaultdict(float))
    mass: tuple[list[float], list[float]] = ([], [])

    def cosine(self, cell: Cell) -> float:
        """Shared weight against the geometric mean of both sides, in [0, 1]."""
        norm = math.sqrt(self.mass[0][cell[0]] * self.mass[1][cell[1]])
        return min(1.0, self.shared.get(cell, 0.0) / norm) if norm else 0.0


class _Weights:
    """Rarity of stems, groups and numbers among the sentences of both articles."""

    def __init__(self, rows: _Side, columns: _Side) -> None:
        self._sentences = len(rows) + len(columns)
        self._found: Counter[object] = Counter()
        self._known: dict[str, float] = {}
        capitals: Counter[str] = Counter()
        for sentence in (*rows, *columns):
            self._found.update((*sentence.stems, *sentence.groups, *sentence.numbers))
            capitals.update(sentence.capitals)
        self._names = {stem for stem, count in capitals.items() if 2 * count >= self._found[stem]}

    def term(self, term: str) -> float:
        if term not in self._known:
            self._known[term] = self._term(term)
        return self._known[term]

    def _term(self, term: str) -> float:
        share = (_COMMON if common(term) else 1.0) * (_NAME if term in self._names else 1.0)
        return share * self._rarity(term)

    def number(self, number: Number) -> float:
        small = not number.unit and number.value <= 12
        return self._rarity(number) * (_SMALL if small else 1.0)

    def said(self, word: str) -> float:
        """What any word, stemmed, adds to a common run."""
        if word in self._names:
            return _NAMED
        return self.term(word) if self._found[word] else _EMPTY

    def _rarity(self, key: object) -> float:
        return math.log(1 + self._sentences / max(2, self._found[key]))


def gather(rows: Sequence[Terms], columns: Sequence[Terms]) -> Evidence:
    """The evidence for every cell of `rows` and `columns` that has any."""
    weights = _Weights(rows, columns)
    evidence = Evidence(mass=(_masses(rows, weights), _masses(columns, weights)))
    limit = max(2000, _CROWDED * (len(rows) + len(columns)))
    _stems(evidence, rows, columns, weights, limit)
    _groups(evidence, rows, columns, weights, limit)
    _numbers(evidence, rows, columns, weights)
    _runs(evidence, rows, columns, weights)
    return evidence


def _masses(sentences: Sequence[Terms], weights: _Weights) -> list[float]:
    return [
        math.fsum((*map(weights.term, s.stems), *map(weights.number, s.numbers))) for s in sentences
    ]


def _stems(evidence: Evidence, rows: _Side, columns: _Side, weights: _Weights, limit: int) -> None:
    here, there = _postings([r.stems for r in rows]), _postings([c.stems for c in columns])
    for stem in sorted(here.keys() & there.keys()):
        count = len(here[stem]) * len(there[stem])
        if count <= limit:
            weight = weights.term(stem)
            for cell in product(here[stem], there[stem]):
                evidence.shared[cell] += weight
                evidence.anchors[cell] += weight / count


def _groups(evidence: Evidence, rows: _Side, columns: _Side, weights: _Weights, limit: int) -> None:
    """Sentences that share a group through different words; the same word has counted already."""
    here, there = _postings([r.groups for r in rows]), _postings([c.groups for c in columns])
    for group in sorted(here.keys() & there.keys()):
        count = len(here[group]) * len(there[group])
        if count <= limit:
            weight = _ALIKE * weights.term(group)
            for row, column in product(here[group], there[group]):
                if rows[row].groups[group].isdisjoint(columns[column].groups[group]):
                    evidence.shared[row, column] += weight
                    evidence.anchors[row, column] += weight / count


def _numbers(evidence: Evidence, rows: _Side, columns: _Side, weights: _Weights) -> None:
    here, there = _postings([r.numbers for r in rows]), _postings([c.numbers for c in columns])
    sorted_there = sorted(there)
    for x in sorted(here):
        first = bisect_left(sorted_there, (x.value * _NEAR,))
        last = bisect_right(sorted_there, (x.value / _NEAR, "\uffff"))
        for y in sorted_there[first:last]:
            if agreed := agreement(x, y):
                weight = agreed * min(weights.number(x), weights.number(y))
                count = len(here[x]) * len(there[y])
                for cell in product(here[x], there[y]):
                    evidence.numbers[cell] += weight
                    evidence.shared[cell] += weight
                    evidence.anchors[cell] += weight / count


def _runs(evidence: Evidence, rows: _Side, columns: _Side, weights: _Weights) -> None:
    """Common runs of two words and more, grown from shared word pairs."""
    places: dict[tuple[str, str], list[Cell]] = defaultdict(list)
    for column, sentence in enumerate(columns):
        for place, pair in enumerate(pairwise(sentence.run)):
            places[pair].append((column, place))
    for row, sentence in enumerate(rows):
        before: dict[Cell, float] = {}
        for pair in pairwise(sentence.run):
            now: dict[Cell, float] = {}
            found = places.get(pair, ())
            if len(found) <= _COMMONPLACE:
                first, second = map(weights.said, pair)
                for column, place in found:
                    grown = before.get((column, place - 1), first) + second
                    now[column, place] = grown
                    evidence.runs[row, column] = max(evidence.runs[row, column], grown)
            before = now


def _postings(side: Sequence[Iterable[_Key]]) -> dict[_Key, list[int]]:
    found: dict[_Key, list[int]] = defaultdict(list)
    for index, keys in enumerate(side):
        for key in keys:
            found[key].append(index)
    return found
