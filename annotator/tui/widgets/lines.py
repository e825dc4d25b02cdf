"""A widget that draws its own lines, keeps them, and redraws only those that changed.

Textual sends control characters of a text to the terminal as they are: all text goes through
`text.safe` on its way in here. Drawing bypasses Textual's per-row styling, which costs more than
all else together on a key press.
"""

from collections.abc import Iterable

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from annotator.text.cells import cut_to, width
from annotator.text.safe import visible
from annotator.tui import signs
from annotator.tui.colours import Look, look

Piece = tuple[str, Style]
"""Text and its style; the text is made safe when it is drawn."""


class Lines(Widget, inherit_bindings=False):
    """Lines from `top` on, one per row; subclasses say how many there are and what is on one."""

    ALLOW_SELECT = False
    DEFAULT_CSS = "Lines { height: 1fr; width: 1fr; }"

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes, markup=False)
        self.top = 0
        self._look: Look | None = None
        self._drawn = signs.drawn()
        self._strips: dict[int, Strip] = {}
        self._cells = 0
        self._blanks: dict[tuple[int, Style], Strip] = {}

    def count(self) -> int:
        """How many lines there are."""
        return self.outer_size.height

    def draw(self, number: int, cells: int) -> list[Piece]:
        """The pieces of line `number` in `cells` columns."""
        raise NotImplementedError

    def ground(self) -> Style:
        """The style of what no piece covers."""
        return self.look.text

    def settle(self) -> None:
        """Get ready to draw at the present size."""

    @property
    def look(self) -> Look:
        """The styles of the present theme."""
        if self._look is None:
            self._look = look(self.app.current_theme)
        return self._look

    def redraw(self, numbers: Iterable[int] | None = None) -> None:
        """Draw these lines anew, or all of them; of a row, nothing right of its last change."""
        if numbers is None:
            self._strips.clear()
            self.refresh()
            return
        (cells, height), rows = self.outer_size, []
        for number in numbers:
            old = self._strips.pop(number, None)
            if not 0 <= number - self.top < height:
                continue
            changed = cells if old is None else _last_change(old, self._strip(number, cells))
            if changed:
                rows.append(Region(0, number - self.top, changed, 1))
        if rows:
            self.refresh(*rows)

    def scroll_to_line(self, number: int, margin: int = 0) -> None:
        """Move as little as needed for line `number` to be in sight."""
        self.set_top(self.top_with(number, margin))

    def top_with(self, number: int, margin: int) -> int:
        """The top nearest to the present one that has line `number` in sight."""
        height = max(1, self.outer_size.height)
        margin = min(margin, (height - 1) // 2)
        top = min(max(self.top, number + margin - height + 1), max(0, number - margin))
        return self._within(top)

    def _within(self, top: int) -> int:
        return max(0, min(top, self.count() - self.outer_size.height))

    def set_top(self, top: int) -> None:
        """Show the lines from `top` on, as far as there are any."""
        top = self._within(top)
        if top != self.top:
            self.top = top
            self.refresh()

    def render_lines(self, crop: Region) -> list[Strip]:
        """The strips of the rows in `crop`: kept ones, and those that must be drawn."""
        self.settle()
        cells, kept = self.outer_size.width, self._strips
        if cells != self._cells:
            self._cells = cells
            kept.clear()
        first = self.top + crop.y
        strips = []
        for number in range(first, first + crop.height):
            strip = kept.get(number)
            strips.append(self._strip(number, cells) if strip is None else strip)
        if crop.x or crop.width != cells:
            strips = [strip.crop(crop.x, crop.right) for strip in strips]
        return strips

    def _strip(self, number: int, cells: int) -> Strip:
        pieces = self.draw(number, cells) if number < self.count() else []
        strip = self._finish(pieces, cells) if pieces else self._blank(cells)
        self._strips[number] = strip
        return strip

    def _blank(self, cells: int) -> Strip:
        key = (cells, self.ground())
        if key not in self._blanks:
            self._blanks = {key: self._finish([], cells)}
        return self._blanks[key]

    def _finish(self, pieces: list[Piece], cells: int) -> Strip:
        ground, used = self.ground(), 0
        parts: list[tuple[str, Style]] = []
        for text, style in [*pieces, (" " * cells, ground)]:
            safe = visible(text) if self._drawn is None else self._drawn(visible(text))
            text, style = cut_to(safe, cells - used), ground + style
            used += width(text)
            if parts and parts[-1][1] == style:
                parts[-1] = (parts[-1][0] + text, style)
            elif text:
                parts.append((text, style))
        strip = Strip([Segment(text, style) for text, style in parts], cells)
        for line_filter in self.app.get_line_filters():
            strip = strip.apply_filter(line_filter, self.look.grounds[0])
        return strip

    def notify_style_update(self) -> None:
        """Forget all lines: a theme change makes every one of them look different."""
        super().notify_style_update()
        self._look = None
        self._strips.clear()
        self._blanks.clear()


def _last_change(old: Strip, new: Strip) -> int:
    """The cell after the last that differs between two strips of one width; 0 when none does."""
    cells = new.cell_length
    for before, after in zip(reversed(old), reversed(new), strict=False):
        if before != after:
            return cells - (_same_blanks(before, after) if before.style == after.style else 0)
        cells -= after.cell_length
    return 0


def _same_blanks(before: Segment, after: Segment) -> int:
    return min(len(part.text) - len(part.text.rstrip(" ")) for part in (before, after))
