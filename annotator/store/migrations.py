"""How a corpus file comes to be, and how an older one becomes a present one.

A new corpus is an empty file migrated to the present. All pending steps and the new
`user_version` are one transaction, so a kill leaves the file as it was or whole.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from sqlite_utils import Database, Migrations

from annotator.model import random_id
from annotator.scheme import Scheme
from annotator.store import faults, header
from annotator.store.fresh import fresh
from annotator.store.transaction import Transaction

STEPS = Migrations("annotator")


@STEPS()
def tables(db: Database) -> None:
    """The tables of the first release."""
    for statement in _statements(Path(__file__).with_name("schema.sql").read_text("utf-8")):
        db.execute(statement)


def migrate(connection: sqlite3.Connection) -> None:
    """Bring the file behind a writing connection to the present version, in one transaction."""
    with faults.transaction(connection):
        STEPS.apply(Database(connection, recursive_triggers=False))
        connection.execute(f"PRAGMA application_id={header.APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version={header.VERSION}")


def create(path: Path, scheme: Scheme) -> None:
    """Make a corpus with this scheme; the whole file appears at once.

    Raises StoreError when something exists at `path` or the folder cannot be written, DiskFull
    when there is no room.
    """
    with (
        fresh(path) as beside,
        faults.explained(path),
        closing(header.connect(beside, write=True)) as connection,
    ):
        migrate(connection)
        with faults.transaction(connection):
            transaction = Transaction(connection, path)
            transaction.set_setting("id", random_id())
            transaction.set_setting("oldest_reader", str(header.VERSION))
            transaction.add_scheme(scheme)
            transaction.seal()


def upgrade(path: Path) -> None:
    """Bring the corpus at `path` to the present version; it is left as it was on any error."""
    with faults.explained(path), closing(header.connect(path, write=True)) as connection:
        migrate(connection)


def _statements(script: str) -> Iterator[str]:
    """The statements of a script one by one; Python would commit before running it whole."""
    lines: list[str] = []
    for line in script.splitlines(keepends=True):
        lines.append(line)
        if line.rstrip().endswith(";") and sqlite3.complete_statement("".join(lines)):
            yield "".join(lines)
            lines.clear()
