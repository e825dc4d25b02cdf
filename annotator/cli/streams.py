"""The standard streams: what they are set to, and what it means when they fail.

What goes to stderr is talk, and its failing changes nothing. A reader of stdout that has had enough
ends the program without a word, with the exit code of a program that SIGPIPE ended.
"""

import contextlib
import io
import os
import sys
from typing import TextIO

import click

from annotator.errors import AnnotatorError, DiskFull, InputError

PIPE_CLOSED = 141


def settle() -> None:
    """Data is UTF-8 whatever the locale says; what an old terminal cannot show is escaped.

    A closed standard input is an empty one. AnnotatorError without a standard output.
    """
    if sys.stdin is None:
        sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: SIM115  (open until the end)
    if sys.stdout is None:
        raise AnnotatorError("standard output is closed", "Leave it open, or send it to a file.")
    if isinstance(sys.stdout, io.TextIOWrapper):
        encoding = sys.stdout.encoding if sys.stdout.isatty() else "utf-8"
        sys.stdout.reconfigure(encoding=encoding, errors="backslashreplace")


def talk(text: str) -> None:
    """A line on stderr, if it can be had."""
    try:
        click.echo(text, err=True)
    except (OSError, ValueError):
        _silence(sys.stderr)


def invite(what: str) -> None:
    """Say that the keyboard is read, where it is: else the program seems to hang."""
    if sys.stdin.isatty():
        talk(f"reading {what} from the keyboard; Ctrl+D at the beginning of a line ends it")


def need(what: str) -> None:
    """InputError where standard input was closed: an empty one would be taken for `what`."""
    if getattr(sys.stdin, "name", None) == os.devnull:  # as `settle` opened it
        raise InputError(
            f"standard input is closed, where {what} should come from",
            "Name a file, or pipe it in.",
        )


def fault(error: OSError) -> AnnotatorError:
    """The error to show for one of the system that nobody expected."""
    _silence(sys.stdout)
    if error.filename:
        return InputError(
            f"{os.fsdecode(error.filename)}: {error.strerror}", "Check the path, or name another."
        )
    if error.errno in DiskFull.codes:
        return DiskFull(f"standard output: {error.strerror}", "What was written is not all.")
    return AnnotatorError(
        f"the system says: {error}", "Nothing that was shown as saved is lost; try again."
    )


def abandon() -> int:
    """The exit code when nobody reads stdout any more."""
    _silence(sys.stdout)
    return PIPE_CLOSED


def _silence(stream: TextIO) -> None:
    """Point a stream that failed at nowhere, so that what it still holds fails no more at exit."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
