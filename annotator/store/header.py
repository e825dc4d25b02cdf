"""The first look at a corpus file: is it ours, which version, may it be written."""

import os
import sqlite3
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

from annotator.errors import DamagedCorpus, NewerCorpus, StoreError
from annotator.store import faults

APPLICATION_ID = 0x616E6E74
"""What the file's header says it is: "annt"."""

VERSION = 1
"""`user_version` of the files this program writes."""

_TRUST_NOTHING = ("trusted_schema=OFF", "cell_size_check=ON", "mmap_size=0", "foreign_keys=ON")

TRIGGERS = frozenset(
    ("event_no_update", "event_no_delete", "article_no_update", "article_no_delete")
)
"""The triggers of a corpus; another one could change what is saved."""

CACHE_KIB = 65_536
"""Pages a writing connection keeps, so that a merge does not spill half-done work to the disk."""

READ_CACHE_KIB = 16_384
"""Pages a reading connection keeps: the upper levels of a large corpus."""

PATIENCE = 5.0
"""Seconds that SQLite waits for another process before it says busy."""


class Identity(NamedTuple):
    """Which file a path leads to; another one means it was replaced while open."""

    device: int
    inode: int


def identity(path: Path) -> Identity | None:
    """The file at `path` now, or None."""
    try:
        found = os.stat(path)
    except OSError:
        return None
    return Identity(found.st_dev, found.st_ino)


def writable(path: Path) -> bool:
    """Whether the file and its folder, which holds the journal, may be written."""
    return os.access(path, os.W_OK) and os.access(path.resolve().parent, os.W_OK)


def connect(path: Path, *, write: bool, patience: float = PATIENCE) -> sqlite3.Connection:
    """A connection in autocommit that trusts nothing in the file.

    A reading connection opens the file as a writing one where it may, because only so can SQLite
    roll back what a killed process left half done; it then refuses to write.
    """
    mode = "rw" if write or writable(path) else "ro"
    connection = sqlite3.connect(
        f"file:{quote(os.fsencode(path.absolute()))}?mode={mode}",
        uri=True,
        timeout=patience,
        isolation_level=None,
        check_same_thread=sqlite3.threadsafety < 3,
    )
    try:
        _settle(connection, write)
    except BaseException:
        connection.close()
        raise
    return connection


def copied(source: sqlite3.Connection) -> sqlite3.Connection:
    """A connection to a copy of a database that nobody else sees, deleted when it is closed."""
    connection = sqlite3.connect(
        "", isolation_level=None, check_same_thread=sqlite3.threadsafety < 3
    )
    try:
        source.backup(connection)
        _settle(connection, write=False)
    except BaseException:
        connection.close()
        raise
    return connection


def _settle(connection: sqlite3.Connection, write: bool) -> None:
    for pragma in _TRUST_NOTHING:
        connection.execute(f"PRAGMA {pragma}")
    if not write:
        connection.execute("PRAGMA query_only=ON")
        connection.execute(f"PRAGMA cache_size=-{READ_CACHE_KIB}")
        return
    (journal,) = connection.execute("PRAGMA journal_mode=DELETE").fetchone()
    connection.execute("PRAGMA synchronous=EXTRA")
    connection.execute("PRAGMA fullfsync=ON")  # without it a Mac's disk may lie about a sync
    connection.execute(f"PRAGMA cache_size=-{CACHE_KIB}")
    (synchronous,) = connection.execute("PRAGMA synchronous").fetchone()
    if (journal, synchronous) != ("delete", 3):
        raise StoreError(
            f"SQLite does not give the durability asked for: journal {journal}, "
            f"synchronous {synchronous}",
            "Copy the corpus to a disk of this machine, and open it there.",
        )


def check(connection: sqlite3.Connection, path: Path, *, write: bool) -> int:
    """The schema version of the file; NotACorpus or NewerCorpus when it is not for us.

    A newer file may be read when it says that readers of our version still understand it.
    """
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    if application != APPLICATION_ID:
        raise faults.not_a_corpus(path, "an SQLite file, but not one of annotator's")
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    readable = version <= VERSION or _readable(connection)
    if not readable or (write and version > VERSION):
        raise NewerCorpus(
            f"{path}: written by a newer annotator (format {version}, this one knows {VERSION})",
            "Upgrade annotator. What only reads, such as export, works with this one."
            if readable
            else "Upgrade annotator.",
        )
    if write and version == VERSION:
        _check_triggers(connection, path)
    return int(version)


def _check_triggers(connection: sqlite3.Connection, path: Path) -> None:
    found = {
        n for (n,) in connection.execute("SELECT name FROM sqlite_master WHERE type='trigger'")
    }
    for name in sorted(found ^ TRIGGERS):
        problem = "is missing" if name in TRIGGERS else "was not made by annotator"
        raise DamagedCorpus(
            f"{path}: the trigger {name} {problem}, so nothing is saved to this file",
            "Restore a backup, or open it for reading and export.",
        )


def _readable(connection: sqlite3.Connection) -> bool:
    row = connection.execute("SELECT value FROM setting WHERE name = 'oldest_reader'").fetchone()
    return row is not None and int(row[0]) <= VERSION
