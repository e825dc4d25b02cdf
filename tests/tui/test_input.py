"""What a terminal sends that means nothing: broken key reports, stray bytes, a cat on the keys."""

import os
import random
from pathlib import Path

import pytest
from hand import make_corpus
from terminal import Terminal, labels

BROKEN = [
    b"\x1b[1114112u",
    b"\x1b[99999999999999999999u",
    b"\x1b[97:65;2u",
    b"\x1b[97;1:3u",
    b"\x1b[97;;1114112u",
    b"\x1b[97;;55296u",
    b"\x1b[48;0;0;0;0t",
    b"\x1b[48;0;0;0;0t\x1b[<0;5;5M\x1b[<0;5;5m",
    b"\x1b[48;9999999;9999999;1;1t",
    b"\x1b[<0;99999999;99999999M\x1b[<0;99999999;99999999m",
    b"\x1b[<0;-5;-5M",
    b"\x1b[M\xff\xff\xff",
    b"\xff\xfe\xc3\x28\x80",
    b"\x1b[" + b"9;" * 200 + b"u",
]


@pytest.mark.parametrize("sent", BROKEN)
def test_what_cannot_be_understood_is_ignored(tmp_path: Path, sent: bytes) -> None:
    path = make_corpus(tmp_path)
    with Terminal(path, "--as", "ann", "--story", "story-1") as terminal:
        terminal.wait_for("closed after")
        os.write(terminal.master, sent)
        terminal.read(0.4)
        terminal.press("\x1b")
        terminal.press("g")
        terminal.press("n")
        terminal.press("y")
        terminal.wait_for("1 labelled")
        terminal.press("\x11")
        assert terminal.end() == 0
        assert terminal.is_restored()
        assert "brutal" in labels(path)
