"""Counterparts: which sentences of two articles report a common fact."""

import math
from collections import Counter
from collections.abc import Sequence

from annotator.model import Article, BlockKind, Counterpart
from annotator.stories.terms import tokens

_TEXT = {BlockKind.TITLE, BlockKind.HEADING, BlockKind.BODY, BlockKind.QUOTE}
_THRESHOLD = 0.2


def align(a: Article, b: Article) -> list[Counterpart]:
    """The counterparts between `a` and `b`, by sentence of `a`, then of `b`; many-to-many."""
    scores = _scores(a, b)
    return [
        Counterpart((a.id, i), (b.id, j), score)
        for (i, j), score in sorted(scores.items())
        if score >= _THRESHOLD
    ]


def candidates(a: Article, b: Article, sentence: int) -> list[Counterpart]:
    """The three sentences of `b` likeliest to tell what `sentence` of `a` tells, best first."""
    row = [(score, j) for (i, j), score in _scores(a, b).items() if i == sentence]
    row.sort(key=lambda pair: (-pair[0], pair[1]))
    return [Counterpart((a.id, sentence), (b.id, j), score) for score, j in row[:3]]


def comparable(article: Article) -> list[int]:
    """Indices of the sentences in shown blocks of running text."""
    spans = [(b.start, b.end) for b in article.blocks if b.shown and b.kind in _TEXT]
    return [
        index
        for index, sentence in enumerate(article.sentences)
        if any(start <= sentence.start < end for start, end in spans)
    ]


def _scores(a: Article, b: Article) -> dict[tuple[int, int], float]:
    rows, columns = _bags(a), _bags(b)
    idf = _idf([*rows.values(), *columns.values()])
    return {
        (i, j): score
        for i, row in rows.items()
        for j, column in columns.items()
        if (score := _cosine(row, column, idf)) > 0
    }


def _bags(article: Article) -> dict[int, Counter[str]]:
    return {
        index: Counter(token.stem for token in tokens(article.quote(article.sentences[index])))
        for index in comparable(article)
    }


def _idf(bags: Sequence[Counter[str]]) -> dict[str, float]:
    df = Counter(stem for bag in bags for stem in bag)
    return {stem: math.log(1 + len(bags) / count) for stem, count in df.items()}


def _cosine(x: Counter[str], y: Counter[str], idf: dict[str, float]) -> float:
    shared = sum(idf[stem] ** 2 for stem in x.keys() & y.keys())
    norm = math.sqrt(sum(idf[s] ** 2 for s in x) * sum(idf[s] ** 2 for s in y))
    return min(1.0, shared / norm) if norm else 0.0
