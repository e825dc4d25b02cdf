"""What every format writes and reads: a corpus as plain records, without its store.

A writer gets an `Export` and consumes its articles once, in the order given, so that a corpus of
any size streams through. A reader gives an `Incoming`.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Generic, Literal, TypeAlias, TypeVar

from annotator.measure.figures import Row
from annotator.model import Annotation, Annotator, Arm, Article, Json, Layer, Story, Suggestion
from annotator.scheme import Scheme

T = TypeVar("T")

FORMAT_NAME = "annotator-corpus"
FORMAT_VERSION = 1
"""The version of the native export; a reader refuses a higher one."""

IMPORTED = "imported"
"""The kind of a suggestion that somebody made elsewhere; its detector is `import:NAME`."""

TextChoice: TypeAlias = Literal["full", "quotes", "none"]


class Feature(StrEnum):
    """Something a corpus may hold and a format may not."""

    OVERLAP = "overlapping spans"
    EDGES = "exact edges of spans"
    CHARACTERS = "characters of texts"
    ATTRIBUTES = "attributes"
    NOTES = "notes"
    PROVENANCE = "provenance of suggested labels"
    ANNOTATORS = "names of further annotators"
    SENTENCES = "sentence labels"
    ARTICLES = "article labels"
    LINKS = "links"
    STORIES = "story labels"
    COUNTERPARTS = "corrected counterparts"
    REJECTIONS = "rejected suggestions"
    SPLITS = "splits"


EVERYTHING = frozenset(Feature)

OUTSIDE = frozenset({Feature.LINKS, Feature.STORIES, Feature.COUNTERPARTS, Feature.REJECTIONS})
"""What tools that label one text at a time have no place for."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """An annotation with what it takes to read it alone.

    `annotator` is the shown name, `suggestion` the proposal it came from.
    """

    annotation: Annotation
    annotator: str
    arm: Arm = Arm.BLIND
    suggestion: Suggestion | None = None


@dataclass(frozen=True, slots=True)
class Rejection:
    """A suggestion that an annotator looked at and turned down; `at` is UTC."""

    suggestion: Suggestion
    annotator: Annotator
    at: str


@dataclass(frozen=True, slots=True)
class Reading:
    """That an annotator worked on an article: an article without labels is a finding too."""

    annotator: Annotator
    arm: Arm
    done: bool


@dataclass(frozen=True, slots=True)
class Correction:
    """An annotator's word that two sentences are (or are not) counterparts; `at` is UTC.

    Each side is (article id, sentence index).
    """

    a: tuple[str, int]
    b: tuple[str, int]
    aligned: bool
    annotator: Annotator
    at: str


@dataclass(frozen=True, slots=True)
class ArticleRecord:
    """An article with its span, sentence and article labels; `story` is None when in none."""

    article: Article
    story: str | None = None
    annotations: tuple[Labelled, ...] = ()
    readings: tuple[Reading, ...] = ()
    rejections: tuple[Rejection, ...] = ()

    def split(self, options: "Options") -> str | None:
        """The split that the article is in; those of one story are in one."""
        return options.splits.get(self.story or self.article.id)

    def about(self, options: "Options") -> Json:
        """What other tools may show of the article beside its text; without what is unknown."""
        article = self.article
        made = {
            "article": article.id,
            "story": self.story,
            "outlet": article.outlet,
            "title": article.title,
            "date": article.date,
            "url": article.url,
            "split": self.split(options),
        }
        return {key: value for key, value in made.items() if value is not None}

    def by_annotator(self) -> list[tuple[Annotator | None, tuple[Labelled, ...]]]:
        """Everyone who labelled the article or finished it, by id, each with her labels.

        An article that nobody worked on has the one entry of None without labels.
        """
        people = {k.annotation.annotator: k.annotator for k in self.annotations}
        people |= {r.annotator.id: r.annotator.name for r in self.readings if r.done}
        return [
            (
                Annotator(ident, name),
                tuple(k for k in self.annotations if k.annotation.annotator == ident),
            )
            for ident, name in sorted(people.items())
        ] or [(None, ())]


@dataclass(frozen=True, slots=True)
class StoryRecord:
    """A story with its own labels and the corrections of its counterparts."""

    story: Story
    annotations: tuple[Labelled, ...] = ()
    corrections: tuple[Correction, ...] = ()


@dataclass(frozen=True, slots=True)
class Verbatim:
    """An article whose labels are the text of the native export already, in its order.

    `record` has no labels and no rejections, and its article no words; `sentences` are all of them,
    `layers` says how many labels each layer has.
    """

    record: ArticleRecord
    sentences: str
    labels: str
    layers: Mapping[str, int]
    rejected: str


@dataclass(frozen=True, slots=True)
class Header:
    """What holds for the whole export."""

    corpus: str
    scheme: Scheme
    annotators: tuple[Annotator, ...] = ()
    tool: str = ""
    version: int = FORMAT_VERSION


class Each(Generic[T]):
    """Records that are read anew each time they are gone through, and never held all at once."""

    def __init__(self, read: Callable[[], Iterator[T]]) -> None:
        self._read = read

    def __iter__(self) -> Iterator[T]:
        return self._read()


@dataclass(frozen=True, slots=True)
class Export:
    """A corpus on its way out; `articles` is consumed once, the others may be more often.

    Stories come by id, links by story and id. `verbatim` is the quick way to the articles for a
    native export that leaves nothing out, where the source knows one.
    """

    header: Header
    articles: Iterable[ArticleRecord]
    stories: Iterable[StoryRecord] = ()
    links: Iterable[Labelled] = ()
    verbatim: Iterable[Verbatim | ArticleRecord] | None = None
    agreement: Iterable[Row] = ()


@dataclass(frozen=True, slots=True)
class Options:
    """What an export holds.

    `layers` None means all. `splits` maps story ids (article ids for articles in no story) to
    the name of their split. `run` and `share` bound what a withheld text may give away: at most
    `run` characters in a row and `share` of all the characters of any article. `card` asks for a
    data statement and a citation file beside the data.
    """

    text: TextChoice = "full"
    layers: frozenset[Layer] | None = None
    allow_loss: bool = False
    splits: Mapping[str, str] = field(default_factory=dict)
    run: int = 80
    share: float = 0.2
    card: bool = False

    def wants(self, layer: Layer) -> bool:
        """Whether labels of `layer` belong in the export."""
        return self.layers is None or layer in self.layers


@dataclass(frozen=True, slots=True)
class Report:
    """What an export wrote: files, counts by what was counted, and what was dropped."""

    files: tuple[Path, ...]
    written: Mapping[str, int]
    lost: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a piece of an input file was refused; the message begins with file and line."""

    message: str
    hint: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """Annotations made elsewhere on one text.

    `article` is the id of the article they belong to. `text` is its canonical text when the file
    held it; offsets are code points into it, or still unchecked when `text` is None. `where` is
    its file and line, `places` those of single annotations by id, where they are known.
    """

    article: str
    text: str | None
    where: str
    annotations: tuple[Labelled, ...]
    places: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Incoming:
    """What a reader found.

    A native export gives `header`, `articles`, `stories` and `links`; other formats give
    `documents`, `links`, in `labels` the labels of stories and in `corrections` and `rejections`
    what would stand in stories and articles. `repaired` lists the spans whose unit or place had to
    be corrected, `skipped` counts what the format holds and a corpus does not. Whoever imports
    takes all of it or, when there are problems, nothing.
    """

    header: Header | None = None
    articles: tuple[ArticleRecord, ...] = ()
    documents: tuple[Document, ...] = ()
    stories: tuple[StoryRecord, ...] = ()
    links: tuple[Labelled, ...] = ()
    labels: tuple[Labelled, ...] = ()
    corrections: tuple[Correction, ...] = ()
    rejections: tuple[Rejection, ...] = ()
    problems: tuple[Problem, ...] = ()
    skipped: Mapping[str, int] = field(default_factory=dict)
    repaired: tuple[str, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether there was no record at all, not even one to skip."""
        records = (self.articles, self.documents, self.stories, self.links, self.labels)
        others = (self.corrections, self.rejections, self.problems, self.skipped)
        return self.header is None and not any((*records, *others))


@dataclass(frozen=True, slots=True)
class Format:
    """A corpus format: what it is for, what it can hold, and how it is written and read.

    `target` says whether it is one file or a folder. `withholds` says whether it can be written
    without the texts. `read` is None for formats that only go out.
    """

    name: str
    about: str
    target: Literal["file", "folder"]
    suffix: str
    holds: frozenset[Feature]
    write: Callable[[Export, Path, Options], Report]
    read: Callable[[Path], Incoming] | None = None
    withholds: bool = False
    extra: str | None = None
