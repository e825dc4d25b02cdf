"""Regular English inflection with a table of irregular verbs and nouns."""

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

_TABLE = Path(__file__).parent / "lexicons" / "irregular.toml"
_VOWELS = "aeiou"
_DOUBLING = re.compile(r"(?:^|[^aeiou])[aeiou][bdgklmnprtvz]$")
_SIBILANT = re.compile(r"(?:s|x|z|ch|sh)$")
_SYLLABLE = re.compile(r"[aeiouy]+")


def forms(lemma: str, pos: str) -> tuple[str, ...]:
    """The lemma and its inflected forms, without repeats.

    A verb phrase inflects its first word, a noun phrase its last; adjectives, adverbs and phrases
    stay as they are.
    """
    if pos == "verb":
        head, _, rest = lemma.partition(" ")
        return _unique(f"{form} {rest}".rstrip() for form in verb(head))
    if pos == "noun":
        rest, space, head = lemma.rpartition(" ")
        return _unique(f"{rest}{space}{form}" for form in noun(head))
    return (lemma,)


def verb(lemma: str) -> tuple[str, ...]:
    """Base, third person, past, participle and -ing form."""
    irregular = _irregular()["verb"].get(lemma)
    third, past, ing = _third(lemma), _past(lemma), _ing(lemma)
    pasts = tuple(irregular.split()) if irregular else (past,)
    return _unique((lemma, third, *pasts, ing))


def noun(lemma: str) -> tuple[str, ...]:
    """Singular and plural."""
    return _unique((lemma, _irregular()["noun"].get(lemma) or _third(lemma)))


def _third(word: str) -> str:
    if _SIBILANT.search(word) or (word.endswith("o") and len(word) > 2 and word[-2] not in "aeiou"):
        return word + "es"
    if word.endswith("y") and len(word) > 1 and word[-2] not in _VOWELS:
        return word[:-1] + "ies"
    return word + "s"


def _past(word: str) -> str:
    if word.endswith("e"):
        return word + "d"
    if word.endswith("y") and len(word) > 1 and word[-2] not in _VOWELS:
        return word[:-1] + "ied"
    return _doubled(word) + "ed"


def _ing(word: str) -> str:
    if word.endswith("ie"):
        return word[:-2] + "ying"
    if word.endswith("e") and not word.endswith(("ee", "oe", "ye")):
        return word[:-1] + "ing"
    return _doubled(word) + "ing"


def _doubled(word: str) -> str:
    """One-syllable words double a final consonant after a single vowel; longer ones by table."""
    short = len(_SYLLABLE.findall(word)) == 1 and _DOUBLING.search(word)
    return word + word[-1] if short or word in _irregular()["doubling"] else word


@cache
def _irregular() -> dict[str, Any]:
    return tomllib.loads(_TABLE.read_text("utf-8"))


def _unique(items: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(items))
