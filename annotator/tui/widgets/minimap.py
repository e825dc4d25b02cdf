"""A column beside a pane: where in the article marks lie, and which part is in sight."""

from collections.abc import Mapping

from textual import events

from annotator.scheme import Label
from annotator.tui.document import Document
from annotator.tui.widgets.lines import Lines, Piece
from annotator.tui.widgets.pane import Pane


class Minimap(Lines, inherit_bindings=False):
    """One cell a row; each row stands for an equal share of the article's lines.

    A block in the label's colour: an annotation. A thick bar or a dot: an open suggestion, in
    sight or not. A thin bar: text in sight.
    """

    DEFAULT_CSS = "Minimap { width: 1; height: 1fr; }"

    def __init__(self, pane: Pane, labels: Mapping[str, Label]) -> None:
        super().__init__()
        self._pane = pane
        self._labels = labels
        self._share_of: tuple[object, ...] = ()
        self._top = -1
        self._colours: list[str] = []
        self._seen: list[tuple[str, str]] = []

    def update(self) -> None:
        """Draw the rows anew whose share of the article, or whether it is in sight, changed."""
        document, height = self._pane.document, self.outer_size.height
        if document is None or not height:
            return
        share = (id(document), document.version, height)
        if (share, self._pane.top) == (self._share_of, self._top):
            return
        self._top = self._pane.top
        if share != self._share_of:
            self._share_of = share
            self._colours = [self._colour(document, row) for row in range(height)]
        seen = [self._sign(document, row) for row in range(height)]
        if seen != self._seen:
            known = len(self._seen)
            changed = [n for n, sign in enumerate(seen) if n >= known or sign != self._seen[n]]
            self._seen = seen
            self.redraw(changed)

    def draw(self, number: int, cells: int) -> list[Piece]:
        """The cell of a row."""
        if number >= len(self._seen):
            return []
        sign, colour = self._seen[number]
        return [(sign, self.look.ink(colour) if colour not in ("", ":") else self.look.muted)]

    def _sign(self, document: Document, row: int) -> tuple[str, str]:
        first, last = self._share(row, len(document.layout.lines))
        pane, colour = self._pane, self._colours[row]
        in_sight = first < min(last, pane.top + pane.outer_size.height) and last > pane.top
        if colour == ":":
            return "┃" if in_sight else "·", colour
        if colour:
            return "█" if in_sight else "▓", colour
        return "│" if in_sight else " ", colour

    def _colour(self, document: Document, row: int) -> str:
        """The colour of the first annotation in a row's share, ":" for suggestions, "" for none."""
        lines = document.layout.lines
        first, last = self._share(row, len(lines))
        if first >= last:
            return ""
        start, end = lines[first].start, lines[last - 1].end
        marked = document.annotated.first_over(start, end)
        if marked is not None:
            label = self._labels.get(f"{marked.layer}.{marked.label}")
            return label.colour if label else "grey"
        return ":" if document.suggested.first_over(start, end) is not None else ""

    def _share(self, row: int, count: int) -> tuple[int, int]:
        height = max(1, self.outer_size.height)
        if count <= height:
            return row, min(row + 1, count)
        return row * count // height, (row + 1) * count // height

    def on_resize(self) -> None:
        """Share the article among the rows there are now."""
        self.update()

    def on_click(self, event: events.Click) -> None:
        """Show the part of the article that was clicked."""
        document = self._pane.document
        if document is not None:
            first, _ = self._share(event.y, len(document.layout.lines))
            self._pane.set_top(first - self._pane.outer_size.height // 2)
            self._pane.post_message(Pane.Scrolled())
            self._pane.post_message(Pane.Wheeled(self._pane))
