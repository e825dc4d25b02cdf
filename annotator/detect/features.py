"""What the learner sees of a word: itself, its parts and kin, its company, the lexicons."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import chain, compress, count
from typing import NamedTuple, TypeAlias

from annotator.detect import kinship, lexicon, scan, valence, vocabulary
from annotator.detect.nlp import Doc

NEIGHBOURS = {"before2": -2, "before": -1, "after": 1, "after2": 2}
"""Features that hold a neighbour, and how far off it stands."""

CUTS = {
    "word": slice(None),
    "end3": slice(-3, None),
    "end2": slice(-2, None),
    "start4": slice(4),
    "start3": slice(3),
}
"""Features that hold a word or an end of it."""

BEGINNING, END = ("<<", "<"), (">", ">>")
"""What stands beside the first and the last words of a text."""

Names: TypeAlias = tuple[str, ...]

Places: TypeAlias = defaultdict[Names, set[int]]
"""The indices of the words that have some features in their place."""


class Surroundings(NamedTuple):
    """The features of words where they stand: by word, and of all words of each sentence.

    By word: lexicons, loaded company, a capital, quotation marks. By sentence: its length, its
    loaded and telling words, its figures.
    """

    places: Places
    sentences: Sequence[Names]


_LEXICONS = ("loaded", "hedge")
_WORDLIKE = re.compile(r"\w")
_PART = 4
_LONG = 12
_LENGTHS = [("bias", f"length={length}") for length in range(_LONG + 1)]
_TELLING = frozenset(("said", "says", "told", "according"))


def of(doc: Doc, unknown: frozenset[str] = frozenset()) -> list[list[str]]:
    """The features of each word of `doc`, as strings; none for punctuation.

    The lexicon entries with the ids `unknown` are taken for absent.
    """
    return [
        [*form(doc.words[index], unknown), *around(doc, index, unknown)]
        if wordlike(doc.words[index])
        else []
        for index in range(len(doc.words))
    ]


def around(doc: Doc, index: int, unknown: frozenset[str] = frozenset()) -> Names:
    """The features that word `index` has in its place: neighbours, and its surroundings."""
    beside = [f"{name}={_neighbour(doc, index + step)}" for name, step in NEIGHBOURS.items()]
    places, sentences = surroundings(doc, unknown)
    told = [names for names, where in places.items() if index in where]
    return (*beside, *chain.from_iterable(told), *sentences[doc.sentence_of[index]])


def _neighbour(doc: Doc, index: int) -> str:
    """The word at `index`, or a mark for the edge of the text."""
    if index < 0:
        return BEGINNING[index]
    return doc.words[index] if index < len(doc.words) else END[index - len(doc.words)]


def wordlike(word: str) -> bool:
    """Whether `word` holds a letter or digit."""
    return _WORDLIKE.search(word) is not None


@lru_cache(maxsize=20_000)
def form(word: str, unknown: frozenset[str] = frozenset()) -> Names:
    """The features that a word has wherever it stands."""
    return (
        *(f"{name}={word[cut]}" for name, cut in CUTS.items()),
        *(f"part={part}" for part in parts(word)),
        *sort(word, unknown),
        *vocabulary.told(vocabulary.place(word)),
    )


def parts(word: str) -> list[str]:
    """The runs of four letters of a word, its edges marked."""
    whole = f"^{word}$"
    return [whole[at : at + _PART] for at in range(max(0, len(word) - 1))]


def sort(word: str, unknown: frozenset[str] = frozenset()) -> Names:
    """The features that a word shares with those of its length, valence and kin."""
    told = (*_valence(word), *kinship.told(word, unknown))
    return _LENGTHS[min(len(word), _LONG)] + told


def _valence(word: str) -> Sequence[str]:
    value = valence.of(word)
    if not value:
        return ()
    sign = "bad" if value < 0 else "good"
    return [sign, *(f"{sign}>={size}" for size in range(1, int(abs(value)) + 1))]


def entries(doc: Doc) -> Iterator[str]:
    """The ids of the lexicon entries in `doc`, as often as they stand there."""
    return (match.entry.id for name in _LEXICONS for match in scan.find(doc, name))


def surroundings(doc: Doc, unknown: frozenset[str] = frozenset()) -> Surroundings:
    """The features of words where they stand; the entries `unknown` are taken for absent."""
    return _surroundings(doc, unknown)


@lru_cache(maxsize=1)
def _surroundings(doc: Doc, unknown: frozenset[str]) -> Surroundings:
    known, initials = _lexical(doc, unknown), list(map(doc.text.__getitem__, doc.starts))
    strong, mild = _loaded(doc, known)
    for mine, (first, stop) in zip(strong, doc.sentences, strict=True):
        if mine:
            known[_others(len(mine))].update(set(range(first, stop)) - mine)
        if len(mine) > 1:
            known[_others(len(mine) - 1)] |= mine
    known["capital",] = set(compress(count(), map(str.isupper, initials)))
    for quote in doc.quotes:
        if not quote.scare:
            known["quoted",].update(range(doc.index(quote.start), doc.index(quote.end)))
    return Surroundings(known, _sentences(doc, mild, initials))


def _loaded(doc: Doc, known: Places) -> tuple[list[set[int]], list[int]]:
    """The strongly loaded words of each sentence, and the number of mildly loaded ones."""
    strong = [set[int]() for _ in doc.sentences]
    mild = [0] * len(strong)
    for names, where in known.items():
        if "loaded>=6" in names:
            for index in where:
                strong[doc.sentence_of[index]].add(index)
        elif "loaded>=3" in names:
            for index in where:
                mild[doc.sentence_of[index]] += 1
    return strong, mild


def _others(number: int) -> Names:
    return (f"company={min(number, 3)}",)


def _sentences(doc: Doc, mild: Sequence[int], initials: Sequence[str]) -> list[Names]:
    of, figures = doc.sentence_of, [0] * len(mild)
    for number in compress(of, map(str.isdigit, initials)):
        figures[number] += 1
    said = set(map(of.__getitem__, doc.among(_TELLING)))
    return [
        _sentence((stop - first) // 8, mild[number], number in said, figures[number])
        for number, (first, stop) in enumerate(doc.sentences)
    ]


@lru_cache(maxsize=2_000)
def _sentence(eighths: int, mild: int, said: bool, figures: int) -> Names:
    return (
        f"words={min(eighths, 6)}",
        f"mild={min(mild, 3)}",
        *(["said"] if said else []),
        *([f"figures={min(figures, 2)}"] if figures else []),
    )


def _lexical(doc: Doc, unknown: frozenset[str]) -> Places:
    """The kind, group and strength of the lexicon entries that cover a word."""
    found: Places = defaultdict(set)
    for name in _LEXICONS:
        told = _told(name)
        for match in scan.find(doc, name):
            if match.entry.id not in unknown:
                found[told[match.entry.id]].update(range(match.first, match.last + 1))
    return found


@cache
def _told(name: str) -> dict[str, Names]:
    """The features of the entries of a lexicon, by id."""
    return {
        entry.id: _entry(name, entry.kind, entry.id.split(".")[0], int(entry.strength * 10))
        for entry in lexicon.load(name).entries
    }


@cache
def _entry(name: str, kind: str, group: str, tenths: int) -> Names:
    steps = [f"{name}>={tenth}" for tenth in range(1, tenths + 1)]
    return (f"{name}.kind={kind}", f"{name}.group={group}", *steps)
