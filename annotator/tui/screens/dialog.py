"""What all dialogs share: a box in the middle, Escape leaves without an answer."""

from collections.abc import Sequence
from typing import Generic, TypeVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widget import Widget

from annotator.tui.reason import Row, Said
from annotator.tui.widgets.rows import Rows

Answer = TypeVar("Answer")

Key = tuple[str, str, str]
"""A key, what it does in a word, and the action that a click on it does."""

WIDTH = 76
"""Cells of a dialog's box, where the terminal is wide enough."""


class Dialog(ModalScreen[Answer], Generic[Answer], inherit_bindings=False):
    """A box with a heading; subclasses give what is inside and the line of keys below."""

    BINDINGS = [("escape", "leave", "leave")]

    def __init__(self, heading: str) -> None:
        super().__init__()
        self._heading, self._foot = Rows("bar"), Rows("panel", id="foot")
        self._words = heading
        self._keys: tuple[Key, ...] = (("Esc", "leave", "leave"),)

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
        self._foot.show([([], _keyed(self._keys))])
        self.fill()

    def fill(self) -> None:
        """Fill what is inside."""

    def on_resize(self) -> None:
        """Flow the text anew."""
        self.fill()

    def on_rows_pressed(self, event: Rows.Pressed) -> None:
        """A key was clicked below the box's content."""
        getattr(self, f"action_{event.target}")()

    @property
    def cells(self) -> int:
        """Cells a row of the box has for text."""
        return min(WIDTH, self.size.width - 2) - 4

    def action_leave(self) -> None:
        """Leave without an answer."""
        self.dismiss(None)


def _keyed(keys: Sequence[Key]) -> Said:
    said: Said = []
    for key, word, action in keys:
        target = f"@{action}" if action else ""
        said += [(f"strong{target}", key), (f"muted{target}", f" {word}   ")]
    return [*said[:-1], (said[-1][0], said[-1][1].rstrip())]


def blank() -> Row:
    """An empty row."""
    return [], []
