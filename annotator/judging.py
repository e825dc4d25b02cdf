"""Detectors measured against gold: reading gold files, running, scoring."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import NamedTuple

from annotator.errors import InputError, UsageError
from annotator.formats.strict import Fields, lines, loads, short
from annotator.highlighting import Highlighter
from annotator.measure.spans import Item, Mark, evaluate
from annotator.model import Json, Suggestion
from annotator.text.plurals import counted

_ROUNDS = 500
_LISTED = 20


class Gold(NamedTuple):
    """A text of a gold file with its marks; `source` is its outlet, "" when none is given."""

    text: str
    marks: list[Mark]
    source: str


def judge(
    gold: Path,
    highlighter: Highlighter,
    label: str | None,
    gold_labels: frozenset[str],
) -> Json:
    """The figures of the detectors on a gold file, as `annotator evaluate --json` prints them.

    `label` keeps suggestions of one label, `gold_labels` gold spans of some. Raises InputError
    with the line of a gold file that is not as it should be, UsageError for a label that no
    detector proposes or that no gold span has.
    """
    read = read_gold(gold, gold_labels)
    found = list(highlighter.find_all(text for text, _, _ in read))
    known = highlighter.labels.union(hit.label for hits in found for hit in hits)
    if label is not None and label not in known:
        raise UsageError(
            f"no detector that runs here proposes {label!r}", f"Known: {', '.join(sorted(known))}."
        )
    items = [
        Item(text, marks, _marks(hits, label), source)
        for (text, marks, source), hits in zip(read, found, strict=True)
    ]
    return asdict(evaluate(items, rounds=_ROUNDS))


def closest(gold: Sequence[Gold]) -> str:
    """The label whose detectors agree best with the marks, by token F1; UsageError for none."""
    if not any(item.marks for item in gold):
        raise UsageError("nothing is marked in it", "Gold to learn from has spans.")
    highlighter = Highlighter()
    hits = highlighter.find_all(text for text, _, _ in gold)
    found = [(text, marks, own) for (text, marks, _), own in zip(gold, hits, strict=True)]
    agreement = {
        label: evaluate([Item(t, marks, _marks(hits, label)) for t, marks, hits in found])
        for label in sorted(highlighter.labels)
    }
    best = max(agreement, key=lambda label: agreement[label].scores["token"].f1)
    if not agreement[best].scores["token"].f1:
        raise UsageError(
            "no detector finds any of what is marked: what is it to be called?",
            f"Give --label: {', '.join(agreement)}.",
        )
    return best


def _marks(found: Sequence[Suggestion], label: str | None) -> list[Mark]:
    return [
        Mark(s.start, s.end, s.label, s.kind, s.strength) for s in found if label in (None, s.label)
    ]


def read_gold(path: Path, labels: Collection[str] = ()) -> list[Gold]:
    """The texts of a gold file with their marks and sources (`meta.outlet`, else `source`).

    Of the marks those with some `labels`, or all. Raises InputError with the line and span that is
    not as it should be and for a file without a text, UsageError for a label that no mark has.
    """
    read = list(_texts(path))
    if not read:
        raise InputError(f"{path}: no text in it", "A gold file has a JSON object a line.")
    held = {mark.label for gold in read for mark in gold.marks}
    for label in labels:
        if label not in held:
            listed = ", ".join(sorted(held)[:_LISTED])
            raise UsageError(
                f"{path}: no span has the label {label!r}", f"There are: {listed or 'none'}."
            )
    return [
        gold._replace(marks=[m for m in gold.marks if not labels or m.label in labels])
        for gold in read
    ]


def _texts(path: Path) -> Iterator[Gold]:
    for where, line in lines(path):
        fields = Fields(loads(line, where), where)
        text = fields.text("text")
        meta = fields.data.get("meta")
        outlet = meta.get("outlet") if isinstance(meta, dict) else None
        marks = [_mark(fields, text, span) for span in fields.items("spans")]
        yield Gold(text, marks, str(outlet or fields.data.get("source") or ""))


def _mark(fields: Fields, text: str, span: object) -> Mark:
    """A span of gold; what follows the label, such as a strength, says nothing here."""
    match span:
        case [int(start), int(end), *rest] if type(start) is type(end) is int:
            label = rest[0] if rest else ""
            if 0 <= start < end <= len(text) and isinstance(label, str):
                return Mark(start, end, label)
    fields.fail(
        "spans",
        f"{short(span)} is not [start, end, label] within the text "
        f"of {counted(len(text), 'code points')}",
        "Positions are whole numbers, count from 0, and the end is behind the last character.",
    )
