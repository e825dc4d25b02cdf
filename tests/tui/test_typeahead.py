"""What is typed faster than the screen is drawn goes where it is meant."""

import os
import sqlite3
import time
from pathlib import Path

from hand import make_corpus
from terminal import Terminal, labels


def typed(path: Path, keys: str, then: str) -> Terminal:
    """The reader on the first story, given all the keys in one write."""
    terminal = Terminal(path, "--as", "ann", "--story", "story-1")
    terminal.wait_for("closed after")
    terminal.read(0.3)
    os.write(terminal.master, keys.encode())
    terminal.wait_for(then)
    return terminal


def held(path: Path, column: str) -> list[str]:
    """A column of all annotations."""
    with sqlite3.connect(path) as connection:
        return [row[0] for row in connection.execute(f"SELECT {column} FROM annotation")]


def test_words_typed_before_the_prompt_is_there_are_looked_for(tmp_path: Path) -> None:
    path = make_corpus(tmp_path)
    with typed(path, "/monday\r1", "1 labelled"):
        assert labels(path) == ["Monday"]


def test_values_and_a_note_typed_ahead_reach_form_and_prompt(tmp_path: Path) -> None:
    path = make_corpus(tmp_path)
    keys = "nytm\x1b[Bp\x1b[B\x1b[Bdockers\rcso it seems\rn1"
    with typed(path, keys, "2 labelled"):
        assert labels(path) == ["brutal", "regime"]
        assert held(path, "note") == ["so it seems", ""]
        assert '"kind":"metaphor"' in held(path, "attributes")[0]
        assert '"polarity":"positive"' in held(path, "attributes")[0]
        assert '"target":"dockers"' in held(path, "attributes")[0]


def test_a_label_key_typed_after_a_list_chooses_from_it(tmp_path: Path) -> None:
    path = make_corpus(tmp_path)
    with typed(path, "n02n1", "2 labelled"):
        assert held(path, "label || ' ' || quote") == ["hedge brutal", "loaded regime"]


def test_labels_of_the_article_are_typed_in_one_go(tmp_path: Path) -> None:
    path = make_corpus(tmp_path)
    with typed(path, "A1a\r2e\r", "A 2/") as terminal:
        assert sorted(held(path, "label")) == ["genre", "primary-frame"]
        os.write(terminal.master, b"\x1b")
        time.sleep(0.3)
        os.write(terminal.master, b"n1")
        terminal.wait_for("3 labelled")


def test_nothing_is_sent_while_a_prompt_waits(tmp_path: Path) -> None:
    with typed(make_corpus(tmp_path), "/mon", "Find in the story") as terminal:
        terminal.read(0.4)
        assert terminal.read(1.2) == b""


def test_a_long_note_is_kept_whole(tmp_path: Path) -> None:
    path, note = make_corpus(tmp_path), "word " * 400 + "end"
    with typed(path, f"nyc{note}\r", "1 labelled") as terminal:
        until = time.monotonic() + 20
        while held(path, "note") != [note]:
            assert time.monotonic() < until
            terminal.read(0.1)
