"""The scroll lock: the other articles scroll to the counterpart of the sentence with the cursor."""

from collections.abc import Callable, Sequence
from typing import Any

from textual.timer import Timer

from annotator.tui.widgets.column import Column

PAUSE = 0.08
"""Seconds without a key after which the other articles scroll along."""


class ScrollLock:
    """Moves the panes of `columns`, at once or when the keys pause, while it is `on`."""

    def __init__(self, columns: Sequence[Column], set_timer: Callable[..., Timer]) -> None:
        self.on = True
        self._columns, self._set_timer = columns, set_timer
        self._timer: Timer | None = None

    def follow(self, paused: bool) -> None:
        """Bring the counterparts into view, now if the keys have paused."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        if not self.on:
            return
        moves = [move for column in self._columns for move in _moves(column)]
        if paused:
            _do(moves)
        elif moves:
            self._timer = self._set_timer(PAUSE, lambda: _do(moves))


def _moves(column: Column) -> list[Callable[[], Any]]:
    pane, document = column.pane, column.pane.document
    if not column.display or document is None or not document.tinted:
        return []
    lines = document.layout.overlapping(document.article.sentences[min(document.tinted)])
    return [lambda: pane.centre(lines)] if lines and not pane.shows(lines) else []


def _do(moves: Sequence[Callable[[], Any]]) -> None:
    for move in moves:
        move()
