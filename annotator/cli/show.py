"""`annotator show`."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import click

from annotator import project
from annotator.cli import comparison, facts, options, output, shapes, sidebyside
from annotator.errors import UsageError
from annotator.model import Json


@click.command("show")
@options.corpus
@click.argument("story", required=False)
@click.option("--facts", "as_facts", is_flag=True, help="Print the fact table of the story.")
@click.option("--csv", "as_csv", is_flag=True, help="With --facts: as CSV for a spreadsheet.")
@click.option("--against", metavar="ARTICLE", help="What differs between two articles.")
@click.option("--width", type=click.IntRange(20, 500), default=None, help="Columns to fill.")
@click.option(
    "--as", "name", default=None, help="Who reads; if absent, whose copy it is, or your login."
)
@options.as_json
def command(
    corpus: Path,
    story: str | None,
    as_facts: bool,
    as_csv: bool,
    against: str | None,
    width: int | None,
    name: str | None,
    as_json: bool,
) -> None:
    """Print a story side by side: its articles, suggestions, annotations and counterparts.

    STORY is the beginning of a story's or an article's id; without it, the first story. Labelled
    words stand in [brackets], suggestions that you have not decided on between _underscores_; in
    the margin = marks a sentence that another article tells too, ! one that this article alone
    tells. With --facts each row is a fact: which outlets report it, where in the article, in whose
    voice and with which words. With --against STORY is an article, and the sentences are printed
    that only one of both articles has. What you read blind is printed without suggestions and
    without the labels of others.
    """
    if (as_facts and against is not None) or (as_csv and (as_json or not as_facts)):
        raise UsageError("these options do not go together", "See: annotator show --help")
    columns = width or shutil.get_terminal_size((120, 40)).columns
    with project.open_project(corpus, write=False) as opened:
        reader = opened.reader(name)
        if as_facts:
            table = opened.facts(story, reader)
            if as_csv:
                click.echo(facts.to_csv(table), nl=False)
            else:
                _print(as_json, facts.to_json(table), facts.lines(table, columns))
        elif against is not None:
            compared = opened.compare(story, against)
            _print(as_json, comparison.to_json(compared), comparison.lines(compared))
        else:
            view = opened.find(story, reader)
            shape = shapes.view(view, opened.names(), opened.verdicts()) if as_json else {}
            _print(as_json, shape, sidebyside.lines(view, opened.scheme, columns))


def _print(as_json: bool, shape: Json, lines: Iterator[str]) -> None:
    if as_json:
        output.data(shape)
        return
    for line in lines:
        click.echo(line)
