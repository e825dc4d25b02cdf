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
_UNITS = (
    {"%": "%", "percent": "%", "percentagepoints": "%"}
    | {
        word: sign
        for sign, name in zip("$€£", ("dollars", "euros", "pounds"), strict=True)
        for word in (sign, name)
    }
    | {"¥": "¥"}
)
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
_ROUGHLY = re.compile(
    r"\b(?:about|around|nearly|almost|roughly|approximately|over|some|(?:more|less|fewer) than|"
    r"at least|up to|close to|an estimated)\s+$"
)
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DATE = re.compile(rf"\b(?:({_MONTH})\s(\d{{1,2}})|(\d{{1,2}})\s({_MONTH}))(?![\d.,]*\d)\b")
_SCALED = (
    r"(?:[\s-]?(hundred|thousand|million|billion|trillion|bn|[mk])\b)?"
    r"(?:[\s-]*(%|per\s?cent|percentage points|dollars|euros|pounds)(?!\w))?"
)
_DIGIT = re.compile(r"\d")
_FIGURE = re.compile(
    r"([$€£¥]?)(?<![\w.,])(\d{1,15}(?:,\d{3})*(?:\.\d+)?)(?!\d)(?:st|nd|rd|th)?" + _SCALED
)
_SPELLED = re.compile(rf"()\b(?=[efnst])({'|'.join(_WORDS)})\b" + _SCALED)


class Number(NamedTuple):
    """A quantity: its value, its unit ("" when bare, "may" for a day of May), said as rough."""

    value: float
    unit: str
    rough: bool = False


def numbers(text: str) -> frozenset[Number]:
    """The quantities of `text`; one and two, as words, are left out because they say little."""
    text = text.lower()
    found = {_quantity(match) for match in _SPELLED.finditer(text)}
    if _DIGIT.search(text):
        found |= {_date(match) for match in _DATE.finditer(text)}
        found |= {_quantity(match) for match in _FIGURE.finditer(_DATE.sub("", text))}
    return frozenset(found)


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
    return Number(float(match[2] or match[3]), (match[1] or match[4])[:3])


def _quantity(match: re.Match[str]) -> Number:
    sign, digits, scale, measure = match.groups()
    value = float(_WORDS.get(digits, digits.replace(",", ""))) * _SCALE.get(scale, 1.0)
    unit = _UNITS.get(re.sub(r"\s", "", measure or ""), "")
    rough = _ROUGHLY.search(match.string, max(0, match.start() - 20), match.start())
    return Number(value, _UNITS.get(sign, unit), rough is not None)


def _rounds(exact: float, rounded: float) -> bool:
    """Whether `exact` becomes `rounded` when cut to the digits that `rounded` shows."""
    if exact <= 0 or rounded <= 0 or not 0.75 < exact / rounded < 1.34:
        return False
    digits = len(f"{rounded:.10g}".replace(".", "").strip("0"))
    return math.isclose(float(f"{exact:.{digits}g}"), rounded)
