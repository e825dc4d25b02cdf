"""Choose one of a few things, by key or cursor; what each means is shown below."""

from collections.abc import Sequence
from typing import NamedTuple

from textual import events
from textual.widget import Widget

from annotator.text.safe import one_line
from annotator.tui.flow import flow
from annotator.tui.reason import Row
from annotator.tui.screens.dialog import Dialog, blank
from annotator.tui.widgets.listing import Listing
from annotator.tui.widgets.rows import Rows


class Choice(NamedTuple):
    """One thing to choose: what is answered, its key, its name, what it means, its colour."""

    id: str
    key: str
    name: str
    detail: str
    colour: str


class ChooserScreen(Dialog[str | None]):
    """Answers the id of a choice, or None."""

    BINDINGS = [
        ("up,k", "move(-1)", "up"),
        ("down,j", "move(1)", "down"),
        ("enter", "choose", "choose"),
    ]

    def __init__(self, heading: str, choices: Sequence[Choice], current: str = "") -> None:
        super().__init__(one_line(heading))
        self._choices = choices
        self._list = Listing("panel", self._row)
        self._detail = Rows("panel", id="detail")
        self._current = next((n for n, c in enumerate(choices) if c.id == current), 0)
        self._keys = (("Enter", "choose", "choose"), ("Esc", "leave", "leave"))

    def inside(self) -> list[Widget]:
        """The choices and what the one under the cursor means."""
        return [self._list, self._detail]

    def fill(self) -> None:
        """Show the choices."""
        self._list.reset(len(self._choices), self._current)
        self._show_detail()

    def _row(self, number: int) -> Row:
        choice = self._choices[number]
        key = str(number + 1) if number < 9 else choice.key or " "
        return [
            ("strong", f"{key} "),
            (f"ink:{choice.colour}", one_line(choice.name)),
        ], []

    def _show_detail(self) -> None:
        detail = self._choices[self._list.cursor or 0].detail
        self._detail.show([blank(), *flow("muted", detail, self.cells)] if detail else [])

    def on_listing_moved(self) -> None:
        """Say what the choice under the cursor means."""
        self._current = self._list.cursor or 0
        self._show_detail()

    def on_listing_picked(self) -> None:
        """A click chooses."""
        self.action_choose()

    def on_key(self, event: events.Key) -> None:
        """A number or a key chooses at once."""
        for number, choice in enumerate(self._choices, 1):
            if event.character is not None and event.character in (str(number), choice.key):
                event.stop()
                self.dismiss(choice.id)
                return

    def action_move(self, step: int) -> None:
        """Go up or down."""
        self._list.move(step)

    def action_choose(self) -> None:
        """Answer the choice under the cursor."""
        self.dismiss(self._choices[self._list.cursor or 0].id)
