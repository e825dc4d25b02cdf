"""The command line: parse, call the bench, print. stdout is data, stderr is talk."""

import contextlib
import difflib
import importlib
import os
import sys
from collections.abc import Iterator, Sequence
from typing import NoReturn

import click
from click.shell_completion import CompletionItem, shell_complete

from annotator import __version__
from annotator.cli import options, output, streams
from annotator.errors import AnnotatorError, DamagedCorpus, UsageError

COMMANDS: dict[str, str] = {
    "open": "open",
    "demo": "demo",
    "new": "new",
    "add": "add",
    "stories": "stories",
    "story": "story",
    "describe": "describe",
    "show": "show",
    "highlight": "highlight",
    "explain": "explain",
    "evaluate": "evaluate",
    "train": "train",
    "annotate": "annotate",
    "serve": "serve",
    "import": "import_",
    "export": "export",
    "rehydrate": "rehydrate",
    "stats": "stats",
    "agreement": "agreement",
    "contrast": "contrast",
    "doctor": "doctor",
    "scheme": "scheme",
    "carry": "carry",
    "assign": "assign",
    "split": "split",
    "merge": "merge",
    "backup": "backup",
    "restore": "restore",
    "list": "list_",
}
"""Command name to module of this package, in the order of the help page."""


class LazyGroup(click.Group):
    """A group whose commands are imported when named; a first word that is none opens a corpus."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"annotator.cli.{COMMANDS[cmd_name]}")
        return options.texts(module.command)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        opening = not args or (args[0] not in COMMANDS and args[0] not in _OWN_OPTIONS)
        if opening and not ctx.resilient_parsing:
            word = args[0] if args and not args[0].startswith("-") else ""
            if word and not os.path.lexists(word) and (meant := nearest_command(word)):
                raise UsageError(
                    f"{word!r} is neither a command nor a corpus",
                    f"Did you mean the command {meant!r}? "
                    f"A corpus is made by: annotator new {word}",
                )
            args = ["open", *args]
        return super().parse_args(ctx, args)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Commands and options that begin so, or else the files: a corpus may be the first word."""
        found = super().shell_complete(ctx, incomplete)
        return found or [CompletionItem(incomplete, type="file")]


_OWN_OPTIONS = ("--help", "--version")
_COMPLETE = "_ANNOTATOR_COMPLETE"  # set by the shell whose completion asks (docs/commands.md)


@click.group(
    cls=LazyGroup,
    invoke_without_command=True,
    context_settings={"help_option_names": ["--help"], "max_content_width": 100},
    epilog="With a corpus in place of a command, annotator opens it in the terminal reader.",
)
@click.version_option(__version__, prog_name="annotator")
def cli() -> None:
    """Annotate media bias and framing: the articles of one event side by side, in the terminal."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and leave with the exit code of the table in `errors.py`."""
    if asked := os.environ.get(_COMPLETE):
        sys.exit(shell_complete(cli, {}, "annotator", _COMPLETE, asked))
    with explained():
        streams.settle()
        sys.exit(_run(sys.argv[1:] if arguments is None else arguments))


@contextlib.contextmanager
def explained() -> Iterator[None]:
    """Whatever ends the program inside is said on stderr, and has its exit code."""
    try:
        yield
    except click.exceptions.Exit as end:
        sys.exit(end.exit_code)
    except (click.exceptions.Abort, EOFError, KeyboardInterrupt):
        output.fail("stopped")
        sys.exit(130)
    except click.ClickException as error:
        path = error.ctx.command_path if isinstance(error, click.UsageError) and error.ctx else ""
        output.fail(error.format_message(), f"See: {path or 'annotator'} --help")
        sys.exit(error.exit_code)
    except BrokenPipeError:
        sys.exit(streams.abandon())
    except OSError as error:
        _leave(streams.fault(error))
    except RecursionError:
        _leave(DamagedCorpus("the input is nested too deeply", "Check it: annotator doctor CORPUS"))
    except AnnotatorError as error:
        _leave(error)


def _run(arguments: Sequence[str]) -> int:
    """The exit code of one command. Not by `cli.main`, which has its own mind on broken pipes."""
    with cli.make_context("annotator", list(arguments)) as context:
        code = cli.invoke(context)
    sys.stdout.flush()
    return code if isinstance(code, int) else 0


def _leave(error: AnnotatorError) -> NoReturn:
    output.fail(error.message, error.hint)
    sys.exit(error.exit_code)


def nearest_command(word: str) -> str | None:
    """The command that `word` was perhaps meant to be."""
    close = difflib.get_close_matches(word, COMMANDS, n=1, cutoff=0.7)
    return close[0] if close else None
