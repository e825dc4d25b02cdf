"""Logistic regression on binary features with a normal prior, by numpy.

Fitted on whole batches by Adam (Kingma & Ba 2015), so that the same examples give the same weights.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from numpy.typing import NDArray

_ROUNDS = 120
_RATE = 0.12
_PENALTY = 0.06
_RARE = 3
_TINY = 0.02


@dataclass(frozen=True, slots=True)
class Table:
    """Words as rows of feature numbers, one row after the other; `lengths` has each row's size."""

    names: Sequence[str]
    columns: "NDArray[Any]"
    lengths: "NDArray[Any]"
    truth: "NDArray[Any]"

    def part(self, rows: "NDArray[Any]") -> "Table":
        """The rows for which the mask `rows` is true."""
        import numpy as np

        inside = np.repeat(rows, self.lengths)
        return Table(self.names, self.columns[inside], self.lengths[rows], self.truth[rows])

    def known(self, weights: dict[str, float]) -> "NDArray[Any]":
        """The weight of each feature, 0 for those that `weights` do not name."""
        import numpy as np

        return np.array([weights.get(name, 0.0) for name in self.names])

    def scores(self, weights: "NDArray[Any]") -> "NDArray[Any]":
        """The log-odds of each row under the weights."""
        import numpy as np

        return np.add.reduceat(weights[self.columns], self._starts)

    @property
    def _starts(self) -> "NDArray[Any]":
        import numpy as np

        return np.concatenate(([0], np.cumsum(self.lengths)[:-1]))


def table(words: Iterable[Sequence[str]], marked: Sequence[bool]) -> Table:
    """The table of words given by their features, none of them without any, and their truth."""
    import numpy as np

    numbers: dict[str, int] = {}
    columns: list[int] = []
    lengths: list[int] = []
    for names in words:
        columns += [numbers.setdefault(name, len(numbers)) for name in names]
        lengths.append(len(names))
    truth = np.array(marked, dtype=float)
    return Table(list(numbers), np.array(columns), np.array(lengths), truth)


def named(fitted: Table, weights: "NDArray[Any]", prior: dict[str, float]) -> dict[str, float]:
    """The weights that matter, by feature; features not seen have what they had before."""
    pairs = (prior | dict(zip(fitted.names, weights.tolist(), strict=True))).items()
    return {name: round(weight, 3) for name, weight in sorted(pairs) if abs(weight) >= _TINY}


def fit(given: Table, before: "NDArray[Any]") -> "NDArray[Any]":
    """A weight for each feature; those that examples say little of stay near `before`."""
    import numpy as np

    size = len(given.names)
    counts = np.bincount(given.columns, minlength=size)
    often = counts[given.columns] >= _RARE
    starts = np.concatenate(([0], np.cumsum(given.lengths)[:-1]))
    lengths = np.add.reduceat(often, starts, dtype=int)
    given = Table(given.names, given.columns[often], lengths, given.truth)
    weights, speed, energy = before.copy(), np.zeros(size), np.zeros(size)
    total = len(given.truth)
    penalty = _PENALTY / math.sqrt(total)
    for step in range(1, _ROUNDS + 1):
        scores = given.scores(weights)
        errors = (1 / (1 + np.exp(-np.clip(scores, -30, 30))) - given.truth) / total
        slope = np.bincount(given.columns, np.repeat(errors, lengths), size)
        slope += penalty * (weights - before)
        speed = 0.9 * speed + 0.1 * slope
        energy = 0.99 * energy + 0.01 * slope**2
        pace = _RATE * math.sqrt(1 - 0.99**step) / (1 - 0.9**step)
        weights -= pace * speed / (np.sqrt(energy) + 1e-8)
    return weights


def crossed(
    given: Table, halves: "NDArray[Any]", taught: "NDArray[Any]", before: "NDArray[Any]"
) -> "NDArray[Any]":
    """The log-odds of each row by a model of those in the other half, 0 or 1, that are `taught`."""
    scores = given.scores(before)
    for half in (0, 1):
        mine, others = halves == half, (halves != half) & taught
        if mine.any() and others.any():
            scores[mine] = given.part(mine).scores(fit(given.part(others), before))
    return scores
