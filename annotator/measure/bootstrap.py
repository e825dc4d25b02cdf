"""95 % intervals by drawing clusters of the data again and again.

Units of one story are not independent of each other, so whole stories (or articles) are drawn with
replacement, as many as there are, and every figure is computed anew from each draw; the interval
lies between the 2.5th and the 97.5th percentile (B. Efron and R. Tibshirani, An Introduction to the
Bootstrap, 1993, chapter 13; for clusters A. Davison and D. Hinkley, Bootstrap Methods and their
Application, 1997, section 3.8). More than a thousand clusters are drawn in a thousand groups, which
leaves the spread what it is. An interval that would miss the value is widened to it. A cluster in
which nothing was counted is none, and a figure that rests on a single one has no interval.
"""

import functools
import random
from collections import defaultdict
from collections.abc import Callable, Hashable, Mapping, Sequence
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
    """A figure as a function of counts that add up over (cluster, counts); may raise Undefined.

    Statistics that share their rows, the same list, are summed up once for all of them.
    """

    rows: Sequence[tuple[str, Counts]]
    value: Callable[[Counts], float]


class _Columns:
    """The counts of some rows, a column a count, in it a cell for each group of clusters.

    `values` are the statistics of these counts by name, `drawn` what the draws made of them.
    """

    def __init__(self, rows: Sequence[tuple[str, Counts]], groups: Mapping[str, int]) -> None:
        size = len(set(groups.values()))
        rows = [row for row in rows if row[0] in groups]
        self.single = len(_counted(rows)) < 2
        self._columns: defaultdict[Hashable, list[float]] = defaultdict(lambda: [0.0] * size)
        for cluster, counts in rows:
            for key, count in counts.items():
                self._columns[key][groups[cluster]] += count
        self.values: dict[str, Callable[[Counts], float]] = {}
        self.drawn: defaultdict[str, list[float | None]] = defaultdict(list)

    def whole(self) -> Counts:
        return {key: sum(column) for key, column in self._columns.items()}

    def draw(self, chosen: Chosen) -> None:
        counts = {key: sum(chosen(column)) for key, column in self._columns.items()}
        for name, value in self.values.items():
            try:
                self.drawn[name].append(value(counts))
            except Undefined:
                self.drawn[name].append(None)


def figures(
    statistics: Mapping[str, Statistic], rounds: int = ROUNDS, seed: int = SEED
) -> dict[str, Figure]:
    """Each statistic with its interval; all of them see the same draws."""
    names = sorted(set[str]().union(*(_counted(s.rows) for s in statistics.values())))
    groups = {cluster: number % _GROUPS for number, cluster in enumerate(names)}
    columns: dict[int, _Columns] = {}
    found: dict[str, Figure] = {}
    for name, statistic in statistics.items():
        key = id(statistic.rows)
        own = columns[key] = columns.get(key) or _Columns(statistic.rows, groups)
        try:
            found[name] = Figure(statistic.value(own.whole()))
            own.values[name] = statistic.value
        except Undefined as undefined:
            found[name] = Figure(None, why=str(undefined))
    alive = [own for own in columns.values() if own.values and not own.single]
    if alive:
        for chosen in _draws(min(len(names), _GROUPS), rounds, seed):
            for own in alive:
                own.draw(chosen)
    drawn = {name: own.drawn[name] for own in alive for name in own.values}
    return {name: _bounded(figure, drawn.get(name, [])) for name, figure in found.items()}


def _counted(rows: Sequence[tuple[str, Counts]]) -> set[str]:
    return {cluster for cluster, counts in rows if any(counts.values())}


@functools.lru_cache(maxsize=2)
def _draws(groups: int, rounds: int, seed: int) -> list[Chosen]:
    """What picks the drawn groups out of a column, for each round."""
    source = random.Random(seed)
    return [itemgetter(*source.choices(range(groups), k=groups)) for _ in range(rounds)]


def _bounded(figure: Figure, drawn: Sequence[float | None]) -> Figure:
    """The figure with its interval, if enough draws defined one."""
    value = figure.value
    if value is None:
        return figure
    known = sorted(number for number in drawn if number is not None)
    if not drawn:
        return Figure(value, why="no interval: all of it comes from one story or article")
    if 2 * len(known) < len(drawn):
        return Figure(value, why="no interval: most draws leave it undefined")
    low, high = known[int(0.025 * len(known))], known[int(0.975 * (len(known) - 1))]
    return Figure(value, min(low, value), max(high, value))
