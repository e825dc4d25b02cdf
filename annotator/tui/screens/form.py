"""The attributes of an annotation in a small form, with the guideline of its label above."""

from collections.abc import Callable
from typing import Any

from textual import events
from textual.containers import Horizontal
from textual.widget import Widget

from annotator.errors import UsageError
from annotator.scheme import Attribute, AttributeType, Label
from annotator.text.safe import one_line, visible
from annotator.tui.flow import flow
from annotator.tui.reason import Row
from annotator.tui.screens.dialog import Dialog, blank
from annotator.tui.widgets.entry import Entry
from annotator.tui.widgets.field import NAME, Field
from annotator.tui.widgets.rows import Rows


class FormScreen(Dialog[dict[str, Any] | None]):
    """Answers the attributes' values by id; what is left open is not in the answer.

    `check` raises UsageError for an attribute's id with a value that cannot be; the form stays.
    """

    FULL = True
    BINDINGS = [
        ("up,shift+tab", "move(-1)", "previous field"),
        ("down,tab", "move(1)", "next field"),
        ("left", "step(-1)", "previous value"),
        ("right", "step(1)", "next value"),
        ("enter", "keep", "keep"),
    ]

    def __init__(
        self,
        label: Label,
        values: dict[str, Any],
        quote: str,
        check: Callable[[str, Any], object] = lambda attribute, value: None,
    ) -> None:
        about = f"  “{one_line(quote)}”" if quote else ""
        super().__init__(f"{label.name}{about}")
        self._label = label
        self._check = check
        self._text = Rows("panel", id="detail")
        self._fields = [self._field(a, values.get(a.id)) for a in label.attributes]
        self._at = self._first()
        self._problem = ""
        values_to_choose = any(isinstance(field, Field) for field in self._fields)
        self._keys = (
            ("↑ ↓", "field", ""),
            *([("← → a-z", "value", "")] if values_to_choose else []),
            ("Enter", "keep", "keep"),
            ("Esc", "leave", "leave"),
        )

    def _first(self) -> int:
        """The first field with nothing in it where all are text, else the first."""
        texts = [field for field in self._fields if isinstance(field, TextField)]
        empty = [number for number, field in enumerate(texts) if not field.value]
        return empty[0] if empty and len(texts) == len(self._fields) else 0

    def _field(self, attribute: Attribute, value: object) -> "Field | TextField":
        if attribute.type is AttributeType.TEXT:
            return TextField(attribute, str(value or ""))
        return Field(attribute, attribute.default if value is None else value)

    def inside(self) -> list[Widget]:
        """Guideline and fields."""
        return [self._text, *self._fields]

    def fill(self) -> None:
        """Show the guideline and go to the field with the cursor."""
        rows: list[Row] = [blank(), *flow("muted", self._label.guideline, self.cells), blank()]
        if self._problem:
            rows += [([("bad", self._problem)], []), blank()]
        self._text.show(rows)
        self._text.refresh(layout=True)
        self._focus(self._at)

    def _focus(self, at: int) -> None:
        self._at = at
        for number, field in enumerate(self._fields):
            field.active = number == at
            field.redraw()
        field = self._fields[at]
        self.set_focus(field.input if isinstance(field, TextField) else None)
        field.scroll_visible(animate=False)

    def action_move(self, step: int) -> None:
        """Go to the next or previous field."""
        self._focus((self._at + step) % len(self._fields))

    def action_step(self, step: int) -> None:
        """Choose the next or previous value of the field."""
        field = self._fields[self._at]
        if isinstance(field, Field):
            field.step(step)

    def on_key(self, event: events.Key) -> None:
        """A letter or digit chooses the next value that begins with it."""
        field = self._fields[self._at]
        if isinstance(field, Field) and event.character and event.character.isalnum():
            event.stop()
            field.seek(event.character)

    def on_field_clicked(self, event: Field.Clicked) -> None:
        """Go to the field that was clicked."""
        self._focus(self._fields.index(event.field))

    def entered(self) -> None:
        """Enter in a text field keeps the form too."""
        self.action_keep()

    def action_keep(self) -> None:
        """Answer, unless a required attribute is open or a value cannot be."""
        values = {f.attribute.id: f.value for f in self._fields if f.value not in (None, "")}
        missing = self._label.missing(values)
        if missing:
            names = {a.id: a.name for a in self._label.attributes}
            self._problem = f"still to choose: {', '.join(names[m] for m in missing)}"
            self.fill()
            return
        for number, field in enumerate(self._fields):
            try:
                self._check(field.attribute.id, field.value)
            except UsageError as error:
                self._problem = (
                    f"{field.attribute.name}: {error.message}. {error.hint or ''}".strip()
                )
                self._at = number
                self.fill()
                return
        self.dismiss(values)


class TextField(Horizontal, inherit_bindings=False):
    """An attribute that holds words."""

    DEFAULT_CSS = "TextField { height: 1; }"

    def __init__(self, attribute: Attribute, value: str) -> None:
        super().__init__()
        self.attribute = attribute
        self.active = False
        self._words = Rows("panel")
        self._words.styles.width = NAME + 1
        self.input = Entry(value)
        self.input.select_on_focus = False  # it is there to be put right, not to be replaced

    @property
    def value(self) -> str:
        """What was typed."""
        return visible(self.input.value).strip()

    def compose(self) -> Any:
        """Name and input."""
        yield self._words
        yield self.input

    def redraw(self) -> None:
        """Draw the name anew."""
        need = " *" if self.attribute.required else ""
        role = "strong" if self.active else "text"
        sign = "▌" if self.active else " "
        self._words.show([([("accent", sign), (role, f"{self.attribute.name}{need}")], [])])
