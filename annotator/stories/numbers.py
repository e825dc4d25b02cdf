"""Numbers in news text: values with units, dates, and when two tell the same quantity."""

import math
import re
from typing import NamedTuple

_SCALE = {
    "hundred": 1e2,
    "thousand": 1e3,
    "k": 1e3,
    "million": 1e6,
    "m": 1e6,
    "billion": 1e9,
    "bn": 1e9,
    "trillion": 1e12,
}
_UNIT = {"%": "%", "percent": "%", "per cent": "%", "percentage points": "%"}
_CURRENCY = {"$": "$", "dollars": "$", "€": "€", "euros": "€", "£": "£", "pounds": "£", "¥": "¥"}
_MONTHS = {"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"}
_TENS = {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80}
_WORDS = _TENS | {
    word: value
    for value, words in enumerate(
        (
            ("three",),
            ("four", "fourth"),
            ("five", "fifth"),
            ("six", "sixth"),
            ("seven", "seventh"),
            ("eight", "eighth"),
            ("nine", "ninth"),
            ("ten", "tenth"),
            ("eleven", "eleventh"),
            ("twelve", "twelfth"),
        ),
        start=3,
    )
    for word in words
}
_ROUGHLY = (
    r"(?:about|around|nearly|almost|roughly|approximately|over|some|(?:more|less|fewer) than|"
    r"at least|up to|close to|an estimated)"
)
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|"
    r"Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_QUANTITY = re.compile(
    rf"(?P<rough>\b{_ROUGHLY}\s+)?(?<![\w.,])(?P<sign>[$€£¥]?)"
    rf"(?P<digits>\d+(?:,\d{{3}})*(?:\.\d+)?|\b(?:{'|'.join(_WORDS)})\b)(?:st|nd|rd|th)?"
    rf"(?:[\s-]?(?P<scale>hundred|thousand|million|billion|trillion|bn|[mk])\b)?"
    rf"(?:[\s-]*(?P<unit>%|per\s?cent|percentage points|dollars|euros|pounds)(?!\w))?",
    re.IGNORECASE,
)
_DATE = re.compile(rf"\b(?:({_MONTH})\s(\d{{1,2}})|(\d{{1,2}})\s({_MONTH}))(?![\d.,]*\d)\b")


class Number(NamedTuple):
    """A quantity: its value, its unit ("" when bare, "may" for a day of May), said as rough."""

    value: float
    unit: str
    rough: bool = False


def numbers(text: str) -> frozenset[Number]:
    """The quantities of `text`; one and two, as words, are left out because they say little."""
    found = {_date(match) for match in _DATE.finditer(text)}
    rest = _DATE.sub(lambda match: " " * len(match.group()), text)
    return frozenset(found | {_quantity(match) for match in _QUANTITY.finditer(rest)})


def agreement(x: Number, y: Number) -> float:
    """How far `x` and `y` may tell the same quantity: 1 equal, 0.7 one rounds the other, else 0.

    "3.1%" agrees with "about 3 percent", "$25,000" with "25 thousand dollars", a bare number with
    one that has a unit; years and bare exact numbers agree only when equal.
    """
    if x.unit != y.unit and (x.unit in _MONTHS or y.unit in _MONTHS or (x.unit and y.unit)):
        return 0.0
    if x.value == y.value:
        return 1.0
    loose = x.rough or y.rough or bool(x.unit and y.unit and x.unit not in _MONTHS)
    return 0.7 if loose and (_rounds(x.value, y.value) or _rounds(y.value, x.value)) else 0.0


def _date(match: re.Match[str]) -> Number:
    return Number(float(match[2] or match[3]), (match[1] or match[4])[:3].lower())


def _quantity(match: re.Match[str]) -> Number:
    digits = match["digits"].replace(",", "").lower()
    value = float(_WORDS.get(digits, digits))
    value *= _SCALE.get((match["scale"] or "").lower(), 1.0)
    unit = re.sub(r"per\s?cent", "percent", (match["unit"] or "").lower())
    return Number(
        value,
        _UNIT.get(unit) or _CURRENCY.get(match["sign"]) or _CURRENCY.get(unit, ""),
        match["rough"] is not None,
    )


def _rounds(exact: float, rounded: float) -> bool:
    """Whether `exact` becomes `rounded` when cut to the digits that `rounded` shows."""
    if exact <= 0 or rounded <= 0 or not 0.7 < exact / rounded < 1.4:
        return False
    digits = len(f"{rounded:.10g}".replace(".", "").strip("0"))
    return math.isclose(float(f"{exact:.{digits}g}"), rounded)
