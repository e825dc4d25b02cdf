"""A person's habits: theme and keys, from `config.toml` in her config folder.

theme = "paper"
advance = true

[keys]
accept = ["a", "y"]
"""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import platformdirs

from annotator.errors import UsageError
from annotator.keymap import ACTIONS, Action

OWN_THEMES = ("ink", "paper")
THEMES = (
    *OWN_THEMES,
    "ansi-dark",
    "ansi-light",
    "atom-one-dark",
    "atom-one-light",
    "catppuccin-frappe",
    "catppuccin-latte",
    "catppuccin-macchiato",
    "catppuccin-mocha",
    "dracula",
    "flexoki",
    "gruvbox",
    "monokai",
    "nord",
    "rose-pine",
    "rose-pine-dawn",
    "rose-pine-moon",
    "solarized-dark",
    "solarized-light",
    "textual-dark",
    "textual-light",
    "tokyo-night",
)


@dataclass(frozen=True, slots=True)
class Settings:
    """The theme's name, and keys by action id for the actions that have others than usual.

    `tour` is the file that says the first-run tour is over, None when it is. With `advance` the
    cursor goes on to the next suggestion when one is accepted or rejected.
    """

    theme: str = "ink"
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    tour: Path | None = None
    advance: bool = False


def config_path() -> Path:
    """Where the config file is looked for."""
    return platformdirs.user_config_path("annotator", appauthor=False) / "config.toml"


def tour_note() -> Path | None:
    """The file that the first-run tour leaves behind, or None when it is there."""
    note = platformdirs.user_state_path("annotator", appauthor=False) / "tour-is-over"
    return None if note.exists() else note


def read(path: Path | None = None) -> Settings:
    """The settings in the config file, or the usual ones without it.

    NO_COLOR asks for the terminal's own look, whatever the file says. Raises UsageError that names
    the file and the line.
    """
    path = path or config_path()
    try:
        text = path.read_text("utf-8")
    except (FileNotFoundError, NotADirectoryError):
        return Settings(theme=_theme(None))
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(
            f"{path}: cannot be read: {error}", "Make the file readable, and save it as UTF-8."
        ) from None
    import tomllib  # most people have no such file

    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"{path}: {error}", "The file must be valid TOML.") from None
    return _Checker(path, text).settings(data)


def _theme(chosen: str | None) -> str:
    if os.environ.get("NO_COLOR"):
        return "ansi-dark"
    if chosen is not None:
        return chosen
    if _has_few_colours():
        return "ansi-dark"
    return "paper" if _is_light(os.environ.get("COLORFGBG", "")) else "ink"


def _has_few_colours() -> bool:
    """Whether the terminal claims 16 colours at most: its own look then beats near misses."""
    many = os.environ.get("COLORTERM", "").lower() in ("truecolor", "24bit")
    kind = os.environ.get("TERM", "").rpartition("-")[2]
    return not many and kind not in ("256color", "direct", "kitty", "ghostty")


def _is_light(colours: str) -> bool:
    """Whether COLORFGBG, which some terminals set to "text;ground", says a light ground."""
    return colours.rpartition(";")[2] in ("7", "15")


def _meets(action: Action, where: str) -> bool:
    return where in action.where or "app" in action.where


class _Checker:
    def __init__(self, path: Path, text: str) -> None:
        self._path, self._lines = path, text.splitlines()

    def settings(self, data: Mapping[str, object]) -> Settings:
        for name in data:
            self._known("setting", name, ("theme", "advance", "keys"))
        theme = data.get("theme")
        if theme is not None:
            self._known("theme", str(theme), THEMES)
        advance = data.get("advance", False)
        if not isinstance(advance, bool):
            raise self._error("advance", "advance is true or false")
        keys = data.get("keys", {})
        if not isinstance(keys, Mapping):
            raise self._error("keys", "[keys] must be a table of action = [keys]")
        name = _theme(None if theme is None else str(theme))
        return Settings(name, self._keys(keys), advance=advance)

    def _keys(self, table: Mapping[str, object]) -> dict[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = {}
        for action, keys in table.items():
            self._known("action", action, [a.id for a in ACTIONS])
            listed = [keys] if isinstance(keys, str) else keys
            if not isinstance(listed, list) or not all(isinstance(k, str) and k for k in listed):
                raise self._error(action, f"{action} needs a key or a list of keys")
            found[action] = tuple(str(key) for key in listed)
        self._no_clashes(found)
        return found

    def _no_clashes(self, chosen: Mapping[str, tuple[str, ...]]) -> None:
        for where in sorted({where for action in ACTIONS for where in action.where} - {"app"}):
            taken: dict[str, str] = {}
            for action in ACTIONS:
                for key in chosen.get(action.id, action.keys) if _meets(action, where) else ():
                    if key in taken:
                        culprit = action.id if action.id in chosen else taken[key]
                        raise self._error(
                            culprit, f"key {key!r} means both {taken[key]} and {action.id}"
                        )
                    taken[key] = action.id

    def _known(self, what: str, name: str, known: "tuple[str, ...] | list[str]") -> None:
        if name not in known:
            from difflib import get_close_matches  # a right file does not pay for it

            close = get_close_matches(name, known, n=1)
            meant = f"; did you mean {close[0]!r}?" if close else ""
            raise self._error(name, f"unknown {what} {name!r}{meant}")

    def _error(self, word: str, problem: str) -> UsageError:
        pattern = re.compile(rf"(?<![\w-]){re.escape(word)}(?![\w-])")
        line = next((n for n, text in enumerate(self._lines, 1) if pattern.search(text)), 1)
        return UsageError(
            f"{self._path}:{line}: {problem}",
            "The settings, their values and all actions: docs/reader.md",
        )
