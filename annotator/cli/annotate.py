"""`annotator annotate`."""

import json
import sys
from pathlib import Path

import click

from annotator import actions, project
from annotator.cli import options, output
from annotator.desk import Desk
from annotator.errors import StoreError, UsageError
from annotator.model import Json


@click.command("annotate")
@options.corpus
@click.option("--as", "name", required=True, help="The annotator's name.")
def command(corpus: Path, name: str) -> int:
    """Do the reader's verbs without a screen: JSON actions on stdin, one answer a line.

    Each action is committed before its answer is printed. An action that makes no sense is answered
    with "ok": false and the rest goes on; when something was refused the exit code is 2.
    """
    refused = 0
    with project.open_project(corpus) as opened:
        desk = opened.desk(name)
        for line in sys.stdin:
            if line.strip():
                answer = _answer(desk, line)
                refused += not answer["ok"]
                output.line(answer)
    if refused:
        output.say(f"annotator: {refused} action{'s' if refused > 1 else ''} refused")
    return UsageError.exit_code if refused else 0


def _answer(desk: Desk, line: str) -> Json:
    try:
        return actions.perform(desk, json.loads(line))
    except (UsageError, StoreError) as error:
        return {"ok": False, "error": error.message, "hint": error.hint}
    except (ValueError, RecursionError) as error:
        return {"ok": False, "error": f"not JSON: {error}", "hint": "One JSON object a line."}
