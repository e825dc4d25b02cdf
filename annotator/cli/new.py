"""`annotator new`."""

from pathlib import Path

import click

from annotator import project
from annotator.cli import options, output
from annotator.text.plurals import counted


@click.command("new")
@options.corpus
@click.option(
    "--scheme", default="framing", show_default=True, help="A shipped scheme or a .toml file."
)
def command(corpus: Path, scheme: str) -> None:
    """Make an empty corpus: one file that holds the whole project."""
    made = project.new(corpus, scheme)
    output.say(f"{corpus}: new corpus, scheme {made.name} ({counted(len(made.labels), 'labels')})")
    output.say(f"  Next: annotator add {corpus} FILE...")
