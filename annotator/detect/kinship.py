"""Which words look akin to loaded ones: "thuggish" and "thuggery" begin as "thug" or "thugs" do.

An entry teaches its kin in this way, whether or not they are listed themselves.
"""

from collections import defaultdict
from functools import cache

from annotator.detect import lexicon

_LEXICON = "loaded"
_LENGTHS = (5, 6, 7)
_LEAST = 0.4
"""The strength from which on an entry counts."""


def told(word: str, unknown: frozenset[str] = frozenset()) -> list[str]:
    """The features of a word that begins with as many letters as some form of another entry.

    The entries with the ids `unknown` are taken for absent.
    """
    starting = _starting()
    if word[: _LENGTHS[0]] not in starting:
        return []
    own = _entries().get(word, frozenset()) | unknown
    starts = [(n, starting.get(word[:n])) for n in _LENGTHS if len(word) >= n]
    return [f"kin={n}" for n, ids in starts if ids and not ids <= own]


@cache
def _entries() -> dict[str, frozenset[str]]:
    """The ids of the entries by form, of forms that are one word of letters alone."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for entry in lexicon.load(_LEXICON).entries:
        for form in entry.forms:
            if entry.strength >= _LEAST and form.isalpha():
                found[form].add(entry.id)
    return {form: frozenset(ids) for form, ids in found.items()}


@cache
def _starting() -> dict[str, frozenset[str]]:
    """The ids of the entries by the first letters of their forms."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for form, ids in _entries().items():
        for length in _LENGTHS:
            if len(form) >= length:
                found[form[:length]] |= ids
    return {start: frozenset(ids) for start, ids in found.items()}
