"""Copies that are known to be whole, and the way back to one."""

import os
import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path

import filled
import pytest

from annotator.errors import BusyCorpus, NotACorpus, StoreError
from annotator.store import backup, doctor
from annotator.store.corpus import open_corpus


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = filled.fill(tmp_path / "c.db")
    ana = filled.write(made, lambda t: t.add_annotator("Ana")).id
    filled.write(made, lambda t: t.append(filled.label(ana)))
    return made


def _events(path: Path) -> int:
    with open_corpus(path, write=False) as corpus:
        return len(list(corpus.all_events()))


def _label(path: Path) -> None:
    filled.write(path, lambda t: t.append(filled.label(t.annotators()[0].id)))


def test_a_backup_is_a_whole_sound_corpus(path: Path, tmp_path: Path) -> None:
    with open_corpus(path, write=True) as corpus:
        corpus.writer()
        backup.make(path, tmp_path / "copy.db")
        with open_corpus(tmp_path / "copy.db", write=False) as copy:
            assert (copy.id, list(copy.all_events())) == (corpus.id, list(corpus.all_events()))
            assert copy.search("harbour") == corpus.search("harbour")
    assert all(check.ok for check in doctor.examine(tmp_path / "copy.db"))


def test_a_backup_never_takes_the_place_of_a_file(path: Path, tmp_path: Path) -> None:
    (tmp_path / "copy.db").write_text("mine")
    with pytest.raises(StoreError, match="already exists"):
        backup.make(path, tmp_path / "copy.db")
    assert (tmp_path / "copy.db").read_text() == "mine"


def test_a_file_that_is_no_corpus_is_not_backed_up(tmp_path: Path) -> None:
    (tmp_path / "c.db").write_text("Dear diary")
    with pytest.raises(NotACorpus):
        backup.make(tmp_path / "c.db", tmp_path / "copy.db")
    assert [p.name for p in tmp_path.iterdir()] == ["c.db"]


def test_there_is_one_daily_backup_a_day(path: Path) -> None:
    made = backup.daily(path)
    assert made is not None
    assert backup.daily(path) is None
    stamp = datetime.now(UTC) - timedelta(hours=25)
    os.rename(made, made.with_name(stamp.strftime("%Y%m%dT%H%M%SZ-aaaa-daily.db")))
    assert backup.daily(path) is not None
    assert len(backup.automatics(path)) == 2


def test_where_nothing_was_done_there_is_no_daily_backup(tmp_path: Path) -> None:
    path = filled.fill(tmp_path / "c.db")
    assert backup.daily(path) is None
    assert backup.automatics(path) == []


def test_a_corpus_too_large_to_copy_beside_work_has_no_daily_backup(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backup, "LARGE", 1000)
    assert backup.daily(path) is None
    assert backup.automatic(path, "by-hand").exists()


def test_old_backups_leave_by_count_and_age(path: Path) -> None:
    folder = backup.automatic(path, "first").parent
    now = datetime.now(UTC)
    for days in range(1, 60):
        stamp = (now - timedelta(days=days)).strftime("%Y%m%dT%H%M%SZ")
        (folder / f"{stamp}-aaaa-daily.db").touch()
    (folder / "mine.db").touch()
    backup.automatic(path, "last")
    kept = backup.automatics(path)
    assert len(kept) == backup.KEEP_MOST
    assert max(age for _, age in kept) <= backup.KEEP_FOR
    assert (folder / "mine.db").exists()


def test_restoring_keeps_the_file_it_replaces(path: Path, tmp_path: Path) -> None:
    backup.make(path, tmp_path / "copy.db")
    _label(path)
    replaced = backup.restore(path, tmp_path / "copy.db")
    assert replaced is not None
    assert (_events(path), _events(replaced), _events(tmp_path / "copy.db")) == (1, 2, 1)
    _label(path)
    assert (_events(path), _events(tmp_path / "copy.db")) == (2, 1)


@pytest.mark.parametrize("suffix", ["-journal", "-wal"])
def test_nothing_is_restored_beside_a_journal(path: Path, tmp_path: Path, suffix: str) -> None:
    backup.make(path, tmp_path / "copy.db")
    before = path.read_bytes()
    Path(f"{path}{suffix}").write_bytes(b"stale")
    with pytest.raises(StoreError, match="journal"):
        backup.restore(path, tmp_path / "copy.db")
    assert path.read_bytes() == before


def test_nothing_is_restored_while_others_hold_the_corpus(path: Path, tmp_path: Path) -> None:
    backup.make(path, tmp_path / "copy.db")
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("BEGIN")
    holder.execute("SELECT * FROM event").fetchall()
    with pytest.raises(BusyCorpus):
        backup.restore(path, tmp_path / "copy.db", patience=0.1)
    holder.close()


def test_the_backup_of_another_corpus_is_not_restored(path: Path, tmp_path: Path) -> None:
    other = filled.fill(tmp_path / "other.db")
    with pytest.raises(StoreError, match="another corpus"):
        backup.restore(path, other)
    assert _events(path) == 1


def test_a_corpus_is_not_restored_from_itself_or_from_nothing(path: Path, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="the corpus itself"):
        backup.restore(path, path)
    with pytest.raises(NotACorpus, match="no such file"):
        backup.restore(path, tmp_path / "nowhere.db")
    assert _events(path) == 1


def test_a_pipe_or_folder_is_not_replaced(path: Path, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "folder").mkdir()
    for name in ("pipe", "folder"):
        with pytest.raises(NotACorpus, match="not a file"):
            backup.restore(tmp_path / name, path)
    assert (tmp_path / "pipe").is_fifo()


@pytest.mark.parametrize("harm", [b"", b"junk" * 4000, None])
def test_a_ruined_or_lost_corpus_is_what_restoring_is_for(
    path: Path, tmp_path: Path, harm: bytes | None
) -> None:
    backup.make(path, tmp_path / "copy.db")
    path.unlink()
    if harm is not None:
        path.write_bytes(harm)
    replaced = backup.restore(path, tmp_path / "copy.db")
    assert _events(path) == 1
    assert (replaced.read_bytes() if replaced else None) == harm
