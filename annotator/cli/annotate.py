"""`annotator annotate`."""

import sys
from pathlib import Path

import click

from annotator import actions, project
from annotator.cli import options, output, streams
from annotator.desk import Desk
from annotator.errors import AnnotatorError, InputError, StoreError
from annotator.formats import strict
from annotator.model import Json
from annotator.project import Project
from annotator.text.canonical import decode
from annotator.text.plurals import counted

_ACTIONS = "\n".join(
    [
        "\b",
        'Actions, as {"do": ACTION, ...}, with their fields (in brackets: may be left out):',
        *(f"{verb:12}{fields}".rstrip() for verb, fields in actions.FIELDS.items()),
    ]
)


@click.command("annotate", epilog=_ACTIONS)
@options.corpus
@click.option("--as", "name", required=True, help="The annotator's name.")
def command(corpus: Path, name: str) -> int:
    """Do the reader's verbs without a screen: JSON actions on stdin, one answer a line.

    Each action is committed before its answer is printed. An action that makes no sense is answered
    with "ok": false and the rest goes on; the exit code is then that of the first refusal. Ids are
    listed by show --json and stories --json.
    """
    refused: list[AnnotatorError] = []
    with project.open_project(corpus) as opened:
        desk = opened.desk(name)
        _back_up(opened)
        streams.invite("actions")
        for number, line in enumerate(sys.stdin.buffer, 1):
            if line.strip():
                output.line(_answer(desk, line, f"standard input:{number}", refused))
    if not refused:
        return 0
    output.say(f"annotator: {counted(len(refused), 'actions')} refused")
    return refused[0].exit_code


def _back_up(opened: Project) -> None:
    """The daily backup; work goes on without it, but not in silence."""
    try:
        opened.back_up_daily()
    except StoreError as error:
        output.say(f"annotator: no daily backup: {error.message}")


def _answer(desk: Desk, line: bytes, where: str, refused: list[AnnotatorError]) -> Json:
    try:
        return actions.perform(desk, _read(line, where))
    except AnnotatorError as error:
        refused.append(error)
        return {"ok": False, "error": error.message, "hint": error.hint}


def _read(line: bytes, where: str) -> object:
    try:
        return strict.loads(decode(line, where).text, where)
    except InputError as error:
        raise InputError(
            error.message, "Each line is UTF-8 and holds one action as JSON."
        ) from None
