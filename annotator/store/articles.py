"""Articles of a corpus with what lies on their text; nothing is believed that the text denies."""

import functools
import json
import sqlite3
from collections.abc import Iterable
from dataclasses import replace
from itertools import starmap
from pathlib import Path
from typing import Any, NamedTuple

from annotator.errors import DamagedCorpus, UsageError
from annotator.history import Decision, Event
from annotator.model import (
    Annotation,
    Article,
    Block,
    BlockKind,
    Span,
    Suggestion,
    text_hash,
)
from annotator.store import rows
from annotator.store.query import Query

STANDING_LINK = """(layer <> 'link' OR (
    EXISTS (SELECT 1 FROM annotation AS e WHERE e.id = annotation.source)
    AND EXISTS (SELECT 1 FROM annotation AS e WHERE e.id = annotation.target)))"""
"""That a row of annotation stands: a link only while both its ends do."""

# Links are looked for in other stories only where people moved articles.
_MOVED = """EXISTS (SELECT 1 FROM annotator AS w CROSS JOIN ruling AS r INDEXED BY ruling_own
    ON r.annotator = w.id AND r.kind = 'story')"""
_REACHES = """EXISTS (SELECT 1 FROM annotation AS e JOIN story_article AS m ON m.article = e.article
    WHERE e.id IN (l.source, l.target) AND m.story = ?)"""
_SPANNING = f"""SELECT l.id FROM annotation AS l WHERE l.story = ?
    AND (l.layer = 'story' OR {_REACHES})
UNION SELECT l.id FROM annotation AS l WHERE {_MOVED} AND l.story IS NOT NULL
    AND l.layer = 'link' AND {_REACHES}"""

_BOOK = 50_000  # characters

DESCRIBED = "LEFT JOIN ruling AS d ON d.subject = a.id AND d.kind = 'describe'"
"""Joins an article `a` with what people said of it, for `fact`."""


def fact(name: str) -> str:
    """The outlet, date ... of an article `a` as people described it, else as it was added."""
    said = f"'$.{name}'"
    return f"iif(json_type(d.body, {said}) IS NULL, a.{name}, json_extract(d.body, {said}))"


class Quarantined(NamedTuple):
    """A stored span whose quote is not what the text says there; `table` and `id` find it."""

    table: str
    id: str
    article: str
    quote: str


class Articles(Query):
    """Questions about articles, and about suggestions and annotations on them."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        super().__init__(connection, path)
        self._quarantined: dict[tuple[str, str], Quarantined] = {}
        self.text = functools.lru_cache(maxsize=64)(self._read_text)
        # what was added never changes, and to read long stories again would be felt
        self.article_as_added = functools.lru_cache(maxsize=16)(self._read_as_added)

    @property
    def quarantined(self) -> tuple[Quarantined, ...]:
        """What was left out of the answers so far because its quote does not fit the text."""
        return tuple(self._quarantined.values())

    def article_ids(self) -> list[str]:
        """The ids of all articles, in the order they were added."""
        found = self.ask("SELECT id FROM article INDEXED BY article_id ORDER BY number")
        return [str(row[0]) for row in found]

    def has_article(self, article: str) -> bool:
        """Whether the corpus holds this article."""
        return self.ask_one("SELECT 1 FROM article WHERE id = ?", article) is not None

    def article(self, article: str) -> Article:
        """An article, its facts and blocks as people have put them right.

        Raises DamagedCorpus when the text is not the one its hash was taken of.
        """
        added = self.article_as_added(article)
        blocks = self._ruled(article, added.blocks)
        return replace(added, blocks=blocks, **self._described(article))

    def _read_as_added(self, article: str) -> Article:
        """An article with its facts and blocks as they were when it was added."""
        row = self.ask_one(
            "SELECT id, title, outlet, byline, date, url, path, words FROM article WHERE id = ?",
            article,
        )
        if row is None:
            raise UsageError(
                f"there is no article {article!r}", "See: annotator stories CORPUS --json"
            )
        held, title, outlet, byline, date, url, path, words = row
        sentences = self.ask(
            'SELECT start, "end" FROM sentence WHERE article = ? ORDER BY number', article
        )
        try:
            return Article(
                id=held,
                text=self.text(article),
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
        except ValueError as error:
            raise self._damaged(f"the parts of article {article} make no sense: {error}") from None

    def suggestion(self, suggestion: str) -> Suggestion:
        """One suggestion."""
        query = f"SELECT {rows.SUGGESTION} FROM suggestion WHERE id = ?"
        found = self.ask_for(rows.suggestion, query, suggestion)
        if not found:
            raise UsageError(
                f"there is no suggestion {suggestion!r}", "See: annotator show CORPUS --json"
            )
        return found[0]

    def suggestions(self, article: str) -> list[Suggestion]:
        """The suggestions on an article, sorted by start, end, label."""
        found = self.ask_for(
            rows.suggestion,
            f"SELECT {rows.SUGGESTION} FROM suggestion WHERE article = ? "
            'ORDER BY start, "end", label, id',
            article,
        )
        return [held for held in found if self._fits("suggestion", held)]

    def latest_number(self) -> int:
        """The number of the article added last; 0 before there is one."""
        row = self.ask_one("SELECT max(number) FROM article")
        return row[0] or 0 if row else 0

    def latest_articles(self, most: int) -> list[str]:
        """The ids of the articles added last, latest first, books aside."""
        found = self.ask(
            f"SELECT id FROM article WHERE length(text) < {_BOOK} ORDER BY number DESC LIMIT ?",
            most,
        )
        return [str(row[0]) for row in found]

    def holding(self, beginning: str, until: int, most: int) -> list[int]:
        """The numbers, up to `until`, of articles with a word that begins so, `most` of them.

        Words are as the full-text index cuts them.
        """
        quoted = '"' + beginning.replace('"', '""') + '"*'
        return [
            number
            for (number,) in self.ask(
                "SELECT rowid FROM article_search WHERE article_search MATCH ? AND rowid <= ? "
                "LIMIT ?",
                quoted,
                until,
                most,
            )
        ]

    def days(self, numbers: Iterable[int]) -> list[tuple[int, str, str | None]]:
        """Number, id and date, an ISO day, of the articles of these numbers."""
        return self.ask(
            f"SELECT number, id, {fact('date')} FROM article AS a {DESCRIBED} "
            "WHERE number IN (SELECT value FROM json_each(?))",
            json.dumps(list(numbers)),
        )

    def outlets(self) -> list[str]:
        """The outlets of all articles, sorted."""
        found = self.ask(
            f"SELECT DISTINCT {fact('outlet')} AS said FROM article AS a {DESCRIBED} "
            "WHERE said IS NOT NULL ORDER BY said"
        )
        return [str(row[0]) for row in found]

    def articles_of(self, outlet: str, most: int) -> list[str]:
        """The ids of the latest articles of an outlet, latest first."""
        found = self.ask(
            f"SELECT id FROM article AS a {DESCRIBED} WHERE {fact('outlet')} = ? "
            "ORDER BY number DESC LIMIT ?",
            outlet,
            most,
        )
        return [str(row[0]) for row in found]

    def classified(self, outlet: str) -> list[tuple[str, int, bool]]:
        """The blocks of an outlet's articles that somebody ruled on: article, start, shown."""
        found = self.ask(
            "SELECT a.id, json_extract(r.body, '$.start'), json_extract(r.body, '$.shown') "
            f"FROM ruling AS r JOIN article AS a ON a.id = r.article {DESCRIBED} "
            f"WHERE r.kind = 'block' AND {fact('outlet')} = ? ORDER BY 1, 2",
            outlet,
        )
        return [(article, start, bool(shown)) for article, start, shown in found]

    def annotation(self, annotation: str) -> Annotation:
        """One annotation that stands."""
        found = self._annotations("id = ?", annotation)
        if not found:
            raise UsageError(
                f"there is no annotation {annotation!r}", "See: annotator show CORPUS --json"
            )
        return found[0]

    def annotations(
        self, annotator: str | None = None, article: str | None = None, story: str | None = None
    ) -> list[Annotation]:
        """The annotations that stand, sorted by article and place; a link needs both its ends.

        A link is in every story that has one of its ends, wherever it was made.
        """
        on_them = "SELECT article FROM story_article WHERE story = ?"
        within = f"(article IN ({on_them}) OR id IN ({_SPANNING}))"
        where, values = _where(
            ("annotator = ?", annotator), ("article = ?", article), (within, story)
        )
        return self._annotations(where, *values)

    def spanning(self, annotator: str, story: str) -> list[Annotation]:
        """An annotator's labels of a story and links in it, as `annotations` has them."""
        return self._annotations(f"id IN ({_SPANNING}) AND +annotator = ?", *[story] * 3, annotator)

    def decisions(self, annotator: str | None = None, article: str | None = None) -> list[Decision]:
        """What was decided on suggestions, sorted by suggestion and annotator."""
        where, values = _where(("annotator = ?", annotator), ("article = ?", article))
        found = self.ask(
            f"SELECT annotator, suggestion, verdict, at FROM decision WHERE {where} "
            "ORDER BY suggestion, annotator",
            *values,
        )
        return list(starmap(Decision, found))

    def rulings(self, article: str) -> list[Event]:
        """The events that stand about an article's blocks and counterparts, in their order."""
        found = self.ask_for(
            rows.event,
            f"SELECT {rows.EVENT} FROM event "
            "WHERE id IN (SELECT event FROM ruling WHERE article = ?)",
            article,
        )
        return sorted(found, key=lambda event: event.order)

    def _read_text(self, article: str) -> str:
        row = self.ask_one("SELECT sha256, text FROM article WHERE id = ?", article)
        if row is None:
            raise UsageError(
                f"there is no article {article!r}", "See: annotator stories CORPUS --json"
            )
        sha256, text = row
        if not isinstance(text, str) or text_hash(text) != sha256 or not sha256.startswith(article):
            raise self._damaged(f"the text of article {article} is not the one that was added")
        return text

    def _damaged(self, what: str) -> DamagedCorpus:
        return DamagedCorpus(
            f"{self.path}: {what}",
            "Run `annotator doctor`, and go back to a backup with `annotator restore`.",
        )

    def _blocks(self, article: str) -> tuple[Block, ...]:
        query = 'SELECT start, "end", kind, shown, reason FROM block WHERE article = ?'
        return tuple(self.ask_for(rows.block, f"{query} ORDER BY number", article))

    def _ruled(self, article: str, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        found = self.ask("SELECT body FROM ruling WHERE article = ? AND kind = 'block'", article)
        rulings = {body["start"]: body for (line,) in found for body in [json.loads(line)]}
        return tuple(
            replace(
                block,
                kind=BlockKind(rulings[block.start]["kind"]),
                shown=bool(rulings[block.start]["shown"]),
                reason="set by hand",
            )
            if block.start in rulings
            else block
            for block in blocks
        )

    def _described(self, article: str) -> dict[str, Any]:
        found = self.ask_one(
            "SELECT body FROM ruling WHERE subject = ? AND kind = 'describe'", article
        )
        return {} if found is None else json.loads(found[0])

    def _annotations(self, where: str, *values: object) -> list[Annotation]:
        found = self.ask_for(
            rows.annotation,
            f"SELECT {rows.ANNOTATION} FROM annotation WHERE {where} AND {STANDING_LINK} "
            'ORDER BY article, start, "end", layer, label, id',
            *values,
        )
        return [held for held in found if self._fits("annotation", held)]

    def _fits(self, table: str, held: Annotation | Suggestion) -> bool:
        """Whether the quote is what the text says; else it is quarantined."""
        if held.article is None or held.start is None or held.end is None:
            return True
        text = self.text(held.article)
        if 0 <= held.start < held.end and text[held.start : held.end] == held.quote:
            return True
        self._quarantined[table, held.id] = Quarantined(
            table, held.id, held.article, held.quote or ""
        )
        return False


def _where(*wanted: tuple[str, str | None]) -> tuple[str, list[str]]:
    """The conditions that have a value, joined, and the values of their question marks.

    A condition on nothing is left out, for it would keep SQLite from using an index.
    """
    given = [(condition, value) for condition, value in wanted if value is not None]
    values = [value for condition, value in given for _ in range(condition.count("?"))]
    return " AND ".join(condition for condition, _ in given) or "1", values
