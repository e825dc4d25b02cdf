"""Byline and date: the lines that say who wrote an article and when it appeared."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from annotator.ingest.cleaning.bylines import by_line, is_role, lone_name, name_with_role
from annotator.ingest.cleaning.dates import find_day, rest_of_date_line
from annotator.ingest.cleaning.items import Item
from annotator.model import BlockKind

_LONGEST_LINE_WORDS = 24
_LONGEST_REST_WORDS = 4
_LONGEST_PART_WORDS = 5
_BETWEEN = re.compile(r"\s[·•|]\s")
_PUBLISHED = re.compile(r"(?:first )?(?:published|posted|issued|created)\b", re.IGNORECASE)
_COMMENTS = re.compile(r"(?:\S+ ){0,2}comments?\b.{0,20}", re.IGNORECASE)
_NEAR = 3  # lines
_DATELINE = re.compile(r"\s*[)\]]?\s*(?:[-–—:]|\()")
_DATELINE_CHARS = 60
_DATELINE_LINES = 3
_CLOSE_LINES = 15
_LINES_BELOW = 6
_MANY = 4  # days of stories in a list
_FAR_ABOVE = 12  # lines


class Signature(NamedTuple):
    """What one line, or the whole page, says about author and ISO day."""

    byline: str | None
    date: str | None


def read_signatures(items: Sequence[Item]) -> dict[int, Signature]:
    """The lines, by index, that hold an author or a day and little else; they get their kind."""
    found = {}
    for index, item in enumerate(items):
        if item.free and item.line.words <= _LONGEST_LINE_WORDS:
            author, day = _read(item.line.text)
            if author or day:
                item.kind = BlockKind.BYLINE if author else BlockKind.DATE
                found[index] = Signature(author, day)
    for index, (item, below) in enumerate(pairwise(items)):
        author = lone_name(item.line.text) if item.free and is_role(below.line.text) else None
        if author is not None:
            item.kind, below.kind, below.reason = BlockKind.BYLINE, BlockKind.BYLINE, ""
            found[index] = Signature(author, None)
    for index in [index for index, signature in found.items() if signature.date]:
        for beside in (index - 1, index + 1):
            if 0 <= beside < len(items) and items[beside].free:
                author = name_with_role(items[beside].line.text)
                if author is not None:
                    items[beside].kind = BlockKind.BYLINE
                    found[beside] = Signature(author, None)
    return found


def signed_from(found: dict[int, Signature], first: int) -> int:
    """Where author and date begin: the first of the signature lines close above line `first`."""
    above = [index for index in found if first - _CLOSE_LINES <= index < first]
    last = max(above, default=first)
    return min((index for index in above if last - index <= 2), default=first)


def among_others(found: dict[int, Signature], first: int) -> bool:
    """Whether so many days stand close above line `first` that they are those of other stories."""
    above = range(first - _CLOSE_LINES, first)
    return len({found[n].date for n in above if n in found and found[n].date}) >= _MANY


def choose(
    found: dict[int, Signature], items: Sequence[Item], title: int, first: int, past: int
) -> Signature:
    """Author and day of the article with its headline at `title` and its body at [first, past).

    Lines nearest below the headline count, then a day right above it, then what stands close below
    the body. A day far above is today's on many sites: of none other, none is made, and so it is
    where days of other stories stand close. Signatures elsewhere are hidden.
    """
    nearest = sorted(found, key=lambda index: _rank(index, title, past, items))
    close = [index for index in nearest if index < _ending(items, past)]
    authors = [index for index in close if found[index].byline]
    days = [index for index in close if found[index].date]
    days.sort(key=lambda index: _is_update(items[index]) and index < past)
    above = [index for index in authors if index < first + _NEAR]
    byline = found[above[0]].byline if above else None
    crowded = among_others(found, first)
    byline = byline or _name_beside(items, days, title, past)
    byline = byline or (found[authors[0]].byline if authors and not crowded else None)
    days = [n for n in days if n < first + _NEAR or found[n].byline in (None, byline)]
    days = [n for n in days if n >= title - _FAR_ABOVE and not crowded]
    days = [n for n in days if n < past or not _of_somebody(items[n].line.text)]
    date = found[days[0]].date if days else _dateline(items[first:past])
    for index in nearest:
        if index not in (authors[:1] + days[:1]) and not title < index < past:
            items[index].hide("date or author of something else")
    return Signature(byline, date)


def _of_somebody(line: str) -> bool:
    """Whether a day is that of what somebody said ("gerald on March 6th, 2026 at 9:14 am")."""
    day = find_day(line)
    return day is not None and by_line(line) is None and bool(rest_of_date_line(line, day))


def _rank(index: int, title: int, past: int, items: Sequence[Item]) -> tuple[int, int]:
    """Below the headline, right above it, below the article where it says so, elsewhere."""
    distance = abs(index - title)
    if title <= index < past:
        return 0, distance
    if index >= past:
        return (1 if _PUBLISHED.match(items[index].line.text) else 3), distance
    return (2 if distance <= _NEAR else 4), distance


def _ending(items: Sequence[Item], past: int) -> int:
    """How far below an article that ends at `past` author and day are its own: not of comments."""
    last = min(past + _LINES_BELOW, len(items))
    return next((n for n in range(past, last) if _COMMENTS.fullmatch(items[n].line.text)), last)


def _read(text: str) -> Signature:
    author, day = by_line(text), find_day(text)
    if author is None and day is not None:
        rest = rest_of_date_line(text, day)
        author = lone_name(rest) if rest else None
        if author is None and len(rest.split()) > _LONGEST_REST_WORDS:
            parts = [part for part in _BETWEEN.split(text) if find_day(part) is None]
            if len(parts) < 2 or max(len(part.split()) for part in parts) > _LONGEST_PART_WORDS:
                return Signature(None, None)
            author = next(filter(None, map(by_line, parts)), None)
    return Signature(author, day.iso if day else None)


def _is_update(item: Item) -> bool:
    return item.line.text.casefold().startswith(("updated", "last", "modified", "upd"))


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
    """The day in the dateline of one of the first paragraphs ("ALDMOOR, 12 March 2026 —")."""
    for item in body[:_DATELINE_LINES]:
        day = find_day(item.line.text[:_DATELINE_CHARS])
        if day is not None and _DATELINE.match(item.line.text[day.end :]):
            return day.iso
    return None
