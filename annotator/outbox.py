"""One annotator's events on their way to the disk: saved in order, kept when they cannot be."""

import concurrent.futures
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from typing import Any, NamedTuple, TypeVar

from annotator import counterparts
from annotator.errors import StoreError
from annotator.history import Event, Kind, Standing, said
from annotator.model import Annotation, Suggestion
from annotator.scheme import Scheme
from annotator.store.writer import Transaction, Writer
from annotator.text.plurals import counted
from annotator.text.safe import one_line

T = TypeVar("T")

PATIENCE = 15.0
"""Seconds to wait for what is being saved: an aligner of another package may never end."""
_QUOTE = 30
"""Characters of a quote where two are named."""


class Act(NamedTuple):
    """One verb done: what stands now, and a future that resolves once it is on the disk."""

    event: Event
    standing: Standing
    saved: Future[Event]


class Undone(NamedTuple):
    """An undo or redo: in words, its event, the event it was about, what stands now, and in
    which story, if in one. `others` is what stands now of the rest of the same act.
    """

    text: str
    event: Event
    target: Event
    standing: Standing
    story: str | None
    others: tuple[Standing, ...] = ()


def record(transaction: Transaction, event: Event, about: Event | None = None) -> Event:
    """Append an event; articles that it, or the event it is `about`, brings together are aligned.

    Raises StoreError when the corpus was put under another scheme since the event's desk opened.
    """
    if event.scheme != transaction.setting("scheme"):
        raise StoreError(
            f"{transaction.path}: its scheme was changed while it was open; not saved",
            "Close it and open it again to go on under the new scheme.",
        )
    stored = transaction.append(event)
    spoken = about or event
    if spoken.kind is Kind.STORY:
        counterparts.bring_together(transaction, spoken.body["articles"])
    return stored


def turned(
    transaction: Transaction,
    kind: Kind,
    annotator: str,
    answer: Callable[[Event], Event],
    scheme: Scheme,
) -> Undone | None:
    """Undo or redo an annotator's last event, and those that the same act made with it.

    `answer` makes the event that takes another back, or puts it back.
    """
    done: list[Undone] = []
    target = _last(transaction, kind, annotator)
    while target is not None:
        event = record(transaction, answer(target), about=target)
        standing = transaction.standing(target.subject)
        article = target.article
        story = target.body.get("story") or (article and transaction.story_of(article))
        text = described(target, standing, transaction, scheme)
        done.append(Undone(text, event, target, standing, story))
        after = _last(transaction, kind, annotator)
        both = (target, after) if kind is Kind.UNDO else (after, target)
        target = after if _is_one(*both) else None
    if not done:
        return None
    verb = "undone" if kind is Kind.UNDO else "redone"
    text = f"{verb}: {_at_once(done, scheme) or done[0].text}"
    return done[0]._replace(text=text, others=tuple(undone.standing for undone in done[1:]))


def _last(transaction: Transaction, kind: Kind, annotator: str) -> Event | None:
    if kind is Kind.UNDO:
        return transaction.last_undoable(annotator)
    return transaction.last_undone(annotator)


def _is_one(later: Event | None, earlier: Event | None) -> bool:
    """Whether one act made both."""
    return bool(later and earlier and later.body.get("with") == earlier.id)


def _at_once(done: Sequence[Undone], scheme: Scheme) -> str | None:
    """What several events of one act did together: an annotation split in two, or two joined."""
    quotes = {undone.target.kind: undone.target.body.get("quote") for undone in done}
    if len(quotes) < 2:
        return None
    moved = next(undone.standing.annotation for undone in done if undone.target.kind is Kind.MOVE)
    name = _name(scheme, moved.layer, moved.label) if moved else ""
    kept = f"“{one_line(str(quotes[Kind.MOVE]), _QUOTE)}”"
    if Kind.REMOVE in quotes:
        return f"join {name} into {kept}"
    return f"split {name} into {kept} and “{one_line(str(quotes[Kind.LABEL]), _QUOTE)}”"


def described(event: Event, standing: Standing, transaction: Transaction, scheme: Scheme) -> str:
    """An event in a few words: its kind, and the label and quote it was about."""
    match event.kind:
        case Kind.STORY:
            return _sorted(event)
        case Kind.DONE:
            return "which articles are done"
        case Kind.BLOCK:
            return f"{event.body['kind']} as the kind of a block"
        case Kind.DESCRIBE:
            return f"{', '.join(said(event))} put right"
    held: Annotation | Suggestion | None = standing.annotation
    if held is None and "suggestion" in event.body:
        held = transaction.suggestion(event.body["suggestion"])
    quote = event.body.get("quote") or (held.quote if held else None)
    if event.kind in (Kind.ALIGN, Kind.UNALIGN):
        article = transaction.article(str(event.body["a"][0]))
        quote = one_line(article.quote(article.sentences[event.body["a"][1]]), _QUOTE)
        ruled = "counterparts now" if event.kind is Kind.ALIGN else "no longer counterparts"
        return f"{ruled}: “{quote}”"
    label = event.body.get("label") or (held.label if held else None)
    layer = held.layer if held else event.body.get("layer")
    words = [str(event.kind), _name(scheme, layer, label), f"“{quote}”" if quote else None]
    return " ".join(word for word in words if word)


def _name(scheme: Scheme, layer: str | None, label: str | None) -> str | None:
    return next((k.name for k in scheme.labels if (k.layer, k.id) == (layer, label)), label)


def _sorted(event: Event) -> str:
    """What was ruled on which articles are in a story, in a few words."""
    count, title = len(event.body["articles"]), event.body.get("title")
    moved = counted(count, "articles")
    if title is None:
        return f"{moved} put into another story"
    return f"{moved} split off as “{title}”" if count else f"story renamed to “{title}”"


class Outbox:
    """Hands events to the writer; those whose saving failed go again before any later one."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer
        self._lock = threading.Lock()
        self._unsaved: list[Event] = []
        self._last: Future[Any] | None = None

    @property
    def unsaved(self) -> tuple[Event, ...]:
        """The events whose saving failed, oldest first."""
        with self._lock:
            return tuple(self._unsaved)

    def save(self, event: Event) -> Future[Event]:
        """Append an event to the record."""
        saved = self.submit(lambda transaction: record(transaction, event))

        def keep(future: Future[Event]) -> None:
            if isinstance(future.exception(), StoreError):
                with self._lock:
                    self._unsaved += [] if event in self._unsaved else [event]

        saved.add_done_callback(keep)
        return saved

    def save_again(self) -> list[Future[Event]]:
        """Offer what could not be saved to the disk again."""
        return [self.save(event) for event in self.unsaved]

    def submit(self, job: Callable[[Transaction], T]) -> Future[T]:
        """Run a job in one transaction with all that could not be saved before it."""

        def after_unsaved(transaction: Transaction) -> T:
            for event in self.unsaved:
                record(transaction, event)
            return job(transaction)

        def forget(future: Future[T]) -> None:
            if future.exception() is None:
                with self._lock:
                    self._unsaved.clear()

        submitted = self._writer.submit(after_unsaved)
        submitted.add_done_callback(forget)
        self._last = submitted
        return submitted

    def wait(self) -> None:
        """Wait until what was handed over is saved or failed; StoreError if it takes too long."""
        if self._last is not None and concurrent.futures.wait([self._last], PATIENCE).not_done:
            raise StoreError(
                "what was done before is still being saved",
                "The disk is slow, or an aligner of another package: wait and try again. "
                "Ctrl-C leaves, and gives up what is not saved then.",
            )
