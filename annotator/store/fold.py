"""What stands, kept in tables: the fold of a subject's events, written beside them."""

import json
import sqlite3

from annotator import history
from annotator.history import Decision, Event, Kind
from annotator.model import Annotation
from annotator.store import rows

CACHE = ("annotation", "decision", "ruling", "undone")
"""Tables that hold nothing but the fold of the events."""

_KEYS = {"annotation": "id", "decision": "subject", "ruling": "subject", "undone": "subject"}


def refold(connection: sqlite3.Connection, subject: str) -> None:
    """Make the tables say what stands for `subject`, given the events that are stored."""
    found = connection.execute(f"SELECT {rows.EVENT} FROM event WHERE subject = ?", (subject,))
    store(connection, subject, list(map(rows.event, found.fetchall())))


def store(connection: sqlite3.Connection, subject: str, events: list[Event]) -> None:
    """Make the tables say what stands for `subject`, given all its events."""
    standing = history.fold_subject(subject, events)
    ruled = connection.execute("SELECT kind FROM ruling WHERE subject = ?", (subject,)).fetchall()
    for table, key in _KEYS.items():
        connection.execute(f"DELETE FROM {table} WHERE {key} = ?", (subject,))
    if standing.annotation:
        _store_annotation(connection, standing.annotation)
    if standing.decision:
        _store_decision(connection, subject, standing.decision)
    if standing.ruling:
        _store_ruling(connection, standing.ruling)
    for undone, undo in history.undone(events).items():
        row = (undone, subject, undo.annotator, undo.counter, undo.id)
        connection.execute("INSERT INTO undone VALUES (?, ?, ?, ?, ?)", row)
    if (Kind.STORY,) in ruled or (standing.ruling and standing.ruling.kind is Kind.STORY):
        settle_story(connection, subject, standing.ruling)


def settle_story(connection: sqlite3.Connection, story: str, ruling: Event | None) -> None:
    """Give a story the title and articles somebody ruled, else those that were proposed."""
    if ruling is not None:
        title, articles = ruling.body["title"], ruling.body["articles"]
        connection.execute(
            "INSERT INTO story (id, title, confidence, reasons, proposed_title, proposed_articles) "
            "VALUES (?, ?, 1.0, '[]', ?, '[]') ON CONFLICT (id) DO NOTHING",
            (story, title, title),
        )
    else:
        query = "SELECT proposed_title, proposed_articles FROM story WHERE id = ?"
        title, proposed = connection.execute(query, (story,)).fetchone()
        articles = json.loads(proposed)
    connection.execute("UPDATE story SET title = ? WHERE id = ?", (title, story))
    connection.execute("DELETE FROM story_article WHERE story = ?", (story,))
    connection.executemany(
        "INSERT INTO story_article (story, article, number) VALUES (?, ?, ?)",
        ((story, article, number) for number, article in enumerate(dict.fromkeys(articles))),
    )


def _store_annotation(connection: sqlite3.Connection, held: Annotation) -> None:
    connection.execute(
        f"INSERT INTO annotation ({rows.ANNOTATION}) VALUES ({rows.marks(rows.ANNOTATION)})",
        rows.annotation_row(held),
    )


def _store_decision(connection: sqlite3.Connection, subject: str, decision: Decision) -> None:
    connection.execute(
        "INSERT INTO decision (subject, annotator, suggestion, verdict, at, article) "
        "VALUES (?1, ?2, ?3, ?4, ?5, (SELECT article FROM suggestion WHERE id = ?3))",
        (subject, decision.annotator, decision.suggestion, decision.verdict, decision.at),
    )


def _store_ruling(connection: sqlite3.Connection, ruling: Event) -> None:
    article = ruling.article or next(iter(ruling.body.get("a", ())), None)
    connection.execute(
        "INSERT INTO ruling (subject, kind, annotator, article, body, at, event) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            ruling.subject,
            ruling.kind,
            ruling.annotator,
            article,
            rows.dump(ruling.body),
            ruling.at,
            ruling.id,
        ),
    )
