"""`annotator backup`."""

from pathlib import Path

import click

from annotator import project
from annotator.cli import options, output


@click.command("backup")
@options.corpus
@click.argument("file", type=options.PATH, required=False)
def command(corpus: Path, file: Path | None) -> None:
    """Copy a corpus safely, also while it is open, and verify the copy.

    Without FILE the copy is dated and put beside the corpus.
    """
    made = project.backup(corpus, file)
    click.echo(str(made))
    output.say(f"{made}: backup made and verified")
