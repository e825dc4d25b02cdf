"""The reader under job control, in tmux: to the shell and back."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hand import make_corpus


@pytest.fixture
def socket(tmp_path: Path) -> Iterator[str]:
    """The socket of a tmux server of our own, ended after the test."""
    if shutil.which("tmux") is None:
        missing = pytest.fail if os.environ.get("CI") == "true" else pytest.skip
        missing("not run: needs tmux")
    path = str(tmp_path / "tmux")
    yield path
    subprocess.run(["tmux", "-S", path, "kill-server"], check=False, capture_output=True)


def tmux(socket: str, *words: str) -> str:
    done = subprocess.run(
        ["tmux", "-S", socket, *words], check=True, capture_output=True, text=True
    )
    return done.stdout


def expect(socket: str, text: str, there: bool = True) -> None:
    until = time.monotonic() + 20
    while (text in tmux(socket, "capture-pane", "-p")) is not there:
        assert time.monotonic() < until, tmux(socket, "capture-pane", "-p")
        time.sleep(0.1)


def test_to_the_shell_and_back(tmp_path: Path, socket: str) -> None:
    path = make_corpus(tmp_path)
    tmux(socket, "-f", "/dev/null", "new-session", "-d", "-x", "120", "-y", "30", "sh -i")
    command = f"{sys.executable} -m annotator {path} --as ann --story story-1"
    tmux(socket, "send-keys", command, "Enter")
    expect(socket, "Harbour closed after")
    tmux(socket, "send-keys", "n", "y")
    expect(socket, "1 labelled")
    tmux(socket, "send-keys", "C-z")
    expect(socket, "1 labelled", there=False)
    tmux(socket, "send-keys", "echo in the $((1+1))nd shell", "Enter")
    expect(socket, "in the 2nd shell")
    tmux(socket, "send-keys", "fg", "Enter")
    expect(socket, "1 labelled")
    tmux(socket, "send-keys", "u")
    expect(socket, "0 labelled")
    tmux(socket, "send-keys", "q", "q")
    expect(socket, "labelled", there=False)
