"""What all dialogs share: a box in the middle, Escape leaves without an answer."""

from collections.abc import Sequence
from typing import ClassVar, Generic

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widget import Widget

from annotator.text.cells import width
from annotator.tui.reason import Row, Said
from annotator.tui.screens.once import Answer, Once
from annotator.tui.widgets.rows import Rows

Key = tuple[str, str, str]
"""A key, what it does in a word, and the action that a click on it does."""

WIDTH, WIDE = 76, 116
"""Cells of a dialog's box, and of one on a terminal of twice as many as the first."""
WIDEST = 120
"""Cells that lines of text have at most in a box of all the width."""


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
        self._show_foot()
        self.fill()

    def _show_foot(self) -> None:
        """The keys; where not all have room, the last ones: they tell how to leave."""
        keyed = _keyed(self._keys)
        fits = sum(width(text) for _, text in keyed) <= self.cells
        self._foot.show([(keyed, []) if fits else ([], keyed)])

    def fill(self) -> None:
        """Fill what is inside."""

    def on_resize(self) -> None:
        """Flow the text anew."""
        self.set_class(self._is_full, "full")
        self.set_class(self._width == WIDE, "wide")
        self._show_foot()
        self.fill()

    @property
    def _is_full(self) -> bool:
        return self.FULL or self.size.width < WIDTH + 16

    @property
    def _width(self) -> int:
        return WIDE if self.size.width >= 2 * WIDTH else WIDTH

    def on_rows_pressed(self, event: Rows.Pressed) -> None:
        """A key was clicked below the box's content."""
        getattr(self, f"action_{event.target}")()

    @property
    def cells(self) -> int:
        """Cells a row of the box has for text."""
        return (min(WIDEST, self.size.width) if self._is_full else self._width) - 4

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
