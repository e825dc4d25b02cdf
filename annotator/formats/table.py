"""One row per annotation: loss-free CSV and TSV, and a CSV that is safe to open in a spreadsheet.

The safe flavour puts an apostrophe before every cell that a spreadsheet might run as a formula
(and before cells that begin with one already), so the reader can take exactly that one away.
"""

import csv
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from annotator.errors import InputError
from annotator.files import MAX_BYTES
from annotator.formats.labelled import from_json, to_json
from annotator.formats.ledger import Ledger, write_file
from annotator.formats.record import (
    EVERYTHING,
    ArticleRecord,
    Document,
    Export,
    Feature,
    Format,
    Incoming,
    Labelled,
    Options,
    Problem,
    Report,
)
from annotator.formats.strict import Fields, loads
from annotator.model import Json, Layer

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


def _read(path: Path, flavour: Flavour) -> Incoming:
    documents: dict[str, list[Labelled]] = {}
    links: list[Labelled] = []
    labels: list[Labelled] = []
    problems: list[Problem] = []
    seen: set[str] = set()
    for where, cells in _records(path, flavour):
        try:
            labelled = _labelled(where, cells, seen)
        except InputError as error:
            problems.append(Problem(error.message, error.hint))
            continue
        if labelled.annotation.layer is Layer.LINK:
            links.append(labelled)
        elif labelled.annotation.article is None:
            labels.append(labelled)
        else:
            documents.setdefault(labelled.annotation.article, []).append(labelled)
    return Incoming(
        documents=tuple(
            Document(article, None, str(path), tuple(found)) for article, found in documents.items()
        ),
        links=tuple(links),
        labels=tuple(labels),
        problems=tuple(problems),
    )


def _labelled(where: str, cells: list[str], seen: set[str]) -> Labelled:
    if len(cells) != len(COLUMNS):
        raise InputError(f"{where}: {len(cells)} cells, not {len(COLUMNS)}")
    made = {key: _value(where, key, cell) for key, cell in zip(COLUMNS, cells, strict=True)}
    fields = Fields(made, where)
    if fields.text("id") in seen:
        fields.fail("id", f"{made['id']!r} is in the file twice")
    seen.add(fields.text("id"))
    article = fields.maybe("article") or None
    if article is None and made["layer"] in (Layer.SPAN, Layer.SENTENCE, Layer.ARTICLE):
        fields.fail("article", "missing")
    return from_json(fields, None, article=article, story=None if article else fields.text("story"))


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

    def write(export: Export, out: Path, options: Options) -> Report:
        return write_file(made, export, out, options, body)

    def read(path: Path) -> Incoming:
        return _read(path, flavour)

    made = Format(
        name=name,
        about=about,
        target="file",
        suffix=suffix,
        holds=EVERYTHING - {Feature.COUNTERPARTS},
        write=write,
        read=read,
        withholds=True,
    )
    return made


CSV = _format("csv", "one row per annotation, exact", ".csv", Flavour())
TSV = _format("tsv", "one row per annotation, exact, tabs", ".tsv", Flavour("\t"))
CSV_SAFE = _format(
    "csv-safe", "one row per annotation, safe to open in a spreadsheet", ".csv", Flavour(safe=True)
)
