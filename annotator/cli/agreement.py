"""`annotator agreement`."""

import shlex
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

import click

from annotator import project
from annotator.cli import disagreements, options, output, papertable
from annotator.disagreement import Disagreement
from annotator.errors import UsageError
from annotator.exchange import Selection
from annotator.measure.bootstrap import ROUNDS, SEED, Figure
from annotator.measure.figures import UNITS, Agreement, Measured
from annotator.model import Json, Layer


@click.command("agreement")
@options.corpus
@click.option(
    "--layer", "layers", multiple=True, type=click.Choice([*map(str, Layer)]), help="Only this."
)
@click.option("--label", "labels", multiple=True, help="Only this label.")
@click.option("--as", "names", multiple=True, metavar="NAME", help="Only these annotators.")
@click.option("--pairs", is_flag=True, help="Add a table of each pair of annotators.")
@click.option(
    "--disagreements", "differing", is_flag=True, help="List where annotators differ instead."
)
@click.option("--anonymise", is_flag=True, help="Number the annotators instead of naming them.")
@click.option(
    "--format",
    "form",
    type=click.Choice([*papertable.FORMS, "csv"]),
    default="text",
    show_default=True,
    help="csv has every figure in full, and of disagreements a column for each annotator.",
)
@options.as_json
def command(
    corpus: Path,
    layers: tuple[str, ...],
    labels: tuple[str, ...],
    names: tuple[str, ...],
    pairs: bool,
    differing: bool,
    anonymise: bool,
    form: str,
    as_json: bool,
) -> None:
    """Measure how far annotators agree: Krippendorff's alpha and others, with 95 % intervals.

    An article counts for an annotator when she marked it done; for one who marks nothing done, when
    she worked on it. What she left unlabelled there is her word that there is nothing. The table
    goes into a paper as it is; docs/agreement.md has the definitions and their sources.
    """
    if differing and form not in ("text", "csv"):
        raise UsageError(
            f"disagreements are no table for a paper: --format {form}",
            "They are listed as text, with --format csv or with --json.",
        )
    who = Selection(frozenset(names), anonymise)
    wanted = [layer for layer in Layer if not layers or layer in layers]
    with project.open_project(corpus, write=False) as opened:
        if differing:
            found = list(opened.disagreements(who, wanted, labels, opened.reader(None)))
            _list(found, form, as_json)
            return
        agreement = opened.agreement(who, wanted, labels)
    if as_json:
        output.data(to_json(agreement))
    else:
        for line in papertable.render(agreement, form, pairs):
            click.echo(line)
    if not any(layer.units for layer in agreement.layers.values()):
        people = [person.name for person in agreement.annotators]
        _advise(corpus, people if len(people) > 1 and not anonymise else ["ANN", "BOB"])


def _advise(corpus: Path, names: list[str]) -> None:
    """Say how two people come to have read the same."""
    asked = shlex.join(["--annotators", ",".join(names), "--overlap", "2"])
    output.say(f"To let two read each story: annotator assign {shlex.quote(str(corpus))} {asked}")
    output.say("Work done in copies comes together by: annotator merge CORPUS COPY...")
    output.say("Then each marks what she has read as done: Space in the reader.")


def to_json(agreement: Agreement) -> Json:
    """The agreement as an object; coefficients with six decimals."""
    found: Json = {
        "annotators": [person.name for person in agreement.annotators],
        "unfinished": [person.name for person in agreement.unfinished],
        "layers": _layers(agreement.layers),
        "bootstrap": {"draws": ROUNDS, "of": agreement.drawn, "seed": SEED},
    }
    if agreement.arms:
        found["arms"] = {str(arm): _layers(held) for arm, held in agreement.arms.items()}
    return found


def _layers(layers: Mapping[Layer, Measured]) -> Json:
    return {
        str(layer): {
            "unit": UNITS[layer],
            **_measured(whole),
            "labels": {
                label: {
                    **_measured(part),
                    "attributes": {name: _measured(a) for name, a in part.attributes.items()},
                }
                for label, part in whole.labels.items()
            },
        }
        for layer, whole in layers.items()
    }


def _measured(part: Measured) -> Json:
    return {
        "units": part.units,
        "clusters": part.clusters,
        "annotators": [person.name for person in part.annotators],
        "marked": part.marked,
        "coefficients": _figures(part.coefficients),
        "pairs": [
            {
                "annotators": [person.name for person in pair.annotators],
                "units": pair.units,
                "coefficients": _figures(pair.coefficients),
            }
            for pair in part.pairs
        ],
    }


def _figures(figures: Mapping[str, Figure]) -> Json:
    return {name: asdict(figure.rounded()) for name, figure in figures.items()}


def _list(found: Sequence[Disagreement], form: str, as_json: bool) -> None:
    if as_json:
        output.data(disagreements.to_json(found))
    elif form == "csv":
        click.echo(disagreements.to_csv(found), nl=False)
    else:
        disagreements.table(found)
        output.say(f"disagreements {len(found)}")
