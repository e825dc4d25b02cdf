"""The five hints of a person's first run; each goes away when she does what it says."""

from collections.abc import Mapping
from pathlib import Path

from annotator.keymap import shown

STEPS: tuple[tuple[frozenset[str], str], ...] = (
    (frozenset({"next_suggestion"}), "{next_suggestion} goes to the next suggestion"),
    (frozenset({"accept", "reject"}), "{accept} accepts it, {reject} rejects it"),
    (frozenset({"label"}), "{select} and the arrows select words; a number labels them"),
    (frozenset({"other_article", "counterpart"}), "{other_article} goes to the other article"),
    (frozenset({"undo", "help"}), "{undo} takes back, as far as you like; {help} shows all keys"),
)


class Tour:
    """Which hint is due; with no `note` to leave behind, none is unless it is restarted."""

    def __init__(self, note: Path | None) -> None:
        self._note = note
        self._at = 0 if note is not None else len(STEPS)

    def hint(self, keys: Mapping[str, str]) -> str:
        """The hint that is due, or nothing."""
        if self._at >= len(STEPS):
            return ""
        words = STEPS[self._at][1].format_map({name: shown(key) for name, key in keys.items()})
        return f"Tour {self._at + 1}/{len(STEPS)}:  {words}   (Esc ends it)"

    def did(self, action: str) -> None:
        """Go on to the next hint if `action` is what the present one is about."""
        if self._at < len(STEPS) and (action in STEPS[self._at][0] or action == "drop_selection"):
            self._at = len(STEPS) if action == "drop_selection" else self._at + 1
            if self._at >= len(STEPS):
                self._remember()

    def restart(self) -> None:
        """Give the first hint again."""
        self._at = 0

    def _remember(self) -> None:
        if self._note is None:
            return
        try:
            self._note.parent.mkdir(parents=True, exist_ok=True)
            self._note.touch()
        except OSError:
            return  # the tour then comes again, which does no harm
