"""Counterparts: which sentences of two articles report a common fact.

A pair of sentences is scored by a logistic sum of what they share (see `_WEIGHTS`), in the
measure of their lengths, of their rivals, of their neighbours and of where news tells its main
fact: at the top. The weights come from a logistic regression with a ridge on twelve hand-aligned
article pairs of US and world news (204 links), checked with each pair held out in turn, rounded;
the threshold gave the best F1 there. Links are many-to-many and may cross.
"""

import math
from bisect import bisect_right
from collections.abc import Container
from heapq import nsmallest

from annotator.model import TELLING, Article, Counterpart
from annotator.stories.evidence import Cell, gather
from annotator.stories.terms import acronyms, spoken, terms

_AROUND = [(down, across) for down in (-1, 0, 1) for across in (-1, 0, 1) if down or across]
_WEIGHTS = {
    "dice": 2.0,  # shared weight against the mean weight of both sentences
    "contained": 2.9,  # against the lighter sentence
    "rival": 3.7,  # against the best that either sentence shares with any other
    "run": 1.9,  # the heaviest common run of words, as in quotes
    "number": 1.9,  # agreeing quantities
    "anchor": 3.0,  # words that occur once on either side
    "early": 5.6,  # both near the top
    "beside": 3.5,  # the best of the neighbouring pairs
}
_BIAS = -7.9
_THRESHOLD = 0.31
_MOST = 1500  # sentences of an article that take part; the rest of a book has no counterparts


def align(a: Article, b: Article) -> list[Counterpart]:
    """The counterparts of `a` and `b`, by sentence of `a`, then of `b`.

    Sentences of shown titles, headings, body and quotes take part. `align(b, a)` holds the same
    links and scores with the sides exchanged.
    """
    if (a.id, a.text) > (b.id, b.text):
        mirrored = (Counterpart(found.b, found.a, found.score) for found in align(b, a))
        return sorted(mirrored, key=lambda found: (found.a[1], found.b[1]))
    table = _Table(a, b)
    return [
        table.counterpart(cell, score)
        for cell in sorted({*table.evidence.shared, *table.twins})
        if (score := table.score(cell)) >= _THRESHOLD
    ]


def candidates(
    a: Article, b: Article, sentence: int, without: Container[int] = ()
) -> list[Counterpart]:
    """The three sentences of `b` likeliest to tell what `sentence` of `a` tells, best first.

    Sentences in `without` are passed over. Empty when that sentence does not take part (see
    `align`).
    """
    table = _Table(a, b)
    if sentence not in table.rows:
        return []
    row = table.rows.index(sentence)
    columns = (n for n, index in enumerate(table.columns) if index not in without)
    scored = ((table.score((row, column)), column) for column in columns)
    best = nsmallest(3, scored, key=lambda pair: (-pair[0], pair[1]))
    return [table.counterpart((row, column), score) for score, column in best]


def told(article: Article) -> list[int]:
    """Indices of the sentences that take part: those in shown blocks of running text."""
    blocks = [block for block in article.blocks if block.shown and block.kind in TELLING]
    starts = [block.start for block in blocks]
    found = []
    for index, sentence in enumerate(article.sentences):
        place = bisect_right(starts, sentence.start) - 1
        if place >= 0 and sentence.start < blocks[place].end:
            found.append(index)
    return found


def wording(article: Article) -> list[str]:
    """The words of the sentences that take part, in their order, as `terms.spoken`."""
    return [
        word for index in told(article) for word in spoken(article.quote(article.sentences[index]))
    ]


class _Table:
    """Scores of every sentence of one article against every sentence of another."""

    def __init__(self, a: Article, b: Article) -> None:
        self.articles = a.id, b.id
        self.rows, self.columns = told(a)[:_MOST], told(b)[:_MOST]
        quotes = _quotes(a, self.rows), _quotes(b, self.columns)
        long = acronyms((*quotes[0], *quotes[1]))
        self.evidence = gather(*([terms(quote, long) for quote in side] for side in quotes))
        self.twins = _twins(*quotes)
        self._cosine = {cell: self.evidence.cosine(cell) for cell in self.evidence.shared}
        self._best = self._bests(0), self._bests(1)
        self._twinned = {row for row, _ in self.twins}, {column for _, column in self.twins}

    def score(self, cell: Cell) -> float:
        """How likely the two sentences of `cell` report a common fact, in [0, 1]."""
        if cell in self.twins:
            return 1.0
        if cell[0] in self._twinned[0] and cell[1] in self._twinned[1]:
            return 0.0
        features = self._features(cell)
        total = math.fsum(_WEIGHTS[name] * value for name, value in features.items())
        return 1 / (1 + math.exp(-(_BIAS + total)))

    def counterpart(self, cell: Cell, score: float) -> Counterpart:
        """The record of `cell`, in sentence indices of the articles."""
        a, b = self.articles
        return Counterpart((a, self.rows[cell[0]]), (b, self.columns[cell[1]]), score)

    def _features(self, cell: Cell) -> dict[str, float]:
        row, column = cell
        evidence = self.evidence
        masses = evidence.mass[0][row], evidence.mass[1][column]
        shared = evidence.shared.get(cell, 0.0)
        rival = max(self._best[0].get(row, 0.0), self._best[1].get(column, 0.0))
        beside = ((row + down, column + across) for down, across in _AROUND)
        return {
            "dice": min(1.0, 2 * shared / (sum(masses) or 1.0)),
            "contained": min(1.0, shared / (min(masses) + 4)),
            "rival": self._cosine.get(cell, 0.0) / (rival + 0.05),
            "run": 1 - math.exp(-evidence.runs.get(cell, 0.0) / 3),
            "number": min(1.0, evidence.numbers.get(cell, 0.0) / 5),
            "anchor": 1 - math.exp(-evidence.anchors.get(cell, 0.0) / 3),
            "early": math.exp(-max(row, column) / 3),
            "beside": max(self._cosine.get(place, 0.0) for place in beside),
        }

    def _bests(self, side: int) -> dict[int, float]:
        """The highest cosine of each row (`side` 0) or column (1)."""
        best: dict[int, float] = {}
        for cell, cosine in self._cosine.items():
            best[cell[side]] = max(best.get(cell[side], 0.0), cosine)
        return best


def _quotes(article: Article, indices: list[int]) -> list[str]:
    return [article.quote(article.sentences[index]) for index in indices]


def _twins(here: list[str], there: list[str]) -> set[Cell]:
    """Sentences told word for word by both, first with first, second with second."""
    waiting: dict[str, list[int]] = {}
    for column, quote in reversed(list(enumerate(there))):
        waiting.setdefault(" ".join(quote.split()).casefold(), []).append(column)
    return {
        (row, columns.pop())
        for row, quote in enumerate(here)
        if (columns := waiting.get(" ".join(quote.split()).casefold()))
    }
