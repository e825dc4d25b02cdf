"""`annotator add`."""

import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import click

from annotator import describing, project
from annotator.cli import options, output, shapes
from annotator.errors import InputError, UsageError
from annotator.model import Block
from annotator.project import Added, Sources
from annotator.text.plurals import counted


@click.command("add")
@options.corpus
@click.argument(
    "paths", nargs=-1, required=True, type=options.Given(path_type=Path, allow_dash=True)
)
@click.option("--outlet", default=None, help="The outlet of all these articles.")
@click.option("--story", default=None, help="Put all these articles into one story.")
@click.option("--encoding", default=None, help="Of texts that are not UTF-8.")
@click.option("--fix-mojibake", is_flag=True, help="Undo an earlier wrong decoding (needs ftfy).")
@click.option(
    "--column",
    "columns",
    multiple=True,
    metavar="FIELD=NAME",
    help="In tables and JSON the name of the field: text, title, outlet, date, url or byline.",
)
@click.option(
    "--headlines",
    is_flag=True,
    help="In tables and JSON put the title above the text, where it can be labelled.",
)
@click.option("--aligner", default=None, help="Finds counterparts, from now on in this corpus.")
@click.option("--detector", "detectors", multiple=True, metavar="NAME", help="Only this detector.")
@click.option("--model", default=None, help="A spaCy model: en_core_web_sm, or a folder.")
@options.as_json
def command(
    corpus: Path,
    paths: Sequence[Path],
    outlet: str | None,
    story: str | None,
    encoding: str | None,
    fix_mojibake: bool,
    columns: tuple[str, ...],
    headlines: bool,
    aligner: str | None,
    detectors: tuple[str, ...],
    model: str | None,
    as_json: bool,
) -> int:
    """Read articles from files, folders or '-' (standard input) into a corpus.

    Finds title, outlet, byline, date and the text itself, hides the clutter around it, suggests
    loaded language (in quotations only the strongest words), hedges and attributions, and puts
    articles on the same event into one story.
    """
    sources = Sources(
        paths=paths,
        stdin=sys.stdin.buffer,
        outlet=describing.fact("outlet", outlet),
        story=None if story is None else describing.title(story, "a story"),
        encoding=encoding,
        fix_mojibake=fix_mojibake,
        columns=dict(_column(said) for said in columns),
        headlines=headlines,
        aligner=aligner,
        detectors=detectors or None,
        model=model,
    )
    with project.open_project(corpus) as opened, output.counter("reading articles") as tick:
        added = opened.add(sources, lambda item: tick())
        unseen = opened.unassigned().intersection(
            item.story for item in added if item.status == "added" and item.story
        )
    if as_json:
        output.data({"articles": [shapes.added(item) for item in added]})
    else:
        report(added)
    if unseen:
        are = "is" if len(unseen) == 1 else "are"
        output.say(
            f"{counted(len(unseen), 'new stories')} {are} assigned to nobody, and annotators with "
            f"stories of their own do not see them: annotator assign {corpus} --annotators A,B,C"
        )
    return InputError.exit_code if any(item.status == "refused" for item in added) else 0


def _column(said: str) -> tuple[str, str]:
    field, sign, name = said.partition("=")
    if not sign or not name.strip():
        raise UsageError(f"--column {said}: no name of a field", "Give --column text=NAME.")
    return field.strip().casefold(), name.strip()


def report(added: Sequence[Added]) -> None:
    """A table of what was read, then what needs a look."""
    read = [item for item in added if item.article]
    if read:
        output.table(_HEAD, [_row(item) for item in read], widest=44)
    common = Counter(note for item in added for note in _notes(item))
    for item in added:
        if item.error:
            output.fail(f"refused: {item.error.message}", item.error.hint)
        for note in _notes(item):
            if common[note] <= _ALIKE:
                output.say(f"{item.path}: {note}")
    for note, count in common.items():
        if count > _ALIKE:
            output.say(f"{counted(count, 'articles')}: {note}")
    doubted = {item.story: item for item in added if item.confidence < _SURE}
    for story, item in doubted.items():
        why = f": {'; '.join(item.reasons)}" if item.reasons else ""
        output.say(f"story {(story or '')[:8]} may hold two events ({item.confidence:.2f}){why}")
    if doubted:
        output.say("Look with: annotator show CORPUS STORY; correct with: annotator story --help")
    counts = Counter(item.status for item in added)
    stories = len({item.story for item in added if item.story})
    hidden = Counter(b.reason for item in read for b in _blocks(item) if not b.shown)
    if hidden:
        whys = ", ".join(f"{reason} ({count})" for reason, count in hidden.most_common(_WHYS))
        others = len(hidden) - _WHYS
        more = f" and {counted(others, 'other reasons')}" if others > 0 else ""
        output.say(
            f"hidden, not deleted: {whys}{more}; --json lists each, Z shows them in the reader"
        )
    parts = [f"{count} {status}" for status, count in counts.items()]
    output.say(f"{', '.join(parts)}; {counted(stories, 'stories')}")


_WHYS = 4  # reasons that are named
_ALIKE = 3  # articles with one note; of more it is told how many they are
_SURE = 0.7  # confidence of a story below which a person should look
_HEAD = ("status", "outlet", "date", "title", "words", "shown", "hidden", "story")


def _notes(item: Added) -> tuple[str, ...]:
    return (*item.notes, *(f"{s.detector} skipped: {s.why}" for s in item.skipped))


def _blocks(item: Added) -> tuple[Block, ...]:
    return item.article.blocks if item.article else ()


def _row(item: Added) -> tuple[object, ...]:
    article = item.article
    assert article is not None
    shown = sum(block.shown for block in article.blocks)
    return (
        item.status,
        article.outlet or "?",
        article.date or "?",
        article.title,
        article.words,
        counted(shown, "blocks"),
        counted(len(article.blocks) - shown, "blocks"),
        (item.story or "")[:8],
    )
