"""Actions that find something, in the story or in the corpus."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from annotator.errors import UsageError
from annotator.text.safe import one_line

if TYPE_CHECKING:
    from annotator.tui.screens.reader import ReaderScreen


def _search(reader: "ReaderScreen") -> None:
    from annotator.tui.screens.prompt import PromptScreen

    before = reader.session.place()

    def typed(words: str) -> None:
        reader.finder.search(words)
        reader.session.spread.go_to(before.article, before.position)
        if reader.finder.hits:
            reader.finder.step(1)
        reader.update()

    def done(words: str | None) -> None:
        if words is None:
            reader.finder.clear()
            reader.session.spread.go_to(before.article, before.position)
        elif words and not reader.finder.hits:
            reader.say(f"“{one_line(words, 40)}” is nowhere in this story")
        reader.update()

    reader.app.push_screen(PromptScreen("Find in the story", "", typed), done)


def _copy(reader: "ReaderScreen") -> None:
    here = reader.here
    span = here.selection
    if span is None and here.sentence is not None:
        span = here.article.sentences[here.sentence]
    if span is None:
        raise UsageError("nothing to copy under the cursor")
    reader.app.copy_to_clipboard(here.article.quote(span))
    reader.say("asked the terminal to copy it")


COMMANDS: "dict[str, Callable[[ReaderScreen], None]]" = {
    "search": _search,
    "copy": _copy,
}
