"""One attribute of a form that is not text: a choice, a number of a scale, yes or no."""

from rich.style import Style
from textual import events
from textual.message import Message

from annotator.scheme import Attribute, AttributeType
from annotator.text.cells import width
from annotator.tui.widgets.lines import Lines, Piece

NAME = 22
"""Cells that an attribute's name has at the left."""


class Field(Lines, inherit_bindings=False):
    """Holds a value; the arrows step through the possible ones, a letter goes to the next with it."""

    DEFAULT_CSS = "Field { height: 1; }"

    class Clicked(Message):
        """The field was clicked."""

        def __init__(self, field: "Field") -> None:
            super().__init__()
            self.field = field

    def __init__(self, attribute: Attribute, value: object) -> None:
        super().__init__()
        self.attribute = attribute
        self.active = False
        match attribute.type:
            case AttributeType.CHOICE:
                self._values: list[object] = list(attribute.choices)
            case AttributeType.SCALE:
                self._values = list(range(attribute.low, attribute.high + 1))
            case _:
                self._values = [False, True]
        self._at = self._values.index(value) if value in self._values else None

    @property
    def value(self) -> object:
        """The value chosen, or None."""
        return None if self._at is None else self._values[self._at]

    def step(self, step: int) -> None:
        """Choose the next or previous value."""
        start = -1 if step > 0 else 0
        self._at = ((start if self._at is None else self._at) + step) % len(self._values)
        self.redraw()

    def seek(self, letter: str) -> None:
        """Choose the next value that begins with `letter`."""
        start = -1 if self._at is None else self._at
        for offset in range(1, len(self._values) + 1):
            at = (start + offset) % len(self._values)
            if self._shown(at).lower().startswith(letter.lower()):
                self._at = at
                self.redraw()
                return

    def draw(self, number: int, cells: int) -> list[Piece]:
        """Name and values: all of them when they fit, else the one chosen."""
        if number:
            return []
        bold = Style(bold=True)
        head: list[Piece] = [
            ("▌" if self.active else " ", self.look.accent),
            (
                f" {self.attribute.name}{' *' if self.attribute.required else ''}"[
                    : NAME - 1
                ].ljust(NAME),
                bold if self.active else Style(),
            ),
        ]
        values = [self._shown(at) for at in range(len(self._values))]
        if sum(width(value) + 3 for value in values) + NAME < cells:
            for at, value in enumerate(values):
                head.append((f" {value} ", self.look.chosen if at == self._at else Style()))
                head.append((" ", Style()))
            return head
        chosen = "not chosen" if self._at is None else values[self._at]
        place = f"  {0 if self._at is None else self._at + 1} of {len(values)}"
        return [
            *head,
            ("‹ ", Style()),
            (f" {chosen} ", self.look.chosen),
            (" ›", Style()),
            (place, Style(color=self.look.muted.color)),
        ]

    def ground(self) -> Style:
        """The style of the dialog."""
        return self.look.panel

    def _shown(self, at: int) -> str:
        value = self._values[at]
        return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)

    def on_click(self, event: events.Click) -> None:
        """Step on when clicked."""
        self.post_message(self.Clicked(self))
        self.step(1)
