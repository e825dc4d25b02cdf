"""Numbers in news text: values with units, dates, and when two tell the same quantity."""

import math
import re
from functools import lru_cache
from typing import NamedTuple

_SCALE = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_SCALE |= {"k": 1e3, "m": 1e6, "bn": 1e9}
_UNITS = {"%": "%", "percent": "%", "percentagepoints": "%"}
_UNITS |= {"$": "$", "dollars": "$", "€": "€", "euros": "€", "£": "£", "pounds": "£", "¥": "¥"}
_MONTHS = {"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"}
_WORDS = {"three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}
_WORDS |= {"eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16}
_WORDS |= {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70}
_WORDS |= {"eighty": 80, "ninety": 90, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7}
_WORDS |= {"eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12}

_ROUGHLY = re.compile(
    r"\b(?:about|around|nearly|almost|roughly|approximately|over|some|(?:more|less|fewer) than|"
    r"at least|up to|close to|an estimated)\s+$"
)
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DATE = re.compile(rf"\b(?:({_MONTH})\s(\d{{1,2}})|(\d{{1,2}})\s({_MONTH}))(?![\d.,]*\d)\b")
_YEARS_OLD = re.compile(r"\b\d{1,3}[- ]years?[- ]old\b")
_AGED = re.compile(r", \d\d(?=, )")
_SCALED = (
    r"(?:[\s-]?(?P<scale>hundred|thousand|million|billion|trillion|bn|[mk])\b)?"
    r"(?:[\s-]*(?P<measure>%|per\s?cent|percentage points|dollars|euros|pounds)(?!\w))?"
)
_DIGIT = re.compile(r"\d")
_FIGURE = re.compile(
    r"(?=[$€£¥\d])(?P<sign>[$€£¥]?)(?<![\w.,])"
    r"(?P<digits>\d{1,15}(?:,\d{3})*(?:\.\d+)?)(?!\d)(?:st|nd|rd|th)?" + _SCALED
)
_SPELLED = re.compile(rf"\b(?=[efnst])(?P<digits>{'|'.join(_WORDS)})\b" + _SCALED)


class Number(NamedTuple):
    """A quantity: its value, its unit ("" when bare, "may" for a day of May), said as rough."""

    value: float
    unit: str
    rough: bool = False


@lru_cache(maxsize=1 << 13)  # pairing and aligning ask about the same sentences
def numbers(text: str) -> frozenset[Number]:
    """The quantities of `text`, without those that say little: one and two as words, and ages."""
    text = text.lower()
    found = {_quantity(match) for match in _SPELLED.finditer(text)}
    if _DIGIT.search(text):
        if dates := {_date(match) for match in _DATE.finditer(text)}:
            found |= dates
            text = _DATE.sub("", text)
        if "year" in text:
            text = _YEARS_OLD.sub("", text)
        text = _AGED.sub(", ", text)
        found |= {_quantity(match) for match in _FIGURE.finditer(text)}
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
    part = match.groupdict()
    digits = part["digits"]
    value = float(_WORDS.get(digits, digits.replace(",", ""))) * _SCALE.get(part["scale"], 1.0)
    unit = _UNITS.get(re.sub(r"\s", "", part["measure"] or ""), "")
    rough = _ROUGHLY.search(match.string, max(0, match.start() - 20), match.start())
    return Number(value, _UNITS.get(part.get("sign", ""), unit), rough is not None)


def _rounds(exact: float, rounded: float) -> bool:
    """Whether `exact` becomes `rounded` when cut to the digits that `rounded` shows."""
    if exact <= 0 or rounded <= 0 or not 0.75 < exact / rounded < 1.34:
        return False
    digits = len(f"{rounded:.10g}".replace(".", "").strip("0"))
    return math.isclose(float(f"{exact:.{digits}g}"), rounded)
