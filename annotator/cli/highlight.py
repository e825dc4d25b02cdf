"""`annotator highlight`."""

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TextIO

import click

from annotator import project
from annotator.cli import output
from annotator.errors import InputError
from annotator.model import Suggestion


@click.command("highlight")
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True), default="-")
@click.option("--jsonl", is_flag=True, help='Lines of {"id", "text"} in, lines of spans out.')
@click.option("--detector", "detectors", multiple=True, metavar="NAME", help="Only this detector.")
@click.option("--model", default=None, help="A spaCy model: en_core_web_sm, or a folder.")
def command(file: Path, jsonl: bool, detectors: Sequence[str], model: str | None) -> None:
    """Run the detectors alone on a text.

    Prints a line for each hit: where, what, and why. With --jsonl it streams: for each line
    {"id", "text"} of the input one line {"id", "spans": [[start, end, label, strength], ...]}.
    """
    highlighter = project.Highlighter(detectors or None, model)
    with _opened(file) as stream:
        if jsonl:
            for key, text in _items(stream, str(file)):
                spans = [[s.start, s.end, s.label, s.strength] for s in highlighter.find(text)]
                output.line({"id": key, "spans": spans})
        else:
            output.table(_HEAD, [_row(found) for found in highlighter.find(stream.read())], 60)
    for skipped in highlighter.skipped:
        output.say(f"{skipped.detector} skipped: {skipped.why}")


_HEAD = ("start", "end", "quote", "label", "kind", "strength", "voice", "why")


def _row(found: Suggestion) -> tuple[object, ...]:
    voice = found.voice.source or "a source" if found.voice.who == "quoted" else "outlet"
    return (
        found.start,
        found.end,
        found.quote,
        found.label,
        found.kind,
        f"{found.strength:.2f}",
        voice,
        found.reason,
    )


def _opened(file: Path) -> TextIO:
    if str(file) == "-":
        return sys.stdin
    try:
        return file.open(encoding="utf-8", newline="\n")
    except OSError as error:
        raise InputError(f"{file}: {error.strerror}") from None


def _items(stream: TextIO, name: str) -> Iterator[tuple[object, str]]:
    for number, line in enumerate(stream, 1):
        if not line.strip():
            continue
        try:
            item = json.loads(line)
            yield item["id"], _text(item["text"])
        except (ValueError, KeyError, TypeError, RecursionError):
            raise InputError(
                f'{name}, line {number}: not an object with "id" and "text"',
                "One JSON object a line.",
            ) from None


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value
