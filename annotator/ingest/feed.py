"""RSS and Atom files: one article an entry, its HTML rendered under its title."""

import xml.etree.ElementTree as ET
from collections.abc import Iterator

from annotator.errors import InputError
from annotator.ingest.draft import Mark, Page, Source
from annotator.ingest.html import declared_encoding
from annotator.ingest.safexml import local, parse
from annotator.ingest.web.render import render
from annotator.model import BlockKind
from annotator.text.canonical import canonicalise

_BODY = ("encoded", "content", "description", "summary")
_DATE = ("pubDate", "published", "date", "updated", "issued")
_AUTHOR = ("creator", "author")


def pages(source: Source) -> Iterator[Page]:
    """The entries of a feed; InputError for broken XML, document types, and other XML."""
    canonical = source.decoded(declared_encoding(source.raw))
    root = parse(canonical.text.encode(), source.name)
    entries = [node for node in root.iter() if local(node) in ("item", "entry")]
    if not entries:
        raise InputError(f"{source.name}: XML, but not an RSS or Atom feed", "Give HTML or text.")
    channel = next((node for node in root.iter() if local(node) in ("channel", "feed")), root)
    outlet = _text(channel, ("title",))
    for number, entry in enumerate(entries, start=1):
        yield _page(entry, f"{source.name}#{number}", outlet)


def _page(entry: ET.Element, name: str, outlet: str | None) -> Page:
    title = " ".join(render(_text(entry, ("title",)) or "").text.split())
    body = render(_text(entry, _BODY) or "")
    lead = f"{title}\n\n" if title else ""
    shifted = [
        Mark(mark.start + len(lead), mark.end + len(lead), mark.kind, mark.reason)
        for mark in body.marks
    ]
    heading = [Mark(0, len(title), BlockKind.TITLE)] if title else []
    canonical = canonicalise(lead + body.text)
    return Page(
        name=name,
        text=canonical.text,
        title=title or None,
        outlet=outlet,
        byline=_text(entry, _AUTHOR),
        date=_text(entry, _DATE),
        url=_link(entry),
        marks=tuple(heading + shifted),
        notes=canonical.notes(),
        plain=False,
    )


def _text(parent: ET.Element, names: tuple[str, ...]) -> str | None:
    """The text of the first child called one of `names`, in the order of `names`."""
    for name in names:
        for child in parent:
            if local(child) == name:
                text = "".join(child.itertext()).strip()
                if text:
                    return text
    return None


def _link(entry: ET.Element) -> str | None:
    for child in entry:
        if local(child) == "link" and child.get("rel", "alternate") == "alternate":
            return child.get("href") or (child.text or "").strip() or None
    return None
