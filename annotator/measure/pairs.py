"""Two annotators at a time: confusion of values, Cohen's kappa, spans that match."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple, TypeAlias

from annotator.measure.alpha import NO_UNITS, NO_VARIATION, NOTHING_MARKED, Sheet, Undefined, Value
from annotator.measure.spans import Mark, touching

Confusion: TypeAlias = Mapping[tuple[Value, Value], float]


class Two(NamedTuple):
    """Two annotators, in the order of the corpus."""

    a: str
    b: str


def confusion(sheets: Iterable[Sheet], two: Two) -> Counter[tuple[Value, Value]]:
    """How often one said this and the other that, in the sheets that both read."""
    found: Counter[tuple[Value, Value]] = Counter()
    unmarked = 0
    for sheet in sheets:
        if two.a in sheet.marks and two.b in sheet.marks:
            a, b = sheet.marks[two.a], sheet.marks[two.b]
            units = {**a, **b}
            unmarked += sheet.size - len(units)
            if units:
                found.update(zip(map(a.get, units), map(b.get, units), strict=True))
    if unmarked:
        found[None, None] += unmarked
    return found


def kappa(found: Confusion) -> float:
    """Cohen's kappa (Educational and Psychological Measurement 20(1), 1960)."""
    units = sum(found.values())
    if not units:
        raise Undefined(NO_UNITS)
    a: defaultdict[Value, float] = defaultdict(float)
    b: defaultdict[Value, float] = defaultdict(float)
    for (first, second), count in found.items():
        a[first] += count
        b[second] += count
    same = sum(count for (first, second), count in found.items() if first == second)
    chance = sum(count * b[value] for value, count in a.items())
    if chance == units * units:
        raise Undefined(NO_VARIATION)
    return (same * units - chance) / (units * units - chance)


class Matches(NamedTuple):
    """Of all the `spans` of both annotators, those that the other has too."""

    spans: int = 0
    exact: int = 0
    overlap: int = 0


def matches(marks: Mapping[str, Sequence[Mark]]) -> dict[Two, Matches]:
    """The spans that match, for each pair of annotators of one article.

    exact: the other has a span of the same label with the same edges; overlap: of the same label,
    with a character in common.
    """
    by_label = {person: _by_label(own) for person, own in marks.items()}
    return {Two(a, b): _matches(by_label[a], by_label[b]) for a, b in combinations(by_label, 2)}


def _matches(a: Mapping[str, Sequence[Mark]], b: Mapping[str, Sequence[Mark]]) -> Matches:
    spans = exact = overlap = 0
    for label in a.keys() | b.keys():
        mine, hers = a.get(label, ()), b.get(label, ())
        same = {mark[:2] for mark in mine} & {mark[:2] for mark in hers}
        spans += len(mine) + len(hers)
        exact += sum(mark[:2] in same for mark in (*mine, *hers))
        overlap += sum(touching(mine, hers)) + sum(touching(hers, mine))
    return Matches(spans, exact, overlap)


def share(found: Mapping[str, float], kind: str) -> float:
    """F1 of spans: of the spans of both annotators, the share that the other has too.

    With exact matches this is F1, the mean of all pairs weighted by their spans; see `specific`.
    """
    if not found.get("spans"):
        raise Undefined(NOTHING_MARKED)
    return found.get(kind, 0) / found["spans"]


def _by_label(marks: Sequence[Mark]) -> dict[str, list[Mark]]:
    found: dict[str, list[Mark]] = {}
    for mark in marks:
        found.setdefault(mark.label, []).append(mark)
    return found
