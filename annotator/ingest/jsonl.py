"""JSON lines: one article a line; a bad line is refused, the others are read."""

from collections.abc import Iterator

from annotator.errors import InputError
from annotator.ingest.draft import Page, Refused, Source
from annotator.ingest.fields import page_of
from annotator.ingest.safejson import parse
from annotator.text.canonical import decode


def pages(source: Source) -> Iterator[Page | Refused]:
    """The articles of a JSONL file in order, read line by line whatever the file's size."""
    for number, line in source.lines():
        if not line.strip():
            continue
        where = f"{source.name}:{number}"
        try:
            record = parse(decode(line, where, source.encoding).text, where)
            if not isinstance(record, dict):
                raise InputError(f"{where}: not a JSON object", "Give one object a line.")
            yield page_of(record, where, source.columns, headlines=source.headlines)
        except InputError as error:
            yield Refused(where, error)
