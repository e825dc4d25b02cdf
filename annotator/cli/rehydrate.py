"""`annotator rehydrate`."""

from pathlib import Path

import click

from annotator import project
from annotator.cli import options, output
from annotator.errors import LossError, UsageError


@click.command("rehydrate")
@click.argument("export", type=options.PATH)
@click.option("--texts", type=options.PATH, required=True, help="File or folder of articles.")
@click.option("--out", type=options.PATH, required=True, help="The full export.")
@options.as_json
def command(export: Path, texts: Path, out: Path, as_json: bool) -> int:
    """Put the text back into a jsonl export that was written with --text none or quotes.

    Copies that are the same to the letter are found by their hash; into others the spans are
    anchored anew. Each span is exact, moved or lost, and lost ones are left out; the exit code is
    13 when any was, or an article has no copy, and 3, with nothing written, when no article has.
    """
    if out == Path("-"):
        raise UsageError("the full export is a file, not standard output", "Name it with --out.")
    restored = project.rehydrate(export, texts, out)
    counts, missing = restored.counts(), len(restored.missing)
    if as_json:
        output.data({**counts, "missing": missing})
    else:
        click.echo(str(out))
        output.say(", ".join(f"{count} {fate}" for fate, count in counts.items()))
    if missing:
        output.say(f"articles without a copy among the texts, left out: {missing}")
    return LossError.exit_code if counts["lost"] or missing else 0
