"""The reader on a real pseudo-terminal: raw bytes, signals, poor terminals."""

import fcntl
import os
import pty
import re
import signal
import struct
import subprocess
import sys
import termios
from pathlib import Path

import pytest
from hand import make_corpus
from terminal import Terminal, at_work, labels
from test_hostile import hostile_corpus


def test_keys_are_saved_and_the_terminal_is_given_back(tmp_path: Path) -> None:
    path = make_corpus(tmp_path)
    with at_work(path) as terminal:
        terminal.press("n")
        terminal.press("y")
        terminal.wait_for("1 labelled")
        assert terminal.read(0.5) == b""  # silent when nothing happens
        terminal.press("q")
        terminal.press("q")
        assert terminal.end() == 0
        assert terminal.is_restored()
        assert labels(path) == ["brutal"]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_leaves_record_and_terminal_whole(tmp_path: Path, number: signal.Signals) -> None:
    path = make_corpus(tmp_path)
    with at_work(path) as terminal:
        terminal.press("nyny")
        assert terminal.kill(number) == 128 + number
        assert terminal.is_restored()
        assert labels(path) == ["brutal", "regime"]


def test_a_terminal_that_goes_without_a_signal_ends_the_program(tmp_path: Path) -> None:
    path = make_corpus(tmp_path)
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    process = subprocess.Popen(
        [sys.executable, "-m", "annotator", str(path), "--as", "ann", "--story", "story-1"],
        stdin=slave,
        stdout=slave,
        stderr=slave,
        env={**os.environ, "TERM": "xterm-256color"},
        start_new_session=True,  # and nobody makes the terminal its own: no SIGHUP will come
    )
    os.close(slave)
    drawn = b""
    while b"saved" not in drawn:
        drawn += os.read(master, 1 << 16)
    os.write(master, b"ny")
    while b"1 labelled" not in drawn:
        drawn += os.read(master, 1 << 16)
    os.close(master)
    assert process.wait(20) == 128 + signal.SIGHUP
    assert labels(path) == ["brutal"]


def test_a_closed_window_leaves_the_record_whole(tmp_path: Path) -> None:
    path = make_corpus(tmp_path)
    with at_work(path) as terminal:
        terminal.press("ny")
        terminal.hang_up()
        assert labels(path) == ["brutal"]


def test_hostile_text_sends_no_control_over_the_wire(tmp_path: Path) -> None:
    with Terminal(hostile_corpus(tmp_path), "--as", "ann", "--story", "story-1") as terminal:
        terminal.wait_for("says")
        for keys in ("n", "y", "s", "?", "\x1b", "Z", "\t", "A", "\x1b", "q"):
            terminal.press(keys)
        terminal.press("q")
        assert terminal.end() == 0
        assert b"owned\x07" not in terminal.raw
        assert re.search(rb"\x1b\](?:0|2|52|8);", terminal.raw) is None
        pointer = re.compile(r"\x1b\]22;[a-z-]*(?:\x07|\x1b\\\\)")  # Textual's own: mouse pointer
        text = pointer.sub("", terminal.raw.decode("utf-8"))
        assert [
            sign for sign in "\x9b\x7f\u202e\u2066\u200b\ufeff\x08\x07\x00" if sign in text
        ] == []


def test_no_colour_means_no_colour(tmp_path: Path) -> None:
    with at_work(make_corpus(tmp_path), env={"NO_COLOR": "1"}) as terminal:
        terminal.press("nyl")
        terminal.press("q")
        terminal.press("q")
        terminal.end()
        colours = [
            code
            for codes in re.findall(rb"\x1b\[([\d;]*)m", terminal.raw)
            for code in codes.split(b";")
            if code[:1] in b"349" and len(code) > 1 and code not in (b"39", b"49")
        ]
        assert colours == []


def test_a_failing_screen_names_a_log_and_tells_no_text(tmp_path: Path) -> None:
    code = (
        "from annotator.tui import commands; from annotator.cli import main\n"
        "def fail(reader): text = reader.here.article.text; 1 / 0\n"
        "commands.COMMANDS['word_right'] = fail; main()"
    )
    path, env = make_corpus(tmp_path), {"XDG_STATE_HOME": str(tmp_path)}
    with at_work(path, code=code, env=env) as terminal:
        terminal.press("ny")
        before = len(terminal.raw)
        terminal.press("l")
        assert terminal.end() == 1
        assert terminal.is_restored()
        said = terminal.raw[terminal.raw.rindex(b"\x1b[?1049l") :]
        assert before < len(terminal.raw)
        assert b"ZeroDivisionError" in said
        assert b"reader.log" in said
        assert b"harbour" not in said
        assert labels(path) == ["brutal"]
        assert "harbour" not in next(tmp_path.rglob("reader.log")).read_text("utf-8")


@pytest.mark.parametrize("term", ["dumb", ""])
def test_a_dumb_terminal_is_refused_in_one_line(tmp_path: Path, term: str) -> None:
    with Terminal(make_corpus(tmp_path), env={"TERM": term}) as terminal:
        assert terminal.end() == 2
        assert b"cannot show the reader" in terminal.raw
        assert b"\x1b" not in terminal.raw


def test_without_a_terminal_the_reader_is_refused(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "annotator", str(make_corpus(tmp_path))],
        stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 2
    assert "needs a terminal" in done.stderr
    assert done.stdout == ""


def test_a_latin_1_locale_is_no_trouble(tmp_path: Path) -> None:
    env = {"LC_ALL": "C", "PYTHONUTF8": "0"}
    with at_work(make_corpus(tmp_path), env=env) as terminal:
        terminal.press("qq")
        terminal.press("q")
        terminal.end()
        assert terminal.is_restored()
