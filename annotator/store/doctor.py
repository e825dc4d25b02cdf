"""Every invariant of a corpus file, checked one by one, and the cure for the one that has one."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TypeAlias

from annotator import history
from annotator.errors import AnnotatorError
from annotator.store import fold, header, membership, rows, seals
from annotator.store.corpus import open_corpus
from annotator.store.reads import Reads
from annotator.store.rows import Row
from annotator.store.writer import Transaction, Writer
from annotator.text.plurals import counted


@dataclass(frozen=True, slots=True)
class Check:
    """One invariant: what was found in words, and where it is broken (a part, if in many places).

    `where` names articles, events, annotators, suggestions or rows by id.
    """

    name: str
    ok: bool
    found: str
    where: tuple[str, ...]


Looks: TypeAlias = Callable[[Reads], Iterator[str]]
"""Names each place where one invariant is broken."""
MOST = 100
"""Places listed of one broken invariant."""


def examine(path: Path, more: Mapping[str, Looks] | None = None) -> list[Check]:
    """Check every invariant of the corpus at `path`, and `more` by name, without changing it.

    A file that cannot be opened gives the one check that says so.
    """
    every = {**_CHECKS, **(more or {})}
    try:
        with open_corpus(path, write=False) as corpus:
            corpus.spell_out()
            return [_check(name, looks, corpus) for name, looks in every.items()]
    except AnnotatorError as error:
        return [Check("file", False, error.message, (str(path),))]


def rebuild(writer: Writer) -> int:
    """Fold the whole record anew into the tables of what stands; how many subjects there are."""
    return writer.submit(_rebuild).result()


def _rebuild(transaction: Transaction) -> int:
    transaction.forget_folded()
    subjects = list(_subjects(transaction))
    transaction.refold(subjects)
    return len(subjects)


def _check(name: str, looks: Looks, corpus: Reads) -> Check:
    """Run one check; data that cannot even be read is a finding, not a crash."""
    where: list[str] = []
    count = 0
    try:
        for place in looks(corpus):
            count += 1
            if count <= MOST:
                where.append(place)
    except (AnnotatorError, KeyError, TypeError, ValueError, AttributeError) as error:
        count += 1
        where.append(str(error))
    return Check(name, not count, f"{count} broken" if count else "sound", tuple(where))


def _file(corpus: Reads) -> Iterator[str]:
    for (verdict,) in corpus.ask("PRAGMA integrity_check"):
        if verdict != "ok":
            yield verdict


def _triggers(corpus: Reads) -> Iterator[str]:
    found = {n for (n,) in corpus.ask("SELECT name FROM sqlite_master WHERE type = 'trigger'")}
    for name in sorted(header.TRIGGERS - found):
        yield f"trigger {name} is missing"
    for name in sorted(found - header.TRIGGERS):
        yield f"trigger {name} is not annotator's"


def _foreign_keys(corpus: Reads) -> Iterator[str]:
    for table, row, other, _ in corpus.ask("PRAGMA foreign_key_check"):
        yield f"{table} row {row} names a missing {other}"


def _articles(corpus: Reads) -> Iterator[str]:
    for article in corpus.article_ids():
        try:
            read = corpus.article(article)
        except (AnnotatorError, ValueError) as error:
            yield f"article {article}: {error}"
            continue
        spans = (*read.sentences, *read.words, *((b.start, b.end) for b in read.blocks))
        for start, end in spans:
            if not 0 <= start < end <= len(read.text):
                yield f"article {article}: [{start}, {end}) is outside its text"


def _events(corpus: Reads) -> Iterator[str]:
    at = -1
    query = f"SELECT rowid, {rows.EVENT} FROM event WHERE rowid > ? ORDER BY rowid LIMIT 1000"
    while batch := corpus.ask(query, at):
        for _, *row in batch:
            try:
                event = rows.event(tuple(row))
                sound = history.content_hash(event) == event.hash
            except (ValueError, TypeError) as error:
                yield f"event {row[0]}: makes no sense: {error}"
                continue
            if not sound:
                yield f"event {event.id}: not what its hash was taken of"
        at = batch[-1][0]


def _chains(corpus: Reads) -> Iterator[str]:
    holder = corpus.setting("holder")  # in a copy handed out, the others' lines have gaps
    for (annotator,) in corpus.ask("SELECT id FROM annotator ORDER BY rowid"):
        if holder not in (None, annotator):
            continue
        counter, before, level = 0, {""}, {""}
        for number, event, prev, sealed in _links(corpus, annotator):
            if number != counter:
                if number != counter + 1:
                    yield f"annotator {annotator}: no event between {counter} and {number}"
                counter, before, level = number, level, set()
            if prev not in before:
                yield f"event {event}: the event before it is missing or altered"
            level.add(sealed)


def _links(corpus: Reads, annotator: str) -> Iterator[Row]:
    """Counter, id, hash of the event before and own hash of one annotator's events, in order."""
    at: Row = (-1, "")
    query = (
        "SELECT counter, id, prev, hash FROM event WHERE annotator = ? AND (counter, id) > (?, ?) "
        "ORDER BY counter, id LIMIT 10000"
    )
    while batch := corpus.ask(query, annotator, *at):
        yield from batch
        at = batch[-1][:2]


def _quotes(corpus: Reads) -> Iterator[str]:
    for article in corpus.article_ids():
        for read in (corpus.suggestions, partial(corpus.annotations, None)):
            try:
                read(article)
            except AnnotatorError as error:
                yield f"article {article}: {error.message}"
    for held in corpus.quarantined:
        yield f"{held.table} {held.id}: {held.quote!r} is not at its place in {held.article}"


def _tables(corpus: Reads) -> Iterator[str]:
    subjects = _subjects(corpus)
    while batch := list(islice(subjects, 1000)):
        with corpus.at_once():
            events = _grouped(corpus, rows.EVENT, "event", "subject", batch)
            held = {
                table: _grouped(corpus, columns, table, key, batch)
                for table, (key, columns) in fold.TABLES.items()
            }
        for subject in batch:
            try:
                expected = fold.folded(subject, map(rows.event, events[subject]))
            except (KeyError, TypeError, ValueError, AttributeError) as error:
                yield f"subject {subject}: its events make no sense: {error!r}"
                continue
            for table in fold.TABLES:
                if sorted(held[table][subject]) != expected[table]:
                    yield f"{table} of subject {subject}: not what its events say"
    for table, (key, _) in fold.TABLES.items():
        for (subject,) in corpus.ask(
            f"SELECT {key} FROM {table} WHERE {key} NOT IN (SELECT subject FROM event)"
        ):
            yield f"{table} of subject {subject}: no event speaks of it"


def _grouped(
    corpus: Reads, columns: str, table: str, key: str, subjects: Sequence[str]
) -> dict[str, list[Row]]:
    """The rows of a table that are about some subjects, by subject."""
    found: dict[str, list[Row]] = {subject: [] for subject in subjects}
    query = f"SELECT {key}, {columns} FROM {table} WHERE {key} IN (SELECT value FROM json_each(?))"
    for subject, *row in corpus.ask(query, json.dumps(subjects)):
        found[subject].append(tuple(row))
    return found


def _stories(corpus: Reads) -> Iterator[str]:
    with corpus.at_once():
        here = set(corpus.article_ids())
        proposals, rulings = corpus.proposals(), corpus.story_rulings()
        stories = [corpus.story(proposed.id) for proposed in proposals]
    home = membership.homes(proposals, rulings)
    for proposed, held in zip(proposals, stories, strict=True):
        told = membership.settled(proposed, rulings, home)
        if (held.title, held.articles) != (
            told.title,
            tuple(a for a in told.articles if a in here),
        ):
            yield f"story {proposed.id}: neither what was proposed nor what was ruled"
    for (story,) in corpus.ask(
        "SELECT subject FROM ruling WHERE kind = 'story' AND subject NOT IN (SELECT id FROM story)"
    ):
        yield f"story {story}: ruled on, but missing"
    for (story,) in corpus.ask(
        "SELECT story FROM story_article GROUP BY story HAVING min(number) <> 0 "
        "OR max(number) <> count(*) - 1 OR count(DISTINCT number) <> count(*)"
    ):
        yield f"story {story}: its articles are not numbered from 0"


def _suggestions(corpus: Reads) -> Iterator[str]:
    for suggestion, annotator in corpus.ask(
        "SELECT suggestion, annotator FROM decision WHERE NOT EXISTS "
        "(SELECT 1 FROM suggestion WHERE id = decision.suggestion) ORDER BY suggestion"
    ):
        yield f"suggestion {suggestion}: decided on by {annotator}, but missing"
    for article, number in corpus.ask(
        "SELECT id, suggestions FROM article WHERE suggestions <> "
        "(SELECT count(*) FROM suggestion WHERE article = article.id)"
    ):
        yield f"article {article}: has not the {counted(number, 'suggestions')} it counts"


def _schemes(corpus: Reads) -> Iterator[str]:
    in_use = corpus.setting("scheme")
    held = corpus.ask("SELECT hash, id, name FROM scheme ORDER BY rowid")
    for version, ident, name in held:
        try:
            read = corpus.scheme(version)
        except (AnnotatorError, ValueError) as error:
            yield f"scheme {version}: {error}"
            continue
        if (read.hash, read.id, read.name) != (version, ident, name):
            yield f"scheme {version}: not what its hash was taken of"
    if in_use not in {version for version, _, _ in held}:
        yield f"scheme {in_use}: in use, but missing"


def _seals(corpus: Reads) -> Iterator[str]:
    for kind, ident in seals.broken(corpus):
        yield f"{kind} {ident}: what was stored of it was changed since"


def _subjects(corpus: Reads) -> Iterator[str]:
    at = ""
    query = "SELECT DISTINCT subject FROM event WHERE subject > ? ORDER BY subject LIMIT 1000"
    while batch := corpus.ask(query, at):
        yield from (str(subject) for (subject,) in batch)
        at = batch[-1][0]


_CHECKS: dict[str, Looks] = {
    "file": _file,
    "triggers": _triggers,
    "foreign keys": _foreign_keys,
    "articles": _articles,
    "events": _events,
    "chains": _chains,
    "quotes": _quotes,
    "tables": _tables,
    "stories": _stories,
    "suggestions": _suggestions,
    "schemes": _schemes,
    "seals": _seals,
}
