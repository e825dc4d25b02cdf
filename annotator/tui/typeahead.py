"""Keys typed ahead: each goes to the screen that the keys before it opened, in the order typed.

Textual sends a key to the screen that is on top when it arrives. A key before it may still be on
its way through the queues, and open a dialog or answer one: then the key is for another screen.
"""

from weakref import WeakKeyDictionary

from textual import events
from textual.app import App
from textual.message import Message
from textual.message_pump import MessagePump
from textual.screen import Screen

from annotator.tui.screens.once import Once

SOON = 0.02
"""Seconds until keys that were held back are let go: those on their way have come back by then."""


class Landed(Message):
    """Follows a key through the same queues: when it is back, the key has done what it does."""


class TypeAhead(App[None], inherit_bindings=False):
    """An app that holds keys back while the screen they are for is not ready.

    Dialogs get one key at a time, for a key there may change what the next one means.
    """

    def __init__(self) -> None:
        super().__init__()
        self._aimed: WeakKeyDictionary[events.Key, Screen[object]] = WeakKeyDictionary()
        self._held: list[events.Key] = []
        self._target: MessagePump | None = None

    @property
    def is_holding(self) -> bool:
        """Whether keys wait for their screen."""
        return bool(self._held)

    def hand_on(self, key: events.Key) -> None:
        """Give a key that came to the wrong screen to the one that is on top, once it is ready."""
        if not self._held:
            self.set_timer(SOON, self._let_all_go)
        self._held.append(key)

    async def on_event(self, event: events.Event) -> None:
        """Send a key to the screen on top, or hold it back where it would come too early."""
        if not isinstance(event, events.Key) or event.is_forwarded:
            await super().on_event(event)
        elif self._held or self._target or not self.screen.is_mounted:
            self.hand_on(event)
        else:
            await self._send(event)

    async def _send(self, key: events.Key) -> None:
        self._aimed[key] = self.screen
        if isinstance(self.screen, Once):
            self._target = self.focused or self.screen
        await super().on_event(key)
        if self._target is not None:
            self._target.post_message(Landed())

    async def _on_key(self, event: events.Key) -> None:
        aimed = self._aimed.pop(event, self.screen)
        if aimed is not self.screen:
            event.prevent_default()  # Textual would do what the key does on the new screen
            self.hand_on(event)

    async def on_landed(self) -> None:
        """Send the next of the keys that wait."""
        self._target = None
        if self.screen.is_mounted:
            await self._let_go()

    async def _let_all_go(self) -> None:
        """Where a key went may be gone, with the message behind it."""
        if self._target is not None and not self._target.is_running:
            self._target = None
        await self._let_go()
        if self._held:
            self.set_timer(SOON, self._let_all_go)

    async def _let_go(self) -> None:
        self._held.sort(key=lambda key: key.time)
        while self._held and self.screen.is_mounted and self._target is None:
            held = self._held.pop(0)
            key = events.Key(held.key, held.character)
            key.time = held.time
            await self._send(key)
