"""Make the golden example in `exports/`: the demo story, annotated by two people, exported.

Ids and times are counted instead of drawn, so that the same program gives the same bytes;
`tests/test_golden.py` compares. `python docs/golden.py` writes the files anew after a change of the
samples, the detectors or the formats that is meant.
"""

import contextlib
import itertools
import tempfile
from collections.abc import Iterator
from pathlib import Path
from unittest import mock

from annotator import project
from annotator.desk import Desk
from annotator.exchange import Selection
from annotator.files import packaged
from annotator.formats.record import Options
from annotator.model import Layer, OpenStory, Page
from annotator.project import Project, Sources

TARGET = Path(__file__).resolve().parent.parent / "exports"
STORY = "harbour-strike"
FORMATS = ("jsonl", "csv")
ANNOTATORS = ("ada", "ben")
PORTRAYALS = {
    "Free Quay": ("heroic stand", "honour", "dockworkers"),
    "The Salvi Courier": ("holding the nation's trade to ransom", "aggressor", "dockers"),
}


def make(folder: Path) -> list[Path]:
    """Write the example into `folder`; its files."""
    with tempfile.TemporaryDirectory() as name, counted():
        corpus = Path(name) / f"{STORY}.db"
        project.new(corpus, "framing")
        with project.open_project(corpus) as opened:
            opened.add(Sources([packaged("seeds") / STORY]))
            for number, person in enumerate(ANNOTATORS):
                annotate(opened, person, number)
            files = []
            for form in FORMATS:
                out = project.export_path(corpus, form, folder)
                files += opened.export(form, out, Options(), Selection()).files
    return files


@contextlib.contextmanager
def counted() -> Iterator[None]:
    """Random ids and the clock, replaced by counters."""
    ids, minutes = itertools.count(1), itertools.count()

    def next_id() -> str:
        return f"{next(ids):016x}"

    def next_time() -> str:
        hour, minute = divmod(next(minutes), 60)
        return f"2026-06-12T{9 + hour:02}:{minute:02}:00.000Z"

    with (
        mock.patch("annotator.desk.random_id", next_id),
        mock.patch("annotator.desk.utc_now", next_time),
        mock.patch("annotator.store.migrations.random_id", next_id),
        mock.patch("annotator.store.transaction.random_id", next_id),
    ):
        yield


def annotate(opened: Project, person: str, number: int) -> None:
    """What one of two people decides; they agree on most, not on all."""
    desk = opened.desk(person)
    story = desk.open_story(opened.stories()[0].story.id)
    for page in story.pages:
        decide(desk, page, number)
    whole(desk, story, number)
    desk.done(story.story.id).saved.result()


def decide(desk: Desk, page: Page, number: int) -> None:
    """Accept most loaded words and hedges, reject the others; a portrayal; a note."""
    spans = [s for s in page.suggestions if s.layer is Layer.SPAN]
    chosen = [s for s in spans if s.label in ("loaded", "hedge")]
    for place, suggestion in enumerate(chosen):
        if (place + number) % 4 == 3:
            desk.reject(suggestion.id)
        else:
            desk.accept(suggestion.id)
    article = page.article
    quote, asset, actor = PORTRAYALS[str(article.outlet)]
    start = article.text.index(quote)
    answers = {"property": asset, "actor": actor}
    act = desk.label(article.id, start, start + len(quote), "portrayal", answers)
    if number:
        desk.note(act.standing.subject, "The picture is the outlet's own, nobody is quoted.")
    desk.label_sentence(article.id, desk.sentence(article.id, start), "informational")


def whole(desk: Desk, story: OpenStory, number: int) -> None:
    """Labels of the articles and of the story, a link and a corrected counterpart."""
    ends = []
    for page, slant in zip(story.pages, (1, -2), strict=True):
        article = page.article.id
        desk.label_article(article, "genre", {"value": "reporting"})
        desk.label_article(article, "primary-frame", {"value": ("political", "economic")[number]})
        desk.label_article(article, "slant", {"value": slant, "actor": "Dockers' Union"})
        ends.append(next(held.id for held in desk.own(article) if held.label == "loaded"))
    desk.link(ends[0], ends[1], "same-referent")
    desk.label_story(story.story.id, "relative-stance", {"value": "first"})
    first = story.counterparts[number]
    desk.unalign(first.a, first.b)


if __name__ == "__main__":
    for written in make(TARGET):
        print(written.name)
