"""Cells of a table as they stand in a file.

The safe flavour puts an apostrophe before every cell that a spreadsheet might run as a formula
(and before cells that begin with one already), so that a reader can take exactly that one away.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from annotator.model import Json

_FORMULA = re.compile(r"['\t\r\n]|\s*[=+\-@＝＋－＠]")


def named(line: str) -> tuple[str, ...]:
    """The columns of a table, from a line of their names."""
    return tuple(line.split())


@dataclass(frozen=True, slots=True)
class Flavour:
    """How the cells are delimited, and whether they are made safe for a spreadsheet."""

    delimiter: str = ","
    safe: bool = False

    def row(self, made: Json, columns: Sequence[str]) -> list[str]:
        """The cells of one row; nothing for what is missing."""
        values = (made.get(column) for column in columns)
        return [self.escape("" if value is None else str(value)) for value in values]

    def escape(self, cell: str) -> str:
        """The cell as it stands in the file."""
        return "'" + cell if self.safe and _FORMULA.match(cell) else cell

    def restore(self, cell: str) -> str:
        """What `escape` was given."""
        return cell.removeprefix("'") if self.safe else cell
