"""Words with their tags and heads, as a spaCy model gives them, some 8,000 words at a time.

By single articles the network takes a fifth longer, by many at once gigabytes.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

from annotator.detect.tokens import Words, lowered, opaque

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc as SpacyDoc

AT_ONCE = 48_000
"""Characters that are read together."""

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Grammar:
    """What a model adds, one value a word: coarse tag, fine tag, lemma, relation, head index."""

    pos: list[str] = field(default_factory=list)
    tag: list[str] = field(default_factory=list)
    lemma: list[str] = field(default_factory=list)
    dep: list[str] = field(default_factory=list)
    head: list[int] = field(default_factory=list)


def parse(
    pipeline: "Language", texts: Sequence[tuple[str, Sequence[tuple[int, int]]]]
) -> Iterator[tuple[Words, Grammar]]:
    """The words of the segments of each text, and their grammar."""
    plain = [opaque(text) for text, _ in texts]
    parts = [
        text[start:end]
        for text, (_, segments) in zip(plain, texts, strict=True)
        for start, end in segments
    ]
    parsed = (
        doc for some in together(parts, len) for doc in pipeline.pipe(some, batch_size=len(some))
    )
    for text, (_, segments) in zip(plain, texts, strict=True):
        yield _joined(text, segments, islice(parsed, len(segments)))


def together(items: Iterable[Item], size: Callable[[Item], int]) -> Iterator[list[Item]]:
    """The items in turn, as many at once as have `AT_ONCE` characters together."""
    group: list[Item] = []
    characters = 0
    for item in items:
        group.append(item)
        characters += size(item)
        if characters >= AT_ONCE:
            yield group
            group, characters = [], 0
    if group:
        yield group


def _joined(
    text: str, segments: Sequence[tuple[int, int]], docs: "Iterable[SpacyDoc]"
) -> tuple[Words, Grammar]:
    """The tokens of the parsed segments; cut anew, neighbours lie side by side in memory."""
    words, grammar, lower = Words([], [], []), Grammar(), lowered(text)
    for (start, _), doc in zip(segments, docs, strict=True):
        index, length = doc.to_array(["IDX", "LENGTH"]).T
        starts, ends = (index + start).tolist(), (index + length + start).tolist()
        _tag(doc, grammar)
        words.words.extend(map(lower.__getitem__, map(slice, starts, ends)))
        words.starts.extend(starts)
        words.ends.extend(ends)
    return words, grammar


def _tag(doc: "SpacyDoc", grammar: Grammar) -> None:
    spelled, base = doc.vocab.strings, len(grammar.head)
    pos, tag, lemma, dep, head = doc.to_array(["POS", "TAG", "LEMMA", "DEP", "HEAD"]).T
    grammar.pos.extend(spelled[one] for one in pos.tolist())
    grammar.tag.extend(spelled[one] for one in tag.tolist())
    grammar.lemma.extend(spelled[one].lower() for one in lemma.tolist())
    grammar.dep.extend(spelled[one] for one in dep.tolist())
    steps = head.astype("int64").tolist()
    grammar.head.extend(base + index + step for index, step in enumerate(steps))
