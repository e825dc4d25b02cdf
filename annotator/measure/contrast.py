"""Which words one side uses more than the others: log-odds ratios with an informative prior.

Source: B. Monroe, M. Colaresi and K. Quinn, Fightin' Words, Political Analysis 16(4), 2008, section
3.5.1, equations 15, 16, 20 and 22. The prior comes from a background: a word that is common
everywhere takes more to stand out than counts alone would say, and a rare one is not made much of.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import log, sqrt


@dataclass(frozen=True, slots=True)
class Weighed:
    """A word with how often one side and all others use it; `z` > 0 where it is that side's.

    `z` is the log-odds ratio in standard deviations: beyond 1.96 it is hardly chance.
    """

    word: str
    count: int
    others: int
    z: float


def weighed(
    own: Mapping[str, int],
    others: Mapping[str, int],
    background: Mapping[str, int],
    weight: float,
) -> list[Weighed]:
    """Every word of both, the most typical of `own` first.

    `background` counts at least all the words of both; as a prior it weighs as much as `weight`
    words.
    """
    scale = weight / max(1, sum(background.values()))
    prior = {word: scale * background[word] for word in {*own, *others}}
    mine, theirs = sum(own.values()) + weight, sum(others.values()) + weight
    found = []
    for word, alpha in prior.items():
        a, b = own.get(word, 0) + alpha, others.get(word, 0) + alpha
        ratio = log(a / max(mine - a, alpha)) - log(b / max(theirs - b, alpha))
        z = ratio / sqrt(1 / a + 1 / b)
        found.append(Weighed(word, own.get(word, 0), others.get(word, 0), z))
    return sorted(found, key=lambda item: (-item.z, item.word))
