"""Verbs that put something on the record."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from annotator.describing import FACTS
from annotator.errors import UsageError
from annotator.model import Layer, Span
from annotator.scheme import Label
from annotator.text.safe import visible
from annotator.tui.marks import of_annotation
from annotator.tui.plain import asking, spoken
from annotator.tui.reason import far_end

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
    session, held = dialogue.session, dialogue.annotation()
    labels = session.scheme.layer(Layer.LINK)
    if not labels:
        raise UsageError("this scheme has no labels for links")
    links = session.spread.links_of(held.id)
    ends = session.link_ends() if not links or session.has_link_end() else None
    quotes = " with ".join(f"“{session.quote(end)}”" for end in ends or (held.id,))
    made = [label.name for label in labels if ends]
    told = made + [
        f"remove {session.name(Layer.LINK, link.label)} with {far_end(session, link, held.id)}"
        for link in links
    ]
    chosen = asking.choose(dialogue, f"Link {quotes} as", told) or 0
    if chosen < len(made) and ends is not None:
        session.do(dialogue.desk.link(*ends, labels[chosen].id))
        dialogue.say(f"linked {quotes}")
    else:
        session.do(dialogue.desk.remove(links[chosen - len(made)].id))
        dialogue.say("no longer linked")


def _choose_label(dialogue: "Dialogue") -> None:
    labels = dialogue.session.scheme.layer(Layer.SPAN)
    chosen = asking.choose(dialogue, "Label as", [k.name for k in labels], keep="Enter leaves.")
    if chosen is not None:
        label(dialogue, labels[chosen], "")


def _split(dialogue: "Dialogue") -> None:
    annotation = dialogue.annotation()
    place = dialogue.place_of(dialogue.ask("Split before which word?"))
    dialogue.here.move_to(place.start)
    dialogue.session.split()
    _take(dialogue, annotation.id)
    dialogue.say(f"split, the first part is “{dialogue.annotation().quote}”")


def _join(dialogue: "Dialogue") -> None:
    annotation = dialogue.annotation()
    dialogue.session.join()
    _take(dialogue, annotation.id)
    dialogue.say(f"joined: “{dialogue.annotation().quote}”")


def _describe(dialogue: "Dialogue") -> None:
    article, changed = dialogue.here.article, {}
    for name in FACTS:
        held = visible(getattr(article, name) or "").strip()
        said = asking.text(dialogue, f"{name.capitalize()}?", held, required=name == "title")
        if said != held:
            changed[name] = said
    if not changed:
        raise UsageError("everything stays as it was")
    dialogue.session.describe(changed)
    dialogue.arrive()


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
    "labels": _choose_label,
    "split": _split,
    "join": _join,
    "describe": _describe,
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
