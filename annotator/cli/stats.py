"""`annotator stats`."""

from pathlib import Path

import click

from annotator import project
from annotator.cli import options, output


@click.command("stats")
@options.corpus
@click.option(
    "--as", "name", default=None, help="Who reads; if absent, whose copy it is, or your login."
)
@options.as_json
def command(corpus: Path, name: str | None, as_json: bool) -> None:
    """Count articles, labels, decisions on suggestions, arms, progress and time, per annotator.

    Time runs from one act to the next; of a pause, a minute at most counts. One who reads articles
    blind is told nothing of suggestions and of people only her own counts.
    """
    with project.open_project(corpus, write=False) as opened:
        stats = opened.stats(opened.reader(name))
    if as_json:
        output.data(stats)
        return
    held = stats["corpus"]
    told = ("articles", "stories", "words", "suggestions")
    output.say(", ".join(f"{what} {held[what]}" for what in told if what in held))
    output.table(
        (
            "annotator",
            "labels",
            "unaided",
            "accepted",
            "edited",
            "rejected",
            "done",
            "days",
            "minutes",
        ),
        [
            (
                person["name"],
                sum(person["labels"].values()),
                person["origins"].get("unaided", 0),
                person["origins"].get("accepted", 0),
                person["origins"].get("edited", 0),
                person["rejected"],
                f"{person['done']}/{held['articles']}",
                len(person["days"]),
                round(person["time"]["seconds"] / 60),
            )
            for person in stats["annotators"]
        ],
    )
    output.table(
        ("label", "layer", *(person["name"] for person in stats["annotators"])),
        [(label["label"], label["layer"], *label["counts"].values()) for label in stats["labels"]],
    )
