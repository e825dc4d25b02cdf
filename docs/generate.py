"""Fill the generated parts of README.md and docs/*.md; with --check, only say what is stale.

Three kinds of parts, each between two HTML comments:

    <!-- run -->       a console block: its `$ ` lines are run in a scratch folder that holds a copy
                       of `seeds/`, and everything they print is put below them
    <!-- keys -->      the key table, from `annotator/keymap.py`
    <!-- commands -->  the help text of every command
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from click.testing import CliRunner

from annotator import keymap
from annotator.cli import COMMANDS, cli

ROOT = Path(__file__).resolve().parent.parent
PART = re.compile(r"(<!-- (run|keys|commands) -->\n)(.*?)(<!-- /\2 -->)", re.DOTALL)


def main() -> int:
    stale = []
    for page in [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]:
        text = page.read_text(encoding="utf-8")
        with tempfile.TemporaryDirectory() as folder:
            shutil.copytree(ROOT / "seeds", Path(folder) / "seeds")
            fresh = PART.sub(lambda match: _filled(match, Path(folder)), text)
        if fresh != text:
            stale.append(str(page.relative_to(ROOT)))
            if "--check" not in sys.argv:
                page.write_text(fresh, encoding="utf-8")
    for name in stale:
        print(f"{name}: {'stale; run make docs' if '--check' in sys.argv else 'written'}")
    return 1 if stale and "--check" in sys.argv else 0


def _filled(match: re.Match[str], folder: Path) -> str:
    makers: dict[str, Callable[[str, Path], str]] = {
        "run": _run,
        "keys": lambda body, folder: _keys(),
        "commands": lambda body, folder: _commands(),
    }
    return match[1] + makers[match[2]](match[3], folder) + match[4]


def _run(body: str, folder: Path) -> str:
    """The block anew: each command as the page gives it, and what it prints now."""
    lines = ["```console"]
    for line in body.splitlines():
        if line.startswith("$ "):
            lines += [line, *_printed(line[2:], folder)]
    return "\n".join([*lines, "```"]) + "\n"


def _printed(command: str, folder: Path) -> list[str]:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": path, "COLUMNS": "100", "USER": "ada", "LOGNAME": "ada"}
    done = subprocess.run(
        command,
        shell=True,
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    return [line.rstrip() for line in done.stdout.splitlines()]


SCREENS = {
    "reader": "In the reader",
    "list": "In the story list",
    "facts": "In the fact table",
    "arrange": "On the screen that puts stories right",
    "app": "Everywhere",
}


def _keys() -> str:
    """A table a screen: the keys of its actions; what the reader knows too is not told again."""
    parts = []
    for screen, title in SCREENS.items():
        rows = [title + ":", "", "| keys | do |", "|---|---|"]
        for action in keymap.ACTIONS:
            if screen in action.where and (screen == "reader" or "reader" not in action.where):
                keys = " ".join(f"`{keymap.shown(key)}`" for key in action.keys)
                rows.append(f"| {keys} | {action.text} |")
        if screen == "reader":
            chosen = "label the selection, the suggestion or the word"
            rows.append(f"| `1`-`9`, a letter of the scheme | {chosen} |")
        parts.append("\n".join(rows) + "\n")
    return "\n" + "\n".join(parts) + "\n"


def _commands() -> str:
    parts = []
    for name in COMMANDS:
        title = "annotator [CORPUS]" if name == "open" else f"annotator {name}"
        page = _help(name)
        parts.append("\n".join([f"## {title}", "", "```text", *page, "```", ""]))
    return "\n" + "\n".join(parts) + "\n"


def _help(name: str) -> list[str]:
    """What `annotator NAME --help` prints, without a process for each."""
    done = CliRunner().invoke(cli, [name, "--help"], prog_name="annotator", terminal_width=98)
    return [line.rstrip() for line in done.output.splitlines()]


if __name__ == "__main__":
    sys.exit(main())
