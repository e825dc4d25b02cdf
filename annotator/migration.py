"""A corpus under a new version of its scheme: what differs, and labels mapped to others.

Events keep the label and the scheme they were made under. A migration adds events that give what
stands its label in the new scheme; taking the migration back undoes those events.
"""

import itertools
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from annotator import history
from annotator.errors import SchemeError, UsageError
from annotator.history import CLERK, Event, Kind
from annotator.model import Annotation, Json, Layer, random_id, utc_now
from annotator.scheme import Scheme
from annotator.store.writer import Transaction


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
                raise SchemeError(f"{where}: {layer}.{old}: {error.message}", error.hint) from None
    return labels


def counted(annotations: list[Annotation]) -> Counter[tuple[str, str]]:
    """How many annotations stand by (layer, label)."""
    return Counter((held.layer, held.label) for held in annotations)


def migrate(transaction: Transaction, new: Scheme, labels: Mapping[tuple[Layer, str], str]) -> int:
    """Put the new version in use and map what stands; how many annotations were mapped.

    Labels that the mapping leaves out and the new version does not have stay as they are.
    """
    old = transaction.scheme().hash
    table: dict[str, dict[str, str]] = {}
    for (layer, label), to in labels.items():
        table.setdefault(layer, {})[label] = to
    step = {"from": old, "to": new.hash, "labels": table}
    transaction.add_scheme(new)
    _set_steps(transaction, [*transaction.migrations(), step])
    made = (_mapped(held, [step]) for held in transaction.annotations())
    return _append(transaction, itertools.chain.from_iterable(made))


def follow(transaction: Transaction) -> int:
    """Map what was made under earlier versions and came in since; how many labels changed.

    Each annotation takes the steps that were taken after the version it was made under.
    """
    steps = transaction.migrations()
    place = {step["from"]: 0 for step in steps[:1]}
    place |= {step["to"]: number for number, step in enumerate(steps, 1)}
    behind = transaction.annotations() if steps else []
    made = (_mapped(held, steps[place.get(held.scheme, len(steps)) :]) for held in behind)
    return _append(transaction, itertools.chain.from_iterable(made))


def take_back(transaction: Transaction) -> int:
    """Undo the last migration and put the scheme before it in use; how many labels went back.

    Raises UsageError when the corpus is under the scheme that it began with.
    """
    steps = transaction.migrations()
    if not steps:
        raise UsageError("the corpus is under its first scheme", "There is nothing to take back.")
    step = steps[-1]
    standing = [
        event
        for event in transaction.events_of(CLERK.id)
        if event.kind is Kind.MIGRATE
        and (event.body.get("from"), event.scheme) == (step["from"], step["to"])
        and event in history.effective(transaction.events(event.subject))
    ]
    transaction.add_scheme(transaction.scheme(step["from"]))
    _set_steps(transaction, steps[:-1])
    return _append(
        transaction,
        (
            _event(event.subject, event.article, Kind.UNDO, {"event": event.id}, step["from"])
            for event in standing
        ),
    )


def _set_steps(transaction: Transaction, steps: list[Json]) -> None:
    transaction.set_setting("migrations", json.dumps(steps, ensure_ascii=False))


def _mapped(held: Annotation, steps: Sequence[Json]) -> Iterator[Event]:
    """The events that take an annotation along these steps, as far as they speak of its label."""
    label = held.label
    for step in steps:
        to = step["labels"].get(held.layer, {}).get(label)
        if to is not None:
            body = {"label": to, "from": step["from"]}
            yield _event(held.id, held.article, Kind.MIGRATE, body, step["to"])
            label = to


def _append(transaction: Transaction, events: Iterable[Event]) -> int:
    """Store events of the clerk; how many subjects they are about."""
    made = list(events)
    if made:
        transaction.enrol(CLERK)
        transaction.append_all(made)
    return len({event.subject for event in made})


def _event(subject: str, article: str | None, kind: Kind, body: Json, version: str) -> Event:
    return Event(random_id(), CLERK.id, subject, kind, body, article, utc_now(), version)
