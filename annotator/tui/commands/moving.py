"""Actions that move the cursor within and between the articles of the story."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from annotator.errors import UsageError

if TYPE_CHECKING:
    from annotator.tui.screens.reader import ReaderScreen


def _counterpart(reader: "ReaderScreen") -> None:
    if not reader.session.spread.jump():
        raise UsageError("this sentence has no counterpart")


def _mark(kind: str, step: int) -> "Callable[[ReaderScreen], None]":
    def go(reader: "ReaderScreen") -> None:
        here = reader.here
        if reader.finder.hits:
            reader.finder.step(step)
            return
        marks = here.suggested if kind == "suggestion" else here.annotated
        if not here.step_mark(marks, step):
            if kind == "suggestion" and here.is_blind:
                raise UsageError("no suggestion is shown: you read this article blind")
            where = "further on" if step > 0 else "before this"
            raise UsageError(f"no {kind} {where} in this article")

    return go


def _annotation(step: int) -> "Callable[[ReaderScreen], None]":
    def go(reader: "ReaderScreen") -> None:
        here = reader.here
        if not here.step_mark(here.annotated, step):
            where = "further on" if step > 0 else "before this"
            raise UsageError(f"no annotation {where} in this article")
        reader.session.remember_end()

    return go


def _cycle(reader: "ReaderScreen") -> None:
    reader.here.cycle()
    reader.session.remember_end()


COMMANDS: "dict[str, Callable[[ReaderScreen], None]]" = {
    "word_left": lambda reader: reader.here.move_words(-1),
    "word_right": lambda reader: reader.here.move_words(1),
    "word_previous": lambda reader: reader.here.move_words(-1),
    "word_next": lambda reader: reader.here.move_words(1),
    "line_up": lambda reader: reader.here.move_lines(-1),
    "line_down": lambda reader: reader.here.move_lines(1),
    "page_up": lambda reader: reader.here.move_lines(-reader.page),
    "page_down": lambda reader: reader.here.move_lines(reader.page),
    "sentence_previous": lambda reader: reader.here.move_sentences(-1),
    "sentence_next": lambda reader: reader.here.move_sentences(1),
    "paragraph_previous": lambda reader: reader.here.move_paragraphs(-1),
    "paragraph_next": lambda reader: reader.here.move_paragraphs(1),
    "top": lambda reader: reader.here.move_to_end(last=False),
    "bottom": lambda reader: reader.here.move_to_end(last=True),
    "other_article": lambda reader: reader.session.spread.turn(1),
    "previous_article": lambda reader: reader.session.spread.turn(-1),
    "counterpart": _counterpart,
    "other_end": lambda reader: reader.session.to_far_end(),
    "next_suggestion": _mark("suggestion", 1),
    "previous_suggestion": _mark("suggestion", -1),
    "next_annotation": _annotation(1),
    "previous_annotation": _annotation(-1),
    "cycle": _cycle,
    "hints": lambda reader: reader.start_hints(),
}
