"""How articles, sentences and marks are said: one sentence each, without signs or colours."""

from annotator.model import Annotation, Layer, Origin, Suggestion
from annotator.scheme import Label
from annotator.text.plurals import counted
from annotator.tui.document import Document
from annotator.tui.marks import Mark
from annotator.tui.session import Session


def story(session: Session, number: int, count: int) -> str:
    """Where the open story is in the list (0: not in it), its title and its outlets."""
    spread = session.spread
    outlets = "; ".join(f"{_letter(session, d)} {_outlet(session, d)}" for d in spread.documents)
    articles = counted(len(spread.documents), "articles")
    where = f"Story {number} of {count}" if number else "A story outside your list"
    return f"{where}: {spread.story.title}. {articles}: {outlets}."


def article(session: Session) -> str:
    """Which article the place is in, and what there is to do in it."""
    here = session.here
    parts = [
        f"Article {_letter(session, here)} of {len(session.spread.documents)}: "
        f"{_outlet(session, here)}",
        here.article.date or "",
        f"by {here.article.byline}" if here.article.byline else "",
        f"headline: {here.article.title}" if here.article.title else "",
    ]
    done = "; done" if here.done else ""
    return f"{', '.join(part for part in parts if part)}. {to_decide(here)}{done}."


def to_decide(document: Document) -> str:
    """How many suggestions are open and how many labels stand; on a blind arm neither."""
    if document.is_blind:
        return "read without suggestions"
    opened = counted(len(document.suggested), "open suggestions")
    return f"{opened}, {counted(len(document.annotated), 'labels')} of yours"


def sentence(session: Session) -> str:
    """The sentence at the place: its number, its words, what lies on it, its counterparts."""
    here = session.here
    index = here.sentence
    sentences = here.article.sentences
    inside = [n for n, span in enumerate(sentences) if here.is_in_sight(span.start)]
    if index is None or index not in inside:
        return "There is no sentence here."
    text = here.article.quote(sentences[index])
    return f"Sentence {inside.index(index) + 1} of {len(inside)}: {text}"


def about_sentence(session: Session) -> str:
    """What lies on the sentence at the place and who else tells it; empty when nothing does."""
    here = session.here
    if here.sentence is None:
        return ""
    span = here.article.sentences[here.sentence]
    found = [
        (len(here.suggested.over(*span)), "open suggestions"),
        (len(here.annotated.over(*span)), "labels"),
        (len(session.spread.partners(here, here.sentence)), "counterparts"),
    ]
    parts = [counted(number, what) for number, what in found if number]
    if here.sentence in here.alone:
        parts.append("told by this side only")
    return f"Here: {', '.join(parts)}." if parts else ""


def mark(session: Session, marked: Mark) -> str:
    """A suggestion with its reason, or an annotation with its values."""
    here = session.here
    if marked.suggested:
        said = _suggested(session, here.suggestions[marked.id])
    else:
        said = annotation(session, here.annotations[marked.id])
    others = len(here.stack()) - 1
    return f"{said} And {counted(others, 'other marks')} here: enter." if others else said


def _suggested(session: Session, suggestion: Suggestion) -> str:
    voice = suggestion.voice
    whose = "the outlet's own words"
    if voice.who == "quoted":
        whose = f"words of {voice.source}" if voice.source else "quoted words"
    what = named(session, suggestion.layer, suggestion.label)
    quote = _what(suggestion.layer, suggestion.quote)
    return (
        f"suggested: {what}, {quote}, strength {suggestion.strength:.2g}, "
        f"{whose}: {suggestion.reason}"
    )


def annotation(session: Session, held: Annotation) -> str:
    """An annotation with its origin, values and note."""
    origin = {
        Origin.UNAIDED: "made by you",
        Origin.ACCEPTED: "accepted by you",
        Origin.EDITED: "changed by you from a suggestion",
    }
    parts = [
        f"labelled: {named(session, held.layer, held.label)}",
        _what(held.layer, held.quote or ""),
        origin[held.origin],
        *values(session, held),
    ]
    links = len(session.spread.links_of(held.id))
    parts += [counted(links, "links")] if links else []
    return f"{', '.join(parts)}."


def values(session: Session, held: Annotation) -> list[str]:
    """The attributes of an annotation and its note, each as "name: value"."""
    label = session.labels.get(f"{held.layer}.{held.label}")
    names = {a.id: a.name for a in label.attributes} if label else {}
    said = [
        f"{lowered(names.get(key, key))}: {shown(value)}"
        for key, value in held.attributes.items()
        if value not in ("", None)
    ]
    return [*said, f"note: {held.note}"] if held.note else said


def shown(value: object) -> str:
    """An attribute's value in words."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)


def key(name: str) -> str:
    """A key of the keymap in words that a speech program does not skip."""
    if len(name) == 1 and name.isupper():
        return f"capital {name}"
    return name.replace("_", " ").replace("+", " ")


def guideline(label: Label) -> str:
    """What a label means."""
    example = f" Example: {label.example}" if label.example else ""
    return f"{label.name}: {label.guideline}{example}"


def named(session: Session, layer: Layer, label: str) -> str:
    """A label's name as it stands within a sentence."""
    found = session.labels.get(f"{layer}.{label}")
    return lowered(found.name) if found else label


def lowered(name: str) -> str:
    """`name` with a small first letter, unless it begins with an abbreviation."""
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]


def _what(layer: Layer, quote: str) -> str:
    return f"“{quote}”" if layer is Layer.SPAN else "the sentence"


def _letter(session: Session, document: Document) -> str:
    return chr(ord("A") + session.spread.documents.index(document))


def _outlet(session: Session, document: Document) -> str:
    return document.article.outlet or f"outlet {_letter(session, document)}"
