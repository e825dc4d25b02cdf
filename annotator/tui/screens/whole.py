"""Labels of a sentence, an article or the story: what stands, and the guideline of each."""

from typing import Any

from textual import events
from textual.widget import Widget

from annotator.errors import AnnotatorError
from annotator.model import Layer
from annotator.scheme import Label
from annotator.text.cells import fit, width
from annotator.text.safe import one_line
from annotator.tui.flow import flow
from annotator.tui.reason import Row
from annotator.tui.screens.dialog import Dialog, blank
from annotator.tui.screens.form import FormScreen
from annotator.tui.session import Session
from annotator.tui.widgets.listing import Listing
from annotator.tui.widgets.rows import Rows


class WholeScreen(Dialog[None]):
    """Enter sets the label under the cursor, asking for its attributes; x takes it away."""

    FULL = True
    BINDINGS = [
        ("up,k", "move(-1)", "up"),
        ("down,j", "move(1)", "down"),
        ("enter", "set", "set"),
        ("x", "remove", "remove"),
        ("q", "leave", "leave"),
    ]

    def __init__(self, session: Session, layer: Layer) -> None:
        super().__init__(f"Labels of {_name(session, layer)}")
        self._session, self._layer = session, layer
        self._labels = session.scheme.layer(layer)
        self._names = max((width(_titled(label)) for label in self._labels), default=0)
        self._list = Listing("panel", self._row)
        self._detail = Rows("panel", id="detail")
        self._problem = ""
        self._keys = (("Enter", "set", "set"), ("x", "remove", "remove"), ("Esc", "back", "leave"))

    def inside(self) -> list[Widget]:
        """The labels and the guideline of the one under the cursor."""
        return [self._list, self._detail]

    def fill(self) -> None:
        """Show the labels as they stand."""
        self._list.reset(len(self._labels), self._list.cursor)
        self._show_detail()

    def _row(self, number: int) -> Row:
        label = self._labels[number]
        standing = self._session.standing(self._layer).get(label.id)
        left = [
            ("strong", f"{number + 1} "),
            (f"ink:{label.colour}", f"{label.mark} {fit(_titled(label), self._names)}  "),
        ]
        if standing is None:
            return [*left, ("muted", "not set")], []
        values = ", ".join(str(v) for v in standing.attributes.values() if v not in ("", None))
        return [*left, ("good", one_line(values) or "set")], []

    def _show_detail(self) -> None:
        label = self._labels[self._list.cursor or 0]
        rows: list[Row] = [
            blank(),
            *flow("text", label.guideline, self.cells),
            *flow("muted", f"Example: {label.example}", self.cells),
        ]
        if self._problem:
            rows += [blank(), ([("bad", self._problem)], [])]
        self._detail.show(rows)
        self._detail.refresh(layout=True)

    def on_listing_moved(self) -> None:
        """Show the guideline of the label under the cursor."""
        self._problem = ""
        self._show_detail()

    def on_listing_picked(self) -> None:
        """A click sets."""
        self.action_set()

    def on_key(self, event: events.Key) -> None:
        """A number goes to its label and sets it."""
        for number, label in enumerate(self._labels):
            if event.character is not None and event.character in (str(number + 1), label.key):
                event.stop()
                self._list.move_to(number)
                self.action_set()
                return

    def action_move(self, step: int) -> None:
        """Go up or down."""
        self._list.move(step)

    def action_set(self) -> None:
        """Set the label under the cursor."""
        label = self._labels[self._list.cursor or 0]
        standing = self._session.standing(self._layer).get(label.id)

        def done(values: dict[str, Any] | None) -> None:
            if values is not None:
                self._attempt(lambda: self._session.label_whole(label, values))

        if not label.attributes:
            done({})
            return
        last = self._session.last_values.get(f"{label.layer}.{label.id}", {})
        values = dict(standing.attributes) if standing else {**label.defaults(), **last}
        self.app.push_screen(FormScreen(label, values, ""), done)

    def action_remove(self) -> None:
        """Take the label under the cursor away."""
        label = self._labels[self._list.cursor or 0]
        standing = self._session.standing(self._layer).get(label.id)
        if standing is not None:
            self._attempt(lambda: self._session.do(self._session.desk.remove(standing.id)))

    def _attempt(self, verb: Any) -> None:
        self._problem = ""
        try:
            verb()
        except AnnotatorError as error:
            self._problem = one_line(error.message)
        self.fill()


def _titled(label: Label) -> str:
    return one_line(f"{label.name} *" if label.required else label.name)


def _name(session: Session, layer: Layer) -> str:
    if layer is Layer.STORY:
        return f"the story: {one_line(session.spread.story.title)}"
    article, sentence = session.here.article, session.here.sentence
    if layer is Layer.ARTICLE:
        return f"the article: {one_line(article.title or article.outlet or article.id)}"
    if sentence is None:
        return "the sentence"
    return f"the sentence: {one_line(article.quote(article.sentences[sentence]))}"
