"""Text exports of news databases (LexisNexis- and Factiva-style): many articles in one file."""

import re
from collections.abc import Iterator

from annotator.ingest.cleaning.bylines import by_line
from annotator.ingest.cleaning.dates import iso_day
from annotator.ingest.draft import Mark, Page
from annotator.model import BlockKind
from annotator.text.canonical import Canonical

_OPENS = re.compile(r"^[ \t]*(?:Document \d+ of \d+|\d+ of \d+ DOCUMENTS?)[ \t]*$", re.MULTILINE)
_CLOSES = re.compile(r"^[ \t]*(?:End of Document|Document [A-Z]{2,}\w{12,})[ \t]*$", re.MULTILINE)
_FIELD = re.compile(
    r"[ \t]*(?P<name>BYLINE|SECTION|LENGTH|HEADLINE|DATELINE|LOAD-DATE|LANGUAGE|GRAPHIC|"
    r"PUBLICATION-TYPE|DOCUMENT-TYPE|JOURNAL-CODE|SUBJECT|ACC-NO|Byline|Section|Length|Headline|"
    r"Dateline|Load-Date|Language|Highlight|Body|Classification|Copyright)\b:?[ \t]*(?P<value>.*)"
)
_HEAD_LINES = 24
_HEAD_REASON = "field of the news database"


def is_export(text: str) -> bool:
    """Whether `text` is such an export: at least one mark between documents, and fields."""
    marks = _OPENS.search(text) or _CLOSES.search(text)
    return marks is not None and re.search(r"(?im)^[ \t]*(?:length:|\d+ words$)", text) is not None


def pages_of(canonical: Canonical, name: str) -> Iterator[Page]:
    """The articles of an export in order, each with its own text from its first line on."""
    number = 0
    for piece in _CLOSES.split(_OPENS.sub("\nEnd of Document\n", canonical.text)):
        text = piece.strip("\n \t\f")
        if text:
            number += 1
            yield _page(text, f"{name}#{number}", canonical.notes())


def _page(text: str, name: str, notes: tuple[str, ...]) -> Page:
    marks = []
    found: dict[str, str] = {}
    position = 0
    for number, line in enumerate(text.split("\n")):
        match = _FIELD.fullmatch(line)
        size = line.strip().lower()
        is_length = re.fullmatch(r"[\d,]+ words", size) is not None
        if match and (number < _HEAD_LINES or match["name"].isupper() or "-" in match["name"]):
            found.setdefault(match["name"].lower(), match["value"].strip())
            kind = BlockKind.TITLE if match["name"].lower() == "headline" else BlockKind.CLUTTER
            marks.append(Mark(position, position + len(line), kind, _reason(kind)))
        elif is_length and number < _HEAD_LINES:
            marks.append(Mark(position, position + len(line), BlockKind.CLUTTER, _HEAD_REASON))
        position += len(line) + 1
    byline = found.get("byline", "")
    head = [line.strip() for line in text.split("\n")[:_HEAD_LINES] if line.strip()]
    return Page(
        name=name,
        text=text,
        title=found.get("headline") or None,
        outlet=_outlet(head),
        byline=by_line(byline) or byline or None,
        date=next((day for line in head if len(line) < 60 and (day := iso_day(line))), None),
        marks=tuple(marks),
        notes=notes,
    )


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
