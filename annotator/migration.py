"""A corpus under a new version of its scheme: what differs, and labels mapped to others.

Events keep the label and the scheme they were made under. A migration adds events that give what
stands its label in the new scheme; taking the migration back undoes those events.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from annotator import history
from annotator.errors import SchemeError, UsageError
from annotator.history import Event, Kind
from annotator.model import Annotation, Annotator, Json, Layer, random_id, utc_now
from annotator.scheme import Scheme
from annotator.store.writer import Transaction

CLERK = Annotator("scheme-migration", "scheme migration")
"""Who is on record for migrations."""


@dataclass(frozen=True, slots=True)
class Change:
    """One difference between two versions of a scheme: added, removed, renamed, moved, changed.

    `to` is the new id or layer; `annotations` counts those that stand under the old label.
    """

    kind: str
    layer: str
    label: str
    to: str | None
    annotations: int


def differences(old: Scheme, new: Scheme, counts: Counter[tuple[str, str]]) -> list[Change]:
    """What the new version adds, removes, renames (same name or key), moves to another layer.

    `counts` has the annotations that stand by (layer, label).
    """
    before = {(label.layer, label.id): label for label in old.labels}
    after = {(label.layer, label.id): label for label in new.labels}
    gone = [label for key, label in before.items() if key not in after]
    fresh = [label for key, label in after.items() if key not in before]
    changes = []
    for label in gone:
        moved = next((f for f in fresh if f.id == label.id), None)
        renamed = next((f for f in fresh if f.layer is label.layer and f.name == label.name), None)
        kind = "renamed" if renamed else "moved" if moved else "removed"
        to = renamed.id if renamed else str(moved.layer) if moved else None
        held = counts[label.layer, label.id]
        changes.append(Change(kind, str(label.layer), label.id, to, held))
    changes += [Change("added", str(label.layer), label.id, None, 0) for label in fresh]
    changes += [
        Change("changed", str(key[0]), key[1], None, counts[key])
        for key, label in after.items()
        if key in before and before[key] != label
    ]
    return changes


def read_map(data: Mapping[str, Any], where: str, new: Scheme) -> dict[tuple[Layer, str], str]:
    """The mapping in a parsed file: a table for each layer, old label = new label.

    Raises SchemeError for a layer that is none and a label that the new scheme does not have.
    """
    labels: dict[tuple[Layer, str], str] = {}
    for layer, table in data.items():
        if layer not in list(Layer) or not isinstance(table, Mapping):
            raise SchemeError(f"{where}: {layer}: not a layer", f"Layers: {', '.join(Layer)}.")
        for old, to in table.items():
            try:
                labels[Layer(layer), old] = new.label(Layer(layer), str(to)).id
            except UsageError as error:
                raise SchemeError(f"{where}: {layer}.{old}: {error.message}") from None
    return labels


def counted(annotations: list[Annotation]) -> Counter[tuple[str, str]]:
    """How many annotations stand by (layer, label)."""
    return Counter((held.layer, held.label) for held in annotations)


def migrate(transaction: Transaction, new: Scheme, labels: Mapping[tuple[Layer, str], str]) -> int:
    """Put the new version in use and map what stands; how many annotations were mapped.

    Labels that the mapping leaves out and the new version does not have stay as they are.
    """
    transaction.add_scheme(new)
    transaction.enrol(CLERK)
    mapped = 0
    for held in transaction.annotations():
        to = labels.get((held.layer, held.label))
        if to is not None:
            transaction.append(_event(held, {"label": to}, new.hash))
            mapped += 1
    return mapped


def take_back(transaction: Transaction) -> int:
    """Undo the last migration and put the scheme before it in use; how many labels went back."""
    versions = transaction.schemes()
    current = transaction.scheme().hash
    place = [version.hash for version in versions].index(current)
    if place == 0:
        raise UsageError("the corpus is under its first scheme", "There is nothing to take back.")
    standing = [
        event
        for event in transaction.events_of(CLERK.id)
        if event.kind is Kind.MIGRATE
        and event.scheme == current
        and event in history.effective(transaction.events(event.subject))
    ]
    transaction.add_scheme(versions[place - 1])
    for event in standing:
        body = {"event": event.id}
        transaction.append(_event(event, body, versions[place - 1].hash, Kind.UNDO))
    return len(standing)


def _event(about: Annotation | Event, body: Json, version: str, kind: Kind = Kind.MIGRATE) -> Event:
    return Event(
        id=random_id(),
        annotator=CLERK.id,
        subject=about.id if isinstance(about, Annotation) else about.subject,
        kind=kind,
        body=body,
        article=about.article,
        at=utc_now(),
        scheme=version,
    )
