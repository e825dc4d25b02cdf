"""DOCX: the paragraphs of a text document, their kinds by the names of their styles.

Read with the standard library, so that the limits for archives hold. Headers, footers, footnotes,
comments and deleted text are not part of the article (ECMA-376 keeps them apart).
"""

import contextlib
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Iterator

from annotator.errors import InputError
from annotator.ingest import database, packed
from annotator.ingest.draft import Mark, Page, Source
from annotator.ingest.properties import with_properties
from annotator.ingest.safexml import local, parse
from annotator.model import BlockKind
from annotator.text.canonical import canonicalise

_TEXT = "word/document.xml"
_STYLES = "word/styles.xml"
_PROPERTIES = "docProps/core.xml"
_LEFT_OUT = ("Fallback", "del", "moveFrom")
_SIGNS = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_KINDS = (
    ("title", BlockKind.TITLE),
    ("subtitle", BlockKind.HEADING),
    ("heading", BlockKind.HEADING),
    ("caption", BlockKind.CAPTION),
    ("quote", BlockKind.QUOTE),
    ("intense quote", BlockKind.QUOTE),
)


def pages(source: Source) -> Iterator[Page]:
    """The article of a document, or those of a news database's export."""
    with packed.opened(source.raw, source.name) as archive:
        packed.check_size(archive.infolist(), source.name)
        root = parse(packed.part(archive, _TEXT, source.name), source.name)
        styles = _style_names(archive, source.name)
        said = _properties(archive, source.name)
    pieces: list[str] = []
    marks: list[Mark] = []
    position = 0
    for paragraph in _paragraphs(root):
        text = canonicalise(_text(paragraph)).text.strip()
        if text:
            kind = _kind(styles.get(_style(paragraph), ""))
            if kind is not None:
                marks.append(Mark(position, position + len(text), kind))
            pieces.append(text)
            position += len(text) + 2
    canonical = canonicalise("\n\n".join(pieces))
    if database.is_export(canonical.text):
        yield from database.pages_of(canonical, source.name)
    else:
        page = Page(
            source.name, canonical.text, title=_title(canonical.text, marks), marks=tuple(marks)
        )
        yield with_properties(page, said.get("title"), said.get("creator"), said.get("created"))


def _paragraphs(root: ET.Element) -> Iterator[ET.Element]:
    for node in root.iter():
        node[:] = [child for child in node if local(child) not in _LEFT_OUT]
    return (node for node in root.iter() if local(node) == "p")


def _text(paragraph: ET.Element) -> str:
    """The text of a paragraph, without that of paragraphs in its text boxes."""
    pieces = []
    waiting = list(reversed(paragraph))
    while waiting:
        node = waiting.pop()
        name = local(node)
        if name == "t":
            pieces.append(node.text or "")
        elif name in _SIGNS:
            pieces.append(_SIGNS[name])
        elif name not in ("p", "pPr"):
            waiting.extend(reversed(node))
    return "".join(pieces)


def _style_names(archive: zipfile.ZipFile, name: str) -> dict[str, str]:
    """The English names of styles by their ids, which are in the language of the program."""
    return {
        _value(style, "styleId"): _value(child, "val").lower()
        for style in _optional(archive, _STYLES, name)
        for child in style
        if local(child) == "name"
    }


def _properties(archive: zipfile.ZipFile, name: str) -> dict[str, str]:
    """The core properties of the document by their names (ECMA-376, part 2)."""
    return {local(node): node.text or "" for node in _optional(archive, _PROPERTIES, name)}


def _optional(archive: zipfile.ZipFile, part: str, name: str) -> Iterator[ET.Element]:
    """The elements of a part that need not be there nor be sound."""
    if part in archive.namelist():
        with contextlib.suppress(InputError):
            yield from parse(packed.part(archive, part, name), name)


def _style(paragraph: ET.Element) -> str:
    return next((_value(node, "val") for node in paragraph.iter() if local(node) == "pStyle"), "")


def _value(node: ET.Element, name: str) -> str:
    return next((text for key, text in node.items() if key.endswith("}" + name)), "")


def _kind(style: str) -> BlockKind | None:
    bare = style.rstrip(" 0123456789")
    return next((kind for name, kind in _KINDS if name == bare), None)


def _title(text: str, marks: list[Mark]) -> str | None:
    titles = (mark for mark in marks if mark.kind is BlockKind.TITLE)
    return next((" ".join(text[mark.start : mark.end].split()) for mark in titles), None)
