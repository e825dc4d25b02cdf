"""Paragraphs that lost their shape: lines broken at a link, or wrapped by hand, joined again."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from annotator.ingest.cleaning.bylines import by_line, lone_name
from annotator.ingest.cleaning.clutter import recognise
from annotator.ingest.cleaning.notation import BULLET, is_open, words_of

TERMINAL = re.compile(r"[.!?…。！？][\"'”’»)\]]*\W?$|[.!?,][\"”»]$")
_CONTINUES = re.compile(r"[a-zà-ÿа-я,.;:)\]”’»]")
# Behind each threshold stands what it was set on; docs/ingest.md says what the pages are.
_SENTENCE_WORDS = 4  # fewest above a line that goes on: labels have fewer (sample stories)
_LONG_CHARS = 40  # fewest in a wrapped line: those of columns are longer (sample stories)
_WIDEST_WRAP_CHARS = 100  # a longer line was not wrapped by hand (sample stories)
_WIDEST_RAGGED_CHARS = 140  # a longer line is a row of a table (made-up PDF)
_FULL = 0.92  # of the width, with the next line's first word, behind a sentence (made-up PDF)
_FULL_IN_A_SENTENCE = 0.75  # likewise, within one (made-up PDF)
_WRAPPED_LINES = 3  # fewest without room for the next word, for a width to be one (sample stories)
_WRAPPED_INSIDE = 2  # fewest of them that end within a sentence (real pages)
_MOST_WRAPPED = 0.75  # of the lines that end within one, the least share of such (real pages)
_MOST_LINKS = 5  # lines less one that a sentence may go on past (sample stories)
_BY = "by"  # alone on its line: the author's name is the text of a link
_LEADING = re.compile(
    r"(?:.*\s)?(?:an?|the|of|to|in|on|at|by|for|from|with|and|or|but|that|which|as|its|his|her|"
    r"their|than)$",
    re.DOTALL,
)
_CLOSE_SET = 0.02  # most, of the ends of lines, where pieces stand a blank line apart (real pages)
_PARTED = 3  # fewest sentences that go on past a blank line, likewise (real pages)
_ANEW = re.compile(r"[*•·▪◦+]\s|\d{1,2}:\d\d\s")
_TABLE_GAP = "   "  # between cells: such a line was set, not wrapped


@dataclass(slots=True)
class _Unit:
    """Lines that belong together so far.

    Of the last of them, `tail` holds the words, `margin` the blanks before it, `length` both;
    `open` says that a link of Markdown began in it and did not end. `apart` says that more stands
    above the first of them than the end of a line.
    """

    start: int
    end: int
    apart: bool
    words: int
    tail: str
    margin: int
    length: int
    open: bool

    @property
    def unfinished(self) -> bool:
        return TERMINAL.search(self.tail[-4:]) is None

    @property
    def first_word(self) -> str:
        return self.tail.split(None, 1)[0]

    def take(self, other: "_Unit") -> None:
        self.end, self.words, self.tail = other.end, self.words + other.words, other.tail
        self.margin, self.length, self.open = other.margin, other.length, other.open


def _units(text: str) -> list[_Unit]:
    """The non-blank lines; where a blank line parts nearly all, sentences too, it ends a line."""
    found = [m for m in re.finditer(r"[^\n]+", text) if not m.group().isspace()]
    ends = [text.count("\n", above.end(), below.start()) for above, below in pairwise(found)]
    lines = [match.group().strip() for match in found]
    parted = sum(
        _CONTINUES.match(below) is not None and TERMINAL.search(above[-4:]) is None
        for above, below in pairwise(lines)
    )
    close = sum(count == 1 for count in ends) < _CLOSE_SET * len(ends)
    usual = 2 if close and parted >= _PARTED else 1
    return [
        _unit(match.start(), match.group(), count > usual)
        for match, count in zip(found, (usual, *ends), strict=False)
    ]


def _unit(start: int, line: str, apart: bool) -> _Unit:
    content = line.strip()
    margin = len(line) - len(line.lstrip())
    tail = words_of(content) or content
    length = margin + len(content)
    return _Unit(
        start, start + len(line), apart, len(tail.split()), tail, margin, length, is_open(content)
    )


def joined_lines(text: str, *, ragged: bool = False) -> list[tuple[int, int]]:
    """The non-blank lines of `text` as `(start, end)`, those that read on joined to one.

    A line reads on when its next word did not fit the width that a text was wrapped to, or when
    the next line starts in the middle of a sentence; a few words between two such lines are the
    text of a link. `ragged` lines were set in letters of different widths: a line that ends in the
    middle of a sentence counts as full from three quarters of the width on (PDF).
    """
    lines = _units(text)
    width = _ragged_width(lines) if ragged else _wrap_width(lines)
    did_not_fit = _hardly_fits if ragged else _did_not_fit
    units: list[_Unit] = []
    for line in lines:
        unit = units[-1] if units and not line.apart else None
        if unit is None:
            units.append(line)
        elif (
            unit.open
            or did_not_fit(unit, line, width)
            or _goes_on(unit, line)
            or _breaks_off(unit, line)
        ):
            unit.take(line)
        elif (opened := _open_sentence(units, line)) is not None:
            for piece in (*units[opened + 1 :], line):
                units[opened].take(piece)
            del units[opened + 1 :]
        else:
            units.append(line)
    return [(unit.start, unit.end) for unit in units]


def _did_not_fit(unit: _Unit, line: _Unit, width: int) -> bool:
    """Whether `line` carries on `unit`, which had no room for its first word."""
    if not unit.length <= width < unit.length + 1 + len(line.first_word):
        return False
    if _ANEW.match(line.tail):
        return False
    return line.margin == unit.margin or line.tail[0].islower() or _hangs(unit, line)


def _hangs(unit: _Unit, line: _Unit) -> bool:
    return line.margin > unit.margin and BULLET.match(unit.tail) is not None


def _hardly_fits(unit: _Unit, line: _Unit, width: int) -> bool:
    full = _FULL_IN_A_SENTENCE if unit.unfinished else _FULL
    return width > 0 and len(unit.tail) + 1 + len(line.first_word) > round(full * width)


def _goes_on(unit: _Unit, line: _Unit) -> bool:
    """Whether `line` starts in the middle of the sentence that `unit` left open."""
    if unit.tail.casefold() == _BY:
        return lone_name(line.tail) is not None
    if line.tail.casefold() == _BY:
        return False
    if _CONTINUES.match(line.tail) is None or not unit.unfinished:
        return False
    if line.tail[0].isalpha() and (unit.words < _SENTENCE_WORDS or by_line(line.tail)):
        return False
    return not recognise(line.tail, line.words) and not recognise(unit.tail, unit.words)


def _breaks_off(unit: _Unit, line: _Unit) -> bool:
    """Whether `unit` ends with a word that no line ends with of itself: `line` is a link in it."""
    if unit.words < _SENTENCE_WORDS or _LEADING.match(unit.tail) is None:
        return False
    return not recognise(unit.tail, unit.words) and not recognise(line.tail, line.words)


def _open_sentence(units: list[_Unit], line: _Unit) -> int | None:
    """The index of the unit whose sentence `line` carries on past the texts of links, or None."""
    if _CONTINUES.match(line.tail) is None or by_line(line.tail) or line.tail.casefold() == _BY:
        return None
    if recognise(line.tail, line.words):
        return None
    below = line
    for index in range(len(units) - 1, max(-1, len(units) - _MOST_LINKS), -1):
        unit = units[index]
        if below.apart or not unit.unfinished or recognise(unit.tail, unit.words):
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
    """The width in characters that paragraphs were wrapped to, margins included, or 0.

    Long lines that end within a sentence tell, with one right below that starts within it: nearly
    all must have had no room for its first word, as is not so where lines were broken at links.
    """
    open_pairs = [
        (above, below)
        for above, below in pairwise(lines)
        if not below.apart
        and above.unfinished
        and _LONG_CHARS <= above.length <= _WIDEST_WRAP_CHARS
    ]
    within = [pair for pair in open_pairs if pair[1].tail[0].islower()]
    width = _commonest_width(open_pairs)
    inside = sum(_did_not_fit(above, below, width) for above, below in within)
    fitting = sum(_did_not_fit(above, below, width) for above, below in open_pairs)
    longer = sum(line.length > width and _TABLE_GAP not in line.tail for line in lines)
    told = inside >= _WRAPPED_INSIDE and inside >= _MOST_WRAPPED * len(within)
    return width if told and fitting >= max(_WRAPPED_LINES, longer) else 0


def _commonest_width(pairs: Iterable[tuple[_Unit, _Unit]]) -> int:
    """The least width at which most lines had no room for the first word of the next, or 0."""
    steps: Counter[int] = Counter()
    for above, below in pairs:
        steps[above.length] += 1
        steps[above.length + 1 + len(below.first_word)] -= 1
    best = fitting = width = 0
    for length in sorted(steps):
        fitting += steps[length]
        if fitting > best:
            best, width = fitting, length
    return width
