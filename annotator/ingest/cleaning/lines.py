"""Lines of a page, joined where a paragraph was broken, with the features that cleaning looks at."""

import re
import unicodedata
from dataclasses import dataclass

from annotator.ingest.cleaning.bylines import by_line
from annotator.ingest.cleaning.clutter import recognise

_COMMON = (
    "a about after all also an and are as at be been before but by can could did do for from had has "
    "have he her his if in into is it its more not of on one or our out over said she so than that "
    "the their them there they this to up was we were what when which who will with would you"
)
STOP_WORDS = frozenset(_COMMON.split())
_TERMINAL = re.compile(r"[.!?…。！？][\"'”’»)\]]*\W?$|[.!?,][\"”»]$")
_CONTINUES = re.compile(r"[a-zà-ÿа-я,.;:)\]”’»]")
_BLANK_BEFORE = re.compile(r"\n[ \t\xa0]*\n$|^\n$")
_LETTER = re.compile(r"[^\W\d_]")
_HARD_WRAP_CHARS = (50, 100)


@dataclass(frozen=True, slots=True)
class Line:
    """One line, or several that read on; `[start, end)` are whole lines of the page.

    `key` is how the line is compared with others: case, blanks and numbers do not count.
    """

    start: int
    end: int
    text: str
    words: int
    stop_share: float
    terminal: bool
    script: str
    after_blank: bool
    key: str


def line_key(text: str) -> str:
    """`text` folded for comparison: case, white space and the values of numbers do not count."""
    return re.sub(r"\d+", "0", " ".join(text.casefold().split()))


def split_lines(text: str) -> list[Line]:
    """The non-blank lines of `text`, joined where one visibly reads on in the next."""
    spans = [(m.start(), m.end()) for m in re.finditer(r"[^\n]+", text) if not m.group().isspace()]
    width = _wrap_width(text, spans)
    joined: list[tuple[int, int]] = []
    last = (0, 0)
    for span in spans:
        if joined and last[1] + 1 == span[0] and _reads_on(text, last, span, width):
            joined[-1] = (joined[-1][0], span[1])
        else:
            joined.append(span)
        last = span
    return [_line(text, start, end) for start, end in joined]


def _reads_on(text: str, last: tuple[int, int], span: tuple[int, int], width: int | None) -> bool:
    """Whether a line goes on: mid-sentence by its wording, or because its next word did not fit."""
    before, after = text[slice(*last)].rstrip(), text[slice(*span)].lstrip()
    if width is not None:
        return len(before) + 1 + len(after.split(None, 1)[0]) > width
    if _TERMINAL.search(before[-4:]) or _CONTINUES.match(after) is None:
        return False
    if after[0].isalpha() and (len(before.split(None, 4)) < 4 or by_line(after)):
        return False
    return not any(recognise(line, len(line.split())) for line in (before, after))


def _wrap_width(text: str, spans: list[tuple[int, int]]) -> int | None:
    """The width in characters that a text was wrapped to by hand, or None."""
    lengths = sorted(end - start for start, end in spans)
    if len(lengths) < 6:
        return None
    width = lengths[-1]
    if not _HARD_WRAP_CHARS[0] <= width <= _HARD_WRAP_CHARS[1]:
        return None
    full = sum(length >= 0.8 * width for length in lengths)
    return width if full >= 0.5 * len(lengths) and "\n\n" in text else None


def _line(text: str, start: int, end: int) -> Line:
    content = text[start:end].strip()
    words = content.casefold().split()
    stops = sum(word.strip(".,;:!?\"'“”‘’()") in STOP_WORDS for word in words)
    return Line(
        start,
        end,
        content,
        len(words),
        stops / len(words) if words else 0.0,
        _TERMINAL.search(content[-8:]) is not None,
        _script(content),
        _BLANK_BEFORE.search(text[max(0, start - 40) : start]) is not None,
        line_key(content),
    )


def _script(content: str) -> str:
    if content.isascii():
        return "LATIN"
    letter = _LETTER.search(content)
    return unicodedata.name(letter.group(), "OTHER").split()[0] if letter else "NONE"
