"""How facts and talk are printed: JSON and tables on stdout, the rest on stderr."""

import contextlib
import csv
import io
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

import click

from annotator.cli import streams
from annotator.formats.cells import Flavour
from annotator.text.cells import width
from annotator.text.safe import one_line, visible

_LONGEST = 4000
"""Characters of an error or a cell that are shown; both may hold what was given, of any length."""
_SAFE = Flavour(safe=True)


def data(value: object) -> None:
    """One JSON value on stdout, indented."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def line(value: object) -> None:
    """One JSON value on one line of stdout, at once."""
    click.echo(json.dumps(value, ensure_ascii=False, separators=(",", ":")))
    sys.stdout.flush()


def say(text: str) -> None:
    """A sentence to the person, on stderr."""
    streams.talk(visible(text))


def fail(message: str, hint: str | None = None) -> None:
    """What went wrong and what to do, on stderr."""
    say(f"annotator: {_fitted(message)}")
    if hint:
        say(f"  {hint}")


def _fitted(message: str) -> str:
    """The message, of one that is too long the beginning and the end: there stands the reason."""
    half = _LONGEST // 2
    return message if len(message) <= _LONGEST else f"{message[:half]}…{message[-half:]}"


def table(head: Sequence[str], rows: Iterable[Sequence[Any]], widest: int = 48) -> None:
    """Aligned columns on stdout; numbers to the right.

    On a terminal long cells are cut with an ellipsis; in a pipe, where another program reads them,
    they are whole.
    """
    widest = widest if sys.stdout.isatty() else _LONGEST
    cells = [[one_line(str(cell), widest) for cell in row] for row in rows]
    numeric = [
        bool(cells) and all(row[n].replace(".", "").isdigit() or not row[n] for row in cells)
        for n in range(len(head))
    ]
    widths = [max(width(cell) for cell in column) for column in zip(head, *cells, strict=True)]
    click.echo(click.style(_row(head, widths, numeric), bold=True))
    for row in cells:
        click.echo(_row(row, widths, numeric))


def _row(cells: Sequence[str], widths: Sequence[int], numeric: Sequence[bool]) -> str:
    padded = []
    for cell, size, right in zip(cells, widths, numeric, strict=True):
        gap = " " * (size - width(cell))
        padded.append(gap + cell if right else cell + gap)
    return "  ".join(padded).rstrip()


def spreadsheet(rows: Iterable[Iterable[object]]) -> str:
    """Rows as CSV; texts that a spreadsheet might run as a formula begin with an apostrophe."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    for row in rows:
        writer.writerow(_SAFE.escape(cell) if isinstance(cell, str) else cell for cell in row)
    return out.getvalue()


@contextlib.contextmanager
def counter(label: str) -> Iterator[Callable[[], None]]:
    """A growing count on a terminal's stderr while work of unknown length goes on."""
    if not sys.stderr.isatty():
        yield lambda: None
        return
    with click.progressbar(
        length=0, label=label, file=sys.stderr, show_eta=False, show_percent=False, show_pos=True
    ) as bar:
        yield lambda: bar.update(1)
