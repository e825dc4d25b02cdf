"""What all dialogs share: a box in the middle, Escape leaves without an answer."""

from collections.abc import Sequence
from typing import ClassVar, Generic

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widget import Widget

from annotator.tui.reason import Row, Said
from annotator.tui.screens.once import Answer, Once
from annotator.tui.widgets.rows import Rows

Key = tuple[str, str, str]
"""A key, what it does in a word, and the action that a click on it does."""

WIDTH = 76
"""Cells of a dialog's box."""
WIDEST = 100
"""Cells that a row has at most in a box of all the width."""


class Dialog(ModalScreen[Answer], Once[Answer], Generic[Answer], inherit_bindings=False):
    """A box with a heading; subclasses give what is inside and the line of keys below.

    The box takes all of the width where little is left beside it, and always with FULL: what one
    could see of the screen below would be odd letters.
    """

    FULL: ClassVar = False
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
        self.set_class(self._is_full, "full")
        self.fill()

    @property
    def _is_full(self) -> bool:
        return self.FULL or self.size.width < WIDTH + 16

    def on_rows_pressed(self, event: Rows.Pressed) -> None:
        """A key was clicked below the box's content."""
        getattr(self, f"action_{event.target}")()

    @property
    def cells(self) -> int:
        """Cells a row of the box has for text."""
        return (min(WIDEST, self.size.width) if self._is_full else WIDTH) - 4

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
