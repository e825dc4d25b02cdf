"""Reading a table of labels back into records, every row checked; see `table` for the form."""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from annotator.errors import InputError
from annotator.files import MAX_BYTES, unreadable
from annotator.formats.cells import Flavour, named
from annotator.formats.labelled import from_json
from annotator.formats.record import Correction, Document, Incoming, Labelled, Problem
from annotator.formats.strict import Fields, choice, loads
from annotator.model import Annotator, Layer
from annotator.text.plurals import counted

SUGGESTION = named(
    "id layer start end quote label kind detector version entry reason strength who source"
)
COLUMNS = (
    *named(
        "id layer story article outlet title date url start end quote label attributes note "
        "annotator annotator_id created scheme origin arm source target split"
    ),
    *(f"suggestion.{part}" for part in SUGGESTION),
)
COUNTERPART = "counterpart"
ATTRIBUTE = "attribute."
_INTEGERS = ("start", "end", "suggestion.start", "suggestion.end")
JSON_CELL = re.compile(r'["\[{].*|-?[0-9][0-9.eE+-]*|true|false|null', re.DOTALL)
_NUMBER = re.compile(r"[0-9]{1,18}")


@dataclass(slots=True)
class _Rows:
    """What was read so far."""

    documents: dict[str, list[Labelled]] = field(default_factory=dict)
    places: dict[str, dict[str, str]] = field(default_factory=dict)
    links: list[Labelled] = field(default_factory=list)
    labels: list[Labelled] = field(default_factory=list)
    corrections: list[Correction] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)

    def take(self, fields: Fields) -> None:
        """Take in one row; InputError."""
        ident = fields.text("id")
        if ident in self.seen:
            fields.fail("id", f"{ident!r} is in the file twice")
        self.seen.add(ident)
        if fields.text("layer") == COUNTERPART:
            self.corrections.append(_correction(fields))
            return
        layer, article = choice(fields, "layer", Layer), fields.maybe("article") or None
        if article is None and layer in (Layer.SPAN, Layer.SENTENCE, Layer.ARTICLE):
            fields.fail("article", "missing")
        story = fields.text("story") if layer is Layer.STORY else None
        labelled = from_json(fields, None, article=article, story=story)
        if layer is Layer.LINK:
            self.links.append(labelled)
        elif layer is Layer.STORY:
            self.labels.append(labelled)
        else:
            self.documents.setdefault(str(article), []).append(labelled)
            self.places.setdefault(str(article), {})[ident] = fields.where


def read(path: Path, flavour: Flavour) -> Incoming:
    """Read a table; a fault in a row is a problem of the result. InputError for another header."""
    rows, problems = _Rows(), []
    for where, header, cells in _records(path, flavour):
        try:
            rows.take(_fields(where, header, cells))
        except InputError as error:
            problems.append(Problem(error.message, error.hint))
    return Incoming(
        documents=tuple(
            Document(
                article,
                None,
                next(iter(rows.places[article].values())),
                tuple(found),
                rows.places[article],
            )
            for article, found in rows.documents.items()
        ),
        links=tuple(rows.links),
        labels=tuple(rows.labels),
        corrections=tuple(rows.corrections),
        problems=tuple(problems),
    )


def _fields(where: str, header: Sequence[str], cells: Sequence[str]) -> Fields:
    """A row as the object that `_flat` was given."""
    if len(cells) != len(header):
        raise InputError(
            f"{where}: {counted(len(cells), 'cells')}, not {len(header)}",
            "Quote cells that hold the separator, and give every row all columns.",
        )
    held = {key: _value(where, key, cell) for key, cell in zip(header, cells, strict=True)}
    attributes = held["attributes"] or {}
    if not isinstance(attributes, dict):
        raise InputError(
            f"{where}: attributes: not an object",
            'Write them as JSON, as in {"kind": "labelling"}.',
        )
    named = {key: value for key, value in held.items() if key.startswith(ATTRIBUTE)}
    own = {key.removeprefix(ATTRIBUTE): v for key, v in named.items() if v is not None}
    parts = {part: held[f"suggestion.{part}"] for part in SUGGESTION}
    voice = {"who": parts.pop("who"), "source": parts.pop("source") or None}
    suggestion = {**parts, "voice": voice} if parts["id"] else None
    return Fields(held | {"attributes": attributes | own, "suggestion": suggestion}, where)


def _correction(fields: Fields) -> Correction:
    sides: list[tuple[str, int]] = []
    for key in ("source", "target"):
        article, _, sentence = fields.text(key).partition(" ")
        if not article or not _NUMBER.fullmatch(sentence):
            fields.fail(key, "not an article and the index of a sentence")
        sides.append((article, int(sentence)))
    return Correction(
        sides[0],
        sides[1],
        fields.text("label") == "aligned",
        Annotator(fields.text("annotator_id"), fields.text("annotator")),
        fields.text("created"),
    )


def _value(where: str, key: str, cell: str) -> object:
    if key in _INTEGERS:
        if cell and not _NUMBER.fullmatch(cell):
            raise InputError(
                f"{where}: {key}: {cell[:40]!r} is not a whole number", "Write digits alone."
            )
        return int(cell) if cell else None
    if key in ("attributes", "suggestion.strength"):
        return loads(cell, f"{where}: {key}") if cell else None
    if key.startswith(ATTRIBUTE):
        typed = loads(cell, f"{where}: {key}") if JSON_CELL.fullmatch(cell) else cell
        return None if cell == "" else typed
    return cell


def _records(path: Path, flavour: Flavour) -> Iterator[tuple[str, list[str], list[str]]]:
    limit = csv.field_size_limit(MAX_BYTES)
    try:
        with path.open("rb") as stream:
            yield from _checked(path, flavour, _decoded(path, stream))
    except OSError as error:
        raise unreadable(path, error) from None
    finally:
        csv.field_size_limit(limit)


def _decoded(path: Path, stream: Iterable[bytes]) -> Iterator[str]:
    for number, raw in enumerate(stream, 1):
        try:
            yield raw.decode("utf-8-sig" if number == 1 else "utf-8")
        except UnicodeDecodeError as error:
            raise InputError(
                f"{path}:{number}: not valid utf-8 at byte {error.start}", "Save it as UTF-8."
            ) from None


def _checked(
    path: Path, flavour: Flavour, stream: Iterable[str]
) -> Iterator[tuple[str, list[str], list[str]]]:
    table = csv.reader(stream, delimiter=flavour.delimiter, strict=True)
    line = 1
    try:
        header = next(table, [])
        _check_header(header, path)
        line = table.line_num + 1
        for cells in table:
            yield f"{path}:{line}", header, [flavour.restore(cell) for cell in cells]
            line = table.line_num + 1
    except csv.Error:
        raise InputError(
            f"{path}:{line}: not a row of a table",
            "The row may be cut off, or a quote mark is missing.",
        ) from None


def _check_header(header: Sequence[str], path: Path) -> None:
    odd = [c for c in header if c not in COLUMNS and not c.startswith(ATTRIBUTE)]
    missing = [column for column in COLUMNS if column not in header]
    if odd or missing or len(set(header)) < len(header):
        what = f"unknown column {odd[0][:40]!r}" if odd else "a column twice"
        raise InputError(
            f"{path}:1: not the header of this format: "
            + (f"no column {missing[0]!r}" if missing and not odd else what),
            f"The columns are {', '.join(COLUMNS)}, and attribute.NAME for attributes.",
        )
