"""The fields of a news database's document: what they say, and where its text lies."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_NAMES = {
    "headline": ("headline", "title", "article name"),
    "outlet": ("publication title", "publication", "source name", "nom de la source"),
    "byline": ("byline", "author", "auteur"),
    "date": ("publication date",),
    "imprint": ("publication info",),
    "body": ("body", "full text"),
    "": (
        *("section", "length", "dateline", "load-date", "language", "graphic", "highlight"),
        *("publication-type", "document-type", "journal-code", "subject", "acc-no", "copyright"),
        *("classification", "industry", "geographic", "company", "organization", "person"),
        *("abstract", r"abstract \(english\)", "links", "credit", "illustration", "caption"),
        *("location", "pages", "first page", "start page", "end page", "publication year"),
        *("publisher", "place of publication", "country of publication", "publication subject"),
        *("issn", "source type", "language of publication", "document type", "document url"),
        *("proquest document id", "proquest document link", "last updated", "database", "details"),
        *("company / organization", "people", "identifier / keyword", "word count", "column"),
        *("periodicity", "geographical coverage", "origin", "type de source", "périodicité"),
        *("couverture géographique", "provenance"),
    ),
}
_MEANINGS = {name: meaning for meaning, names in _NAMES.items() for name in names}
_NAMED = re.compile(
    rf"[ \t]*(?P<name>{'|'.join(sorted(_MEANINGS, key=len, reverse=True))})"
    r"[ \t]*(?:[:·][ \t]*|[ \t]{2,}|$)(?P<value>.*)",
    re.IGNORECASE,
)
_CODED = re.compile(
    r"(?P<name>(?:HD|BY|CR|WC|PD|ET|SN|SC|ED|PG|LA|CY|LP|TD|CT|RF|CO|IN|NS|RE|SE|AN|CX)"
    r"(?=[ \t]{2}|\t|[ \t]*$)"
    r"|(?:IPC|IPD|PUB|CLM|VOL|ART)(?=[ \t]|$))[ \t]*(?P<value>.*)"
)
_CODES = {
    "HD": "headline",
    "BY": "byline",
    "PD": "date",
    "SN": "outlet",
    "LP": "body",
    "TD": "body",
}
_TOP = 3  # lines, of which the first may name the outlet
_IS_CODED = re.compile(r"^HD(?:[ \t]{2}|\t|[ \t]*$)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Field:
    """Lines `[first, past)` of one field; `meaning` is empty where nothing is made of `value`."""

    meaning: str
    value: str
    first: int
    past: int


def opened(text: str) -> str:
    """`text` with a headline and a body that begin beside a field's name on lines of their own."""
    lines = text.split("\n")
    coded = _IS_CODED.search(text) is not None
    for number, match in _openings(lines, coded):
        if match["value"].strip() and _meaning(match["name"], coded) in ("headline", "body"):
            name = lines[number][: match.start("value")].rstrip()
            lines[number] = f"{name}\n{match['value']}"
    return "\n".join(lines)


def fields(text: str) -> list[Field]:
    """The fields of a document in order; the value of one that holds the body is not told."""
    lines = text.split("\n")
    coded = _IS_CODED.search(text) is not None
    starts = list(_openings(lines, coded))
    found = []
    for number, (first, match) in enumerate(starts):
        following = starts[number + 1][0] if number + 1 < len(starts) else len(lines)
        meaning, value = _meaning(match["name"], coded), match["value"].strip()
        past = following
        if not coded:
            past = first + 1 if meaning == "body" else _ends(lines, first, following, bool(value))
        told = " ".join(" ".join([value, *lines[first + 1 : past]]).split())
        found.append(Field(meaning, told, first, past))
    return found


def body(found: Sequence[Field], lines: int) -> tuple[int, int] | None:
    """The lines that fields say are the article's, as [first, past), or None."""
    opening = next((field for field in found if field.meaning == "body"), None)
    if opening is None:
        return None
    later = [field for field in found if field.first > opening.first and field.meaning != "body"]
    return opening.first + 1, min((field.first for field in later), default=lines)


def _meaning(name: str, coded: bool) -> str:
    return _CODES.get(name, "") if coded else _MEANINGS.get(name.casefold(), "")


def _openings(lines: Sequence[str], coded: bool) -> Iterator[tuple[int, re.Match[str]]]:
    """The lines that begin fields: at the top, or below a blank line or a name and its value."""
    running = True
    for number, line in enumerate(lines):
        able = coded or running or number < _TOP
        match = (_CODED if coded else _NAMED).fullmatch(line) if able else None
        if match is not None:
            yield number, match
        running = match is not None or not line.strip() or (running and _is_value(lines, number))


def _is_value(lines: Sequence[str], number: int) -> bool:
    """Whether a line stands right below a name that has its line for itself."""
    match = _NAMED.fullmatch(lines[number - 1]) if number else None
    return match is not None and not match["value"].strip()


def _ends(lines: Sequence[str], first: int, following: int, inline: bool) -> int:
    """Behind the value of the field in line `first`: at a blank line, or at the next field."""
    past = first + 1
    while not inline and past < following and not lines[past].strip():
        past += 1
    while past < following and lines[past].strip():
        past += 1
    return past
