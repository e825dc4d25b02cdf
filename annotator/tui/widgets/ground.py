"""Containers and screens that draw nothing but a ground.

Textual draws the ground of every container under what changed, row by row through its style
sheet; on a key press that costs more than the change itself.
"""

from textual.containers import Horizontal, Vertical
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from annotator.tui.colours import look


class Ground(Widget):
    """Mixed into a container or screen: its rows are blanks."""

    def render_lines(self, crop: Region) -> list[Strip]:
        """The same blank for every row."""
        return [Strip.blank(crop.width, look(self.app.current_theme).text)] * crop.height


class Beside(Ground, Horizontal, inherit_bindings=False):
    """Its children stand side by side."""


class Stacked(Ground, Vertical, inherit_bindings=False):
    """Its children stand one above the other."""
