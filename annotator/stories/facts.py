"""Facts: the sentences of all articles of a story, grouped by what they report."""

from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import product
from math import fsum
from typing import TypeAlias

from annotator.model import Article, Counterpart
from annotator.stories.alignment import told
from annotator.stories.terms import terms

_SURE = 0.5  # a weaker counterpart may be in a fact but brings none together
_HELD = 1.0  # what people ruled to be counterparts, and what is told word for word

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
    """The fact table of a story: every telling sentence of shown text in one row, in reading order.

    Any two sentences of different articles in a row are counterparts (complete linkage, the best
    counterparts first), so that no chain of links says that an article tells what it does not.
    Counterparts that people ruled, or that are told word for word, hold together in any case.
    Sentences without a content word or a number are in no row, unless people ruled that they are
    counterparts of something.
    """
    wording = _wording(articles)
    telling = {sentence for sentence, text in wording.items() if _tells(text)}
    numbers = {article.id: number for number, article in enumerate(articles)}
    scores: dict[frozenset[_Sentence], float] = {}
    for link in counterparts:
        one, other = ((numbers.get(end[0], -1), end[1]) for end in (link.a, link.b))
        if one in wording and other in wording and one[0] != other[0]:
            twins = wording[one].casefold() == wording[other].casefold()
            ruled = link.score >= _HELD and not twins
            if ruled or telling.issuperset((one, other)):
                ends = frozenset((one, other))
                scores[ends] = max(link.score, scores.get(ends, 0.0))
    return _table(_rows(telling.union(*scores), scores), articles, scores)


def _wording(articles: Sequence[Article]) -> dict[_Sentence, str]:
    return {
        (number, index): " ".join(article.quote(article.sentences[index]).split())
        for number, article in enumerate(articles)
        for index in told(article)
    }


def _tells(text: str) -> bool:
    held = terms(text)
    return bool(held.stems or held.numbers)


def _rows(telling: Set[_Sentence], scores: _Scores) -> dict[_Sentence, set[_Sentence]]:
    """For each sentence the row it is in, grown from the best counterpart to the least sure.

    One sentence of each article comes first: an outlet that spreads a fact over two sentences must
    not keep out another that tells it in one.
    """
    rows = {sentence: {sentence} for sentence in telling}
    sure = [(-score, sorted(ends)) for ends, score in scores.items() if score >= _SURE]
    for spread, (score, (one, other)) in product((False, True), sorted(sure)):
        first, second = rows[one], rows[other]
        apart = {article for article, _ in first}.isdisjoint(article for article, _ in second)
        agree = (apart or spread) and _agree(first, second, scores)
        if first is not second and (-score >= _HELD or agree):
            first |= second
            rows.update(dict.fromkeys(second, first))
    return rows


def _agree(first: set[_Sentence], second: set[_Sentence], scores: _Scores) -> bool:
    """Whether any two sentences of different articles in two rows are counterparts."""
    return all(frozenset((x, y)) in scores for x in first for y in second if x[0] != y[0])


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
        made[fsum(places) / len(places), min(row)] = Fact(cells, fsum(ties) / max(1, len(ties)))
    return [made[key] for key in sorted(made)]
