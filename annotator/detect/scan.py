"""Finding the entries of a lexicon in a text: a dictionary of first words, longest match first."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import compress, count, pairwise
from sys import intern

from annotator.detect import lexicon
from annotator.detect.lexicon import Entry
from annotator.detect.nlp import Doc

_BEFORE_NOUN = frozenset(
    ["the", "a", "an", "its", "their", "his", "my", "our", "your", "every", "another", "no"]
)
_BEFORE_VERB = frozenset(
    ["to", "can", "could", "may", "might", "must", "shall", "should", "will", "would", "n't", "not"]
)
_PIECE = re.compile(r"n't\b|\w+(?=n't\b)|'\w+|[\w.$%]+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Match:
    """An entry found at words `first` to `last` (inclusive)."""

    first: int
    last: int
    entry: Entry


@dataclass(slots=True)
class _Node:
    """Entries whose forms begin with one word: alone, or by second word with the rest of them."""

    alone: list[Entry] = field(default_factory=list)
    longer: dict[str, list[tuple[list[str], Entry]]] = field(default_factory=dict)


@dataclass(slots=True)
class _Beginnings:
    """The lexicons with entries that begin with one word, or with two that follow each other."""

    words: defaultdict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    pairs: defaultdict[tuple[str, str], list[str]] = field(
        default_factory=lambda: defaultdict(list)
    )


class Scanner:
    """Scans for all forms of `entries`; a hyphen in a form also matches a blank or nothing."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.heads: dict[str, _Node] = {}
        for entry in entries:
            for pieces in {p for form in entry.forms for p in _spellings(form)}:
                self._add(pieces, entry)
        for node in self.heads.values():
            node.alone.sort(key=_rank)
            for tails in node.longer.values():
                tails.sort(key=lambda item: (-len(item[0]), *_rank(item[1])))

    def _add(self, pieces: tuple[str, ...], entry: Entry) -> None:
        node = self.heads.setdefault(pieces[0], _Node())
        if len(pieces) == 1:
            node.alone.append(entry)
        else:
            rest = [intern(piece) for piece in pieces[2:]]
            node.longer.setdefault(intern(pieces[1]), []).append((rest, entry))

    def scan(self, doc: Doc, places: Iterable[int]) -> list[Match]:
        """The matches that begin at `places`, none overlapping, the longest that fits at each."""
        words = [*doc.words, ""]
        found: list[Match] = []
        for index in places:
            if found and index <= found[-1].last:
                continue
            match = _match(doc, index, self.heads[words[index]], words[index + 1])
            if match and "*" in match.entry.lemma:
                match = _compound(doc, match)
                while match and found and found[-1].last >= match.first:
                    found.pop()
            if match:
                found.append(match)
        return found


@lru_cache(maxsize=8)
def find(doc: Doc, name: str) -> list[Match]:
    """The matches of the shipped lexicon `name`, one of `names`, from left to right."""
    return _scanners()[name].scan(doc, _places(doc)[name])


def names() -> tuple[str, ...]:
    """The shipped lexicons that are looked for in a text; that of asymmetries needs a story."""
    return tuple(name for name in lexicon.names() if name != "asymmetry")


@cache
def _scanners() -> dict[str, Scanner]:
    """Those of the shipped lexicons, which are all looked for in one pass over a text."""
    return {name: Scanner(lexicon.load(name).entries) for name in names()}


@lru_cache(maxsize=1)
def _places(doc: Doc) -> dict[str, list[int]]:
    """The words at which an entry may begin, by lexicon, in order."""
    begun, words = _beginnings(), doc.words
    found: dict[str, list[int]] = {name: [] for name in _scanners()}
    for index in doc.among(begun.words):
        for name in begun.words[words[index]]:
            found[name].append(index)
    for index in compress(count(), map(begun.pairs.__contains__, pairwise(words))):
        for name in begun.pairs[words[index], words[index + 1]]:
            found[name].append(index)
    return {name: sorted(places) for name, places in found.items()}


@cache
def _beginnings() -> _Beginnings:
    """How the entries of the lexicons begin; a word that is an entry stands for all."""
    begun = _Beginnings()
    for name, scanner in _scanners().items():
        for word, node in scanner.heads.items():
            if node.alone:
                begun.words[word].append(name)
                continue
            for second in node.longer:
                begun.pairs[word, second].append(name)
    return begun


def _match(doc: Doc, index: int, node: _Node, following: str) -> Match | None:
    for rest, entry in node.longer.get(following, ()):
        last = index + 1 + len(rest)
        if doc.words[index + 2 : last + 1] == rest and _fits(doc, index, last, entry):
            return Match(index, last, entry)
    for entry in node.alone:
        if entry.context.fits(doc, index, index) and not (
            _nominal(doc, index, entry) or _surname(doc, index, entry, following)
        ):
            return Match(index, index, entry)
    return None


def _compound(doc: Doc, match: Match) -> Match | None:
    """The whole compound of which `match` is a part; None when the part stands alone."""
    first, last = match.first, match.last
    while first and _joined(doc, first - 1, first):
        first -= 1
    while last + 1 < len(doc.words) and _joined(doc, last, last + 1):
        last += 1
    alone = doc.words[first] == "-" or doc.words[last] == "-"
    return None if alone else Match(first, last, match.entry)


def _joined(doc: Doc, left: int, right: int) -> bool:
    """Whether two words are parts of one compound: nothing between them, a hyphen one of them."""
    words = doc.words[left], doc.words[right]
    whole = all(word == "-" or word.isalnum() for word in words)
    return whole and "-" in words and doc.ends[left] == doc.starts[right]


def _nominal(doc: Doc, index: int, entry: Entry) -> bool:
    """Whether a verb's form must be a noun here: "the scheme", "a storm", "a violent storm"."""
    if entry.pos != "verb" or not index or doc.words[index] not in entry.forms[:2]:
        return False
    *_, former, previous = ("", *doc.words[max(index - 2, 0) : index])
    plain = doc.words[index] == entry.forms[0] and previous not in _BEFORE_VERB
    owned = previous == "'s" and former != "let"
    return previous in _BEFORE_NOUN or owned or (plain and former in ("a", "an"))


def _surname(doc: Doc, index: int, entry: Entry, following: str) -> bool:
    """Whether a bare noun, verb or adjective must be who says it: "Savage said"."""
    if entry.pos in ("adverb", "phrase") or following not in lexicon.classes()["reporting"]:
        return False
    return doc.capital(index) and doc.words[index] == entry.forms[0] and not doc.headline(index)


def _fits(doc: Doc, first: int, last: int, entry: Entry) -> bool:
    """Whether a phrase stands in one sentence and in its context."""
    one_sentence = doc.sentence_of[first] == doc.sentence_of[last]
    return one_sentence and entry.context.fits(doc, first, last)


def _rank(entry: Entry) -> tuple[bool, float]:
    """Of entries that fit alike, one that blocks comes first, then the strongest."""
    return entry.strength > 0, -entry.strength


def _spellings(form: str) -> list[tuple[str, ...]]:
    if "*" in form:
        return [tuple(_PIECE.findall(form.replace("*", "")))]
    pieces = (form,) if form.isalpha() else tuple(_PIECE.findall(form))
    if "-" not in pieces:
        return [pieces]
    open_form = tuple(piece for piece in pieces if piece != "-")
    solid = tuple(_PIECE.findall(form.replace("-", "")))
    return list(dict.fromkeys((pieces, open_form, solid)))
