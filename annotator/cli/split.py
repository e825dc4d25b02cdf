"""`annotator split`."""

from pathlib import Path

import click

from annotator import project
from annotator.cli import options, output


@click.command("split")
@options.corpus
@click.option("--as", "name", required=True, help="The annotator who takes it away.")
@click.option("--out", type=options.PATH, required=True, help="The new corpus.")
def command(corpus: Path, name: str, out: Path) -> None:
    """Make a corpus for one annotator to take away: her stories, her work, nobody else's.

    Whoever opens it without --as is she, whatever her login. `annotator merge` brings what she
    did back.
    """
    with project.open_project(corpus) as opened:
        stories = opened.split(name, out)
    click.echo(str(out))
    output.say(f"stories for {name}: {stories}")
    output.say(f"{name} opens it with: annotator {out}")
    output.say(f"Back with: annotator merge {corpus} {out}")
