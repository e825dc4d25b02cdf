"""What stands, kept in tables: the fold of a subject's events, written beside them."""

import sqlite3
from collections.abc import Iterable

from annotator import history
from annotator.history import Event, Kind
from annotator.store import membership, rows
from annotator.store.rows import Row

TABLES = {
    "annotation": ("id", rows.ANNOTATION),
    "decision": ("subject", "subject, annotator, suggestion, verdict, at, article"),
    "ruling": ("subject", "subject, kind, annotator, article, body, at, event"),
    "undone": ("subject", "event, subject, annotator, counter, undo"),
}
"""The tables that hold nothing but the fold: which column is the subject, and all columns."""

_DELETE = {table: f"DELETE FROM {table} WHERE {key} = ?" for table, (key, _) in TABLES.items()}
_INSERT = {table: rows.insert(table, columns) for table, (_, columns) in TABLES.items()}


def refold(connection: sqlite3.Connection, subject: str) -> None:
    """Make the tables say what stands for `subject`, given the events that are stored."""
    found = connection.execute(f"SELECT {rows.EVENT} FROM event WHERE subject = ?", (subject,))
    events = list(map(rows.event, found.fetchall()))
    for table, held in folded(subject, events).items():
        connection.execute(_DELETE[table], (subject,))
        if held:
            connection.executemany(_INSERT[table], held)
    if any(event.kind is Kind.STORY for event in events):
        membership.settle(connection, subject)


def folded(subject: str, events: Iterable[Event]) -> dict[str, list[Row]]:
    """The rows of each table that say what stands for `subject`, given all its events."""
    events = list(events)
    standing = history.fold_subject(subject, events)
    held: dict[str, list[Row]] = {table: [] for table in TABLES}
    if standing.annotation:
        held["annotation"].append(rows.annotation_row(standing.annotation))
    if (made := standing.decision) is not None:
        article = next((event.article for event in events if event.article), None)
        row = (subject, made.annotator, made.suggestion, made.verdict, made.at, article)
        held["decision"].append(row)
    if standing.ruling:
        held["ruling"].append(_ruling_row(standing.ruling))
    held["undone"] = [
        (event, subject, undo.annotator, undo.counter, undo.id)
        for event, undo in sorted(history.undone(events).items())
    ]
    return held


def _ruling_row(ruling: Event) -> Row:
    article = ruling.article or next(iter(ruling.body.get("a", ())), None)
    body = rows.dump(history.said(ruling))
    return (ruling.subject, ruling.kind, ruling.annotator, article, body, ruling.at, ruling.id)
