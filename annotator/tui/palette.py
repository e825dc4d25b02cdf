"""The command palette: every action of the screen by its words, and the themes."""

from collections.abc import Callable, Iterator
from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from annotator.keymap import shown
from annotator.tui.keys import actions


class ActionProvider(Provider):
    """Offers what the screen below the palette can do, each with its key."""

    async def discover(self) -> Hits:
        """All of it, before anything is typed."""
        for text, do in self._offers():
            yield DiscoveryHit(Content(text), do)

    async def search(self, query: str) -> Hits:
        """What matches the words typed."""
        matcher = self.matcher(query)
        for text, do in self._offers():
            score = matcher.match(text)
            if score > 0:
                yield Hit(score, Content(text), do)

    def _offers(self) -> Iterator[tuple[str, Callable[[], object]]]:
        where = getattr(self.screen, "WHERE", None)
        for action in actions(where) if where else []:
            key = shown(self.app.keys[action.id])  # type: ignore[attr-defined]
            text = f"{action.text[:1].upper()}{action.text[1:]}   {key}"
            yield text, partial(self.screen.run_action, f"do({action.id!r})")
        ansi = self.app.current_theme.ansi  # Textual cannot change to or from these while it runs
        for name, theme in sorted(self.app.available_themes.items()):
            if theme.ansi == ansi:
                yield f"Theme {name}", partial(setattr, self.app, "theme", name)
