"""Containers that draw nothing but their ground.

Textual draws the ground of every container under what changed, row by row through its style
sheet; on a key press that costs more than the change itself.
"""

from textual.containers import Horizontal, Vertical
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from annotator.tui.colours import look


def blanks(widget: Widget, crop: Region) -> list[Strip]:
    """The same blank for every row of `crop`."""
    return [Strip.blank(crop.width, look(widget.app.current_theme).text)] * crop.height


class Beside(Horizontal, inherit_bindings=False):
    """Its children stand side by side."""

    def render_lines(self, crop: Region) -> list[Strip]:
        """Blank rows."""
        return blanks(self, crop)


class Stacked(Vertical, inherit_bindings=False):
    """Its children stand one above the other."""

    def render_lines(self, crop: Region) -> list[Strip]:
        """Blank rows."""
        return blanks(self, crop)
