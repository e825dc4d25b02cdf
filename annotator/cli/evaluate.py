"""`annotator evaluate`."""

from pathlib import Path

import click

from annotator import judging
from annotator.cli import detecting, options, output
from annotator.highlighting import Highlighter


@click.command("evaluate")
@click.argument("gold", type=click.Path(path_type=Path))
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

    GOLD has lines {"id", "text", "spans": [[start, end, label], ...]} with code point offsets.
    """
    found = judging.judge(gold, highlighter, label, frozenset(gold_labels))
    if as_json:
        output.data(found)
        return
    output.table(
        ("measure", "precision", "recall", "F1", "low", "high"),
        [
            (name, *(_figure(score[part]) for part in ("precision", "recall", "f1", "low", "high")))
            for name, score in found["scores"].items()
        ],
    )
    output.say(
        f"{found['items']} texts, {found['words']} words; "
        f"{found['predicted_per_100_words']:.2f} marked words per 100, "
        f"gold {found['gold_per_100_words']:.2f}"
    )


def _figure(value: float | None) -> str:
    return "" if value is None else f"{value:.3f}"
