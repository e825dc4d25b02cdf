"""Reasons: what articles put into one story have in common, in words for people."""

from collections.abc import Iterable, Sequence
from itertools import combinations

from annotator.stories.likeness import Likeness
from annotator.stories.numbers import Number
from annotator.stories.terms import common

_LARGE = (("trillion", 1e12), ("billion", 1e9), ("million", 1e6))


def reasons(group: Sequence[int], likeness: Likeness) -> tuple[str, ...]:
    """What all articles of `group` share, heaviest first, and how far apart they appeared.

    `group` holds indices into `likeness`.
    """
    members = [likeness.profiles[index] for index in group]
    shared = set.intersection(*(set(member.names) for member in members))
    names = [key for key in shared if not all(map(common, key.split()))]
    heavy: list[str] = []
    for key in sorted(names, key=lambda key: (-sum(map(likeness.rarity, key.split())), key)):
        if not any(key in other or other in key for other in heavy):
            heavy.append(key)
    figures = frozenset.intersection(*(member.numbers for member in members))
    shown = [members[0].names[key] for key in heavy[:3]] + _figures(figures)[:2]
    found = []
    if shown:
        found.append(f"{'both' if len(members) == 2 else 'all'}: {', '.join(shown)}")
    gaps = [likeness.gap(x, y) for x, y in combinations(group, 2)]
    known = [gap for gap in gaps if gap is not None]
    if len(known) == len(gaps):
        found.append(_apart(max(known)))
    return tuple(found)


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
