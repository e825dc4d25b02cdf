"""One row per annotation: loss-free CSV and TSV, and a CSV that is safe to open in a spreadsheet.

Corrected counterparts are rows of the layer `counterpart`; their source and target are an article
and the index of a sentence.

The safe flavour puts an apostrophe before every cell that a spreadsheet might run as a formula
(and before cells that begin with one already), so the reader can take exactly that one away.
"""

import csv
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from annotator.errors import InputError
from annotator.files import MAX_BYTES
from annotator.formats.labelled import from_json, to_json
from annotator.formats.ledger import Ledger
from annotator.formats.record import (
    EVERYTHING,
    ArticleRecord,
    Correction,
    Document,
    Format,
    Incoming,
    Labelled,
    Options,
    Problem,
)
from annotator.formats.strict import Fields, choice, loads
from annotator.formats.writing import file_format
from annotator.history import counterpart_subject
from annotator.model import Annotator, Json, Layer

COLUMNS = (
    "id",
    "layer",
    "story",
    "article",
    "outlet",
    "title",
    "date",
    "url",
    "start",
    "end",
    "quote",
    "label",
    "attributes",
    "note",
    "annotator",
    "annotator_id",
    "created",
    "scheme",
    "origin",
    "arm",
    "suggestion",
    "source",
    "target",
    "split",
)
_MARK = re.compile(rb"(?:\xef\xbb\xbf)?id[,\t]layer[,\t]story[,\t]article[,\t]")
_COUNTERPART = "counterpart"
_INTEGERS = ("start", "end")
_OBJECTS = ("attributes", "suggestion")
_FORMULA = re.compile(r"['\t\r\n]|\s*[=+\-@＝＋－＠]")
_NUMBER = re.compile(r"[0-9]{1,18}")


@dataclass(frozen=True, slots=True)
class Flavour:
    """How the cells are delimited, and whether they are made safe for a spreadsheet."""

    delimiter: str = ","
    safe: bool = False

    def row(self, made: Json) -> list[str]:
        """The cells of one annotation."""
        return [self.escape(_cell(made.get(column))) for column in COLUMNS]

    def escape(self, cell: str) -> str:
        """The cell as it stands in the file."""
        return "'" + cell if self.safe and _FORMULA.match(cell) else cell

    def restore(self, cell: str) -> str:
        """What `escape` was given."""
        return cell.removeprefix("'") if self.safe else cell


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False, sort_keys=True)
    return str(value)


def rows(ledger: Ledger) -> Iterator[Json]:
    """One object per annotation: those of the articles in order, then links, then story labels."""
    options = ledger.options
    for record in ledger.articles():
        about = _about(record, options)
        for labelled in record.annotations:
            yield about | to_json(labelled, options)
    for link in ledger.links():
        yield to_json(link, options)
    for story in ledger.stories():
        split = options.splits.get(story.story.id)
        for labelled in story.annotations:
            yield {"story": story.story.id, "split": split} | to_json(labelled, options)
        for correction in story.corrections:
            yield {"story": story.story.id, "split": split} | _counterpart(correction)


def _counterpart(correction: Correction) -> Json:
    person = correction.annotator
    return {
        "id": counterpart_subject(person.id, correction.a, correction.b),
        "layer": _COUNTERPART,
        "label": "aligned" if correction.aligned else "not aligned",
        "annotator": person.name,
        "annotator_id": person.id,
        "created": correction.at,
        "source": f"{correction.a[0]} {correction.a[1]}",
        "target": f"{correction.b[0]} {correction.b[1]}",
    }


def _about(record: ArticleRecord, options: Options) -> Json:
    article = record.article
    return {
        "story": record.story,
        "article": article.id,
        "outlet": article.outlet,
        "title": article.title if options.text == "full" else None,
        "date": article.date,
        "url": article.url,
        "split": options.splits.get(record.story or article.id),
    }


@dataclass(slots=True)
class _Rows:
    """What was read so far."""

    documents: dict[str, list[Labelled]] = field(default_factory=dict)
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
        if fields.text("layer") == _COUNTERPART:
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


def _read(path: Path, flavour: Flavour) -> Incoming:
    rows, problems = _Rows(), []
    for where, cells in _records(path, flavour):
        try:
            rows.take(_fields(where, cells))
        except InputError as error:
            problems.append(Problem(error.message, error.hint))
    return Incoming(
        documents=tuple(
            Document(article, None, str(path), tuple(found))
            for article, found in rows.documents.items()
        ),
        links=tuple(rows.links),
        labels=tuple(rows.labels),
        corrections=tuple(rows.corrections),
        problems=tuple(problems),
    )


def _fields(where: str, cells: list[str]) -> Fields:
    if len(cells) != len(COLUMNS):
        raise InputError(f"{where}: {len(cells)} cells, not {len(COLUMNS)}")
    made = {key: _value(where, key, cell) for key, cell in zip(COLUMNS, cells, strict=True)}
    return Fields(made, where)


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
            raise InputError(f"{where}: {key}: {cell[:40]!r} is not a whole number")
        return int(cell) if cell else None
    if key in _OBJECTS:
        return loads(cell, f"{where}: {key}") if cell else None
    return cell


def _records(path: Path, flavour: Flavour) -> Iterator[tuple[str, list[str]]]:
    limit = csv.field_size_limit(MAX_BYTES)
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            yield from _checked(path, flavour, stream)
    except UnicodeDecodeError as error:
        raise InputError(f"{path}: not valid utf-8: {error.reason}") from None
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror}") from None
    finally:
        csv.field_size_limit(limit)


def _checked(
    path: Path, flavour: Flavour, stream: Iterable[str]
) -> Iterator[tuple[str, list[str]]]:
    table = csv.reader(stream, delimiter=flavour.delimiter, strict=True)
    line = 1
    try:
        header = next(table, [])
        if header != list(COLUMNS):
            odd = next((cell for cell in header if cell not in COLUMNS), None)
            raise InputError(
                f"{path}:1: not the header of this format"
                + (f": unknown column {odd[:40]!r}" if odd is not None else ""),
                f"The columns are {', '.join(COLUMNS)}.",
            )
        line = table.line_num + 1
        for cells in table:
            yield f"{path}:{line}", [flavour.restore(cell) for cell in cells]
            line = table.line_num + 1
    except csv.Error as error:
        raise InputError(f"{path}:{line}: {error}", "The row may be cut off.") from None


def _format(name: str, about: str, suffix: str, flavour: Flavour) -> Format:
    def body(ledger: Ledger, stream: IO[str]) -> None:
        if flavour.safe:
            stream.write("\ufeff")
        table = csv.writer(stream, delimiter=flavour.delimiter, lineterminator="\n")
        table.writerow(COLUMNS)
        table.writerows(flavour.row(row) for row in rows(ledger))

    def read(path: Path) -> Incoming:
        return _read(path, flavour)

    return file_format(name, about, suffix, EVERYTHING, body, read, mark=_MARK, withholds=True)


CSV = _format("csv", "one row per annotation, exact", ".csv", Flavour())
TSV = _format("tsv", "one row per annotation, exact, tabs", ".tsv", Flavour("\t"))
CSV_SAFE = _format(
    "csv-safe", "one row per annotation, safe to open in a spreadsheet", ".csv", Flavour(safe=True)
)
