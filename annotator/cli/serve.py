"""`annotator serve`."""

import contextlib
import sys
from pathlib import Path

import click

from annotator import project
from annotator.cli import options, output
from annotator.errors import MissingExtra, UsageError


@click.command("serve")
@options.corpus
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option(
    "--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="The port."
)
@click.option(
    "--as",
    "name",
    default=None,
    help="The annotator's name; if absent, whose copy it is, or your login.",
)
@click.option("--public", is_flag=True, help="Allow an address that other machines can reach.")
@click.option(
    "--token",
    envvar="ANNOTATOR_TOKEN",
    help="What a browser must show once, as ?token=...; also read from ANNOTATOR_TOKEN.",
)
def command(
    corpus: Path, host: str, port: int, name: str | None, public: bool, token: str | None
) -> None:
    """Serve the reader to a browser: every tab is a reader of its own on the corpus.

    Only this machine can reach it, unless --public is given and a token with it.
    """
    try:
        from annotator.cli import browser
    except ImportError as error:
        raise MissingExtra(
            f"serving needs the package {error.name}",
            "Install the extra: pip install 'framing-annotator[serve]'",
        ) from error
    if not browser.is_loopback(host):
        _check_public(host, public, token)
    with project.open_project(corpus, write=False) as opened:
        who = opened.reader(name)  # what is wrong with the file is said here, not in every tab
    words = [sys.executable, "-P", "-m", "annotator", "open", f"--as={who}", "--", str(corpus)]
    address = f"http://{f'[{host}]' if ':' in host else host}:{port}/"

    def started() -> None:
        output.say(f"{corpus.name} for {who} on {address}{'?token=...' if token else ''}")
        output.say("Ctrl+C ends it.")

    served = browser.Browser(words, corpus.name, host, port, token or None, started)
    try:
        with contextlib.redirect_stdout(sys.stderr):
            served.serve()
    except OSError as error:
        raise UsageError(
            f"cannot listen on {address}: {error.strerror or error}", "Choose another --port."
        ) from error


def _check_public(host: str, public: bool, token: str | None) -> None:
    if not public:
        raise UsageError(
            f"other machines can reach {host}, and whoever opens the page annotates as you",
            "Use 127.0.0.1 and an SSH tunnel, or give --public and --token.",
        )
    if not token:
        raise UsageError(
            f"serving on {host} needs a token", "Give one that nobody guesses with --token."
        )
