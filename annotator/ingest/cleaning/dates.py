"""Days written in news texts, as ISO days."""

import re
from datetime import date
from typing import NamedTuple

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january janvier januar januari enero gennaio janeiro",
            "feb february février februar februari febrero febbraio fevereiro",
            "mar march mars märz maart marzo março",
            "apr april avril abril aprile",
            "may mai mei mayo maggio maio",
            "jun june juin juni junio giugno junho",
            "jul july juillet juli julio luglio julho",
            "aug august août augustus agosto",
            "sep sept september septembre septiembre settembre setembro",
            "oct october octobre oktober octubre ottobre outubro",
            "nov november novembre noviembre novembro",
            "dec december décembre dezember diciembre dicembre dezembro",
        ),
        start=1,
    )
    for name in names.split()
}
_MONTH = "(?P<month>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\b\.?"
# No more digits, but for a time of day or another day that lost its blank.
_NO_MORE = r"(?!\d(?!\d?(?::\d\d| (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))))"
_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(?<![\d./-])(?P<year>\d{4})[-/.](?P<number>\d{1,2})[-/.](?P<day>\d{1,2})(?![\d-])"
        r"(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?",
        rf"(?<!\d)(?P<day>\d{{1,2}})(?:st|nd|rd|th|er)?(?:\s+(?:of|de))?[ \t\xa0.-]+{_MONTH}"
        rf"(?:[,\s.-]+|\s+de\s+)(?P<year>\d{{4}}){_NO_MORE}",
        rf"(?<![^\W\d]){_MONTH}[ \t\xa0]+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?"
        rf"\s+(?P<year>\d{{4}}){_NO_MORE}",
        r"(?<![\d./-])(?P<day>\d{1,2})[./](?P<number>\d{1,2})[./](?P<year>\d{4})(?![\d/])",
    )
)
_YEAR = re.compile(r"\d{4}")
_COMPACT = re.compile(r"\s*(\d{4})(\d\d)(\d\d)(?:T?\d{4,6}Z?)?\s*", re.ASCII)  # ISO 8601, basic
_YEARS = range(1605, 2100)  # from the first newspaper on; others are of other calendars
_AROUND = re.compile(
    r"\b(?:first|last|published|posted|updated|modified|created|issued|release[d]?|date|on|at|from|"
    r"by|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|[ap]\.?m|noon|midnight|"
    r"gmt(?:[+-]\d+)?|utc|uhr|cet|cest|bst|e[sd]?t|p[sd]t|c[sd]t|ist|eet|msk|local time|time|ago|"
    r"\d+|min(?:ute)?s?|hours?|h|read(?:ing)?|z|t)\b",
    re.IGNORECASE,
)


class Day(NamedTuple):
    """A day found in a text: ISO form and the place of its words."""

    iso: str
    start: int
    end: int


def find_day(text: str) -> Day | None:
    """The first full day (year, month, day) written in `text`, or None.

    Of a day such as 03/04/2026, which reads as two different days, nothing is made.
    """
    if _YEAR.search(text) is None:
        return None
    found = [
        day for pattern in _PATTERNS for match in pattern.finditer(text) if (day := _day(match))
    ]
    return min(found, key=lambda day: day.start, default=None)


def iso_day(text: str | None) -> str | None:
    """The ISO day that `text` holds, or None; one without hyphens only where it is all of it."""
    compact = _COMPACT.fullmatch(text or "")
    found = find_day("-".join(compact.groups()) if compact else (text or "")[:200])
    return found.iso if found else None


def rest_of_date_line(line: str, day: Day) -> str:
    """What a line says besides `day`, its time of day and words such as "Updated"."""
    rest = _AROUND.sub(" ", line[: day.start]) + " " + _AROUND.sub(" ", line[day.end :])
    return re.sub(r"[\W\d_]+", " ", rest).strip()


def _day(match: re.Match[str]) -> Day | None:
    parts = match.groupdict()
    day, year = int(parts["day"]), int(parts["year"])
    if year not in _YEARS:
        return None
    if parts.get("month"):
        month = _MONTHS[parts["month"].lower()]
    else:
        month = int(parts["number"])
        if match.re is _PATTERNS[3]:
            if "/" in match.group() and day <= 12 and month <= 12 and day != month:
                return None
            if month > 12:
                day, month = month, day
    try:
        return Day(date(year, month, day).isoformat(), match.start(), match.end())
    except ValueError:
        return None
