"""The record as a pure fold: events in, what stands out.

An event speaks about one subject (an annotation, a counterpart, a block, a story's state). What
stands for a subject is a function of that subject's events alone, so a change costs a handful of
events, a merge is a union of events, and order of arrival never matters.
"""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from annotator.model import Annotation, Annotator, Json, Layer, Origin, derived_id


class Kind(StrEnum):
    """What an event does, and what its body holds.

    any             ms: milliseconds since the annotator's act before, idle time cut; not in events
                    that were imported or made by a migration
                    with: the event before it that the same act made, undone and redone with it
    label, accept   layer, label, attributes, note, origin, suggestion, and the place: start, end,
                    quote (span, sentence); story (link, story); source, target (link)
    reject          suggestion
    remove          nothing
    note            note
    attributes      attributes (the whole set)
    relabel         label, attributes
    move            start, end, quote
    migrate         label: its id in the scheme of the event; from: the scheme version before
    align, unalign  a, b: each [article, sentence index]
    block           start, kind, shown
    describe        those of title, outlet, byline, date and url that are put right, null where it
                    is unknown; `subject` is the article's id
    story           articles: those claimed for the story, perhaps none; title, where it is given;
                    `subject` is the story's id
    done            story, articles: the whole set of its articles that are done
    undo, redo      event: the id of the event taken back or put back
    """

    LABEL = "label"
    ACCEPT = "accept"
    REJECT = "reject"
    REMOVE = "remove"
    NOTE = "note"
    ATTRIBUTES = "attributes"
    RELABEL = "relabel"
    MOVE = "move"
    MIGRATE = "migrate"
    ALIGN = "align"
    UNALIGN = "unalign"
    BLOCK = "block"
    DESCRIBE = "describe"
    STORY = "story"
    DONE = "done"
    UNDO = "undo"
    REDO = "redo"


CLERK = Annotator("scheme-migration", "scheme migration")
"""Who is on record for bringing annotations to a new version of the scheme; nobody's name."""

RULINGS = frozenset({Kind.ALIGN, Kind.UNALIGN, Kind.BLOCK, Kind.DESCRIBE, Kind.STORY, Kind.DONE})


@dataclass(frozen=True, slots=True)
class Event:
    """One line of the append-only record.

    `counter` counts an annotator's own events from 1; `clock` is a Lamport time that orders the
    events of different annotators; `prev` is the hash of the annotator's event before this one,
    so a missing or altered event shows. `at` is UTC, a note and never an order. `article` is
    None for events about links and stories. An event not yet saved has counter 0 and no hash.
    """

    id: str
    annotator: str
    subject: str
    kind: Kind
    body: Json
    article: str | None
    at: str
    scheme: str
    counter: int = 0
    clock: int = 0
    prev: str = ""
    hash: str = ""

    @property
    def order(self) -> tuple[int, str, int, str]:
        """The key that sorts events the same way on every machine."""
        return (self.clock, self.annotator, self.counter, self.id)


@dataclass(frozen=True, slots=True)
class Decision:
    """What an annotator decided on a suggestion: accepted, edited or rejected."""

    annotator: str
    suggestion: str
    verdict: str
    at: str


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands for one subject after the fold; all None when nothing does."""

    subject: str
    annotation: Annotation | None = None
    decision: Decision | None = None
    ruling: Event | None = None


def seal(event: Event, counter: int, clock: int, prev: str) -> Event:
    """The event with its place in the record and its hash, ready to be stored."""
    placed = replace(event, counter=counter, clock=clock, prev=prev, hash="")
    return replace(placed, hash=content_hash(placed))


def content_hash(event: Event) -> str:
    """SHA-256 (hex) of everything in the event but the hash itself."""
    content = [
        event.id,
        event.annotator,
        event.subject,
        event.kind,
        event.body,
        event.article,
        event.at,
        event.scheme,
        event.counter,
        event.clock,
        event.prev,
    ]
    line = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(line.encode("utf-8", "surrogatepass")).hexdigest()


def fold(events: Iterable[Event]) -> dict[str, Standing]:
    """What stands for every subject of `events`."""
    subjects: dict[str, list[Event]] = {}
    for event in events:
        subjects.setdefault(event.subject, []).append(event)
    return {subject: fold_subject(subject, own) for subject, own in subjects.items()}


def fold_subject(subject: str, events: Iterable[Event]) -> Standing:
    """What stands for `subject`, given all its events (undo and redo included) in any order."""
    standing = Standing(subject)
    for event in effective(events):
        standing = apply(standing, event)
    return standing


def effective(events: Iterable[Event]) -> list[Event]:
    """The events that count, in order: not undone, and not undo or redo themselves."""
    ordered = _ordered(events)
    taken_back = undone(ordered)
    return [
        event
        for event in ordered
        if event.kind not in (Kind.UNDO, Kind.REDO) and event.id not in taken_back
    ]


def undone(events: Iterable[Event]) -> dict[str, Event]:
    """The ids of the events that are taken back, each with the undo that did it last.

    Only the annotator who made an event can take it back or put it back.
    """
    ordered = _ordered(events)
    makers = {event.id: event.annotator for event in ordered}
    taken_back: dict[str, Event] = {}
    for event in ordered:
        target = str(event.body.get("event"))
        if makers.get(target) != event.annotator:
            continue
        if event.kind is Kind.UNDO:
            taken_back[target] = event
        elif event.kind is Kind.REDO:
            taken_back.pop(target, None)
    return taken_back


def _ordered(events: Iterable[Event]) -> list[Event]:
    return sorted({event.id: event for event in events}.values(), key=lambda e: e.order)


def apply(standing: Standing, event: Event) -> Standing:
    """What stands after one more event that is neither undo, redo nor undone.

    A ruling is anybody's; an annotation or decision is touched by the one who made it alone,
    but for a migration of the scheme, which leaves the decision as it was.
    """
    if event.kind in RULINGS:
        return replace(standing, ruling=_ruled(standing.ruling, event))
    made = standing.annotation or standing.decision
    foreign = made is not None and made.annotator != event.annotator
    if foreign and event.kind is not Kind.MIGRATE:
        return standing
    match event.kind:
        case Kind.LABEL | Kind.ACCEPT:
            return _made(standing.subject, event)
        case Kind.REJECT:
            return Standing(standing.subject, decision=_decision(event, "rejected"))
    annotation = standing.annotation
    if annotation is None:
        return standing
    match event.kind:
        case Kind.REMOVE:  # what was accepted and then removed is open again
            return Standing(standing.subject)
        case Kind.NOTE:
            return replace(standing, annotation=replace(annotation, note=event.body["note"]))
        case Kind.ATTRIBUTES:
            return _edited(standing, annotation, event, attributes=event.body["attributes"])
        case Kind.RELABEL:
            return _edited(
                standing,
                annotation,
                event,
                label=event.body["label"],
                attributes=event.body["attributes"],
                scheme=event.scheme,
            )
        case Kind.MIGRATE:
            migrated = replace(annotation, label=event.body["label"], scheme=event.scheme)
            return replace(standing, annotation=migrated)
        case Kind.MOVE:
            place = {key: event.body[key] for key in ("start", "end", "quote")}
            return _edited(standing, annotation, event, **place)
    return standing


def _ruled(before: Event | None, event: Event) -> Event:
    """The ruling that stands; a description leaves what it does not name as it was described."""
    if before is None or event.kind is not Kind.DESCRIBE:
        return event
    return replace(event, body=before.body | event.body)


def _made(subject: str, event: Event) -> Standing:
    body = event.body
    suggestion = body.get("suggestion")
    origin = Origin(body.get("origin", Origin.UNAIDED))
    annotation = Annotation(
        id=subject,
        layer=Layer(body["layer"]),
        label=body["label"],
        annotator=event.annotator,
        created=event.at,
        scheme=event.scheme,
        article=event.article,
        story=body.get("story"),
        start=body.get("start"),
        end=body.get("end"),
        quote=body.get("quote"),
        source=body.get("source"),
        target=body.get("target"),
        attributes=body.get("attributes", {}),
        note=body.get("note", ""),
        origin=origin,
        suggestion=suggestion,
    )
    decision = _decision(event, str(origin)) if suggestion else None
    return Standing(subject, annotation, decision)


def _edited(standing: Standing, annotation: Annotation, event: Event, **changes: Any) -> Standing:
    changed = replace(annotation, **changes)
    if annotation.suggestion is None and annotation.origin is Origin.UNAIDED:
        return replace(standing, annotation=changed)
    edited = replace(changed, origin=Origin.EDITED)
    if annotation.suggestion is None:
        return replace(standing, annotation=edited)
    decision = Decision(event.annotator, annotation.suggestion, "edited", event.at)
    return Standing(standing.subject, edited, decision)


def _decision(event: Event, verdict: str) -> Decision:
    return Decision(event.annotator, event.body["suggestion"], verdict, event.at)


def making(annotation: Annotation) -> tuple[Kind, Json]:
    """The kind and the body of the one event that makes an annotation just as it is."""
    place = {
        "story": annotation.story,
        "start": annotation.start,
        "end": annotation.end,
        "quote": annotation.quote,
        "source": annotation.source,
        "target": annotation.target,
        "suggestion": annotation.suggestion,
    }
    body = {
        "layer": str(annotation.layer),
        "label": annotation.label,
        "attributes": dict(annotation.attributes),
        "note": annotation.note,
        "origin": str(annotation.origin),
        **{key: value for key, value in place.items() if value is not None},
    }
    return (Kind.LABEL if annotation.origin is Origin.UNAIDED else Kind.ACCEPT), body


def said(event: Event) -> Json:
    """The body of an event without the time that it took and what else the act made."""
    return {key: value for key, value in event.body.items() if key not in ("ms", "with")}


def suggestion_subject(annotator: str, suggestion: str) -> str:
    """The subject of everything one annotator does with one suggestion."""
    return derived_id("suggestion", annotator, suggestion)


def place_subject(annotator: str, layer: Layer, place: str, label: str) -> str:
    """The subject of a label that can stand only once on its place (sentence, article, story)."""
    return derived_id(layer, annotator, place, label)


def done_subject(annotator: str, story: str) -> str:
    """The subject of an annotator's word on which articles of a story are done."""
    return derived_id("done", annotator, story)


def counterpart_subject(annotator: str, a: tuple[str, int], b: tuple[str, int]) -> str:
    """The subject of an annotator's ruling on two sentences, whichever is named first."""
    return derived_id("counterpart", annotator, *sorted([a, b]))
