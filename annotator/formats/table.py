"""One row per annotation: loss-free CSV and TSV, and a CSV that is safe to open in a spreadsheet.

Every attribute of the scheme has a column of its own (`attribute.polarity`), and so has every part
of the suggestion that a label came from (`suggestion.detector`); a value that is no text, or looks
like none, is JSON. What older schemes called otherwise is in `attributes`, as JSON. Corrected
counterparts are rows of the layer `counterpart`; their source and target are an article and the
index of a sentence.
"""

import csv
import re
from collections.abc import Container, Iterator
from pathlib import Path
from typing import IO

from annotator.formats.cells import Flavour
from annotator.formats.foreign import compact
from annotator.formats.labelled import to_json
from annotator.formats.ledger import Ledger
from annotator.formats.record import (
    ArticleRecord,
    Correction,
    Feature,
    Format,
    Incoming,
    Labelled,
    Options,
)
from annotator.formats.table_reader import (
    ATTRIBUTE,
    COLUMNS,
    COUNTERPART,
    JSON_CELL,
    SUGGESTION,
)
from annotator.formats.table_reader import read as read_table
from annotator.formats.writing import file_format
from annotator.history import counterpart_subject
from annotator.model import Json
from annotator.scheme import Scheme

_MARK = re.compile(rb"(?:\xef\xbb\xbf)?id[,\t]layer[,\t]story[,\t]article[,\t]")


def columns(scheme: Scheme) -> tuple[str, ...]:
    """The columns of a table of labels under this scheme."""
    own = dict.fromkeys(f"{ATTRIBUTE}{a.id}" for label in scheme.labels for a in label.attributes)
    place = COLUMNS.index("attributes")
    return (*COLUMNS[:place], *own, *COLUMNS[place:])


def rows(ledger: Ledger) -> Iterator[Json]:
    """One object per annotation: those of the articles in order, then links, then story labels."""
    options = ledger.options
    known = {a.id for label in ledger.export.header.scheme.labels for a in label.attributes}

    def flat(labelled: Labelled) -> Json:
        return _flat(to_json(labelled, options), known)

    for record in ledger.articles():
        about = _about(record, options)
        for labelled in record.annotations:
            yield about | flat(labelled)
    for link in ledger.links():
        yield flat(link)
    for story in ledger.stories():
        split = options.splits.get(story.story.id)
        for labelled in story.annotations:
            yield {"story": story.story.id, "split": split} | flat(labelled)
        for correction in story.corrections:
            yield {"story": story.story.id, "split": split} | _counterpart(correction)


def _flat(made: Json, known: Container[str]) -> Json:
    """A label with its attributes and its suggestion as cells of their own."""
    attributes, suggestion = made.pop("attributes"), made.pop("suggestion")
    own = {f"{ATTRIBUTE}{key}": _spelt(v) for key, v in attributes.items() if key in known}
    rest = {key: value for key, value in attributes.items() if key not in known}
    if suggestion:
        parts = suggestion | suggestion["voice"]
        own |= {f"suggestion.{part}": parts[part] for part in SUGGESTION}
    return made | own | {"attributes": compact(rest) if rest else None}


def _spelt(value: object) -> str:
    """A value of an attribute: a text as it is, unless it looks like something else."""
    if isinstance(value, str) and value and not JSON_CELL.fullmatch(value):
        return value
    return compact(value)


def _counterpart(correction: Correction) -> Json:
    person = correction.annotator
    return {
        "id": counterpart_subject(person.id, correction.a, correction.b),
        "layer": COUNTERPART,
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
        "split": record.split(options),
    }


def _format(name: str, about: str, suffix: str, flavour: Flavour) -> Format:
    def body(ledger: Ledger, stream: IO[str]) -> None:
        if flavour.safe:
            stream.write("\ufeff")
        table = csv.writer(stream, delimiter=flavour.delimiter, lineterminator="\n")
        header = columns(ledger.export.header.scheme)
        table.writerow(flavour.escape(column) for column in header)
        table.writerows(flavour.row(row, header) for row in rows(ledger))

    def read(path: Path) -> Incoming:
        return read_table(path, flavour)

    return file_format(
        name, about, suffix, {Feature.REJECTIONS}, body, read, mark=_MARK, withholds=True
    )


CSV = _format("csv", "one row per annotation, exact", ".csv", Flavour())
TSV = _format("tsv", "one row per annotation, exact, tabs", ".tsv", Flavour("\t"))
CSV_SAFE = _format(
    "csv-safe", "one row per annotation, safe to open in a spreadsheet", ".csv", Flavour(safe=True)
)
