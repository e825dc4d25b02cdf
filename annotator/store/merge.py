"""Corpora that went separate ways, made one again: the union of their events by id.

The result does not depend on the order of merging, and merging twice changes nothing. What stands
is folded from the union, so nothing is decided here; what people decided differently is listed.
"""

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import TypeVar

from annotator import history
from annotator.errors import DamagedCorpus, StoreError
from annotator.history import Event
from annotator.model import Story
from annotator.store import backup, incoming
from annotator.store.corpus import Corpus
from annotator.store.reads import Reads
from annotator.store.transaction import Transaction

T = TypeVar("T")

_BATCH = 1000
_LATEST = 2**53


@dataclass(frozen=True, slots=True)
class Conflict:
    """Something both corpora keep and a person should look at.

    `kind` is `decision` (people decided differently on the suggestion `where`), `machines` (the
    annotator `where` worked on two machines at once) or `name` (two people are called `where`).
    """

    kind: str
    where: str
    what: str


@dataclass(frozen=True, slots=True)
class Merged:
    """What one corpus brought that was not here, in numbers, and the conflicts it made."""

    path: Path
    events: int
    articles: int
    suggestions: int
    stories: int
    annotators: int
    schemes: int
    conflicts: tuple[Conflict, ...]


def merge(
    corpus: Corpus,
    others: Sequence[Path],
    *,
    dry_run: bool = False,
    settle: Callable[[Transaction], object] = lambda transaction: None,
) -> list[Merged]:
    """Take what `others` hold and `corpus` does not, all of it in one transaction or none.

    `settle` has the last word in it. With `dry_run` nothing stays. Raises StoreError, NotACorpus, NewerCorpus or DamagedCorpus,
    naming the file and the article or event, and then nothing was taken.
    """

    def job(transaction: Transaction) -> list[Merged]:
        merged = [_bring(transaction, path) for path in others]
        settle(transaction)
        if dry_run:
            raise _Rehearsed(merged)
        return merged

    if not dry_run:
        backup.automatic(corpus.path, "before-merge")
    try:
        return corpus.writer().submit(job).result()
    except _Rehearsed as rehearsed:
        return rehearsed.merged


class _Rehearsed(Exception):
    """Ends a dry run, so that the transaction is rolled back."""

    def __init__(self, merged: list[Merged]) -> None:
        super().__init__()
        self.merged = merged


def _bring(mine: Transaction, path: Path) -> Merged:
    with incoming.opened(path) as theirs:
        if theirs.id != mine.id:
            raise StoreError(
                f"{path}: belongs to another corpus",
                "Only copies of one corpus can be merged; export and import instead.",
            )
        try:
            annotators = _annotators(mine, theirs)
            schemes = _schemes(mine, theirs)
            articles = _articles(mine, theirs)
            suggestions = _suggestions(mine, theirs)
            stories = _stories(mine, theirs)
            _pairs_and_draws(mine, theirs)
            events, subjects = _events(mine, theirs)
        except (
            KeyError, TypeError, ValueError, AttributeError, sqlite3.IntegrityError
        ) as error:  # fmt: skip
            raise DamagedCorpus(
                f"{path}: holds something that makes no sense: {error!r}", "Ask for another copy."
            ) from error
        conflicts = (*_names(mine), *_machines(mine), *_decisions(mine, subjects))
        return Merged(
            path,
            events,
            articles,
            suggestions,
            stories,
            annotators,
            schemes,
            conflicts if events else (),
        )


def _annotators(mine: Transaction, theirs: Reads) -> int:
    here = {annotator.id for annotator in mine.annotators()}
    new = [annotator for annotator in theirs.annotators() if annotator.id not in here]
    for annotator in new:
        mine.enrol(annotator)
    if theirs.ask("SELECT 1 FROM annotator WHERE id = ?", history.CLERK.id):
        mine.enrol(history.CLERK)
    return len(new)


def _schemes(mine: Transaction, theirs: Reads) -> int:
    here = {scheme.hash: scheme for scheme in mine.schemes()}
    there = {scheme.hash: scheme for scheme in theirs.schemes()}
    current = mine.scheme()
    if theirs.scheme().hash not in (current.hash, *(step["from"] for step in mine.migrations())):
        raise StoreError(
            f"{theirs.path}: annotated under another scheme version ({theirs.scheme().hash}) than "
            f"{mine.path} ({current.hash})",
            "Bring this corpus to that version first, with `annotator scheme`; a copy that is "
            "behind may be merged as it is.",
        )
    new = [scheme for version, scheme in there.items() if version not in here]
    for scheme in new:
        mine.add_scheme(scheme)
    mine.set_setting("scheme", current.hash)
    return len(new)


def _articles(mine: Transaction, theirs: Reads) -> int:
    here = set(mine.article_ids())
    new = 0
    for article in theirs.article_ids():
        theirs.text(article)
        if article not in here:
            mine.add_article(theirs.article_as_added(article))
            new += 1
    return new


def _suggestions(mine: Transaction, theirs: Reads) -> int:
    query = "SELECT id FROM suggestion WHERE article = ?"
    count = 0
    for article in theirs.article_ids():
        missing = set(theirs.ask(query, article)) - set(mine.ask(query, article))
        if missing:
            held = [s for s in theirs.suggestions(article) if (s.id,) in missing]
            mine.add_suggestions(article, held)
            count += len(held)
    return count


def _stories(mine: Transaction, theirs: Reads) -> int:
    here = {story.id: story for story in mine.proposals()}
    new = 0
    for story in theirs.proposals():
        known = here.get(story.id)
        if known is None:
            mine.add_story(story)
            new += 1
        elif set(story.articles) - set(known.articles):
            mine.add_story(_joined(known, story))
    return new


def _joined(known: Story, other: Story) -> Story:
    return replace(known, articles=tuple(dict.fromkeys((*known.articles, *other.articles))))


def _pairs_and_draws(mine: Transaction, theirs: Reads) -> None:
    for table in ("counterpart", "arm", "assignment"):
        mine.take_rows(table, theirs.ask(f"SELECT * FROM {table}"))


def _events(mine: Transaction, theirs: Reads) -> tuple[int, list[str]]:
    count = 0
    subjects: dict[str, None] = {}
    for batch in _batches(theirs.all_events()):
        here = _here(mine, "SELECT id, hash FROM event", (event.id for event in batch))
        for event in batch:
            if history.content_hash(event) != event.hash:
                raise _altered(theirs, event, "is not what its hash was taken of")
            if max(event.clock, event.counter) > _LATEST:
                raise _altered(theirs, event, "claims an impossible time")
            if event.id not in here:
                mine.insert_event(event)
                subjects[event.subject] = None
                count += 1
            elif here[event.id] != event.hash:
                raise _altered(theirs, event, f"differs from the one in {mine.path}")
    mine.refold(subjects)
    mine.refold(story for (story,) in mine.ask("SELECT subject FROM ruling WHERE kind = 'story'"))
    return count, list(subjects)


def _altered(theirs: Reads, event: Event, how: str) -> DamagedCorpus:
    return DamagedCorpus(
        f"{theirs.path}: event {event.id} of annotator {event.annotator} {how}",
        "Ask for another copy; nothing was merged.",
    )


def _names(mine: Reads) -> Iterator[Conflict]:
    for name, people in mine.ask(
        "SELECT name, count(*) FROM annotator GROUP BY name HAVING count(*) > 1 ORDER BY name"
    ):
        yield Conflict("name", name, f"{people} annotators are called so; they stay apart")


def _machines(mine: Reads) -> Iterator[Conflict]:
    for annotator, first, last in mine.ask(
        "SELECT annotator, min(counter), max(counter) FROM (SELECT annotator, counter FROM event "
        "WHERE annotator <> ? GROUP BY annotator, counter HAVING count(*) > 1) "
        "GROUP BY annotator ORDER BY annotator",
        history.CLERK.id,
    ):
        yield Conflict(
            "machines", annotator, f"two lines of work between events {first} and {last}"
        )


def _decisions(mine: Reads, subjects: Iterable[str]) -> Iterator[Conflict]:
    for batch in _batches(subjects):
        for suggestion, verdicts in mine.ask(
            "SELECT suggestion, group_concat(DISTINCT verdict) FROM decision WHERE suggestion IN "
            "(SELECT suggestion FROM decision WHERE subject IN (SELECT value FROM json_each(?))) "
            "GROUP BY suggestion HAVING count(DISTINCT verdict) > 1 ORDER BY suggestion",
            json.dumps(batch),
        ):
            yield Conflict("decision", suggestion, ", ".join(sorted(verdicts.split(","))))


def _here(mine: Reads, select: str, ids: Iterable[str]) -> dict[str, object]:
    return dict(
        mine.ask(f"{select} WHERE id IN (SELECT value FROM json_each(?))", json.dumps(list(ids)))
    )


def _batches(items: Iterable[T]) -> Iterator[list[T]]:
    iterator = iter(items)
    while batch := list(islice(iterator, _BATCH)):
        yield batch
