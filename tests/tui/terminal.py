"""The real program on a real pseudo-terminal: what goes over the wire, and what is left behind."""

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
import time
from collections.abc import Iterator
from pathlib import Path

PROGRAM = "from annotator.__main__ import main; main()"


class Terminal:
    """`annotator` on a pty of a given size; every byte it writes is kept in `raw`."""

    def __init__(
        self,
        *words: object,
        size: tuple[int, int] = (120, 30),
        env: dict[str, str] | None = None,
        code: str = PROGRAM,
    ) -> None:
        self.master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
        self.before = termios.tcgetattr(slave)
        self._slave = slave
        kept = {key: value for key, value in os.environ.items() if key != "NO_COLOR"}
        self.process = subprocess.Popen(
            [sys.executable, "-c", code, *map(str, words)],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env={**kept, "TERM": "xterm-256color", "COLORTERM": "truecolor", **(env or {})},
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),
        )
        self.raw = b""

    def __enter__(self) -> "Terminal":
        return self

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()

    def wait_for(self, text: str, seconds: float = 20) -> None:
        """Read until `text` was written."""
        until = time.monotonic() + seconds
        while text.encode() not in self.raw:
            assert time.monotonic() < until, self.raw[-2000:]
            self.read(0.1)

    def read(self, seconds: float) -> bytes:
        """Read what is written until nothing was for `seconds`."""
        got = b""
        while select.select([self.master], [], [], seconds)[0]:
            try:
                part = os.read(self.master, 1 << 16)
            except OSError:
                break
            if not part:
                break
            got += part
        self.raw += got
        return got

    def press(self, keys: str) -> bytes:
        """Type keys; what the program wrote in answer."""
        os.write(self.master, keys.encode())
        return self.read(0.4)

    def kill(self, number: signal.Signals) -> int:
        """Send a signal and wait for the end."""
        self.process.send_signal(number)
        return self.end()

    def hang_up(self) -> int:
        """Close the window."""
        os.close(self._slave)
        os.close(self.master)
        return self.process.wait(20)

    def end(self) -> int:
        """Wait for the end, and read the rest."""
        until = time.monotonic() + 20
        while self.process.poll() is None:
            assert time.monotonic() < until
            self.read(0.05)
        self.read(0.05)
        return self.process.returncode

    def is_restored(self) -> bool:
        """Whether the terminal is as it was: line settings, screen, mouse, paste, cursor."""
        modes = {b"1049", b"1000", b"1002", b"1003", b"1006", b"1015", b"2004", b"1004"}
        on = {
            m
            for m in modes
            if self.raw.rfind(b"\x1b[?" + m + b"h") > self.raw.rfind(b"\x1b[?" + m + b"l")
        }
        shown = self.raw.rfind(b"\x1b[?25h") >= self.raw.rfind(b"\x1b[?25l")
        return not on and shown and termios.tcgetattr(self._slave)[:4] == self.before[:4]


@contextlib.contextmanager
def at_work(
    path: Path, *, env: dict[str, str] | None = None, code: str = PROGRAM
) -> Iterator[Terminal]:
    """The reader of a corpus as Ann has it, when its first story is drawn."""
    with Terminal(path, "--as", "ann", "--story", "story-1", env=env, code=code) as terminal:
        terminal.wait_for("closed after")
        yield terminal


def labels(path: Path) -> list[str]:
    """The quotes of what stands in a corpus."""
    import sqlite3

    with sqlite3.connect(path) as connection:
        return [row[0] for row in connection.execute("SELECT quote FROM annotation ORDER BY start")]
