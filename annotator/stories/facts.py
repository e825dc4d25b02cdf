"""Facts: the sentences of all articles of a story, grouped by what they report."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from annotator.model import Article, Counterpart
from annotator.stories.alignment import told

_JOIN = 0.4  # mean score of the pairs between two groups from which they are one fact

_Sentence: TypeAlias = tuple[int, int]  # article, sentence
_Scores: TypeAlias = Mapping[frozenset[_Sentence], float]


@dataclass(frozen=True, slots=True)
class Fact:
    """A row of the fact table: for each article, in order, the sentences that report the fact.

    An article that is silent has none. `score` in [0, 1] is the mean of the counterparts that
    hold the row together; 0 where one article alone reports it.
    """

    told: tuple[tuple[int, ...], ...]
    score: float

    @property
    def tellers(self) -> int:
        """How many articles report the fact."""
        return sum(1 for sentences in self.told if sentences)


def facts(articles: Sequence[Article], counterparts: Sequence[Counterpart]) -> list[Fact]:
    """The fact table of a story: every sentence of shown text in one row, in reading order.

    Groups of counterparts grow while their sentences hold together on average, so that a chain
    of links does not make one row of a whole story; a sentence left over joins the row of its
    best counterpart.
    """
    numbers = {article.id: number for number, article in enumerate(articles)}
    scores: dict[frozenset[_Sentence], float] = {}
    for link in counterparts:
        if link.a[0] in numbers and link.b[0] in numbers and link.a[0] != link.b[0]:
            ends = frozenset((numbers[end[0]], end[1]) for end in (link.a, link.b))
            scores[ends] = max(link.score, scores.get(ends, 0.0))
    rows: dict[_Sentence, set[_Sentence]] = {
        (number, index): {(number, index)}
        for number, article in enumerate(articles)
        for index in told(article)
    }
    linked = sorted((-score, sorted(ends)) for ends, score in scores.items())
    pairs = [(one, other) for _, (one, other) in linked if one in rows and other in rows]
    for alone in (False, True):
        for one, other in pairs:
            _join(rows, one, other, scores, alone)
    return _table(rows, articles, scores)


def _join(
    rows: dict[_Sentence, set[_Sentence]],
    one: _Sentence,
    other: _Sentence,
    scores: _Scores,
    alone: bool,
) -> None:
    """Make one row of the rows of two sentences: if they hold together, or one is `alone`."""
    first, second = rows[one], rows[other]
    if first is second:
        return
    fits = min(len(first), len(second)) == 1 if alone else _mean(first, second, scores) >= _JOIN
    if fits:
        first |= second
        for sentence in second:
            rows[sentence] = first


def _mean(first: set[_Sentence], second: set[_Sentence], scores: _Scores) -> float:
    pairs = [frozenset((x, y)) for x in first for y in second if x[0] != y[0]]
    return sum(scores.get(pair, 0.0) for pair in pairs) / len(pairs)


def _table(
    rows: Mapping[_Sentence, set[_Sentence]], articles: Sequence[Article], scores: _Scores
) -> list[Fact]:
    held: dict[int, list[float]] = defaultdict(list)
    for ends, score in scores.items():
        one, other = ends
        if rows.get(one) is not None and rows.get(one) is rows.get(other):
            held[id(rows[one])].append(score)
    made: dict[tuple[float, _Sentence], Fact] = {}
    for row in {id(row): row for row in rows.values()}.values():
        cells = tuple(
            tuple(sorted(index for article, index in row if article == number))
            for number in range(len(articles))
        )
        places = [index / len(articles[article].sentences) for article, index in row]
        ties = held[id(row)]
        made[sum(places) / len(places), min(row)] = Fact(cells, sum(ties) / max(1, len(ties)))
    return [made[key] for key in sorted(made)]
