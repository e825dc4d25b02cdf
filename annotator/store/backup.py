"""Copies of a corpus that are known to be whole, and the way back to one."""

import contextlib
import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

from annotator.errors import DamagedCorpus, StoreError
from annotator.model import random_id
from annotator.store import faults, header
from annotator.store.faults import Fault
from annotator.store.fresh import aside, fresh, sync
from annotator.text.plurals import counted

KEEP_LEAST = 5
"""Automatic backups kept whatever their age."""

KEEP_MOST = 30
"""Automatic backups kept at all."""

KEEP_FOR = timedelta(days=30)
"""How long automatic backups between these numbers are kept."""

DAY = timedelta(hours=24)

LARGE = 512 * 1024 * 1024
"""Bytes: copying more would hold up saving beyond the writer's patience."""

_STAMP = "%Y%m%dT%H%M%SZ"


def make(path: Path, target: Path) -> None:
    """Copy the corpus at `path` to `target`, which must not exist, and prove the copy whole.

    The copy appears at once, after it was reopened, checked and counted. Others may go on
    annotating. Raises StoreError, DiskFull, BusyCorpus, DamagedCorpus.
    """
    with faults.explained(path), fresh(target) as beside:
        with closing(header.connect(path, write=False)) as source:
            header.check(source, path, write=False)
            least = _events(source)
            source.execute("PRAGMA query_only=OFF")  # it would forbid writing the copy too
            source.execute("VACUUM INTO CAST(? AS TEXT)", (os.fsencode(beside),))
            most = _events(source)
        _prove(beside, least, most)


def automatic(path: Path, why: str) -> Path:
    """Make a backup in the folder beside the corpus; old ones leave by count and age."""
    folder = _folder(path)
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise faults.unwritten(error, folder) from error
    stamp = datetime.now(UTC).strftime(_STAMP)
    target = folder / f"{stamp}-{random_id()[:4]}-{why}.db"
    make(path, target)
    _prune(path)
    return target


def daily(path: Path) -> Path | None:
    """Make an automatic backup unless there is one of the last day, or no event to lose.

    A file above `LARGE` is left to `make`, for saving waits while it is copied.
    """
    ages = [age for _, age in automatics(path)]
    if (ages and min(ages) < DAY) or not _has_events(path) or path.stat().st_size > LARGE:
        return None
    return automatic(path, "daily")


def automatics(path: Path) -> list[tuple[Path, timedelta]]:
    """The automatic backups of a corpus with their ages, youngest first."""
    found = sorted(_folder(path).glob("*.db"), reverse=True)
    now = datetime.now(UTC)
    return [(name, now - taken) for name in found if (taken := _taken(name))]


def restore(path: Path, backup: Path, patience: float = header.PATIENCE) -> Path | None:
    """Put a backup in the place of the corpus; returns where the replaced file, if any, is kept.

    Raises StoreError beside a journal (it belongs to the file that is there and would be played
    into the backup) or when the backup is of another corpus, BusyCorpus while others are at it.
    """
    path = path.resolve()
    if path.exists() and not path.is_file():
        raise faults.not_a_corpus(path, "not a file")
    for journal in (Path(f"{path}-journal"), Path(f"{path}-wal")):
        if journal.exists():
            raise StoreError(
                f"{journal}: a journal lies beside the corpus",
                "Open the corpus once to finish what was interrupted, or move both files away.",
            )
    if not backup.is_file():
        raise faults.not_a_corpus(backup, "no such file")
    if path.exists() and path.samefile(backup):
        raise StoreError(f"{backup}: is the corpus itself", "Give the path of a backup of it.")
    with faults.explained(backup), closing(header.connect(backup, write=False)) as source:
        header.check(source, backup, write=False)
        wanted = _id(source)
    if not path.exists():
        _put(backup, path)
        return None
    stamp = datetime.now(UTC).strftime(_STAMP)
    replaced = path.with_name(f"{path.name}.replaced-{stamp}-{random_id()[:4]}")
    with _held(path, wanted, patience):
        _put(backup, path, replaced)
    return replaced


def _put(backup: Path, path: Path, replaced: Path | None = None) -> None:
    incoming = aside(path)
    try:
        shutil.copyfile(backup, incoming)
        sync(incoming)
        if replaced is not None:
            os.link(path, replaced)
        os.replace(incoming, path)
        sync(path.parent)
    except OSError as error:
        raise faults.unwritten(error, path) from error
    finally:
        incoming.unlink(missing_ok=True)


@contextlib.contextmanager
def _held(path: Path, wanted: str, patience: float) -> Iterator[None]:
    """Keep other programs off the file to be replaced, as far as it is still a database."""
    with contextlib.ExitStack() as stack:
        present = wanted
        try:
            connection = header.connect(path, write=True, patience=patience)
            stack.enter_context(closing(connection))
            connection.execute("BEGIN EXCLUSIVE")
            present = _id(connection)
        except sqlite3.Error as error:  # what is too damaged to answer may be replaced
            if faults.classify(error) is Fault.BUSY:
                raise faults.explain(error, path) from error
        if present != wanted:
            raise StoreError(
                f"{path}: the backup is of another corpus", "Restore it under another name."
            )
        yield


def _prove(copy: Path, least: int, most: int) -> None:
    with closing(header.connect(copy, write=False)) as connection:
        (verdict,) = connection.execute("PRAGMA quick_check(1)").fetchone()
        held = _events(connection)
    if verdict != "ok" or not least <= held <= most:
        raise DamagedCorpus(
            f"{copy}: the copy is not whole: {verdict}, {counted(held, 'events')} of {least}",
            "Run `annotator doctor` on the corpus.",
        )


def _has_events(path: Path) -> bool:
    with faults.explained(path), closing(header.connect(path, write=False)) as connection:
        return connection.execute("SELECT 1 FROM event LIMIT 1").fetchone() is not None


def _events(connection: sqlite3.Connection) -> int:
    return int(connection.execute("SELECT count(*) FROM event").fetchone()[0])


def _id(connection: sqlite3.Connection) -> str:
    return str(connection.execute("SELECT value FROM setting WHERE name = 'id'").fetchone()[0])


def _folder(path: Path) -> Path:
    return path.with_name(f"{path.name}.backups")


def _taken(backup: Path) -> datetime | None:
    try:
        return datetime.strptime(backup.name[:16], _STAMP).replace(tzinfo=UTC)
    except ValueError:
        return None


def _prune(path: Path) -> None:
    for number, (backup, age) in enumerate(automatics(path)):
        if number >= KEEP_MOST or (number >= KEEP_LEAST and age > KEEP_FOR):
            backup.unlink(missing_ok=True)
