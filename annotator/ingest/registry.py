"""The kinds of source: names, endings and first bytes as data; readers load when asked for.

A reader is a module with `pages(source: Source) -> Iterator[Page]`. A new kind of source is one
file here, one test file and one line below.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import PurePath

from annotator.ingest.draft import Page, Source


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of source; `opens` are beginnings (after blanks, folded) that give it away."""

    name: str
    module: str
    endings: tuple[str, ...]
    opens: tuple[bytes, ...] = ()

    def pages(self, source: Source) -> Iterator[Page]:
        """The pages in `source`, by this kind's reader."""
        pages: Callable[[Source], Iterator[Page]] = import_module(self.module).pages
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
)
_SNIFFED_BYTES = 1024


def endings() -> frozenset[str]:
    """The file endings that a folder is searched for."""
    return frozenset(ending for kind in KINDS for ending in kind.endings)


def kind_of(source: Source) -> Kind:
    """The kind of `source`: by its ending, else by its first bytes, else plain text."""
    ending = PurePath(source.name).suffix.lower()
    for kind in KINDS:
        if ending in kind.endings:
            return kind
    head = source.raw[:_SNIFFED_BYTES].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    return next((kind for kind in KINDS if kind.opens and head.startswith(kind.opens)), PLAIN)
