"""One attribute of a form that is not text: a choice, a number of a scale, yes or no."""

from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.message import Message

from annotator.scheme import Attribute, AttributeType
from annotator.text.cells import fit, width
from annotator.tui.widgets.lines import Lines, Piece

NAME = 22
"""Cells that an attribute's name has at the left."""
INDENT = 2


class Field(Lines, inherit_bindings=False):
    """Holds a value; arrows step through the possible ones, a letter goes to the next with it."""

    DEFAULT_CSS = "Field { height: auto; }"

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

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many rows as the values need."""
        return self._places(width)[-1][0] + 1

    def draw(self, number: int, cells: int) -> list[Piece]:
        """Name and values, the one chosen filled; values that do not fit stand below in columns."""
        pieces: list[Piece] = [(" ▌" if self.active else "  ", self.look.accent)]
        if number == 0:
            name = f"{self.attribute.name}{' *' if self.attribute.required else ''}"
            bold = Style(bold=True) if self.active else Style()
            pieces.append((name[: NAME - 2].ljust(NAME - 1), bold))
        at_cell = NAME + 1 if number == 0 else INDENT
        for at, (row, start, end) in enumerate(self._places(cells)):
            if row == number:
                pieces.append((" " * (start - at_cell), Style()))
                style = self.look.chosen if at == self._at else Style()
                pieces.append((fit(f" {self._shown(at)} ", end - start), style))
                at_cell = end
        return pieces

    def _places(self, cells: int) -> list[tuple[int, int, int]]:
        """Row, first cell and the cell after the last of every value, in `cells` columns."""
        sizes = [width(self._shown(at)) + 2 for at in range(len(self._values))]
        room = max(1, cells - NAME - 1)
        if sum(sizes) + len(sizes) - 1 <= room:
            ends = [NAME + 1 + sum(sizes[: at + 1]) + at for at in range(len(sizes))]
            return [(0, end - size, end) for size, end in zip(sizes, ends, strict=True)]
        column, room = max(sizes), max(1, cells - INDENT)
        across = max(1, room // column)
        return [
            (1 + at // across, x, x + min(size, room))
            for at, size in enumerate(sizes)
            for x in [INDENT + at % across * column]
        ]

    def ground(self) -> Style:
        """The style of the dialog."""
        return self.look.panel

    def _shown(self, at: int) -> str:
        value = self._values[at]
        return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)

    def on_click(self, event: events.Click) -> None:
        """Choose the value under the pointer."""
        self.post_message(self.Clicked(self))
        for at, (row, start, end) in enumerate(self._places(self.outer_size.width)):
            if row == event.y and start <= event.x < end:
                self._at = at
                self.redraw()
