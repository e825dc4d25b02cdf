"""The one thread that writes to the corpus: one job, one transaction, one answer.

A job is a function of a Transaction. Its future resolves after COMMIT returned and the file is
still the one at the path. What goes wrong is answered by its class (see `faults`); the writer
stays usable after every error.
"""

import contextlib
import queue
import random
import sqlite3
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from typing import Any, Generic, TypeAlias, TypeVar

from annotator.errors import DamagedCorpus, StoreError
from annotator.store import ballast, faults, header
from annotator.store.faults import Fault
from annotator.store.header import Identity
from annotator.store.transaction import Transaction

__all__ = ["Transaction", "Writer"]

T = TypeVar("T")
Job: TypeAlias = Callable[[Transaction], T]

PATIENCE = 10.0
"""Seconds a job is tried again while another process holds the corpus."""

_PAUSE = 0.01


class Writer:
    """Owns the only writing connection to a corpus; made by `Corpus.writer`."""

    def __init__(self, path: Path, identity: Identity, patience: float = PATIENCE) -> None:
        self._path = path
        self._identity = identity
        self._patience = patience
        self._connection: sqlite3.Connection | None = None
        self._jobs: queue.SimpleQueue[tuple[Job[Any], Future[Any]] | None] = queue.SimpleQueue()
        self._closed = False
        self._thread = threading.Thread(target=self._work, name="annotator-writer", daemon=True)
        self._thread.start()

    def submit(self, job: Job[T]) -> Future[T]:
        """Run `job` as one transaction after all earlier ones; the future ends once it is saved.

        The future carries whatever the job raised, or BusyCorpus, DiskFull or ReadOnlyCorpus, and
        then nothing of the job is in the corpus; after DamagedCorpus nobody can say. The same event
        may be submitted again in any case: `Transaction.append` looks it up by its id.
        """
        if self._closed:
            raise StoreError(f"{self._path}: already closed", "Open the corpus again.")
        future: Future[T] = Future()
        self._jobs.put((job, future))
        return future

    def close(self, patience: float | None = None) -> None:
        """Save what was submitted, then let go of the corpus; wait `patience` seconds at most."""
        if not self._closed:
            self._closed = True
            self._jobs.put(None)
        self._thread.join(patience)

    def __enter__(self) -> "Writer":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # -- in the thread ------------------------------------------------------------------------

    def _work(self) -> None:
        ballast.load(self._path)
        while (item := self._jobs.get()) is not None:
            job, future = item
            if not future.set_running_or_notify_cancel():
                continue
            try:
                future.set_result(self._save(job))
            except BaseException as error:
                future.set_exception(error)
        self._disconnect()
        ballast.release(self._path)

    def _save(self, job: Job[T]) -> T:
        """Run a job until it is saved or nothing more can be done.

        A failing sync does not say whether the transaction is in the file, so before a job is run
        again the last event of the last attempt is looked up by its id.
        """
        deadline = time.monotonic() + self._patience
        attempt = _Attempt(job)
        reopened = False
        while True:
            try:
                if self._stored(attempt):
                    return attempt.answer
                attempt = _Attempt(job)
                self._run(attempt)
                return attempt.answer
            except sqlite3.Error as error:
                fault = faults.classify(error)
                suspect = fault in (Fault.BROKEN, Fault.READ_ONLY)
                if suspect:
                    self._disconnect()
                if fault is Fault.BUSY and time.monotonic() < deadline:
                    time.sleep(random.uniform(0, 2 * _PAUSE))
                elif suspect and not reopened:
                    reopened = True
                elif fault is not Fault.FULL or not ballast.release(self._path):
                    raise faults.explain(error, self._path) from error

    def _run(self, attempt: "_Attempt[T]") -> None:
        self._same_file()
        connection = self._connect()
        try:
            connection.execute("BEGIN IMMEDIATE")
            attempt.run(Transaction(connection, self._path))
            self._commit(connection)
        except BaseException:
            faults.roll_back(connection)
            raise
        self._same_file()

    def _commit(self, connection: sqlite3.Connection) -> None:
        """COMMIT; a reader in the way leaves the transaction open, so only this is tried again."""
        deadline = time.monotonic() + self._patience
        while True:
            try:
                connection.execute("COMMIT")
                return
            except sqlite3.Error as error:
                waiting = faults.classify(error) is Fault.BUSY and connection.in_transaction
                if not waiting or time.monotonic() > deadline:
                    raise
                time.sleep(_PAUSE)

    def _stored(self, attempt: "_Attempt[T]") -> bool:
        last = attempt.transaction.appended if attempt.transaction else None
        if last is None:
            return False
        query = "SELECT 1 FROM event WHERE id = ?"
        return self._connect().execute(query, (last.id,)).fetchone() is not None

    def _connect(self) -> sqlite3.Connection:
        if self._connection is None:
            patience = min(self._patience, header.PATIENCE)
            connection = header.connect(self._path, write=True, patience=patience)
            try:
                header.check(connection, self._path, write=True)
            except BaseException:
                connection.close()
                raise
            self._connection = connection
        return self._connection

    def _disconnect(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            with contextlib.suppress(sqlite3.Error):
                connection.close()

    def _same_file(self) -> None:
        if header.identity(self._path) != self._identity:
            raise DamagedCorpus(
                f"{self._path}: was moved, deleted or replaced while it was open; not saved",
                "Close annotator, put the file back or restore a backup, and open it again.",
            )


class _Attempt(Generic[T]):
    """One run of a job: what it answered, and the transaction it answered from."""

    answer: T
    transaction: Transaction | None = None

    def __init__(self, job: Job[T]) -> None:
        self._job = job

    def run(self, transaction: Transaction) -> None:
        self.transaction = transaction
        self.answer = self._job(transaction)
        transaction.seal()
