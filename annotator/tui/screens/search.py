"""Search in the corpus: a question, the places that answer it, Enter goes there."""

import re
from collections.abc import Callable
from functools import partial

from textual import events
from textual.app import ComposeResult
from textual.widgets import Input

from annotator.errors import AnnotatorError
from annotator.finding import MOST, Found
from annotator.model import Place
from annotator.text.cells import fit, width
from annotator.text.safe import one_line, visible
from annotator.tui import apart
from annotator.tui.reason import Row, Said
from annotator.tui.screens.once import Once
from annotator.tui.widgets.entry import Entry
from annotator.tui.widgets.listing import Listing
from annotator.tui.widgets.rows import Rows

WHAT, OUTLET = 26, 16
"""The most cells of what was found and of its outlet."""
NARROW = 60
"""Below this width of the terminal there is no room for either."""
FILTERS = ("also: outlet:NAME", "  label:ID", "  by:NAME", "  is:open")


class SearchScreen(Once[Place | None], inherit_bindings=False):
    """Answers the place to go to, or None; `search` is called on a thread of its own."""

    BINDINGS = [
        ("escape", "leave", "leave"),
        ("up", "move(-1)", "up"),
        ("down", "move(1)", "down"),
        ("pageup", "move(-10)", "page up"),
        ("pagedown", "move(10)", "page down"),
    ]

    def __init__(self, search: Callable[[str], list[Found]]) -> None:
        super().__init__()
        self._search = search
        self._found: list[Found] = []
        self._cells = (0, 0)
        self._title, self._foot = Rows("bar"), Rows("bar")
        self._input = Entry(placeholder="words in text, notes and labels")
        self._list = Listing("text", self._row)

    def compose(self) -> ComposeResult:
        """Title, question, answers, keys."""
        yield self._title
        yield self._input
        yield self._list
        yield self._foot

    def on_mount(self) -> None:
        """Be ready to type."""
        self.set_focus(self._input)
        self._title.show([([("strong", "Search the corpus")], [("muted", f) for f in FILTERS])])
        self._say()

    def _say(self, trouble: str = "") -> None:
        count = f"{len(self._found)} found" if self._input.value.strip() else ""
        if len(self._found) >= MOST:
            count = f"the first {len(self._found)}; more words find fewer"
        keys = [("strong", "Enter"), ("muted", " go there   " if self._found else " search   ")]
        said = ("bad", one_line(trouble)) if trouble else ("text", count)
        self._foot.show([([said], [*keys, ("strong@leave", "Esc"), ("muted@leave", " back")])])

    def _row(self, number: int) -> Row:
        found = self._found[number]
        left: Said = []
        if self.size.width >= NARROW:
            what, outlet = self._cells
            left.append(("accent", f"{fit(one_line(found.what), what)}  "))
            left.append(("muted", f"{fit(one_line(found.outlet or ''), outlet)}  "))
        if found.note:
            left.append(("strong", f"{one_line(found.note, 40)}  "))
        left += [("text", _flat(found.before)), ("hit", _flat(found.quote))]
        return [*left, ("text", _flat(found.after))], []

    def on_input_changed(self, event: Input.Changed) -> None:
        """What is typed is made safe; the answers to what was asked before go."""
        safe = visible(event.value)
        if safe != event.value:
            self._input.value = safe
        elif self._found:
            self._found = []
            self._list.reset(0)
            self._say()

    def entered(self) -> None:
        """Search, or go to the answer under the cursor."""
        if self._found:
            self._go()
            return
        self._foot.show([([("muted", "searching …")], [])])
        question = self._input.value
        apart.ask(self, partial(self._search, question), partial(self._take, question))

    def _take(self, question: str, answer: list[Found] | AnnotatorError) -> None:
        if question != self._input.value:  # another one is being typed
            return
        trouble = answer.message if isinstance(answer, AnnotatorError) else ""
        self._found = [] if isinstance(answer, AnnotatorError) else answer
        what = max((width(one_line(found.what)) for found in self._found), default=0)
        outlet = max((width(one_line(found.outlet or "")) for found in self._found), default=0)
        self._cells = min(what, WHAT), min(outlet, OUTLET)
        self._list.reset(len(self._found))
        self._say(trouble)

    def on_listing_picked(self) -> None:
        """A click goes there."""
        self._go()

    def on_key(self, event: events.Key) -> None:
        """Nothing but the question is typed here."""
        if event.key == "tab":
            event.stop()

    def _go(self) -> None:
        found = self._found[self._list.cursor or 0]
        if found.story:
            self.dismiss(Place(found.story, found.article, found.position))

    def action_move(self, step: int) -> None:
        """Go up or down among the answers."""
        self._list.move(step)

    def on_rows_pressed(self) -> None:
        """The way back was clicked."""
        self.action_leave()

    def action_leave(self) -> None:
        """Back without going anywhere."""
        self.dismiss(None)


def _flat(text: str) -> str:
    """A piece of a line of text: its blanks stay at its ends, as single ones."""
    return re.sub(r"\s+", " ", visible(text))
