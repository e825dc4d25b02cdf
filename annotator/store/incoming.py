"""A corpus from somebody else's hands: opened so that nothing in it can act, and checked."""

import contextlib
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

from annotator.errors import DamagedCorpus, StoreError
from annotator.store import faults, header
from annotator.store.reads import Reads

MAX_CELL = 100 * 1024 * 1024
"""Bytes: no text or blob above this is read from a foreign file."""

_READ = (
    "setting",
    "scheme",
    "annotator",
    "article",
    "block",
    "sentence",
    "suggestion",
    "story",
    "story_article",
    "counterpart",
    "arm",
    "assignment",
    "event",
    "ruling",
)
"""The only tables a merge reads."""


@contextlib.contextmanager
def opened(path: Path) -> Iterator[Reads]:
    """The corpus at `path`, read-only and immutable.

    Raises NotACorpus, NewerCorpus, DamagedCorpus, or StoreError when it was not closed properly or
    was made by an older version.
    """
    path = path.resolve() if path.is_symlink() else path
    if not path.is_file():
        raise faults.not_a_corpus(path, "not a file" if path.exists() else "no such file")
    for journal in (Path(f"{path}-journal"), Path(f"{path}-wal")):
        if journal.exists() and journal.stat().st_size:
            raise StoreError(
                f"{path}: is in use or was not closed properly",
                "Close it, or open it once with annotator, then try again.",
            )
    with faults.explained(path):
        connection = _connect(path)
    with contextlib.closing(connection):
        with faults.explained(path):
            _check(connection, path)
        yield Reads(connection, path)


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(
        f"file:{quote(os.fsencode(path.absolute()))}?mode=ro&immutable=1",
        uri=True,
        isolation_level=None,
    )
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, MAX_CELL)
    for pragma in ("trusted_schema=OFF", "cell_size_check=ON", "mmap_size=0", "query_only=ON"):
        connection.execute(f"PRAGMA {pragma}")
    return connection


def _check(connection: sqlite3.Connection, path: Path) -> None:
    if header.check(connection, path, write=True) < header.VERSION:
        raise StoreError(
            f"{path}: made by an older annotator", "Open it once with this one to upgrade it."
        )
    (verdict,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    if verdict != "ok":
        raise DamagedCorpus(f"{path}: {verdict}", "Ask for another copy, or restore a backup.")
    made = {
        str(name): (str(kind), str(sql))
        for name, kind, sql in connection.execute("SELECT name, type, sql FROM sqlite_master")
    }
    for table in _READ:
        kind, sql = made.get(table, ("missing", ""))
        if kind != "table" or sql.upper().startswith("CREATE VIRTUAL"):
            raise DamagedCorpus(
                f"{path}: {table} is not a table of a corpus", "Ask for another copy."
            )
