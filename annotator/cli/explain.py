"""`annotator explain`."""

from collections.abc import Sequence

import click

from annotator.cli import detecting, options, output, shapes
from annotator.detect import lexicon
from annotator.highlighting import Highlighter
from annotator.model import Suggestion
from annotator.text.safe import visible


@click.command("explain")
@click.argument("text")
@detecting.highlighter
@options.as_json
def command(text: str, highlighter: Highlighter, as_json: bool) -> None:
    """Say of each hit in TEXT which rule or lexicon entry made it, and why."""
    hits = highlighter.find(text)
    if as_json:
        output.data([shapes.suggestion(found, None) for found in hits])
    else:
        _tell(hits)
    detecting.tell_skipped(highlighter)


def _tell(hits: Sequence[Suggestion]) -> None:
    if not hits:
        output.say("no detector marks anything in it")
    for found in hits:
        who = found.voice.source or "a source" if found.voice.who == "quoted" else "the outlet"
        click.echo(
            visible(
                f"{found.quote}  {found.label} ({_class(found)}), strength {found.strength:.2f}, "
                f"in the words of {who}"
            )
        )
        click.echo(visible(f"  {found.reason}"))
        click.echo(visible(f"  {found.entry}, {found.version}"))


def _class(found: Suggestion) -> str:
    """The kind, with the polarity where the lexicon gives one."""
    return ", ".join(filter(None, (found.kind, lexicon.polarity(found.entry))))
