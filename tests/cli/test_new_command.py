"""`annotator new`."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from shell import Shell


def test_a_new_corpus_says_what_comes_next(run: Shell) -> None:
    done = run("new", "c.db")
    assert (done.code, done.out) == (0, "")
    assert "c.db: new corpus, scheme News framing" in done.err
    assert "annotator add c.db" in done.err
    assert run.json("stories", "c.db") == []


def test_the_ten_minute_scheme_has_just_two_labels(run: Shell) -> None:
    assert run("new", "c.db", "--scheme", "loaded-hedge").code == 0
    with closing(sqlite3.connect("c.db")) as connection:
        assert connection.execute("SELECT id FROM scheme").fetchall() == [("loaded-hedge",)]


def test_an_existing_file_stays_as_it_is(run: Shell) -> None:
    Path("c.db").write_text("mine")
    done = run("new", "c.db")
    assert done.code == 5
    assert "c.db: already exists" in done.err
    assert Path("c.db").read_text() == "mine"


def test_an_unknown_scheme_lists_the_shipped_ones(run: Shell) -> None:
    done = run("new", "c.db", "--scheme", "framming")
    assert done.code == 4
    assert "framming" in done.err
    assert "loaded-hedge" in done.err
    assert not Path("c.db").exists()


def test_a_bad_scheme_file_names_file_line_and_nearest_value(run: Shell) -> None:
    Path("mine.toml").write_text(
        'id = "mine"\nname = "Mine"\n\n[[label]]\nid = "x"\nname = "X"\nlayer = "spam"\n'
        'key = "x"\ncolour = "red"\nmark = "X"\nguideline = "All."\nexample = "An [x]."\n'
    )
    done = run("new", "c.db", "--scheme", "mine.toml")
    assert done.code == 4
    assert "mine.toml" in done.err
    assert "7" in done.err or "label[1].layer" in done.err
    assert "did you mean 'span'" in done.err
    assert not Path("c.db").exists()


@pytest.mark.parametrize("content", [b"id = ", b"\xff\xfe", b"a = 1\na = 2\n"])
def test_a_scheme_that_is_no_toml_is_one_error(run: Shell, content: bytes) -> None:
    Path("mine.toml").write_bytes(content)
    done = run("new", "c.db", "--scheme", "mine.toml")
    assert done.code == 4
    assert "mine.toml" in done.err
    assert not Path("c.db").exists()


def test_a_folder_that_is_not_there_is_one_error(run: Shell) -> None:
    done = run("new", "no/such/c.db")
    assert done.code == 5
    assert "no/such/c.db" in done.err
