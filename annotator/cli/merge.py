"""`annotator merge`."""

import dataclasses
from collections.abc import Sequence
from pathlib import Path

import click

from annotator import project
from annotator.cli import options, output

MOST = 20
"""Conflicts told on a terminal; --json has them all."""


@click.command("merge")
@options.corpus
@click.argument("others", nargs=-1, required=True, type=options.PATH)
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
                    "work": [{"annotator": name, "events": n} for name, n in m.work],
                    "articles": m.articles,
                    "suggestions": m.suggestions,
                    "stories": m.stories,
                    "annotators": m.annotators,
                    "schemes": m.schemes,
                    "conflicts": [dataclasses.asdict(c) for c in m.conflicts],
                }
                for m in merged
            ]
        )
        return
    output.table(
        ("file", "events", "articles", "suggestions", "stories", "annotators", "conflicts"),
        [
            (m.path, m.events, m.articles, m.suggestions, m.stories, m.annotators, len(m.conflicts))
            for m in merged
        ],
    )
    came_in = "would come in" if dry_run else "came in"
    for m in merged:
        if not m.events:
            output.say(f"{m.path}: no work that is not here already")
        for name, count in m.work:
            output.say(f"{m.path}: {count} event{'s'[: count != 1]} of {name} {came_in}")
        for conflict in m.conflicts[:MOST]:
            output.say(f"{m.path}: {conflict.what}")
        if len(m.conflicts) > MOST:
            output.say(f"{m.path}: {len(m.conflicts) - MOST} more (see them with --json)")
    if dry_run:
        output.say("nothing was changed (dry run)")
