"""`annotator import`."""

from collections.abc import Sequence
from pathlib import Path

import click

from annotator import project
from annotator.cli import options, output
from annotator.exchange import RefusedImport
from annotator.text.plurals import counted

_LISTED = 50


@click.command("import")
@options.corpus
@click.argument("file", type=options.PATH)
@click.option("--format", "form", required=True, help="See: annotator list formats.")
@click.option("--as", "name", default=None, help="Whose work it is, where the file does not say.")
@click.option("--as-suggestions", is_flag=True, help="Propose the labels instead of taking them.")
@options.as_json
def command(
    corpus: Path, file: Path, form: str, name: str | None, as_suggestions: bool, as_json: bool
) -> None:
    """Take in annotations made elsewhere: all that the file holds or, if a line is wrong, nothing.

    A native export (jsonl) keeps its annotators; into an empty corpus it is restored whole. With
    --as-suggestions the labels become suggestions of the detector import:NAME.
    """
    with project.open_project(corpus) as opened:
        try:
            done = opened.import_(form, file, name, as_suggestions=as_suggestions)
        except RefusedImport as error:
            _list([problem.message for problem in error.others])
            raise
    if as_json:
        facts = {"articles": done.articles, "annotations": done.annotations}
        facts |= {"suggestions": done.suggestions, "known": done.known}
        output.data(facts | {"repaired": done.repaired, "left_out": done.left_out})
        return
    counts = [
        counted(done.articles, "new articles"),
        counted(done.suggestions, "suggestions")
        if as_suggestions
        else counted(done.annotations, "annotations"),
        *([f"{done.known} known already"] if done.known else []),
        *([f"{len(done.repaired)} repaired"] if done.repaired else []),
        *(f"{what} left out: {count}" for what, count in done.left_out.items()),
    ]
    _list(done.repaired)
    output.say(f"{file}: {', '.join(counts)}")


def _list(messages: Sequence[str]) -> None:
    for message in messages[:_LISTED]:
        output.say(message)
    if len(messages) > _LISTED:
        output.say(f"... and {len(messages) - _LISTED} more")
