"""`annotator evaluate`."""

from collections.abc import Mapping
from pathlib import Path

import click

from annotator import judging
from annotator.cli import detecting, options, output
from annotator.highlighting import Highlighter
from annotator.text.plurals import counted


@click.command("evaluate")
@click.argument("gold", type=options.PATH)
@click.option("--label", default=None, help="Score only suggestions of this label.")
@click.option("--gold-label", "gold_labels", multiple=True, help="Only gold spans of this label.")
@detecting.highlighter
@options.as_json
def command(
    gold: Path,
    label: str | None,
    gold_labels: tuple[str, ...],
    highlighter: Highlighter,
    as_json: bool,
) -> None:
    """Measure the detectors against gold spans: precision, recall, F1 with 95 % intervals.

    GOLD has lines {"id", "text", "spans": [[start, end, label], ...]} with code point offsets;
    figures by source need "source" or "meta": {"outlet"}. By default all suggestions count, and
    with --trained those of the label that was learned.
    """
    wanted = highlighter.taught if label is None else label
    found = judging.judge(gold, highlighter, wanted, frozenset(gold_labels))
    detecting.tell_skipped(highlighter)
    if as_json:
        output.data(found)
        return
    _table("measure", found["scores"])
    for name in ("labels", "kinds", "sources"):
        if len(found[name]) > 1:
            output.say("")
            _table(name.removesuffix("s"), found[name])
    if wanted is None and len(found["labels"]) > 1:
        output.say("The measures count the suggestions of all labels; --label NAME those of one.")
    output.say("")
    output.table(
        ("strength", "spans", "right"),
        [
            (f"{row['low']:.1f}-{row['high']:.1f}", row["spans"], _figure(row["right"]))
            for row in found["calibration"]
        ],
    )
    output.say(
        f"{counted(found['items'], 'texts')}, {counted(found['words'], 'words')}; "
        f"{found['predicted_per_100_words']:.2f} marked words per 100, "
        f"gold {found['gold_per_100_words']:.2f}"
    )


def _table(name: str, scores: Mapping[str, Mapping[str, float | None]]) -> None:
    parts = ("precision", "recall", "f1", "low", "high")
    output.table(
        (name, "precision", "recall", "F1", "low", "high"),
        [(key, *(_figure(score[part]) for part in parts)) for key, score in scores.items()],
    )


def _figure(value: float | None) -> str:
    return "" if value is None else f"{value:.3f}"
