"""A few fixed rows with something at the left and something at the right: bars and info lines."""

from itertools import zip_longest

from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.message import Message

from annotator.text.cells import fit, width
from annotator.text.safe import visible
from annotator.tui.reason import Row, Said
from annotator.tui.widgets.lines import Lines, Piece

LEAST = 6
"""Cells that the left side has at least, if it has anything to say."""


class Rows(Lines, inherit_bindings=False):
    """Shows rows given by `show`; the right side keeps its room, the left is cut when it must.

    Where next to nothing would be left of the left, the first pieces of the right go. A role may
    end in "@TARGET": a click there posts `Pressed` with the target.
    """

    DEFAULT_CSS = "Rows { height: 1; }"

    class Pressed(Message):
        """A piece with a target was clicked."""

        def __init__(self, target: str) -> None:
            super().__init__()
            self.target = target

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
        left, right = (self._styled(side) for side in (row[0], _fitting(row, cells)))
        taken = sum(width(visible(text)) for text, _ in right)
        room = max(0, cells - taken - (4 if right else 2))
        pieces: list[Piece] = [(" ", Style())]
        for text, style in left:
            pieces.append((text, style))
        used = sum(width(visible(text)) for text, _ in left)
        if used <= room:
            return [*pieces, (" " * (cells - taken - used - 2), Style()), *right]
        return [*_cut(pieces, room + 1), ("  " if right else "", Style()), *right]

    def on_click(self, event: events.Click) -> None:
        """Say which target was clicked, if any."""
        if event.y >= len(self._rows):
            return
        left, right = self._rows[event.y][0], _fitting(self._rows[event.y], self.outer_size.width)
        taken = sum(width(visible(text)) for _, text in right)
        start, side = (1, left) if event.x < self.outer_size.width - taken - 1 else (
            self.outer_size.width - taken - 1, right,
        )  # fmt: skip
        for role, text in side:
            start += width(visible(text))
            if event.x < start:
                target = role.partition("@")[2]
                if target:
                    self.post_message(self.Pressed(target))
                return

    def ground(self) -> Style:
        """The style of the bar."""
        style: Style = getattr(self.look, self._ground)
        return style

    def _styled(self, said: Said) -> list[Piece]:
        return [(text, self._role(role)) for role, text in said]

    def _role(self, role: str) -> Style:
        name, _, colour = role.partition("@")[0].partition(":")
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
            case "hit":
                return look.hit + Style(bold=True)
            case "good" | "bad":
                style: Style = getattr(look, name)
                return style
        return Style()


def _fitting(row: Row, cells: int) -> Said:
    """The right side without the pieces that there is no room for; a key goes with its word."""
    left, right = row
    sizes = [width(visible(text)) for _, text in right]
    taken, start = sum(sizes), 0
    if taken <= cells - 4 - LEAST:
        return right
    room = cells - 4 - min(LEAST, sum(width(visible(text)) for _, text in left))
    while start < len(right) - 1 and taken > room:
        target = right[start][0].partition("@")[2]
        taken -= sizes[start]
        start += 1
        while target and start < len(right) - 1 and right[start][0].endswith(f"@{target}"):
            taken -= sizes[start]
            start += 1
    return right[start:]


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
