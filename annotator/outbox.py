"""One annotator's events on their way to the disk: saved in their order, kept when they cannot be."""

import concurrent.futures
import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any, TypeVar

from annotator.errors import StoreError
from annotator.history import Event
from annotator.store.writer import Transaction, Writer

T = TypeVar("T")


class Outbox:
    """Hands events to the writer; those whose saving failed go again before any later one."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer
        self._lock = threading.Lock()
        self._unsaved: list[Event] = []
        self._last: Future[Any] | None = None

    @property
    def unsaved(self) -> tuple[Event, ...]:
        """The events whose saving failed, oldest first."""
        with self._lock:
            return tuple(self._unsaved)

    def save(self, event: Event) -> Future[Event]:
        """Append an event to the record."""
        saved = self.submit(lambda transaction: transaction.append(event))

        def keep(future: Future[Event]) -> None:
            if isinstance(future.exception(), StoreError):
                with self._lock:
                    self._unsaved += [] if event in self._unsaved else [event]

        saved.add_done_callback(keep)
        return saved

    def save_again(self) -> list[Future[Event]]:
        """Offer what could not be saved to the disk again."""
        return [self.save(event) for event in self.unsaved]

    def submit(self, job: Callable[[Transaction], T]) -> Future[T]:
        """Run a job in one transaction with all that could not be saved before it."""

        def after_unsaved(transaction: Transaction) -> T:
            for event in self.unsaved:
                transaction.append(event)
            return job(transaction)

        def forget(future: Future[T]) -> None:
            if future.exception() is None:
                with self._lock:
                    self._unsaved.clear()

        submitted = self._writer.submit(after_unsaved)
        submitted.add_done_callback(forget)
        self._last = submitted
        return submitted

    def wait(self) -> None:
        """Wait until what was handed over is saved or has failed."""
        if self._last is not None:
            concurrent.futures.wait([self._last])
