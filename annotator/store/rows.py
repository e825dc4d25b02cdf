"""Rows of the corpus file to records and back; column lists live beside what reads them."""

import json
import struct
from collections.abc import Iterable
from itertools import chain, repeat
from typing import Any, TypeAlias

from annotator.errors import UsageError
from annotator.history import Event, Kind
from annotator.model import (
    Annotation,
    Arm,
    Block,
    BlockKind,
    Layer,
    Origin,
    Span,
    Suggestion,
    Voice,
)

Row: TypeAlias = tuple[Any, ...]

EVENT = "id, annotator, counter, clock, subject, kind, article, body, at, scheme, prev, hash"
ANNOTATION = (
    'id, layer, label, annotator, created, scheme, article, story, start, "end", quote, '
    "source, target, attributes, note, origin, suggestion"
)
SUGGESTION = (
    'id, article, layer, start, "end", quote, label, kind, detector, version, entry, reason, '
    "strength, who, source"
)


def insert(table: str, columns: str) -> str:
    """The statement that stores a row of these columns."""
    marks = ", ".join("?" for _ in columns.split(","))
    return f"INSERT INTO {table} ({columns}) VALUES ({marks})"


def dump(value: object) -> str:
    """JSON in one line; UsageError on what JSON or UTF-8 cannot hold."""
    try:
        line = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
        line.encode("utf-8")
    except (ValueError, TypeError) as error:
        raise UsageError(
            f"this cannot be stored: {error}", "Numbers must be finite, and text whole characters."
        ) from None
    return line


def event(row: Row) -> Event:
    """The event in a row of EVENT columns."""
    made, annotator, counter, clock, subject, kind, article, body, at, scheme, prev, hashed = row
    return Event(
        id=made,
        annotator=annotator,
        subject=subject,
        kind=Kind(kind),
        body=json.loads(body),
        article=article,
        at=at,
        scheme=scheme,
        counter=counter,
        clock=clock,
        prev=prev,
        hash=hashed,
    )


def event_row(event: Event) -> Row:
    """The EVENT columns of an event."""
    return (
        event.id,
        event.annotator,
        event.counter,
        event.clock,
        event.subject,
        event.kind,
        event.article,
        dump(event.body),
        event.at,
        event.scheme,
        event.prev,
        event.hash,
    )


def annotation(row: Row) -> Annotation:
    """The annotation in a row of ANNOTATION columns."""
    head, (attributes, note, origin, suggestion) = row[:13], row[13:]
    made, layer, *rest = head
    label, annotator, created, scheme, article, story, start, end, quote, source, target = rest
    return Annotation(
        id=made,
        layer=Layer(layer),
        label=label,
        annotator=annotator,
        created=created,
        scheme=scheme,
        article=article,
        story=story,
        start=start,
        end=end,
        quote=quote,
        source=source,
        target=target,
        attributes=json.loads(attributes) if attributes != "{}" else {},
        note=note,
        origin=Origin(origin),
        suggestion=suggestion,
    )


def annotation_row(held: Annotation) -> Row:
    """The ANNOTATION columns of an annotation."""
    return (
        held.id,
        held.layer,
        held.label,
        held.annotator,
        held.created,
        held.scheme,
        held.article,
        held.story,
        held.start,
        held.end,
        held.quote,
        held.source,
        held.target,
        dump(dict(held.attributes)),
        held.note,
        held.origin,
        held.suggestion,
    )


def suggestion(row: Row) -> Suggestion:
    """The suggestion in a row of SUGGESTION columns."""
    evidence, voice = row[:-2], Voice(*row[-2:])
    made, article, layer, start, end, quote, label, kind, *origin, strength = evidence
    detector, version, entry, reason = origin
    return Suggestion(
        id=made,
        article=article,
        layer=Layer(layer),
        start=start,
        end=end,
        quote=quote,
        label=label,
        kind=kind,
        detector=detector,
        version=version,
        entry=entry,
        reason=reason,
        strength=strength,
        voice=voice,
    )


def suggestion_row(held: Suggestion) -> Row:
    """The SUGGESTION columns of a suggestion."""
    return (
        held.id,
        held.article,
        held.layer,
        held.start,
        held.end,
        held.quote,
        held.label,
        held.kind,
        held.detector,
        held.version,
        held.entry,
        held.reason,
        held.strength,
        held.voice.who,
        held.voice.source,
    )


def block(row: Row) -> Block:
    """The block in a row of start, end, kind, shown, reason."""
    start, end, kind, shown, reason = row
    return Block(start, end, BlockKind(kind), bool(shown), reason)


def arm(value: str | None) -> Arm:
    """The arm in a cell; assisted where none was drawn."""
    return Arm.ASSISTED if value is None else Arm(value)


def pack(spans: Iterable[Span]) -> bytes:
    """Spans as little-endian uint32: start, end, start, end ..."""
    numbers = list(chain.from_iterable(spans))
    return struct.pack(f"<{len(numbers)}I", *numbers)


def unpack(packed: bytes) -> tuple[Span, ...]:
    """The spans of `pack`; ValueError when it is not from there."""
    if len(packed) % 8:
        raise ValueError(f"{len(packed)} bytes are no pairs of uint32")
    numbers = struct.unpack(f"<{len(packed) // 4}I", packed)
    pairs = zip(numbers[::2], numbers[1::2], strict=True)
    return tuple(map(tuple.__new__, repeat(Span), pairs))
