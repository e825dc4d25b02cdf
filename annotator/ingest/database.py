"""Text exports of news databases (LexisNexis- and Factiva-style): many articles in one file."""

import re
from collections.abc import Iterator

from annotator.ingest.cleaning.bylines import by_line
from annotator.ingest.cleaning.dates import iso_day
from annotator.ingest.draft import Mark, Page
from annotator.model import BlockKind
from annotator.text.canonical import Canonical

_OPENS = re.compile(r"^[ \t]*(?:Document \d+ of \d+|\d+ of \d+ DOCUMENTS?)[ \t]*$", re.MULTILINE)
_CLOSES = re.compile(
    r"^[ \t]*(?:End of Document|(?:AN[ \t]+)?Document [A-Z]{2,}\w{12,})[ \t]*$", re.MULTILINE
)
_FIELD = re.compile(
    r"[ \t]*(?P<name>BYLINE|SECTION|LENGTH|HEADLINE|DATELINE|LOAD-DATE|LANGUAGE|GRAPHIC|"
    r"PUBLICATION-TYPE|DOCUMENT-TYPE|JOURNAL-CODE|SUBJECT|ACC-NO|Byline|Section|Length|Headline|"
    r"Dateline|Load-Date|Language|Highlight|Body|Classification|Copyright)\b:?[ \t]*(?P<value>.*)"
)
_CODED = re.compile(
    r"(?P<name>HD|BY|CR|WC|PD|ET|SN|SC|ED|PG|LA|CY|LP|TD|CT|RF|CO|IN|NS|RE|IPC|IPD|PUB|SE|CLM|VOL)"
    r"(?:[ \t]+(?P<value>.*))?"
)
_CODES = {"HD": "headline", "BY": "byline", "PD": "date", "SN": "outlet"}
_ASIDE = re.compile(
    r"(?:\w+ ){0,3}edition|\d{1,2}:\d\d|(?:copyright|©|\(c\)).*|all rights reserved\.?",
    re.IGNORECASE,
)
_SUMMARY = "Search Summary"  # of the query, behind the last article
_HEAD_LINES = 24
_HEAD_REASON = "field of the news database"


_SIZED = re.compile(r"^[ \t]*(?:length:|(?:WC[ \t]+)?[\d,]+ words$)", re.IGNORECASE | re.MULTILINE)


def is_export(text: str) -> bool:
    """Whether `text` is such an export: at least one mark between documents, and fields."""
    marks = _OPENS.search(text) or _CLOSES.search(text)
    return marks is not None and _SIZED.search(text) is not None


def pages_of(canonical: Canonical, name: str) -> Iterator[Page]:
    """The articles of an export in order, each with its own text from its first line on."""
    number = 0
    for piece in _CLOSES.split(_OPENS.sub("\nEnd of Document\n", canonical.text)):
        text = piece.strip("\n \t\f")
        if text and not text.startswith(_SUMMARY):
            number += 1
            yield _page(text, f"{name}#{number}", canonical.notes())


def _page(text: str, name: str, notes: tuple[str, ...]) -> Page:
    found, marks = _fields(text)
    byline = found.get("byline", "")
    head = [line.strip() for line in text.split("\n")[:_HEAD_LINES] if line.strip()]
    head = [line for line in head if not _ASIDE.fullmatch(line)]
    day = next((day for line in head if len(line) < 60 and (day := iso_day(line))), None)
    return Page(
        name=name,
        text=text,
        title=found.get("headline") or _headline(head),
        outlet=found.get("outlet") or _outlet(head),
        byline=by_line(byline) or byline or None,
        date=iso_day(found.get("date")) or day,
        marks=tuple(marks),
        notes=notes,
    )


def _fields(text: str) -> tuple[dict[str, str], list[Mark]]:
    """What the lines with a field's name say, and what is to be made of them."""
    found: dict[str, str] = {}
    marks = []
    position = 0
    coded = text.startswith("HD")
    for number, line in enumerate(text.split("\n")):
        match = (_CODED if coded else _FIELD).fullmatch(line)
        size = line.strip().lower()
        aside = re.fullmatch(r"[\d,]+ words", size) or _ASIDE.fullmatch(size)
        if match and (
            coded or number < _HEAD_LINES or match["name"].isupper() or "-" in match["name"]
        ):
            field = _CODES.get(match["name"], match["name"].lower())
            found.setdefault(field, (match["value"] or "").strip())
            kind = BlockKind.TITLE if field == "headline" else BlockKind.CLUTTER
            marks.append(Mark(position, position + len(line), kind, _reason(kind)))
        elif aside and number < _HEAD_LINES:
            marks.append(Mark(position, position + len(line), BlockKind.CLUTTER, _HEAD_REASON))
        position += len(line) + 1
    return found, marks


def _headline(head: list[str]) -> str | None:
    """The line below the day and above the first field, where the outlet opens the document."""
    days = [index for index, line in enumerate(head) if len(line) < 60 and iso_day(line)]
    fields = [index for index, line in enumerate(head) if _FIELD.fullmatch(line)]
    if days and fields and days[0] == 1 and fields[0] == days[0] + 2:
        return head[days[0] + 1]
    return None


def _reason(kind: BlockKind) -> str:
    return "" if kind is BlockKind.TITLE else _HEAD_REASON


def _outlet(head: list[str]) -> str | None:
    """The line above or below the first line that holds a date, where databases put the paper."""
    for index, line in enumerate(head):
        if len(line) < 60 and iso_day(line):
            after = head[index + 1] if index + 1 < len(head) else ""
            before = head[index - 1] if index else ""
            if re.fullmatch(r"[\d,]+ words", before):
                return after or None
            return before or None
    return None
