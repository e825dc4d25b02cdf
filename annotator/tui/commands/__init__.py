"""What each action of the keymap does on the reader: action id to a function of the reader."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from annotator.tui.commands import annotating, finding, moving, viewing

if TYPE_CHECKING:
    from annotator.tui.screens.reader import ReaderScreen

COMMANDS: "dict[str, Callable[[ReaderScreen], None]]" = {
    **moving.COMMANDS,
    **annotating.COMMANDS,
    **finding.COMMANDS,
    **viewing.COMMANDS,
}
