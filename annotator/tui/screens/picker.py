"""Pick a story: those with the words typed, the likeliest first."""

from collections.abc import Sequence

from textual.widget import Widget
from textual.widgets import Input

from annotator.model import StoryRow
from annotator.text.cells import fit
from annotator.text.safe import one_line, visible
from annotator.tui.reason import Row
from annotator.tui.screens.dialog import Dialog
from annotator.tui.widgets.entry import Entry
from annotator.tui.widgets.listing import Listing

OUTLETS = 20


class PickerScreen(Dialog[str | None]):
    """Answers the id of a story, or None; those whose titles are like `title` stand first."""

    BINDINGS = [("up", "move(-1)", "up"), ("down", "move(1)", "down"), ("tab", "move(1)", "down")]

    def __init__(self, heading: str, rows: Sequence[StoryRow], title: str) -> None:
        super().__init__(one_line(heading))
        words = set(title.casefold().split())
        self._rows = sorted(rows, key=lambda row: -len(words & set(row.title.casefold().split())))
        self._shown: list[StoryRow] = self._rows
        self._input = Entry(placeholder="words of its title, outlets or date")
        self._list = Listing("panel", self._row)
        self._keys = (("↑ ↓", "story", ""), ("Enter", "pick", "pick"), ("Esc", "leave", "leave"))

    def inside(self) -> list[Widget]:
        """What is typed, and the stories that hold it."""
        return [self._input, self._list]

    def fill(self) -> None:
        """Show the stories."""
        self.set_focus(self._input)
        self._list.reset(max(1, len(self._shown)), self._list.cursor)

    def _row(self, number: int) -> Row:
        if not self._shown:
            return [("muted", "no story with these words")], []
        row = self._shown[number]
        outlets = fit(one_line(", ".join(row.outlets)), OUTLETS)
        return [("text", one_line(row.title))], [("muted", f"{outlets}  {row.date or '':<10}")]

    def on_input_changed(self, event: Input.Changed) -> None:
        """Keep the stories that hold what is typed."""
        words = visible(event.value).casefold().split()
        self._shown = [row for row in self._rows if row.holds(words)]
        self._list.reset(max(1, len(self._shown)))

    def entered(self) -> None:
        """Enter picks."""
        self.action_pick()

    def on_listing_picked(self) -> None:
        """A click picks."""
        self.action_pick()

    def action_move(self, step: int) -> None:
        """Go up or down."""
        self._list.move(step)

    def action_pick(self) -> None:
        """Answer the story under the cursor."""
        if self._shown:
            self.dismiss(self._shown[self._list.cursor or 0].id)
