"""REFI-QDA projects (`.qdpx`), which NVivo, MAXQDA and ATLAS.ti exchange.

A zip of `project.qde` (XML, urn:QDA-XML:project:1.0) and a text file per article. Positions are
code points. Labels are codes, those of sentences and articles below a code of their layer; notes
are descriptions of the selection; links join selections; stories are sets of sources.
"""

import re
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO
from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree as ET

from annotator.errors import InputError
from annotator.files import MAX_BYTES, unreadable
from annotator.formats.foreign import Bound, Gatherer, Source, damaged
from annotator.formats.ledger import Ledger
from annotator.formats.palette import RGB
from annotator.formats.record import (
    ArticleRecord,
    Feature,
    Incoming,
    Labelled,
)
from annotator.formats.writing import file_format
from annotator.formats.xmltext import holdable
from annotator.model import Layer
from annotator.scheme import Scheme

_XMLNS = "urn:QDA-XML:project:1.0"
_GROUPS = {Layer.SENTENCE: "Sentences", Layer.ARTICLE: "Articles", Layer.LINK: "Links"}
_EPOCH = (1980, 1, 1, 0, 0, 0)
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z")
_MAX_MEMBERS = 200_000


def _guid(*parts: object) -> str:
    return str(uuid5(NAMESPACE_URL, ":".join(["annotator", *map(str, parts)])))


def _write_project(ledger: Ledger, stream: IO[bytes]) -> None:
    root = ET.Element("Project", {"xmlns": _XMLNS, "name": ledger.export.header.scheme.name})
    root.set("origin", "annotator")
    users = ET.SubElement(root, "Users")
    book = ET.SubElement(ET.SubElement(root, "CodeBook"), "Codes")
    sources = ET.SubElement(root, "Sources")
    people: dict[str, str] = {p.id: p.name for p in ledger.export.header.annotators}
    codes = _Codes(book, ledger.export.header.scheme)
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for record in ledger.articles():
            people |= {k.annotation.annotator: k.annotator for k in record.annotations}
            guid = _guid("source", record.article.id)
            _member(archive, f"sources/{guid}.txt", record.article.text)
            sources.append(_source(record, guid, codes, ledger))
        _add_links(root, ledger)
        _add_sets(root, ledger)
        for ident, name in sorted(people.items()):
            ET.SubElement(users, "User", {"guid": _guid("user", ident), "name": _xml(name)})
        for parent in [node for node in (users, sources) if not len(node)]:
            root.remove(parent)
        ET.indent(root)
        xml = ET.tostring(root, "unicode", xml_declaration=False)
        _member(archive, "project.qde", f'<?xml version="1.0" encoding="utf-8"?>\n{xml}\n')


def _member(archive: zipfile.ZipFile, name: str, text: str) -> None:
    info = zipfile.ZipInfo(name, _EPOCH)
    info.compress_type = zipfile.ZIP_DEFLATED
    archive.writestr(info, text.encode("utf-8"))


class _Codes:
    """The code book: a code per label, made when a label is first met."""

    def __init__(self, book: ET.Element, scheme: Scheme) -> None:
        self._book = book
        self._groups: dict[Layer, ET.Element] = {}
        self._made: set[str] = set()
        for label in scheme.labels:
            if label.layer in (Layer.SPAN, Layer.SENTENCE, Layer.ARTICLE):
                about = f"{label.name}: {label.guideline}"
                self.guid(label.layer, label.id, about, RGB[label.colour])

    def guid(self, layer: Layer, label: str, about: str = "", colour: str = RGB["grey"]) -> str:
        """The id of the code of a label."""
        guid = _guid("code", layer, label)
        if guid not in self._made:
            self._made.add(guid)
            code = ET.SubElement(self._parent(layer), "Code", {"guid": guid, "name": label})
            code.set("isCodable", "true")
            code.set("color", colour)
            if about:
                ET.SubElement(code, "Description").text = _xml(about)
        return guid

    def _parent(self, layer: Layer) -> ET.Element:
        if layer is Layer.SPAN:
            return self._book
        if layer not in self._groups:
            group = {"guid": _guid("group", layer), "name": _GROUPS[layer], "isCodable": "false"}
            self._groups[layer] = ET.SubElement(self._book, "Code", group)
        return self._groups[layer]


def _source(record: ArticleRecord, guid: str, codes: _Codes, ledger: Ledger) -> ET.Element:
    article = record.article
    name = f"{article.outlet or article.id}: {article.title}"
    made = ET.Element("TextSource", {"guid": guid, "name": _xml(name)})
    made.set("plainTextPath", f"internal://{guid}.txt")
    whole = []
    for labelled in record.annotations:
        annotation = labelled.annotation
        if annotation.start is None:
            whole.append(labelled)
            continue
        selection = ET.SubElement(made, "PlainTextSelection", {"guid": _guid(annotation.id)})
        selection.set("name", _xml(" ".join((annotation.quote or "").split())[:80]))
        selection.set("startPosition", str(annotation.start))
        selection.set("endPosition", str(annotation.end))
        _sign(selection, labelled)
        if annotation.note:
            note, replaced = holdable(annotation.note)
            ledger.drop(Feature.CHARACTERS, replaced)
            ET.SubElement(selection, "Description").text = note
        _code(selection, labelled, codes)
    for labelled in whole:
        _code(made, labelled, codes)
    return made


def _code(parent: ET.Element, labelled: Labelled, codes: _Codes) -> None:
    annotation = labelled.annotation
    coding = ET.SubElement(parent, "Coding", {"guid": _guid("coding", annotation.id)})
    _sign(coding, labelled)
    guid = codes.guid(annotation.layer, annotation.label)
    ET.SubElement(coding, "CodeRef", {"targetGUID": guid})


def _sign(node: ET.Element, labelled: Labelled) -> None:
    node.set("creatingUser", _guid("user", labelled.annotation.annotator))
    if _TIME.fullmatch(labelled.annotation.created):
        node.set("creationDateTime", labelled.annotation.created)


def _add_links(root: ET.Element, ledger: Ledger) -> None:
    links = [link.annotation for link in ledger.links()]
    parent = ET.SubElement(root, "Links") if links else root
    for link in links:
        made = ET.SubElement(parent, "Link", {"guid": _guid(link.id), "name": link.label})
        made.set("direction", "Associative")
        made.set("originGUID", _guid(link.source))
        made.set("targetGUID", _guid(link.target))


def _add_sets(root: ET.Element, ledger: Ledger) -> None:
    stories = list(ledger.export.stories)
    parent = ET.SubElement(root, "Sets") if stories else root
    for record in stories:
        story = record.story
        made = ET.SubElement(parent, "Set", {"guid": _guid("story", story.id)})
        made.set("name", _xml(story.title))
        for article in story.articles:
            ET.SubElement(made, "MemberSource", {"targetGUID": _guid("source", article)})


def _xml(text: str) -> str:
    return holdable(text)[0]


def read(path: Path) -> Incoming:
    """Read the coded selections of all plain text sources.

    Other kinds of source and links are counted as skipped. Archives that unpack to too much, and
    XML that declares entities, are an InputError; nothing is ever unpacked to disk.
    """
    gatherer = Gatherer("qdpx")
    try:
        stream = path.open("rb")
    except OSError as error:
        raise unreadable(path, error) from None
    try:
        with stream, zipfile.ZipFile(stream) as archive:
            if len(archive.namelist()) > _MAX_MEMBERS:
                raise InputError(
                    f"{path}: more than {_MAX_MEMBERS} files inside", "Export the project in parts."
                )
            bound = Bound(path)
            project = _project(archive, path, bound)
            _read_sources(archive, project, path, bound, gatherer)
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, RuntimeError):
        raise damaged(path, "a REFI-QDA project") from None
    return gatherer.incoming()


def _project(archive: zipfile.ZipFile, path: Path, bound: Bound) -> ET.Element:
    name = next((n for n in archive.namelist() if re.fullmatch(r"[^/]+\.qde", n)), None)
    if name is None:
        raise InputError(
            f"{path}: holds no .qde file", "Export the project again, as REFI-QDA project (.qdpx)."
        )
    text = _member_text(archive, name, path, bound)
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        raise InputError(
            f"{path}: {name} declares entities, which is refused",
            "No REFI-QDA project needs them; export it again.",
        )
    try:
        return ET.fromstring(text.removeprefix("\ufeff").encode("utf-8"))
    except ET.ParseError as error:
        raise damaged(path / name, "well-formed XML", error.position[0]) from None


def _member_text(archive: zipfile.ZipFile, name: str, path: Path, bound: Bound) -> str:
    try:
        with archive.open(name) as stream:
            raw = stream.read(MAX_BYTES + 1)
    except KeyError:
        raise InputError(
            f"{path}: {name} is missing in the archive",
            "The archive is not whole; export it again.",
        ) from None
    if len(raw) > MAX_BYTES:
        raise InputError(
            f"{path}: {name} is over the limit of {MAX_BYTES // 1_000_000} MB",
            "Export the project in parts.",
        )
    bound.add(len(raw))
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise InputError(
            f"{path}: {name}: not valid utf-8 at byte {error.start}",
            "Export the project again; its texts are UTF-8.",
        ) from None


def _tag(name: str) -> str:
    return f"{{{_XMLNS}}}{name}"


def _read_sources(
    archive: zipfile.ZipFile, project: ET.Element, path: Path, bound: Bound, gatherer: Gatherer
) -> None:
    book = _Book(project)
    for source in project.iterfind(f"{_tag('Sources')}/*"):
        if source.tag != _tag("TextSource"):
            gatherer.skipped["sources that are not text"] += 1
            continue
        name = source.get("name", "")
        where = f"{path}: {name!r}"
        try:
            inside = source.get("plainTextPath", "")
            content = source.findtext(_tag("PlainTextContent"))
            if inside.startswith("internal://"):
                member = f"sources/{inside.removeprefix('internal://')}"
                content = _member_text(archive, member, path, bound)
            if content is None:
                raise InputError(
                    f"{where}: the text lies outside the archive",
                    "Export the project with its texts inside.",
                )
            _read_source(source, Source(content), where, book, gatherer)
        except InputError as error:
            gatherer.refuse(error)
    gatherer.skipped["links"] += len(project.findall(f"{_tag('Links')}/*"))


class _Book:
    """Codes and users of a project by their ids."""

    def __init__(self, project: ET.Element) -> None:
        self.users = {u.get("guid", ""): u.get("name", "") for u in project.iter(_tag("User"))}
        self.codes: dict[str, tuple[Layer, str]] = {}
        layers = {name: layer for layer, name in _GROUPS.items()}
        for codes in project.iter(_tag("Codes")):
            for code in codes.iter(_tag("Code")):
                named = (Layer.SPAN, code.get("name", ""))
                self.codes.setdefault(code.get("guid", ""), named)
            for group in codes:
                layer = layers.get(group.get("name") or "", Layer.SPAN)
                for code in group.iterfind(_tag("Code")):
                    self.codes[code.get("guid", "")] = (layer, code.get("name", ""))

    def codings(self, node: ET.Element) -> Iterator[tuple[Layer, str, str]]:
        """Layer, label and annotator of every coding of a selection or source."""
        for coding in node.iterfind(_tag("Coding")):
            user = coding.get("creatingUser") or node.get("creatingUser") or ""
            for reference in coding.iterfind(_tag("CodeRef")):
                found = self.codes.get(reference.get("targetGUID", ""))
                if found:
                    yield (*found, self.users.get(user, ""))


def _read_source(
    node: ET.Element, source: Source, where: str, book: _Book, gatherer: Gatherer
) -> None:
    labels: list[Labelled] = []
    for selection in node.iterfind(_tag("PlainTextSelection")):
        edges = [selection.get(key, "") for key in ("startPosition", "endPosition")]
        if not all(re.fullmatch(r"[0-9]{1,15}", edge) for edge in edges):
            gatherer.problem(where, f"{' to '.join(edges)[:40]!r} is not a start and an end")
            continue
        note = selection.findtext(_tag("Description")) or ""
        for layer, label, annotator in book.codings(selection):
            labels += gatherer.span(
                source,
                where,
                int(edges[0]),
                int(edges[1]),
                label,
                layer=Layer.SENTENCE if layer is Layer.SENTENCE else Layer.SPAN,
                annotator=annotator,
                note=note,
            )
    for _, label, annotator in book.codings(node):
        labels.append(gatherer.label(source, Layer.ARTICLE, label, annotator=annotator))
    gatherer.document(source, where, labels)


_MARK = re.compile(rb"PK\x03\x04.{6}\x00\x00\x21\x00.{16}(?:sources/|project\.qde)", re.DOTALL)
FORMAT = file_format(
    "qdpx",
    "REFI-QDA project for NVivo, MAXQDA and ATLAS.ti",
    ".qdpx",
    {
        Feature.ATTRIBUTES,
        Feature.CHARACTERS,
        Feature.PROVENANCE,
        Feature.STORIES,
        Feature.COUNTERPARTS,
        Feature.REJECTIONS,
        Feature.SPLITS,
    },
    _write_project,
    read,
    mark=_MARK,
    mode="wb",
)
