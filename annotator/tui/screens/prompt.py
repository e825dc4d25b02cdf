"""One line of text: a note, words to look for."""

from collections.abc import Callable

from textual.app import ComposeResult
from textual.screen import ModalScreen
from textual.widgets import Input

from annotator.text.safe import one_line, visible
from annotator.tui.screens.once import Once
from annotator.tui.widgets.entry import Entry
from annotator.tui.widgets.rows import Rows


class PromptScreen(ModalScreen[str | None], Once[str | None], inherit_bindings=False):
    """Asks for a line at the bottom of the screen; `typed` hears of every change."""

    BINDINGS = [("escape", "leave", "leave")]

    def __init__(
        self, heading: str, value: str, typed: Callable[[str], None] | None = None
    ) -> None:
        super().__init__()
        self._heading = Rows("bar")
        self._words = heading
        self._input = Entry(value)
        self._typed = typed

    def compose(self) -> ComposeResult:
        """Heading and input."""
        yield self._heading
        yield self._input

    def on_mount(self) -> None:
        """Say what is asked."""
        keys = [("strong@keep", "Enter"), ("muted@keep", " keep   ")]
        keys += [("strong@leave", "Esc"), ("muted@leave", " leave")]
        self._heading.show([([("strong", one_line(self._words))], keys)])
        self.set_focus(self._input)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Pass on what is typed, made safe."""
        safe = visible(event.value)
        if safe != event.value:
            self._input.value = safe
        elif self._typed is not None:
            self._typed(safe)

    def entered(self) -> None:
        """Answer."""
        self.dismiss(visible(self._input.value).strip())

    def on_rows_pressed(self, event: Rows.Pressed) -> None:
        """A key was clicked."""
        if event.target == "keep":
            self.entered()
        else:
            self.action_leave()

    def action_leave(self) -> None:
        """Leave without an answer."""
        self.dismiss(None)
