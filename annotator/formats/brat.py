"""brat stand-off: a folder per annotator, in it a `.txt` and an `.ann` per article.

Offsets are code points. A span that runs over a line end becomes fragments, one a line, as brat
itself writes it; white space at such ends cannot be told. Sentence labels are spans whose type
begins with `Sentence-`. Values that brat would not take are spelt with `_` for a blank and
`~HEX~` for anything else.
"""

import json
import re
import sys
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from annotator.errors import InputError
from annotator.files import safe_name
from annotator.formats.foreign import Gatherer, Source, read_text
from annotator.formats.ledger import Ledger
from annotator.formats.palette import RGB
from annotator.formats.people import Folders, Owners
from annotator.formats.record import (
    OUTSIDE,
    ArticleRecord,
    Feature,
    Incoming,
    Labelled,
)
from annotator.formats.writing import folder_format
from annotator.model import Annotation, Layer, Span
from annotator.scheme import Attribute, AttributeType, Scheme

_SENTENCE = "Sentence-"
_ODD = re.compile(r"[^A-Za-z0-9.-]")
_SPELT = re.compile(r"~([0-9a-f]{0,6})~")
_OTHER_TYPE = re.compile(r"-?(?:0|[1-9][0-9]{0,14})|true|false")
_BOUND = re.compile(r"(T\S+) (\S+) ([0-9]{1,15} [0-9]{1,15}(?:;[0-9]{1,15} [0-9]{1,15})*)")


def _write_files(ledger: Ledger, folder: Path) -> None:
    folders, scheme = Folders(folder), ledger.export.header.scheme
    for record in ledger.articles():
        stem = safe_name(record.article.outlet or "", record.article.id)
        for annotator, own in record.by_annotator():
            place = folders.of(annotator)
            (place / f"{stem}.txt").write_text(record.article.text, "utf-8", newline="\n")
            lines = "".join(f"{line}\n" for line in _lines(record, own, ledger))
            (place / f"{stem}.ann").write_text(lines, "utf-8", newline="\n")
    for place in folders.finish():
        conf = configuration(scheme)
        (place / "annotation.conf").write_text(conf, "utf-8", newline="\n")
        (place / "visual.conf").write_text(_visual(scheme), "utf-8", newline="\n")


def configuration(scheme: Scheme) -> str:
    """The `annotation.conf` of a scheme."""
    lines = ["[entities]"]
    lines += [label.id for label in scheme.layer(Layer.SPAN)]
    lines += [_SENTENCE + label.id for label in scheme.layer(Layer.SENTENCE)]
    lines += ["", "[relations]", "", "[events]", "", "[attributes]"]
    values: dict[str, dict[str, list[str]]] = {}
    for label in scheme.labels:
        if label.layer in (Layer.SPAN, Layer.SENTENCE):
            for attribute in label.attributes:
                kind = (_SENTENCE if label.layer is Layer.SENTENCE else "") + label.id
                values.setdefault(attribute.id, {})[kind] = _values(attribute)
    for name, kinds in values.items():
        listed = list(dict.fromkeys(v for choices in kinds.values() for v in choices))
        value = f", Value:{'|'.join(listed)}" if listed else ""
        lines.append(f"{name}\tArg:{'|'.join(kinds)}{value}")
    return "\n".join(lines) + "\n"


def _visual(scheme: Scheme) -> str:
    """The `visual.conf` of a scheme: the names and colours of its labels."""
    names, drawing = ["[labels]"], ["[drawing]"]
    for prefix, layer in (("", Layer.SPAN), (_SENTENCE, Layer.SENTENCE)):
        for label in scheme.layer(layer):
            name = " ".join(label.name.replace("|", "/").split())
            names.append(f"{prefix}{label.id} | {name}")
            drawing.append(f"{prefix}{label.id}\tbgColor:{RGB[label.colour]}")
    return "\n".join([*names, "", *drawing]) + "\n"


def _values(attribute: Attribute) -> list[str]:
    match attribute.type:
        case AttributeType.CHOICE:
            return [_spell(choice) for choice in attribute.choices]
        case AttributeType.SCALE:
            return [str(n) for n in range(attribute.low, attribute.high + 1)]
        case AttributeType.FLAG:
            return ["true", "false"]
    return []


def _lines(record: ArticleRecord, own: Sequence[Labelled], ledger: Ledger) -> Iterator[str]:
    """The lines of an `.ann` file: each span followed by its attributes and its note."""
    text, attributes, notes = record.article.text, 0, 0
    for number, labelled in enumerate(own, 1):
        annotation = labelled.annotation
        fragments = _fragments(text, Span(annotation.start or 0, annotation.end or 0))
        if not fragments:
            ledger.leave_out(labelled, Feature.EDGES)
            continue
        if (fragments[0].start, fragments[-1].end) != (annotation.start, annotation.end):
            ledger.drop(Feature.EDGES)
        places = ";".join(f"{start} {end}" for start, end in fragments)
        quote = " ".join(text[start:end] for start, end in fragments)
        yield f"T{number}\t{_type(annotation)} {places}\t{quote}"
        for key, value in sorted(annotation.attributes.items()):
            attributes += 1
            yield f"A{attributes}\t{key} T{number} {_spell(value)}"
        if annotation.note:
            notes += 1
            yield f"#{notes}\tAnnotatorNotes T{number}\t{_escape(annotation.note)}"


def _type(annotation: Annotation) -> str:
    return (_SENTENCE if annotation.layer is Layer.SENTENCE else "") + annotation.label


def _fragments(text: str, span: Span) -> list[Span]:
    """The lines of the span, as brat cuts them."""
    found = re.finditer(r"[^\n]+", text[span.start : span.end])
    return [Span(span.start + m.start(), span.start + m.end()) for m in found]


def _spell(value: object) -> str:
    """The value as brat takes it; only a text that looks like another type is marked as one."""
    if not isinstance(value, str):
        return json.dumps(value)
    blanks = _ODD.sub(lambda m: f"~{ord(m.group()):x}~", value).replace("~20~", "_")
    if _OTHER_TYPE.fullmatch(blanks):
        return f"~{ord(blanks[0]):x}~{blanks[1:]}"
    return blanks or "~~"


def _unspell(value: str) -> object:
    if _OTHER_TYPE.fullmatch(value):
        return json.loads(value)
    plain = value.replace("_", " ")
    return _SPELT.sub(lambda m: _character(m[1]), plain)


def _character(digits: str) -> str:
    return chr(int(digits, 16)) if digits and int(digits, 16) <= sys.maxunicode else ""


def _escape(note: str) -> str:
    return note.replace("\\", "\\\\").replace("\n", "\\n")


def _unescape(note: str) -> str:
    return re.sub(r"\\(.)", lambda m: "\n" if m[1] == "n" else m[1], note)


def read(path: Path) -> Incoming:
    """Read every `.txt` with an `.ann` in a folder and the folders in it.

    The annotator is named after the folder unless `annotators.json` says otherwise. Relations,
    events, normalisations and equivalences are counted as skipped.
    """
    if not path.is_dir():
        raise InputError(f"{path}: not a folder", "Give the folder with the .txt and .ann files.")
    gatherer = Gatherer("brat")
    owners = Owners(path)
    texts = sorted(file for file in path.rglob("*.txt") if file.with_suffix(".ann").is_file())
    if not texts:
        raise InputError(
            f"{path}: no .txt file with an .ann file beside it",
            "Give the folder that holds the pairs of files.",
        )
    for file in texts:
        try:
            _read_pair(file, owners.of(file), gatherer)
        except InputError as error:
            gatherer.refuse(error)
    return gatherer.incoming()


def _read_pair(file: Path, annotator: str, gatherer: Gatherer) -> None:
    source = Source(read_text(file))
    ann = file.with_suffix(".ann")
    bounds: list[tuple[str, str, str]] = []
    attributes: dict[str, dict[str, Any]] = {}
    notes: dict[str, str] = {}
    for number, line in enumerate(read_text(ann).split("\n"), 1):
        where, parts = f"{ann}:{number}", line.removesuffix("\r").split("\t", 2)
        match parts:
            case [""]:
                continue
            case [ident, place, quote] if ident.startswith("T"):
                bounds.append((where, f"{ident} {place}", quote))
            case [ident, rest] if ident.startswith(("A", "M")) and " " in rest:
                name, target, *value = rest.split(" ", 2)
                attributes.setdefault(target, {})[name] = _unspell(value[0]) if value else True
            case [ident, rest, note] if ident.startswith("#"):
                notes[rest.split(" ")[-1]] = _unescape(note)
            case [ident, *_] if ident.startswith(("R", "E", "*", "N")):
                gatherer.skipped["relations, events and normalisations"] += 1
            case _:
                gatherer.problem(where, f"{line[:40]!r} is not a line of stand-off")
    labels: list[Labelled] = []
    for where, head, quote in bounds:
        labels += _bound(source, where, head, quote, annotator, attributes, notes, gatherer)
    gatherer.document(source, str(ann), labels)


def _bound(
    source: Source,
    where: str,
    head: str,
    quote: str,
    annotator: str,
    attributes: dict[str, dict[str, Any]],
    notes: dict[str, str],
    gatherer: Gatherer,
) -> list[Labelled]:
    match = _BOUND.fullmatch(head)
    if match is None:
        gatherer.problem(where, f"{head[:40]!r} is not a type and its offsets")
        return []
    ident, kind = match[1], match[2]
    edges = [[int(n) for n in part.split(" ")] for part in match[3].split(";")]
    gaps = [source.raw[a[1] : b[0]] for a, b in pairwise(edges)]
    if any(gap.strip() for gap in gaps):
        gatherer.problem(where, "a span in several pieces, which a corpus cannot hold")
        return []
    whole = source.raw[edges[0][0] : edges[-1][1]] if len(edges) > 1 else quote
    sentence = kind.startswith(_SENTENCE)
    return gatherer.span(
        source,
        where,
        edges[0][0],
        edges[-1][1],
        kind.removeprefix(_SENTENCE) if sentence else kind,
        quote=whole,
        layer=Layer.SENTENCE if sentence else Layer.SPAN,
        annotator=annotator,
        attributes=attributes.get(ident),
        note=notes.get(ident, ""),
    )


FORMAT = folder_format(
    "brat",
    "brat stand-off, a folder per annotator, with annotation.conf and visual.conf",
    OUTSIDE | {Feature.EDGES, Feature.PROVENANCE, Feature.ARTICLES, Feature.SPLITS},
    _write_files,
    read,
)
