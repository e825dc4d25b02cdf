"""Byline and date: the lines that say who wrote an article and when it appeared."""

from collections.abc import Sequence
from typing import NamedTuple

from annotator.ingest.cleaning.bylines import by_line, lone_name
from annotator.ingest.cleaning.dates import find_day, iso_day, rest_of_date_line
from annotator.ingest.cleaning.items import Item
from annotator.model import BlockKind

_LONGEST_LINE_WORDS = 24
_DATELINE_CHARS = 60


class Signature(NamedTuple):
    """What the lines say."""

    byline: str | None
    date: str | None


def sign(items: Sequence[Item], title: int, first: int, past: int) -> Signature:
    """Find byline and date lines near the edges of the body and give them their kind.

    Of several days the one nearest below the headline (index `title`) counts; a day above it,
    where sites print today's date, only when there is no other.
    """
    byline = None
    days: list[tuple[tuple[bool, bool, int], str, int]] = []
    for index, item in enumerate(items):
        inside = first + 3 < index < past - 2
        if not item.free or item.line.words > _LONGEST_LINE_WORDS or inside:
            continue
        author, iso = _read(item)
        byline = byline or author
        if iso is not None:
            updated = item.line.text.casefold().startswith(("updated", "last", "modified"))
            days.append(((index < title, updated, abs(index - title)), iso, index))
    days.sort()
    if byline is None:
        byline = _name_beside(items, [index for _, _, index in days], title, past)
    date = days[0][1] if days else _dateline(items[first:past])
    return Signature(byline, date)


def _read(item: Item) -> tuple[str | None, str | None]:
    """Author and day of one line, which gets its kind when it holds little else."""
    author, day = by_line(item.line.text), find_day(item.line.text)
    if author is None and day is not None:
        rest = rest_of_date_line(item.line.text, day)
        author = lone_name(rest) if rest else None
        if author is None and len(rest.split()) > 4:
            return None, None
    if author is not None:
        item.kind = BlockKind.BYLINE
    elif day is not None:
        item.kind = BlockKind.DATE
    return author, day.iso if day else None


def _name_beside(items: Sequence[Item], dated: Sequence[int], title: int, past: int) -> str | None:
    """A person's name on the line before or after the date, below the headline."""
    for index in dated:
        for beside in (index - 1, index + 1, index - 2):
            if not (title < beside < min(past, len(items)) and items[beside].free):
                continue
            name = lone_name(items[beside].line.text)
            if name is not None:
                items[beside].kind = BlockKind.BYLINE
                return name
    return None


def _dateline(body: Sequence[Item]) -> str | None:
    """The day in the dateline of the first paragraph ("HARBOUR CITY, 12 March 2026 —")."""
    return iso_day(body[0].line.text[:_DATELINE_CHARS]) if body else None
