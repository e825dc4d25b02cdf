"""UTF-8 that was read as windows-1252 and saved again: "Itâ€™s" for "It’s"."""

import re
from dataclasses import replace
from types import ModuleType

from annotator.errors import MissingExtra
from annotator.ingest.draft import Mark, Page
from annotator.model import Span
from annotator.text.plurals import counted

_HIGH = bytes(range(0x80, 0xC0))
_TAIL = re.escape("".join(sorted({*_HIGH.decode("cp1252", "ignore"), *_HIGH.decode("latin-1")})))
_LEADS = "\xc2-\xc5\xce-\xd1\xd7-\xdb"  # of Latin, Greek, Cyrillic, Hebrew and Arabic letters
_PAIR = re.compile(f"[{_LEADS}][{_TAIL}]|[\xe0-\xef][{_TAIL}]{{2}}|\xf0[{_TAIL}]{{3}}")
_FOREIGN = re.compile(r"[^\x00-\x7f]")
_LEAST_PAIRS = 2
_LEAST_SHARE = 0.5


def pairs(text: str) -> list[str]:
    """The characters that were one each before, when they are too many for chance; else none.

    Too many: two and more that make up at least half of the characters beyond ASCII.
    """
    found = _PAIR.findall(text)
    foreign = len(_FOREIGN.findall(text))
    spoilt = len(found) >= _LEAST_PAIRS and sum(map(len, found)) >= _LEAST_SHARE * foreign
    return found if spoilt else []


def noticed(page: Page) -> Page:
    """`page` with a note when its text looks so; the text stays as it is."""
    found = pairs(page.text)
    if not found:
        return page
    note = (
        "looks like UTF-8 read in another encoding "
        f"({counted(len(found), 'places')} such as {found[0]!r}): "
        "save it anew from its source, or add it with --fix-mojibake"
    )
    return replace(page, notes=(*page.notes, note))


def mended(page: Page, ftfy: ModuleType) -> Page:
    """`page` with its characters put right and its marks moved along, if it looks so at all.

    Only the encoding is undone: quotes, ligatures and all else that ftfy could change stay.
    """
    if not pairs(page.text):
        return page
    lines = page.text.split("\n")
    fresh = [_mended_line(line, ftfy) for line in lines]
    changed = sum(a != b for a, b in zip(lines, fresh, strict=True))
    moved = _Moved(lines, fresh)
    return replace(
        page,
        text="\n".join(fresh),
        title=page.title and _mended_line(page.title, ftfy),
        outlet=page.outlet and _mended_line(page.outlet, ftfy),
        byline=page.byline and _mended_line(page.byline, ftfy),
        marks=tuple(
            Mark(moved.to(mark.start), moved.to(mark.end), mark.kind, mark.reason)
            for mark in page.marks
        ),
        focus=page.focus and Span(moved.to(page.focus.start), moved.to(page.focus.end)),
        prose=page.prose and frozenset(map(moved.to, page.prose)),
        notes=(*page.notes, f"wrongly decoded characters put right in {counted(changed, 'lines')}"),
    )


def need_ftfy() -> ModuleType:
    """The library that mends; MissingExtra when it is not installed."""
    try:
        import ftfy
    except ImportError:
        raise MissingExtra(
            "ftfy is not installed", "Install it with: pip install 'framing-annotator[mojibake]'"
        ) from None
    return ftfy


class _Moved:
    """Where the edges of lines went; what sources mark begins and ends with lines."""

    def __init__(self, lines: list[str], fresh: list[str]) -> None:
        self._places: dict[int, int] = {}
        old = new = 0
        for before, after in zip(lines, fresh, strict=True):
            self._places[old] = new
            old, new = old + len(before), new + len(after)
            self._places[old] = new
            old, new = old + 1, new + 1

    def to(self, place: int) -> int:
        return self._places[place]


def _mended_line(line: str, ftfy: ModuleType) -> str:
    fixed: str = ftfy.fix_encoding(line)
    return line if "\n" in fixed else fixed
