"""`annotator show`."""

import shutil
from pathlib import Path

import click

from annotator import project
from annotator.cli import options, output, shapes, sidebyside


@click.command("show")
@options.corpus
@click.argument("story", required=False)
@click.option("--width", type=click.IntRange(20, 500), default=None, help="Columns to fill.")
@options.as_json
def command(corpus: Path, story: str | None, width: int | None, as_json: bool) -> None:
    """Print a story side by side: its articles, suggestions, annotations and counterparts.

    STORY is the beginning of a story's or an article's id; without it, the first story.
    """
    with project.open_project(corpus, write=False) as opened:
        view = opened.find(story)
        if as_json:
            output.data(shapes.view(view, opened.names(), opened.verdicts()))
            return
        columns = width or shutil.get_terminal_size((120, 40)).columns
        for line in sidebyside.lines(view, opened.scheme, columns):
            click.echo(line)
