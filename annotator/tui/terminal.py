"""What a terminal sends: what nobody can understand is dropped, what is pasted is made safe.

Textual's parser raises on reports of keys that cannot be, on sizes of zero, and on bytes that are
no UTF-8; on its input thread that is the end of the program.
"""

import sys
from collections.abc import Iterable, Iterator
from functools import partial

from textual import events
from textual._xterm_parser import BRACKETED_PASTE_END, BRACKETED_PASTE_START, XTermParser
from textual.driver import Driver
from textual.keys import Keys
from textual.message import Message

from annotator.text.safe import visible

WIDEST = 10_000
"""Columns or lines of a terminal that cannot be meant."""
PASTED = 10_000
"""What is pasted is cut after so many characters: a whole file is a slip."""


class Parser(XTermParser):
    """Textual's parser, but what it stumbles over is ignored."""

    def __init__(self, debug: bool = False) -> None:
        super().__init__(debug)
        self._pasted: str | None = None

    def feed(self, data: str) -> Iterator[Message]:
        """The messages in `data`, without those of impossible sizes.

        What is pasted goes past Textual's parser, which takes it letter by letter, is cut, and
        becomes one visible line: Textual's inputs take the first line and draw it as it is.
        """
        if not data:
            yield from super().feed(data)
        while data:
            if self._pasted is None:
                typed, begun, data = data.partition(BRACKETED_PASTE_START)
                if typed:
                    yield from filter(_is_possible, super().feed(typed))
                self._pasted = "" if begun else None
            else:
                text, ended, data = (self._pasted + data).partition(BRACKETED_PASTE_END)
                self._pasted = None if ended else _shortened(text)
                if ended:
                    yield events.Paste(visible(" ".join(text.splitlines()))[:PASTED])

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


def _shortened(text: str) -> str:
    """A paste that goes on: what will be cut is left out, but for an end mark half read."""
    return text if len(text) < 2 * PASTED else text[:PASTED] + text[-len(BRACKETED_PASTE_END) :]
