"""Everything that can be asked of a corpus, over any connection to it.

Answers are the frozen records of `model`. Stored quotes are held against the text on every read;
what does not fit is left out and listed in `quarantined`. A missing id raises UsageError, what
SQLite reports one of the StoreErrors.
"""

import functools
import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import starmap
from pathlib import Path
from typing import Any

from annotator import history
from annotator import scheme as schemes
from annotator.errors import DamagedCorpus, UsageError
from annotator.history import Decision, Event, Kind, Standing
from annotator.model import (
    Annotation,
    Annotator,
    Arm,
    Article,
    Block,
    BlockKind,
    Counterpart,
    OpenStory,
    Page,
    Place,
    Span,
    Story,
    StoryRow,
    Suggestion,
    text_hash,
)
from annotator.scheme import Scheme
from annotator.store import faults, rows
from annotator.store.rows import Row

_BATCH = 1000

_STORY_ROWS = """
WITH
mine AS (
    SELECT article, count(*) AS n FROM annotation
    WHERE annotator = :annotator AND layer IN ('span', 'sentence') GROUP BY article),
joined AS (
    SELECT story, count(*) AS n FROM annotation
    WHERE annotator = :annotator AND layer = 'link' GROUP BY story),
decided AS (
    SELECT article, count(*) AS n FROM decision WHERE annotator = :annotator GROUP BY article),
blind AS (SELECT article FROM arm WHERE annotator = :annotator AND arm = 'blind'),
done AS (
    SELECT DISTINCT json_extract(r.body, '$.story') AS story, a.value AS article
    FROM ruling AS r, json_each(r.body, '$.articles') AS a
    WHERE r.annotator = :annotator AND r.kind = 'done')
SELECT s.id, s.title, json_group_array(a.outlet), min(a.date), count(*), count(done.article),
    sum(coalesce(mine.n, 0)) + coalesce(joined.n, 0),
    sum(CASE WHEN blind.article IS NULL
        THEN max(0, a.suggestions - coalesce(decided.n, 0)) ELSE 0 END),
    s.confidence
FROM story AS s
JOIN story_article AS m ON m.story = s.id
JOIN article AS a INDEXED BY article_head ON a.id = m.article
LEFT JOIN mine ON mine.article = a.id
LEFT JOIN decided ON decided.article = a.id
LEFT JOIN blind ON blind.article = a.id
LEFT JOIN done ON done.story = s.id AND done.article = a.id
LEFT JOIN joined ON joined.story = s.id
GROUP BY s.number ORDER BY s.number
"""

_STANDING_LINK = """(layer <> 'link' OR (
    EXISTS (SELECT 1 FROM annotation AS e WHERE e.id = annotation.source)
    AND EXISTS (SELECT 1 FROM annotation AS e WHERE e.id = annotation.target)))"""


@dataclass(frozen=True, slots=True)
class Quarantined:
    """A stored span whose quote is not what the text says there; `table` and `id` find it."""

    table: str
    id: str
    article: str
    quote: str


class Reads:
    """Questions to a corpus over one connection."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self.path = path
        self._connection = connection
        self._quarantined: dict[tuple[str, str], Quarantined] = {}
        self._text = functools.lru_cache(maxsize=64)(self._read_text)

    @property
    def quarantined(self) -> tuple[Quarantined, ...]:
        """What was left out of the answers so far because its quote does not fit the text."""
        return tuple(self._quarantined.values())

    # -- the corpus itself --------------------------------------------------------------------

    @property
    def id(self) -> str:
        """The random id that copies of one corpus share."""
        return str(self.setting("id"))

    def setting(self, name: str) -> str | None:
        """The value of a setting, or None."""
        row = self._one("SELECT value FROM setting WHERE name = ?", name)
        return None if row is None else str(row[0])

    def scheme(self, version: str | None = None) -> Scheme:
        """The scheme in use, or the one with this hash; UsageError when it is not there."""
        version = version or self.setting("scheme")
        row = self._one("SELECT source FROM scheme WHERE hash = ?", version)
        if row is None:
            raise UsageError(f"{self.path}: no scheme with hash {version}")
        return schemes.parse(json.loads(row[0]), f"{self.path}: scheme {version}")

    def schemes(self) -> list[Scheme]:
        """Every version of the scheme this corpus has seen, oldest first."""
        held = self._all("SELECT hash FROM scheme ORDER BY rowid")
        return [self.scheme(version) for (version,) in held]

    def annotators(self) -> list[Annotator]:
        """Everyone who has worked on this corpus, in the order they came."""
        return list(starmap(Annotator, self._all("SELECT id, name FROM annotator ORDER BY rowid")))

    def annotator_named(self, name: str) -> Annotator | None:
        """The first annotator with exactly this name; other cases of letters are other people."""
        row = self._one("SELECT id, name FROM annotator WHERE name = ? ORDER BY rowid", name)
        return None if row is None else Annotator(*row)

    # -- articles and suggestions -------------------------------------------------------------

    def article_ids(self) -> list[str]:
        """The ids of all articles, in the order they were added."""
        return [str(row[0]) for row in self._all("SELECT id FROM article ORDER BY number")]

    def has_article(self, article: str) -> bool:
        """Whether the corpus holds this article."""
        return self._one("SELECT 1 FROM article WHERE id = ?", article) is not None

    def article(self, article: str) -> Article:
        """An article, its blocks as people have ruled them.

        Raises DamagedCorpus when the text is not the one its hash was taken of.
        """
        row = self._one(
            "SELECT id, title, outlet, byline, date, url, path, words FROM article WHERE id = ?",
            article,
        )
        if row is None:
            raise UsageError(f"there is no article {article!r}")
        held, title, outlet, byline, date, url, path, words = row
        sentences = self._all(
            'SELECT start, "end" FROM sentence WHERE article = ? ORDER BY number', article
        )
        return Article(
            id=held,
            text=self._text(article),
            title=title,
            outlet=outlet,
            byline=byline,
            date=date,
            url=url,
            path=path,
            blocks=self._blocks(article),
            sentences=tuple(starmap(Span, sentences)),
            words=rows.unpack(words),
        )

    def suggestion(self, suggestion: str) -> Suggestion:
        """One suggestion."""
        row = self._one(f"SELECT {rows.SUGGESTION} FROM suggestion WHERE id = ?", suggestion)
        if row is None:
            raise UsageError(f"there is no suggestion {suggestion!r}")
        return rows.suggestion(row)

    def suggestions(self, article: str) -> list[Suggestion]:
        """The suggestions on an article, sorted by start, end, label."""
        found = self._all(
            f"SELECT {rows.SUGGESTION} FROM suggestion WHERE article = ? "
            'ORDER BY start, "end", label, id',
            article,
        )
        return [held for held in map(rows.suggestion, found) if self._fits("suggestion", held)]

    def search(self, words: str, limit: int = 50) -> list[str]:
        """The ids of the articles that hold all these words, best match first."""
        quoted = " ".join('"' + word.replace('"', '""') + '"' for word in words.split())
        if not quoted:
            return []
        found = self._all(
            "SELECT article.id FROM article_search JOIN article ON number = article_search.rowid "
            "WHERE article_search MATCH ? ORDER BY rank LIMIT ?",
            quoted,
            limit,
        )
        return [str(row[0]) for row in found]

    # -- stories ------------------------------------------------------------------------------

    def stories(self) -> list[Story]:
        """Every story that has articles, in the order they were found."""
        return [self.story(row[0]) for row in self._all("SELECT id FROM story ORDER BY number")]

    def story(self, story: str) -> Story:
        """A story with its articles in reading order."""
        row = self._one("SELECT id, title, confidence, reasons FROM story WHERE id = ?", story)
        if row is None:
            raise UsageError(f"there is no story {story!r}")
        members = self._all(
            "SELECT article FROM story_article WHERE story = ? ORDER BY number", story
        )
        articles = tuple(str(member[0]) for member in members)
        return Story(row[0], row[1], articles, row[2], tuple(json.loads(row[3])))

    def story_of(self, article: str) -> str | None:
        """The id of the story an article is in, or None."""
        row = self._one(
            "SELECT s.id FROM story_article AS m JOIN story AS s ON s.id = m.story "
            "WHERE m.article = ? ORDER BY s.number",
            article,
        )
        return None if row is None else str(row[0])

    def story_rows(self, annotator: str) -> list[StoryRow]:
        """The story list of one annotator, in one query that reads no text."""
        return [
            StoryRow(
                id=story,
                title=title,
                outlets=tuple(outlet for outlet in json.loads(outlets) if outlet is not None),
                date=date,
                articles=articles,
                done=done,
                labelled=labelled,
                undecided=undecided,
                confidence=confidence,
            )
            for (
                story, title, outlets, date, articles, done, labelled, undecided, confidence
            ) in self._named(_STORY_ROWS, annotator=annotator)
        ]  # fmt: skip

    def open_story(self, story: str, annotator: str) -> OpenStory:
        """A story as one annotator reads it."""
        told = self.story(story)
        done = self._done(story, annotator)
        spanning = self._annotations("annotator = ? AND story = ?", annotator, story)
        return OpenStory(
            story=told,
            pages=tuple(self._page(article, annotator, done) for article in told.articles),
            counterparts=tuple(self.counterparts(told.articles, annotator)),
            links=tuple(held for held in spanning if held.layer == "link"),
            labels=tuple(held for held in spanning if held.layer == "story"),
        )

    def page(self, article: str, annotator: str) -> Page:
        """An article as one annotator reads it."""
        story = self.story_of(article)
        return self._page(article, annotator, self._done(story, annotator) if story else set())

    def counterparts(self, articles: Sequence[str], annotator: str | None) -> list[Counterpart]:
        """The counterparts among these articles, as an annotator (if any) has ruled on them."""
        among = json.dumps(list(articles))
        proposed = self._all(
            "SELECT a_article, a_sentence, b_article, b_sentence, score FROM counterpart "
            "WHERE a_article IN (SELECT value FROM json_each(?1)) "
            "AND b_article IN (SELECT value FROM json_each(?1))",
            among,
        )
        pairs = {_pair((a, i), (b, j)): float(score) for a, i, b, j, score in proposed}
        ruled = self._all(
            "SELECT kind, body FROM ruling WHERE annotator = ? AND kind IN ('align', 'unalign') "
            "AND article IN (SELECT value FROM json_each(?))",
            annotator,
            among,
        )
        for kind, body in ruled:
            ends = json.loads(body)
            pair = _pair(tuple(ends["a"]), tuple(ends["b"]))
            pairs.pop(pair, None)
            if kind == Kind.ALIGN:
                pairs[pair] = 1.0
        place = {article: number for number, article in enumerate(articles)}
        found = [
            Counterpart(a, b, score) if place[a[0]] <= place[b[0]] else Counterpart(b, a, score)
            for (a, b), score in pairs.items()
            if a[0] in place and b[0] in place
        ]
        return sorted(found, key=lambda c: (place[c.a[0]], c.a[1], place[c.b[0]], c.b[1]))

    def place(self, annotator: str) -> Place | None:
        """Where an annotator was when she left."""
        row = self._one("SELECT story, article, position FROM place WHERE annotator = ?", annotator)
        return None if row is None else Place(*row)

    def arm(self, annotator: str, article: str) -> Arm:
        """Whether an annotator sees suggestions on an article."""
        row = self._one(
            "SELECT arm FROM arm WHERE annotator = ? AND article = ?", annotator, article
        )
        return rows.arm(None if row is None else row[0])

    # -- what people decided ------------------------------------------------------------------

    def annotation(self, annotation: str) -> Annotation:
        """One annotation that stands."""
        found = self._annotations("id = ?", annotation)
        if not found:
            raise UsageError(f"there is no annotation {annotation!r}")
        return found[0]

    def annotations(
        self, annotator: str | None = None, article: str | None = None, story: str | None = None
    ) -> list[Annotation]:
        """The annotations that stand, sorted by article and place; a link needs both its ends."""
        return self._annotations(
            "(?1 IS NULL OR annotator = ?1) AND (?2 IS NULL OR article = ?2) AND (?3 IS NULL "
            "OR story = ?3 OR article IN (SELECT article FROM story_article WHERE story = ?3))",
            annotator,
            article,
            story,
        )

    def decisions(self, annotator: str | None = None, article: str | None = None) -> list[Decision]:
        """What was decided on suggestions, sorted by suggestion and annotator."""
        found = self._all(
            "SELECT annotator, suggestion, verdict, at FROM decision "
            "WHERE (?1 IS NULL OR annotator = ?1) AND (?2 IS NULL OR article = ?2) "
            "ORDER BY suggestion, annotator",
            annotator,
            article,
        )
        return list(starmap(Decision, found))

    def standing(self, subject: str) -> Standing:
        """What stands for a subject, folded anew from its events."""
        return history.fold_subject(subject, self.events(subject))

    # -- the record ---------------------------------------------------------------------------

    def event(self, event: str) -> Event | None:
        """One event, or None."""
        row = self._one(f"SELECT {rows.EVENT} FROM event WHERE id = ?", event)
        return None if row is None else rows.event(row)

    def events(self, subject: str) -> list[Event]:
        """The events about a subject, in order."""
        found = self._all(
            f"SELECT {rows.EVENT} FROM event WHERE subject = ? "
            "ORDER BY clock, annotator, counter, id",
            subject,
        )
        return list(map(rows.event, found))

    def events_of(self, annotator: str) -> Iterator[Event]:
        """One annotator's events by counter, read in batches so that saving never waits."""
        at: tuple[Any, ...] = (-1, "")
        query = (
            f"SELECT {rows.EVENT} FROM event WHERE annotator = ? AND (counter, id) > (?, ?) "
            "ORDER BY counter, id LIMIT ?"
        )
        while batch := self._all(query, annotator, *at, _BATCH):
            yield from map(rows.event, batch)
            at = (batch[-1][2], batch[-1][0])

    def all_events(self) -> Iterator[Event]:
        """The whole record in its order, read in batches so that saving never waits."""
        at: tuple[Any, ...] = (-1, "", 0, "")
        query = (
            f"SELECT {rows.EVENT} FROM event "
            "WHERE (clock, annotator, counter, id) > (?, ?, ?, ?) "
            "ORDER BY clock, annotator, counter, id LIMIT ?"
        )
        while batch := self._all(query, *at, _BATCH):
            events = list(map(rows.event, batch))
            yield from events
            at = events[-1].order

    def last_undoable(self, annotator: str) -> Event | None:
        """The annotator's last event that does something and is not taken back."""
        row = self._one(
            f"SELECT {rows.EVENT} FROM event WHERE annotator = ? AND kind NOT IN ('undo', 'redo') "
            "AND NOT EXISTS (SELECT 1 FROM undone WHERE undone.event = event.id) "
            "ORDER BY counter DESC, id DESC LIMIT 1",
            annotator,
        )
        return None if row is None else rows.event(row)

    def last_undone(self, annotator: str) -> Event | None:
        """The event taken back last, unless its annotator did something since."""
        row = self._one(
            "SELECT event FROM undone WHERE annotator = ?1 AND counter > (SELECT counter "
            "FROM event WHERE annotator = ?1 AND kind NOT IN ('undo', 'redo') "
            "ORDER BY counter DESC LIMIT 1) ORDER BY counter DESC LIMIT 1",
            annotator,
        )
        return None if row is None else self.event(row[0])

    # -- how an answer is made ----------------------------------------------------------------

    def _all(self, sql: str, *values: object) -> list[Row]:
        with faults.explained(self.path):
            return self._connection.execute(sql, values).fetchall()

    def _one(self, sql: str, *values: object) -> Row | None:
        found = self._all(sql, *values)
        return found[0] if found else None

    def _named(self, sql: str, **values: object) -> list[Row]:
        with faults.explained(self.path):
            return self._connection.execute(sql, values).fetchall()

    def _read_text(self, article: str) -> str:
        row = self._one("SELECT sha256, text FROM article WHERE id = ?", article)
        if row is None:
            raise UsageError(f"there is no article {article!r}")
        sha256, text = row
        if text_hash(text) != sha256 or not sha256.startswith(article):
            raise DamagedCorpus(
                f"{self.path}: the text of article {article} is not the one that was added",
                "Run `annotator doctor`, and go back to a backup with `annotator restore`.",
            )
        return str(text)

    def _blocks(self, article: str) -> tuple[Block, ...]:
        found = self._all(
            'SELECT start, "end", kind, shown, reason FROM block WHERE article = ? ORDER BY number',
            article,
        )
        ruled = self._all("SELECT body FROM ruling WHERE article = ? AND kind = 'block'", article)
        rulings = {body["start"]: body for (line,) in ruled for body in [json.loads(line)]}
        return tuple(_ruled(rows.block(row), rulings.get(row[0])) for row in found)

    def _page(self, article: str, annotator: str, done: Iterable[str]) -> Page:
        arm = self.arm(annotator, article)
        return Page(
            article=self.article(article),
            suggestions=tuple(self.suggestions(article)) if arm is Arm.ASSISTED else (),
            annotations=tuple(
                self._annotations("annotator = ? AND article = ?", annotator, article)
            ),
            decisions={d.suggestion: d.verdict for d in self.decisions(annotator, article)},
            arm=arm,
            done=article in done,
        )

    def _done(self, story: str, annotator: str) -> set[str]:
        found = self._all(
            "SELECT a.value FROM ruling AS r, json_each(r.body, '$.articles') AS a "
            "WHERE r.annotator = ? AND r.kind = 'done' AND json_extract(r.body, '$.story') = ?",
            annotator,
            story,
        )
        return {str(row[0]) for row in found}

    def _annotations(self, where: str, *values: object) -> list[Annotation]:
        found = self._all(
            f"SELECT {rows.ANNOTATION} FROM annotation WHERE {where} AND {_STANDING_LINK} "
            'ORDER BY article, start, "end", layer, label, id',
            *values,
        )
        return [held for held in map(rows.annotation, found) if self._fits("annotation", held)]

    def _fits(self, table: str, held: Annotation | Suggestion) -> bool:
        """Whether the quote is what the text says; else it is quarantined."""
        if held.article is None or held.start is None or held.end is None:
            return True
        text = self._text(held.article)
        if 0 <= held.start < held.end and text[held.start : held.end] == held.quote:
            return True
        self._quarantined[table, held.id] = Quarantined(
            table, held.id, held.article, held.quote or ""
        )
        return False


def _pair(a: tuple[str, int], b: tuple[str, int]) -> tuple[tuple[str, int], tuple[str, int]]:
    return (a, b) if a <= b else (b, a)


def _ruled(block: Block, ruling: dict[str, Any] | None) -> Block:
    if ruling is None:
        return block
    return replace(
        block, kind=BlockKind(ruling["kind"]), shown=bool(ruling["shown"]), reason="set by hand"
    )
