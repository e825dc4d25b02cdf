"""`annotator merge`."""

from collections.abc import Sequence
from pathlib import Path

import click

from annotator import project
from annotator.cli import options, output


@click.command("merge")
@options.corpus
@click.argument("others", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Only say what would come in.")
@options.as_json
def command(corpus: Path, others: Sequence[Path], dry_run: bool, as_json: bool) -> None:
    """Take in what colleagues' copies of a corpus hold. All of it comes in, or nothing.

    The order does not matter and merging twice changes nothing. Where people decided differently,
    both decisions are kept and listed. A backup is made first.
    """
    with project.open_project(corpus) as opened:
        merged = opened.merge(others, dry_run=dry_run)
    if as_json:
        output.data(
            [
                {
                    "path": str(m.path),
                    "events": m.events,
                    "articles": m.articles,
                    "suggestions": m.suggestions,
                    "stories": m.stories,
                    "annotators": m.annotators,
                    "conflicts": [
                        {"kind": c.kind, "where": c.where, "what": c.what} for c in m.conflicts
                    ],
                }
                for m in merged
            ]
        )
        return
    output.table(
        ("file", "events", "articles", "stories", "annotators", "conflicts"),
        [(m.path, m.events, m.articles, m.stories, m.annotators, len(m.conflicts)) for m in merged],
    )
    for found in merged:
        for conflict in found.conflicts:
            output.say(f"{found.path}: {conflict.kind}: {conflict.what}")
    if dry_run:
        output.say("nothing was changed (dry run)")
