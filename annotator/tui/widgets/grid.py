"""A list of rows of cells: one cell is the cursor's; columns that do not fit scroll sideways."""

from bisect import bisect_right
from collections.abc import Callable, Sequence

from rich.style import Style
from textual import events

from annotator.text.cells import cut_to, width
from annotator.text.safe import visible
from annotator.tui.reason import Said
from annotator.tui.widgets.lines import Piece
from annotator.tui.widgets.listing import Listing

LEAST = 30
"""Cells below which a column is no use."""
BETWEEN = " │ "


class Grid(Listing, inherit_bindings=False):
    """Rows from `make`: what stands before the cells, and a cell for each of `columns` columns."""

    def __init__(self, make: Callable[[int], tuple[Said, Sequence[Said]]], before: int) -> None:
        super().__init__("text", lambda number: (make(number)[0], []))
        self._parts = make
        self._before = before
        self._first = 0
        self.columns = 0
        self.column = 0

    @property
    def shown(self) -> range:
        """The columns in sight, the cursor's among them."""
        room = self.outer_size.width - self._before + len(BETWEEN)
        count = max(1, min(self.columns, room // (LEAST + len(BETWEEN))))
        self._first = min(max(self._first, self.column - count + 1), self.column)
        self._first = max(0, min(self._first, self.columns - count))
        return range(self._first, min(self._first + count, self.columns))

    @property
    def room(self) -> int:
        """Cells of one column."""
        count = max(1, len(self.shown))
        taken = self._before + len(BETWEEN) * (count - 1)
        return max(1, (self.outer_size.width - taken - 1) // count)

    def go(self, action: str) -> bool:
        """Move as an action of the keymap says; False for one that is no move."""
        if action not in ("column_left", "column_right"):
            return super().go(action)
        self.move_column(-1 if action == "column_left" else 1)
        return True

    def move_column(self, step: int) -> None:
        """Go `step` columns to the right."""
        before = self.shown
        self.column = min(max(self.column + step, 0), max(0, self.columns - 1))
        self.redraw([self.cursor or 0] if self.shown == before else None)
        self.post_message(self.Moved())

    def draw(self, number: int, cells: int) -> list[Piece]:
        """A row: its head, then the cells in sight."""
        head, row = self._parts(number)
        pieces = _fitted(self._styled(head), self._before)
        here = number == self.cursor
        for column in self.shown:
            if column != self.shown.start:
                pieces.append((BETWEEN, self.look.muted))
            cell = _fitted(self._styled(row[column]), self.room)
            if here and column == self.column:
                cell = [(text, Style(bold=style.bold) + self.look.chosen) for text, style in cell]
            elif here:
                cell = [(text, style + self.look.shadow) for text, style in cell]
            pieces += cell
        return pieces

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on the cell; a cell that has it is picked."""
        event.prevent_default()  # what a click does on a list
        row = self.top + event.y
        if row >= self.count():
            return
        wide = self.room + len(BETWEEN)
        starts = [self._before + wide * n for n in range(len(self.shown))]
        column = self.shown[max(0, bisect_right(starts, event.x) - 1)]
        if (row, column) == (self.cursor, self.column):
            self.post_message(self.Picked())
            return
        self.column = column
        self.move_to(row)


def _fitted(pieces: list[Piece], cells: int) -> list[Piece]:
    """The pieces, cut and filled up to exactly `cells`."""
    fitted: list[Piece] = []
    more = width("".join(visible(text) for text, _ in pieces).rstrip()) > cells
    for text, style in pieces:
        whole = visible(text)
        shown = cut_to(whole, cells - more)
        cut = more and shown != whole
        fitted.append((f"{shown}…" if cut else shown, style))
        cells -= width(shown) + cut
        if cut:
            break
    return [*fitted, (" " * cells, Style())]
