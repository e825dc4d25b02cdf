"""Detectors measured against gold: reading gold files, running, scoring."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import NamedTuple

from annotator.detect import registry
from annotator.errors import InputError, UsageError
from annotator.formats.strict import Fields, lines, loads
from annotator.highlighting import Highlighter
from annotator.measure.spans import Item, Mark, evaluate
from annotator.model import Json, Layer, Suggestion

_ROUNDS = 500


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
    with the line of a gold file that is not as it should be.
    """
    items = [
        Item(
            text,
            [mark for mark in marks if not gold_labels or mark.label in gold_labels],
            _marks(highlighter.find(text), label),
            source,
        )
        for text, marks, source in read_gold(gold)
    ]
    if not items:
        raise InputError(f"{gold}: no text in it", "A gold file has a JSON object a line.")
    return asdict(evaluate(items, rounds=_ROUNDS))


def closest(gold: Sequence[Gold]) -> str:
    """The label whose detectors agree best with the marks, by token F1; UsageError for none."""
    highlighter = Highlighter()
    found = [(text, marks, highlighter.find(text)) for text, marks, _ in gold]
    agreement = {
        label: evaluate([Item(t, marks, _marks(hits, label)) for t, marks, hits in found])
        for label in proposed()
    }
    best = max(agreement, key=lambda label: agreement[label].scores["token"].f1)
    if not agreement[best].scores["token"].f1:
        raise UsageError(
            "no detector finds any of what is marked: what is it to be called?",
            f"Give --label: {', '.join(agreement)}.",
        )
    return best


def proposed() -> list[str]:
    """The labels that the detectors propose for spans, by name."""
    infos = [info for info in registry.describe() if info.layer == Layer.SPAN]
    return sorted({label for info in infos for label in info.labels})


def _marks(found: Sequence[Suggestion], label: str | None) -> list[Mark]:
    return [
        Mark(s.start, s.end, s.label, s.kind, s.strength) for s in found if label in (None, s.label)
    ]


def read_gold(path: Path) -> Iterator[Gold]:
    """The texts of a gold file with their marks and sources (`meta.outlet`, else `source`)."""
    for where, line in lines(path):
        fields = Fields(loads(line, where), where)
        text = fields.text("text")
        meta = fields.data.get("meta")
        outlet = meta.get("outlet") if isinstance(meta, dict) else None
        marks = [_mark(fields, text, span) for span in fields.data.get("spans") or []]
        yield Gold(text, marks, str(outlet or fields.data.get("source") or ""))


def _mark(fields: Fields, text: str, span: object) -> Mark:
    match span:
        case [int(start), int(end), *rest] if 0 <= start < end <= len(text):
            return Mark(start, end, str(rest[0]) if rest else "")
    fields.fail("spans", f"{span!r} is not [start, end, label] within the text")
