"""`annotator assign`."""

from dataclasses import asdict, astuple
from pathlib import Path

import click

from annotator import project
from annotator.assignment import Plan
from annotator.cli import options, output


@click.command("assign")
@options.corpus
@click.option("--annotators", required=True, metavar="A,B,C", help="Their names.")
@click.option(
    "--overlap", default=1, show_default=True, metavar="N", help="How many read each story."
)
@click.option(
    "--blind",
    type=click.IntRange(0, 100),
    default=0,
    show_default=True,
    metavar="PERCENT",
    help="Share of the stories drawn for each annotator that she reads without suggestions.",
)
@click.option("--mask", is_flag=True, help="Hide outlets and bylines; draw the order of articles.")
@click.option(
    "--seed", default=0, show_default=True, metavar="N", help="Another number, another draw."
)
@click.option("--anew", is_flag=True, help="Draw again what was assigned before and not begun.")
@options.as_json
def command(
    corpus: Path,
    annotators: str,
    overlap: int,
    blind: int,
    mask: bool,
    seed: int,
    anew: bool,
    as_json: bool,
) -> None:
    """Give each annotator her stories, balanced by length and outlet.

    The draw is decided by the seed and recorded in the corpus. An annotator with stories of her own
    sees only those. Stories that somebody has stay with her: a second time, say after more were
    added or with more annotators, those are drawn that fewer have than --overlap says.
    """
    names = tuple(name.strip() for name in annotators.split(",") if name.strip())
    with project.open_project(corpus) as opened:
        shares = opened.assign(Plan(names, overlap, blind, mask, seed, anew))
    if as_json:
        output.data([asdict(share) for share in shares])
        return
    output.table(_HEAD, [astuple(share) for share in shares])
    if mask:
        output.say(
            "outlets and bylines are hidden from everybody now, in stories assigned before too; "
            "--anew without --mask shows them again"
        )
    if not any(share.stories for share in shares):
        output.say(
            f"every story is assigned already, to {overlap} or more; a higher --overlap lets more "
            "read it, --anew draws those again that nobody began"
        )


_HEAD = ("annotator", "stories", "words", "blind", "kept")
