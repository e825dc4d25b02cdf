"""Counts of the corpus: labels, decisions, progress."""

from collections.abc import Mapping

from textual.app import ComposeResult
from textual.screen import Screen

from annotator.model import Json
from annotator.tui.reason import Row
from annotator.tui.widgets.listing import Listing
from annotator.tui.widgets.rows import Rows


class StatisticsScreen(Screen[None], inherit_bindings=False):
    """Everything that `annotator stats` counts."""

    BINDINGS = [
        ("up,k", "move(-1)", "up"),
        ("down,j", "move(1)", "down"),
        ("pageup,ctrl+u", "move(-10)", "page up"),
        ("pagedown,ctrl+d,space", "move(10)", "page down"),
        ("escape,q,enter,I", "leave", "leave"),
    ]

    def __init__(self, stats: Json) -> None:
        super().__init__()
        self._rows = _rows(stats, 0)
        self._title, self._foot = Rows("bar"), Rows("bar")
        self._list = Listing("text", lambda number: self._rows[number])

    def compose(self) -> ComposeResult:
        """Title, counts, how to leave."""
        yield self._title
        yield self._list
        yield self._foot

    def on_mount(self) -> None:
        """Fill."""
        self._title.show([([("strong", "Statistics")], [])])
        self._foot.show([([], [("strong", "Esc"), ("muted", " back")])])
        self._list.reset(len(self._rows), None)

    def action_move(self, step: int) -> None:
        """Scroll."""
        self._list.move(step)

    def action_leave(self) -> None:
        """Back to the screen below."""
        self.dismiss()


def _rows(stats: Mapping[str, object], depth: int) -> list[Row]:
    rows: list[Row] = []
    for name, value in stats.items():
        blank = "  " * depth
        if isinstance(value, Mapping):
            rows += [([("strong", f"{blank}{name}")], []), *_rows(value, depth + 1)]
        else:
            rows.append(([("text", f"{blank}{name}  "), ("accent", str(value))], []))
    return rows
