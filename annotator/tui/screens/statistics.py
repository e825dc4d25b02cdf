"""Counts of the corpus as bars: labels, labels per outlet, work per day."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from textual.app import ComposeResult
from textual.screen import Screen

from annotator.errors import AnnotatorError
from annotator.model import Json
from annotator.scheme import Scheme
from annotator.text.cells import fit
from annotator.text.safe import one_line
from annotator.tui import apart
from annotator.tui.reason import Row
from annotator.tui.widgets.listing import Listing
from annotator.tui.widgets.rows import Rows

NAME = 24
"""Cells for what a bar is about."""


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
        """Draw the bars as wide as there is room."""
        if self._stats is not None:
            self._rows = [([], []), *self._made(self._stats)]
            self._list.reset(len(self._rows), None)

    def _made(self, stats: Json) -> Iterator[Row]:
        counts = stats.get("corpus", {})
        yield [("accent", "Corpus")], []
        words = "   ".join(f"{number:,} {name}" for name, number in counts.items())
        yield [("text", words)], []
        labels = {
            f"{row['layer']}.{row['label']}": sum(row["counts"].values())
            for row in stats.get("labels", [])
        }
        yield from self._bars("Labels", labels)
        for outlet, held in stats.get("outlets", {}).items():
            named = {f"span.{label}": number for label, number in held.items()}
            yield from self._bars(f"Labels in {one_line(outlet, 40)}", named)
        for person in stats.get("annotators", []):
            yield from self._person(person)

    def _person(self, person: Mapping[str, Any]) -> Iterator[Row]:
        yield from self._bars(f"{one_line(person['name'], 40)}, labels per day", person["days"])
        facts = [
            f"{person['done']} {'article' if person['done'] == 1 else 'articles'} done",
            f"{person['undecided']} {'suggestion' if person['undecided'] == 1 else 'suggestions'} open",
        ]
        facts += [f"{person['rejected']} rejected"]
        facts += [f"{number} {name}" for name, number in person["origins"].items()]
        yield [("muted", "   ".join(facts))], []

    def _bars(self, heading: str, counts: Mapping[str, int]) -> Iterator[Row]:
        yield [], []
        yield [("accent", heading)], []
        most = max(counts.values(), default=0)
        if not most:
            yield [("muted", "nothing yet")], []
        room = max(4, min(80, self.size.width - NAME - 12))
        for name, number in counts.items():
            halves = round(number / max(1, most) * room * 2)
            bar = "━" * (halves // 2) + "╸" * (halves % 2)
            colour = self._colours.get(name, "blue")
            shown = self._names.get(name) or name.partition(".")[2] or name
            yield (
                [
                    ("text", fit(one_line(shown), NAME)),
                    (f"ink:{colour}", bar),
                    ("muted", f" {number}"),
                ],
                [],
            )

    def action_move(self, step: int) -> None:
        """Scroll."""
        self._list.move(step)

    def on_rows_pressed(self) -> None:
        """The way back was clicked."""
        self.action_leave()

    def action_leave(self) -> None:
        """Back to the screen below."""
        self.dismiss()
