"""`annotator export`."""

import shutil
import sys
import tempfile
from pathlib import Path
from typing import get_args

import click

from annotator import project
from annotator.cli import options, output
from annotator.errors import UsageError
from annotator.exchange import Selection
from annotator.formats import publish
from annotator.formats import registry as formats
from annotator.formats.record import Options, Report, TextChoice
from annotator.model import Layer
from annotator.text.plurals import counted

STDOUT = Path("-")
_OPENED = {
    "jsonl": "annotator import NEW.db {} --format jsonl restores it in a new corpus",
    "csv": 'pandas.read_csv("{}") reads it; for a spreadsheet: --format csv-safe',
    "tsv": 'pandas.read_csv("{}", sep="\\t") reads it; for a spreadsheet: --format csv-safe',
    "csv-safe": "open {} in a spreadsheet",
    "spacy": "cd {}; python -m spacy train config.cfg --output model",
    "huggingface": 'datasets.load_dataset("{}", "spans") reads its labels',
}
"""How to open what is not named after the tool that opens it."""


@click.command("export")
@options.corpus
@click.option("--format", "form", required=True, help="See: annotator list formats.")
@click.option("--out", type=options.PATH, default=None, help="File or folder; - is stdout.")
@click.option(
    "--layer", "layers", multiple=True, type=click.Choice([*map(str, Layer)]), help="Only this."
)
@click.option("--as", "names", multiple=True, metavar="NAME|all", help="Only these annotators.")
@click.option(
    "--text",
    type=click.Choice(get_args(TextChoice)),
    default="full",
    show_default=True,
    help="What goes out of the texts: all, short quotes, nothing.",
)
@click.option("--split", default=None, metavar="80/10/10", help="Mark splits, by story.")
@click.option("--seed", default=0, show_default=True, help="Of the splits.")
@click.option("--anonymise", is_flag=True, help="Drop names, notes and times.")
@click.option(
    "--run",
    default=80,
    show_default=True,
    type=click.IntRange(0),
    help="Without the texts: most characters in a row that may go out, and the longest quote.",
)
@click.option(
    "--share",
    default=20,
    show_default=True,
    type=click.IntRange(0, 100),
    help="Without the texts: most percent of an article that may go out.",
)
@click.option("--with-card", is_flag=True, help="Add a data statement and CITATION.cff.")
@click.option("--allow-loss", is_flag=True, help="Write what the format holds, list the rest.")
@options.as_json
def command(
    corpus: Path,
    form: str,
    out: Path | None,
    layers: tuple[str, ...],
    names: tuple[str, ...],
    text: TextChoice,
    split: str | None,
    seed: int,
    anonymise: bool,
    run: int,
    share: int,
    with_card: bool,
    allow_loss: bool,
    as_json: bool,
) -> None:
    """Write a labelled corpus. The same corpus gives the same bytes.

    Without --out it goes to the folder exports/, named after the corpus. A folder as --out gets a
    file of that name. What stands there is replaced only when an export wrote it.
    """
    with project.open_project(corpus, write=False) as opened:
        chosen = Options(
            text=text,
            layers=frozenset(Layer(layer) for layer in layers) or None,
            allow_loss=allow_loss,
            splits=opened.splits(split, seed) if split is not None else {},
            run=run,
            share=share / 100,
            card=with_card,
        )
        who = Selection(frozenset(name for name in names if name != "all"), anonymise)
        if out == STDOUT:
            _check_stdout(form, with_card or as_json)
            report = _to_stdout(opened, form, chosen, who)
        else:
            path = project.export_path(corpus, form, out)
            report = opened.export(form, path, chosen, who)
    if split is not None and (without := publish.unfilled(chosen.splits, split)):
        stories = counted(len(chosen.splits), "stories")
        output.say(f"no {' and no '.join(without)}: {stories} are too few for {split}")
    if as_json:
        files = [str(path) for path in report.files]
        output.data({"files": files, "written": dict(report.written), "lost": dict(report.lost)})
        return
    if out != STDOUT:
        for path in report.files:
            click.echo(str(path))
    _tell(report)
    if out != STDOUT:
        opened_by = _OPENED.get(form, "{}: how to open it, see docs/formats.md")
        output.say(f"Next: {opened_by.format(path)}")


def _tell(report: Report) -> None:
    """Say what was written and what was lost."""
    counts = ", ".join(f"{what} {count}" for what, count in report.written.items())
    output.say(f"written: {counts or 'nothing'}")
    if report.lost:
        output.say(f"lost: {', '.join(f'{what} {n}' for what, n in report.lost.items())}")


def _check_stdout(form: str, more: bool) -> None:
    if formats.load(form).target == "folder":
        raise UsageError(f"format {form} is a folder, not a file", "Name one with --out.")
    if more:
        raise UsageError("standard output has room for the data alone", "Name a file with --out.")


def _to_stdout(opened: project.Project, form: str, chosen: Options, who: Selection) -> Report:
    """Nothing comes out of an export that fails: all of it is written elsewhere first."""
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "export"
        report = opened.export(form, target, chosen, who)
        with target.open("rb") as stream:
            shutil.copyfileobj(stream, sys.stdout.buffer)
    return report
