"""`annotator demo`."""

import shutil
import sys
import tempfile
from pathlib import Path

import click

from annotator import actions, project
from annotator.cli import output, sidebyside
from annotator.cli.add import report
from annotator.exchange import Selection
from annotator.files import packaged
from annotator.formats.record import Options
from annotator.model import Json, Layer, OpenStory
from annotator.project import Project, Sources

_STORY = "harbour-strike"
_LEGEND = (
    "[word] was labelled, _word_ is suggested. In the margin: = another article tells it too, "
    "! this one alone tells it, a letter is the label."
)
_EXPORTS = {
    "jsonl": "articles with all labels and the evidence behind each",
    "csv": "a label a row, for a spreadsheet",
}


@click.command("demo")
@click.option(
    "--dir",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    default=None,
    help="Where the scratch corpus goes; a new temporary folder if absent.",
)
def command(folder: Path | None) -> None:
    """Make a corpus of the sample stories and open the reader on the first.

    Without a terminal it prints the story side by side instead, makes a few annotations and exports
    them, so that the whole way from raw scrape to labelled corpus is seen.
    """
    folder = folder or Path(tempfile.mkdtemp(prefix="annotator-demo-"))
    folder.mkdir(parents=True, exist_ok=True)
    corpus = folder / "demo.db"
    on_screen = sys.stdin.isatty() and sys.stdout.isatty()
    if not corpus.exists():
        _fill(corpus)
    output.say(f"demo corpus: {corpus}")
    if on_screen:
        with project.open_project(corpus, write=False) as opened:
            story = _story(opened).story.id
        from annotator.tui.app import run  # the screen is loaded by the commands that need it

        run(corpus, story=story)
    else:
        _walk(corpus)


def _fill(corpus: Path) -> None:
    project.new(corpus, "framing")
    output.say("Three invented stories, as they were scraped from the outlets' pages:")
    with project.open_project(corpus) as opened:
        report(opened.add(Sources([packaged("seeds")])))


def _story(opened: Project) -> OpenStory:
    """The sample story that the demo is about."""
    for facts in opened.stories():
        if any(_STORY in article.path for article in facts.articles):
            return opened.view(facts.story.id)
    return opened.find(None)


def _walk(corpus: Path) -> None:
    """Annotate a little, print the story, export."""
    with project.open_project(corpus) as opened:
        desk = opened.desk("demo")
        if not opened.view(_story(opened).story.id).pages[0].annotations:
            for action in _script(_story(opened)):
                actions.perform(desk, action)
        output.say("One of them side by side, after a few decisions; the menus are hidden:")
        columns = shutil.get_terminal_size((120, 40)).columns
        for line in sidebyside.lines(_story(opened), opened.scheme, columns):
            click.echo(line)
        output.say(_LEGEND)
        for form, what in _EXPORTS.items():
            target = project.export_path(corpus, form, corpus.parent)
            opened.export(form, target, Options(allow_loss=form == "csv"), Selection())
            output.say(f"exported: {target} ({what})")
    output.say(f"Annotate it yourself, in a terminal: annotator {corpus}")


def _script(view: OpenStory) -> list[Json]:
    """A few decisions on the story: what a person would do in her first minute."""
    first, second = view.pages[0], view.pages[1]
    spans = [s for s in first.suggestions if s.layer is Layer.SPAN]
    loaded = [s for s in spans if s.label == "loaded"]
    hedges = [s for s in second.suggestions if s.label == "hedge"]
    script: list[Json] = [{"do": "accept", "suggestion": s.id} for s in loaded[:3] + hedges[:2]]
    script += [{"do": "reject", "suggestion": s.id} for s in loaded[3:4]]
    genre = {"label": "genre", "attributes": {"value": "reporting"}}
    script += [{"do": "article", "article": p.article.id, **genre} for p in (first, second)]
    stance = {"label": "relative-stance", "attributes": {"value": "second"}}
    return [
        *script,
        {"do": "story", "story": view.story.id, **stance},
        {"do": "done", "story": view.story.id, "article": first.article.id},
    ]
