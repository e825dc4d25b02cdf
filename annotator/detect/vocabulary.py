"""What is known of a word wherever it stands: how rare it is, and which words it behaves like.

`lexicons/vocabulary.txt` has a line for the words of one Brown cluster (Brown et al. 1992) and one
rarity: the cluster's path in the tree of clusters, the rarity (minus the natural logarithm of the
word's probability, rounded down), the words. Lines that begin with "#" say where it comes from.
"""

from functools import cache
from typing import TypeAlias

from annotator.detect import lexicon

_LENGTHS = (4, 6, 10)
_COMMON = 8
_RAREST = 15
"""The rarity of a word that is not listed."""


Place: TypeAlias = tuple[str, int]
"""The path of a word's cluster, "" where it has none, and its rarity."""

_NOWHERE = ("", _RAREST)


def place(word: str) -> Place:
    """The place of a lower-case word, which it shares with others."""
    return _words().get(word, _NOWHERE)


@cache
def told(at: Place) -> tuple[str, ...]:
    """The features of a place: beginnings of its path, steps of its rarity.

    The lengths of the beginnings are those of Turian et al. 2010.
    """
    path, rarity = at
    steps = [f"rare>={step}" for step in range(_COMMON, rarity + 1)]
    if not path:
        return ("cluster=", *steps)
    return (f"cluster={path}", *(f"cluster{n}={path[:n]:0<{n}}" for n in _LENGTHS), *steps)


@cache
def _words() -> dict[str, Place]:
    """Each word's place."""
    text = (lexicon.FOLDER / "vocabulary.txt").read_text("utf-8")
    found: dict[str, Place] = {}
    for line in text.splitlines():
        if not line.startswith("#"):
            path, rarity, *words = line.split(" ")
            found |= dict.fromkeys(words, (path, int(rarity)))
    return found
