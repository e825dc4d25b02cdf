"""Switch detectors on and off, for the open story."""

from collections.abc import Sequence

from textual.widget import Widget

from annotator.tui.reason import Row
from annotator.tui.screens.dialog import Dialog
from annotator.tui.widgets.listing import Listing


class DetectorsScreen(Dialog[frozenset[str] | None]):
    """Answers the detectors that are switched off."""

    BINDINGS = [
        ("up,k", "move(-1)", "up"),
        ("down,j", "move(1)", "down"),
        ("space,x", "switch", "switch"),
        ("enter", "keep", "keep"),
    ]

    def __init__(self, names: Sequence[str], muted: frozenset[str]) -> None:
        super().__init__("Detectors whose suggestions are shown")
        self._names, self._muted = names, set(muted)
        self._list = Listing("panel", self._row)
        self._keys = (
            ("Space", "switch", "switch"),
            ("Enter", "keep", "keep"),
            ("Esc", "leave", "leave"),
        )

    def inside(self) -> list[Widget]:
        """The detectors."""
        return [self._list]

    def fill(self) -> None:
        """Show the detectors."""
        self._list.reset(len(self._names), self._list.cursor)

    def _row(self, number: int) -> Row:
        name = self._names[number]
        off = name in self._muted
        return [("strong", "[ ] " if off else "[x] "), ("muted" if off else "text", name)], []

    def on_listing_picked(self) -> None:
        """A click switches."""
        self.action_switch()

    def action_move(self, step: int) -> None:
        """Go up or down."""
        self._list.move(step)

    def action_switch(self) -> None:
        """Switch the detector under the cursor."""
        self._muted ^= {self._names[self._list.cursor or 0]}
        self._list.redraw()

    def action_keep(self) -> None:
        """Answer."""
        self.dismiss(frozenset(self._muted))
