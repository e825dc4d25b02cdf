"""The door to the reader: checks the terminal, then loads Textual and the app in `shell`."""

import gc
import os
import sys
from dataclasses import replace
from pathlib import Path

from annotator.errors import UsageError


def run(path: Path | None, name: str | None = None, story: str | None = None) -> None:
    """Open the corpus at `path` in the reader as annotator `name`; without a path, a welcome.

    Without a name she is whose copy it is, else works under that of her login. `story` is the id
    of the story to open, or its beginning. Raises UsageError where there is no terminal, or one
    that cannot move its cursor, and for a wrong config file.
    """
    if "TEXTUAL_DRIVER" not in os.environ:  # under `annotator serve` a browser draws
        _refuse_poor_terminals()
    gc.disable()
    os.environ.setdefault("TEXTUAL_FPS", "120")
    from annotator.tui import settings

    chosen = replace(settings.read(), tour=settings.tour_note())
    if chosen.theme not in settings.OWN_THEMES:
        os.environ["TEXTUAL_THEME"] = chosen.theme
    from annotator.tui import shell

    shell.main(path, name, story, chosen)


def _refuse_poor_terminals() -> None:
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageError(
            "the reader needs a terminal",
            "Without one: annotator CORPUS --plain, or annotator show, annotate, export.",
        )
    if os.environ.get("TERM", "dumb") in ("dumb", "", "unknown"):
        raise UsageError(
            "this terminal (TERM=dumb) cannot show the reader",
            "Set TERM to what the terminal is, for example xterm-256color, or use --plain.",
        )
