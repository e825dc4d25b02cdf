"""What happens where standard streams are closed, broken or full, and where paths are odd."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import pytest
from shell import Shell

from annotator.errors import DiskFull, InputError, NotACorpus

FULL = Path("/dev/full")


def started(*words: object, out: int | IO[bytes], err: int | IO[bytes]) -> tuple[int, bytes, bytes]:
    """Exit code and what came out of a command line in a process of its own."""
    command = [sys.executable, "-m", "annotator", *map(str, words)]
    done = subprocess.run(command, stdout=out, stderr=err, check=False)
    return done.returncode, done.stdout or b"", done.stderr or b""


@pytest.fixture
def broken() -> Iterator[int]:
    """A pipe that nobody reads."""
    reading, writing = os.pipe()
    os.close(reading)
    yield writing
    os.close(writing)


@pytest.fixture
def full() -> Iterator[IO[bytes]]:
    """A device that is always full."""
    if not FULL.exists():
        pytest.skip("there is no /dev/full here")
    with FULL.open("wb") as stream:
        yield stream


COMMANDS = (["stats"], ["show", "--json"], ["export", "--format", "jsonl", "--out", "o.jsonl"])


@pytest.mark.parametrize("words", COMMANDS, ids=lambda words: words[0])
def test_a_reader_that_went_away_ends_it_silently(
    corpus: Path, run: Shell, broken: int, words: list[str]
) -> None:
    code, _, err = started(words[0], corpus, *words[1:], out=broken, err=subprocess.PIPE)
    assert code == 141
    assert b"annotator:" not in err
    assert started("--help", out=broken, err=subprocess.PIPE) == (141, b"", b"")


@pytest.mark.parametrize("words", COMMANDS, ids=lambda words: words[0])
def test_a_full_disk_behind_stdout_is_told(
    corpus: Path, run: Shell, full: IO[bytes], words: list[str]
) -> None:
    code, _, err = started(words[0], corpus, *words[1:], out=full, err=subprocess.PIPE)
    assert code == DiskFull.exit_code
    assert b"standard output: No space left on device" in err


def test_stderr_that_fails_changes_no_outcome(
    corpus: Path, run: Shell, full: IO[bytes], broken: int
) -> None:
    for err in (full, broken):
        for words in COMMANDS:
            made = started(words[0], corpus, *words[1:], out=subprocess.PIPE, err=err)
            assert (made[0], bool(made[1])) == (0, True)
        failed = started("stats", "none.db", out=subprocess.PIPE, err=err)
        assert failed == (NotACorpus.exit_code, b"", b"")


@pytest.mark.parametrize("command", ["add", "import", "merge", "export"])
def test_a_path_of_any_length_is_an_error_of_the_table(
    run: Shell, corpus: Path, command: str
) -> None:
    before, long = corpus.read_bytes(), "a" * 5_000
    more = {"import": ["--format", "csv"], "export": ["--format", "csv", "--out"]}.get(command, [])
    done = run(command, corpus, *more, long)
    assert (done.code, done.out) == (InputError.exit_code, "")
    assert "aaa: File name too long" in done.err
    assert corpus.read_bytes() == before


def test_a_closed_standard_input_is_an_empty_one(corpus: Path) -> None:
    command = f"{sys.executable} -m annotator annotate {corpus} --as ada <&-"
    done = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")


def test_without_a_standard_output_nothing_is_done(corpus: Path) -> None:
    command = f"{sys.executable} -m annotator stats {corpus} >&-"
    done = subprocess.run(["sh", "-c", command], stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 1
    assert "standard output is closed" in done.stderr


def test_an_empty_path_is_refused(run: Shell, corpus: Path) -> None:
    done = run("add", corpus, "")
    assert done.code == 2
    assert "an empty path" in done.err


def test_a_backup_of_nothing_is_no_damage(run: Shell, tmp_path: Path) -> None:
    done = run("backup", tmp_path / "none.db")
    assert done.code == 6
    assert "no such file" in done.err


def test_where_standard_input_is_closed_nothing_is_taken_for_a_text() -> None:
    command = f'"{sys.executable}" -m annotator highlight <&-'
    done = subprocess.run(["sh", "-c", command], capture_output=True, check=False)
    assert (done.returncode, done.stdout) == (InputError.exit_code, b"")
    assert b"standard input is closed, where a text should come from" in done.stderr
    empty = subprocess.run(["sh", "-c", command.replace("<&-", "</dev/null")], check=False)
    assert empty.returncode == 0
