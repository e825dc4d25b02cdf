"""`annotator restore`."""

from pathlib import Path

import click

from annotator import project
from annotator.cli import options, output


@click.command("restore")
@options.corpus
@click.argument("backup", type=options.PATH)
def command(corpus: Path, backup: Path) -> None:
    """Put a backup in the corpus's place; the file it replaces is kept beside it."""
    kept = project.restore(corpus, backup)
    output.say(f"{corpus}: restored from {backup}")
    if kept:
        output.say(f"  The file it replaces is kept as {kept}")
