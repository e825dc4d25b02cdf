"""`annotator stories`."""

from pathlib import Path

import click

from annotator import project
from annotator.cli import options, output, shapes


@click.command("stories")
@options.corpus
@options.as_json
def command(corpus: Path, as_json: bool) -> None:
    """List the stories of a corpus, their articles and how far they are annotated."""
    with project.open_project(corpus, write=False) as opened:
        stories = [shapes.story(story) for story in opened.stories()]
    if as_json:
        output.data(stories)
        return
    output.table(
        ("story", "title", "outlets", "articles", "annotations", "confidence"),
        [
            (
                story["id"],
                story["title"],
                ", ".join(article["outlet"] or "?" for article in story["articles"]),
                len(story["articles"]),
                story["progress"]["annotations"],
                f"{story['confidence']:.2f}",
            )
            for story in stories
        ],
    )
