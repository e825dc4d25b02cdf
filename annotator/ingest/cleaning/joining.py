"""Paragraphs that lost their shape: lines broken at a link, or wrapped by hand, joined again."""

import re
from dataclasses import dataclass
from itertools import pairwise

from annotator.ingest.cleaning.bylines import by_line
from annotator.ingest.cleaning.clutter import recognise

TERMINAL = re.compile(r"[.!?…。！？][\"'”’»)\]]*\W?$|[.!?,][\"”»]$")
_CONTINUES = re.compile(r"[a-zà-ÿа-я,.;:)\]”’»]")
_SENTENCE_WORDS = 4
_LONG_CHARS = 40
_WIDEST_WRAP_CHARS = 100
_WIDEST_RAGGED_CHARS = 140
_FULL = 0.92
_FULL_IN_A_SENTENCE = 0.75
_WRAPPED_LINES = 3
_INSIDE_SENTENCES = 0.3
_MOST_LINKS = 5


@dataclass(slots=True)
class _Unit:
    """Lines that belong together so far; `tail` is the last of them."""

    start: int
    end: int
    words: int
    tail: str

    @property
    def unfinished(self) -> bool:
        return TERMINAL.search(self.tail[-4:]) is None

    def take(self, other: "_Unit") -> None:
        self.end, self.words, self.tail = other.end, self.words + other.words, other.tail


def joined_lines(text: str, *, ragged: bool = False) -> list[tuple[int, int]]:
    """The non-blank lines of `text` as `(start, end)`, those that read on joined to one.

    A line reads on when its next word did not fit the width that a text was wrapped to, or when
    the next line starts in the middle of a sentence; a few words between two such lines are the
    text of a link. `ragged` lines were set in letters of different widths: a line that ends in the
    middle of a sentence counts as full from three quarters of the width on (PDF).
    """
    lines = [
        _Unit(m.start(), m.end(), len(m.group().split()), m.group().strip())
        for m in re.finditer(r"[^\n]+", text)
        if not m.group().isspace()
    ]
    width = _ragged_width(lines) if ragged else _wrap_width(lines)
    did_not_fit = _hardly_fits if ragged else _did_not_fit
    units: list[_Unit] = []
    for line in lines:
        unit = units[-1] if units and units[-1].end + 1 == line.start else None
        if unit is None:
            units.append(line)
        elif did_not_fit(unit, line, width) or _goes_on(unit, line):
            unit.take(line)
        elif (opened := _open_sentence(units, line)) is not None:
            for piece in (*units[opened + 1 :], line):
                units[opened].take(piece)
            del units[opened + 1 :]
        else:
            units.append(line)
    return [(unit.start, unit.end) for unit in units]


def _did_not_fit(unit: _Unit, line: _Unit, width: int) -> bool:
    return width > 0 and len(unit.tail) + 1 + len(line.tail.split(None, 1)[0]) > width


def _hardly_fits(unit: _Unit, line: _Unit, width: int) -> bool:
    full = _FULL_IN_A_SENTENCE if unit.unfinished else _FULL
    return _did_not_fit(unit, line, round(full * width))


def _goes_on(unit: _Unit, line: _Unit) -> bool:
    """Whether `line` starts in the middle of the sentence that `unit` left open."""
    if _CONTINUES.match(line.tail) is None or not unit.unfinished:
        return False
    if line.tail[0].isalpha() and (unit.words < _SENTENCE_WORDS or by_line(line.tail)):
        return False
    return not recognise(line.tail, line.words) and not recognise(unit.tail, unit.words)


def _open_sentence(units: list[_Unit], line: _Unit) -> int | None:
    """The index of the unit whose sentence `line` carries on past the texts of links, or None."""
    if _CONTINUES.match(line.tail) is None or by_line(line.tail):
        return None
    if recognise(line.tail, line.words):
        return None
    below = line
    for index in range(len(units) - 1, max(-1, len(units) - _MOST_LINKS), -1):
        unit = units[index]
        apart = unit.end + 1 != below.start
        if apart or not unit.unfinished or recognise(unit.tail, unit.words):
            return None
        if unit.words >= _SENTENCE_WORDS:
            return index
        below = unit
    return None


def _ragged_width(lines: list[_Unit]) -> int:
    """The width in characters that nine in ten long lines keep within, or 0."""
    long = sorted(n for line in lines if (n := len(line.tail)) >= _LONG_CHARS)
    return min(long[len(long) * 9 // 10], _WIDEST_RAGGED_CHARS) if long else 0


def _wrap_width(lines: list[_Unit]) -> int:
    """The width in characters that most paragraphs were wrapped to by hand, or 0.

    Only long lines with another right below them tell: nearly each must have had no room for the
    first word of the next, and many must start in the middle of a sentence, as links do not.
    """
    pairs = [
        (above, below)
        for above, below in pairwise(lines)
        if above.end + 1 == below.start and len(above.tail) >= _LONG_CHARS
    ]
    width = max((len(a.tail) for a, _ in pairs if len(a.tail) <= _WIDEST_WRAP_CHARS), default=0)
    full = sum(_did_not_fit(above, below, width) for above, below in pairs)
    full -= sum(len(above.tail) > _WIDEST_WRAP_CHARS for above, _ in pairs)
    inside = sum(below.tail[0].isalpha() and not below.tail[0].isupper() for _, below in pairs)
    is_prose = inside >= _INSIDE_SENTENCES * len(pairs)
    return width if is_prose and full >= _WRAPPED_LINES and full >= 0.75 * len(pairs) else 0
