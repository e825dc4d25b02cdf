"""JSON files: one article, a list of them, or an object that holds such a list."""

from collections.abc import Iterator, Mapping
from typing import Any

from annotator.errors import InputError
from annotator.ingest import jsonl
from annotator.ingest.draft import Page, Refused, Source
from annotator.ingest.fields import column_of, page_of
from annotator.ingest.safejson import parse

_LISTS = ("articles", "items", "documents", "data", "results", "value")


def pages(source: Source) -> Iterator[Page | Refused]:
    """The articles of a JSON file; InputError when it is no JSON or holds no article."""
    text = source.decoded().text
    if _is_json_lines(text):
        yield from jsonl.pages(source)
        return
    value = parse(text, source.name)
    records = _records(value, source.columns)
    if not records:
        raise InputError(
            f"{source.name}: no article in it",
            "Give an object with a text, a list of such objects, or a list under 'articles'.",
        )
    for number, record in enumerate(records, start=1):
        where = f"{source.name}#{number}" if len(records) > 1 else source.name
        try:
            if not isinstance(record, dict):
                raise InputError(f"{where}: not a JSON object", "Give a list of objects.")
            yield page_of(record, where, source.columns, headlines=source.headlines)
        except InputError as error:
            yield Refused(where, error)


def _records(value: Any, columns: Mapping[str, str]) -> list[Any]:
    if isinstance(value, list):
        return value
    if not isinstance(value, dict):
        return []
    if column_of("text", value, columns) is None:
        for name in _LISTS:
            inner = value.get(name)
            if isinstance(inner, list):
                return inner
    return [value]


def _is_json_lines(text: str) -> bool:
    """Whether each line is an object of its own, as in files that end in .json by mistake."""
    first, _, rest = text.lstrip().partition("\n")
    return first.startswith("{") and first.rstrip().endswith("}") and rest.lstrip().startswith("{")
