"""Corpora that went separate ways, made one again: the union of their events by id.

The result does not depend on the order of merging, and merging twice changes nothing. What stands
is folded from the union, so nothing is decided here; what people decided differently is listed.
"""

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from annotator import history
from annotator.errors import DamagedCorpus, StoreError
from annotator.history import Event
from annotator.model import Story
from annotator.store import backup, conflicts, incoming
from annotator.store.conflicts import Conflict
from annotator.store.corpus import Corpus
from annotator.store.reads import Reads
from annotator.store.transaction import Transaction

_LATEST = 2**53


@dataclass(frozen=True, slots=True)
class Merged:
    """What one corpus brought that was not here, in numbers, and the conflicts it made.

    `work` has the new events of each annotator by her name.
    """

    path: Path
    events: int
    work: tuple[tuple[str, int], ...]
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

    `settle` has the last word in it. With `dry_run` nothing stays. Raises StoreError, NotACorpus,
    NewerCorpus or DamagedCorpus, naming the file and the article or event, and then nothing was
    taken.
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
            events = _events(mine, theirs)
            names = {person.id: person.name for person in mine.annotators()}
        except (
            KeyError, TypeError, ValueError, AttributeError, sqlite3.IntegrityError
        ) as error:  # fmt: skip
            raise DamagedCorpus(
                f"{path}: holds something that makes no sense: {error!r}", "Ask for another copy."
            ) from error
        return Merged(
            path,
            sum(events.made.values()),
            tuple(sorted((names.get(who, who), count) for who, count in events.made.items())),
            articles,
            suggestions,
            stories,
            annotators,
            schemes,
            tuple(_conflicts(mine, theirs, events)),
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
            f"{theirs.path}: annotated under another scheme version ({theirs.scheme().name}, "
            f"{theirs.scheme().hash}) than {mine.path} ({current.name}, {current.hash})",
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


@dataclass(slots=True)
class _Brought:
    """The events that came in: how many of whom, about what, and which beside others here."""

    made: Counter[str] = field(default_factory=Counter)
    subjects: dict[str, None] = field(default_factory=dict)
    beside: dict[str, list[str]] = field(default_factory=dict)


def _events(mine: Transaction, theirs: Reads) -> _Brought:
    brought = _Brought()
    last: dict[str, int] = dict(
        mine.ask("SELECT annotator, max(counter) FROM event GROUP BY annotator")
    )
    for batch in conflicts.batches(theirs.all_events()):
        here = conflicts.known(mine, "SELECT id, hash FROM event", (event.id for event in batch))
        for event in batch:
            if history.content_hash(event) != event.hash:
                raise _altered(theirs, event, "is not what its hash was taken of")
            if max(event.clock, event.counter) > _LATEST:
                raise _altered(theirs, event, "claims an impossible time")
            if event.id not in here:
                mine.insert_event(event)
                brought.made[event.annotator] += 1
                brought.subjects[event.subject] = None
                if event.counter <= last.get(event.annotator, 0):
                    brought.beside.setdefault(event.annotator, [])
                if event.annotator in brought.beside:
                    brought.beside[event.annotator].append(event.id)
            elif here[event.id] != event.hash:
                raise _altered(theirs, event, f"differs from the one in {mine.path}")
    mine.refold(brought.subjects)
    mine.refold(story for (story,) in mine.ask("SELECT subject FROM ruling WHERE kind = 'story'"))
    return brought


def _conflicts(mine: Reads, theirs: Reads, brought: _Brought) -> Iterator[Conflict]:
    if brought.made:
        yield from conflicts.names(mine, theirs)
        yield from conflicts.machines(mine, theirs, brought.beside)
        yield from conflicts.decisions(mine, brought.subjects)


def _altered(theirs: Reads, event: Event, how: str) -> DamagedCorpus:
    return DamagedCorpus(
        f"{theirs.path}: event {event.id} of annotator {event.annotator} {how}",
        "Ask for another copy; nothing was merged.",
    )
