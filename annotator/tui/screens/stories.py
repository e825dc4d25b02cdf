"""The list of stories: where everything stands, and what to read next."""

from collections.abc import Callable
from concurrent.futures import Future
from typing import TYPE_CHECKING, ClassVar, cast

from textual.app import ComposeResult
from textual.message import Message
from textual.screen import Screen

from annotator.desk import Undone
from annotator.errors import AnnotatorError
from annotator.model import Place, StoryRow
from annotator.text.cells import cut, fit
from annotator.text.plurals import counted
from annotator.text.safe import one_line
from annotator.tui import bars
from annotator.tui.keys import bindings
from annotator.tui.reason import Row
from annotator.tui.widgets.listing import Listing
from annotator.tui.widgets.rows import Rows

if TYPE_CHECKING:
    from annotator.tui.shell import AnnotatorApp

BAR = 8
OUTLETS = 28
WIDE = 160
"""From this width on, the outlets have double the room."""
FROM = {"outlets": 100, "date": 70, "mine": 56, "open": 44, "progress": 32}
"""The width of the terminal from which on there is room for a column."""

ORDERS: dict[str, Callable[[StoryRow], object]] = {
    "added": lambda row: 0,
    "title": lambda row: row.title.casefold(),
    "date": lambda row: row.date or "",
    "progress": lambda row: row.done / max(1, row.articles),
    "labelled": lambda row: -row.labelled,
    "open": lambda row: -row.undecided,
    "confidence": lambda row: row.confidence,
}
"""What the list can be sorted by."""


class StoriesScreen(Screen[None], inherit_bindings=False):
    """Stories with progress; sorted and filtered without asking the corpus again."""

    WHERE: ClassVar = "list"
    BINDINGS = [*bindings("list"), ("escape", "show_all", "show all stories")]

    class Turned(Message):
        """An undo or a redo ended; sent from the writer's thread."""

        def __init__(self, future: "Future[Undone | None]") -> None:
            super().__init__()
            self.future = future

    def __init__(self, said: str = "") -> None:
        super().__init__()
        self._title, self._head = Rows("bar"), Rows("panel")
        self._list = Listing("text", self._row, id="stories")
        self._keys = Rows("bar")
        self._order = "added"
        self._words = ""
        self._shown: list[StoryRow] = []
        self._message = said

    def compose(self) -> ComposeResult:
        """Title, column names, stories, keys."""
        yield self._title
        yield self._head
        yield self._list
        yield self._keys

    @property
    def annotator_app(self) -> "AnnotatorApp":
        """The app, by its own type."""
        return cast("AnnotatorApp", self.app)

    def on_screen_resume(self) -> None:
        """Show the stories as they stand, the cursor on the story last read."""
        self.annotator_app.stories.refresh()
        self.fill(self._chosen() or self.annotator_app.last_story)

    def on_resize(self) -> None:
        """Fit the columns to the width."""
        self.update()

    def fill(self, story: str | None = None) -> None:
        """Sort and filter, and show; the cursor is on `story`, else where it was."""
        stories, words = self.annotator_app.stories, self._words.casefold().split()
        story = story or self._chosen()
        rows = [row for row in stories.rows if row.holds(words)] if words else stories.rows
        worth = stories.worth
        key = ORDERS[self._order] if worth is None else lambda row: -worth.get(row.id, 0.0)
        self._shown = sorted(rows, key=key)  # type: ignore[arg-type]
        at = next((n for n, row in enumerate(self._shown) if row.id == story), 0)
        self._list.reset(len(self._shown), at)
        self.update()

    def update(self) -> None:
        """Draw the bars anew."""
        app, width = self.annotator_app, self.size.width
        assert app.room is not None
        assert app.desk is not None
        right = [("muted", f"{one_line(app.desk.annotator.name, 20)}   ")]
        stories = app.stories
        counted = f"{stories.done} of {len(stories.rows)} done" if stories.whole else "reading …"
        right.append(("text", counted))
        if app.read_only:
            right.append(("bad", "   read only"))
        self._title.show([([("strong", one_line(app.room.path.name))], right)])
        numbers = self._columns("outlets", "date", "progress", "mine", "open")
        order = f"  by {self._order}" if self._order != "added" else ""
        order = order if stories.worth is None else "  what teaches most first"
        words = f"  “{one_line(self._words, 20)}”, Esc: all" if self._words else ""
        self._head.show([([("muted", f"story{order}{words}")], [("muted", numbers)])])
        self._keys.show([bars.hints(self._message or self._nothing(), app.keys, width, "list")])

    def _chosen(self) -> str | None:
        return self._shown[self._list.cursor or 0].id if self._shown else None

    def _nothing(self) -> str:
        if self._shown:
            return ""
        if self._words:
            return f"no story with “{one_line(self._words, 30)}”; Esc shows all"
        return "no story yet: annotator add CORPUS FILE..."

    def _columns(self, outlets: str, day: str, progress: str, mine: str, undecided: str) -> str:
        """The names of the columns that fit, over what `_row` says."""
        bar = f"{progress:<{BAR + 4}}" if self._has("progress") else "   "
        said = {
            "outlets": fit(outlets, self._outlets),
            "date": f"{day:<10}",
            "": bar,
            "mine": f"{mine:>5}",
            "open": f"{undecided:>5}",
        }
        return "  ".join(text for name, text in said.items() if self._has(name))

    def _has(self, column: str) -> bool:
        """Whether the terminal is wide enough for a column."""
        return self.size.width >= FROM.get(column, 0)

    @property
    def _outlets(self) -> int:
        """Cells for the outlets, where there are any."""
        return OUTLETS if self.size.width < WIDE else 2 * OUTLETS

    def _row(self, number: int) -> Row:
        row = self._shown[number]
        share = row.done / max(1, row.articles)
        filled = round(share * BAR)
        outlets = one_line(", ".join(row.outlets)) or counted(row.articles, "articles")
        outlets = cut(outlets, self._outlets)
        mine = str(row.labelled) if row.labelled else "·"
        undecided = str(row.undecided) if row.undecided else "·"
        said = {
            "outlets": [("muted", f"{fit(outlets, self._outlets)}  ")],
            "date": [("muted", f"{row.date or '':<10}  ")],
            "progress": [
                ("good" if share == 1 else "accent", "━" * filled),
                ("muted", "─" * (BAR - filled) + " "),
            ],
            "": [("good" if share == 1 else "muted", f"{f'{row.done}/{row.articles}':<3}")],
            "mine": [("text", f"  {mine:>5}")],
            "open": [("muted", f"  {undecided:>5}")],
        }
        right = [piece for name, pieces in said.items() if self._has(name) for piece in pieces]
        return [("text", one_line(row.title))], right

    def action_show_all(self) -> None:
        """Drop the filter."""
        self._words = self._message = ""
        self.fill()

    # actions ----------------------------------------------------------------------------------

    def action_do(self, action: str) -> None:
        """Do an action of the keymap."""
        self._message = ""
        moved = self._list.go(action)
        self.update()
        if not moved:
            getattr(self, f"_{action}")()

    def on_rows_pressed(self, event: Rows.Pressed) -> None:
        """A key was clicked in the bar."""
        self.action_do(event.target)

    def on_listing_picked(self) -> None:
        """A click opens."""
        self._open()

    @property
    def _here(self) -> StoryRow:
        return self._shown[self._list.cursor or 0]

    def _open(self) -> None:
        if self._shown:
            row = self._here
            try:
                place = self.annotator_app.place_in(row.id)
                self.annotator_app.open_reader(place or Place(row.id, "", 0))
            except AnnotatorError as error:  # another reader may have joined it to another story
                self.annotator_app.say(error.message)

    def _sort(self) -> None:
        names = list(ORDERS)
        self._order = names[(names.index(self._order) + 1) % len(names)]
        self.fill()

    def _filter(self) -> None:
        from annotator.tui.screens.prompt import PromptScreen

        def typed(words: str) -> None:
            self._words = words
            self.fill()

        self.app.push_screen(
            PromptScreen("Stories that hold", self._words, typed), lambda words: typed(words or "")
        )

    def _theme(self) -> None:
        self.annotator_app.turn_theme()

    def _reload(self) -> None:
        self.on_screen_resume()

    def _facts(self) -> None:
        from annotator.tui.screens.facts import FactsScreen

        if self._shown:
            assert self.annotator_app.desk is not None
            screen = FactsScreen(self.annotator_app.desk, self._here.id)
            self.app.push_screen(screen, self._go)

    def _arrange(self) -> None:
        from annotator.tui.screens.arrange import ArrangeScreen

        if self._shown:
            assert self.annotator_app.desk is not None
            screen = ArrangeScreen(self.annotator_app.desk, self._here.id)
            self.app.push_screen(screen, self._go)

    def _go(self, place: Place | None) -> None:
        if place is not None:
            self.annotator_app.open_reader(place)

    def _queue(self) -> None:
        self.annotator_app.stories.turn_queue()

    def _undo(self) -> None:
        assert self.annotator_app.desk is not None
        self._turn(self.annotator_app.desk.undo)

    def _redo(self) -> None:
        assert self.annotator_app.desk is not None
        self._turn(self.annotator_app.desk.redo)

    def _turn(self, verb: "Callable[[], Future[Undone | None]]") -> None:
        try:
            verb().add_done_callback(lambda future: self.post_message(self.Turned(future)))
        except AnnotatorError as error:
            self.say(error.message)
            self.update()

    def on_stories_screen_turned(self, event: Turned) -> None:
        """Say what was undone or redone, and show the stories as they are now."""
        error = event.future.exception()
        undone = event.future.result() if error is None else None
        self.on_screen_resume()
        self.say(str(error) if error else undone.text if undone else "nothing to undo or redo")
        self.update()

    def _statistics(self) -> None:
        self.annotator_app.open_statistics()

    def _search_corpus(self) -> None:
        self.annotator_app.open_search()

    def _help(self) -> None:
        self.annotator_app.open_help("list")

    def _palette(self) -> None:
        self.app.action_command_palette()

    def _back(self) -> None:
        if self.annotator_app.may_leave():
            self.app.exit()

    def say(self, message: str) -> None:
        """Show a message until the next key."""
        self._message = message
