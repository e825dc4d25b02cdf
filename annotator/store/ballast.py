"""A little room kept beside the corpus, given up when the disk is full."""

import contextlib
from pathlib import Path

SIZE = 128 * 1024
"""Bytes: enough for the journal and the pages of a few dozen events."""


def path(corpus: Path) -> Path:
    """Where the ballast of a corpus lies."""
    return corpus.with_name(f".{corpus.name}.ballast")


def load(corpus: Path) -> None:
    """Take the room, unless it is taken; a disk without room to spare stays as it is."""
    ballast = path(corpus)
    with contextlib.suppress(OSError), open(ballast, "xb") as stream:
        try:
            stream.write(bytes(SIZE))
            stream.flush()
        except OSError:
            ballast.unlink(missing_ok=True)


def release(corpus: Path) -> bool:
    """Give the room up; whether there was any."""
    try:
        path(corpus).unlink()
    except OSError:
        return False
    return True
