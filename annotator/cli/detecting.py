"""The options of the commands that run detectors on loose texts."""

import functools
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from annotator import lessons
from annotator.cli import options, output
from annotator.highlighting import Highlighter

Decorated = TypeVar("Decorated", bound=Callable[..., Any])


def highlighter(command: Decorated) -> Decorated:
    """The options that choose what highlights; the command gets it as `highlighter`."""

    @click.option("--detector", "detectors", multiple=True, metavar="NAME", help="Only this one.")
    @click.option("--model", default=None, help="A spaCy model: en_core_web_sm, or a folder.")
    @click.option(
        "--trained",
        type=options.PATH,
        default=None,
        help="A model file that `annotator train` wrote.",
    )
    @functools.wraps(command)
    def wrapped(
        detectors: tuple[str, ...], model: str | None, trained: Path | None, **others: Any
    ) -> Any:
        learned = lessons.read(trained) if trained else []
        return command(highlighter=Highlighter(detectors or None, model, learned), **others)

    return wrapped  # type: ignore[return-value]


def tell_skipped(highlighter: Highlighter) -> None:
    """Say which detectors did not run, and why."""
    for skipped in sorted(highlighter.skipped, key=lambda held: held.detector):
        output.say(f"{skipped.detector} skipped: {skipped.why}")
