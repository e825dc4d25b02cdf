"""EPUB: each document of the reading order that holds prose is an article.

Structure by the EPUB 3.3 standard: container, package document, manifest, spine.
"""

import posixpath
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import replace
from urllib.parse import unquote

from annotator.errors import InputError
from annotator.ingest import html, packed
from annotator.ingest.draft import Page, Refused, Source
from annotator.ingest.encodings import decoded
from annotator.ingest.safexml import local, parse

_CONTAINER = "META-INF/container.xml"
_PROSE_WORDS = 10


def pages(source: Source) -> Iterator[Page | Refused]:
    """The articles in reading order; covers, title pages and tables of contents are left out."""
    with packed.opened(source.raw, source.name) as archive:
        packed.check_size(archive.infolist(), source.name)
        container = parse(packed.part(archive, _CONTAINER, source.name), source.name)
        root = next(
            (n.get("full-path", "") for n in container.iter() if local(n) == "rootfile"), ""
        )
        package = parse(packed.part(archive, root, source.name), source.name)
        order = dict.fromkeys(_reading_order(package, root))  # each once, however often named
        read = [_page(archive, path, source) for path in order]
    said = {
        local(n): " ".join((n.text or "").split()) or None for n in reversed(list(package.iter()))
    }
    articles = [page for page in read if isinstance(page, Refused) or _has_prose(page)]
    for article in articles or read:
        alone = len(articles) == 1
        yield article if isinstance(article, Refused) else _described(article, said, alone)


def _reading_order(package: ET.Element, root: str) -> Iterator[str]:
    items = {n.get("id"): n for n in package.iter() if local(n) == "item"}
    for itemref in (n for n in package.iter() if local(n) == "itemref"):
        item = items.get(itemref.get("idref"))
        if item is None or "html" not in item.get("media-type", ""):
            continue
        if "nav" not in item.get("properties", "").split() and itemref.get("linear") != "no":
            yield posixpath.normpath(
                posixpath.join(posixpath.dirname(root), unquote(item.get("href", "")))
            )


def _page(archive: zipfile.ZipFile, path: str, source: Source) -> Page | Refused:
    name = f"{source.name}!{path}"
    try:
        raw = packed.part(archive, path, source.name)
        declared = source.encoding or html.declared_encoding(raw)
        return html.page_of(decoded(raw, name, declared), name)
    except InputError as error:
        return Refused(name, error)


def _has_prose(page: Page) -> bool:
    return any(len(line.split()) >= _PROSE_WORDS for line in page.text.split("\n"))


def _described(page: Page, said: Mapping[str, str | None], alone: bool) -> Page:
    """`page` with what its package says; of many articles it says neither title nor author."""
    title = None if page.title == said.get("title") else page.title
    return replace(
        page,
        title=said.get("title") if alone else title,
        byline=page.byline or (said.get("creator") if alone else None),
        date=page.date or said.get("date"),
        outlet=page.outlet or said.get("publisher"),
        text_first=True,
    )
