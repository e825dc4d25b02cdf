"""The fact table of a story: who tells what, where, in whose voice, with which words."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult

from annotator.desk import Desk
from annotator.errors import AnnotatorError
from annotator.model import Layer, Place
from annotator.text.cells import fit
from annotator.text.plurals import counted
from annotator.text.safe import one_line
from annotator.tui import apart, bars, telling
from annotator.tui.keys import bindings
from annotator.tui.reason import Row, Said
from annotator.tui.screens.overview import Overview
from annotator.tui.widgets.grid import BETWEEN, Grid
from annotator.tui.widgets.listing import Listing
from annotator.tui.widgets.rows import Rows

if TYPE_CHECKING:
    from annotator.facttable import FactRow, FactTable

BEFORE = 8
"""Cells of sign and number before the first outlet."""
NUMBERS = " #  "
"""What stands over the numbers of an outlet's sentences, before its name."""
SIDES = {"": "", "one": "told by one side", "several": "told by several"}


class FactsScreen(Overview, inherit_bindings=False):
    """Answers the place to go to, or None; the table is made on a thread, as the articles of long
    stories take a while to read.
    """

    WHERE: ClassVar = "facts"
    BINDINGS = [*bindings("facts"), ("escape", "escape", "all facts, back")]

    def __init__(self, desk: Desk, story: str, place: Place | None = None) -> None:
        super().__init__()
        self._desk, self._story, self._place = desk, story, place
        self._table: FactTable | None = None
        self._shown: Sequence[int] = ()
        self._words = self._side = ""
        self._message = "reading the articles …"
        self._colours = {k.id: k.colour for k in desk.scheme.layer(Layer.SPAN)}
        self._title, self._head = Rows("bar"), Rows("panel")
        self._grid = Grid(self._row, BEFORE)
        self._detail, self._keys = Rows("panel", id="telling"), Rows("bar")

    def compose(self) -> ComposeResult:
        """Title, outlets, facts, the telling under the cursor, keys."""
        yield self._title
        yield self._head
        yield self._grid
        yield self._detail
        yield self._keys

    # making it --------------------------------------------------------------------------------

    def on_mount(self) -> None:
        """Begin to make the table."""
        apart.ask(self, self._make, self._take)

    def _make(self) -> "FactTable":
        from annotator import facttable  # loads the tokeniser

        opened = self._desk.open_story(self._story)
        verdicts = (verdict for page in opened.pages for verdict in page.decisions.items())
        return facttable.fact_table(opened, {held for held, said in verdicts if said == "rejected"})

    def _take(self, made: "FactTable | AnnotatorError") -> None:
        """Show the table, the cursor on what the reader was at."""
        if isinstance(made, AnnotatorError):
            self._message = made.message
            self.update()
            return
        self._table, self._message = made, ""
        self._grid.columns = len(made.columns)
        self._fill(self._fact_at(self._place))

    def _fact_at(self, place: Place | None) -> int:
        """The row that holds the sentence at `place`; the grid's column goes to its article."""
        assert self._table is not None
        for column, article in enumerate(self._table.articles):
            if place is not None and article.id == place.article:
                self._grid.column = column
                starts = [span.start for span in article.sentences]
                sentence = bisect_right(starts, place.position) - 1
                for number, row in enumerate(self._table.rows):
                    if any(told.sentence == sentence for told in row.cells[column]):
                        return number
        return 0

    # what is shown ----------------------------------------------------------------------------

    def _fill(self, fact: int) -> None:
        """Filter, and put the cursor on `fact`, or on the first one shown."""
        rows = self._table.rows if self._table is not None else ()
        words = self._words.casefold().split()
        self._shown = [n for n, row in enumerate(rows) if self._passes(row, words)]
        at = bisect_left(self._shown, fact)
        self._grid.reset(len(self._shown), at if at < len(self._shown) else 0)
        self.update()

    def _passes(self, row: "FactRow", words: list[str]) -> bool:
        if self._side and (row.tellers == 1) != (self._side == "one"):
            return False
        text = " ".join(told.text for cell in row.cells for told in cell).casefold()
        return all(word in text for word in words)

    def _here(self) -> int:
        """The number of the fact under the cursor."""
        return self._shown[self._grid.cursor or 0] if self._shown else 0

    def update(self) -> None:
        """Draw the bars anew."""
        app, width = self.annotator_app, self.size.width
        told = f"  {SIDES[self._side]}" if self._side else ""
        told += f"  with “{one_line(self._words, 20)}”" if self._words else ""
        title = one_line(self._table.story.title) if self._table else ""
        left: Said = [("strong", "Facts"), ("accent", told), ("text", f"  {title}")]
        self._title.show([(left, self._counted())])
        hidden = self._grid.columns - len(self._grid.shown) if self._table else 0
        more: Said = [("accent", f"{hidden} more ← →")] if hidden else []
        self._head.show([(self._outlets(), more)])
        self._detail.show(self._full(width - 2))
        message = self._message or ("" if self._shown or not self._table else "no such fact; Esc")
        self._keys.show([bars.hints(message, app.keys, width, self.WHERE)])

    def _counted(self) -> Said:
        if self._table is None:
            return []
        rows = self._table.rows
        alone = sum(row.tellers == 1 for row in rows)
        shown = f"{len(self._shown):,} of " if len(self._shown) < len(rows) else ""
        count = f"{shown}{counted(len(rows), 'facts')}"
        said: Said = [("text", f"{count}   "), ("accent", f"! {alone:,}")]
        return [*said, ("muted", " told by one side" if self.size.width >= 80 else "")]

    def _outlets(self) -> Said:
        said: Said = [("muted", fit("fact", BEFORE - 1))]
        for column in self._grid.shown if self._table else ():
            role = "strong" if column == self._grid.column else "muted"
            assert self._table is not None
            name = fit(f"{NUMBERS}{one_line(self._table.columns[column])}", self._grid.room)
            said += [(role, name), ("muted", " " * len(BETWEEN))]
        return [*said[:-2], (said[-2][0], said[-2][1].rstrip())] if said[1:] else said

    def _row(self, number: int) -> tuple[Said, list[Said]]:
        assert self._table is not None
        fact = self._shown[number]
        row = self._table.rows[fact]
        sign = ("accent", " !") if row.tellers == 1 else ("muted", f" ={row.tellers}")
        name = f"{fact + 1} ".rjust(BEFORE - len(sign[1]))
        return [sign, ("muted", name)], [telling.short(cell, self._colours) for cell in row.cells]

    def _full(self, cells: int) -> list[Row]:
        """What the outlet under the cursor says in full, then what the others do."""
        if self._table is None or not self._shown:
            return []
        told = list(zip(self._table.columns, self._table.rows[self._here()].cells, strict=True))
        here = told.pop(self._grid.column)
        rows: list[Row] = []
        for outlet, cell in [here, *(other for other in told if other[1])]:
            rows += telling.full(one_line(outlet), cell, cells)
        return rows

    # actions ----------------------------------------------------------------------------------

    def action_do(self, action: str) -> None:
        """Do an action of the keymap."""
        self._message = "" if self._table else self._message
        if not self._grid.go(action):
            getattr(self, f"_{action}")()
        self.update()

    def action_escape(self) -> None:
        """Show all facts, or go back."""
        if self._words or self._side:
            self._words = self._side = ""
            self._fill(self._here())
        else:
            self._back()

    def on_rows_pressed(self, event: Rows.Pressed) -> None:
        """A key was clicked in the bar."""
        self.action_do(event.target)

    def on_listing_moved(self, event: Listing.Moved) -> None:
        """Say in full what the cursor is on."""
        self.update()

    def on_listing_picked(self) -> None:
        """A click goes there."""
        self._open()

    def on_resize(self) -> None:
        """Fit the columns to the width."""
        self.call_after_refresh(self.update)

    def _open(self) -> None:
        """Go to the sentence under the cursor, or to the first that tells the fact."""
        if self._table is None or not self._shown:
            return
        cells = self._table.rows[self._here()].cells
        order = [self._grid.column, *range(len(cells))]
        column = next(n for n in order if cells[n])
        article = self._table.articles[column]
        start = article.sentences[cells[column][0].sentence].start
        at = bisect_left(article.words, (start,))
        self.dismiss(Place(self._story, article.id, article.words[at].start))

    def _sides(self) -> None:
        names, fact = list(SIDES), self._here()
        self._side = names[(names.index(self._side) + 1) % len(names)]
        self._fill(fact)

    def _filter(self) -> None:
        from annotator.tui.screens.prompt import PromptScreen

        fact = self._here()

        def typed(words: str | None) -> None:
            self._words = words or ""
            self._fill(fact)

        self.app.push_screen(PromptScreen("Facts that hold", self._words, typed), typed)
