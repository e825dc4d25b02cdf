"""A few fixed rows with something at the left and something at the right: bars and info lines."""

from itertools import zip_longest

from rich.style import Style
from textual.geometry import Size

from annotator.text.cells import fit, width
from annotator.text.safe import visible
from annotator.tui.reason import Row, Said
from annotator.tui.widgets.lines import Lines, Piece


class Rows(Lines, inherit_bindings=False):
    """Shows rows given by `show`; the right side keeps its room, the left is cut when it must."""

    DEFAULT_CSS = "Rows { height: 1; }"

    def __init__(self, ground: str, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._ground = ground
        self._rows: list[Row] = []

    def show(self, rows: list[Row]) -> None:
        """Show these rows; only those that differ are drawn."""
        pairs = enumerate(zip_longest(rows, self._rows))
        changed = [number for number, (new, old) in pairs if new != old]
        self._rows = rows
        self.redraw(changed)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As high as there are rows, where the style says auto."""
        return len(self._rows)

    def draw(self, number: int, cells: int) -> list[Piece]:
        """A row: left side, room, right side, a blank at both ends."""
        return self.pieces(self._rows[number], cells) if number < len(self._rows) else []

    def pieces(self, row: Row, cells: int) -> list[Piece]:
        """A row in styles, `cells` wide."""
        left, right = (self._styled(side) for side in row)
        taken = sum(width(visible(text)) for text, _ in right)
        room = max(0, cells - taken - (4 if right else 2))
        pieces: list[Piece] = [(" ", Style())]
        for text, style in left:
            pieces.append((text, style))
        used = sum(width(visible(text)) for text, _ in left)
        if used <= room:
            return [*pieces, (" " * (cells - taken - used - 2), Style()), *right]
        return [*_cut(pieces, room + 1), ("  " if right else "", Style()), *right]

    def ground(self) -> Style:
        """The style of the bar."""
        style: Style = getattr(self.look, self._ground)
        return style

    def _styled(self, said: Said) -> list[Piece]:
        return [(text, self._role(role)) for role, text in said]

    def _role(self, role: str) -> Style:
        name, _, colour = role.partition(":")
        look = self.look
        match name:
            case "ink":
                return look.ink(colour)
            case "key":
                return look.ink(colour) + Style(bold=True, underline=True)
            case "fill":
                return look.fill(colour)
            case "muted":
                return Style(color=look.muted.color, dim=look.muted.dim)
            case "strong":
                return Style(bold=True)
            case "accent":
                return look.accent + Style(bold=True)
            case "good" | "bad":
                style: Style = getattr(look, name)
                return style
        return Style()


def _cut(pieces: list[Piece], cells: int) -> list[Piece]:
    found: list[Piece] = []
    for text, style in pieces:
        text = visible(text)
        if width(text) > cells:
            found.append((fit(text, cells), style))
            return found
        cells -= width(text)
        found.append((text, style))
    return found
