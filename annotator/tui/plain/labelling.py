"""Verbs that put something on the record."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from annotator.errors import UsageError
from annotator.model import Layer, Span
from annotator.scheme import Label
from annotator.tui.marks import of_annotation
from annotator.tui.plain import asking, spoken

if TYPE_CHECKING:
    from annotator.tui.plain.dialogue import Dialogue


def label(dialogue: "Dialogue", chosen: Label, words: str) -> None:
    """Label words of the sentence; without words the mark that was said last, else ask for them."""
    here, told = dialogue.here, dialogue.told
    held = Span(told.start, told.end) if told and told.layer is Layer.SPAN else None
    if not words and held is None:
        words = dialogue.ask(f"Which words are {spoken.lowered(chosen.name)}?")
    if words and (place := dialogue.place_of(words)) != held:
        here.select_span(place)
    try:
        made = dialogue.session.label(chosen.id)
    finally:
        here.select(None)
    _take(dialogue, made.id)
    dialogue.say(f"labelled {spoken.lowered(chosen.name)}: “{made.quote}”")
    if chosen.missing(made.attributes):
        _attributes(dialogue)


def _take(dialogue: "Dialogue", annotation: str) -> None:
    """Make an annotation just made the mark that verbs act on."""
    mark = of_annotation(dialogue.here.annotations[annotation])
    if mark is not None:
        dialogue.here.focus(mark)
        dialogue.session.remember_end()
    dialogue.told = mark


def _accept(dialogue: "Dialogue") -> None:
    if dialogue.told is None or not dialogue.told.suggested:
        raise UsageError("no suggestion was said last", "n goes to the next one.")
    made = dialogue.session.accept()
    _take(dialogue, made.id)
    name = spoken.named(dialogue.session, made.layer, made.label)
    dialogue.say(f"accepted {name}: “{made.quote}”")


def _reject(dialogue: "Dialogue") -> None:
    told = dialogue.told
    if told is None:
        raise UsageError("no suggestion or label was said last", "n or m goes to the next one.")
    dialogue.session.reject()
    dialogue.told = None
    quote = dialogue.here.article.quote(Span(told.start, told.end))
    name = spoken.named(dialogue.session, told.layer, told.label)
    dialogue.say(f"{'rejected' if told.suggested else 'removed'} {name}: “{quote}”")


def move(dialogue: "Dialogue") -> None:
    """Put the annotation that was said last on other words of its sentence."""
    annotation = dialogue.annotation()
    place = dialogue.place_of(dialogue.ask("Which words instead?"))
    dialogue.session.do(dialogue.desk.move(annotation.id, *place))
    _take(dialogue, annotation.id)
    dialogue.say(f"moved to “{dialogue.here.article.quote(place)}”")


def _attributes(dialogue: "Dialogue") -> None:
    annotation = dialogue.annotation()
    key = f"{annotation.layer}.{annotation.label}"
    found = dialogue.session.labels.get(key)
    if found is None or not found.attributes:
        raise UsageError(f"{annotation.label} has no attributes")
    held = {**dialogue.session.last_values.get(key, {}), **annotation.attributes}
    dialogue.session.set_values(annotation, asking.values(dialogue, found, held))
    now = dialogue.here.annotations[annotation.id]
    dialogue.say(f"{found.name}, {', '.join(spoken.values(dialogue.session, now))}")


def _note(dialogue: "Dialogue") -> None:
    annotation = dialogue.annotation()
    about = annotation.quote or annotation.label
    text = asking.text(dialogue, f"Note on “{about}”?", annotation.note)
    if text == annotation.note:
        dialogue.say("The note stays as it was.")
        return
    dialogue.session.note(annotation.id, text)
    dialogue.say(f"note: {text}" if text else "The note is gone.")


def _link(dialogue: "Dialogue") -> None:
    dialogue.annotation()
    session = dialogue.session
    source, target = session.link_ends()
    labels = session.scheme.layer(Layer.LINK)
    if not labels:
        raise UsageError("this scheme has no labels for links")
    ends = " with ".join(f"“{session.quote(end)}”" for end in (source, target))
    chosen = asking.choose(dialogue, f"Link {ends} as", [k.name for k in labels])
    if chosen is not None:
        session.do(dialogue.desk.link(source, target, labels[chosen].id))
        dialogue.say(f"linked {ends}")


def _whole(layer: Layer) -> "Callable[[Dialogue], None]":
    def ask_labels(dialogue: "Dialogue") -> None:
        if not dialogue.session.scheme.layer(layer):
            raise UsageError(f"this scheme has no labels for the {layer}")
        dialogue.told = None
        asking.whole(dialogue, layer)

    return ask_labels


def _save_again(dialogue: "Dialogue") -> None:
    if not dialogue.desk.unsaved:
        raise UsageError("everything is saved")
    dialogue.session.save_again()


VERBS: "dict[str, Callable[[Dialogue], None]]" = {
    "accept": _accept,
    "reject": _reject,
    "attributes": _attributes,
    "note": _note,
    "link": _link,
    "article_labels": _whole(Layer.ARTICLE),
    "sentence_labels": _whole(Layer.SENTENCE),
    "story_labels": _whole(Layer.STORY),
    "undo": lambda dialogue: dialogue.session.undo(),
    "redo": lambda dialogue: dialogue.session.undo(redo=True),
    "save_again": _save_again,
}
"""Action id of the keymap to what it does here."""
