"""`annotator [CORPUS]`: the reader, and with --plain the reader in words."""

import sys
from pathlib import Path

import click

from annotator.cli import options, output
from annotator.errors import NotACorpus, UsageError


@click.command("open")
@click.argument("corpus", type=options.PATH, required=False)
@click.option(
    "--as",
    "name",
    default=None,
    help="The annotator's name; if absent, whose copy it is, or your login.",
)
@click.option("--story", default=None, help="Open the reader on this story.")
@click.option(
    "--plain", is_flag=True, help="A dialogue in lines of words, for screen readers and pipes."
)
def command(corpus: Path | None, name: str | None, story: str | None, plain: bool) -> None:
    """Open a corpus in the reader: the story list, or with --story the reader on that story.

    Without CORPUS it opens ./corpus.db, or a welcome screen when there is none.
    """
    if corpus is not None and not corpus.exists():
        raise NotACorpus(f"{corpus}: no such corpus", f"Make it: annotator new {corpus}")
    here = Path("corpus.db")
    path = corpus or (here if here.exists() else None)
    if plain:
        _plain(path, name, story)
        return
    from annotator.tui.app import run  # the screen is loaded by this command alone

    run(path, name, story)


def _plain(path: Path | None, name: str | None, story: str | None) -> None:
    from annotator.tui.plain import dialogue

    if path is None:
        raise UsageError("which corpus?", "Give one: annotator CORPUS --plain")
    dialogue.run(path, name, story, _hear, click.echo)


def _hear() -> str | None:
    """The next line that was typed, None when there is no more; what is no text is not taken."""
    while line := sys.stdin.buffer.readline():
        try:
            return line.decode("utf-8").rstrip("\r\n")
        except UnicodeDecodeError as error:
            bad = f"byte 0x{line[error.start]:02x} at position {error.start}"
            output.fail(f"that line: not valid utf-8: {bad}", "Say it again as UTF-8.")
    return None
