"""Same event: which articles belong to one story.

Groups of articles grow by average linkage (Sokal and Michener 1958), so that a chain of articles,
each like the next, does not become one story.
"""

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush

from annotator.stories.likeness import Likeness
from annotator.stories.profile import Profile, profile
from annotator.stories.reasons import reasons

__all__ = ["Known", "Profile", "Proposal", "profile", "propose"]

_FLOOR = 0.5  # mean below which two groups are not followed: to reach 1, a part must be above it


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
    likeness = Likeness([*heads, *(entry.profile for entry in known)], len(heads))
    groups = _start(heads, known)
    _link(groups, likeness)
    made = [_proposal(group, likeness) for group in groups.values() if group.new]
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


def _link(groups: dict[int, _Group], likeness: Likeness) -> None:
    """Join the most alike groups, again and again, while the mean of their pairs is 1 or more."""
    home = {member: name for name, group in groups.items() for member in group.members}
    means: dict[int, dict[int, float]] = defaultdict(dict)
    heap: list[tuple[float, int, int]] = []
    near = {(home[x], home[y]) for x, y in likeness.near}
    for x, y in sorted((x, y) for x, y in near if x != y):
        if (mean := _mean(groups[x], groups[y], likeness)) >= _FLOOR:
            means[x][y] = means[y][x] = mean
            heap.append((-mean, x, y))
    heapify(heap)
    while heap and heap[0][0] <= -1:
        score, x, y = heappop(heap)
        if means[x].get(y) == -score:  # else one of the two has grown since
            _join(groups, means, likeness, x, y)
            for z, mean in means[x].items():
                heappush(heap, (-mean, x, z))


def _join(
    groups: dict[int, _Group],
    means: dict[int, dict[int, float]],
    likeness: Likeness,
    x: int,
    y: int,
) -> None:
    """Put group `y` into `x`; groups that now belong to two stories are no longer neighbours.

    The mean of the pairs of a joined group follows from those of its parts (Lance and Williams
    1967), so that a group of hundreds costs no more than a pair.
    """
    kept, gone = groups[x], groups.pop(y)
    near, far = means.pop(x), means.pop(y)
    share = len(gone.members) / (len(kept.members) + len(gone.members))
    story = kept.story or gone.story
    for z in (near.keys() | far.keys()) - {x, y}:
        means[z].pop(x, None)
        means[z].pop(y, None)
        if story and groups[z].story:
            continue
        one = near[z] if z in near else _mean(kept, groups[z], likeness)
        other = far[z] if z in far else _mean(gone, groups[z], likeness)
        if (mean := one + share * (other - one)) >= _FLOOR:
            means[x][z] = means[z][x] = mean
    kept.old, kept.new, kept.story = kept.old + gone.old, sorted(kept.new + gone.new), story


def _mean(x: _Group, y: _Group, likeness: Likeness) -> float:
    pairs = [likeness.alike(one, other) for one in x.members for other in y.members]
    return math.fsum(pairs) / len(pairs)


def _proposal(group: _Group, likeness: Likeness) -> Proposal:
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
        reasons(group.members, likeness),
        group.story,
    )
