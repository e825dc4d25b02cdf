"""Near duplicates: wire copy with edits, syndicated rewrites, later versions of one article.

Articles are compared by runs of four words (shingles, Broder 1997). A sketch keeps the smallest
hashes of an article's shingles (bottom-k, Cohen and Kaplan 2007), so that comparing costs the
same however long the articles are.
"""

import math
from array import array
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from zlib import crc32

from annotator.model import Article
from annotator.stories.alignment import told, wording
from annotator.stories.terms import spoken

_WORDS = 4
_KEPT = 1024  # as many as the text of a long article has, so that most are compared whole
_KEYS = 8  # smallest hashes at least that two near duplicates must share one of
_KEY = -(1 << 63) + (1 << 61)  # an eighth of all hashes are below it: keys, however long the text
_CROWD = 100  # articles at most that one hash, perhaps of boilerplate, brings together
_COPY = 0.5  # of the shorter article's text in the longer one


@dataclass(frozen=True, slots=True)
class Sketch:
    """The smallest hashes of an article's shingles, ascending, and how many shingles it has."""

    id: str
    outlet: str | None
    hashes: "array[int]"  # as text: a type of Python 3.12
    shingles: int


@dataclass(frozen=True, slots=True)
class Copy:
    """A near duplicate: `share` in [0, 1] of the shorter article's text is in the longer one.

    `version` says that both are of one outlet: one is an edited version of the other.
    """

    article: str
    of: str
    share: float
    version: bool


@dataclass(frozen=True, slots=True)
class Difference:
    """Sentences, by index, that only one of two near duplicates has, word for word."""

    only_a: tuple[int, ...]
    only_b: tuple[int, ...]


def sketch(article: Article, words: Sequence[str] | None = None) -> Sketch:
    """The sketch of an article's shown text; `words` is `wording(article)`, where it is known."""
    words = wording(article) if words is None else words
    hashed = list(map(_hash, words))
    size = min(_WORDS, len(hashed))
    runs = zip(*(hashed[start:] for start in range(size)), strict=False)
    hashes = sorted(set(map(hash, runs)))  # of numbers, so that they are the same in every run
    return Sketch(article.id, article.outlet, array("q", hashes[:_KEPT]), len(hashes))


@lru_cache(maxsize=1 << 16)
def _hash(word: str) -> int:
    return crc32(word.encode("utf-8", "replace"))


def copies(new: Sequence[Sketch], known: Iterable[Sketch] = ()) -> list[Copy]:
    """Near duplicates among `new`, and of `new` among `known`, most alike first.

    Linear in the number of sketches: only those that share one of their smallest hashes meet.
    """
    keyed: dict[int, list[Sketch]] = defaultdict(list)
    for entry in known:
        for key in _keys(entry):
            keyed[key].append(entry)
    found = []
    for entry in new:
        keys = _keys(entry)
        met = {other.id: other for key in keys for other in keyed[key][:_CROWD]}
        found += [
            Copy(entry.id, other.id, share, _version(entry, other))
            for other in met.values()
            if other.id != entry.id and (share := shared(entry, other)) >= _COPY
        ]
        for key in keys:
            keyed[key].append(entry)
    return sorted(found, key=lambda copy: (-copy.share, copy.article, copy.of))


def _keys(sketch: Sketch) -> "array[int]":
    """Hashes by which near duplicates meet: the more, the longer the text.

    A long story must share one with a brief that is a small part of it, wherever it was cut from.
    """
    return sketch.hashes[: max(_KEYS, bisect_right(sketch.hashes, _KEY))]


def shared(a: Sketch, b: Sketch) -> float:
    """Estimated share of the shorter article's shingles that the longer one has, in [0, 1]."""
    if not a.shingles or not b.shingles:
        return 0.0
    both = len(frozenset(a.hashes).intersection(b.hashes))
    reach = min(_reach(a), _reach(b))
    either = bisect_right(a.hashes, reach) + bisect_right(b.hashes, reach) - both
    resemblance = both / either
    common = resemblance * (a.shingles + b.shingles) / (1 + resemblance)
    return min(1.0, common / min(a.shingles, b.shingles))


def difference(a: Article, b: Article) -> Difference:
    """What was added, cut or reworded between two near duplicates."""
    here, there = _sentences(a), _sentences(b)
    return Difference(
        tuple(index for index, words in here.items() if words not in there.values()),
        tuple(index for index, words in there.items() if words not in here.values()),
    )


def _reach(sketch: Sketch) -> float:
    """The hash up to which a sketch knows every shingle of its article."""
    return sketch.hashes[-1] if len(sketch.hashes) < sketch.shingles else math.inf


def _version(a: Sketch, b: Sketch) -> bool:
    return a.outlet is not None and b.outlet is not None and _fold(a.outlet) == _fold(b.outlet)


def _fold(outlet: str) -> str:
    return " ".join(outlet.split()).casefold()


def _sentences(article: Article) -> dict[int, tuple[str, ...]]:
    return {
        index: tuple(spoken(article.quote(article.sentences[index]))) for index in told(article)
    }
