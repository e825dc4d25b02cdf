"""A screen that answers once: keys typed before it is gone must not take the one below away."""

import contextlib
from typing import Any, Generic, TypeVar

from textual.await_complete import AwaitComplete
from textual.command import CommandPalette
from textual.screen import Screen

Answer = TypeVar("Answer")


class Once(Screen[Answer], Generic[Answer], inherit_bindings=False):
    """What answers with `dismiss`; Textual would pop whatever is on top at a second one."""

    _answered = False

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
