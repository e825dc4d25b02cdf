"""What stands, kept in tables: the fold of a subject's events, written beside them."""

import json
import sqlite3
from collections.abc import Iterable
from itertools import islice

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

_AMONG = "IN (SELECT value FROM json_each(?))"
_DELETE = {table: f"DELETE FROM {table} WHERE {key} {_AMONG}" for table, (key, _) in TABLES.items()}
_INSERT = {table: rows.insert(table, columns) for table, (_, columns) in TABLES.items()}
_BATCH = 1000


def refold(connection: sqlite3.Connection, subjects: Iterable[str]) -> None:
    """Make the tables say what stands for `subjects`, given the events that are stored.

    Subjects are taken in the order of their ids, so that many of them touch each page once.
    """
    ordered = iter(sorted(set(subjects)))
    while batch := list(islice(ordered, _BATCH)):
        _refold(connection, batch)


def _refold(connection: sqlite3.Connection, subjects: list[str]) -> None:
    among = (json.dumps(subjects),)
    found = connection.execute(f"SELECT {rows.EVENT} FROM event WHERE subject {_AMONG}", among)
    events: dict[str, list[Event]] = {subject: [] for subject in subjects}
    for event in map(rows.event, found.fetchall()):
        events[event.subject].append(event)
    held: dict[str, list[Row]] = {table: [] for table in TABLES}
    for subject, own in events.items():
        for table, made in folded(subject, own).items():
            held[table] += made
    for table, made in held.items():
        connection.execute(_DELETE[table], among)
        connection.executemany(_INSERT[table], made)
    for subject, own in events.items():
        if any(event.kind is Kind.STORY for event in own):
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
