"""Records with named fields (a JSON object, a table row) to pages."""

from collections.abc import Iterable, Mapping
from typing import Any

from annotator.errors import InputError, UsageError
from annotator.ingest.draft import Page
from annotator.text.canonical import canonicalise

NAMES: Mapping[str, tuple[str, ...]] = {
    "text": ("text", "body", "content", "article", "fulltext", "full_text", "article_text",
             "maintext", "content_text"),
    "title": ("title", "headline", "heading", "article_title"),
    "outlet": ("outlet", "source", "publisher", "publication", "newspaper", "media", "site",
               "site_name", "source_name"),
    "date": ("date", "published", "publish_date", "published_at", "publishedat", "pub_date",
             "pubdate", "date_publish", "date_published", "datetime", "timestamp"),
    "url": ("url", "link", "href", "article_url", "source_url"),
    "byline": ("byline", "author", "authors", "writer", "creator"),
}  # fmt: skip

_BESIDE = "the title is not in the text and cannot be labelled; --headlines puts it there"


def check_columns(columns: Mapping[str, str]) -> None:
    """UsageError when `columns` names a field that there is not."""
    for field in columns:
        if field not in NAMES:
            raise UsageError(f"no such field: {field!r}", "Give one of: " + ", ".join(NAMES) + ".")


def column_of(field: str, names: Iterable[str], columns: Mapping[str, str]) -> str | None:
    """The name among `names` that holds `field`: as `columns` say, else by the list above.

    Case does not count.
    """
    if field in columns:
        return next((n for n in names if n.strip().casefold() == columns[field].casefold()), None)
    folded = {name.strip().casefold().replace(" ", "_").replace("-", "_"): name for name in names}
    return next((folded[name] for name in NAMES[field] if name in folded), None)


def no_text(where: str, names: Iterable[object]) -> InputError:
    """The error for a record or a table whose fields are `names`, none of them a text."""
    return InputError(
        f"{where}: no text in it; its fields are {', '.join(map(str, names))[:200] or 'none'}",
        "Say which it is with --column text=NAME, or call it one of: " + ", ".join(NAMES["text"]),
    )


def page_of(
    record: Mapping[str, Any], where: str, columns: Mapping[str, str], *, headlines: bool = False
) -> Page:
    """The page that a record describes; InputError names `where` and the field that is wrong.

    The text is taken as it stands, so that offsets that others hold into it stay true; a title
    that the text does not begin with is kept beside it, or put above it with `headlines`.
    """
    column = {field: column_of(field, record, columns) for field in NAMES}
    if column["text"] is None:
        raise no_text(where, record)
    values = {
        field: _string(record[name], where, name, text=field == "text")
        for field, name in column.items()
        if name
    }
    canonical = canonicalise(values.get("text") or "")
    title, text, notes = _one_line(values.get("title")), canonical.text, canonical.notes()
    if title and not text.lstrip().casefold().startswith(title.casefold()):
        if headlines:
            text = f"{title}\n\n{text}"
        else:
            notes = (*notes, _BESIDE)
    return Page(
        name=where,
        text=text,
        title=title,
        outlet=_one_line(values.get("outlet")),
        byline=_one_line(values.get("byline")),
        date=values.get("date"),
        url=_one_line(values.get("url")),
        notes=notes,
        plain=False,
    )


def _string(value: Any, where: str, name: str, *, text: bool) -> str | None:
    """A field as text: strings, lists of them, objects with a name, as news services give, and
    numbers, but for a text."""
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        value = ", ".join(value)
    elif isinstance(value, dict) and isinstance(value.get("name"), str):
        value = value["name"]
    elif type(value) in (int, float) and not text:
        value = str(value)
    if value is None or isinstance(value, str):
        return value
    raise InputError(f"{where}: field {name!r} holds no text", "Give a string.")


def _one_line(value: str | None) -> str | None:
    return " ".join(canonicalise(value).text.split()) or None if value else None
