"""Actions across the articles of a story: counterparts, the fact table, which articles are in it.

Loaded when one of them is asked for.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from annotator.errors import UsageError
from annotator.model import Place
from annotator.text.safe import one_line
from annotator.tui.screens.chooser import Choice, ChooserScreen

if TYPE_CHECKING:
    from annotator.tui.screens.reader import ReaderScreen
    from annotator.tui.session import Session


def _relink(reader: "ReaderScreen") -> None:
    session, sentence = reader.session, reader.here.sentence
    if session.spread.there is None:
        raise UsageError("there is no other article in this story")
    if sentence is None:
        raise UsageError("no sentence under the cursor")
    offered, linked = session.counterparts(sentence)
    if not offered and not linked:
        raise UsageError("no sentence of the other article comes near this one")
    choices = [_choice(session, place, score) for place, score in offered]
    choices += [_choice(session, place, None) for place in linked]

    def done(chosen: str | None) -> None:
        if chosen is not None:
            article, _, number = chosen.rpartition(":")
            other = (article, int(number))
            reader.attempt(lambda: reader.say(session.turn_counterpart(sentence, other)))

    quote = one_line(reader.here.article.quote(reader.here.article.sentences[sentence]))
    reader.app.push_screen(ChooserScreen(f"Counterpart of “{quote}”", choices), done)


def _choice(session: "Session", place: tuple[str, int], score: float | None) -> Choice:
    """A sentence that may be linked, likely by `score`, or that is linked, without one."""
    document = session.spread.document(place[0])
    assert document is not None
    article = document.article
    quote = article.quote(article.sentences[place[1]])
    outlet = one_line(article.outlet or article.title, 24)
    detail = f"{outlet}: {quote}"
    if score is None:
        name = f"x unlink {outlet}: “{one_line(quote, 60)}”"
        return Choice(f"{place[0]}:{place[1]}", "x", name, detail, "red")
    name = f"{score:.2f}  “{one_line(quote, 66)}”"
    return Choice(f"{place[0]}:{place[1]}", "", name, detail, "blue")


def _facts(reader: "ReaderScreen") -> None:
    from annotator.tui.screens.facts import FactsScreen

    session = reader.session

    def go(place: Place | None) -> None:
        if place is not None:
            session.spread.go_to(place.article, place.position)
        reader.update()

    reader.app.push_screen(FactsScreen(session.desk, session.spread.story.id, session.place()), go)


def _arrange(reader: "ReaderScreen") -> None:
    from annotator.tui.screens.arrange import ArrangeScreen

    def done(place: Place | None) -> None:
        reader.attempt(reader.session.reload)
        if place is not None:
            reader.put(place)

    reader.app.push_screen(ArrangeScreen(reader.session.desk, reader.session.spread.story.id), done)


COMMANDS: "dict[str, Callable[[ReaderScreen], None]]" = {
    "relink": _relink,
    "facts": _facts,
    "arrange": _arrange,
}
