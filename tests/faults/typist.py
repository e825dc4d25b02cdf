"""A person at the real reader: types on a pseudo-terminal and believes what the screen shows."""

import contextlib
import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

import pyte

COLUMNS, LINES = 100, 24


class Typist:
    """`annotator CORPUS --as Ana --story STORY` on a terminal of its own, until it is killed.

    It runs `under` another program (strace ...) if one is given.
    """

    def __init__(self, path: Path, story: str, under: Sequence[str] = ()) -> None:
        self._terminal, inner = pty.openpty()
        fcntl.ioctl(inner, termios.TIOCSWINSZ, struct.pack("HHHH", LINES, COLUMNS, 0, 0))
        self._screen = pyte.Screen(COLUMNS, LINES)
        self._stream = pyte.ByteStream(self._screen)
        self._process = subprocess.Popen(
            [*under, sys.executable, "-m", "annotator", str(path), "--as", "Ana", "--story", story],
            stdin=inner,
            stdout=inner,
            stderr=inner,
            env=os.environ | {"TERM": "xterm-256color"},
            start_new_session=True,
        )
        os.close(inner)

    def __enter__(self) -> "Typist":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self.kill()
        os.close(self._terminal)

    def type(self, keys: str) -> None:
        """Press keys."""
        os.write(self._terminal, keys.encode())

    def look(self, patience: float) -> bool:
        """Take in what is drawn next; False when nothing is within `patience` seconds."""
        if not select.select([self._terminal], [], [], patience)[0]:
            return False
        with contextlib.suppress(OSError):  # the end of the program
            drawn = os.read(self._terminal, 1 << 16)
            self._stream.feed(drawn)
            return bool(drawn)
        return False

    def seen(self) -> list[str]:
        """The rows of the screen as they are now."""
        return [row.rstrip() for row in self._screen.display]

    def kill(self) -> None:
        """SIGKILL."""
        self._process.send_signal(signal.SIGKILL)
        self._process.wait()
