"""A column beside a pane: where in the article marks lie, and which part is in sight."""

from collections.abc import Mapping

from rich.style import Style
from textual import events

from annotator.scheme import Label
from annotator.tui.document import Document
from annotator.tui.widgets.lines import Lines, Piece
from annotator.tui.widgets.pane import Pane


class Minimap(Lines, inherit_bindings=False):
    """One cell a row; each row stands for an equal share of the article's lines.

    "#" and the label's colour: an annotation; ":" an open suggestion; "|" in sight; "." not.
    """

    DEFAULT_CSS = "Minimap { width: 1; height: 1fr; }"

    def __init__(self, pane: Pane, labels: Mapping[str, Label]) -> None:
        super().__init__()
        self._pane = pane
        self._labels = labels
        self._seen: tuple[object, ...] = ()
        self._seen_of: tuple[object, ...] = ()

    def update(self) -> None:
        """Draw the rows anew whose share of the article changed."""
        document = self._pane.document
        if document is None or not self.size.height:
            return
        seen = (id(document), document.version, self._pane.top, self.size, self.app.theme)
        if seen == self._seen_of:
            return
        self._seen_of = seen
        rows = tuple(self._cell(document, row) for row in range(self.size.height))
        if rows != self._seen:
            changed = [
                n for n, row in enumerate(rows) if n >= len(self._seen) or row != self._seen[n]
            ]
            self._seen = rows
            self.redraw(changed)

    def draw(self, number: int, cells: int) -> list[Piece]:
        """The cell of a row."""
        document = self._pane.document
        return [self._cell(document, number)] if document is not None else []

    def _cell(self, document: Document, row: int) -> Piece:
        lines = document.layout.lines
        first, last = self._share(row, len(lines))
        if first >= last:
            return " ", self.look.muted
        start, end = lines[first].start, lines[last - 1].end
        in_sight = first < self._pane.top + self._pane.size.height and last > self._pane.top
        marked = document.annotated.first_over(start, end)
        if marked is not None:
            label = self._labels.get(f"{marked.layer}.{marked.label}")
            ink = self.look.ink(label.colour) if label else Style()
            return "█" if in_sight else "▓", ink
        if document.suggested.first_over(start, end) is not None:
            return "┃" if in_sight else "·", self.look.muted
        return "│" if in_sight else " ", self.look.muted

    def _share(self, row: int, count: int) -> tuple[int, int]:
        height = max(1, self.size.height)
        if count <= height:
            return row, min(row + 1, count)
        return row * count // height, (row + 1) * count // height

    def on_click(self, event: events.Click) -> None:
        """Show the part of the article that was clicked."""
        document = self._pane.document
        if document is not None:
            first, _ = self._share(event.y, len(document.layout.lines))
            self._pane.set_top(first - self._pane.size.height // 2)
            self._pane.post_message(Pane.Scrolled())
