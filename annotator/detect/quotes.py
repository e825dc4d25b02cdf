"""Quotation marks: what stands inside them, over several paragraphs and nested.

A paragraph that opens a quote and does not close it is quoted to its end; by printers' custom the
next paragraph then opens anew. Straight marks open or close by the white space beside them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_MARK = re.compile(r"[\"“”„«»`'](?:(?<=[\"“”„«»])|(?<=`)`|(?<=')')")
_SINGLE = re.compile(r"[‘'](?<![\w’'].)(?=\S)([^‘’'\"“”\n]{2,60}?)(?<=\S)[’'](?!\w)")
_ONE_WORD = re.compile(r"\W*\w[\w’'\-]*\W*")
_ENDERS = tuple(",.?!…")
_OPENERS = " \t\n\xa0([{—–-/“‘'"


@dataclass(frozen=True, slots=True)
class Quote:
    """Code points `[start, end)` between the marks, marks not included; `depth` 0 is outermost.

    `scare`: a word alone in the marks, the outlet's distance rather than another's words.
    """

    start: int
    end: int
    scare: bool
    depth: int = 0


def find(text: str) -> tuple[Quote, ...]:
    """The quotes of `text` by start; those in single marks inside others have depth 1."""
    outer = list(_double(text))
    found = list(outer)
    at = 0
    for match in _SINGLE.finditer(text):
        start, end = match.span(1)
        while at < len(outer) and outer[at].end < start:
            at += 1
        inside = at < len(outer) and outer[at].start <= start and end <= outer[at].end
        found.append(_quote(text, start, end, int(inside)))
    return tuple(sorted(found, key=lambda quote: (quote.start, -quote.end)))


def _double(text: str) -> Iterator[Quote]:
    """Quotes in double marks, paragraph by paragraph."""
    opened = edge = -1
    start = 0
    for match in _MARK.finditer(text):
        first = match.start() > edge
        if first:
            if 0 <= opened < edge:
                yield _quote(text, opened, edge)
            opened = -1
            start = text.rfind("\n", 0, match.start()) + 1
            edge = text.find("\n", match.start()) % (len(text) + 1)
        if _opens(text, match, start, opened >= 0):
            opened = match.end() if opened < 0 else opened
        elif opened >= 0 or (first and _closes_alone(text, match)):
            yield _quote(text, max(opened, start), match.start())
            opened = -1
    if 0 <= opened < edge:
        yield _quote(text, opened, edge)


def _opens(text: str, match: re.Match[str], start: int, inside: bool) -> bool:
    mark = match.group()
    if mark in "“„«``":
        return True
    if mark in "”»":
        return False
    before = text[match.start() - 1] if match.start() > start else " "
    after = text[match.end() : match.end() + 1] or " "
    if mark == "''":
        return not inside and before in _OPENERS and not after.isspace()
    if before in _OPENERS and not after.isspace():
        return not (inside and before in "([{—–-/")
    if after.isspace() and before not in _OPENERS:
        return False
    return not inside


def _closes_alone(text: str, match: re.Match[str]) -> bool:
    """Whether a paragraph's first mark closes a quote whose opening was lost before it."""
    return match.group() in "”»" or text[match.start() - 1 : match.start()] in _ENDERS


def _quote(text: str, start: int, end: int, depth: int = 0) -> Quote:
    scare = end - start <= 30 and _ONE_WORD.fullmatch(text, start, end) is not None
    return Quote(start, end, scare, depth)
