"""Text of several lines in rows, and blocks of rows in columns: guidelines, help, counts."""

from collections.abc import Sequence

from annotator.text.cells import width
from annotator.text.safe import visible
from annotator.text.wrap import wrap
from annotator.tui.reason import Row, Said


def flow(role: str, text: str, cells: int, indent: int = 0) -> list[Row]:
    """`text` in rows of at most `cells`, in one role."""
    line = visible(" ".join(text.split()))
    blank = " " * indent
    return [
        ([(role, blank + line[start:end])], [])
        for start, end in wrap(line, 0, len(line), max(8, cells - indent))
    ]


def side_by_side(blocks: Sequence[Sequence[Said]], count: int, cells: int) -> list[Row]:
    """Blocks of lines in at most `count` columns of `cells`, each about as long as the others."""
    total = sum(len(block) for block in blocks)
    columns: list[list[Said]] = [[]]
    for block in blocks:
        if len(columns) < count and len(columns[-1]) + len(block) / 2 > total / count:
            columns.append([])
        columns[-1] += block
    rows: list[Row] = []
    for number in range(max(len(column) for column in columns)):
        said: Said = []
        for column in columns:
            said += _padded(column[number] if number < len(column) else [], cells)
        rows.append((said, []))
    return rows


def _padded(said: Said, cells: int) -> Said:
    used = sum(width(text) for _, text in said)
    return [*said, ("text", " " * max(0, cells - used))]
