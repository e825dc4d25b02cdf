"""`annotator highlight`."""

import sys
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import BinaryIO

import click

from annotator.cli import detecting, options, output, shapes, streams
from annotator.errors import InputError, UsageError
from annotator.files import unreadable
from annotator.formats import strict
from annotator.formats.strict import Fields
from annotator.highlighting import Highlighter
from annotator.model import Suggestion
from annotator.text.canonical import decode


@click.command("highlight")
@click.argument("file", type=options.Given(path_type=Path, allow_dash=True), default="-")
@click.option("--jsonl", is_flag=True, help='Lines of {"id", "text"} in, lines of spans out.')
@detecting.highlighter
@options.as_json
def command(file: Path, jsonl: bool, highlighter: Highlighter, as_json: bool) -> int:
    """Run the detectors alone on a text.

    Prints a line for each hit: where, what, and why. With --jsonl it streams: for each line
    {"id", "text"} of the input one line {"id", "spans": [[start, end, label, strength], ...]}.
    A line that cannot be read is named on stderr and the rest goes on; the exit code is then 3.
    """
    name = "standard input" if str(file) == "-" else str(file)
    refused = 0
    if jsonl and as_json:
        raise UsageError("--json and --jsonl do not go together", "--jsonl is for many texts.")
    with _opened(file) as stream:
        if jsonl:
            for number, line in enumerate(stream, 1):
                refused += not _answered(highlighter, line, f"{name}:{number}")
        else:
            hits = highlighter.find(decode(stream.read(), name).text, page=True)
            if as_json:
                output.data([shapes.suggestion(found, None) for found in hits])
            else:
                output.table(_HEAD, [_row(found) for found in hits], 60)
    detecting.tell_skipped(highlighter)
    return InputError.exit_code if refused else 0


def _answered(highlighter: Highlighter, line: bytes, where: str) -> bool:
    """Print the answer to one line of input; False when it cannot be read."""
    if not line.strip():
        return True
    try:
        fields = Fields(strict.loads(decode(line, where).text, where), where)
        text = fields.text("text")
        if not fields.has("id"):
            fields.fail("id", "missing")
    except InputError as error:
        output.fail(error.message, 'Each line is UTF-8 and holds one object with "id" and "text".')
        return False
    spans = [[s.start, s.end, s.label, s.strength] for s in highlighter.find(text)]
    output.line({"id": fields.data["id"], "spans": spans})
    return True


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


def _opened(file: Path) -> AbstractContextManager[BinaryIO]:
    if str(file) == "-":
        streams.invite("a text")
        return nullcontext(sys.stdin.buffer)
    try:
        return file.open("rb")
    except OSError as error:
        raise unreadable(file, error) from None
