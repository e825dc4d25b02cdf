"""`annotator stories`."""

from collections.abc import Sequence
from pathlib import Path

import click

from annotator import project, queueing
from annotator.cli import options, output, shapes
from annotator.model import Json


@click.command("stories")
@options.corpus
@click.option("--queue", is_flag=True, help="First those that teach the learner most.")
@click.option("--as", "name", default=None, help="Whose queue.")
@click.option("--articles", is_flag=True, help="A line for each article, with its id.")
@options.as_json
def command(corpus: Path, queue: bool, name: str | None, articles: bool, as_json: bool) -> None:
    """List the stories of a corpus, their articles and how far they are annotated.

    With --queue in the order in which one annotator's decisions would teach most: first the
    stories whose undecided suggestions are least certain, given what `train` has learned.
    """
    with project.open_project(corpus, write=False) as opened:
        stories = [shapes.story(story) for story in opened.stories()]
        if queue:
            bits = queueing.by_story(opened.queue(opened.reader(name)))
            stories.sort(key=lambda story: -bits.get(story["id"], 0.0))
            stories = [{**story, "bits": round(bits.get(story["id"], 0.0), 2)} for story in stories]
    if as_json:
        output.data(stories)
    elif articles:
        _articles(stories)
    else:
        _stories(stories)


def _articles(stories: Sequence[Json]) -> None:
    output.table(
        ("article", "story", "outlet", "date", "title"),
        [
            (
                article["id"],
                story["id"][:8],
                article["outlet"] or "?",
                article["date"] or "?",
                article["title"],
            )
            for story in stories
            for article in story["articles"]
        ],
    )


def _stories(stories: Sequence[Json]) -> None:
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
