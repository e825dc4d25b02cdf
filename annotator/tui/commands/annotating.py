"""Actions that put something on the record."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from annotator.describing import FACTS, fact
from annotator.errors import UsageError
from annotator.model import Annotation, Layer, Span
from annotator.scheme import Attribute, AttributeType, Label
from annotator.text.safe import one_line, visible
from annotator.tui.reason import far_end

if TYPE_CHECKING:
    from annotator.tui.screens.reader import ReaderScreen

_ABOUT_ARTICLE = Label(
    id="facts",
    name="About the article",
    layer=Layer.ARTICLE,
    key="",
    colour="grey",
    mark="",
    guideline="Put right what was read wrongly; what is unknown stays empty. The date is a day, as "
    "2024-07-26. The outlet learns from this article which lines are no part of its texts.",
    example="",
    attributes=tuple(
        Attribute(name, name, AttributeType.TEXT, required=name == "title") for name in FACTS
    ),
)


def label(reader: "ReaderScreen", chosen: Label) -> None:
    """Label what is under the cursor; ask for the attributes that the scheme requires."""
    made = reader.session.label(chosen.id)
    reader.say(f"labelled {chosen.name}")
    if chosen.missing(made.attributes):
        edit_values(reader, made)


def _labels(reader: "ReaderScreen") -> None:
    from annotator.tui.screens.chooser import Choice, ChooserScreen

    here = reader.here
    held = {label.id: label for label in reader.session.scheme.layer(Layer.SPAN)}
    if not held:
        raise UsageError("this scheme has no labels for spans")
    choices = [Choice(k.id, k.key, k.name, k.guideline, k.colour) for k in held.values()]

    def done(chosen: str | None) -> None:
        if chosen is not None:
            reader.attempt(lambda: label(reader, held[chosen]))

    current = None if here.selection else here.current
    span = Span(current.start, current.end) if current else here.target()
    heading = f"Label “{one_line(here.article.quote(span), 40)}”"
    reader.app.push_screen(ChooserScreen(heading, choices, current.label if current else ""), done)


def edit_values(reader: "ReaderScreen", annotation: Annotation) -> None:
    """Open the form of an annotation's attributes."""
    from annotator.tui.screens.form import FormScreen

    key = f"{annotation.layer}.{annotation.label}"
    chosen = reader.session.labels.get(key)
    if chosen is None or not chosen.attributes:
        raise UsageError(f"{chosen.name if chosen else annotation.label} has no attributes")
    values = {**reader.session.last_values.get(key, {}), **_chosen(chosen, annotation)}

    def done(answer: dict[str, Any] | None) -> None:
        if answer is not None:
            reader.attempt(lambda: reader.session.set_values(annotation, answer))

    reader.app.push_screen(FormScreen(chosen, values, annotation.quote or ""), done)


def _chosen(label: Label, annotation: Annotation) -> Mapping[str, Any]:
    """The values that somebody chose for an annotation; nobody chose those it is made with."""
    untouched = annotation.attributes == label.defaults()
    return {} if untouched else annotation.attributes


def _accept(reader: "ReaderScreen") -> None:
    made = reader.session.accept()
    name = reader.session.name(made.layer, made.label)
    reader.say(f"accepted {name} “{one_line(made.quote or '', 40)}”")
    _advance(reader)


def _reject(reader: "ReaderScreen") -> None:
    current = reader.here.current
    reader.say(reader.session.reject())
    if current is not None and current.suggested:
        _advance(reader)


def _advance(reader: "ReaderScreen") -> None:
    """Go on to the next suggestion, for those who asked for it in the config file."""
    if reader.annotator_app.advance:
        reader.here.step_mark(reader.here.suggested, 1)


def _select(reader: "ReaderScreen") -> None:
    here = reader.here
    here.select(here.cursor.start if here.selection is None else None)


def _drop(reader: "ReaderScreen") -> None:
    reader.here.select(None)
    reader.finder.clear()


def _note(reader: "ReaderScreen") -> None:
    from annotator.tui.screens.prompt import PromptScreen

    annotation = reader.session.annotation()

    def done(text: str | None) -> None:
        if text is not None and text != annotation.note:
            reader.attempt(lambda: reader.session.note(annotation.id, text))

    heading = f"Note on “{annotation.quote or annotation.label}”"
    reader.app.push_screen(PromptScreen(heading, annotation.note), done)


def _link(reader: "ReaderScreen") -> None:
    from annotator.tui.screens.chooser import Choice, ChooserScreen

    session, here = reader.session, reader.session.annotation()
    labels = session.scheme.layer(Layer.LINK)
    if not labels:
        raise UsageError("this scheme has no labels for links")
    links = session.spread.links_of(here.id)
    ends = session.link_ends() if not links or session.has_link_end() else None
    choices = [Choice(k.id, k.key, k.name, k.guideline, k.colour) for k in labels if ends]
    for link in links:
        name = (
            f"remove: {session.name(Layer.LINK, link.label)} with {far_end(session, link, here.id)}"
        )
        choices.append(Choice(link.id, "x", name, "", "grey"))

    def done(chosen: str | None) -> None:
        if chosen in {link.id for link in links}:
            reader.attempt(lambda: session.do(session.desk.remove(chosen)))
        elif chosen is not None and ends is not None:
            reader.attempt(lambda: session.do(session.desk.link(*ends, chosen)))

    quotes = " ⇄ ".join(f"“{session.quote(end)}”" for end in ends or (here.id,))
    reader.app.push_screen(ChooserScreen(f"Link {quotes}", choices), done)


def _whole(layer: Layer) -> "Callable[[ReaderScreen], None]":
    def open_labels(reader: "ReaderScreen") -> None:
        from annotator.tui.screens.whole import WholeScreen

        labels = reader.session.scheme.layer(layer)
        if not labels:
            raise UsageError(f"this scheme has no labels for the {layer}")
        reader.app.push_screen(WholeScreen(reader.session, layer), lambda _: reader.update())

    return open_labels


def _describe(reader: "ReaderScreen") -> None:
    from annotator.tui.screens.form import FormScreen

    article = reader.here.article
    shown = {name: visible(getattr(article, name) or "").strip() for name in FACTS}

    def done(answer: dict[str, Any] | None) -> None:
        if answer is not None:
            typed = {name: answer.get(name, "") for name in FACTS}
            changed = {name: said for name, said in typed.items() if said != shown[name]}
            reader.attempt(lambda: reader.session.describe(changed))

    reader.app.push_screen(FormScreen(_ABOUT_ARTICLE, shown, "", fact), done)


def _edge(step: int, by_word: bool) -> "Callable[[ReaderScreen], None]":
    return lambda reader: reader.session.move_edge(step, by_word, end=reader.edge == "end")


def _other_edge(reader: "ReaderScreen") -> None:
    reader.edge = "start" if reader.edge == "end" else "end"
    reader.say(f"W B . , now move the {reader.edge}")


def _tie(reader: "ReaderScreen") -> None:
    reader.say(reader.session.tie())


def _save_again(reader: "ReaderScreen") -> None:
    if not reader.session.desk.unsaved:
        raise UsageError("everything is saved")
    reader.session.save_again()


COMMANDS: "dict[str, Callable[[ReaderScreen], None]]" = {
    "accept": _accept,
    "reject": _reject,
    "select": _select,
    "select_sentence": lambda reader: reader.here.select_sentence(),
    "drop_selection": _drop,
    "edge_word_on": _edge(1, by_word=True),
    "edge_word_back": _edge(-1, by_word=True),
    "edge_char_on": _edge(1, by_word=False),
    "edge_char_back": _edge(-1, by_word=False),
    "other_edge": _other_edge,
    "split": lambda reader: reader.session.split(),
    "join": lambda reader: reader.session.join(),
    "attributes": lambda reader: edit_values(reader, reader.session.annotation()),
    "note": _note,
    "link": _link,
    "labels": _labels,
    "article_labels": _whole(Layer.ARTICLE),
    "sentence_labels": _whole(Layer.SENTENCE),
    "story_labels": _whole(Layer.STORY),
    "describe": _describe,
    "undo": lambda reader: reader.session.undo(),
    "redo": lambda reader: reader.session.undo(redo=True),
    "save_again": _save_again,
    "tie": _tie,
}
