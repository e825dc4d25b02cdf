"""Likeness: how far two articles tell the same words, weighed by how rare these are.

Articles on a much told affair are all alike, so what is asked of two articles grows with how alike
each is to those around it (local scaling, Zelnik-Manor and Perona 2004).
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import chain
from typing import TypeAlias

from annotator.stories.profile import Profile
from annotator.stories.terms import common

_DAYS = 3  # of gap at most; 99.7 % of same-event pairs of three US outlets lie within
_DATED = (0.13, 0.16, 0.18, 0.18)  # weighted cosine from which two articles so many days apart
_UNDATED = 0.225  # tell one event, and when the day of one is unknown
_LATER = 1.2  # times that of a new and a known one without days: likelier ones may come yet
_FEW, _MANY = 2, 48  # articles of these days from which the day tells less of one event, and least
_SAME_OUTLET = 0.7  # an outlet seldom tells one event twice
_PARTS = {"full": 0.65, "lead": 0.15, "head": 0.2}

# In place of a corpus when there is none: so many articles, with a common word in one of four and
# any other in one of two hundred.
_BACKGROUND, _COMMON, _OTHER = 200, 0.25, 0.005
_LEAST = 0.3  # of the weight without a corpus: where all articles tell one event, its words count

_SIGNS = 30  # heaviest terms of an article by which its candidates are found
_SHARED = 2  # of these at least, or two articles are not compared
_CROWD = 1000  # a term that marks more articles than this finds none

_AROUND = slice(3, 8)  # by likeness: past those that tell the same event
_MOST = 0.25  # cosine that counts at most: with more they may tell it still
_USUAL, _UNSEEN = 0.125, 50  # what is around an article as if so many others had it so
_PULL = 0.25  # power of what is around either article

_Vectors: TypeAlias = Mapping[str, dict[str, float]]


class Likeness:
    """How alike articles are, by index: the first `heads` to each other and to the later ones.

    `near` are the pairs, the lower index first, that share two heavy terms.
    """

    def __init__(self, profiles: Sequence[Profile], heads: int) -> None:
        self.profiles = profiles
        self._heads = heads
        self._found = Counter(chain.from_iterable(entry.full for entry in profiles))
        words = {term for entry in profiles for term in entry.head}
        self._rarities = {term: self._rarity(term) for term in {*self._found, *words}}
        self._vectors: list[_Vectors] = [self._weigh(entry) for entry in profiles]
        self._days = [date.fromisoformat(p.date).toordinal() if p.date else None for p in profiles]
        self._cosines: dict[tuple[int, int], float] = {}
        self.near = list(self._near())
        self._about = self._counts()
        self._levels = self._surroundings()

    def rarity(self, term: str) -> float:
        """The weight of a stem, in nats."""
        return self._rarities[term] if term in self._rarities else self._rarity(term)

    def gap(self, x: int, y: int) -> int | None:
        """Days between two articles; None unless both are dated."""
        one, other = self._days[x], self._days[y]
        return abs(one - other) if one and other else None

    def alike(self, x: int, y: int) -> float:
        """Likeness as a share of what is asked of one event: 1 on the edge, 0 when out of date."""
        gap = self.gap(x, y)
        if gap is not None and gap > _DAYS:
            return 0.0
        asked = self._undated(x, y) if gap is None else self._dated(x, y, gap)
        return self._cosine(x, y) / (asked * self._levels[x] * self._levels[y])

    def _undated(self, x: int, y: int) -> float:
        """The cosine asked where a day is unknown."""
        return _UNDATED * (1 if (x < self._heads) == (y < self._heads) else _LATER)

    def _dated(self, x: int, y: int, gap: int) -> float:
        """The cosine asked of articles `gap` days apart: as without days where all are of these."""
        about = max(self._about[x], self._about[y])
        many = min(1.0, math.log(about / _FEW) / math.log(_MANY / _FEW))
        share = math.sqrt(about / len(self.profiles))
        return _DATED[gap] + (_UNDATED - _DATED[gap]) * share * max(0.0, many)

    def _near(self) -> Iterator[tuple[int, int]]:
        marks = [self._marks(vectors["full"]) for vectors in self._vectors]
        marked: dict[str, list[int]] = defaultdict(list)
        for index, terms in enumerate(marks):
            for term in terms:
                marked[term].append(index)
        for x, terms in enumerate(marks[: self._heads]):
            crowds = [marked[term] for term in terms if 1 < len(marked[term]) <= _CROWD]
            met = Counter(chain.from_iterable(crowds))
            for y, shared in met.items():
                if shared >= _SHARED and x < y and (self.gap(x, y) or 0) <= _DAYS:
                    yield x, y

    def _marks(self, vector: Mapping[str, float]) -> list[str]:
        heaviest = sorted(zip(vector.values(), vector, strict=True), reverse=True)
        return [term for _, term in heaviest[:_SIGNS]]

    def _counts(self) -> list[int]:
        """For each article how many it may be compared with by their days, itself among them."""
        every, heads = Counter(self._days), Counter(self._days[: self._heads])
        return [
            _within(every, day) if x < self._heads else 1 + _within(heads, day)
            for x, day in enumerate(self._days)
        ]

    def _surroundings(self) -> list[float]:
        """For each article by how much more is asked of it than of one with usual surroundings."""
        around: dict[int, list[float]] = defaultdict(list)
        for x, y in self.near:
            cosine = min(self._cosine(x, y), _MOST)
            around[x].append(cosine)
            around[y].append(cosine)
        levels = []
        for x, others in enumerate(self._about):
            rest = sorted(around[x], reverse=True)[_AROUND]
            mean = math.fsum(rest) / (_AROUND.stop - _AROUND.start)
            level = (others * mean + _UNSEEN * _USUAL) / (others + _UNSEEN)
            levels.append((level / _USUAL) ** _PULL)
        return levels

    def _cosine(self, x: int, y: int) -> float:
        pair = (x, y) if x < y else (y, x)
        if pair not in self._cosines:
            self._cosines[pair] = self._compare(*pair)
        return self._cosines[pair]

    def _compare(self, x: int, y: int) -> float:
        one, other = self._vectors[x], self._vectors[y]
        parts = {part: weight for part, weight in _PARTS.items() if one[part] and other[part]}
        score = sum(weight * _dot(one[part], other[part]) for part, weight in parts.items())
        score /= sum(parts.values()) or 1.0
        outlet = self.profiles[x].outlet
        if outlet is not None and outlet == self.profiles[y].outlet:
            score *= _SAME_OUTLET
        return score

    def _weigh(self, entry: Profile) -> _Vectors:
        return {
            "full": self._unit(entry.full),
            "lead": self._unit(entry.lead),
            "head": self._unit(entry.head),
        }

    def _unit(self, counts: Mapping[str, int]) -> dict[str, float]:
        rarity = self._rarities
        weights = {term: count * rarity[term] for term, count in counts.items()}
        norm = math.sqrt(math.fsum([weight * weight for weight in weights.values()]))
        return {term: weight / norm for term, weight in weights.items()} if norm else {}

    def _rarity(self, term: str) -> float:
        share = _COMMON if common(term) else _OTHER
        articles = len(self.profiles) + _BACKGROUND
        found = self._found[term] + _BACKGROUND * share
        return max(math.log(articles / found), _LEAST * math.log(1 / share))


def _dot(x: dict[str, float], y: dict[str, float]) -> float:
    return math.fsum([x[term] * y[term] for term in x.keys() & y.keys()])


def _within(days: Mapping[int | None, int], day: int | None) -> int:
    """Of the articles of these days those that one of this day may be compared with."""
    if day is None:
        return sum(days.values())
    return days[None] + sum(days[near] for near in range(day - _DAYS, day + _DAYS + 1))
