"""A screen that answers once: keys typed after the answer are for the one that is then on top."""

import contextlib
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

from textual import events
from textual.await_complete import AwaitComplete
from textual.command import CommandPalette
from textual.screen import Screen

if TYPE_CHECKING:
    from annotator.tui.typeahead import TypeAhead

Answer = TypeVar("Answer")


class Once(Screen[Answer], Generic[Answer], inherit_bindings=False):
    """What answers with `dismiss`; Textual would pop whatever is on top at a second one."""

    _answered = False

    async def on_event(self, event: events.Event) -> None:
        """Hand keys on that are for another screen: one opened by this one, or the one below."""
        if not self.hands_on(event):
            await super().on_event(event)

    def hands_on(self, event: events.Event) -> bool:
        """Whether `event` is a key for another screen, which then gets it."""
        if not isinstance(event, events.Key) or self.app.screen is self:
            return False
        cast("TypeAhead", self.app).hand_on(event)
        return True

    def entered(self) -> None:
        """Enter was pressed in a line to type in."""

    def dismiss(self, result: Any = None) -> AwaitComplete:
        """Answer, unless that was done."""
        if self._answered:
            return AwaitComplete()
        self._answered = True
        return super().dismiss(result)


class Palette(CommandPalette, Once[None]):
    """Textual's command palette, which answers once."""

    def _action_command_list(self, action: str) -> None:
        with contextlib.suppress(KeyError):  # a page key before the rows found are laid out
            super()._action_command_list(action)
