"""What is shown when there is no corpus yet."""

from textual.app import ComposeResult
from textual.screen import Screen

from annotator.tui.reason import Row
from annotator.tui.widgets.rows import Rows

_TEXT = """
# annotator

Annotate how news frames events: the articles of one story side by side.

There is no corpus here yet. A corpus is one file:

    annotator new corpus.db
    annotator add corpus.db articles/*.txt
    annotator corpus.db

Or look around first, with a sample story:

    annotator demo

Press q to leave.
"""


class WelcomeScreen(Screen[None], inherit_bindings=False):
    """Says how to begin."""

    BINDINGS = [("q,escape,enter,ctrl+c", "leave", "leave")]

    def __init__(self) -> None:
        super().__init__()
        self._text = Rows("text", id="welcome")

    def compose(self) -> ComposeResult:
        """The text."""
        yield self._text

    def on_mount(self) -> None:
        """Fill."""
        self._text.show([_row(line) for line in _TEXT.splitlines()])

    def action_leave(self) -> None:
        """Leave the program."""
        self.app.exit()


def _row(line: str) -> Row:
    if line.startswith("# "):
        return [("accent", line[2:])], []
    return [("strong" if line.startswith("    ") else "text", line)], []
