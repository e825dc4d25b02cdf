"""What all dialogs share: a box in the middle, Escape leaves without an answer."""

from typing import Generic, TypeVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widget import Widget

from annotator.tui.reason import Row
from annotator.tui.widgets.rows import Rows

Answer = TypeVar("Answer")

WIDTH = 76
"""Cells of a dialog's box, where the terminal is wide enough."""


class Dialog(ModalScreen[Answer], Generic[Answer], inherit_bindings=False):
    """A box with a heading; subclasses give what is inside and the line of keys below."""

    BINDINGS = [("escape", "leave", "leave")]

    def __init__(self, heading: str) -> None:
        super().__init__()
        self._heading, self._foot = Rows("bar"), Rows("panel", id="foot")
        self._words = heading
        self._keys = "Esc leave"

    def compose(self) -> ComposeResult:
        """Heading, what is inside, keys."""
        with Vertical(id="box"):
            yield self._heading
            yield from self.inside()
            yield self._foot

    def inside(self) -> list[Widget]:
        """The widgets between heading and keys."""
        raise NotImplementedError

    def on_mount(self) -> None:
        """Fill the rows."""
        self._heading.show([([("strong", self._words)], [])])
        self._foot.show([([], [("muted", self._keys)])])
        self.fill()

    def fill(self) -> None:
        """Fill what is inside."""

    def on_resize(self) -> None:
        """Flow the text anew."""
        self.fill()

    @property
    def cells(self) -> int:
        """Cells a row of the box has for text."""
        return min(WIDTH, self.size.width - 2) - 4

    def action_leave(self) -> None:
        """Leave without an answer."""
        self.dismiss(None)


def blank() -> Row:
    """An empty row."""
    return [], []
