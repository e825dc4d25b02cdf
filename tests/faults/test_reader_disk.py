"""The real reader on disks full, failing, locked or read-only: told, kept, offered again."""

import contextlib
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from pathlib import Path

import faulty
import pytest
from typist import Typist

from annotator import project
from annotator.history import Kind
from annotator.store import doctor
from annotator.store.corpus import open_corpus
from annotator.tui.settings import tour_note


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of eight megabytes."""
    faulty.need("mount", root=True)
    folder = tmp_path / "disk"
    folder.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=8M", "tmpfs", str(folder)], check=True)
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


@pytest.fixture(autouse=True)
def no_tour(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    note = tour_note()
    assert note is not None
    note.parent.mkdir(parents=True)
    note.touch()


def wait_for(typist: Typist, text: str, there: bool = True) -> None:
    """Look until `text` is on the screen, or no longer is."""
    for _ in range(400):
        if any(text in row for row in typist.seen()) is there:
            return
        typist.look(0.1)
    raise AssertionError("\n".join(typist.seen()))


def fill(filler: Path) -> None:
    """Leave no room on the disk of `filler`."""
    with contextlib.suppress(OSError), open(filler, "ab", buffering=0) as file:
        while file.write(bytes(4096)):
            pass


def story_of(path: Path) -> str:
    with open_corpus(path, write=False) as corpus:
        return corpus.stories()[0].id


def kinds(path: Path) -> list[Kind]:
    with open_corpus(path, write=False) as corpus:
        return [event.kind for event in corpus.all_events()]


def test_a_full_disk_is_told_and_what_was_done_is_saved_once_there_is_room(
    disk: Path, corpus: Path
) -> None:
    path = Path(shutil.copyfile(corpus, disk / "c.db"))
    with Typist(path, story_of(path)) as typist:
        wait_for(typist, "0 labelled   saved")
        while typist.look(1.5):  # the daily backup may be under way
            pass
        done = 0
        while not any("not saved" in row for row in typist.seen()) and done < 20:
            fill(disk / "filler")  # the ballast gives way first, so this is done more than once
            typist.type("ny")
            done += 1
            while typist.look(0.5):
                pass
        wait_for(typist, "not saved: ")
        wait_for(typist, "is full")
        assert "not saved" in typist.seen()[0]
        typist.type("ny")
        done += 1
        while typist.look(0.5):
            pass
        assert f"{done} labelled   not saved" in typist.seen()[0]
        assert len(kinds(path)) < done
        (disk / "filler").unlink()
        typist.type("X")
        wait_for(typist, f"{done} labelled   saved")
    assert kinds(path) == [Kind.ACCEPT] * done
    assert [check for check in doctor.examine(path) if not check.ok] == []


def test_a_corpus_that_another_program_locks_is_told_and_saved_later(corpus: Path) -> None:
    with Typist(corpus, story_of(corpus)) as typist:
        wait_for(typist, "0 labelled   saved")
        other = sqlite3.connect(corpus, isolation_level=None)
        other.execute("BEGIN EXCLUSIVE")
        typist.type("ny")
        wait_for(typist, "1 labelled   saving")
        typist.type("n")  # the screen answers while the disk does not
        wait_for(typist, "not saved: ")
        other.execute("ROLLBACK")
        typist.type("y")
        wait_for(typist, "2 labelled   saved")
    assert kinds(corpus) == [Kind.ACCEPT] * 2
    assert [check for check in doctor.examine(corpus) if not check.ok] == []


def test_a_corpus_on_a_read_only_disk_is_read_and_nothing_is_drawn_as_saved(
    disk: Path, corpus: Path
) -> None:
    path = Path(shutil.copyfile(corpus, disk / "c.db"))
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    with Typist(path, story_of(path)) as typist:
        wait_for(typist, "0 labelled   read only")
        typist.type("ny")
        wait_for(typist, "for reading only")
        assert not any("1 labelled" in row for row in typist.seen())
    subprocess.run(["mount", "-o", "remount,rw", str(disk)], check=True)
    assert kinds(path) == []


def test_a_disk_that_fails_is_told_and_what_was_done_is_saved_when_it_works(corpus: Path) -> None:
    faulty.need("strace")
    with project.open_project(corpus) as opened:
        opened.desk("Ana")  # so that the first thing the reader saves is her label
    fail = ["-qq", "-f", "-o/dev/null", "-efdatasync,fsync"]
    fail += ["-einject=fdatasync,fsync:error=EIO:when=1..6"]
    with Typist(corpus, story_of(corpus), ["strace", *fail]) as typist:
        wait_for(typist, "0 labelled   saved")
        typist.type("ny")
        wait_for(typist, "not saved: ")
        assert "not saved" in typist.seen()[0]
        for _ in range(20):
            typist.type("X")
            while typist.look(0.5):
                pass
            if "not saved" not in typist.seen()[0]:
                break
        wait_for(typist, "1 labelled   saved")
    assert kinds(corpus) == [Kind.ACCEPT]
    assert [check for check in doctor.examine(corpus) if not check.ok] == []
