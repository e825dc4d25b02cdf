"""`annotator explain`."""

import click

from annotator.cli import detecting
from annotator.detect import lexicon
from annotator.highlighting import Highlighter
from annotator.model import Suggestion
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
                f"{found.quote}  {found.label} ({_class(found)}), strength {found.strength:.2f}, "
                f"in the words of {who}"
            )
        )
        click.echo(f"  {found.reason}")
        click.echo(f"  {found.entry}, {found.version}")
    detecting.tell_skipped(highlighter)


def _class(found: Suggestion) -> str:
    """The kind, with the polarity where the lexicon gives one."""
    return ", ".join(filter(None, (found.kind, lexicon.polarity(found.entry))))
