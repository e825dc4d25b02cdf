"""Krippendorff's alpha and its kin, from what several annotators said of the same units.

Everything here comes from a matrix of coincidences: how often value c meets value k in a unit,
each pair of annotators weighing 1 / (m - 1) where m of them judged the unit. Matrices of parts of
the data add up to the matrix of the whole. Source: K. Krippendorff, Content Analysis, 3rd edition
2013, section 12.3.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

Value: TypeAlias = Any
"""What an annotator said of a unit: anything that can be compared; None for no label."""
Coincidences: TypeAlias = Mapping[tuple[Value, Value], float]
Difference: TypeAlias = Callable[[Value, Value, Mapping[Value, float]], float]
"""The squared difference of two values, given how often each value occurs."""


class Undefined(ValueError):
    """A figure that the data do not define; the message says why in a few words."""


NO_UNITS = "no unit was judged by two annotators"
NO_PAIRS = "no two annotators labelled anything that both judged"
NO_VARIATION = "no variation: every unit got the same value"
NOTHING_MARKED = "nobody marked anything"


@dataclass(frozen=True, slots=True)
class Sheet:
    """`size` units of one article or story as several annotators judged them.

    `marks` maps each annotator who read it to the units she labelled, with their values; all other
    units have the value None of her. `cluster` is what the bootstrap draws.
    """

    cluster: str
    size: int
    marks: Mapping[str, Mapping[Any, Value]]


def coincidences(sheet: Sheet) -> Counter[tuple[Value, Value]]:
    """The matrix of coincidences of a sheet; empty with fewer than two annotators."""
    found: Counter[tuple[Value, Value]] = Counter()
    readers = len(sheet.marks)
    if readers < 2:
        return found
    units: defaultdict[Hashable, Counter[Value]] = defaultdict(Counter)
    for marks in sheet.marks.values():
        for unit, value in marks.items():
            units[unit][value] += 1
    for values in units.values():
        if silent := readers - values.total():
            values[None] += silent
        for c, n in values.items():
            for k, j in values.items():
                if pairs := n * (j - (c == k)):
                    found[c, k] += pairs / (readers - 1)
    if unmarked := sheet.size - len(units):
        found[None, None] += readers * unmarked
    return found


def nominal(c: Value, k: Value, totals: Mapping[Value, float]) -> float:
    """Values are the same or they are not."""
    return float(c != k)


def ordinal(c: Value, k: Value, totals: Mapping[Value, float]) -> float:
    """Values are ranks; they differ by how many of all values lie between them."""
    low, high = min(c, k), max(c, k)
    between = sum(count for value, count in totals.items() if low <= value <= high)
    return (between - (totals[c] + totals[k]) / 2) ** 2


def alpha(found: Coincidences, difference: Difference = nominal) -> float:
    """Krippendorff's alpha; raises Undefined without pairs of values or without variation."""
    totals = _totals(found)
    count = sum(totals.values())
    if not count:
        raise Undefined(NO_UNITS)
    if len(totals) < 2:
        raise Undefined(NO_VARIATION)
    if difference is nominal:
        observed = sum(pairs for (c, k), pairs in found.items() if c != k)
        expected = sum(total * (count - total) for total in totals.values()) / (count - 1)
    else:
        apart = {(c, k): difference(c, k, totals) for c in totals for k in totals}
        observed = sum(pairs * apart[pair] for pair, pairs in found.items() if pairs)
        expected = sum(totals[c] * totals[k] * far for (c, k), far in apart.items()) / (count - 1)
    return 1 - observed / expected


def agreement(found: Coincidences) -> float:
    """Observed agreement: the share of the coincidences that are of one value."""
    count = sum(found.values())
    if not count:
        raise Undefined(NO_UNITS)
    return sum(pairs for (c, k), pairs in found.items() if c == k) / count


def specific(found: Coincidences) -> float:
    """F1 of units, the mean of all pairs: of the labels given, the share given by both of a pair.

    Positive specific agreement, which is the F1 of either annotator against the other: G. Hripcsak
    and A. Rothschild, JAMIA 12(3), 2005.
    """
    marked = sum(count for value, count in _totals(found).items() if value is not None)
    if not sum(found.values()):
        raise Undefined(NO_UNITS)
    if not marked:
        raise Undefined(NOTHING_MARKED)
    return sum(n for (c, k), n in found.items() if c == k and c is not None) / marked


def _totals(found: Coincidences) -> dict[Value, float]:
    totals: defaultdict[Value, float] = defaultdict(float)
    for (value, _), pairs in found.items():
        if pairs:
            totals[value] += pairs
    return dict(totals)
