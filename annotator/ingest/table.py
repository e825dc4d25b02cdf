"""CSV and TSV: one article a row, fields by the names in the header."""

import csv
import dataclasses
import io
from collections.abc import Iterator, Mapping
from pathlib import PurePath

from annotator.errors import InputError
from annotator.files import MAX_BYTES
from annotator.ingest.draft import Page, Refused, Source
from annotator.ingest.fields import NAMES, column_of, no_text, page_of
from annotator.text.canonical import Canonical

_DELIMITERS = ",;\t|"
_TAB_ENDINGS = (".tsv", ".tab")


def pages(source: Source) -> Iterator[Page | Refused]:
    """The articles of a table; a ragged row is refused, broken quoting ends the file."""
    canonical = source.decoded()
    csv.field_size_limit(MAX_BYTES)
    delimiter = _delimiter(canonical.text.split("\n", 1)[0], source)
    rows = csv.reader(io.StringIO(canonical.text, newline=""), delimiter=delimiter, strict=True)
    try:
        header = next(rows, [])
        if column_of("text", header, source.columns) is None:
            raise no_text(f"{source.name}:1", header)
        for row in rows:
            if row:
                page = _page(header, row, f"{source.name}:{rows.line_num}", source)
                yield _with_notes(page, canonical)
    except csv.Error as error:
        raise InputError(
            f"{source.name}:{rows.line_num}: broken table: {error}", "Check the quotes there."
        ) from None


def _page(header: list[str], row: list[str], where: str, source: Source) -> Page | Refused:
    try:
        if len(row) > len(header):
            raise InputError(
                f"{where}: {len(row)} cells under a header of {len(header)}",
                "Quote cells that hold the delimiter or a line break.",
            )
        record = dict(zip(header, row, strict=False))
        return page_of(record, where, source.columns, headlines=source.headlines)
    except InputError as error:
        return Refused(where, error)


def _with_notes(page: Page | Refused, table: Canonical) -> Page | Refused:
    """A row's page that says how its table was decoded and what was replaced in its text."""
    if isinstance(page, Refused):
        return page
    replaced = page.text.count("\ufffd") if table.replaced else 0
    notes = dataclasses.replace(table, replaced=replaced).notes()
    return dataclasses.replace(page, notes=(*page.notes, *notes))


def _delimiter(header: str, source: Source) -> str:
    """The delimiter under which the header names most of the fields we know."""
    if PurePath(source.name).suffix.lower() in _TAB_ENDINGS:
        return "\t"
    cells = {sign: header.replace('"', "").split(sign) for sign in _DELIMITERS}
    return max(cells, key=lambda sign: _known_columns(cells[sign], source.columns))


def _known_columns(names: list[str], columns: Mapping[str, str]) -> int:
    return sum(column_of(field, names, columns) is not None for field in NAMES)
