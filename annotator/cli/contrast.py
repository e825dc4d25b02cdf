"""`annotator contrast`."""

import shutil
import textwrap
from collections.abc import Iterator
from pathlib import Path

import click

from annotator import project
from annotator.cli import options, output
from annotator.contrast import Contrast, Side, Used
from annotator.model import Json
from annotator.text import safe

_SHOWN = 12
_MOST = 60


@click.command("contrast")
@options.corpus
@click.argument("story", required=False)
@click.option(
    "--as", "name", default=None, help="Who reads; if absent, whose copy it is, or your login."
)
@options.as_json
def command(corpus: Path, story: str | None, name: str | None, as_json: bool) -> None:
    """Contrast the sides of a story: words, hedges and sources that one uses and others do not.

    STORY is the beginning of a story's or an article's id; without it, the first story. What is
    marked counts, whether people labelled it or detectors propose it, but for proposals that all
    who decided rejected. Words are ranked by log-odds with the whole corpus as a prior;
    docs/contrast.md has the formula.
    """
    with project.open_project(corpus, write=False) as opened:
        found = opened.contrast(story, opened.reader(name))
    if as_json:
        output.data(to_json(found))
        return
    click.echo(click.style(safe.one_line(found.story.title), bold=True))
    click.echo("")
    output.table(("per 100 words", *(side.outlet for side in found.sides)), list(_rates(found)))
    for side in found.sides:
        for line in _lines(side):
            click.echo(line)


def to_json(found: Contrast) -> Json:
    """The contrast as an object."""
    return {
        "story": found.story.id,
        "title": found.story.title,
        "background": found.background,
        "sides": [
            {
                "outlet": side.outlet,
                "articles": [article.id for article in side.articles],
                "words": side.words,
                "labels": {
                    label: {
                        "count": _sum(used),
                        "per_100_words": round(_rate(side, used), 3),
                        "used": [_used(one) for one in used],
                    }
                    for label, used in side.labels.items()
                },
                "sources": [_used(one) for one in side.sources],
                "typical": [
                    {"word": w.word, "count": w.count, "others": w.others, "z": round(w.z, 3)}
                    for w in side.typical[:_MOST]
                ],
            }
            for side in found.sides
        ],
    }


def _used(one: Used) -> Json:
    return {"text": one.text, "count": one.count, "others": one.others}


def _sum(used: tuple[Used, ...]) -> int:
    return sum(one.count for one in used)


def _rate(side: Side, used: tuple[Used, ...]) -> float:
    return 100 * _sum(used) / side.words if side.words else 0.0


def _rates(found: Contrast) -> Iterator[tuple[str, ...]]:
    yield ("words", *(str(side.words) for side in found.sides))
    for label in found.sides[0].labels if found.sides else ():
        if any(side.labels[label] for side in found.sides):
            yield (label, *(f"{_rate(side, side.labels[label]):.1f}" for side in found.sides))
    yield ("sources named", *(str(len(side.sources)) for side in found.sides))


def _lines(side: Side) -> Iterator[str]:
    """The words that are most this side's own, which others may use too, and what only it has."""
    yield ""
    yield click.style(f"{safe.one_line(side.outlet)}, unlike the others", bold=True)
    typical = [w for w in side.typical if w.count > 1][:_SHOWN]
    parts = {"words (here:elsewhere)": ", ".join(f"{w.word} {w.count}:{w.others}" for w in typical)}
    for label, used in {**side.labels, "sources": side.sources}.items():
        own = [one for one in used if not one.others][:_SHOWN]
        parts[label] = ", ".join(
            one.text + (f" {one.count}" if one.count > 1 else "") for one in own
        )
    columns = min(100, shutil.get_terminal_size((80, 24)).columns)
    for name, told in parts.items():
        if told:
            yield from textwrap.wrap(
                f"{name}: {safe.one_line(told)}", columns, subsequent_indent="  "
            )
