"""What a terminal sends: what nobody can understand is dropped, what is pasted is made safe.

Textual's parser raises on reports of keys that cannot be, on sizes of zero, and on bytes that are
no UTF-8; on its input thread that is the end of the program.
"""

import codecs
import os
import signal
import sys
import time
from collections.abc import Iterable, Iterator

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


class Decoder:
    """Text of what a terminal sends: a byte that is no UTF-8 becomes U+FFFD.

    A terminal that is gone gives nothing, again and again; the program then leaves as on SIGHUP.
    """

    def __init__(self) -> None:
        self._decoder = codecs.getincrementaldecoder("utf-8")(errors="replace")

    def decode(self, data: bytes, final: bool = False) -> str:
        """The characters that are complete with `data`."""
        if not data and not final:
            os.kill(os.getpid(), signal.SIGHUP)
            time.sleep(0.1)
        return self._decoder.decode(data, final)


def forgive(driver: type[Driver]) -> None:
    """Have a driver read with this parser and this decoder."""
    module = vars(sys.modules[driver.__module__])
    module["XTermParser"] = Parser
    module["getincrementaldecoder"] = lambda _: Decoder


def _is_possible(message: Message) -> bool:
    return not isinstance(message, events.Resize) or all(0 < n < WIDEST for n in message.size)


def _shortened(text: str) -> str:
    """A paste that goes on: what will be cut is left out, but for an end mark half read."""
    return text if len(text) < 2 * PASTED else text[:PASTED] + text[-len(BRACKETED_PASTE_END) :]
