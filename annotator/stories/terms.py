"""Terms: the stems, synonym groups and numbers by which sentences and articles are compared."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain

from annotator.stories.numbers import Number, numbers
from annotator.stories.vocabulary import ALIKE, COMMON, EMPTY

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|\d+(?:[.,]\d+)*|[^\W\d_]+(?:[’'][^\W\d_]+)*")
_CONTRACTED = re.compile(r"(.+)'(ll|ve|re|m|d)")
_SHORT_FOR = {"ll": "will", "ve": "have", "re": "are", "m": "am", "d": "would"}
_SUFFIX = re.compile(
    r"(?<=....)(?:i[sz]ations?|ations?|ingly|edly|e?ments?|ness(?:es)?|ities|ity|ions?|ings?|"
    r"ical(?:ly)?|ics?|ers?|ors?|ed|es|ly|al|s|e|y)$"
)
_WHOLE = {"police", "news", "united", "states"}
_NAME = re.compile(
    r"(?!The\s)\b[A-Z][\w’'-]+(?:\s(?:(?:of|the|for|and|on|de)\s){0,2}[A-Z][\w’'-]+)+"
)
_CAPITAL = re.compile(r"(?<=[\w,;’'] )[A-Z][\w’'-]+")
_ACRONYM = re.compile(r"\b(?:[A-Z]{2,6}|(?:[A-Z]\.){2,6})(?!\w)")


@dataclass(frozen=True, slots=True)
class Terms:
    """What a sentence is compared by.

    `run`: every word in order, stemmed; `stems`: the content words; `capitals`: those with a
    capital within the sentence; `groups`: synonym group to the stems that put the sentence in it.
    """

    run: tuple[str, ...]
    stems: frozenset[str]
    capitals: frozenset[str]
    groups: Mapping[str, frozenset[str]]
    numbers: frozenset[Number]


def terms(text: str, acronyms: Mapping[str, str] | None = None) -> Terms:
    """The terms of one sentence; `acronyms` are the long names of both articles (`acronyms`)."""
    plain = _terms(text)
    added: dict[str, set[str]] = defaultdict(set)
    for long, short in (acronyms or {}).items():
        if long in text:
            added[_group(short)].update(stem(word) for word in spoken(long))
        elif stem(short.lower()) in plain.stems:
            added[_group(short)].add(stem(short.lower()))
    if not added:
        return plain
    groups = {name: plain.groups.get(name, frozenset()) | more for name, more in added.items()}
    return replace(plain, groups={**plain.groups, **groups})


@lru_cache(maxsize=1 << 12)
def _terms(text: str) -> Terms:
    words = spoken(text)
    run = tuple(stem(word) for word in words)
    stems = frozenset(s for word, s in zip(words, run, strict=True) if tells(word))
    groups: dict[str, set[str]] = defaultdict(set)
    for member in stems:
        for group in _GROUPS.get(member, ()):
            groups[group].add(member)
    for start, word in enumerate(words):
        for size in _SIZES.get(word, ()):
            if name := _PHRASES.get(tuple(words[start : start + size])):
                groups[name].update(run[start : start + size])
    frozen = {group: frozenset(members) for group, members in groups.items()}
    capitals = {stem(word) for name in _CAPITAL.findall(text) for word in spoken(name)}
    return Terms(run, stems, stems & capitals, frozen, numbers(text))


def spoken(text: str) -> list[str]:
    """The words of `text` in lower case, contractions spelled out, possessives cut."""
    return list(chain.from_iterable(map(_said, _WORD.findall(text))))


@lru_cache(maxsize=1 << 16)
def _said(raw: str) -> tuple[str, ...]:
    word = raw.lower().replace("’", "'")
    if raw.replace(".", "") == "US":
        return ("usa",)
    if match := _CONTRACTED.fullmatch(word):
        return (match[1], _SHORT_FOR[match[2]])
    return (word.removesuffix("'s").replace(".", "") if word[0].isalpha() else word,)


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """`word`, in lower case, cut to what its inflections and common derivations share."""
    if word in _WHOLE:
        return word
    word = re.sub(r"(?<=..)i(?:es|ed)$", "y", word)
    cut = _SUFFIX.sub("", word, count=1)
    return cut[:-1] if cut == word and re.fullmatch(r"...+[^s]s", word) else cut


@lru_cache(maxsize=1 << 16)
def common(term: str) -> bool:
    """Whether a stem or a group is found in news about anything."""
    return term.removeprefix("=") in _COMMON


def acronyms(texts: Iterable[str]) -> dict[str, str]:
    """Long names to their acronym, where both occur in `texts`: "Bank of Korea" to "BOK"."""
    names: set[str] = set()
    short: set[str] = set()
    for text in texts:
        names.update(_NAME.findall(text))
        short.update(found.replace(".", "") for found in _ACRONYM.findall(text))
    return {
        name: initials
        for name in names
        for initials in (
            "".join(word[0] for word in name.split()).upper(),
            "".join(word[0] for word in name.split() if word[0].isupper()),
        )
        if initials in short
    }


@lru_cache(maxsize=1 << 16)
def content(word: str) -> str | None:
    """The stem of a word, in lower case, that carries content; None for any other."""
    return stem(word) if tells(word) else None


@lru_cache(maxsize=1 << 16)
def tells(word: str) -> bool:
    """Whether a word, in lower case, carries content."""
    return len(word) > 1 and word not in EMPTY and not word[0].isdigit()


def _group(name: str) -> str:
    return "=" + stem(name.lower())


def _tables() -> tuple[dict[str, set[str]], dict[tuple[str, ...], str]]:
    groups: dict[str, set[str]] = {}
    phrases: dict[tuple[str, ...], str] = {}
    for members in ALIKE:
        name = _group(members[0])
        for member in members:
            words = tuple(spoken(member))
            if len(words) > 1:
                phrases[words] = name
            elif words:
                groups.setdefault(stem(words[0]), set()).add(name)
    return groups, phrases


_GROUPS, _PHRASES = _tables()
_SIZES = {first: {len(p) for p in _PHRASES if p[0] == first} for first, *_ in _PHRASES}
_COMMON = frozenset(map(stem, COMMON))
