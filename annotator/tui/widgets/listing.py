"""A list of rows with a cursor, as long as need be: only the rows in sight are ever made."""

from collections.abc import Callable

from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.message import Message

from annotator.tui.reason import Row
from annotator.tui.widgets.lines import Piece
from annotator.tui.widgets.rows import Rows


class Listing(Rows, inherit_bindings=False):
    """Rows by number from `make`; one of them is the cursor's, unless `cursor` is None."""

    DEFAULT_CSS = "Listing { height: 1fr; }"

    class Picked(Message):
        """A row was clicked that the cursor was on."""

    class Moved(Message):
        """The cursor is on another row."""

    def __init__(self, ground: str, make: Callable[[int], Row], *, id: str | None = None) -> None:
        super().__init__(ground, id=id)
        self._make = make
        self._count = 0
        self.cursor: int | None = 0

    def reset(self, count: int, cursor: int | None = 0) -> None:
        """Show `count` rows, all made anew."""
        self._count = count
        self.cursor = None if cursor is None else max(0, min(cursor, count - 1))
        self.redraw()
        self.refresh(layout=True)
        if self.cursor is not None:
            self.call_after_refresh(self.scroll_to_line, self.cursor, 1)

    def count(self) -> int:
        """How many rows there are."""
        return self._count

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As high as there are rows, where the style says auto."""
        return self._count

    def move(self, step: int) -> None:
        """Put the cursor `step` rows further, or scroll when there is no cursor."""
        if self.cursor is None:
            self.set_top(self.top + step)
        elif self._count:
            self.move_to(min(max(self.cursor + step, 0), self._count - 1))

    def go(self, action: str) -> bool:
        """Move as an action of the keymap says; False for one that is no move."""
        page = max(1, self.size.height - 1)
        steps = {"line_up": -1, "line_down": 1, "page_up": -page, "page_down": page}
        steps |= {"top": -self._count, "bottom": self._count}
        if action in steps:
            self.move(steps[action])
        return action in steps

    def move_to(self, row: int) -> None:
        """Put the cursor on `row`."""
        before, self.cursor = self.cursor, row
        self.redraw([row] if before is None else [before, row])
        self.scroll_to_line(row, margin=1)
        self.post_message(self.Moved())

    def draw(self, number: int, cells: int) -> list[Piece]:
        """A row, in the style of the cursor from edge to edge when it is there."""
        pieces = self.pieces(self._make(number), cells)
        if number != self.cursor:
            return pieces
        chosen = self.look.chosen
        filled = [(text, Style(bold=style.bold) + chosen) for text, style in pieces]
        return [*filled, (" " * cells, chosen)]

    def on_resize(self) -> None:
        """Keep the cursor in sight."""
        if self.cursor is not None:
            self.scroll_to_line(self.cursor, margin=1)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll on."""
        self.set_top(self.top + 3)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll back."""
        self.set_top(self.top - 3)

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on the row; a row that has it is picked."""
        row = self.top + event.y
        if self.cursor is None or row >= self._count:
            return
        if row == self.cursor:
            self.post_message(self.Picked())
        else:
            self.move_to(row)
