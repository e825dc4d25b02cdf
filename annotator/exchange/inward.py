"""Into the corpus file: what formats read, as the events that bring it about."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field, replace
from typing import Any

from annotator import counterparts, history, intake
from annotator.errors import AnnotatorError, InputError, UsageError
from annotator.exchange import proposing
from annotator.formats.record import Correction, Document, Incoming, Labelled, Problem, Rejection
from annotator.history import Event, Kind
from annotator.model import (
    Annotator,
    Arm,
    Json,
    Suggestion,
    derived_id,
    utc_now,
)
from annotator.scheme import Scheme
from annotator.store.corpus import Corpus
from annotator.store.writer import Transaction


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import brought, and how many annotations (or suggestions) were `known` already.

    `repaired` lists the spans that had to be put right, `left_out` counts what the file holds and
    the corpus did not take.
    """

    articles: int
    annotations: int
    suggestions: int
    known: int
    repaired: tuple[str, ...]
    left_out: Mapping[str, int]


class RefusedImport(InputError):
    """Nothing came in; `others` are the problems after the first, which is the message."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        first, *self.others = problems
        more = f" (and {len(self.others)} more)" if self.others else ""
        super().__init__(f"{first.message}{more}; nothing was imported", first.hint)


def import_(
    corpus: Corpus, incoming: Incoming, name: str | None, *, as_suggestions: bool = False
) -> Imported:
    """Take in what a format's reader found, as one transaction.

    A native export keeps its own annotators; `name` is whose work annotations without one are.
    Into a corpus that is still empty a native export is restored whole, scheme and identity
    included. With `as_suggestions` nobody is taken to have decided anything. Raises RefusedImport
    when there are problems, InputError for what does not fit the corpus; then nothing came in.
    """
    if incoming.problems:
        raise RefusedImport(incoming.problems)
    task = _Import(incoming, name, as_suggestions)
    future: Future[Imported] = corpus.writer().submit(task.run)
    return future.result()


_MAKING = (Kind.LABEL, Kind.ACCEPT)
"""What an annotation begins with; all else that is imported says something of what is there."""


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
    as_suggestions: bool
    now: str = field(default_factory=utc_now)
    scheme: Scheme = field(init=False)

    def run(self, transaction: Transaction) -> Imported:
        incoming = self.incoming
        self.check_scheme(transaction)
        fresh = {
            record.article.id: record.article
            for record in incoming.articles
            if not transaction.has_article(record.article.id)
        }
        self.scheme = transaction.scheme()
        found = intake.highlight(fresh.values(), self.scheme)
        for article, (suggestions, _) in zip(fresh.values(), found, strict=True):
            transaction.add_article(article, suggestions)
        proposed = {story.id: story for story in transaction.proposals()}
        for story in (record.story for record in incoming.stories):
            held = proposed.get(story.id)
            joined = tuple(article for article in story.articles if article in fresh)
            told = replace(held, articles=(*held.articles, *joined)) if held else story
            transaction.add_story(told)
        imported = (self.propose if self.as_suggestions else self.record)(transaction, len(fresh))
        aligning = counterparts.Aligning(transaction, fresh)
        counterparts.bring_together(transaction, fresh, aligning)
        return imported

    def record(self, transaction: Transaction, articles: int) -> Imported:
        """Append what was decided and is not here yet."""
        events = list(self.events(transaction))
        new = [event for event in events if not _known(transaction, event)]
        for event in new:
            transaction.append(event)
        told, made = (sum(e.kind in _MAKING for e in some) for some in (events, new))
        return Imported(
            articles=articles,
            annotations=made,
            suggestions=0,
            known=told - made,
            repaired=self.incoming.repaired,
            left_out=dict(self.incoming.skipped),
        )

    def propose(self, transaction: Transaction, articles: int) -> Imported:
        """Store the labels on places as suggestions; the others, and all decisions, stay out."""
        left_out = Counter(self.incoming.skipped)
        left_out["rejections"] += len(list(self.rejections(transaction)))
        left_out["corrected counterparts"] += len(list(self.corrections()))
        made: dict[str, dict[str, Suggestion]] = defaultdict(dict)
        for labelled in self.labels(transaction):
            name = labelled.annotator or self.name
            if not name:
                raise UsageError("the file does not say who annotated", "Say it with --as NAME.")
            left_out["attributes"] += len(labelled.annotation.attributes)
            if proposal := proposing.suggestion(labelled, name):
                made[proposal.article][proposal.id] = proposal
            else:
                left_out[f"{labelled.annotation.layer} labels"] += 1
        known = new = 0
        for article, proposals in made.items():
            here = {held.id for held in transaction.suggestions(article)}
            known += len(here & proposals.keys())
            new += len(proposals.keys() - here)
            transaction.add_suggestions(article, proposals.values())
        left_out = +left_out
        return Imported(articles, 0, new, known, self.incoming.repaired, dict(left_out))

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
        for labelled in self.labels(transaction):
            yield self.labelled(transaction, labelled)
        for rejection in self.rejections(transaction):
            yield self.rejected(transaction, rejection)
        for correction in self.corrections():
            yield self.corrected(transaction, correction)
        yield from self.done(transaction)

    def labels(self, transaction: Transaction) -> Iterator[Labelled]:
        """Every label of the file, those of other tools checked against text and scheme here."""
        placed: dict[str, str | None] = {}
        for record in self.incoming.articles:
            yield from record.annotations
        for document in self.incoming.documents:
            self.check_document(transaction, document)
            yield from document.annotations
            placed |= {k.annotation.id: k.annotation.article for k in document.annotations}
        for link in self.incoming.links:
            article = placed.get(link.annotation.source or "")
            story = transaction.story_of(article) if article else None
            held = replace(link.annotation, story=link.annotation.story or story)
            yield replace(link, annotation=held)
        yield from self.incoming.labels
        for told in self.incoming.stories:
            yield from told.annotations

    def rejections(self, transaction: Transaction) -> Iterator[Rejection]:
        """Every rejection of the file, those of other formats checked against the text here."""
        for record in self.incoming.articles:
            yield from record.rejections
        for rejection in self.incoming.rejections:
            held = rejection.suggestion
            known = transaction.has_article(held.article)
            text = transaction.article(held.article).text if known else ""
            if held.quote != text[held.start : held.end]:
                raise InputError(
                    f"rejected suggestion {held.id}: {held.quote[:40]!r} is not at "
                    f"[{held.start}, {held.end}) of article {held.article}",
                    "Import what was exported from these very articles.",
                )
            yield rejection

    def corrections(self) -> Iterator[Correction]:
        """Everything the file says about counterparts."""
        yield from self.incoming.corrections
        for story in self.incoming.stories:
            yield from story.corrections

    def check_document(self, transaction: Transaction, document: Document) -> None:
        """Raise InputError unless the text is here and its labels fit it and the scheme."""
        if not transaction.has_article(document.article):
            raise InputError(
                f"{document.where}: article {document.article} is not in this corpus",
                "Add the article first.",
            )
        text = transaction.article(document.article).text
        if document.text is not None and document.text != text:
            raise InputError(
                f"{document.where}: the text is not that of article {document.article}",
                "Import what was exported from these very articles.",
            )
        for labelled in document.annotations:
            held = labelled.annotation
            where = document.places.get(held.id, document.where)
            if held.start is not None and held.quote != text[held.start : held.end]:
                raise InputError(
                    f"{where}: {held.quote!r} is not at [{held.start}, {held.end})",
                    "Offsets count code points of the article's text, from 0, the end excluded.",
                )
            if held.scheme in ("", self.scheme.hash):
                try:
                    self.scheme.label(held.layer, held.label).check(held.attributes)
                except AnnotatorError as error:
                    raise InputError(f"{where}: {error.message}", error.hint) from None

    def labelled(self, transaction: Transaction, labelled: Labelled) -> Event:
        held = labelled.annotation
        if labelled.suggestion is not None:
            transaction.add_suggestions(labelled.suggestion.article, [labelled.suggestion])
        person = self.person(transaction, held.annotator, labelled.annotator)
        if labelled.arm is Arm.BLIND and held.article is not None:
            transaction.set_arm(person.id, held.article, Arm.BLIND)
        kind, body = history.making(held)
        return self.event(transaction, person, held.id, kind, body, held.article, held.created)

    def rejected(self, transaction: Transaction, rejection: Rejection) -> Event:
        suggestion, who = rejection.suggestion, rejection.annotator
        person = self.person(transaction, who.id, who.name)
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
            subject = history.done_subject(person_id, story)
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
            scheme=self.scheme.hash,
        )
