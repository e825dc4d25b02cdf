"""Arguments and options that several commands share."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from annotator.text.canonical import canonicalise

Decorated = TypeVar("Decorated", bound=Callable[..., Any])


def text(value: str) -> str:
    """A type of option: bytes of the command line that are no text become U+FFFD."""
    return canonicalise(value).text


class Given(click.Path):
    """A path; an empty one, as an unset shell variable gives, is refused and not the folder."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if value == "":
            self.fail("an empty path", param, ctx)
        return super().convert(value, param, ctx)


def corpus(command: Decorated) -> Decorated:
    """The CORPUS argument, as a path that the store checks."""
    return click.argument("corpus", type=click.Path(path_type=Path))(command)


def as_json(command: Decorated) -> Decorated:
    """The --json flag."""
    return click.option("--json", "as_json", is_flag=True, help="Print JSON.")(command)
