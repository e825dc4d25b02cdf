"""Same event: which articles belong to one story.

Two articles are alike as far as the weighted words of their whole text, of their lead and of
their title are. Groups grow by average linkage, so that a chain of articles, each like the next,
does not become one story.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from heapq import heapify, heappop, heappush, nlargest
from itertools import combinations
from typing import TypeAlias

from annotator.stories.numbers import Number
from annotator.stories.profile import Profile, profile
from annotator.stories.terms import common

__all__ = ["Known", "Profile", "Proposal", "profile", "propose"]

_DAYS = 3  # of gap at most; 99.7 % of same-event pairs of three US outlets lie within
_DATED, _UNDATED = 0.19, 0.26  # likeness from which two articles tell one event
_SAME_OUTLET = 0.7  # an outlet seldom tells one event twice
_PARTS = {"full": 0.5, "lead": 0.25, "head": 0.25}

# In place of a corpus when there is none: so many articles, with a common word in one of four and
# any other in one of two hundred.
_BACKGROUND, _COMMON, _OTHER = 200, 0.25, 0.005

_SIGNS = 20  # heaviest terms of an article by which its candidates are found
_CROWD = 200  # a term that marks more articles than this finds none

_LARGE = (("trillion", 1e12), ("billion", 1e9), ("million", 1e6))

_Vectors: TypeAlias = Mapping[str, Mapping[str, float]]


@dataclass(frozen=True, slots=True)
class Known:
    """An article already in the corpus and the story it is in."""

    profile: Profile
    story: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """New articles that tell one event, alone or with those of an existing `story`.

    `confidence` in [0, 1]; `reasons` are phrases for people.
    """

    articles: tuple[str, ...]
    title: str
    confidence: float
    reasons: tuple[str, ...]
    story: str | None = None


def propose(heads: Sequence[Profile], known: Sequence[Known] = ()) -> list[Proposal]:
    """Each new article in exactly one proposal; one that is like no other stands alone.

    `known` are articles of the corpus that may tell the same events (what a search found); they
    stay in their stories, and no two stories are joined. Proposals come in the order of their
    first article in `heads`.
    """
    likeness = _Likeness([*heads, *(entry.profile for entry in known)])
    groups = _start(heads, known)
    _link(groups, likeness)
    made = [_proposal(group, likeness, len(heads)) for group in groups.values() if group.new]
    order = {head.id: place for place, head in enumerate(heads)}
    return sorted(made, key=lambda proposal: order[proposal.articles[0]])


@dataclass(slots=True)
class _Group:
    """Articles, by index, that tell one event; those of an existing story first."""

    old: list[int]
    new: list[int]
    story: str | None = None

    @property
    def members(self) -> list[int]:
        return [*self.old, *self.new]


class _Likeness:
    """How alike two articles are, in [0, 1], computed when asked for."""

    def __init__(self, profiles: Sequence[Profile]) -> None:
        self.profiles = profiles
        self._found = Counter(term for entry in profiles for term in entry.full)
        self._vectors: list[_Vectors] = [self._weigh(entry) for entry in profiles]
        self._pairs: dict[tuple[int, int], float] = {}
        self._days = [date.fromisoformat(p.date) if p.date else None for p in profiles]

    def rarity(self, term: str) -> float:
        """The weight of a stem, in nats."""
        share = _COMMON if common(term) else _OTHER
        articles = len(self.profiles) + _BACKGROUND
        return math.log(articles / (self._found[term] + _BACKGROUND * share))

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

    def candidates(self) -> set[tuple[int, int]]:
        """Pairs of articles, lower index first, that share heavy terms."""
        marked: dict[str, list[int]] = defaultdict(list)
        for index, vectors in enumerate(self._vectors):
            full = vectors["full"]
            for term in nlargest(_SIGNS, full, key=lambda term: (full[term], term)):
                marked[term].append(index)
        crowds = (crowd for crowd in marked.values() if len(crowd) <= _CROWD)
        return {pair for crowd in crowds for pair in combinations(crowd, 2)}

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
        return score / (_UNDATED if gap is None else _DATED)

    def _weigh(self, entry: Profile) -> _Vectors:
        return {
            "full": self._unit(entry.full),
            "lead": self._unit(entry.lead),
            "head": self._unit(entry.head),
        }

    def _unit(self, counts: Mapping[str, int]) -> dict[str, float]:
        weights = {term: count * self.rarity(term) for term, count in counts.items()}
        norm = math.sqrt(math.fsum(weight * weight for weight in weights.values()))
        return {term: weight / norm for term, weight in weights.items()} if norm else {}


def _dot(x: Mapping[str, float], y: Mapping[str, float]) -> float:
    if len(x) > len(y):
        x, y = y, x
    return math.fsum(weight * y[term] for term, weight in x.items() if term in y)


def _start(heads: Sequence[Profile], known: Sequence[Known]) -> dict[int, _Group]:
    """One group for each new article and one for each existing story."""
    groups = {index: _Group([], [index]) for index in range(len(heads))}
    first: dict[str, int] = {}
    for index, entry in enumerate(known, start=len(heads)):
        if entry.story in first:
            groups[first[entry.story]].old.append(index)
        else:
            first[entry.story] = index
            groups[index] = _Group([index], [], entry.story)
    return groups


def _link(groups: dict[int, _Group], likeness: _Likeness) -> None:
    """Join the most alike groups, again and again, while the mean of their pairs is 1 or more."""
    home = {member: name for name, group in groups.items() for member in group.members}
    sums: dict[int, dict[int, float]] = defaultdict(dict)
    for x, y in sorted(likeness.candidates()):
        one, other = home[x], home[y]
        if one != other and not (groups[one].story and groups[other].story):
            sums[one][other] = sums[other][one] = 0.0
    for one, others in sums.items():
        for other in others:
            pairs = ((x, y) for x in groups[one].members for y in groups[other].members)
            sums[one][other] = math.fsum(likeness.alike(x, y) for x, y in pairs)
    heap = [(-_mean(groups, sums, x, y), x, y) for x in sums for y in sums[x] if x < y]
    heapify(heap)
    while heap and heap[0][0] <= -1:
        score, x, y = heappop(heap)
        if x in groups and y in groups and y in sums[x] and -score == _mean(groups, sums, x, y):
            _join(groups, sums, x, y)
            for z in sums[x]:
                heappush(heap, (-_mean(groups, sums, x, z), min(x, z), max(x, z)))


def _join(groups: dict[int, _Group], sums: dict[int, dict[int, float]], x: int, y: int) -> None:
    """Put group `y` into `x`; groups that now belong to two stories are no longer neighbours."""
    gone, kept = groups.pop(y), groups[x]
    kept.old, kept.new = kept.old + gone.old, sorted(kept.new + gone.new)
    kept.story = kept.story or gone.story
    for z, total in sums.pop(y).items():
        del sums[z][y]
        if z != x:
            sums[x][z] = sums[z][x] = sums[x].get(z, 0.0) + total
    for z in [z for z in sums[x] if kept.story and groups[z].story]:
        del sums[x][z], sums[z][x]


def _mean(groups: dict[int, _Group], sums: dict[int, dict[int, float]], x: int, y: int) -> float:
    return sums[x][y] / (len(groups[x].members) * len(groups[y].members))


def _proposal(group: _Group, likeness: _Likeness, heads: int) -> Proposal:
    members = [likeness.profiles[index] for index in group.members]
    articles = tuple(likeness.profiles[index].id for index in group.new)
    if len(members) == 1:
        return Proposal(articles, members[0].title, 1.0, ())
    means = {
        x: sum(likeness.alike(x, y) for y in group.members if y != x) / (len(members) - 1)
        for x in group.members
    }
    centre = max(group.members, key=lambda index: (means[index], -index))
    weakest = min(means[index] for index in group.new)
    return Proposal(
        articles,
        likeness.profiles[centre].title,
        1 / (1 + math.exp(-3 * (weakest - 1))),
        _reasons(group, likeness),
        group.story,
    )


def _reasons(group: _Group, likeness: _Likeness) -> tuple[str, ...]:
    """What all of a group have in common, heaviest first, and how far apart they appeared."""
    members = [likeness.profiles[index] for index in group.members]
    shared = set.intersection(*(set(member.names) for member in members))
    names = [key for key in shared if not all(map(common, key.split()))]
    heavy: list[str] = []
    for key in sorted(names, key=lambda key: (-sum(map(likeness.rarity, key.split())), key)):
        if not any(key in other or other in key for other in heavy):
            heavy.append(key)
    figures = frozenset.intersection(*(member.numbers for member in members))
    shown = [members[0].names[key] for key in heavy[:3]] + _figures(figures)[:2]
    reasons = []
    if shown:
        reasons.append(f"{'both' if len(members) == 2 else 'all'}: {', '.join(shown)}")
    gaps = [likeness.gap(x, y) for x, y in combinations(group.members, 2)]
    known = [gap for gap in gaps if gap is not None]
    if len(known) == len(gaps):
        reasons.append(_apart(max(known)))
    return tuple(reasons)


def _figures(found: Iterable[Number]) -> list[str]:
    telling = sorted(n for n in found if n.unit or n.value != int(n.value) or n.value > 2100)
    return [_written(number) for number in telling]


def _written(number: Number) -> str:
    large = [(f" {word}", size) for word, size in _LARGE if number.value >= size]
    word, size = large[0] if large else ("", 1.0)
    value = f"{number.value / size:,.10g}{word}"
    if number.unit == "%":
        return f"{value}%"
    if number.unit.isalpha():
        return f"{value} {number.unit.capitalize()}"
    return f"{number.unit}{value}"


def _apart(days: int) -> str:
    return ("the same day", "one day apart")[days] if days < 2 else f"{days} days apart"
