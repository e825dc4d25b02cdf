"""Every invariant of a corpus file, checked one by one, and the cure for the one that has a cure."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from annotator import history
from annotator.errors import AnnotatorError
from annotator.store import fold, header, membership
from annotator.store.corpus import open_corpus
from annotator.store.reads import Reads
from annotator.store.writer import Transaction, Writer


@dataclass(frozen=True, slots=True)
class Check:
    """One invariant: what was found in words, and where it is broken (a part, if in many places).

    `where` names articles, events, annotators, suggestions or rows by id.
    """

    name: str
    ok: bool
    found: str
    where: tuple[str, ...]


MOST = 100
"""Places listed of one broken invariant."""


def examine(path: Path) -> list[Check]:
    """Check every invariant of the corpus at `path`, without changing it.

    A file that cannot be opened gives the one check that says so.
    """
    try:
        with open_corpus(path, write=False) as corpus:
            return [_check(name, looks, corpus) for name, looks in _CHECKS.items()]
    except AnnotatorError as error:
        return [Check("file", False, error.message, (str(path),))]


def rebuild(writer: Writer) -> int:
    """Fold the whole record anew into the tables of what stands; how many subjects there are."""
    return writer.submit(_rebuild).result()


def _rebuild(transaction: Transaction) -> int:
    transaction.forget_folded()
    count = 0
    for subject in _subjects(transaction):
        transaction.refold([subject])
        count += 1
    return count


def _check(name: str, looks: Callable[[Reads], Iterator[str]], corpus: Reads) -> Check:
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
    for (verdict,) in corpus.ask("PRAGMA quick_check"):
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
    for event in corpus.all_events():
        if history.content_hash(event) != event.hash:
            yield f"event {event.id}: not what its hash was taken of"


def _chains(corpus: Reads) -> Iterator[str]:
    for (annotator,) in corpus.ask("SELECT id FROM annotator ORDER BY rowid"):
        counter, before, level = 0, {""}, {""}
        for event in corpus.events_of(annotator):
            if event.counter != counter:
                if event.counter != counter + 1:
                    yield f"annotator {annotator}: no event between {counter} and {event.counter}"
                counter, before, level = event.counter, level, set()
            if event.prev not in before:
                yield f"event {event.id}: the event before it is missing or altered"
            level.add(event.hash)


def _quotes(corpus: Reads) -> Iterator[str]:
    for article in corpus.article_ids():
        corpus.suggestions(article)
        corpus.annotations(article=article)
    for held in corpus.quarantined:
        yield f"{held.table} {held.id}: {held.quote!r} is not at its place in {held.article}"


def _tables(corpus: Reads) -> Iterator[str]:
    for subject in _subjects(corpus):
        expected = fold.folded(subject, corpus.events(subject))
        for table, (key, columns) in fold.TABLES.items():
            held = corpus.ask(f"SELECT {columns} FROM {table} WHERE {key} = ? ORDER BY 1", subject)
            if held != expected[table]:
                yield f"{table} of subject {subject}: not what its events say"
    for table, (key, _) in fold.TABLES.items():
        for (subject,) in corpus.ask(
            f"SELECT {key} FROM {table} WHERE {key} NOT IN (SELECT subject FROM event)"
        ):
            yield f"{table} of subject {subject}: no event speaks of it"


def _stories(corpus: Reads) -> Iterator[str]:
    here = set(corpus.article_ids())
    proposals, rulings = corpus.proposals(), corpus.story_rulings()
    home = membership.homes(proposals, rulings)
    for proposed in proposals:
        told = membership.settled(proposed, rulings, home)
        held = corpus.story(proposed.id)
        if (held.title, held.articles) != (
            told.title,
            tuple(a for a in told.articles if a in here),
        ):
            yield f"story {proposed.id}: neither what was proposed nor what was ruled"
    for (story,) in corpus.ask(
        "SELECT subject FROM ruling WHERE kind = 'story' AND subject NOT IN (SELECT id FROM story)"
    ):
        yield f"story {story}: ruled on, but missing"


def _suggestions(corpus: Reads) -> Iterator[str]:
    for suggestion, annotator in corpus.ask(
        "SELECT suggestion, annotator FROM decision WHERE NOT EXISTS "
        "(SELECT 1 FROM suggestion WHERE id = decision.suggestion) ORDER BY suggestion"
    ):
        yield f"suggestion {suggestion}: decided on by {annotator}, but missing"
    for article, counted in corpus.ask(
        "SELECT id, suggestions FROM article WHERE suggestions <> "
        "(SELECT count(*) FROM suggestion WHERE article = article.id)"
    ):
        yield f"article {article}: has not the {counted} suggestions it counts"


def _schemes(corpus: Reads) -> Iterator[str]:
    corpus.scheme()
    for (version,) in corpus.ask("SELECT hash FROM scheme ORDER BY rowid"):
        if corpus.scheme(version).hash != version:
            yield f"scheme {version}: not what its hash was taken of"


def _subjects(corpus: Reads) -> Iterator[str]:
    at = ""
    query = "SELECT DISTINCT subject FROM event WHERE subject > ? ORDER BY subject LIMIT 1000"
    while batch := corpus.ask(query, at):
        yield from (str(subject) for (subject,) in batch)
        at = batch[-1][0]


_CHECKS: dict[str, Callable[[Reads], Iterator[str]]] = {
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
}
