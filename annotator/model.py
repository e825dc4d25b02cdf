"""The words of the project as records: spans, blocks, articles, stories, suggestions, events.

Positions are code points, half-open `[start, end)`, into the canonical text of the article.
All records are frozen; functions return new ones.
"""

import hashlib
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, Literal, NamedTuple, TypeAlias

Json: TypeAlias = dict[str, Any]


class Span(NamedTuple):
    """A half-open run of code points of one article."""

    start: int
    end: int


class BlockKind(StrEnum):
    """What a run of lines of an article is."""

    TITLE = "title"
    BYLINE = "byline"
    DATE = "date"
    HEADING = "heading"
    BODY = "body"
    CAPTION = "caption"
    QUOTE = "quote"
    CLUTTER = "clutter"


ABOUT = frozenset((BlockKind.BYLINE, BlockKind.DATE))
"""The kinds of blocks that tell of the article, and nothing of what it tells."""

TELLING = frozenset((BlockKind.TITLE, BlockKind.HEADING, BlockKind.BODY, BlockKind.QUOTE))
"""The kinds of blocks whose sentences tell the event, so that others may be their counterparts."""


class Layer(StrEnum):
    """What a label sits on."""

    SPAN = "span"
    SENTENCE = "sentence"
    ARTICLE = "article"
    LINK = "link"
    STORY = "story"


class Origin(StrEnum):
    """How an annotation came about: alone, from a suggestion as it was, or changed from one."""

    UNAIDED = "unaided"
    ACCEPTED = "accepted"
    EDITED = "edited"


class Arm(StrEnum):
    """Whether an annotator sees suggestions on an article."""

    ASSISTED = "assisted"
    BLIND = "blind"


@dataclass(frozen=True, slots=True)
class Block:
    """A run of whole lines of an article; hidden blocks keep their text and offsets."""

    start: int
    end: int
    kind: BlockKind
    shown: bool
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    """One text of one outlet; `words` and `sentences` are stored, never recomputed.

    Sentences lie within shown or hidden blocks and never cross a block's edge. `date` is an ISO
    day. `path` is where the text was read from, for people only.
    """

    id: str
    text: str
    title: str
    outlet: str | None
    byline: str | None
    date: str | None
    url: str | None
    path: str
    blocks: tuple[Block, ...]
    sentences: tuple[Span, ...]
    words: tuple[Span, ...]

    def quote(self, span: Span) -> str:
        """The text under `span`."""
        return self.text[span.start : span.end]

    def shown(self, span: Span) -> bool:
        """Whether `span` starts in a block that is shown."""
        return any(b.shown for b in self.blocks if b.start <= span.start < b.end)


@dataclass(frozen=True, slots=True)
class Story:
    """The articles that tell one event; `confidence` in [0, 1], `reasons` for people."""

    id: str
    title: str
    articles: tuple[str, ...]
    confidence: float = 1.0
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Voice:
    """Who says it: the outlet itself, or a quoted or reported source (None when unnamed)."""

    who: Literal["outlet", "quoted"] = "outlet"
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A detector's proposal with its evidence; `strength` in [0, 1].

    `label` is a label id of the scheme, `kind` the detector's finer class, `entry` the lexicon
    entry or rule that fired.
    """

    id: str
    article: str
    layer: Layer
    start: int
    end: int
    quote: str
    label: str
    kind: str
    detector: str
    version: str
    entry: str
    reason: str
    strength: float
    voice: Voice = Voice()


class Counterpart(NamedTuple):
    """Sentence `a` of one article and sentence `b` of another report a common fact.

    Each side is (article id, sentence index); `score` in [0, 1].
    """

    a: tuple[str, int]
    b: tuple[str, int]
    score: float


@dataclass(frozen=True, slots=True)
class Annotation:
    """A human's label as it stands after the fold of the events.

    Span and sentence layers have article, start, end, quote; the article layer has article; the
    story layer has story; the link layer has story, `source` and `target` (span annotation ids).
    """

    id: str
    layer: Layer
    label: str
    annotator: str
    created: str
    scheme: str
    article: str | None = None
    story: str | None = None
    start: int | None = None
    end: int | None = None
    quote: str | None = None
    source: str | None = None
    target: str | None = None
    attributes: Mapping[str, Any] = field(default_factory=dict)
    note: str = ""
    origin: Origin = Origin.UNAIDED
    suggestion: str | None = None


class Annotator(NamedTuple):
    """A person: a random id and the name that is shown."""

    id: str
    name: str


def text_hash(text: str) -> str:
    """SHA-256 of the UTF-8 bytes of `text`, in hex (64 characters)."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def article_id(text: str) -> str:
    """The id of the article with this canonical text: the first 16 hex digits of its hash."""
    return text_hash(text)[:16]


def derived_id(*parts: object) -> str:
    """An id that is the same wherever the same parts meet (16 hex digits).

    Used where two machines must arrive at one id: a suggestion, or the annotation that a given
    annotator makes by accepting it.
    """
    joined = "\x1f".join(str(part) for part in parts)
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def utc_now() -> str:
    """The time as it is noted in events: UTC, milliseconds, ISO 8601."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def random_id() -> str:
    """A fresh random id (16 hex digits)."""
    return secrets.token_hex(8)


class StoryRow(NamedTuple):
    """One line of the story list, counted for one annotator.

    `labelled` counts her span, sentence and link annotations, `undecided` the suggestions she has
    not decided on (0 on a blind arm), `done` the articles she marked done.
    """

    id: str
    title: str
    outlets: tuple[str, ...]
    date: str | None
    articles: int
    done: int
    labelled: int
    undecided: int
    confidence: float

    def holds(self, words: Iterable[str]) -> bool:
        """Whether title, outlets and date together hold all these words, in lower case."""
        text = " ".join((self.title, *self.outlets, self.date or "")).casefold()
        return all(word in text for word in words)


@dataclass(frozen=True, slots=True)
class Page:
    """An article as one annotator reads it; a blind page has no suggestions.

    `decisions` maps suggestion ids to accepted, edited or rejected.
    """

    article: Article
    suggestions: tuple[Suggestion, ...]
    annotations: tuple[Annotation, ...]
    decisions: Mapping[str, str]
    arm: Arm
    done: bool


@dataclass(frozen=True, slots=True)
class OpenStory:
    """A story as one annotator reads it: its pages, counterparts, and labels that span pages."""

    story: Story
    pages: tuple[Page, ...]
    counterparts: tuple[Counterpart, ...]
    links: tuple[Annotation, ...]
    labels: tuple[Annotation, ...]


class Place(NamedTuple):
    """Where an annotator was: story, article and code point of the cursor."""

    story: str
    article: str
    position: int
