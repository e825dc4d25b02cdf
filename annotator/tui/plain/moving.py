"""Verbs that go somewhere and read what is there."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from annotator.errors import UsageError
from annotator.text.safe import one_line
from annotator.tui.document import Document
from annotator.tui.plain import asking

if TYPE_CHECKING:
    from annotator.tui.plain.dialogue import Dialogue


def _moving(move: Callable[[Document], None], end: str) -> "Callable[[Dialogue], None]":
    """Move within the article and read the sentence there; say `end` when nothing moved."""

    def go(dialogue: "Dialogue") -> None:
        before = dialogue.here.sentence
        move(dialogue.here)
        if dialogue.here.sentence == before:
            dialogue.say(end)
        dialogue.read()

    return go


def _previous_sentence(document: Document) -> None:
    """To the sentence before this one, wherever in this one the place is."""
    index = document.sentence
    document.move_sentences(-1)
    if document.sentence == index:
        document.move_sentences(-1)


def _other_article(step: int) -> "Callable[[Dialogue], None]":
    def turn(dialogue: "Dialogue") -> None:
        if len(dialogue.session.spread.documents) < 2:
            raise UsageError("this story has one article only")
        dialogue.session.spread.turn(step)
        dialogue.arrive()

    return turn


def _counterpart(dialogue: "Dialogue") -> None:
    if not dialogue.session.spread.jump():
        raise UsageError("this sentence has no counterpart")
    dialogue.arrive()


def _other_end(dialogue: "Dialogue") -> None:
    dialogue.annotation()
    dialogue.session.to_far_end()
    mark = dialogue.here.current
    dialogue.arrive()
    if mark is not None:
        dialogue.tell(mark)


def _tie(dialogue: "Dialogue") -> None:
    dialogue.say(dialogue.session.tie())


def _relink(dialogue: "Dialogue") -> None:
    session, sentence = dialogue.session, dialogue.here.sentence
    if sentence is None:
        raise UsageError("there is no sentence here")
    offered = list(session.counterparts(sentence))
    if not offered:
        raise UsageError("no sentence of the other article comes near this one")
    linked = session.spread.partners(dialogue.here, sentence)
    told = [
        f"{'unlink' if place in linked else 'link with'} {_quoted(dialogue, place)}"
        for place in offered
    ]
    keep = "Which one? Enter leaves."
    chosen = asking.choose(dialogue, "Counterpart of this sentence:", told, keep=keep)
    if chosen is not None:
        dialogue.say(session.turn_counterpart(sentence, offered[chosen]))


def _quoted(dialogue: "Dialogue", place: tuple[str, int]) -> str:
    article = dialogue.desk.article(place[0])
    return f"“{one_line(article.quote(article.sentences[place[1]]), 80)}”"


def read_on(dialogue: "Dialogue") -> None:
    """Read every sentence from here to the end of the article."""
    here = dialogue.here
    before = None
    while here.sentence != before:
        dialogue.read()
        before = here.sentence
        here.move_sentences(1)


def _step(step: int, suggested: bool) -> "Callable[[Dialogue], None]":
    def go(dialogue: "Dialogue") -> None:
        here = dialogue.here
        marks = here.suggested if suggested else here.annotated
        unheard = here.current if dialogue.told is None and step > 0 else None
        if unheard is not None and unheard.suggested == suggested:
            dialogue.tell(unheard)
        elif here.step_mark(marks, step) and here.current is not None:
            dialogue.tell(here.current)
        else:
            raise UsageError(_none_left(dialogue, step, suggested))

    return go


def _none_left(dialogue: "Dialogue", step: int, suggested: bool) -> str:
    what = "suggestion" if suggested else "label of yours"
    where = "further on" if step > 0 else "before this"
    if suggested and dialogue.here.is_blind:
        return "you read this article without suggestions"
    others = sum(
        len(d.suggested if suggested else d.annotated)
        for d in dialogue.session.spread.documents
        if d is not dialogue.here
    )
    more = f"; {others} in the other articles: tab" if others else ""
    return f"no {what} {where} in this article{more}"


def _cycle(dialogue: "Dialogue") -> None:
    if dialogue.told is not None:
        dialogue.here.cycle()
    current = dialogue.here.current
    if current is None:
        dialogue.read()
    else:
        dialogue.tell(current)


def search(dialogue: "Dialogue", words: str) -> None:
    """Go to the next place of the story that holds `words`, or that held the last ones."""
    finder = dialogue.finder
    if words:
        finder.search(words)
    if not finder.hits:
        raise UsageError(f"“{words}” is nowhere in this story" if words else "search for what?")
    before = dialogue.here
    finder.step(1)
    dialogue.say(f"“{finder.words}”, hit {finder.index + 1} of {len(finder.hits)}")
    if dialogue.here is before:
        dialogue.read()
    else:
        dialogue.arrive()


VERBS: "dict[str, Callable[[Dialogue], None]]" = {
    "sentence_next": _moving(lambda here: here.move_sentences(1), "That was the last sentence."),
    "sentence_previous": _moving(_previous_sentence, "This is the first sentence."),
    "paragraph_next": _moving(lambda here: here.move_paragraphs(1), "That was the last paragraph."),
    "paragraph_previous": _moving(
        lambda here: here.move_paragraphs(-1), "This is the first paragraph."
    ),
    "top": _moving(lambda here: here.move_to_end(last=False), "This is the first sentence."),
    "bottom": _moving(lambda here: here.move_to_end(last=True), "This is the last sentence."),
    "other_article": _other_article(1),
    "previous_article": _other_article(-1),
    "counterpart": _counterpart,
    "other_end": _other_end,
    "tie": _tie,
    "relink": _relink,
    "next_suggestion": _step(1, suggested=True),
    "previous_suggestion": _step(-1, suggested=True),
    "next_annotation": _step(1, suggested=False),
    "previous_annotation": _step(-1, suggested=False),
    "cycle": _cycle,
    "select_sentence": lambda dialogue: dialogue.read(),
}
"""Action id of the keymap to what it does here."""
