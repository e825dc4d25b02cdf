"""The append-only record of a corpus, asked without ever replaying the whole of it."""

from collections.abc import Iterator
from typing import Any

from annotator import history
from annotator.history import Event, Standing
from annotator.store import rows
from annotator.store.query import Query

_BATCH = 1000
_MOVING = "('story', 'describe', 'block', 'undo', 'redo')"
"""Kinds of events that may change where articles belong."""


class Record(Query):
    """Questions about events."""

    def standing(self, subject: str) -> Standing:
        """What stands for a subject, folded anew from its events."""
        return history.fold_subject(subject, self.events(subject))

    def event(self, event: str) -> Event | None:
        """One event, or None."""
        return self._one_event(f"SELECT {rows.EVENT} FROM event WHERE id = ?", event)

    def events(self, subject: str) -> list[Event]:
        """The events about a subject, in order."""
        return self.ask_for(
            rows.event,
            f"SELECT {rows.EVENT} FROM event WHERE subject = ? "
            "ORDER BY clock, annotator, counter, id",
            subject,
        )

    def events_of(self, annotator: str) -> Iterator[Event]:
        """One annotator's events by counter, read in batches so that saving never waits."""
        at: tuple[Any, ...] = (-1, "")
        query = (
            f"SELECT {rows.EVENT} FROM event WHERE annotator = ? AND (counter, id) > (?, ?) "
            "ORDER BY counter, id LIMIT ?"
        )
        while batch := self.ask_for(rows.event, query, annotator, *at, _BATCH):
            yield from batch
            at = (batch[-1].counter, batch[-1].id)

    def all_events(self) -> Iterator[Event]:
        """The whole record in its order, read in batches so that saving never waits."""
        at: tuple[Any, ...] = (-1, "", 0, "")
        query = (
            f"SELECT {rows.EVENT} FROM event "
            "WHERE (clock, annotator, counter, id) > (?, ?, ?, ?) "
            "ORDER BY clock, annotator, counter, id LIMIT ?"
        )
        while batch := self.ask_for(rows.event, query, *at, _BATCH):
            yield from batch
            at = batch[-1].order

    def latest_event(self) -> int:
        """The number of the event stored last; 0 before there is one."""
        row = self.ask_one("SELECT max(rowid) FROM event")
        return row[0] or 0 if row else 0

    def moved_since(self, event: int) -> bool:
        """Whether an event stored after that number may change where articles belong."""
        query = f"SELECT 1 FROM event WHERE rowid > ? AND kind IN {_MOVING} LIMIT 1"
        return self.ask_one(query, event) is not None

    def begun(self, annotator: str) -> set[str]:
        """The articles, and the stories as wholes, that an annotator has done something about."""
        found = self.ask(
            "SELECT DISTINCT coalesce(article, json_extract(body, '$.story')) FROM event "
            "WHERE annotator = ?",
            annotator,
        )
        return {str(subject) for (subject,) in found if subject is not None}

    def active_ms(self, annotator: str) -> dict[str | None, int]:
        """Milliseconds an annotator was at work, by article; None holds links and whole stories."""
        found = self.ask(
            "SELECT article, total(json_extract(body, '$.ms')) FROM event WHERE annotator = ? "
            "GROUP BY article ORDER BY article",
            annotator,
        )
        return {article: round(spent) for article, spent in found}

    def last_undoable(self, annotator: str) -> Event | None:
        """The annotator's last event that does something and is not taken back."""
        return self._one_event(
            f"SELECT {rows.EVENT} FROM event WHERE annotator = ? AND kind NOT IN ('undo', 'redo') "
            "AND NOT EXISTS (SELECT 1 FROM undone WHERE undone.event = event.id) "
            "ORDER BY counter DESC, id DESC LIMIT 1",
            annotator,
        )

    def last_undone(self, annotator: str) -> Event | None:
        """The event taken back last, unless its annotator did something since."""
        return self._one_event(
            f"SELECT {rows.EVENT} FROM event WHERE id = (SELECT event FROM undone "
            "WHERE annotator = ?1 AND counter > (SELECT counter FROM event "
            "WHERE annotator = ?1 AND kind NOT IN ('undo', 'redo') ORDER BY counter DESC LIMIT 1) "
            "ORDER BY counter DESC, event DESC LIMIT 1)",
            annotator,
        )

    def _one_event(self, sql: str, *values: object) -> Event | None:
        found = self.ask_for(rows.event, sql, *values)
        return found[0] if found else None
