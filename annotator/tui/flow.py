"""Text of several lines in rows: guidelines, examples, help."""

from annotator.text.safe import visible
from annotator.text.wrap import wrap
from annotator.tui.reason import Row


def flow(role: str, text: str, cells: int, indent: int = 0) -> list[Row]:
    """`text` in rows of at most `cells`, in one role."""
    line = visible(" ".join(text.split()))
    blank = " " * indent
    return [
        ([(role, blank + line[start:end])], [])
        for start, end in wrap(line, 0, len(line), max(8, cells - indent))
    ]
