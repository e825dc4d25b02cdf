"""The keys of a screen, made from the keymap."""

from collections.abc import Mapping
from itertools import groupby

from textual.app import ComposeResult
from textual.screen import Screen

from annotator.keymap import Action, shown
from annotator.scheme import Label
from annotator.text.cells import fit
from annotator.text.plurals import counted
from annotator.text.wrap import wrap
from annotator.tui.flow import side_by_side
from annotator.tui.keys import actions
from annotator.tui.reason import Row, Said
from annotator.tui.screens.dialog import WIDEST
from annotator.tui.screens.guideline import describe
from annotator.tui.widgets.listing import Listing
from annotator.tui.widgets.rows import Rows

COLUMN = 50
"""The fewest cells of a column of keys."""
KEYS = 16

SIGNS = (
    ("underlined, a", "a suggestion, in the colour of its label; a small letter names it"),
    ("filled, A", "an annotation of yours; the letter is its label's"),
    ("two lines", "marks that overlap; Enter goes from one to the next"),
    ("·", "a suggestion on the whole sentence"),
    ("0-9", "a link; both its ends have the digit"),
    ("=", "counterpart of the sentence under the cursor"),
    ("!", "told by this side only"),
    ("A 1/4*", "article labels set; * says that required ones are not"),
    ("E 0/2", "story labels set"),
    ("█ ▓", "right of the text: annotations, in sight or not"),
    ("┃ ·", "right of the text: suggestions, in sight or not"),
    ("Shift+drag", "the terminal's own selection, to copy with its keys"),
)
"""What the reader draws, and what it means."""

MOUSE = "mouse: click, drag, double-click a word, wheel"


class HelpScreen(Screen[None], inherit_bindings=False):
    """All keys of a screen, in as many columns as fit; on a label, its guideline first."""

    BINDINGS = [
        ("up,k", "move(-1)", "up"),
        ("down,j", "move(1)", "down"),
        ("pageup,ctrl+u", "move(-10)", "page up"),
        ("pagedown,ctrl+d,space", "move(10)", "page down"),
        ("home,g", "end(False)", "start"),
        ("end,G", "end(True)", "end"),
        ("escape,q,question_mark,enter", "leave", "leave"),
    ]

    def __init__(self, where: str, keys: Mapping[str, str], label: Label | None) -> None:
        super().__init__()
        self._actions, self._first = [*actions(where), *actions("app")], keys
        self._title, self._foot = Rows("bar"), Rows("bar")
        self._list = Listing("text", lambda number: self._rows[number])
        self._rows: list[Row] = []
        self._signs = SIGNS if where == "reader" else ()
        self._label = label

    def compose(self) -> ComposeResult:
        """Title, keys, how to leave."""
        yield self._title
        yield self._list
        yield self._foot

    def on_mount(self) -> None:
        """Fill."""
        words = "Keys and signs" if self._signs else "Keys"
        words = f"Guideline, {words.lower()}" if self._label else words
        self._title.show([([("strong", words)], [])])

    def _show_foot(self) -> None:
        """Say whether there is more below, and how to leave."""
        below = len(self._rows) - self._list.top - (self.size.height - 2)
        words = f"↓ {counted(below, 'more rows')} below" if below > 0 else MOUSE
        role = "strong" if below > 0 else "muted"
        self._foot.show([([(role, words)], [("strong@leave", "Esc"), ("muted@leave", " back")])])

    def on_resize(self) -> None:
        """Set the keys in columns."""
        count = max(1, (self.size.width - 2) // COLUMN)
        cells = (self.size.width - 2) // count
        blocks = [self._block(group, cells) for group in self._groups()]
        if self._signs:
            signs = [line for row in self._signs for line in _line(*row, cells)]
            blocks.append([[("accent", "Signs")], *signs, []])
        about = describe(self._label, min(WIDEST, self.size.width) - 2) if self._label else []
        self._rows = [*about, ([], []), *side_by_side(blocks, count, cells)]
        self._list.reset(len(self._rows), None)
        self._show_foot()

    def _groups(self) -> list[list[Action]]:
        ordered: dict[str, list[Action]] = {}
        for group, members in groupby(self._actions, lambda action: action.group):
            ordered.setdefault(group, []).extend(members)
        if any(action.id == "accept" for action in self._actions):
            digits = Action("label", ("1-9",), "Annotate", "label: digit or letter of the scheme")
            ordered["Annotate"].insert(0, digits)
        return list(ordered.values())

    def _block(self, group: list[Action], cells: int) -> list[Said]:
        lines: list[Said] = [[("accent", group[0].group)]]
        for action in group:
            first = self._first.get(action.id)
            keys = action.keys if first in (None, action.keys[0]) else (str(first),)
            names = " ".join(shown(key) for key in keys)
            lines += _line(names, action.text, cells)
        return [*lines, []]

    def action_move(self, step: int) -> None:
        """Scroll."""
        self._list.move(step)
        self._show_foot()

    def action_end(self, last: bool) -> None:
        """Go to the last row, or the first."""
        self.action_move(len(self._rows) if last else -len(self._rows))

    def on_mouse_scroll_down(self) -> None:
        """Scrolled on by the wheel."""
        self._show_foot()

    def on_mouse_scroll_up(self) -> None:
        """Scrolled back by the wheel."""
        self._show_foot()

    def on_rows_pressed(self) -> None:
        """The way back was clicked."""
        self.action_leave()

    def action_leave(self) -> None:
        """Back to the screen below."""
        self.dismiss()


def _line(names: str, text: str, cells: int) -> list[Said]:
    """Keys and what they do, on as many lines as the words need in a column of `cells`."""
    lines = wrap(text, 0, len(text), max(12, cells - KEYS - 2))
    heads = [names, *[""] * (len(lines) - 1)]
    return [
        [("strong", fit(head, KEYS)), ("text", text[start:end])]
        for head, (start, end) in zip(heads, lines, strict=True)
    ]
