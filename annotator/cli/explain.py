"""`annotator explain`."""

from collections.abc import Sequence

import click

from annotator.cli import options, output
from annotator.highlighting import Highlighter
from annotator.text.safe import visible


@click.command("explain")
@click.argument("text", type=options.text)
@click.option("--detector", "detectors", multiple=True, metavar="NAME", help="Only this detector.")
@click.option("--model", default=None, help="A spaCy model: en_core_web_sm, or a folder.")
def command(text: str, detectors: Sequence[str], model: str | None) -> None:
    """Say of each hit in TEXT which rule or lexicon entry made it, and why."""
    highlighter = Highlighter(detectors or None, model)
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
