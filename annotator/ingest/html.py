"""HTML saved from a browser: our own rendering, with trafilatura's opinion when installed."""

import re
from collections.abc import Iterator

from annotator.ingest.draft import Page, Source
from annotator.ingest.web.extraction import extracted_lines
from annotator.ingest.web.metadata import read_metadata
from annotator.ingest.web.render import render
from annotator.model import Span
from annotator.text.canonical import Canonical, canonicalise

_DECLARED = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?([\w.:-]+)", re.I
)
_DECLARATION_BYTES = 4096
_LIVING_STANDARD = {
    "iso-8859-1": "cp1252",
    "latin-1": "cp1252",
    "latin1": "cp1252",
    "ascii": "cp1252",
    "us-ascii": "cp1252",
}


def pages(source: Source) -> Iterator[Page]:
    """The one page of an HTML file; InputError when it cannot be decoded."""
    yield page_of(source.decoded(declared_encoding(source.raw)), source.name)


def page_of(canonical: Canonical, name: str, url: str | None = None) -> Page:
    """The page that HTML in `canonical` renders to."""
    html = canonical.text
    rendered, metadata = render(html), read_metadata(html)
    text = canonicalise(rendered.text).text
    prose = extracted_lines(html, text, short=rendered.focus is not None)
    return Page(
        name=name,
        text=text,
        title=metadata.title,
        outlet=metadata.outlet,
        byline=metadata.byline,
        date=metadata.date,
        url=metadata.url or url,
        marks=rendered.marks,
        notes=canonical.notes(),
        focus=None if _is_elsewhere(rendered.focus, prose) else rendered.focus,
        prose=prose,
    )


def _is_elsewhere(focus: Span | None, prose: frozenset[int] | None) -> bool:
    """Whether the element that calls itself the article holds less than half of what is taken."""
    if focus is None or prose is None:
        return False
    return 2 * sum(focus.start <= start < focus.end for start in prose) < len(prose)


def declared_encoding(raw: bytes) -> str | None:
    """The encoding that a page declares, read as browsers do (Latin-1 means windows-1252)."""
    match = _DECLARED.search(raw[:_DECLARATION_BYTES])
    if match is None:
        return None
    name = match.group(1).decode("ascii", "replace").lower()
    return _LIVING_STANDARD.get(name, name)
