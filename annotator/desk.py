"""One annotator at work on one corpus: every verb is one event, held at once, saved behind.

The screen and `annotator annotate` call the same verbs. A verb checks its input, makes an event,
applies it to what is in memory, and hands it to the writer thread; it never waits for the disk.
"""

import contextlib
from collections.abc import Iterator, Mapping
from concurrent.futures import Future
from typing import Any

from annotator import answers, asymmetries, counterparts, describing, history, masking
from annotator.errors import ReadOnlyCorpus, UsageError
from annotator.history import Event, Kind, Standing
from annotator.model import (
    Annotation,
    Annotator,
    Article,
    BlockKind,
    Counterpart,
    Json,
    Layer,
    OpenStory,
    Origin,
    Place,
    derived_id,
    random_id,
    utc_now,
)
from annotator.outbox import Act, Outbox, Undone, turned
from annotator.scheme import Label, Scheme
from annotator.shelf import Shelf
from annotator.sorting import Sorting
from annotator.stopwatch import Stopwatch
from annotator.store.corpus import Corpus
from annotator.store.writer import Writer

__all__ = ["Act", "Desk", "Undone"]

ANEW = history.RULINGS - {Kind.DESCRIBE} | {Kind.LABEL}
"""Verbs on whose outcome nothing that stood before has a bearing: the file is not asked for it."""

_TAKE_BACK = "Undo takes that back."


class Desk:
    """The verbs of one annotator; those that put articles into stories are at `stories`.

    `unsaved` holds the events whose saving failed, oldest first; `save_again` offers them anew.
    Verbs raise UsageError when they make no sense and ReadOnlyCorpus when nothing can be written.
    """

    def __init__(self, corpus: Corpus, writer: Writer | None, annotator: Annotator) -> None:
        self.annotator = annotator
        self.path = corpus.path
        self.scheme: Scheme = corpus.scheme()
        self._scheme_hash = self.scheme.hash
        self._corpus, self._shelf = corpus, Shelf(corpus, annotator)
        self._outbox = Outbox(writer) if writer else None
        self._watch = Stopwatch()
        self._act: list[str] | None = None  # the events so far of an act of several
        self.stories = Sorting(corpus, self._claim, self._arrive)

    # -- reading ------------------------------------------------------------------------------

    def open_story(self, story: str) -> OpenStory:
        """The story as this annotator reads it, after what is on its way to the disk has arrived.

        What stands in it is held in memory from now on.
        """
        self._arrive()
        opened = masking.arranged(
            self._corpus.open_story(story, self.annotator.id),
            self._corpus.assigned(self.annotator.id, story),
            self._corpus.setting("mask") == "yes",
        )
        opened = asymmetries.told(opened, self._corpus)
        self._shelf.hold_story(opened)
        return opened

    def article(self, article: str) -> Article:
        """An article of the corpus, its facts as they were put right."""
        return self._shelf.described(article)

    def own(self, article: str) -> list[Annotation]:
        """What this annotator's annotations on an article are now."""
        return self._shelf.own(article)

    def candidates(
        self, article: str, sentence: int, other: str | None = None
    ) -> list[Counterpart]:
        """The three likeliest counterparts of a sentence in `other`, or in the whole story.

        Best first, without those this annotator has ruled on. UsageError for an unknown article.
        """
        self._arrive()
        return counterparts.offered(self._corpus, self.annotator.id, (article, sentence), other)

    def place(self, story: str | None = None) -> Place | None:
        """Where this annotator was when she left, or when she left a story."""
        self._arrive()
        return self._corpus.place(self.annotator.id, story)

    def remember(self, place: Place) -> None:
        """Keep the place for the next start; lost without harm."""
        if self._outbox is not None:
            annotator = self.annotator.id
            self._outbox.submit(lambda t: t.remember(annotator, place))

    @property
    def unsaved(self) -> tuple[Event, ...]:
        """Events that stand on the screen but not yet on the disk because saving failed."""
        return self._outbox.unsaved if self._outbox else ()

    # -- span verbs ---------------------------------------------------------------------------

    def label(
        self,
        article: str,
        start: int,
        end: int,
        label: str,
        attributes: Mapping[str, Any] | None = None,
    ) -> Act:
        """Label the code points [start, end) of an article, unaided by any suggestion."""
        chosen = self.scheme.label(Layer.SPAN, label)
        quote = self._shelf.quote(article, start, end)
        if self._shelf.labelled(article, start, end, label):
            raise UsageError(f"{quote!r} is already labelled {chosen.name}", "Give another label.")
        known = self._voice(chosen, article, start, end) | dict(attributes or {})
        body = self._body(chosen, known) | {"start": start, "end": end, "quote": quote}
        return self._do(Kind.LABEL, random_id(), body, article)

    def accept(self, suggestion: str, label: str | None = None) -> Act:
        """Make a suggestion one's own, as it is or under another label of the span layer."""
        found = self._shelf.suggestion(suggestion)
        subject = history.suggestion_subject(self.annotator.id, suggestion)
        if self._shelf.standing(subject).annotation is not None:
            raise UsageError(f"the suggestion {found.quote!r} is already accepted", _TAKE_BACK)
        same = label is None or label == found.label
        chosen = self.scheme.label(found.layer, found.label if label is None else label)
        place = (found.article, found.start, found.end)
        known = answers.of(chosen, found) if same else self._voice(chosen, *place)
        body = self._body(chosen, known) | {
            "start": found.start,
            "end": found.end,
            "quote": found.quote,
            "suggestion": suggestion,
            "origin": str(Origin.ACCEPTED if same else Origin.EDITED),
        }
        return self._do(Kind.ACCEPT, subject, body, found.article)

    def reject(self, suggestion: str) -> Act:
        """Say that a suggestion is wrong; an annotation made from it goes away with it."""
        found = self._shelf.suggestion(suggestion)
        subject = history.suggestion_subject(self.annotator.id, suggestion)
        standing = self._shelf.standing(subject)
        if standing.decision is not None and standing.annotation is None:
            raise UsageError(f"the suggestion {found.quote!r} is already rejected", _TAKE_BACK)
        return self._do(Kind.REJECT, subject, {"suggestion": suggestion}, found.article)

    def move(self, annotation: str, start: int, end: int) -> Act:
        """Put a span annotation's edges elsewhere in its article."""
        held = self._shelf.annotation(annotation)
        if held.layer is not Layer.SPAN or held.article is None:
            raise UsageError(f"a {held.layer} label has no edges to move", "Move a span's.")
        quote = self._shelf.quote(held.article, start, end)
        return self._do(
            Kind.MOVE, annotation, {"start": start, "end": end, "quote": quote}, held.article
        )

    def link(self, source: str, target: str, label: str) -> Act:
        """Link two of one's spans in different articles of one story."""
        chosen = self.scheme.label(Layer.LINK, label)
        ends = [self._shelf.annotation(source), self._shelf.annotation(target)]
        articles = [held.article for held in ends]
        if any(held.layer is not Layer.SPAN for held in ends) or articles[0] == articles[1]:
            raise UsageError(
                "a link joins two labelled spans of two different articles",
                "Label a span in each article first.",
            )
        stories = [self._shelf.story_of(str(article)) for article in articles]
        if stories[0] is None or stories[0] != stories[1]:
            raise UsageError("a link joins two articles of one story", "Join the stories first.")
        subject = history.place_subject(
            self.annotator.id, Layer.LINK, "\x1f".join(sorted([source, target])), label
        )
        body = self._body(chosen, None) | {"story": stories[0], "source": source, "target": target}
        return self._do(Kind.LABEL, subject, body, None)

    # -- labels of larger things --------------------------------------------------------------

    def label_sentence(
        self, article: str, sentence: int, label: str, attributes: Mapping[str, Any] | None = None
    ) -> Act:
        """Label the sentence with this index of an article; a second time replaces the first."""
        chosen = self.scheme.label(Layer.SENTENCE, label)
        start, end = self._shelf.sentence(article, sentence)
        place = {"start": start, "end": end, "quote": self._shelf.quote(article, start, end)}
        subject = history.place_subject(
            self.annotator.id, Layer.SENTENCE, f"{article}:{start}", label
        )
        return self._do(Kind.LABEL, subject, self._body(chosen, attributes) | place, article)

    def label_article(
        self, article: str, label: str, attributes: Mapping[str, Any] | None = None
    ) -> Act:
        """Label an article as a whole; a second time replaces the first."""
        chosen = self.scheme.label(Layer.ARTICLE, label)
        self._shelf.article(article)
        subject = history.place_subject(self.annotator.id, Layer.ARTICLE, article, label)
        return self._do(Kind.LABEL, subject, self._body(chosen, attributes), article)

    def label_story(
        self, story: str, label: str, attributes: Mapping[str, Any] | None = None
    ) -> Act:
        """Label a story as a whole; a second time replaces the first."""
        chosen = self.scheme.label(Layer.STORY, label)
        self._shelf.story(story)
        subject = history.place_subject(self.annotator.id, Layer.STORY, story, label)
        body = self._body(chosen, attributes) | {"story": story}
        return self._do(Kind.LABEL, subject, body, None)

    def sentence(self, article: str, position: int) -> int:
        """The index of the sentence at a code point of an article."""
        return self._shelf.sentence_at(article, position)

    # -- verbs on an annotation ---------------------------------------------------------------

    def remove(self, annotation: str) -> Act:
        """Take an annotation away; a suggestion it came from is open again."""
        held = self._shelf.annotation(annotation)
        return self._do(Kind.REMOVE, annotation, {}, held.article)

    def note(self, annotation: str, note: str) -> Act:
        """Set the note of an annotation; empty takes it away."""
        held = self._shelf.annotation(annotation)
        return self._do(Kind.NOTE, annotation, {"note": note}, held.article)

    def attributes(self, annotation: str, attributes: Mapping[str, Any]) -> Act:
        """Set all attributes of an annotation; UsageError if they are these already."""
        held = self._shelf.annotation(annotation)
        self.scheme.label(held.layer, held.label).check(attributes)
        if dict(attributes) == dict(held.attributes):
            raise UsageError("nothing changed: it has these attributes already", "Give others.")
        return self._do(Kind.ATTRIBUTES, annotation, {"attributes": dict(attributes)}, held.article)

    def relabel(self, annotation: str, label: str) -> Act:
        """Give an annotation another label of its layer, with that label's default attributes."""
        held = self._shelf.annotation(annotation)
        chosen = self.scheme.label(held.layer, label)
        known = self._voice(chosen, held.article, held.start, held.end)
        body = {"label": label, "attributes": chosen.defaults() | known}
        return self._do(Kind.RELABEL, annotation, body, held.article)

    # -- rulings ------------------------------------------------------------------------------

    def align(self, a: tuple[str, int], b: tuple[str, int]) -> Act:
        """Rule that two sentences of two articles report a common fact."""
        return self._rule_counterpart(Kind.ALIGN, a, b)

    def unalign(self, a: tuple[str, int], b: tuple[str, int]) -> Act:
        """Rule that two sentences of two articles do not report a common fact."""
        return self._rule_counterpart(Kind.UNALIGN, a, b)

    def block(self, article: str, start: int, kind: BlockKind, shown: bool) -> Act:
        """Re-classify the block that starts at `start`, and show or hide it."""
        if not any(block.start == start for block in self._shelf.article(article).blocks):
            raise UsageError(
                f"no block of article {article} starts at {start}",
                "Blocks are listed by: annotator show CORPUS --json",
            )
        body = {"start": start, "kind": str(kind), "shown": shown}
        return self._do(Kind.BLOCK, derived_id("block", article, start), body, article)

    def describe(self, article: str, facts: Mapping[str, str | None]) -> Act:
        """Put an article's title, outlet, byline, date or url right; None says it is unknown."""
        body = describing.corrected(self._shelf.described(article), facts)
        return self._do(Kind.DESCRIBE, article, body, article)

    def done(self, story: str, article: str | None = None, done: bool = True) -> Act:
        """Mark an article of a story, or all of them, as done or not."""
        members = self._shelf.story(story).articles
        if article is not None and article not in members:
            raise UsageError(f"article {article} is not in story {story}", "Name one of its own.")
        subject, now = history.done_subject(self.annotator.id, story), self._shelf.done(story)
        meant = set(members) if article is None else {article}
        now = now | meant if done else now - meant
        return self._do(Kind.DONE, subject, {"story": story, "articles": sorted(now)}, None)

    def is_done(self, story: str) -> bool:
        """Whether every article of a story is marked done, unsaved verbs included."""
        return self._shelf.done(story).issuperset(self._shelf.story(story).articles)

    def _rule_counterpart(self, kind: Kind, a: tuple[str, int], b: tuple[str, int]) -> Act:
        if a[0] == b[0]:
            raise UsageError("counterparts are of two different articles", "Take one of each.")
        for place in (a, b):
            self._shelf.sentence(*place)
        subject = history.counterpart_subject(self.annotator.id, a, b)
        return self._do(kind, subject, {"a": list(a), "b": list(b)}, a[0])

    def _claim(self, story: str, body: Json) -> Act:
        self._shelf.forget_stories()
        return self._do(Kind.STORY, story, body, None)

    def _arrive(self) -> None:
        """Wait until what was handed over is saved, or known not to be."""
        if self._outbox is not None:
            self._outbox.wait()

    # -- undo ---------------------------------------------------------------------------------

    def undo(self) -> Future[Undone | None]:
        """Take back the last verb not yet taken back, in this or an earlier session."""
        return self._turn(Kind.UNDO)

    def redo(self) -> Future[Undone | None]:
        """Put back what was last taken back, unless something was done since."""
        return self._turn(Kind.REDO)

    def read_again(self, subject: str) -> Standing:
        """What the disk says of a subject, when verbs and an undo of it crossed."""
        standing = self._corpus.standing(subject)
        self._shelf.hold(standing)
        return standing

    def save_again(self) -> list[Future[Event]]:
        """Offer the events that could not be saved to the disk again, in their order."""
        return self._writable().save_again()

    # -- how a verb becomes an event ----------------------------------------------------------

    @contextlib.contextmanager
    def as_one(self) -> Iterator[None]:
        """What is done inside is one act: one undo takes it back, one redo puts it back."""
        self._act = []
        try:
            yield
        finally:
            self._act = None

    def _do(self, kind: Kind, subject: str, body: Json, article: str | None) -> Act:
        self._writable()
        beside = {"with": self._act[-1]} if self._act else {}
        event = self._event(kind, subject, body | beside | {"ms": self._watch.lap()}, article)
        if self._act is not None:
            self._act.append(event.id)
        before = Standing(subject) if kind in ANEW else self._shelf.standing(subject)
        standing = history.apply(before, event)
        self._shelf.hold(standing)
        return Act(event, standing, self._writable().save(event))

    def _event(self, kind: Kind, subject: str, body: Json, article: str | None) -> Event:
        who, now = self.annotator.id, utc_now()
        return Event(random_id(), who, subject, kind, body, article, now, self._scheme_hash)

    def _turn(self, kind: Kind) -> Future[Undone | None]:
        taken = self._watch.lap()

        def answer(target: Event) -> Event:
            body = {"event": target.id, "ms": taken}
            return self._event(kind, target.subject, body, target.article)

        told: Future[Undone | None] = Future()

        def take_in(saved: Future[Undone | None]) -> None:
            if error := saved.exception():
                told.set_exception(error)
                return
            if undone := saved.result():
                for standing in (undone.standing, *undone.others):
                    self._shelf.hold(standing)
                if undone.target.kind is Kind.STORY:
                    self._shelf.forget_stories()
            told.set_result(saved.result())

        who, scheme = self.annotator.id, self.scheme
        saved = self._writable().submit(lambda t: turned(t, kind, who, answer, scheme))
        saved.add_done_callback(take_in)
        return told

    def _writable(self) -> Outbox:
        if self._outbox is None:
            raise ReadOnlyCorpus(f"{self.path} is open for reading only", "Make the file writable.")
        return self._outbox

    def _voice(self, label: Label, article: str | None, start: int | None, end: int | None) -> Json:
        if article is None or start is None or end is None:
            return {}
        return answers.voice(label, self._shelf.article(article).text, start, end)

    def _body(self, label: Label, attributes: Mapping[str, Any] | None) -> Json:
        given = dict(attributes or {})
        label.check(given)
        return {
            "layer": str(label.layer),
            "label": label.id,
            "attributes": label.defaults() | given,
        }
