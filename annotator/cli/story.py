"""`annotator story`."""

from collections.abc import Callable, Sequence
from pathlib import Path

import click

from annotator import project
from annotator.cli import options, output
from annotator.desk import Act, Desk
from annotator.errors import UsageError
from annotator.project import Project
from annotator.text.plurals import counted


@click.command("story")
@options.corpus
@click.argument("verb", type=click.Choice(["join", "split", "move", "rename"]))
@click.argument("words", nargs=-1, required=True)
@click.option("--title", default=None, help="With split: what the new story is called.")
@click.option(
    "--as", "name", default=None, help="Who says so; if absent, whose copy it is, or your login."
)
@options.as_json
def command(
    corpus: Path,
    verb: str,
    words: Sequence[str],
    title: str | None,
    name: str | None,
    as_json: bool,
) -> None:
    """Correct which articles are in which story; no later `add` overrules it.

    \b
    join STORY STORY...     put all their articles into the first
    split STORY ARTICLE...  make a story of its own of these articles
    move ARTICLE STORY      put an article into another story
    rename STORY TITLE      call it something else

    Stories and articles are named by the beginnings of their ids (see `annotator stories
    --articles`). Each is one event of the record: `annotator annotate` and the reader undo it.
    """
    if title is not None and verb != "split":
        raise UsageError("--title goes with split", "To change a title: story CORPUS rename ...")
    with project.open_project(corpus) as opened:
        desk = opened.desk(opened.reader(name))
        event = _VERBS[verb](opened, desk, words, title).saved.result()
        story = opened.story(event.subject)
    if as_json:
        shape = {"event": event.id, "story": story.id, "title": story.title}
        output.data(shape | {"articles": list(story.articles)})
    else:
        click.echo(story.id)
        output.say(f"{story.title}: {counted(len(story.articles), 'articles')}")


def _join(opened: Project, desk: Desk, words: Sequence[str], title: str | None) -> Act:
    return desk.stories.join([opened.find_story(word) for word in words])


def _split(opened: Project, desk: Desk, words: Sequence[str], title: str | None) -> Act:
    if len(words) < 2:
        raise UsageError("split takes a story and articles of it", _HELP)
    home = opened.story(opened.find_story(words[0]))
    articles = [opened.find_article(word) for word in words[1:]]
    for article in articles:
        if article not in home.articles:
            raise UsageError(
                f"article {article} is not in story {home.id}", "Name articles of that story."
            )
    return desk.stories.split(articles, title)


def _move(opened: Project, desk: Desk, words: Sequence[str], title: str | None) -> Act:
    article, story = _two(words, "move takes an article and a story")
    return desk.stories.put(opened.find_article(article), opened.find_story(story))


def _rename(opened: Project, desk: Desk, words: Sequence[str], title: str | None) -> Act:
    story, name = _two(words, "rename takes a story and a title (in quotation marks)")
    return desk.stories.rename(opened.find_story(story), name)


def _two(words: Sequence[str], meant: str) -> tuple[str, str]:
    if len(words) != 2:
        raise UsageError(f"{meant}, not {counted(len(words), 'words')}", _HELP)
    return words[0], words[1]


_HELP = "See: annotator story --help"
_VERBS: dict[str, Callable[[Project, Desk, Sequence[str], str | None], Act]] = {
    "join": _join,
    "split": _split,
    "move": _move,
    "rename": _rename,
}
