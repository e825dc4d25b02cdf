"""What one job of the writer thread may do: every question of `Reads`, and the writes.

A transaction is whole or absent; it is opened and committed by whoever made it.
"""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from annotator import history
from annotator.errors import StoreError
from annotator.history import Event
from annotator.model import (
    Annotator,
    Arm,
    Article,
    Counterpart,
    Place,
    Story,
    Suggestion,
    random_id,
    text_hash,
)
from annotator.scheme import Scheme
from annotator.store import fold, membership, rows, seals
from annotator.store.reads import Reads
from annotator.store.rows import Row
from annotator.text import naming

_INSERT_EVENT = rows.insert("event", rows.EVENT)


class Transaction(Reads):
    """The reads and writes of one job; not to be used once the job has returned.

    `appended` is the last event appended, which is stored if and only if the transaction is.
    Writes that find their work done already leave it so: a job may be run again.
    """

    appended: Event | None = None

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        super().__init__(connection, path)
        self._touched: set[tuple[str, str]] = set()

    def seal(self) -> None:
        """Bring the seals of what was changed up to date; the last thing before the commit."""
        for kind, ident in sorted(self._touched):
            self._set(seals.name(kind, ident), seals.taken(self, kind, ident))
        self._touched.clear()

    def ask(self, sql: str, *values: object) -> list[Row]:
        """All rows of the answer; what SQLite reports is raised as it is: the writer sorts it."""
        return self._connection.execute(sql, values).fetchall()

    # -- the record ---------------------------------------------------------------------------

    def append(self, event: Event) -> Event:
        """Seal and store an event and bring the tables of what stands up to date.

        An event that is stored already is returned as it is stored. Raises UsageError when the
        body cannot be stored, StoreError when it speaks of an unknown article or scheme.
        """
        stored = self.event(event.id)
        if stored is not None:
            if replace(stored, counter=0, clock=0, prev="", hash="") != replace(
                event, counter=0, clock=0, prev="", hash=""
            ):
                raise StoreError(
                    f"another event is stored under the id {event.id}",
                    "Two events cannot share an id; look into it: annotator doctor CORPUS",
                )
            return stored
        counter, prev = self._last_of(event.annotator)
        sealed = history.seal(event, counter + 1, self._clock() + 1, prev)
        self.insert_event(sealed)
        fold.refold(self._connection, [sealed.subject])
        self.appended = sealed
        return sealed

    def append_all(self, events: Sequence[Event]) -> None:
        """Seal and store new events of one annotator, one at least, as `append` does one."""
        counter, prev = self._last_of(events[0].annotator)
        clock = self._clock()
        for number, event in enumerate(events, 1):
            sealed = history.seal(event, counter + number, clock + number, prev)
            self.insert_event(sealed)
            prev = sealed.hash
        self.refold(event.subject for event in events)
        self.appended = sealed

    def insert_event(self, sealed: Event) -> None:
        """Store an event that is sealed; its subject must be refolded before the commit."""
        self._do(_INSERT_EVENT, *rows.event_row(sealed))

    def refold(self, subjects: Iterable[str]) -> None:
        """Bring the tables of what stands for these subjects up to date."""
        fold.refold(self._connection, subjects)

    def forget_folded(self) -> None:
        """Empty the tables of what stands; every subject must be refolded before the commit."""
        for table in fold.TABLES:
            self._do(f"DELETE FROM {table}")

    # -- people and settings ------------------------------------------------------------------

    def add_annotator(self, name: str) -> Annotator:
        """The annotator with this name, new with a random id if there is none.

        Raises UsageError for a name that nobody has and nobody can have.
        """
        known = self.annotator_named(name)
        if known is not None:
            return known
        made = Annotator(random_id(), naming.checked(name))
        self.enrol(made)
        return made

    def enrol(self, annotator: Annotator) -> None:
        """Store an annotator known by id elsewhere; one who is here keeps her name."""
        self._do(
            "INSERT INTO annotator (id, name) VALUES (?, ?) ON CONFLICT (id) DO NOTHING",
            annotator.id,
            annotator.name,
        )
        self._touched.add(("annotator", annotator.id))

    def add_scheme(self, scheme: Scheme) -> None:
        """Store this version of the scheme and put it in use; earlier ones stay."""
        self._do(
            "INSERT INTO scheme (hash, id, name, source, added) VALUES (?, ?, ?, ?, ?) "
            "ON CONFLICT (hash) DO NOTHING",
            scheme.hash,
            scheme.id,
            scheme.name,
            rows.dump(scheme.source),
            datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        )
        self.set_setting("scheme", scheme.hash)

    def set_setting(self, name: str, value: str) -> None:
        """Set a setting."""
        self._set(name, value)
        self._touched.add(("setting", name))

    def _set(self, name: str, value: str) -> None:
        self._do(
            "INSERT INTO setting (name, value) VALUES (?, ?) "
            "ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            name,
            value,
        )

    def set_arm(self, annotator: str, article: str, arm: Arm) -> None:
        """Say whether an annotator sees suggestions on an article."""
        self._do(
            "INSERT INTO arm (annotator, article, arm) VALUES (?, ?, ?) "
            "ON CONFLICT (annotator, article) DO UPDATE SET arm = excluded.arm",
            annotator,
            article,
            arm,
        )
        self._touched.add(("annotator", annotator))

    def assign(self, annotator: str, story: str, articles: Sequence[str]) -> None:
        """Give a story to an annotator, its articles in the order she is to read them."""
        self._do(
            "INSERT INTO assignment (annotator, story, articles) VALUES (?, ?, ?) "
            "ON CONFLICT (annotator, story) DO UPDATE SET articles = excluded.articles",
            annotator,
            story,
            rows.dump(list(articles)),
        )
        self._touched.add(("annotator", annotator))

    def withdraw(self, annotator: str) -> None:
        """Take back the stories an annotator was given and has not begun, and her arms there."""
        begun = self.begun(annotator)
        held = self.ask("SELECT story, articles FROM assignment WHERE annotator = ?", annotator)
        for story, articles in held:
            drawn = json.loads(articles)
            if begun.isdisjoint((story, *drawn)):
                self._do(
                    "DELETE FROM assignment WHERE annotator = ? AND story = ?", annotator, story
                )
                self._many(
                    "DELETE FROM arm WHERE annotator = ? AND article = ?",
                    ((annotator, article) for article in drawn),
                )
                self._touched.add(("annotator", annotator))

    def remember(self, annotator: str, place: Place) -> None:
        """Keep where an annotator is in a story, as the newest of her places."""
        self._do(
            "INSERT INTO place (annotator, story, article, position, number) VALUES (?1, ?2, ?3, "
            "?4, (SELECT coalesce(max(number), 0) + 1 FROM place WHERE annotator = ?1)) "
            "ON CONFLICT (annotator, story) DO UPDATE SET article = excluded.article, "
            "position = excluded.position, number = excluded.number",
            annotator,
            place.story,
            place.article,
            place.position,
        )

    # -- articles and stories -----------------------------------------------------------------

    def add_article(self, article: Article, suggestions: Sequence[Suggestion] = ()) -> bool:
        """Store an article with its suggestions; False when its text is there already."""
        if self.has_article(article.id):
            return False
        self._do(
            "INSERT INTO article (id, sha256, title, outlet, byline, date, url, path, text, words) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            article.id,
            text_hash(article.text),
            article.title,
            article.outlet,
            article.byline,
            article.date,
            article.url,
            article.path,
            article.text,
            rows.pack(article.words),
        )
        self._do(
            "INSERT INTO article_search (rowid, title, text) "
            "SELECT number, title, text FROM article WHERE id = ?",
            article.id,
        )
        self._many(
            "INSERT INTO block VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                (article.id, number, b.start, b.end, b.kind, int(b.shown), b.reason)
                for number, b in enumerate(article.blocks)
            ),
        )
        self._many(
            "INSERT INTO sentence VALUES (?, ?, ?, ?)",
            ((article.id, n, start, end) for n, (start, end) in enumerate(article.sentences)),
        )
        self.add_suggestions(article.id, suggestions)
        return True

    def add_suggestions(self, article: str, suggestions: Iterable[Suggestion]) -> None:
        """Store suggestions on an article; those that are there stay as they are."""
        self._many(
            f"{rows.insert('suggestion', rows.SUGGESTION)} ON CONFLICT (id) DO NOTHING",
            map(rows.suggestion_row, suggestions),
        )
        self._do(
            "UPDATE article SET suggestions = "
            "(SELECT count(*) FROM suggestion WHERE article = ?1) WHERE id = ?1",
            article,
        )
        self._touched.add(("article", article))

    def add_story(self, story: Story) -> None:
        """Store a proposed story, or propose it anew; what somebody ruled on it still stands."""
        self._do(
            "INSERT INTO story (id, title, confidence, reasons, proposed_title, proposed_articles) "
            "VALUES (?1, ?2, ?3, ?4, ?2, ?5) ON CONFLICT (id) DO UPDATE SET "
            "confidence = excluded.confidence, reasons = excluded.reasons, "
            "proposed_title = excluded.proposed_title, "
            "proposed_articles = excluded.proposed_articles",
            story.id,
            story.title,
            story.confidence,
            rows.dump(list(story.reasons)),
            rows.dump(list(story.articles)),
        )
        membership.settle(self._connection, story.id)
        self._touched.add(("story", story.id))

    def add_counterparts(self, counterparts: Iterable[Counterpart]) -> None:
        """Store proposed counterparts; a pair that is there gets the new score."""
        made = [(*c.a, *c.b, c.score) for c in counterparts]
        self._many(
            "INSERT INTO counterpart VALUES (?, ?, ?, ?, ?) "
            "ON CONFLICT DO UPDATE SET score = excluded.score",
            made,
        )
        self._touched.update(("article", article) for article, *_ in made)

    def take_rows(self, table: str, taken: Sequence[Row]) -> None:
        """Store whole rows of another corpus; those with a key that is here stay as they are."""
        if taken:
            marks = ", ".join("?" for _ in taken[0])
            self._many(f"INSERT INTO {table} VALUES ({marks}) ON CONFLICT DO NOTHING", taken)
            kind = "article" if table == "counterpart" else "annotator"
            self._touched.update((kind, row[0]) for row in taken)

    # -- how a write is made ------------------------------------------------------------------

    def _last_of(self, annotator: str) -> tuple[int, str]:
        row = self.ask_one(
            "SELECT counter, hash FROM event WHERE annotator = ? "
            "ORDER BY counter DESC, id DESC LIMIT 1",
            annotator,
        )
        return (0, "") if row is None else (row[0], row[1])

    def _clock(self) -> int:
        row = self.ask_one("SELECT max(clock) FROM event")
        return int(row[0] or 0) if row else 0

    def _do(self, sql: str, *values: object) -> None:
        self._connection.execute(sql, values)

    def _many(self, sql: str, values: Iterable[Sequence[object]]) -> None:
        self._connection.executemany(sql, values)
