"""Counts of the corpus as bars: labels, labels per outlet, work per day."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from textual.app import ComposeResult
from textual.screen import Screen

from annotator.errors import AnnotatorError
from annotator.model import Json
from annotator.scheme import Scheme
from annotator.text.cells import fit
from annotator.text.plurals import counted
from annotator.text.safe import one_line
from annotator.tui import apart
from annotator.tui.flow import side_by_side
from annotator.tui.reason import Row, Said
from annotator.tui.widgets.listing import Listing
from annotator.tui.widgets.rows import Rows

NAME = 24
"""Cells for what a bar is about."""
COLUMN, GAP = 78, 4
"""The fewest cells of a column of bars, and those between two."""


class StatisticsScreen(Screen[None], inherit_bindings=False):
    """What `annotator stats` counts, drawn; `count` is called on a thread of its own."""

    BINDINGS = [
        ("up,k", "move(-1)", "up"),
        ("down,j", "move(1)", "down"),
        ("pageup,ctrl+u", "move(-10)", "page up"),
        ("pagedown,ctrl+d,space", "move(10)", "page down"),
        ("escape,q,enter,I", "leave", "leave"),
    ]

    def __init__(self, count: Callable[[], Json], scheme: Scheme) -> None:
        super().__init__()
        self._count = count
        self._stats: Json | None = None
        self._names = {f"{k.layer}.{k.id}": k.name for k in scheme.labels}
        self._colours = {f"{k.layer}.{k.id}": k.colour for k in scheme.labels}
        self._rows: list[Row] = []
        self._cells = 0
        self._title, self._foot = Rows("bar"), Rows("bar")
        self._list = Listing("text", lambda number: self._rows[number])

    def compose(self) -> ComposeResult:
        """Title, counts, how to leave."""
        yield self._title
        yield self._list
        yield self._foot

    def on_mount(self) -> None:
        """Name the screen."""
        self._title.show([([("strong", "Statistics")], [])])
        self._say("muted", "counting …")
        apart.ask(self, self._count, self._take)

    def _take(self, answer: Json | AnnotatorError) -> None:
        if isinstance(answer, AnnotatorError):
            self._say("bad", one_line(answer.message))
            return
        self._stats = answer
        self._say("muted", "")
        self.on_resize()

    def _say(self, role: str, words: str) -> None:
        keys = [("strong@leave", "Esc"), ("muted@leave", " back")]
        self._foot.show([([(role, words)], keys)])

    def on_resize(self) -> None:
        """Draw the bars in columns, as wide as there is room."""
        if self._stats is None:
            return
        room = self.size.width - 2
        count = max(1, room // COLUMN)
        self._cells = room // count - GAP * (count > 1)
        blocks = [[*block, []] for block in self._blocks(self._stats)]
        self._rows = [([], []), *side_by_side(blocks, count, room // count)]
        self._list.reset(len(self._rows), None)

    def _blocks(self, stats: Json) -> Iterator[list[Said]]:
        yield self._facts("Corpus", [counted(n, name) for name, n in stats["corpus"].items()])
        labels = {
            f"{row['layer']}.{row['label']}": sum(row["counts"].values()) for row in stats["labels"]
        }
        yield self._bars("Labels", labels, max(labels.values(), default=0))
        for person in stats["annotators"]:
            yield self._person(person)
        outlets: Mapping[str, Mapping[str, int]] = stats["outlets"]
        most = max((n for held in outlets.values() for n in held.values()), default=0)
        for outlet, held in outlets.items():  # on one scale: they are there to be compared
            counts = {key: held.get(key.partition(".")[2], 0) for key in labels}
            spans = {key: n for key, n in counts.items() if key.startswith("span.")}
            yield self._bars(f"Labels in {one_line(outlet, 40)}", spans, most)

    def _person(self, person: Mapping[str, Any]) -> list[Said]:
        days = person["days"]
        name = one_line(person["name"], 40)
        done, undecided = person["done"], person["undecided"]
        facts = [
            f"{counted(done, 'articles')} done",
            f"{counted(undecided, 'suggestions')} open",
            f"{person['rejected']} rejected",
            *(f"{number} {origin}" for origin, number in person["origins"].items()),
        ]
        bars = self._bars(f"{name}, labels per day", days, max(days.values(), default=0))
        return [*bars, *self._facts("", facts)]

    def _facts(self, heading: str, facts: Sequence[str]) -> list[Said]:
        rows: list[Said] = [[("accent", heading)]] if heading else []
        line = ""
        for fact in facts:
            if line and len(line) + len(fact) + 3 > self._cells:
                rows.append([("text", line)])
                line = ""
            line += f"{'   ' if line else ''}{fact}"
        return [*rows, [("text", line)]]

    def _bars(self, heading: str, counts: Mapping[str, int], most: int) -> list[Said]:
        rows: list[Said] = [[("accent", heading)]]
        if not most:
            rows.append([("muted", "nothing yet")])
        name = NAME if self._cells >= 2 * NAME else self._cells // 2
        room = max(4, min(80, self._cells - name - 8))
        for key, number in counts.items():
            halves = round(number / max(1, most) * room * 2)
            bar = "━" * (halves // 2) + "╸" * (halves % 2)
            words = self._names.get(key) or key.partition(".")[2] or key
            colour = self._colours.get(key, "blue")
            told = ("text", fit(one_line(words), name))
            rows.append([told, (f"ink:{colour}", bar), ("muted", f" {number:,}")])
        return rows

    def action_move(self, step: int) -> None:
        """Scroll."""
        self._list.move(step)

    def on_rows_pressed(self) -> None:
        """The way back was clicked."""
        self.action_leave()

    def action_leave(self) -> None:
        """Back to the screen below."""
        self.dismiss()
