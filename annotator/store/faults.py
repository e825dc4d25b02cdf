"""What SQLite reports, sorted by what has to be done about it."""

import contextlib
import os
import sqlite3
from collections.abc import Iterator
from enum import Enum
from pathlib import Path

from annotator.errors import (
    BusyCorpus,
    DamagedCorpus,
    DiskFull,
    NotACorpus,
    ReadOnlyCorpus,
    StoreError,
)


class Fault(Enum):
    """A class of errors with one reaction."""

    BUSY = "another process holds the file: try the same again"
    FULL = "no room: make some, else say so and keep the work"
    BROKEN = "reading or writing failed: trust nothing, reopen, look"
    READ_ONLY = "may not be written"
    FOREIGN = "not a database"
    WRONG = "the statement itself is refused: trying again changes nothing"


_FAULTS = {
    sqlite3.SQLITE_BUSY: Fault.BUSY,
    sqlite3.SQLITE_LOCKED: Fault.BUSY,
    sqlite3.SQLITE_FULL: Fault.FULL,
    sqlite3.SQLITE_IOERR: Fault.BROKEN,
    sqlite3.SQLITE_CORRUPT: Fault.BROKEN,
    sqlite3.SQLITE_CANTOPEN: Fault.BROKEN,
    sqlite3.SQLITE_PROTOCOL: Fault.BROKEN,
    sqlite3.SQLITE_READONLY: Fault.READ_ONLY,
    sqlite3.SQLITE_PERM: Fault.READ_ONLY,
    sqlite3.SQLITE_NOTADB: Fault.FOREIGN,
}


_RESTORE = (
    "Check the disk, run `annotator doctor`, or go back to a backup with `annotator restore`."
)


def classify(error: sqlite3.Error) -> Fault:
    """The class of an error; the low byte of SQLite's extended code decides."""
    code = getattr(error, "sqlite_errorcode", None)
    return Fault.WRONG if code is None else _FAULTS.get(code & 0xFF, Fault.WRONG)


def explain(error: sqlite3.Error, path: Path) -> StoreError:
    """The error a person sees for what SQLite reported about the corpus at `path`."""
    name = getattr(error, "sqlite_errorname", type(error).__name__)
    match classify(error):
        case Fault.BUSY:
            return BusyCorpus(
                f"{path}: held by another program", "Wait until it has finished, then try again."
            )
        case Fault.FULL:
            return DiskFull(
                f"{path}: not saved, the disk is full",
                "Free some space and do it again; the reader keeps it until then.",
            )
        case Fault.READ_ONLY if name == "SQLITE_READONLY_ROLLBACK":
            return ReadOnlyCorpus(
                f"{path}: saving was interrupted, and it cannot be put right where it lies",
                "Copy the corpus and its journal to a place where you may write, and open it.",
            )
        case Fault.READ_ONLY:
            return read_only(path)
        case Fault.FOREIGN:
            return not_a_corpus(path, "not an SQLite file")
        case Fault.BROKEN:
            return DamagedCorpus(
                f"{path}: cannot be read or written safely: {error} ({name})",
                _RESTORE,
            )
    return StoreError(
        f"{path}: {error} ({name})", "Try again; then look into it: annotator doctor CORPUS"
    )


def not_a_corpus(path: Path, why: str) -> NotACorpus:
    """The error for a file that is no corpus."""
    return NotACorpus(f"{path}: {why}", "Give the path of a corpus, or make one: annotator new.")


def read_only(path: Path) -> ReadOnlyCorpus:
    """The error for a corpus that may not be written, saying what forbids it."""
    if not os.access(path, os.W_OK):
        cause = "the file is read-only"
    elif not os.access(path.resolve().parent, os.W_OK):
        cause = "its folder is read-only"
    else:
        cause = "it was opened for reading"
    return ReadOnlyCorpus(
        f"{path}: can be read but not written: {cause}",
        "Change its permissions, or copy the corpus to a place where you may write.",
    )


def unwritten(error: OSError, path: Path) -> StoreError:
    """The error a person sees when a file beside the corpus could not be written."""
    if error.errno in DiskFull.codes:
        return DiskFull(f"{path}: not written: {error.strerror}", "Free some space and try again.")
    return StoreError(
        f"{path}: cannot be written: {error.strerror}", "Choose a folder you may write to."
    )


@contextlib.contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn what SQLite raises in the body into the errors a person sees."""
    try:
        yield
    except sqlite3.Error as error:
        raise explain(error, path) from error
    except UnicodeDecodeError as error:  # SQLite quotes the damaged bytes in its message
        raise DamagedCorpus(f"{path}: cannot be read: damaged text in it", _RESTORE) from error


@contextlib.contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """BEGIN IMMEDIATE, the body, COMMIT; a failing body or commit leaves nothing behind."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        roll_back(connection)
        raise


def roll_back(connection: sqlite3.Connection) -> None:
    """ROLLBACK, where SQLite has not done so already; never hides the error that led here."""
    with contextlib.suppress(sqlite3.Error):
        if connection.in_transaction:
            connection.execute("ROLLBACK")
