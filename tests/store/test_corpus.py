"""Files that are no corpus, or not one for us: a clear error, and nothing touched."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import filled
import pytest
from filled import ONE, SCHEME

from annotator.errors import BusyCorpus, DamagedCorpus, NewerCorpus, NotACorpus, StoreError
from annotator.store import header
from annotator.store.corpus import open_corpus
from annotator.store.migrations import create


@pytest.mark.parametrize("write", [True, False])
@pytest.mark.parametrize(
    ("content", "why"),
    [
        (None, "no such file"),
        (b"", "not one of annotator's"),
        (b"Dear diary, " * 500, "not an SQLite file"),
        (b"SQLite format 3\x00" + b"\x00" * 4080, "not an SQLite file|cannot be read"),
    ],
)
def test_a_file_that_is_no_corpus(
    tmp_path: Path, write: bool, content: bytes | None, why: str
) -> None:
    path = tmp_path / "c.db"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises((NotACorpus, DamagedCorpus), match=why) as caught:
        open_corpus(path, write=write)
    assert str(path) in caught.value.message
    assert caught.value.hint
    assert (path.read_bytes() if content is not None else None) == content
    assert [p.name for p in tmp_path.iterdir()] == ([] if content is None else ["c.db"])


def test_a_folder_is_no_corpus(tmp_path: Path) -> None:
    with pytest.raises(NotACorpus, match="not a file"):
        open_corpus(tmp_path, write=False)


def test_the_database_of_another_program_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "c.db"
    raw = sqlite3.connect(path)
    raw.execute("CREATE TABLE event (id TEXT)")
    raw.close()
    before = path.read_bytes()
    with pytest.raises(NotACorpus, match="not one of annotator's"):
        open_corpus(path, write=True)
    assert path.read_bytes() == before


def _newer(path: Path, oldest_reader: int) -> None:
    raw = sqlite3.connect(path)
    raw.execute(f"PRAGMA user_version={header.VERSION + 1}")
    raw.execute("UPDATE setting SET value = ? WHERE name = 'oldest_reader'", (str(oldest_reader),))
    raw.commit()
    raw.close()


def test_a_newer_corpus_is_not_written_but_read_where_it_allows_that(tmp_path: Path) -> None:
    path = filled.fill(tmp_path / "c.db")
    _newer(path, header.VERSION)
    with pytest.raises(NewerCorpus, match=f"format {header.VERSION + 1}"):
        open_corpus(path, write=True)
    with open_corpus(path, write=False) as corpus:
        assert corpus.article(ONE.id) == ONE


def test_a_newer_corpus_that_old_readers_misread_is_not_read(tmp_path: Path) -> None:
    path = filled.fill(tmp_path / "c.db")
    _newer(path, header.VERSION + 1)
    with pytest.raises(NewerCorpus):
        open_corpus(path, write=False)


@pytest.mark.parametrize("write", [True, False])
def test_a_locked_corpus_is_busy_and_says_so(tmp_path: Path, write: bool) -> None:
    path = filled.fill(tmp_path / "c.db")
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    with pytest.raises(BusyCorpus, match="held by another program"):
        open_corpus(path, write=write, patience=0.1)
    holder.close()
    with open_corpus(path, write=write) as corpus:
        assert corpus.article_ids()


def test_creating_never_takes_the_place_of_something(tmp_path: Path) -> None:
    path = tmp_path / "c.db"
    path.write_text("mine")
    with pytest.raises(StoreError, match="already exists"):
        create(path, SCHEME)
    assert path.read_text() == "mine"
    (tmp_path / "dangling.db").symlink_to(tmp_path / "nowhere")
    with pytest.raises(StoreError, match="already exists"):
        create(tmp_path / "dangling.db", SCHEME)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["c.db", "dangling.db"]


def test_creating_in_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="cannot be written"):
        create(tmp_path / "no" / "c.db", SCHEME)


def test_what_a_killed_process_left_half_filled_is_swept_away(tmp_path: Path) -> None:
    left, other = tmp_path / ".c.db.aa.corpus-part", tmp_path / ".c.db.bb.corpus-part"
    for path in (left, other):
        path.touch()
    os.utime(left, (0, 0))
    create(tmp_path / "c.db", SCHEME)
    assert sorted(p.name for p in tmp_path.iterdir()) == [other.name, "c.db"]


def test_two_corpora_have_two_ids(tmp_path: Path) -> None:
    ids = set()
    for name in ("a.db", "b [1]?#.db"):
        create(tmp_path / name, SCHEME)
        with open_corpus(tmp_path / name, write=False) as corpus:
            ids.add(corpus.id)
    assert len(ids) == 2


def test_reading_and_annotating_need_no_sqlite_utils(tmp_path: Path) -> None:
    path = filled.fill(tmp_path / "c.db")
    code = (
        "import sys; from pathlib import Path; from annotator.store.corpus import open_corpus\n"
        "with open_corpus(Path(sys.argv[1]), write=True) as corpus:\n"
        "    corpus.writer().submit(lambda t: t.add_annotator('Ana')).result()\n"
        "    corpus.stories()\n"
        "sys.exit('sqlite_utils' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code, str(path)], check=False).returncode == 0


@pytest.mark.parametrize("room", [True, False])
def test_others_save_while_a_corpus_is_read_as_of_one_moment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, room: bool
) -> None:
    def full(_: sqlite3.Connection) -> sqlite3.Connection:
        raise sqlite3.OperationalError("database or disk is full")

    if not room:
        monkeypatch.setattr(header, "copied", full)
    path = filled.fill(tmp_path / "c.db")
    with open_corpus(path, write=False) as corpus, corpus.frozen() as held:
        other = sqlite3.connect(path, timeout=0.1)
        query = "INSERT INTO annotator (id, name) VALUES ('x', 'Xenia')"
        if room:
            with other:
                other.execute(query)
        else:
            with pytest.raises(sqlite3.OperationalError, match="locked"), other:
                other.execute(query)
        other.close()
        assert (held.id, held.path, held.article(ONE.id)) == (corpus.id, path, ONE)
        assert not held.annotators()
        assert held.read_only
    assert sorted(p.name for p in tmp_path.iterdir()) == ["c.db"]


def test_a_corpus_that_others_hold_is_not_waited_for_for_ever(tmp_path: Path) -> None:
    path = filled.fill(tmp_path / "c.db")
    with open_corpus(path, write=False, patience=0.1) as corpus:
        holder = sqlite3.connect(path, isolation_level=None)
        holder.execute("BEGIN EXCLUSIVE")
        with pytest.raises(BusyCorpus), corpus.frozen():
            pass
        holder.close()
        with corpus.frozen() as held:
            assert held.article_ids()
