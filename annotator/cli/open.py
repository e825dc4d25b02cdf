"""`annotator [CORPUS]`: the reader."""

from pathlib import Path

import click

from annotator.cli import options
from annotator.errors import NotACorpus


@click.command("open")
@click.argument("corpus", type=click.Path(path_type=Path), required=False)
@click.option("--as", "name", default=None, help="The annotator's name; your login name if absent.")
@click.option("--story", default=None, help="Open the reader on this story.")
def command(corpus: Path | None, name: str | None, story: str | None) -> None:
    """Open a corpus in the reader: the story list, or with --story the reader on that story.

    Without CORPUS it opens ./corpus.db, or a welcome screen when there is none.
    """
    if corpus is not None and not corpus.exists():
        raise NotACorpus(f"{corpus}: no such corpus", f"Make it: annotator new {corpus}")
    here = Path("corpus.db")
    path = corpus or (here if here.exists() else None)
    from annotator.tui.app import run  # the screen is loaded by this command alone

    run(path, name or options.login_name(), story)
