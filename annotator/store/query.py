"""A connection that answers: the ground under everything that reads a corpus."""

import contextlib
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from annotator.errors import DamagedCorpus
from annotator.store import faults
from annotator.store.rows import Row

T = TypeVar("T")


class Query:
    """Asks in SQL, always to the end, so that no open question keeps another from saving."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self.path = path
        self._connection = connection

    def spell_out(self) -> None:
        """From now on read text that is no UTF-8 too, so that it can be told where it is."""
        self._connection.text_factory = lambda raw: raw.decode("utf-8", "surrogateescape")

    @contextlib.contextmanager
    def at_once(self) -> Iterator[None]:
        """What is asked in the body is answered as of one moment; until it ends nobody can save."""
        with faults.explained(self.path):
            self._connection.execute("BEGIN")
        try:
            yield
        finally:
            faults.roll_back(self._connection)

    def ask(self, sql: str, *values: object) -> list[Row]:
        """All rows of the answer; what SQLite reports becomes a StoreError."""
        with faults.explained(self.path):
            return self._connection.execute(sql, values).fetchall()

    def ask_for(self, make: Callable[[Row], T], sql: str, *values: object) -> list[T]:
        """What `make` makes of each row; DamagedCorpus names one that it can make nothing of."""
        found = self.ask(sql, *values)
        made: list[T] = []
        try:
            for row in found:
                made.append(make(row))
        except (ValueError, TypeError, KeyError) as error:
            raise DamagedCorpus(
                f"{self.path}: the stored row {found[len(made)][0]!r} makes no sense: {error}",
                "Run `annotator doctor`, and go back to a backup with `annotator restore`.",
            ) from error
        return made

    def ask_one(self, sql: str, *values: object) -> Row | None:
        """The first row of the answer, or None."""
        found = self.ask(sql, *values)
        return found[0] if found else None
