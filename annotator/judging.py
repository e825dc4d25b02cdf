"""Detectors measured against gold: reading gold files, running, scoring."""

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from annotator.formats.strict import Fields, lines, loads
from annotator.highlighting import Highlighter
from annotator.measure.spans import Item, Mark, evaluate
from annotator.model import Json

_ROUNDS = 500


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
            [
                Mark(s.start, s.end, s.label, s.kind, s.strength)
                for s in highlighter.find(text)
                if label is None or s.label == label
            ],
        )
        for text, marks in read_gold(gold)
    ]
    return asdict(evaluate(items, rounds=_ROUNDS))


def read_gold(path: Path) -> Iterator[tuple[str, list[Mark]]]:
    """The texts of a gold file with their marks."""
    for where, line in lines(path):
        fields = Fields(loads(line, where), where)
        text = fields.text("text")
        yield text, [_mark(fields, text, span) for span in fields.data.get("spans") or []]


def _mark(fields: Fields, text: str, span: object) -> Mark:
    match span:
        case [int(start), int(end), *rest] if 0 <= start < end <= len(text):
            return Mark(start, end, str(rest[0]) if rest else "")
    fields.fail("spans", f"{span!r} is not [start, end, label] within the text")
