"""What the learner sees of a word: itself, its parts and kin, its company, the lexicons."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import TypeAlias

from annotator.detect import kinship, scan, valence, vocabulary
from annotator.detect.nlp import Doc

PLACES = {"before2": -2, "before": -1, "after": 1, "after2": 2}
"""Features that hold a neighbour, and how far off it stands."""

Situation: TypeAlias = defaultdict[int, list[str]]
"""Features of a word in its place, by word index."""

_LEXICONS = ("loaded", "hedge")
_WORDLIKE = re.compile(r"\w")
_PART = 4
_TELLING = frozenset(("said", "says", "told", "according"))


def of(doc: Doc, unknown: frozenset[str] = frozenset()) -> list[list[str]]:
    """The features of each word of `doc`, as strings; none for punctuation.

    The lexicon entries with the ids `unknown` are taken for absent.
    """
    told, about = situation(doc, unknown), company(doc, unknown)
    return [at(doc, index, told, about, unknown) for index in range(len(doc.words))]


def at(
    doc: Doc,
    index: int,
    told: Situation,
    about: Sequence[list[str]],
    unknown: frozenset[str] = frozenset(),
) -> list[str]:
    """The features of word `index`; `told` is the `situation` of all words, `about` the `company`."""
    word = doc.words[index]
    if not wordlike(word):
        return []
    around = [f"{name}={_neighbour(doc, index + step)}" for name, step in PLACES.items()]
    shared = about[doc.sentence_of[index]]
    return [*form(word, unknown), *around, *told.get(index, ()), *shared]


def _neighbour(doc: Doc, index: int) -> str:
    """The word at `index`, or marks for the edges of the text."""
    if index < 0:
        return "<" * -index
    return doc.words[index] if index < len(doc.words) else ">" * (index - len(doc.words) + 1)


def wordlike(word: str) -> bool:
    """Whether `word` holds a letter or digit."""
    return _WORDLIKE.search(word) is not None


@lru_cache(maxsize=20_000)
def form(word: str, unknown: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """The features that a word has wherever it stands."""
    whole = f"^{word}$"
    return (
        "bias",
        f"word={word}",
        f"end3={word[-3:]}",
        f"end2={word[-2:]}",
        f"start4={word[:4]}",
        f"start3={word[:3]}",
        f"length={min(len(word), 12)}",
        *[f"part={whole[at : at + _PART]}" for at in range(max(0, len(word) - 1))],
        *_valence(word),
        *vocabulary.told(word),
        *kinship.told(word, unknown),
    )


def _valence(word: str) -> list[str]:
    value = valence.of(word)
    sign = "bad" if value < 0 else "good"
    return [sign, *(f"{sign}>={size}" for size in range(1, int(abs(value)) + 1))] if value else []


def entries(doc: Doc) -> Iterator[str]:
    """The ids of the lexicon entries in `doc`, as often as they stand there."""
    return (match.entry.id for name in _LEXICONS for match in scan.find(doc, name))


def situation(doc: Doc, unknown: frozenset[str] = frozenset()) -> Situation:
    """The features that words have in their place: lexicons, loaded company, capital, quoted."""
    return _situation(doc, unknown)


@lru_cache(maxsize=1)
def _situation(doc: Doc, unknown: frozenset[str]) -> Situation:
    known = _lexical(doc, unknown)
    strong = {index for index, told in known.items() if "loaded>=6" in told}
    company = Counter(doc.sentence_of[index] for index in strong)
    for sentence, count in company.items():
        for index in range(*doc.sentences[sentence]):
            others = count - (index in strong)
            if others:
                known[index].append(f"company={min(others, 3)}")
    for index, start in enumerate(doc.starts):
        if doc.text[start].isupper():
            known[index].append("capital")
    for quote in doc.quotes:
        if not quote.scare:
            for index in range(doc.index(quote.start), doc.index(quote.end)):
                known[index].append("quoted")
    return known


def company(doc: Doc, unknown: frozenset[str] = frozenset()) -> list[list[str]]:
    """The features of the words of each sentence: its length, loaded and telling words, figures."""
    return _company(doc, unknown)


@lru_cache(maxsize=1)
def _company(doc: Doc, unknown: frozenset[str]) -> list[list[str]]:
    told = _situation(doc, unknown)
    mild = Counter(
        doc.sentence_of[index]
        for index, names in told.items()
        if "loaded>=3" in names and "loaded>=6" not in names
    )
    return [
        _sentence(doc.words[first:stop], mild[number])
        for number, (first, stop) in enumerate(doc.sentences)
    ]


def _sentence(words: Sequence[str], mild: int) -> list[str]:
    figures = sum(word[0].isdigit() for word in words)
    return [
        f"words={min(len(words) // 8, 6)}",
        f"mild={min(mild, 3)}",
        *(["said"] if not _TELLING.isdisjoint(words) else []),
        *([f"figures={min(figures, 2)}"] if figures else []),
    ]


def _lexical(doc: Doc, unknown: frozenset[str]) -> Situation:
    """The kind, group and strength of the lexicon entries that cover a word."""
    found: Situation = defaultdict(list)
    for name in _LEXICONS:
        for match in scan.find(doc, name):
            if match.entry.id in unknown:
                continue
            for index in range(match.first, match.last + 1):
                found[index] += _told(name, match.entry.kind, match.entry.id, match.entry.strength)
    return found


@cache
def _told(name: str, kind: str, entry: str, strength: float) -> tuple[str, ...]:
    steps = [f"{name}>={tenth}" for tenth in range(1, int(strength * 10) + 1)]
    return (f"{name}.kind={kind}", f"{name}.group={entry.split('.')[0]}", *steps)
