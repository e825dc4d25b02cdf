"""One article on the screen with its head and its minimap."""

from collections.abc import Callable, Mapping
from functools import partial

from textual.app import ComposeResult

from annotator.model import Layer
from annotator.scheme import Label
from annotator.tui import bars
from annotator.tui.document import Document
from annotator.tui.reason import Row
from annotator.tui.widgets.ground import Beside, Stacked
from annotator.tui.widgets.minimap import Minimap
from annotator.tui.widgets.pane import Pane
from annotator.tui.widgets.rows import Rows


class Column(Stacked, inherit_bindings=False):
    """Head, pane and minimap of one article."""

    def __init__(self, number: int, labels: Mapping[str, Label]) -> None:
        super().__init__(id=f"column-{number}")
        self.head = Rows("panel")
        self._headed: Callable[[], Row] | None = None
        self._wanted = [label for label in labels.values() if label.layer is Layer.ARTICLE]
        self.pane = Pane(number, labels)
        self.minimap = Minimap(self.pane, labels)

    def compose(self) -> ComposeResult:
        """Head above, pane and minimap below."""
        yield self.head
        with Beside():
            yield self.pane
            yield self.minimap

    def show(self, document: Document, active: bool) -> None:
        """Show a document, and draw what changed on it."""
        self.pane.show(document, active)
        self._headed = partial(bars.head, document, active, self._wanted)
        self.head.show([self._headed()])

    def on_pane_wrapped(self, event: Pane.Wrapped) -> None:
        """Keep the head true, which tells how far the cursor is."""
        event.stop()
        if self._headed is not None:
            self.head.show([self._headed()])

    def on_pane_scrolled(self, event: Pane.Scrolled) -> None:
        """Keep the minimap true."""
        event.stop()
        self.minimap.update()
