"""How much a learner may say: as much as helps in sentences that it was not trained on.

What it fitted is drawn towards the rules until it gains more in token F1 than chance may give.
"""

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from numpy.typing import NDArray

_SAYS = (0.5, 0.75, 0.9, 1.0)
"""Parts of the way from rules to learner; few, for each more is one more to look good by chance."""

_WORSE = 0.005
"""F1, of 1, that a view may lose: half a point, less than chance moves it by on any gold."""

_ERRORS = 2
"""Standard errors that a gain must exceed; with one, one learning curve in ten dips (ADR 19)."""

_LEAST = 0.1
"""The lowest chance to propose from: where marks have no pattern, F1 is best with all marked."""

_ALONE = (0.0, 0.5)
"""The rules alone, which propose what has even odds."""


class View(NamedTuple):
    """The log-odds of words by the rules, even or better where they propose, and by a learner."""

    rules: "NDArray[Any]"
    learner: "NDArray[Any]"

    def mixed(self, say: float) -> "NDArray[Any]":
        """The log-odds when the learner has a `say` from 0 to 1."""
        mixed: NDArray[Any] = self.rules + say * (self.learner - self.rules)
        return mixed


def choose(
    views: Sequence[View], truth: "NDArray[Any]", sentences: "NDArray[Any]"
) -> tuple[float, float]:
    """The learner's say, in [0, 1], and the chance from which on to propose.

    Each of the `views` is of the same words, which `truth` calls marked and `sentences` gives the
    number of their sentence; the threshold comes from the first. A say is worth the gain in F1,
    the mean of the views, less twice its standard error, and nothing where one of them loses half
    a point; where none is worth anything it is 0.
    """
    best, chosen = 0.0, _ALONE
    alone = [_f1(view.rules >= 0, truth, sentences) for view in views]
    for say in _SAYS:
        threshold = _threshold(views[0].mixed(say), truth)
        least = math.log(threshold / (1 - threshold))
        found = [_f1(view.mixed(say) >= least, truth, sentences) for view in views]
        pairs = list(zip(found, alone, strict=True))
        gains = [new[0] - old[0] for new, old in pairs]
        moves = sum(new[1] - old[1] for new, old in pairs) / len(views)
        worth = sum(gains) / len(views) - _ERRORS * math.sqrt((moves**2).sum())
        if min(gains) >= -_WORSE and 0 < worth >= best:
            best, chosen = worth, (say, threshold)
    return chosen


def _f1(
    chosen: "NDArray[Any]", truth: "NDArray[Any]", sentences: "NDArray[Any]"
) -> tuple[float, "NDArray[Any]"]:
    """F1, and how far each sentence moves it (the infinitesimal jackknife; Jaeckel 1972)."""
    import numpy as np

    right = np.bincount(sentences, chosen * truth)
    size = np.bincount(sentences, chosen + truth)
    f1 = 2 * right.sum() / size.sum()
    return f1, (2 * right - f1 * size) / size.sum()


def _threshold(scores: "NDArray[Any]", truth: "NDArray[Any]") -> float:
    """The chance from which on F1 is best: half of that F1 (Lipton et al. 2014, theorem 1)."""
    import numpy as np

    right = np.cumsum(truth[np.argsort(-scores, kind="stable")])
    f1 = 2 * right / (np.arange(1, len(right) + 1) + truth.sum())
    return round(max(_LEAST, float(f1.max()) / 2), 4)
