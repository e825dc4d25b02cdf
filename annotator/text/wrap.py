"""Lines of at most so many cells: broken at word edges, inside a word only when it must be."""

from annotator.model import Span
from annotator.text.cells import clusters, is_plain

_GLUE = "\xa0\u202f\u2060\ufeff"


def wrap(text: str, start: int, end: int, cells: int) -> list[Span]:
    """The lines of `text[start:end]`, which holds no line break; blanks at a break are in none.

    Every other code point lies in exactly one line. No line is wider than `cells` (at least 1),
    but for a single cluster that is wider by itself.
    """
    lines: list[Span] = []
    line_end = _plain_line_end if is_plain(text, start, end) else _line_end
    position = _after_blanks(text, start, end)
    while position < end:
        stop = line_end(text, position, end, cells)
        lines.append(Span(position, _before_blanks(text, position, stop)))
        position = _after_blanks(text, stop, end)
    return lines


def paragraphs(text: str, start: int, end: int) -> list[Span]:
    """The lines that `text[start:end]` has by itself, trimmed, without the blank ones."""
    found: list[Span] = []
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        begin = _after_blanks(text, start, stop)
        if begin < stop:
            found.append(Span(begin, _before_blanks(text, begin, stop)))
        start = stop + 1
    return found


def _plain_line_end(text: str, start: int, end: int, cells: int) -> int:
    limit = start + cells
    if limit >= end or text[limit] == " ":
        return min(limit, end)
    edge = max(text.rfind(" ", start, limit), text.rfind("—", start, limit) + 1)
    return edge if edge > start else limit


def _line_end(text: str, start: int, end: int, cells: int) -> int:
    used, edge = 0, start
    for cluster in clusters(text, start, end):
        blank = _is_blank(text[cluster.start])
        if used + cluster.width > cells and cluster.start > start:
            return cluster.start if blank or edge == start else edge
        used += cluster.width
        if blank:
            edge = cluster.start
        elif cluster.width == 2 or text[cluster.start] == "—":
            edge = cluster.end
    return end


def _is_blank(char: str) -> bool:
    return char.isspace() and char not in _GLUE


def _after_blanks(text: str, position: int, end: int) -> int:
    while position < end and _is_blank(text[position]):
        position += 1
    return position


def _before_blanks(text: str, start: int, end: int) -> int:
    while end > start and _is_blank(text[end - 1]):
        end -= 1
    return end
