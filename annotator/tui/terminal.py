"""What a terminal sends and nobody can understand is dropped: it must not end the reader.

Textual's parser raises on reports of keys that cannot be, on sizes of zero, and on bytes that are
no UTF-8; on its input thread that is the end of the program.
"""

import sys
from collections.abc import Iterable, Iterator
from functools import partial

from textual import events
from textual._xterm_parser import XTermParser
from textual.driver import Driver
from textual.keys import Keys
from textual.message import Message

WIDEST = 10_000
"""Columns or lines of a terminal that cannot be meant."""


class Parser(XTermParser):
    """Textual's parser, but what it stumbles over is ignored."""

    def feed(self, data: str) -> Iterator[Message]:
        """The messages in `data`, without those of impossible sizes."""
        return (message for message in super().feed(data) if _is_possible(message))

    def parse_mouse_code(self, code: str) -> Message | None:
        """The mouse's message; none while the terminal says that it has no size."""
        try:
            return super().parse_mouse_code(code)
        except ZeroDivisionError:
            return None

    def _sequence_to_key_events(self, sequence: str, alt: bool = False) -> Iterable[events.Key]:
        try:
            return list(super()._sequence_to_key_events(sequence, alt))
        except (ValueError, OverflowError):  # a kitty report of a code point that there is not
            return [events.Key(Keys.Ignore, sequence)]


def forgive(driver: type[Driver]) -> None:
    """Have a driver read with this parser, and let a byte that is no UTF-8 pass as U+FFFD."""
    module = vars(sys.modules[driver.__module__])
    strict = module["getincrementaldecoder"]
    module["XTermParser"] = Parser
    module["getincrementaldecoder"] = lambda name: partial(strict(name), errors="replace")


def _is_possible(message: Message) -> bool:
    return not isinstance(message, events.Resize) or all(0 < n < WIDEST for n in message.size)
