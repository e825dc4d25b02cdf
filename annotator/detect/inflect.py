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
_QUALITY = re.compile(r"(?:ful|less|ish|ous|[^aeiou]y)$")
_SYLLABLE = re.compile(r"[aeiouy]+")
_IZE = re.compile(r"(?<!e|\bs)(?<!\bpr|[nprt]s)iz(?=(?:e[ds]?|ers?|ing|ingly|ations?)\b)")
_OWNER = re.compile(r"\bone(?:'s|self)\b")
_OWNERS = {
    "one's": ("his", "her", "its", "our", "their"),
    "oneself": ("himself", "herself", "itself", "ourselves", "themselves"),
}


def forms(lemma: str, pos: str) -> tuple[str, ...]:
    """The lemma and its inflected forms, without repeats.

    A verb phrase inflects its first word, a noun phrase its last; an adjective of one word is
    compared where it is short and has its noun in -ness; adverbs and phrases stay as they are.
    "-ize" stands for "-ise" too, "one's" for any possessive and "oneself" for any reflexive.
    """
    found = _inflected(lemma, pos)
    if owner := _OWNER.search(lemma):
        owners = _OWNERS[owner[0]]
        found = _unique((*found, *(f.replace(owner[0], own) for own in owners for f in found)))
    return _unique((*found, *(_IZE.sub("is", form) for form in found))) if "iz" in lemma else found


def _inflected(lemma: str, pos: str) -> tuple[str, ...]:
    if pos == "verb":
        head, _, rest = lemma.partition(" ")
        return _unique(f"{form} {rest}".rstrip() for form in verb(head))
    if pos == "noun":
        rest, space, head = lemma.rpartition(" ")
        return _unique(f"{rest}{space}{form}" for form in noun(head))
    return adjective(lemma) if pos == "adjective" and lemma.isalpha() else (lemma,)


def verb(lemma: str) -> tuple[str, ...]:
    """Base, third person, past, participle and -ing form."""
    irregular = _irregular()["verb"].get(lemma)
    third, past, ing = _third(lemma), _past(lemma), _ing(lemma)
    pasts = tuple(irregular.split()) if irregular else (past,)
    return _unique((lemma, third, *pasts, ing))


def noun(lemma: str) -> tuple[str, ...]:
    """Singular and plural."""
    return _unique((lemma, _irregular()["noun"].get(lemma) or _third(lemma)))


def adjective(lemma: str) -> tuple[str, ...]:
    """Positive; degrees of a short one ("vilest"); the noun of a quality ("shamelessness")."""
    soft = lemma.endswith("y") and lemma[-2:-1] not in _VOWELS
    stem = f"{lemma[:-1]}i" if soft else lemma
    quality = (f"{stem}ness",) if _QUALITY.search(lemma) else ()
    if len(_SYLLABLE.findall(lemma.removesuffix("e"))) > 1 + soft:
        return (lemma, *quality)
    root = lemma[:-1] if lemma.endswith("e") else _doubled(stem)
    return (lemma, f"{root}er", f"{root}est", *quality)


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
