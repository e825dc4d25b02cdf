"""Plain text: one article with whatever the page had around it, or a news database's export."""

from collections.abc import Iterator

from annotator.ingest import database
from annotator.ingest.draft import Page, Source


def pages(source: Source) -> Iterator[Page]:
    """The page or pages of a text file; InputError when it cannot be decoded."""
    canonical = source.decoded()
    if database.is_export(canonical.text):
        yield from database.pages_of(canonical, source.name)
    else:
        yield Page(source.name, canonical.text, notes=canonical.notes())
