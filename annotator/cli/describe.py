"""`annotator describe`."""

from pathlib import Path

import click

from annotator import project
from annotator.cli import options, output
from annotator.describing import FACTS


@click.command("describe")
@options.corpus
@click.argument("article")
@click.option("--title", default=None, help="Its headline.")
@click.option("--outlet", default=None, help="Who published it.")
@click.option("--byline", default=None, help="Who wrote it.")
@click.option("--date", default=None, help="A day, as YYYY-MM-DD.")
@click.option("--url", default=None, help="Its address, with https:// or http://.")
@click.option(
    "--as", "name", default=None, help="Who says so; if absent, whose copy it is, or your login."
)
@options.as_json
def command(
    corpus: Path, article: str, name: str | None, as_json: bool, **given: str | None
) -> None:
    """Put an article's title, outlet, byline, date or URL right; '' says that it is unknown.

    ARTICLE is the beginning of its id (see `annotator stories --articles`). This is an event of the
    record: `annotator annotate` and the reader undo it. The outlet that is named learns the
    furniture of its pages from this article too.
    """
    facts = {fact: said for fact, said in given.items() if said is not None}
    with project.open_project(corpus) as opened:
        desk = opened.desk(opened.reader(name))
        event = desk.describe(opened.find_article(article), facts).saved.result()
        held = desk.article(event.subject)
    told = {fact: getattr(held, fact) for fact in FACTS}
    if as_json:
        output.data({"event": event.id, "article": held.id} | told)
    else:
        click.echo(held.id)
        for fact, said in told.items():
            output.say(f"{fact:7} {said or 'unknown'}")
