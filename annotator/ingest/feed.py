"""RSS and Atom files: one article an entry, its HTML rendered under its title."""

import re
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
_ADDRESSED = re.compile(r"\S+@\S+\s+\((.+)\)")  # as RSS 2.0 writes authors


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
    body = render(_markup(entry) or "")
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
        outlet=_source(entry) or outlet,
        byline=_author(entry),
        date=_text(entry, _DATE),
        url=_link(entry),
        marks=tuple(heading + shifted),
        notes=canonical.notes(),
        plain=False,
    )


def _markup(entry: ET.Element) -> str | None:
    """The text of an entry as HTML; XHTML stands in a feed as elements, other HTML as text."""
    for name in _BODY:
        for child in entry:
            if local(child) == name and "".join(child.itertext()).strip():
                inner = "".join(_unprefixed(node) for node in child)
                return (child.text or "") + inner if len(child) else child.text
    return None


def _unprefixed(node: ET.Element) -> str:
    for inner in node.iter():
        inner.tag = local(inner)
    return ET.tostring(node, encoding="unicode")


def _source(entry: ET.Element) -> str | None:
    """The outlet that an entry was taken from, where a feed gathers those of others."""
    found = next((child for child in entry if local(child) == "source"), None)
    if found is None:
        return None
    return _text(found, ("title",)) or (found.text or "").strip() or None


def _author(entry: ET.Element) -> str | None:
    """Who wrote it: by name, where a feed gives an address too."""
    for child in entry:
        if local(child) in _AUTHOR and (name := _text(child, ("name",))):
            return name
    found = _text(entry, _AUTHOR)
    match = _ADDRESSED.fullmatch(found or "")
    return match[1] if match else found


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
    guid = _text(entry, ("guid",)) or ""
    return guid if guid.startswith(("http://", "https://")) else None
