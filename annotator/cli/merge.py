"""`annotator merge`."""

import dataclasses
from collections.abc import Iterable, Sequence
from pathlib import Path

import click

from annotator import project
from annotator.cli import options, output
from annotator.store.conflicts import Conflict
from annotator.text.plurals import counted

MOST = 20
"""Lines on conflicts on a terminal; --json has them all."""
SOME = 4
"""Places named of many of which the same is said."""


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
            output.say(f"{m.path}: {counted(count, 'events')} of {name} {came_in}")
        told = [_told(group) for group in _alike(m.conflicts)]
        for line in told[:MOST]:
            output.say(f"{m.path}: {line}")
        if len(told) > MOST:
            output.say(f"{m.path}: {len(told) - MOST} more (see them with --json)")
        elif len(told) < len(m.conflicts):
            output.say(f"{m.path}: each by itself with --json")
    if dry_run:
        output.say("nothing was changed (dry run)")


def _alike(conflicts: Sequence[Conflict]) -> Iterable[list[Conflict]]:
    """The conflicts, those of which the same is said together."""
    groups: dict[tuple[str, str], list[Conflict]] = {}
    for conflict in conflicts:
        groups.setdefault((conflict.kind, conflict.how or conflict.what), []).append(conflict)
    return groups.values()


def _told(group: Sequence[Conflict]) -> str:
    """What is said of all of them once, with how many they are and where the first ones lie."""
    first = group[0]
    if len(group) == 1 or first.how is None:
        return first.what
    number = len({conflict.article for conflict in group})
    articles = counted(number, "articles")
    quotes = list(dict.fromkeys(f"“{conflict.quote}”" for conflict in group if conflict.quote))
    if not quotes:
        return f"{articles}: {first.how}"
    more = ", …" if len(quotes) > SOME else ""
    return f"{len(group)} places in {articles}: {first.how}: {', '.join(quotes[:SOME])}{more}"
