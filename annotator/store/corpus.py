"""An open corpus: its answers, and the way to its writer."""

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from annotator.errors import StoreError
from annotator.store import faults, header
from annotator.store.header import Identity
from annotator.store.reads import Reads
from annotator.store.writer import Writer

PARTING = 3.0
"""Seconds that a job may still take once Ctrl-C was pressed: foreign code in it may never end."""


class Corpus(Reads):
    """The corpus in a file, read over a connection of its own; close it or use it with `with`.

    `read_only` says that nothing can be saved: it was opened so, or the file or its folder may
    not be written. Any thread may read; the writer has its own thread and connection.
    """

    def __init__(
        self, connection: sqlite3.Connection, path: Path, identity: Identity, *, write: bool
    ) -> None:
        super().__init__(connection, path)
        self.read_only = not write
        self._identity = identity
        self._writer: Writer | None = None

    def writer(self) -> Writer:
        """The one writer of this corpus, started when first asked for; ReadOnlyCorpus if none."""
        if self.read_only:
            raise faults.read_only(self.path)
        if self._writer is None:
            self._writer = Writer(self.path, self._identity)
        return self._writer

    def version(self) -> int:
        """A number that is another one once somebody else has saved."""
        return int(self.ask("PRAGMA data_version")[0][0])

    @contextlib.contextmanager
    def frozen(self) -> Iterator["Corpus"]:
        """The corpus as it is at this moment, while others go on saving.

        They wait only until it is copied, to where SQLite has its temporary files; where there is
        no room for that it is read in its place, and they wait until the block ends.
        """
        with contextlib.ExitStack() as moment:
            moment.enter_context(self.at_once())
            self.article_ids()  # the lock is taken, or refused, here: a copy would wait for ever
            copy = None
            with contextlib.suppress(sqlite3.Error):
                copy = header.copied(self._connection)
            if copy is None:
                yield self
                return
            moment.close()
            with Corpus(copy, self.path, self._identity, write=False) as held:
                yield held

    def close(self, patience: float | None = None) -> None:
        """Save what was submitted, then let go of the file.

        With `patience`, in seconds, what takes longer to be saved is given up.
        """
        if self._writer is not None:
            self._writer.close(patience)
        self._connection.close()

    def __enter__(self) -> "Corpus":
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        self.close(PARTING if kind is KeyboardInterrupt else None)


def open_corpus(path: Path, *, write: bool, patience: float = header.PATIENCE) -> Corpus:
    """Open a corpus; with `write`, an older one is brought to the present first (after a backup).

    A corpus that cannot be written opens `read_only` whatever was asked. Raises NotACorpus,
    NewerCorpus, BusyCorpus (after `patience` seconds), DamagedCorpus.
    """
    identity = header.identity(path)
    if identity is None:
        raise faults.not_a_corpus(path, "no such file")
    if not path.is_file():
        raise faults.not_a_corpus(path, "not a file")
    write = write and header.writable(path)
    with faults.explained(path):
        connection = header.connect(path, write=False, patience=patience)
        try:
            version = header.check(connection, path, write=write)
            if version < header.VERSION:
                _modernise(path, write=write)
        except BaseException:
            connection.close()
            raise
    return Corpus(connection, path, identity, write=write)


def _modernise(path: Path, *, write: bool) -> None:
    if not write:
        raise StoreError(
            f"{path}: written by an older annotator and not yet upgraded",
            "Open it once where it can be written; a backup is made first.",
        )
    from annotator.store import backup, migrations  # reading a present corpus needs neither

    backup.automatic(path, "before-upgrade")
    migrations.upgrade(path)
