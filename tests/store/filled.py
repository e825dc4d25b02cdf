"""A small corpus to test with, and the events people make on it."""

import dataclasses
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from annotator import files, history, scheme
from annotator.history import Event, Kind
from annotator.model import (
    Arm,
    Article,
    Block,
    BlockKind,
    Counterpart,
    Layer,
    Place,
    Span,
    Story,
    Suggestion,
    article_id,
    derived_id,
    random_id,
)
from annotator.store.corpus import open_corpus
from annotator.store.migrations import create
from annotator.store.writer import Transaction, Writer
from annotator.text.sentences import sentences
from annotator.text.words import words

T = TypeVar("T")

SCHEME = scheme.parse(files.read_toml(files.packaged("schemas") / "framing.toml"), "framing.toml")
LEFT = "Harbour closed\n\nThe regime closed the harbour. Workers reportedly left it “at once”. 🚢"
RIGHT = "Port shut\n\nThe port was shut on Monday. Critics called the brutal move a disgrace."


def article(text: str, outlet: str, date: str | None = "2024-03-05") -> Article:
    """An article with a title block and a body block."""
    edge = text.index("\n")
    return Article(
        id=article_id(text),
        text=text,
        title=text[:edge],
        outlet=outlet,
        byline=None,
        date=date,
        url=None,
        path=f"{outlet}.txt",
        blocks=(
            Block(0, edge, BlockKind.TITLE, True),
            Block(edge + 2, len(text), BlockKind.BODY, True),
        ),
        sentences=(Span(0, edge), *sentences(text, edge + 2, len(text))),
        words=tuple(words(text)),
    )


def suggest(held: Article, quote: str, label: str = "loaded") -> Suggestion:
    """A suggestion on the first place where `quote` stands."""
    start = held.text.index(quote)
    return Suggestion(
        id=derived_id(held.id, quote, label),
        article=held.id,
        layer=Layer.SPAN,
        start=start,
        end=start + len(quote),
        quote=quote,
        label=label,
        kind="labelling",
        detector="loaded",
        version="1",
        entry=quote,
        reason=f"{quote} takes a side",
        strength=0.5,
    )


ONE, TWO = article(LEFT, "Tide"), article(RIGHT, "Quay", None)
REGIME, REPORTEDLY = suggest(ONE, "regime"), suggest(ONE, "reportedly", "hedge")
BRUTAL = suggest(TWO, "brutal")
STORY = Story("story-1", "The harbour", (ONE.id, TWO.id), 0.9, ("same port",))


def fill(path: Path) -> Path:
    """Make a corpus of two articles that tell one story."""
    create(path, SCHEME)

    def job(t: Transaction) -> None:
        t.add_article(ONE, (REGIME, REPORTEDLY))
        t.add_article(TWO, (BRUTAL,))
        t.add_story(STORY)
        t.add_counterparts([Counterpart((ONE.id, 1), (TWO.id, 1), 0.8)])

    write(path, job)
    return path


def write(path: Path, job: Callable[[Transaction], T]) -> T:
    """Run one job on the corpus at `path`, saved on return."""
    with open_corpus(path, write=True) as corpus:
        return corpus.writer().submit(job).result()


def save(writer: Writer, *events: Event) -> list[Event]:
    """Store events, one transaction each."""
    return [writer.submit(partial(Transaction.append, event=held)).result() for held in events]


def event(
    annotator: str, subject: str, kind: Kind, body: dict[str, Any], on: str | None = None
) -> Event:
    """An event not yet saved."""
    return Event(
        id=random_id(),
        annotator=annotator,
        subject=subject,
        kind=kind,
        body=body,
        article=on,
        at="2024-03-06T10:00:00Z",
        scheme=SCHEME.hash,
    )


def label(annotator: str, held: Article = ONE, quote: str = "harbour", **body: Any) -> Event:
    """A span label by hand."""
    start = held.text.index(quote)
    place = {"start": start, "end": start + len(quote), "quote": quote}
    content = {"layer": "span", "label": "loaded", **place, **body}
    return event(annotator, random_id(), Kind.LABEL, content, held.id)


def accept(annotator: str, held: Suggestion) -> Event:
    """The acceptance of a suggestion as it is."""
    return event(
        annotator,
        history.suggestion_subject(annotator, held.id),
        Kind.ACCEPT,
        {
            "layer": "span",
            "label": held.label,
            "start": held.start,
            "end": held.end,
            "quote": held.quote,
            "suggestion": held.id,
            "origin": "accepted",
        },
        held.article,
    )


def reject(annotator: str, held: Suggestion) -> Event:
    """The rejection of a suggestion."""
    subject = history.suggestion_subject(annotator, held.id)
    return event(annotator, subject, Kind.REJECT, {"suggestion": held.id}, held.article)


def follow(before: Event, kind: Kind, **body: Any) -> Event:
    """A further event by the same annotator about the same subject."""
    return event(before.annotator, before.subject, kind, body, before.article)


def undo(t: Transaction, annotator: str) -> Event | None:
    """Take back the annotator's last deed, as the desk does."""
    return _turn(t, Kind.UNDO, t.last_undoable(annotator))


def redo(t: Transaction, annotator: str) -> Event | None:
    """Put back what was taken back last, as the desk does."""
    return _turn(t, Kind.REDO, t.last_undone(annotator))


def _turn(t: Transaction, kind: Kind, target: Event | None) -> Event | None:
    if target is not None:
        t.append(follow(target, kind, event=target.id))
    return target


def work(t: Transaction) -> None:
    """A little of everything two people do."""
    ana, ben = (t.add_annotator(name).id for name in ("Ana", "Ben"))
    t.set_arm(ben, TWO.id, Arm.BLIND)
    t.assign(ana, STORY.id, (TWO.id, ONE.id))
    first, second = t.append(label(ana)), t.append(label(ana, TWO, "port"))
    t.append(accept(ana, REGIME))
    t.append(reject(ana, REPORTEDLY))
    t.append(follow(first, Kind.NOTE, note="whose harbour?"))
    ends = {"story": STORY.id, "source": first.subject, "target": second.subject}
    t.append(event(ana, "link", Kind.LABEL, {"layer": "link", "label": "same-referent", **ends}))
    t.append(
        event(
            ana,
            history.done_subject(ana, STORY.id),
            Kind.DONE,
            {"story": STORY.id, "articles": [ONE.id]},
        )
    )
    t.append(accept(ben, REGIME))
    undo(t, ben)
    t.append(
        event(ben, "block", Kind.BLOCK, {"start": 0, "kind": "clutter", "shown": False}, ONE.id)
    )
    t.remember(ana, Place(STORY.id, ONE.id, 7))


def stripped(held: Event) -> Event:
    """An event without its place in the record."""
    return dataclasses.replace(held, counter=0, clock=0, prev="", hash="")
