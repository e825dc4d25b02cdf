"""`annotator import`."""

from pathlib import Path

import click

from annotator import project
from annotator.cli import options, output


@click.command("import")
@options.corpus
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--format", "form", required=True, help="See: annotator list formats.")
@click.option("--as", "name", default=None, help="Whose work it is, where the file does not say.")
@options.as_json
def command(corpus: Path, file: Path, form: str, name: str | None, as_json: bool) -> None:
    """Take in annotations made elsewhere: all that the file holds or, if a line is wrong, nothing.

    A native export (jsonl) keeps its annotators; into an empty corpus it is restored whole.
    """
    with project.open_project(corpus) as opened:
        done = opened.import_(form, file, name)
    if as_json:
        output.data(
            {
                "articles": done.articles,
                "annotations": done.annotations,
                "known": done.known,
                "repaired": done.repaired,
            }
        )
        return
    known = f", {done.known} known already" if done.known else ""
    repaired = f", {done.repaired} repaired" if done.repaired else ""
    output.say(
        f"{file}: {done.articles} new articles, {done.annotations} annotations{known}{repaired}"
    )
