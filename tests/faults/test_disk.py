"""Disks that are full or may not be written (A4, A5, P3, P6)."""

import contextlib
import shutil
import subprocess
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import faulty
import labeller
import pytest

from annotator.errors import DiskFull, ReadOnlyCorpus, StoreError
from annotator.exchange import Selection
from annotator.formats.record import Options
from annotator.history import Event
from annotator.project import open_project
from annotator.scheme import Scheme
from annotator.store import backup, doctor, header
from annotator.store.corpus import open_corpus
from annotator.store.merge import merge
from annotator.store.migrations import create
from annotator.store.writer import Transaction, Writer


def _mount(*words: str) -> None:
    subprocess.run(["mount", *words], check=True)


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of two megabytes."""
    faulty.need("mount", root=True)
    _mount("-t", "tmpfs", "-o", "size=2M", "tmpfs", str(tmp_path))
    try:
        yield tmp_path
    finally:
        subprocess.run(["umount", "-l", str(tmp_path)], check=True)


@pytest.fixture
def fill_up(disk: Path) -> Callable[[], None]:
    def fill_up() -> None:
        with contextlib.suppress(OSError), open(disk / "filler", "ab", buffering=0) as filler:
            while filler.write(bytes(4096)):
                pass

    return fill_up


def _save_until_full(writer: Writer, events: Iterator[Event], saved: list[Event]) -> Event:
    while True:
        event = next(events)
        try:
            saved.append(writer.submit(partial(Transaction.append, event=event)).result())
        except DiskFull:
            return event


def test_a_full_disk_is_told_the_work_is_kept_and_saved_once_there_is_room(
    disk: Path, fill_up: Callable[[], None]
) -> None:
    path = faulty.fill(disk / "c.db")
    with open_corpus(path, write=True) as corpus:
        writer = corpus.writer()
        events = labeller.events(corpus, corpus.annotators()[0].id)
        saved = [writer.submit(partial(Transaction.append, event=next(events))).result()]
        fill_up()
        kept = _save_until_full(writer, events, saved)
        assert len(saved) > 1  # the ballast gave way first, so that some more was saved
        assert list(corpus.all_events()) == saved
        with pytest.raises(DiskFull):
            writer.submit(partial(Transaction.append, event=kept)).result()
        (disk / "filler").unlink()
        saved.append(writer.submit(partial(Transaction.append, event=kept)).result())
        assert [e.id for e in corpus.all_events()] == [e.id for e in saved]
    assert all(check.ok for check in doctor.examine(path))


def test_no_half_file_is_left_where_there_is_no_room(
    disk: Path, fill_up: Callable[[], None]
) -> None:
    path = faulty.fill(disk / "c.db")
    with open_corpus(path, write=False) as corpus:
        scheme = corpus.scheme()
    fill_up()
    with pytest.raises(DiskFull):
        create(disk / "new.db", scheme)
    with pytest.raises(DiskFull):
        backup.make(path, disk / "copy.db")
    assert sorted(p.name for p in disk.iterdir()) == ["c.db", "filler"]
    assert all(check.ok for check in doctor.examine(path))


def test_a_merge_an_upgrade_and_an_export_leave_what_was_there_where_there_is_no_room(
    disk: Path, fill_up: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    path, theirs = faulty.fill(disk / "c.db"), disk / "theirs.db"
    shutil.copy(path, theirs)
    told = faulty.label(theirs, 300)
    assert len(told.acknowledged) == 300
    out = disk / "out.jsonl"
    with open_project(path, write=False) as project:
        project.export("jsonl", out, Options(), Selection())
    before = {p: p.read_bytes() for p in (path, theirs, out)}
    fill_up()
    with open_corpus(path, write=True) as corpus, pytest.raises(DiskFull):
        merge(corpus, [theirs])
    with open_project(theirs, write=False) as project, pytest.raises(DiskFull):
        project.export("jsonl", out, Options(), Selection())
    monkeypatch.setattr(header, "VERSION", header.VERSION + 1)
    with pytest.raises(DiskFull):
        open_corpus(path, write=True)  # no room for the backup, so no upgrade
    monkeypatch.undo()
    monkeypatch.setattr(backup, "automatic", lambda path, why: path)
    with open_corpus(path, write=True) as corpus, pytest.raises(DiskFull):
        merge(corpus, [theirs])  # the merge itself
    monkeypatch.undo()
    assert {p: p.read_bytes() for p in before} == before
    assert not [p for p in disk.iterdir() if "part" in p.name]
    (disk / "filler").unlink()
    with open_corpus(path, write=True) as corpus:
        (merged,) = merge(corpus, [theirs])
    assert merged.events == 300
    faulty.prove(path, told)


def test_a_read_only_medium_is_read_and_never_written(disk: Path) -> None:
    path = faulty.fill(disk / "c.db")
    _mount("-o", "remount,ro", str(disk))
    with open_corpus(path, write=True) as corpus:
        assert corpus.read_only
        assert len(corpus.article_ids()) == 1
        with pytest.raises(ReadOnlyCorpus, match="read-only"):
            corpus.writer()
    with pytest.raises(StoreError, match="cannot be written"):
        create(disk / "new.db", corpus_scheme(path))


def test_an_interrupted_corpus_on_a_read_only_medium_says_what_to_do(disk: Path) -> None:
    faulty.need("strace")
    path = faulty.fill(disk / "c.db")
    kill = ["-qq", "-f", "-o/dev/null", "-epwrite64", f"-P{path}"]
    told = faulty.label(path, 3, ["strace", *kill, "-einject=pwrite64:signal=KILL:when=25"])
    assert Path(f"{path}-journal").exists()
    _mount("-o", "remount,ro", str(disk))
    with pytest.raises(ReadOnlyCorpus, match="interrupted"):
        open_corpus(path, write=False)
    _mount("-o", "remount,rw", str(disk))
    faulty.prove(path, told)


def test_a_read_only_file_is_read_and_never_written(disk: Path) -> None:
    path = faulty.fill(disk / "c.db")
    _mount("--bind", str(path), str(path))
    _mount("-o", "remount,ro,bind", str(path))
    with open_corpus(path, write=True) as corpus:
        assert corpus.read_only
        assert len(corpus.article_ids()) == 1


def corpus_scheme(path: Path) -> Scheme:
    with open_corpus(path, write=False) as corpus:
        return corpus.scheme()
