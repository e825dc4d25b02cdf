"""The keys of a screen, made from the keymap."""

from collections.abc import Mapping
from itertools import groupby

from textual.app import ComposeResult
from textual.screen import Screen

from annotator.keymap import Action, shown
from annotator.text.cells import fit
from annotator.tui.keys import actions
from annotator.tui.reason import Row, Said
from annotator.tui.widgets.listing import Listing
from annotator.tui.widgets.rows import Rows

COLUMN = 58
"""Cells of a column of keys."""
KEYS = 16


class HelpScreen(Screen[None], inherit_bindings=False):
    """All keys of a screen, in as many columns as fit."""

    BINDINGS = [
        ("up,k", "move(-1)", "up"),
        ("down,j", "move(1)", "down"),
        ("pageup,ctrl+u", "move(-10)", "page up"),
        ("pagedown,ctrl+d,space", "move(10)", "page down"),
        ("escape,q,question_mark,enter", "leave", "leave"),
    ]

    def __init__(self, where: str, keys: Mapping[str, str]) -> None:
        super().__init__()
        self._actions, self._first = [*actions(where), *actions("app")], keys
        self._title, self._foot = Rows("bar"), Rows("bar")
        self._list = Listing("text", lambda number: self._rows[number])
        self._rows: list[Row] = []

    def compose(self) -> ComposeResult:
        """Title, keys, how to leave."""
        yield self._title
        yield self._list
        yield self._foot

    def on_mount(self) -> None:
        """Fill."""
        self._title.show([([("strong", "Keys")], [("muted", "shift+drag selects natively")])])
        mouse = "mouse: click, drag, double-click a word, wheel"
        self._foot.show([([("muted", mouse)], [("strong", "Esc"), ("muted", " back")])])

    def on_resize(self) -> None:
        """Set the keys in columns."""
        count = max(1, (self.size.width - 2) // COLUMN)
        blocks = [self._block(group) for group in self._groups()]
        total = sum(len(block) for block in blocks)
        columns: list[list[Said]] = [[]]
        for block in blocks:
            if len(columns) < count and len(columns[-1]) + len(block) / 2 > total / count:
                columns.append([])
            columns[-1] += block
        height = max(len(column) for column in columns)
        self._rows = [([], [])]
        for number in range(height):
            said: Said = []
            for column in columns:
                said += _padded(column[number] if number < len(column) else [])
            self._rows.append((said, []))
        self._list.reset(len(self._rows), None)

    def _groups(self) -> list[list[Action]]:
        ordered: dict[str, list[Action]] = {}
        for group, members in groupby(self._actions, lambda action: action.group):
            ordered.setdefault(group, []).extend(members)
        if any(action.id == "accept" for action in self._actions):
            digits = Action("label", ("1-9",), "Annotate", "label: digit or letter of the scheme")
            ordered["Annotate"].insert(0, digits)
        return list(ordered.values())

    def _block(self, group: list[Action]) -> list[Said]:
        lines: list[Said] = [[("accent", group[0].group)]]
        for action in group:
            first = self._first.get(action.id)
            keys = action.keys if first in (None, action.keys[0]) else (str(first),)
            names = " ".join(shown(key) for key in keys)
            lines.append([("strong", fit(names, KEYS)), ("text", action.text)])
        return [*lines, []]

    def action_move(self, step: int) -> None:
        """Scroll."""
        self._list.move(step)

    def action_leave(self) -> None:
        """Back to the screen below."""
        self.dismiss()


def _padded(said: Said) -> Said:
    used = sum(len(text) for _, text in said)
    return [*said, ("text", " " * max(0, COLUMN - used))]
