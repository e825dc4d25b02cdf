"""`annotator rehydrate`."""

from pathlib import Path

import click

from annotator import project
from annotator.cli import options, output
from annotator.errors import UsageError


@click.command("rehydrate")
@click.argument("export", type=click.Path(path_type=Path))
@click.option(
    "--texts", type=click.Path(path_type=Path), required=True, help="File or folder of articles."
)
@click.option("--out", type=click.Path(path_type=Path), required=True, help="The full export.")
@options.as_json
def command(export: Path, texts: Path, out: Path, as_json: bool) -> None:
    """Put the text back into an export that was written with --text none or quotes.

    Copies that are the same to the letter are found by their hash; into others the spans are
    anchored anew. Each span is exact, moved or lost, and lost ones are left out.
    """
    if out == Path("-"):
        raise UsageError("the full export is a file, not standard output", "Name it with --out.")
    counts = project.rehydrate(export, texts, out)
    if as_json:
        output.data(counts)
        return
    click.echo(str(out))
    output.say(", ".join(f"{count} {fate}" for fate, count in counts.items()))
