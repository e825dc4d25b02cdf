"""`annotator carry`."""

from pathlib import Path

import click

from annotator import project
from annotator.cli import options, output
from annotator.errors import UsageError


@click.command("carry")
@options.corpus
@click.argument("old")
@click.argument("new")
@click.option("--as", "name", required=True, help="Whose annotations.")
@click.option("--dry-run", is_flag=True, help="Only say what would be carried.")
@options.as_json
def command(corpus: Path, old: str, new: str, name: str, dry_run: bool, as_json: bool) -> None:
    """Carry one's annotations from article OLD to NEW, an edited version of it.

    OLD and NEW are the beginnings of their ids. Those on the old text stay. Each carried one says
    so in its note; what moved and what is lost is listed.
    """
    with project.open_project(corpus, write=not dry_run) as opened:
        before, after = opened.find_article(old), opened.find_article(new)
        if before == after:
            raise UsageError(f"{old!r} and {new!r} are one article", "Name the edited version too.")
        carried = opened.carry(name, before, after, dry_run=dry_run)
    rows = [
        (c.fate, c.annotation.label, c.annotation.quote or "", *(c.place or ("", "")))
        for c in carried
    ]
    head = ("fate", "label", "quote", "start", "end")
    if as_json:
        output.data([dict(zip(head, row, strict=True)) for row in rows])
        return
    output.table(head, rows)
    if dry_run:
        output.say("nothing was changed (dry run)")
