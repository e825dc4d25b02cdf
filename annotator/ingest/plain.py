"""Plain text: one article, with whatever the page had around it."""

from collections.abc import Iterator

from annotator.ingest.draft import Page, Source
from annotator.text.canonical import decode


def pages(source: Source) -> Iterator[Page]:
    """The one page of a text file; InputError when it cannot be decoded."""
    canonical = decode(source.raw, source.name)
    yield Page(source.name, canonical.text, notes=canonical.notes())
