"""95 % intervals by drawing clusters of the data again and again.

Units of one story are not independent of each other, so whole stories (or articles) are drawn with
replacement, as many as there are, and every figure is computed anew from each draw; the interval
lies between the 2.5th and the 97.5th percentile (B. Efron and R. Tibshirani, An Introduction to the
Bootstrap, 1993, chapter 13; for clusters A. Davison and D. Hinkley, Bootstrap Methods and their
Application, 1997, section 3.8). More than a thousand clusters are drawn in a thousand groups, which
leaves the spread what it is. An interval that would miss the value is widened to it.
"""

import functools
import random
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Any, TypeAlias

from annotator.measure.alpha import Undefined

ROUNDS = 1000
SEED = 1
_GROUPS = 1000
Counts: TypeAlias = Mapping[Any, float]
Chosen: TypeAlias = Callable[[Sequence[float]], tuple[float, ...]]


@dataclass(frozen=True, slots=True)
class Figure:
    """A coefficient; `low` and `high` bound it at 95 %, `why` says what of it is undefined."""

    value: float | None
    low: float | None = None
    high: float | None = None
    why: str | None = None

    def rounded(self) -> "Figure":
        """The figure with six decimals, as it goes out: the same on every machine."""
        value, low, high = (
            None if number is None else round(number, 6)
            for number in (self.value, self.low, self.high)
        )
        return Figure(value, low, high, self.why)


@dataclass(frozen=True, slots=True)
class Statistic:
    """A figure as a function of counts that add up over (cluster, counts); may raise Undefined."""

    rows: Iterable[tuple[str, Counts]]
    value: Callable[[Counts], float]


class _Columns:
    """The counts of a statistic, a column a count, in it a row for each group of clusters."""

    def __init__(self, statistic: Statistic, clusters: Mapping[str, int], groups: int) -> None:
        self._value = statistic.value
        self._columns: defaultdict[Hashable, list[float]] = defaultdict(lambda: [0.0] * groups)
        for cluster, counts in statistic.rows:
            for key, count in counts.items():
                self._columns[key][clusters[cluster]] += count
        self.drawn: list[float] = []
        self.undefined = 0

    def whole(self) -> float:
        return self._value({key: sum(column) for key, column in self._columns.items()})

    def draw(self, chosen: Chosen) -> None:
        counts = {key: sum(chosen(column)) for key, column in self._columns.items()}
        try:
            self.drawn.append(self._value(counts))
        except Undefined:
            self.undefined += 1


def figures(
    statistics: Mapping[str, Statistic], rounds: int = ROUNDS, seed: int = SEED
) -> dict[str, Figure]:
    """Each statistic with its interval; all of them see the same draws."""
    held = {name: Statistic(list(s.rows), s.value) for name, s in statistics.items()}
    names = sorted({cluster for s in held.values() for cluster, _ in s.rows})
    clusters = {cluster: number % _GROUPS for number, cluster in enumerate(names)}
    groups = min(len(names), _GROUPS)
    found: dict[str, Figure] = {}
    columns: dict[str, _Columns] = {}
    for name, statistic in held.items():
        columns[name] = _Columns(statistic, clusters, groups)
        try:
            found[name] = Figure(columns[name].whole())
        except Undefined as undefined:
            found[name] = Figure(None, why=str(undefined))
            del columns[name]
    if groups > 1 and columns:
        for chosen in _draws(groups, rounds, seed):
            for column in columns.values():
                column.draw(chosen)
    return {name: _bounded(figure, columns.get(name)) for name, figure in found.items()}


@functools.lru_cache(maxsize=2)
def _draws(groups: int, rounds: int, seed: int) -> list[Chosen]:
    """What picks the drawn groups out of a column, for each round."""
    source = random.Random(seed)
    return [itemgetter(*source.choices(range(groups), k=groups)) for _ in range(rounds)]


def _bounded(figure: Figure, columns: _Columns | None) -> Figure:
    """The figure with its interval, if enough draws defined one."""
    value = figure.value
    if columns is None or value is None:
        return figure
    drawn = sorted(columns.drawn)
    if not drawn:
        return Figure(value, why="no interval: all of it comes from one story or article")
    if len(drawn) < columns.undefined:
        return Figure(value, why="no interval: most draws of stories leave it undefined")
    low, high = drawn[int(0.025 * len(drawn))], drawn[int(0.975 * (len(drawn) - 1))]
    return Figure(value, min(low, value), max(high, value))
