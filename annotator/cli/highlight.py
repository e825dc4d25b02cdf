"""`annotator highlight`."""

import itertools
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from io import BufferedReader, BytesIO
from pathlib import Path
from typing import cast

import click

from annotator.cli import detecting, options, output, shapes, streams
from annotator.errors import InputError, UsageError
from annotator.files import unreadable
from annotator.formats import strict
from annotator.formats.strict import Fields
from annotator.highlighting import Highlighter
from annotator.model import Suggestion
from annotator.text.canonical import decode

_TOGETHER = 65_536  # bytes read in one go, some ten articles
_HINT = 'Each line is UTF-8 and holds one object with "id" and "text".'
_HEAD = ("start", "end", "quote", "label", "kind", "strength", "voice", "why")


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
    refused = False
    if jsonl and as_json:
        raise UsageError("--json and --jsonl do not go together", "--jsonl is for many texts.")
    with _opened(file) as stream:
        if jsonl:
            refused = _answer_all(highlighter, stream, name)
        else:
            hits = highlighter.find(decode(stream.read(), name).text, page=True)
            if as_json:
                output.data([shapes.suggestion(found, None) for found in hits])
            else:
                output.table(_HEAD, [_row(found) for found in hits], 60)
    detecting.tell_skipped(highlighter)
    return InputError.exit_code if refused else 0


def _answer_all(highlighter: Highlighter, stream: BufferedReader, name: str) -> bool:
    """Print the answers to the lines of `stream`; whether some line could not be read."""
    numbers, refused = itertools.count(1), False
    for lines in _arrivals(stream):
        asked: list[Fields] = []
        for line, number in zip(lines, numbers, strict=False):
            try:
                asked += _question(line, f"{name}:{number}")
            except InputError as error:
                output.fail(error.message, _HINT)
                refused = True
        found = highlighter.find_all(fields.text("text") for fields in asked)
        for fields, hits in zip(asked, found, strict=True):
            spans = [[s.start, s.end, s.label, s.strength] for s in hits]
            output.line({"id": fields.data["id"], "spans": spans})
    return refused


def _arrivals(stream: BufferedReader) -> Iterator[list[bytes]]:
    """The lines that came together: who asks on only when answered is not kept waiting."""
    while some := stream.read1(_TOGETHER):
        if not some.endswith(b"\n"):
            some += stream.readline()
        yield BytesIO(some).readlines()


def _question(line: bytes, where: str) -> list[Fields]:
    """What a line asks, if it is not blank; InputError when it cannot be read."""
    if not line.strip():
        return []
    fields = Fields(strict.loads(decode(line, where).text, where), where)
    fields.text("text")
    if not fields.has("id"):
        fields.fail("id", "missing")
    return [fields]


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


def _opened(file: Path) -> AbstractContextManager[BufferedReader]:
    if str(file) == "-":
        streams.need("a text")
        streams.invite("a text")
        return nullcontext(cast(BufferedReader, sys.stdin.buffer))
    try:
        return file.open("rb")
    except OSError as error:
        if " " in str(file) and not file.exists():
            raise InputError(
                f"{file}: no such file", f'Of a text: annotator explain "{file}"'
            ) from None
        raise unreadable(file, error) from None
