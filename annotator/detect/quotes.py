"""Quotation marks: what stands inside them, over several paragraphs and nested.

Double and single marks, one in the other either way, and those of other languages: „…“ »…« «…»
‚…‘ ›…‹ ‹…›. A line that opens a quote and does not close it is quoted to its end; by printers'
custom the next paragraph then opens anew. Only where the next mark of the paragraph closes, the
quote goes on over lines. Straight marks open or close by the white space beside them. A single mark
is an apostrophe unless one opens and another closes.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

# a double mark, two single ones as one, or a single one that stands between no two letters
_MARK = re.compile(r"[\"“”„‟«»`'‘’‚‹›](?:(?<=[\"“”„‟«»])|(?<=`)`|(?<=')'|(?!(?<=\w.)\w))")
_SINGLE = frozenset("`'‘’‚‹›")
_LEFT = frozenset(("“", "„", "‟", "«", "``"))
_PARTNERS = {"„": "“”", "»": "«", "‚": "‘’'", "›": "‹", "‹": "›"}
_APOSTROPHES = "’'"
_ELIDED = re.compile(r"(?:\d\ds?|n|em|til|tis|twas|cause|bout)\b", re.IGNORECASE)
_BLANK = re.compile(r"\n[^\S\n]*\n")
_NEXT = re.compile(r"\s*(\S?)")
_ONE_WORD = re.compile(r"\W*\w[\w’'\-]*\W*")
_ENDERS = ",.?!…"
_OPENERS = " \t\n\xa0([{—–-/“‘'"
_LONGEST_PLURAL = 60  # code points: quotes in straight single marks that end like plurals are short


class Quote(NamedTuple):
    """Code points `[start, end)` between the marks, marks not included; `depth` 0 is outermost.

    `scare`: a word alone in the marks, the outlet's distance rather than another's words.
    """

    start: int
    end: int
    scare: bool
    depth: int = 0


@dataclass(slots=True)
class _Open:
    """A mark that waits for its partner; what it opens begins at `start`, its line ends at `edge`.

    The quotes in it reach to `reach`. A single one may have been closed at `maybe`: "the boys’"
    ends a quote, or is a plural.
    """

    mark: str
    start: int
    edge: int
    reach: int = -1
    maybe: int = -1

    @property
    def single(self) -> bool:
        return self.mark in _SINGLE


def find(text: str) -> tuple[Quote, ...]:
    """The quotes of `text` by start; a quote inside another has a depth above 0."""
    spans: list[tuple[int, int]] = []
    paragraph = _Paragraph(text, 0, spans)
    for match in _MARK.finditer(text):
        if match.start() > paragraph.end:
            paragraph.finish(paragraph.end)
            paragraph = _Paragraph(text, match.start(), spans)
        paragraph.take(match)
    paragraph.finish(paragraph.end)
    return tuple(_nested(text, sorted(spans, key=lambda span: (span[0], -span[1]))))


def outermost(text: str) -> list[Quote]:
    """The quotes of `text` that stand in no other, by start."""
    return [quote for quote in find(text) if quote.depth == 0]


def quoted(outer: Sequence[Quote], position: int) -> bool:
    """Whether code point `position` stands in one of the outermost quotes, scare quotes aside."""
    at = bisect_left(outer, (position + 1,)) - 1
    return at >= 0 and position < outer[at].end and not outer[at].scare


class _Paragraph:
    """Lines of `text` up to a blank one, their marks taken from left to right.

    What the marks enclose goes to `spans`. The line of the mark taken last is `[_begin, _edge)`; it
    is `_fresh` until a double mark was taken in it, and quoted up to `_free` by an earlier line's.
    """

    def __init__(self, text: str, position: int, spans: list[tuple[int, int]]) -> None:
        blank = _BLANK.search(text, position)
        self.end = blank.start() if blank else len(text)
        self._text, self._spans = text, spans
        self._open: list[_Open] = []
        self._begin = self._edge = self._free = -1
        self._fresh = True

    def take(self, match: re.Match[str]) -> None:
        """Open a quote at the mark, close one, or leave the mark alone."""
        at, stop = match.span()
        if at > self._edge:
            self._begin = self._text.rfind("\n", 0, at) + 1
            self._edge = self._text.find("\n", at) % (len(self._text) + 1)
            self._fresh = True
        before = self._text[at - 1] if at > self._begin else " "
        after = self._text[stop] if stop < len(self._text) else " "
        if match[0] in _SINGLE:
            self._single(match, before, after)
        else:
            self._double(match, before, after)

    def finish(self, at: int) -> None:
        """Close a double mark at its line's end, a single one only if the next line opens anew.

        `at` is where the text is read to.
        """
        while self._open:
            held = self._open[-1]
            follows = _NEXT.match(self._text, held.edge) if held.edge <= at else None
            if held.single and not (follows and follows[1] == held.mark):
                self._settle()
            else:
                self._close(max(held.edge, held.reach))

    def _double(self, match: re.Match[str], before: str, after: str) -> None:
        """Take a double mark; one that closes what none opened in its line quotes the line."""
        inside = next((held for held in reversed(self._open) if not held.single), None)
        if _opens(match[0], before, after, inside):
            if inside and inside.edge < self._edge:
                self.finish(match.start())
            if not self._open or self._open[-1].single:
                self._open.append(_Open(match[0], match.end(), self._edge))
        elif inside:
            while self._open[-1].single:
                self._settle()
            self._close(match.start())
        elif self._fresh and (match[0] in "”»" or before in _ENDERS):
            self._open.clear()
            self._spans.append((max(self._begin, self._free), match.start()))
        self._fresh = False

    def _single(self, match: re.Match[str], before: str, after: str) -> None:
        """Take a single mark, which opens at most one quote at a time within a double one."""
        at, stop = match.span()
        held = self._open[-1] if self._open and self._open[-1].single else None
        partners = _PARTNERS.get(held.mark, _APOSTROPHES) if held else ""
        ends = match[0] in partners and not before.isspace() and not after.isalnum()
        if held and ends and at > held.start:
            self._end(held, match, before, after)
        elif _begins(match, before, after):
            if held and held.edge < self._edge:
                self.finish(at)
            elif held:
                self._settle()
            self._open.append(_Open(match[0], stop, self._edge))

    def _end(self, held: _Open, match: re.Match[str], before: str, after: str) -> None:
        """Close a single mark, but where what looks like its partner may be that of a plural.

        A quote of a sentence goes on then, to where another mark closes it.
        """
        at, stop = match.span()
        sentence = not self._text[held.start].islower()
        plural = before in "sS" and match[0] in _APOSTROPHES
        if plural and after == " " and self._text[stop + 1 : stop + 2].isalnum():
            if sentence or held.maybe < 0:
                held.maybe = at
        elif plural and held.maybe >= 0 and not sentence:
            self._settle()
        else:
            self._close(at)

    def _settle(self) -> None:
        """Let go of a single mark that nothing closed for certain."""
        held = self._open[-1]
        length = held.maybe - held.start
        if held.maybe >= 0 and (held.mark != "'" or length <= _LONGEST_PLURAL):
            self._close(held.maybe)
        else:
            self._pop(held.reach)

    def _close(self, end: int) -> None:
        held = self._pop(end)
        self._spans.append((held.start, end))
        if held.start < self._begin:
            self._free = max(self._free, end)

    def _pop(self, reach: int) -> _Open:
        held = self._open.pop()
        if self._open:
            self._open[-1].reach = max(self._open[-1].reach, reach)
        return held


def _opens(mark: str, before: str, after: str, inside: _Open | None) -> bool:
    """Whether a double mark opens, by its shape, the signs beside it and what is open."""
    if mark in _LEFT:
        return not (inside and mark in _PARTNERS.get(inside.mark, ""))
    if mark in "”»":
        return not inside and before in _OPENERS and after.isalnum()
    if before in _OPENERS and not after.isspace():
        return not (inside and before in "([{—–-/")
    if after.isspace() and before not in _OPENERS:
        return False
    return not inside


def _begins(match: re.Match[str], before: str, after: str) -> bool:
    """Whether a single mark opens: behind a blank or another mark, before a word."""
    outside = match[0] != "’" and (before in _OPENERS or before in '"“„«')
    inside = not after.isspace() and after not in _ENDERS
    return outside and inside and not _ELIDED.match(match.string, match.end())


def _nested(text: str, spans: list[tuple[int, int]]) -> Iterator[Quote]:
    """The quotes at the spans, which are sorted, each with the number of those around it."""
    ends: list[int] = []
    for start, end in spans:
        while ends and ends[-1] <= start:
            ends.pop()
        scare = end - start <= 30 and _ONE_WORD.fullmatch(text, start, end) is not None
        yield Quote(start, end, scare, len(ends))
        ends.append(end)
