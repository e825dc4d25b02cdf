"""`annotator assign`."""

from pathlib import Path

import click

from annotator import project
from annotator.assignment import Plan
from annotator.cli import options, output


@click.command("assign")
@options.corpus
@click.option("--annotators", required=True, metavar="A,B,C", help="Their names.")
@click.option("--overlap", default=1, show_default=True, help="Annotators for each story.")
@click.option(
    "--blind",
    type=click.IntRange(0, 100),
    default=0,
    show_default=True,
    metavar="PERCENT",
    help="Share of each annotator's stories that is read without suggestions.",
)
@click.option("--mask", is_flag=True, help="Hide outlets and bylines; draw the order of articles.")
@click.option("--seed", default=0, show_default=True, help="Of the draw.")
@options.as_json
def command(
    corpus: Path, annotators: str, overlap: int, blind: int, mask: bool, seed: int, as_json: bool
) -> None:
    """Give each annotator her stories, balanced by length and outlet.

    The draw is decided by the seed and recorded in the corpus. An annotator with stories of her own
    sees only those.
    """
    names = tuple(dict.fromkeys(name.strip() for name in annotators.split(",") if name.strip()))
    with project.open_project(corpus) as opened:
        shares = opened.assign(Plan(names, overlap, blind, mask, seed))
    rows = [(s.annotator, s.stories, s.words, s.blind) for s in shares]
    if as_json:
        keys = ("annotator", "stories", "words", "blind")
        output.data([dict(zip(keys, row, strict=True)) for row in rows])
    else:
        output.table(("annotator", "stories", "words", "blind"), rows)
