"""The scroll lock: articles scroll along by their counterparts, not by their lines."""

from collections.abc import Callable, Sequence
from functools import partial

from textual.timer import Timer

from annotator.tui.document import Document
from annotator.tui.spread import Spread
from annotator.tui.widgets.column import Column

Move = Callable[[], None]

PAUSE = 0.08
"""Seconds without a key after which the other articles scroll along."""


class ScrollLock:
    """Moves the panes of `columns`, at once or when the keys pause, while it is `on`."""

    def __init__(self, columns: Sequence[Column], set_timer: Callable[..., Timer]) -> None:
        self.on = True
        self._columns, self._set_timer = columns, set_timer
        self._timer: Timer | None = None

    def follow(self, spread: Spread, paused: bool) -> None:
        """Bring what the others tell where the cursor is into view, now if the keys have paused."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        if not self.on:
            return
        here, sentence = spread.here, spread.here.sentence
        moves = self._moves(spread, here, sentence) if sentence is not None else []
        if paused:
            _do(moves)
        elif moves:
            self._timer = self._set_timer(PAUSE, lambda: _do(moves))

    def scrolled(self, spread: Spread, column: Column) -> None:
        """Bring what the others tell where `column` was scrolled to into view."""
        document = column.pane.document
        sentence = document.sentence_at(column.pane.middle) if document is not None else None
        if self.on and document is not None and sentence is not None:
            _do(self._moves(spread, document, sentence))

    def _moves(self, spread: Spread, document: Document, sentence: int) -> list[Move]:
        moves: list[Move] = []
        for column in self._columns:
            pane, other = column.pane, column.pane.document
            if not column.display or other is None or other is document:
                continue
            beside = spread.beside(document, sentence, other)
            if beside is not None:
                lines = other.layout.overlapping(other.article.sentences[beside])
                if lines and not pane.shows(lines):
                    moves.append(partial(pane.centre, lines))
        return moves


def _do(moves: Sequence[Move]) -> None:
    for move in moves:
        move()
