"""What travels through the ingest door: a source, a page of text, a draft article, a refusal."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from itertools import count
from pathlib import Path
from typing import BinaryIO

from annotator.errors import AnnotatorError, InputError
from annotator.files import MAX_BYTES, read_bytes
from annotator.ingest.encodings import decoded
from annotator.model import Article, Block, BlockKind, Span, article_id
from annotator.text.canonical import Canonical
from annotator.text.sentences import sentences
from annotator.text.words import words


@dataclass(frozen=True, slots=True)
class Source:
    """One file on disk (`path`) or in memory (`data`); `name` is what messages call it.

    `encoding` is what the user says the text is in, should it not be UTF-8; `columns` are the names
    that the user gives for fields of records (`fields.NAMES`). With `headlines` the text of a
    record begins with its title.
    """

    name: str
    path: Path | None = None
    data: bytes = b""
    encoding: str | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    headlines: bool = False

    @property
    def raw(self) -> bytes:
        """All bytes; InputError above `files.MAX_BYTES` or when the disk says no."""
        return self.data if self.path is None else read_bytes(self.path)

    def decoded(self, declared: str | None = None) -> Canonical:
        """The whole text; InputError when it is in none of UTF-8, `encoding` and `declared`."""
        return decoded(self.raw, self.name, self.encoding or declared)

    def head(self, size: int = 1024) -> bytes:
        """The first bytes."""
        return self.raw[:size]

    def lines(self) -> Iterator[tuple[int, bytes]]:
        """Line numbers from 1 and lines, split at LF only; InputError for one over MAX_BYTES."""
        with self._open() as stream:
            for number in count(1):
                line = stream.readline(MAX_BYTES + 1)
                if not line:
                    return
                if len(line) > MAX_BYTES:
                    raise InputError(
                        f"{self.name}:{number}: a line over {MAX_BYTES // 1_000_000} MB",
                        "Give one article a line.",
                    )
                yield number, line

    def _open(self) -> BinaryIO:
        if self.path is None:
            return BytesIO(self.data)
        try:
            return self.path.open("rb")
        except OSError as error:
            raise InputError(
                f"{self.name}: cannot be read: {error.strerror}", "Check the path."
            ) from None


@dataclass(frozen=True, slots=True)
class Mark:
    """What a source itself says about `[start, end)` of its text; a reason means hidden."""

    start: int
    end: int
    kind: BlockKind
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """Canonical text with what the source says about it, before cleaning.

    `plain` is False when the source keeps its text apart from page furniture (a JSON field, a
    table cell): unless it shows furniture all the same, only such lines are hidden. `focus` is
    where the source says the article lies; `prose` holds the starts of the lines that an extractor
    took for it. With `text_first` the text's own byline and day go before those given here.
    """

    name: str
    text: str
    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    date: str | None = None
    url: str | None = None
    marks: tuple[Mark, ...] = ()
    notes: tuple[str, ...] = ()
    plain: bool = True
    focus: Span | None = None
    prose: frozenset[int] | None = None
    text_first: bool = False


@dataclass(frozen=True, slots=True)
class Draft:
    """An article before it has an id; every non-blank line of `text` lies in one block."""

    path: str
    text: str
    title: str
    outlet: str | None
    byline: str | None
    date: str | None
    url: str | None
    blocks: tuple[Block, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Refused:
    """A source that could not be read, and why; the rest of the batch goes on."""

    path: str
    error: AnnotatorError


def article(draft: Draft) -> Article:
    """The article of a draft: its id, and the sentences and words that are stored with it."""
    return Article(
        id=article_id(draft.text),
        text=draft.text,
        title=draft.title,
        outlet=draft.outlet,
        byline=draft.byline,
        date=draft.date,
        url=draft.url,
        path=draft.path,
        blocks=draft.blocks,
        sentences=tuple(span for block in draft.blocks for span in _sentences(draft, block)),
        words=words(draft.text),
    )


def _sentences(draft: Draft, block: Block) -> tuple[Span, ...]:
    return sentences(draft.text, block.start, block.end, wrapped=True)
