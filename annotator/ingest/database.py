"""Text exports of news databases: many articles in one file.

LexisNexis and Nexis Uni, Factiva, ProQuest, Europresse and PressReader write a mark between
documents and what they know of each in fields, above and below its text.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate

from annotator.ingest.cleaning.bylines import by_line, is_role, lone_name
from annotator.ingest.cleaning.dates import iso_day
from annotator.ingest.databasefields import Field, body, fields, opened
from annotator.ingest.draft import Mark, Page
from annotator.model import BlockKind, Span
from annotator.text.canonical import Canonical

_OPENS = re.compile(r"^[ \t]*(?:Document \d+ of \d+|\d+ of \d+ DOCUMENTS?)[ \t]*$", re.MULTILINE)
_CLOSES = re.compile(
    r"^[ \t]*(?:End of Document|(?:AN[ \t]+)?Document [A-Z]{2,}\w{12,}|End Page: ?\d+|"
    r"news·\d{8}·\S+|Certifica(?:te issued on|t émis le) .*)[ \t]*$",
    re.MULTILINE,
)
_SIZED = re.compile(r"^[ \t]*(?:length:|(?:WC[ \t]+)?[\d,]+ words$)", re.IGNORECASE | re.MULTILINE)
_APART = re.compile(r"Search Summary|Report Information from|Certifica(?:te issued|t émis)")
_COVER = re.compile(
    r"^[ \t]*(?:Client/Matter|Search Terms|Search Type|Narrowed by|Job Number) ?:", re.MULTILINE
)
_ASIDE = re.compile(
    r"(?:\w+ ){0,3}edition|\d{1,2}:\d\d|(?:copyright|©|\(c\)).*|all rights reserved\.?|"
    r"(?:.* • )?[\d,.]+ (?:words|mots)|page \d+ of \d+",
    re.IGNORECASE,
)
_WORDS = re.compile(r"[\d,]+ words", re.IGNORECASE)
_FOOT = re.compile(r"(?:The present document and its usage|Le présent document et son usage) ")
_SURNAME_FIRST = re.compile(r"(?P<last>(?:[a-z]+ )*[^\W\d][\w’'-]+), (?P<first>[^,;]+)")
_LEAST_FIELDS = 3
_HEAD_LINES = 40
_HEADLINE_WORDS = 30
_DAY_CHARS = 60
_SENTENCE_WORDS = 8
_SECTION_WORDS = 2
_REASON = "field of the news database"


def is_export(text: str) -> bool:
    """Whether `text` is such an export: at least one mark between documents, and fields."""
    if _OPENS.search(text) is None and _CLOSES.search(text) is None:
        return False
    return _SIZED.search(text) is not None or len(fields(text)) >= _LEAST_FIELDS


def pages_of(canonical: Canonical, name: str) -> Iterator[Page]:
    """The articles of an export in order, each with its own text from its first line on."""
    number = 0
    for piece in _CLOSES.split(_OPENS.sub("\nEnd of Document\n", canonical.text)):
        text = _without_cover(piece).strip("\n \t\f_")
        if text and not _APART.match(text):
            number += 1
            yield _page(opened(text), f"{name}#{number}", canonical.notes())


def _without_cover(piece: str) -> str:
    """`piece` without the sheet in front that repeats the query and lists the documents."""
    last = max((match.end() for match in _COVER.finditer(piece)), default=0)
    return piece[piece.find("\n\n", last) :] if last else piece


def _page(text: str, name: str, notes: tuple[str, ...]) -> Page:
    lines = text.split("\n")
    found = fields(text)
    said: dict[str, str] = {}
    for field in found:
        said.setdefault(field.meaning, field.value)
    first, past = body(found, len(lines)) or _between(found, lines)
    outlet = _outlet(said, lines[:first])
    title = _title(said.get("headline"), outlet, found, lines, first)
    signed: list[int] = []
    if not title and "headline" not in said:
        title, signed, first = _headed(lines, first, past)
    days = (iso_day(said.get(name) or "") for name in ("date", "imprint"))
    told = (iso_day(lines[n]) for n in range(first) if len(lines[n].strip()) < _DAY_CHARS)
    authors = (by_line(lines[n].strip()) for n in range(first) if n not in title)
    author = _author(said.get("byline", "")) or next(filter(None, authors), None)
    return Page(
        name=name,
        text=text,
        title=said.get("headline") or " ".join(lines[n].strip() for n in title) or None,
        outlet=outlet,
        byline=author or next((lines[n].strip() for n in signed), None),
        date=next(filter(None, [*days, *told]), None),
        marks=tuple(_marks(lines, found, title, signed, range(first, past))),
        notes=notes,
        focus=_span(lines, first, past),
    )


def _between(found: Sequence[Field], lines: Sequence[str]) -> tuple[int, int]:
    """Where no field opens the text: below the fields at the top, above those at the end."""
    taken = {number for field in found for number in range(field.first, field.past)}
    first = 0
    for number, line in enumerate(lines[:_HEAD_LINES]):
        if number in taken or _ASIDE.fullmatch(line.strip()):
            first = number + 1
        elif _is_sentence(line):
            break
    while 0 < first < len(lines) and lines[first].strip() and not _is_sentence(lines[first]):
        first += 1
    feet = (number for number in range(first, len(lines)) if _FOOT.match(lines[number]))
    ends = (field.first for field in found if field.first >= first)
    return first, min([*feet, *ends], default=len(lines))


def _is_sentence(line: str) -> bool:
    return len(line.split()) >= _SENTENCE_WORDS and line.rstrip().endswith((".", '."', ".”", "?"))


def _outlet(said: Mapping[str, str], head: Sequence[str]) -> str | None:
    """The field of the outlet, else the line above or below the first line that holds a day."""
    named = said.get("outlet") or said.get("imprint")
    if named:
        return named.split(";")[0].strip() or None
    told = [line.strip() for line in head if line.strip()]
    for index, line in enumerate(told):
        if len(line) < _DAY_CHARS and iso_day(line):
            before = told[index - 1] if index else ""
            if _WORDS.fullmatch(before):
                rest = (line for line in told[index + 1 :] if not _ASIDE.fullmatch(line))
                return next(rest, None)
            return before or None
    return None


def _title(
    headline: str | None,
    outlet: str | None,
    found: Sequence[Field],
    lines: Sequence[str],
    first: int,
) -> list[int]:
    """The headline's lines: those that a field repeats, its own, or the first above `first`."""
    taken = {number for field in found for number in range(field.first, field.past)}
    free = [n for n in range(min(len(lines), _HEAD_LINES)) if n not in taken]
    if headline:
        again = [n for n in free if lines[n].strip().casefold() == headline.casefold()]
        own = next(field for field in found if field.meaning == "headline")
        value = [n for n in range(own.first + 1, own.past) if lines[n].strip()]
        return again[:1] or (value if own.first < first else [])
    able = [n for n in free if n < first and _may_head(lines[n].strip(), outlet)]
    title = able[:1]
    while title and title[-1] + 1 in able:
        title.append(title[-1] + 1)
    section = len(title) > 1 and len(lines[title[0]].split()) <= _SECTION_WORDS
    return title[1:] if section else title


def _may_head(line: str, outlet: str | None) -> bool:
    if not line or line == outlet or _ASIDE.fullmatch(line) or by_line(line):
        return False
    return len(line.split()) <= _HEADLINE_WORDS and not iso_day(line[:_DAY_CHARS])


def _headed(lines: Sequence[str], first: int, past: int) -> tuple[list[int], list[int], int]:
    """The lines of a headline and of an author that open the text, and where it goes on."""
    told = [number for number in range(first, past) if lines[number].strip()][:2]
    if not told or _is_sentence(lines[told[0]]) or len(lines[told[0]].split()) > _HEADLINE_WORDS:
        return [], [], first
    signed = [number for number in told[1:] if lone_name(lines[number].strip())]
    return told[:1], signed, (signed or told)[-1] + 1 if signed else told[0] + 1


def _author(said: str) -> str | None:
    """The author that a field names, also where surnames come first and semicolons between."""
    names = []
    for name in said.split(";"):
        turned = _SURNAME_FIRST.fullmatch(name.strip(" ."))
        swapped = turned is not None and not is_role(turned["first"])
        names.append(f"{turned['first']} {turned['last']}" if turned and swapped else name.strip())
    told = " and ".join(name for name in names if name)
    return by_line(told) or by_line(f"By {told}") or told or None


def _marks(
    lines: Sequence[str],
    found: Sequence[Field],
    title: Sequence[int],
    signed: Sequence[int],
    told: range,
) -> Iterator[Mark]:
    """Headline and author as such, and as clutter what is neither they, nor a day, nor the text."""
    named = {field.first for field in found}
    for number, (line, start) in enumerate(zip(lines, _starts(lines), strict=True)):
        end = start + len(line)
        if number in title:
            yield Mark(start, end, BlockKind.TITLE)
        elif number in signed:
            yield Mark(start, end, BlockKind.BYLINE)
        elif number not in told or number in named:
            said = len(line.strip()) < _DAY_CHARS and (iso_day(line) or by_line(line.strip()))
            if line.strip() and not (number < told.start and said):
                yield Mark(start, end, BlockKind.CLUTTER, _REASON)


def _span(lines: Sequence[str], first: int, past: int) -> Span:
    starts = [*_starts(lines), sum(map(len, lines)) + len(lines) - 1]
    return Span(starts[first], starts[past])


def _starts(lines: Sequence[str]) -> list[int]:
    return list(accumulate((len(line) + 1 for line in lines[:-1]), initial=0))
