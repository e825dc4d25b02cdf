"""The command palette: every action of the screen by its words, and the themes."""

from collections.abc import Callable, Iterator
from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from annotator.keymap import shown
from annotator.model import Layer
from annotator.tui.keys import actions

ORDER = (
    "Lists", "Annotate", "Marks", "Find", "Articles", "Stories", "View", "Edges", "Program", "Move",
)  # fmt: skip
"""The groups of the keymap, those that one looks for first."""
LONGEST = 100
"""Characters; matching costs more with each."""


class ActionProvider(Provider):
    """Offers what the screen below the palette can do, each with its key."""

    async def discover(self) -> Hits:
        """All of it, before anything is typed."""
        for text, do in self._offers():
            yield DiscoveryHit(Content(text), do)

    async def search(self, query: str) -> Hits:
        """What matches the words typed; nothing is called by more than a few."""
        if len(query) > LONGEST:
            return
        matcher = self.matcher(query)
        for text, do in self._offers():
            score = matcher.match(text)
            if score > 0:
                yield Hit(score, Content(text), do)

    def _offers(self) -> Iterator[tuple[str, Callable[[], object]]]:
        from annotator.tui.screens.reader import ReaderScreen  # it opens without the list as well

        where = getattr(self.screen, "WHERE", None)
        known = [*actions(where), *actions("app")] if where else []
        for action in sorted(known, key=lambda action: ORDER.index(action.group)):
            key = shown(self.app.keys[action.id])  # type: ignore[attr-defined]
            text = f"{action.text[:1].upper()}{action.text[1:]}   {key}"
            knows = self.app if "app" in action.where else self.screen
            yield text, partial(knows.run_action, f"do({action.id!r})")
        if isinstance(self.screen, ReaderScreen):
            for number, label in enumerate(self.screen.session.scheme.layer(Layer.SPAN), 1):
                text = f"Label {label.name}   {number if number < 10 else ''} {label.key}"
                yield text, partial(self.screen.put_label, label)
            yield "Start the tour again", self.screen.restart_tour
        ansi = self.app.current_theme.ansi  # Textual cannot change to or from these while it runs
        for name, theme in sorted(self.app.available_themes.items()):
            if theme.ansi == ansi:
                yield f"Theme {name}", partial(setattr, self.app, "theme", name)
