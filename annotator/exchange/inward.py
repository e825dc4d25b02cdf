"""Into the corpus file: what formats read, as the events that bring it about."""

from collections.abc import Iterator
from concurrent.futures import Future
from dataclasses import dataclass, field, replace
from typing import Any

from annotator import counterparts, history, intake
from annotator.errors import InputError, UsageError
from annotator.formats.record import (
    Correction,
    Document,
    Incoming,
    Labelled,
    Rejection,
)
from annotator.history import Event, Kind
from annotator.model import Annotator, Arm, Json, Origin, derived_id, utc_now
from annotator.store.corpus import Corpus
from annotator.store.writer import Transaction


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import brought: new articles and events, and what was there already."""

    articles: int
    annotations: int
    known: int
    repaired: int


def import_(corpus: Corpus, incoming: Incoming, name: str | None) -> Imported:
    """Take in what a format's reader found, as one transaction.

    A native export keeps its own annotators; `name` is whose work annotations without one are.
    Into a corpus that is still empty a native export is restored whole, scheme and identity
    included. Raises InputError with the first problem when there are any; then nothing came in.
    """
    if incoming.problems:
        first, count = incoming.problems[0], len(incoming.problems)
        more = f" (and {count - 1} more)" if count > 1 else ""
        raise InputError(f"{first.message}{more}; nothing was imported", first.hint)
    task = _Import(incoming, name)
    future: Future[Imported] = corpus.writer().submit(task.run)
    return future.result()


def _known(transaction: Transaction, event: Event) -> bool:
    """Whether the event is stored, or what it would bring about stands already."""
    if transaction.event(event.id) is not None:
        return True
    before = transaction.standing(event.subject)
    after = history.apply(before, event)
    if event.kind in history.RULINGS:
        return before.ruling is not None and history.said(before.ruling) == history.said(event)
    verdicts = {held.decision.verdict if held.decision else None for held in (before, after)}
    return before.annotation == after.annotation and len(verdicts) == 1


@dataclass(slots=True)
class _Import:
    """One import on its way into a transaction."""

    incoming: Incoming
    name: str | None
    now: str = field(default_factory=utc_now)

    def run(self, transaction: Transaction) -> Imported:
        incoming = self.incoming
        self.check_scheme(transaction)
        fresh = {
            record.article.id: record.article
            for record in incoming.articles
            if not transaction.has_article(record.article.id)
        }
        scheme = transaction.scheme()
        for article in fresh.values():
            transaction.add_article(article, intake.highlight(article, scheme)[0])
        proposed = {story.id: story for story in transaction.proposals()}
        for story in (record.story for record in incoming.stories):
            held = proposed.get(story.id)
            joined = tuple(article for article in story.articles if article in fresh)
            told = replace(held, articles=(*held.articles, *joined)) if held else story
            transaction.add_story(told)
        counterparts.bring_together(transaction, fresh, fresh)
        events = list(self.events(transaction))
        new = [event for event in events if not _known(transaction, event)]
        for event in new:
            transaction.append(event)
        made = (Kind.LABEL, Kind.ACCEPT)
        return Imported(
            articles=len(fresh),
            annotations=sum(event.kind in made for event in new),
            known=len(events) - len(new),
            repaired=incoming.repaired,
        )

    def check_scheme(self, transaction: Transaction) -> None:
        """An empty corpus takes the scheme and the id of a native export; another must match."""
        header = self.incoming.header
        if header is None or header.scheme.hash == transaction.scheme().hash:
            if header is not None and not transaction.article_ids():
                transaction.set_setting("id", header.corpus)
            return
        if transaction.article_ids():
            raise InputError(
                f"the export was made under scheme {header.scheme.id} {header.scheme.hash}, "
                f"this corpus uses {transaction.scheme().id} {transaction.scheme().hash}",
                "Import it into a new corpus: that takes over the scheme of the export.",
            )
        transaction.add_scheme(header.scheme)
        transaction.set_setting("id", header.corpus)

    def events(self, transaction: Transaction) -> Iterator[Event]:
        """Everything the file says somebody decided, each as the event that brings it about."""
        incoming = self.incoming
        if incoming.header is not None:
            for person in incoming.header.annotators:
                transaction.enrol(person)
        for record in incoming.articles:
            for labelled in record.annotations:
                yield self.labelled(transaction, labelled)
            for rejection in record.rejections:
                yield self.rejected(transaction, rejection)
        for document in incoming.documents:
            yield from self.document(transaction, document)
        for labelled in incoming.links:
            yield self.labelled(transaction, labelled)
        for labelled in incoming.labels:
            yield self.labelled(transaction, labelled)
        for story in incoming.stories:
            for labelled in story.annotations:
                yield self.labelled(transaction, labelled)
        for correction in (*incoming.corrections, *_corrected(incoming)):
            yield self.corrected(transaction, correction)
        yield from self.done(transaction)

    def document(self, transaction: Transaction, document: Document) -> Iterator[Event]:
        """Annotations made elsewhere, checked against the text that is here."""
        if not transaction.has_article(document.article):
            raise InputError(
                f"{document.where}: article {document.article} is not in this corpus",
                "Add the article first.",
            )
        text = transaction.article(document.article).text
        if document.text is not None and document.text != text:
            raise InputError(
                f"{document.where}: the text is not that of article {document.article}"
            )
        for labelled in document.annotations:
            held = labelled.annotation
            if held.start is not None and held.quote != text[held.start : held.end]:
                raise InputError(
                    f"{document.where}: {held.quote!r} is not at [{held.start}, {held.end})"
                )
            yield self.labelled(transaction, labelled)

    def labelled(self, transaction: Transaction, labelled: Labelled) -> Event:
        held = labelled.annotation
        if labelled.suggestion is not None:
            transaction.add_suggestions(labelled.suggestion.article, [labelled.suggestion])
        person = self.person(transaction, held.annotator, labelled.annotator)
        if labelled.arm is Arm.BLIND and held.article is not None:
            transaction.set_arm(person.id, held.article, Arm.BLIND)
        place = {
            "story": held.story,
            "start": held.start,
            "end": held.end,
            "quote": held.quote,
            "source": held.source,
            "target": held.target,
            "suggestion": held.suggestion,
        }
        body: Json = {
            "layer": str(held.layer),
            "label": held.label,
            "attributes": dict(held.attributes),
            "note": held.note,
            "origin": str(held.origin),
            **{key: value for key, value in place.items() if value is not None},
        }
        kind = Kind.LABEL if held.origin is Origin.UNAIDED else Kind.ACCEPT
        return self.event(transaction, person, held.id, kind, body, held.article, held.created)

    def rejected(self, transaction: Transaction, rejection: Rejection) -> Event:
        suggestion, person = rejection.suggestion, rejection.annotator
        transaction.add_suggestions(suggestion.article, [suggestion])
        subject = history.suggestion_subject(person.id, suggestion.id)
        body = {"suggestion": suggestion.id}
        return self.event(
            transaction, person, subject, Kind.REJECT, body, suggestion.article, rejection.at
        )

    def corrected(self, transaction: Transaction, correction: Correction) -> Event:
        person = self.person(transaction, correction.annotator.id, correction.annotator.name)
        subject = history.counterpart_subject(person.id, correction.a, correction.b)
        kind = Kind.ALIGN if correction.aligned else Kind.UNALIGN
        body: Json = {"a": list(correction.a), "b": list(correction.b)}
        return self.event(transaction, person, subject, kind, body, correction.a[0], correction.at)

    def done(self, transaction: Transaction) -> Iterator[Event]:
        """Who is done with which articles, gathered by story; and who read blind."""
        finished: dict[tuple[str, str], list[str]] = {}
        people: dict[str, Annotator] = {}
        for record in self.incoming.articles:
            for reading in record.readings:
                person = reading.annotator
                people[person.id] = person
                if reading.arm is Arm.BLIND:
                    transaction.set_arm(person.id, record.article.id, Arm.BLIND)
                if reading.done and record.story is not None:
                    finished.setdefault((person.id, record.story), []).append(record.article.id)
        for (person_id, story), articles in finished.items():
            subject = derived_id("done", person_id, story)
            body: Json = {"story": story, "articles": sorted(articles)}
            yield self.event(
                transaction, people[person_id], subject, Kind.DONE, body, None, self.now
            )

    def person(self, transaction: Transaction, annotator: str, shown: str) -> Annotator:
        """The annotator whose id the file gives, else the one of the name it gives, else --as."""
        if self.incoming.header is not None:
            return Annotator(annotator, shown)
        name = shown or self.name
        if not name:
            raise UsageError("the file does not say who annotated", "Say it with --as NAME.")
        return transaction.add_annotator(name)

    def event(
        self,
        transaction: Transaction,
        person: Annotator,
        subject: str,
        kind: Kind,
        body: Json,
        article: str | None,
        at: str,
    ) -> Event:
        """The event, with an id that the same import gives again."""
        transaction.enrol(person)
        what: Any = "" if kind is Kind.DONE else at
        return Event(
            id=derived_id("import", person.id, subject, kind, what, sorted(body.items())),
            annotator=person.id,
            subject=subject,
            kind=kind,
            body=body,
            article=article,
            at=at,
            scheme=transaction.scheme().hash,
        )


def _corrected(incoming: Incoming) -> Iterator[Correction]:
    for story in incoming.stories:
        yield from story.corrections
