"""`annotator explain`."""

import click

from annotator.cli import detecting, output
from annotator.highlighting import Highlighter
from annotator.text.safe import visible


@click.command("explain")
@click.argument("text")
@detecting.highlighter
def command(text: str, highlighter: Highlighter) -> None:
    """Say of each hit in TEXT which rule or lexicon entry made it, and why."""
    for found in highlighter.find(text):
        who = found.voice.source or "a source" if found.voice.who == "quoted" else "the outlet"
        click.echo(
            visible(
                f"{found.quote}  {found.label} ({found.kind}), strength {found.strength:.2f}, "
                f"in the words of {who}"
            )
        )
        click.echo(f"  {found.reason}")
        click.echo(f"  {found.entry}, {found.version}")
    for skipped in highlighter.skipped:
        output.say(f"{skipped.detector} skipped: {skipped.why}")
