"""The kinds of source: names, endings and first bytes as data; readers load when asked for.

A reader is a module with `pages(source: Source) -> Iterator[Page | Refused]`. A new kind of source
is one file here, one test file and one line below.
"""

import re
from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import PurePath

from annotator.ingest.draft import Page, Refused, Source


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of source; `opens` are beginnings (after blanks, folded) that give it away.

    `streams` marks readers that take a file line by line, whatever its size.
    """

    name: str
    module: str
    endings: tuple[str, ...]
    opens: tuple[bytes, ...] = ()
    streams: bool = False

    def pages(self, source: Source) -> Iterator[Page | Refused]:
        """The pages in `source`, by this kind's reader."""
        pages: Callable[[Source], Iterator[Page | Refused]] = import_module(self.module).pages
        return pages(source)


PLAIN = Kind("plain text", "annotator.ingest.plain", (".txt", ".text", ".md"))
KINDS = (
    PLAIN,
    Kind(
        "HTML",
        "annotator.ingest.html",
        (".html", ".htm", ".xhtml"),
        (b"<!doctype html", b"<html", b"<head", b"<body"),
    ),
    Kind("JSON lines", "annotator.ingest.jsonl", (".jsonl", ".ndjson"), streams=True),
    Kind("JSON", "annotator.ingest.json", (".json",), (b"{", b"[{")),
    Kind("CSV, TSV", "annotator.ingest.table", (".csv", ".tsv", ".tab")),
    Kind(
        "RSS, Atom",
        "annotator.ingest.feed",
        (".rss", ".atom", ".xml"),
        (b"<rss", b"<feed", b"<rdf:rdf"),
    ),
    Kind(
        "MHTML",
        "annotator.ingest.mhtml",
        (".mhtml", ".mht"),
        (b"mime-version:", b"from: <saved by"),
    ),
    Kind("EPUB", "annotator.ingest.epub", (".epub",)),
    Kind("DOCX", "annotator.ingest.docx", (".docx",)),
    Kind("RTF", "annotator.ingest.rtf", (".rtf",), (b"{\\rtf",)),
    Kind("PDF", "annotator.ingest.pdf", (".pdf",), (b"%pdf-",)),
    Kind("zip archive", "annotator.ingest.archive", (".zip",), (b"pk\x03\x04", b"pk\x05\x06")),
)
_PARTS = ("_files", "_Files", ".files", "-Dateien", "_fichiers", "_archivos")
_XML_DECLARATION = re.compile(rb"^\s*<\?xml[^>]{0,200}>")


def endings() -> frozenset[str]:
    """The file endings that a folder is searched for."""
    return frozenset(ending for kind in KINDS for ending in kind.endings)


def belongs_to_page(path: PurePath, names: Container[PurePath]) -> bool:
    """Whether a file is in the folder of parts that browsers save beside a page."""
    pages = (
        folder.with_name(folder.name.removesuffix(suffix) + ending)
        for folder in path.parents
        for suffix in _PARTS
        if folder.name.endswith(suffix)
        for ending in (".html", ".htm")
    )
    return any(page in names for page in pages)


def streams(name: str) -> bool:
    """Whether a file of this name is taken line by line, whatever its size."""
    ending = PurePath(name).suffix.lower()
    return any(kind.streams for kind in KINDS if ending in kind.endings)


def kind_of(source: Source) -> Kind:
    """The kind of `source`: by its ending, else by its first bytes, else plain text."""
    ending = PurePath(source.name).suffix.lower()
    for kind in KINDS:
        if ending in kind.endings:
            return kind
    head = _XML_DECLARATION.sub(b"", source.head().removeprefix(b"\xef\xbb\xbf")).lstrip().lower()
    return next((kind for kind in KINDS if kind.opens and head.startswith(kind.opens)), PLAIN)
