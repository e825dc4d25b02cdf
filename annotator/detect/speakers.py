"""Who speaks in a text: the sources of its attributions that are names, people or their papers."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from annotator.detect import sources
from annotator.detect.lexicon import FOLDER
from annotator.detect.nlp import Doc

_LONGEST = 8  # words of a source; more are half a clause
_POSSESSIVE = re.compile(r"['’]s?$")
_DETERMINER = re.compile(
    r"^(?:the|an?|its|his|her|their|my|our|your|this|that|these|those|some|many|several)(?:\s+|$)",
    re.IGNORECASE,
)
_VERB = re.compile(r"[a-z]+(?:ed|ing)\b")
_WEEKDAY = re.compile(r"\s+(?:on\s+)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$")
_ENDS = ("and", "or", "but", "&", "a", "an", "the", "its", "his", "her")


class _Words(NamedTuple):
    """The word lists of `lexicons/speakers.toml`; in `open_ends` no noun phrase begins or ends."""

    people: frozenset[str]
    papers: frozenset[str]
    clausal: frozenset[str]
    links: frozenset[str]

    @property
    def open_ends(self) -> frozenset[str]:
        return self.links.union(_ENDS)


def find(doc: Doc) -> Iterator[str]:
    """The sources in `doc` that are names or say what kind of people speaks, each in one spelling.

    Without a parse what stands before a saying verb may be half a clause; that is none.
    """
    names = {word for index, word in enumerate(doc.words) if doc.named(index)}
    for found in sources.find(doc):
        if not found.source:
            continue
        source = found.source.replace("’", "'")
        begin, _ = doc.sentences[doc.sentence_of[found.first]]
        opens = doc.text.startswith(found.source, doc.starts[begin])
        if opens and _POSSESSIVE.sub("", source.split()[0].casefold()) not in names:
            source = source[0].lower() + source[1:]
        words = _WEEKDAY.sub("", _DETERMINER.sub("", source)).split()
        if not _VERB.match(source) and _speaks(words):
            yield _source(words)


def _speaks(words: list[str]) -> bool:
    """Whether these words are a noun phrase whose head is a name, people, or a paper of theirs."""
    if not 0 < len(words) <= _LONGEST or any(sign.isdigit() for word in words for sign in word):
        return False
    if any(_bare(word) in _words().clausal and not _shouted(word) for word in words):
        return False
    if words[0] in _words().open_ends or words[-1] in _words().open_ends:
        return False
    core = next((n for n, word in enumerate(words) if word in _words().links), len(words))
    return (
        _is_head(words[:core], words) and not _runs_on(words[core:]) and not _verbal(words[:core])
    )


def _is_head(core: list[str], words: list[str]) -> bool:
    head = core[-1]
    known = _is_name(head) or _kind(head) in _words().people
    others = any(_is_name(word) or _kind(word) in _words().people for word in words if word != head)
    return known or (_kind(head) in _words().papers and others)


def _verbal(core: list[str]) -> bool:
    """Whether a past tense follows a name or people."""
    return any(
        word.islower()
        and word.endswith("ed")
        and (_is_name(before) or _kind(before) in _words().people)
        for before, word in pairwise(core)
    )


def _runs_on(tail: list[str]) -> bool:
    """Whether a preposition leads into a clause: "of enabling it", "to process them"."""
    return any(
        word in _words().links
        and after.islower()
        and (after.endswith("ing") or (word == "to" and not _DETERMINER.match(after)))
        for word, after in pairwise(tail)
    )


def _is_name(word: str) -> bool:
    return word[:1].isupper()


def _shouted(word: str) -> bool:
    return len(word) > 1 and word.isupper()


def _bare(word: str) -> str:
    return word.casefold().strip("\"'“”‘[](),;:")


def _kind(word: str) -> str:
    """The word as the lists have it: in small letters, without plural and possessive."""
    folded = _POSSESSIVE.sub("", _bare(word))
    return folded if folded in _words().people else folded.removesuffix("s")


def _source(words: list[str]) -> str:
    """One spelling of a source: F.B.I., the FBI and the FBI's are fbi."""
    return _POSSESSIVE.sub(
        "", " ".join(_bare(word).replace("’", "'") for word in words).replace(".", "")
    )


@cache
def _words() -> _Words:
    data = tomllib.loads((FOLDER / "speakers.toml").read_text("utf-8"))
    return _Words(**{name: frozenset(words.split()) for name, words in data.items()})
