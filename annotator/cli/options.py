"""Arguments and options that several commands share."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from annotator.errors import UsageError

Decorated = TypeVar("Decorated", bound=Callable[..., Any])


class Text(click.types.StringParamType):
    """A word that is text, and so UTF-8, as what is read from files; all that is no path is one.

    A path may be any bytes, for so may the names of files.
    """

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        try:
            str(value).encode("utf-8")
        except UnicodeEncodeError as error:
            ahead, bad = (len(os.fsencode(value[: error.start])), os.fsencode(value[error.start]))
            raise UsageError(
                f"{param.get_error_hint(ctx) if param and ctx else 'a word'}: "
                f"not valid utf-8: byte 0x{bad.hex()} at position {ahead}",
                "Give it as UTF-8: is the terminal set to another encoding?",
            ) from None
        return str(value)


def texts(command: click.Command) -> click.Command:
    """The command, with all its words that are no paths, numbers or choices read as `Text`."""
    for param in command.params:
        if param.type is click.STRING:
            param.type = Text()
    return command


class Given(click.Path):
    """A path; an empty one, as an unset shell variable gives, is refused and not the folder."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if value == "":
            self.fail("an empty path", param, ctx)
        return super().convert(value, param, ctx)


PATH = Given(path_type=Path)


def corpus(command: Decorated) -> Decorated:
    """The CORPUS argument, as a path that the store checks."""
    return click.argument("corpus", type=PATH)(command)


def as_json(command: Decorated) -> Decorated:
    """The --json flag."""
    return click.option("--json", "as_json", is_flag=True, help="Print JSON.")(command)
