"""One line to type in: safe to show, of limited length, and quiet while nobody types."""

from textual import events
from textual.widgets import Input

from annotator.text.safe import visible
from annotator.tui.screens.once import Once

MOST = 10_000
"""Longer text than this is cut: a paste of a whole file is a slip."""


class Entry(Input):
    """Textual's input without its blinking, which would send bytes all day.

    Enter is told to the screen at once, so that what is typed after it goes where it is meant.
    """

    def __init__(self, value: str = "", placeholder: str = "") -> None:
        super().__init__(visible(value), placeholder, compact=True, max_length=MOST)
        self.cursor_blink = False

    async def on_event(self, event: events.Event) -> None:
        """Tell the screen of Enter; keys typed after its answer are not for this line."""
        screen = self.screen
        if isinstance(screen, Once) and screen.hands_on(event):
            return
        if isinstance(screen, Once) and isinstance(event, events.Key) and event.key == "enter":
            event.stop()
            screen.entered()
            return
        await super().on_event(event)
