"""`annotator train`."""

from collections.abc import Iterable
from pathlib import Path

import click

from annotator import lessons, project, training
from annotator.cli import options, output
from annotator.detect import Model
from annotator.text.plurals import counted
from annotator.training import Lesson


@click.command("train")
@click.argument("source", metavar="CORPUS|GOLD.jsonl", type=options.PATH)
@click.option("--label", "labels", multiple=True, help="Learn this label only.")
@click.option("--gold-label", "gold_labels", multiple=True, help="Only gold spans of this label.")
@click.option("--out", type=options.PATH, default=None, help="Write a model file.")
@options.as_json
def command(
    source: Path,
    labels: tuple[str, ...],
    gold_labels: tuple[str, ...],
    out: Path | None,
    as_json: bool,
) -> None:
    """Learn what annotators mark, and propose it from then on.

    From a CORPUS: from what was accepted, rejected and marked unaided in it. The models are kept
    in the corpus; its suggestions get the learned strength and new ones join them. From gold
    (lines {"id", "text", "spans"}): a model file, by default GOLD.model.json, for --trained of
    highlight, explain and evaluate. Without --label it learns the labels that gold and detectors
    share, else the one whose detectors agree with the gold best.
    """
    if source.suffix != ".jsonl":
        models = _from_corpus(source, labels, as_json)
        if out:
            lessons.write(out, models)
        return
    if len(labels) > 1:
        raise click.UsageError("from gold one --label is learned: the one to propose")
    learned = training.from_gold(source, labels[0] if labels else None, frozenset(gold_labels))
    models = [held.model for held in learned if held.model]
    target = out or Path(f"{source.stem}.model.json")
    lessons.write(target, models)
    if as_json:
        facts = {"models": [_facts(model) for model in models], "left_out": _left_out(learned)}
        output.data({**facts, "out": str(target)})
    for model in models:
        sentences = counted(model.examples, "sentences")
        output.say(f"{model.name} {model.version} from {sentences}: {target}")
    _tell_unheard(learned)
    if not as_json:
        output.say(f"Used with: annotator highlight FILE --trained {target}")


def _from_corpus(corpus: Path, labels: tuple[str, ...], as_json: bool) -> list[Model]:
    with project.open_project(corpus) as opened:
        learned = opened.train(labels)
    if as_json:
        output.data(
            {
                "models": [
                    {**_facts(held.model), "ranked": held.ranked, "proposed": held.proposed}
                    for held in learned
                    if held.model
                ],
                "left_out": _left_out(learned),
            }
        )
    for held in learned:
        if held.model:
            output.say(
                f"{held.label}: learned from {counted(held.model.examples, 'sentences')}; "
                f"{counted(held.ranked, 'suggestions')} ranked anew, {held.proposed} new"
            )
    _tell_unheard(learned)
    if not as_json:
        output.say(
            "The reader shows it from now on, and what is added is highlighted by it too. "
            f"What teaches most next: annotator stories {corpus} --queue"
        )
    return [held.model for held in learned if held.model]


def _left_out(learned: Iterable[Lesson]) -> list[dict[str, str]]:
    return [{"label": held.label, "why": held.why} for held in learned if not held.model]


def _tell_unheard(learned: Iterable[Lesson]) -> None:
    """Say for which labels nothing was learned, or nothing that has a say."""
    for held in learned:
        if not held.model:
            output.say(f"{held.label}: nothing learned: {held.why}")
        elif not held.model.heard:
            output.say(f"{held.label}: the detectors alone do as well so far; mark more")


def _facts(model: Model) -> dict[str, object]:
    return {
        "label": model.label,
        "detector": model.name,
        "version": model.version,
        "threshold": model.threshold,
        "sentences": model.examples,
        "heard": model.heard,
    }
