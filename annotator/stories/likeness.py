"""Likeness: how far two articles tell the same words, weighed by how rare these are."""

import math
from collections import Counter, defaultdict
from collections.abc import Container, Mapping, Sequence
from datetime import date
from itertools import chain
from typing import TypeAlias

from annotator.stories.profile import Profile
from annotator.stories.terms import common

_DAYS = 3  # of gap at most; 99.7 % of same-event pairs of three US outlets lie within
_DATED = (0.12, 0.17, 0.18, 0.18)  # weighted cosine from which two articles so many days apart
_UNDATED = 0.20  # tell one event, and when the day of one is unknown
_SAME_OUTLET = 0.7  # an outlet seldom tells one event twice
_PARTS = {"full": 0.65, "lead": 0.15, "head": 0.2}
_NAME = 0.7  # people and places are in the news with one event after another

# In place of a corpus when there is none: so many articles, with a common word in one of four and
# any other in one of two hundred.
_BACKGROUND, _COMMON, _OTHER = 200, 0.25, 0.005

_SIGNS = 20  # heaviest terms of an article by which its candidates are found
_SHARED = 2  # of these at least, or two articles are not compared
_CROWD = 200  # a term that marks more articles than this finds none

_Vectors: TypeAlias = Mapping[str, dict[str, float]]


class Likeness:
    """How alike articles are, by index, computed when asked for."""

    def __init__(self, profiles: Sequence[Profile]) -> None:
        self.profiles = profiles
        self._found = Counter(chain.from_iterable(entry.full for entry in profiles))
        heads = {term for entry in profiles for term in entry.head}
        self._rarities = {term: self._rarity(term) for term in {*self._found, *heads}}
        self._vectors: list[_Vectors] = [self._weigh(entry) for entry in profiles]
        self._pairs: dict[tuple[int, int], float] = {}
        self._days = [date.fromisoformat(p.date) if p.date else None for p in profiles]

    def rarity(self, term: str) -> float:
        """The weight of a stem, in nats."""
        return self._rarities[term] if term in self._rarities else self._rarity(term)

    def _rarity(self, term: str) -> float:
        share = _COMMON if common(term) else _OTHER
        articles = len(self.profiles) + _BACKGROUND
        found = self._found[term] + _BACKGROUND * share
        return math.log(articles / found)

    def gap(self, x: int, y: int) -> int | None:
        """Days between two articles; None unless both are dated."""
        one, other = self._days[x], self._days[y]
        return abs((one - other).days) if one and other else None

    def alike(self, x: int, y: int) -> float:
        """Likeness as a share of what is asked of one event: 1 on the edge, 0 when out of date."""
        pair = min(x, y), max(x, y)
        if pair not in self._pairs:
            self._pairs[pair] = self._compare(*pair)
        return self._pairs[pair]

    def candidates(self, heads: int) -> set[tuple[int, int]]:
        """Pairs of articles that share two heavy terms, one of the first `heads` and a later one."""
        marked: dict[str, list[int]] = defaultdict(list)
        for index, vectors in enumerate(self._vectors):
            full = vectors["full"]
            heaviest = sorted(zip(full.values(), full, strict=True), reverse=True)[:_SIGNS]
            for _, term in heaviest:
                marked[term].append(index)
        crowds = (crowd for crowd in marked.values() if len(crowd) <= _CROWD)
        met = Counter(
            (x, y) for crowd in crowds for x in crowd if x < heads for y in crowd if x < y
        )
        return {pair for pair, terms in met.items() if terms >= _SHARED}

    def _compare(self, x: int, y: int) -> float:
        gap = self.gap(x, y)
        if gap is not None and gap > _DAYS:
            return 0.0
        one, other = self._vectors[x], self._vectors[y]
        parts = {part: weight for part, weight in _PARTS.items() if one[part] and other[part]}
        score = sum(weight * _dot(one[part], other[part]) for part, weight in parts.items())
        score /= sum(parts.values()) or 1.0
        outlets = {self.profiles[x].outlet, self.profiles[y].outlet}
        if len(outlets) == 1 and None not in outlets:
            score *= _SAME_OUTLET
        return score / (_UNDATED if gap is None else _DATED[gap])

    def _weigh(self, entry: Profile) -> _Vectors:
        names = {stem for name in entry.names for stem in name.split()}
        return {
            "full": self._unit(entry.full, names),
            "lead": self._unit(entry.lead, names),
            "head": self._unit(entry.head, names),
        }

    def _unit(self, counts: Mapping[str, int], names: Container[str]) -> dict[str, float]:
        rarity = self._rarities
        weights = {
            term: count * rarity[term] * _NAME if term in names else count * rarity[term]
            for term, count in counts.items()
        }
        norm = math.sqrt(math.fsum([weight * weight for weight in weights.values()]))
        return {term: weight / norm for term, weight in weights.items()} if norm else {}


def _dot(x: dict[str, float], y: dict[str, float]) -> float:
    return math.fsum([x[term] * y[term] for term in x.keys() & y.keys()])
