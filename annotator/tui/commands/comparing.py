"""Actions across the articles of a story: counterparts, the fact table, which articles are in it.

Loaded when one of them is asked for.
"""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from annotator.errors import AnnotatorError, StoreError, UsageError
from annotator.model import Place
from annotator.text.safe import one_line
from annotator.tui import apart
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
    asked = (reader.here.article.id, sentence)
    reader.say("comparing sentences …")
    # two long articles take a while
    apart.ask(reader, partial(session.counterparts, sentence), partial(_offer, reader, asked))


def _offer(
    reader: "ReaderScreen",
    asked: tuple[str, int],
    found: dict[tuple[str, int], float | None] | AnnotatorError,
) -> None:
    """Offer what was found for the sentence asked about, if the cursor is still there."""
    session, here = reader.session, reader.here
    if not reader.is_current or (here.article.id, here.sentence) != asked:
        return
    said = "" if found else "no sentence of the other article comes near this one"
    if isinstance(found, AnnotatorError):
        said, found = found.message, {}

    def done(chosen: str | None) -> None:
        if chosen is not None:
            article, _, number = chosen.rpartition(":")
            place = (article, int(number))
            reader.attempt(lambda: reader.say(session.turn_counterpart(asked[1], place)))

    reader.say(said)
    reader.update()
    if found:
        linked = session.spread.partners(here, asked[1])
        choices = [_choice(session, place, found[place], place in linked) for place in found]
        quote = one_line(here.article.quote(here.article.sentences[asked[1]]))
        reader.app.push_screen(ChooserScreen(f"Link with “{quote}”", choices), done)


def _choice(
    session: "Session", place: tuple[str, int], score: float | None, linked: bool
) -> Choice:
    """A sentence that may be linked, likely by `score`, or unlinked if it is `linked`."""
    document = session.spread.document(place[0])
    assert document is not None
    article = document.article
    quote = article.quote(article.sentences[place[1]])
    likely = f"{score:.2f} " if score is not None else ""
    name = f"{likely}{'=' if linked else '+'} “{one_line(quote)}”"
    does = "Linked; this unlinks it" if linked else "Not linked; this links it"
    detail = f"{does}. {one_line(article.outlet or article.title, 24)}: {quote}"
    key, colour = ("x", "green") if linked else ("", "blue")
    return Choice(f"{place[0]}:{place[1]}", key, name, detail, colour)


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
        try:
            reader.session.reload()
        except UsageError:  # all its articles were moved
            reader.close()
            return
        except StoreError as error:  # it is still being saved
            reader.say(reader.session.told(error))
            for future in screen.underway:
                reader.session.wait_for(future)
            place = None
        if place is not None:
            reader.put(place)
        reader.update()

    screen = ArrangeScreen(reader.session.desk, reader.session.spread.story.id)
    reader.app.push_screen(screen, done)


COMMANDS: "dict[str, Callable[[ReaderScreen], None]]" = {
    "relink": _relink,
    "facts": _facts,
    "arrange": _arrange,
}
