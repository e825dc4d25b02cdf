"""Questions in words: numbered choices, values of attributes, labels of a whole."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from annotator.model import Annotation, Layer
from annotator.scheme import Attribute, AttributeType, Label
from annotator.tui.plain import spoken

if TYPE_CHECKING:
    from annotator.tui.plain.dialogue import Dialogue


def choose(
    dialogue: "Dialogue", question: str, options: Sequence[str], held: str = "", keep: str = ""
) -> int | None:
    """Which option was answered, by its number or the beginning of its words; None when empty.

    `held` is what stands now, `keep` says what an empty answer does; without `keep` there is none.
    """
    numbered = ", ".join(f"{number} {option}" for number, option in enumerate(options, 1))
    now = f" Now: {held}." if held else ""
    full = f"{question} {numbered}.{now}{f' {keep}' if keep else ''}"
    short = f"A number from 1 to {len(options)}; question mark says them again, cancel leaves."
    asked = full
    while True:
        answer = dialogue.ask(asked)
        if not answer and keep:
            return None
        found = _meant(options, answer)
        if found is not None:
            return found
        asked = full if answer == "?" else short


def _meant(options: Sequence[str], answer: str) -> int | None:
    if answer.isdecimal():
        return int(answer) - 1 if 1 <= int(answer) <= len(options) else None
    lower = [option.lower() for option in options]
    if answer.lower() in lower:
        return lower.index(answer.lower())
    begin = [at for at, option in enumerate(lower) if answer and option.startswith(answer.lower())]
    return begin[0] if len(begin) == 1 else None


def values(dialogue: "Dialogue", label: Label, held: Mapping[str, Any]) -> dict[str, Any]:
    """A value for each attribute of `label` that was answered; empty keeps what is held."""
    answers = {a.id: _value(dialogue, a, held.get(a.id)) for a in label.attributes}
    return {key: value for key, value in answers.items() if value not in (None, "")}


def _value(dialogue: "Dialogue", attribute: Attribute, held: object) -> object:
    question = attribute.name if attribute.name.endswith("?") else f"{attribute.name}?"
    now = spoken.shown(held) if held not in (None, "") else ""
    keep = "Enter keeps it." if now else "" if attribute.required else "Enter leaves it open."
    match attribute.type:
        case AttributeType.CHOICE:
            chosen = choose(dialogue, question, attribute.choices, now, keep)
            return held if chosen is None else attribute.choices[chosen]
        case AttributeType.FLAG:
            chosen = choose(dialogue, question, ("yes", "no"), now, keep)
            return held if chosen is None else chosen == 0
        case AttributeType.SCALE:
            return _number(dialogue, attribute, held, f"{f' Now: {now}.' if now else ''} {keep}")
    return text(dialogue, question, now, required=attribute.required)


def _number(dialogue: "Dialogue", attribute: Attribute, held: object, keep: str) -> object:
    scale = f"A number from {attribute.low} to {attribute.high}"
    asked = f"{attribute.name}? {scale}.{keep}"
    while True:
        answer = dialogue.ask(asked)
        if not answer and (held is not None or not attribute.required):
            return held
        try:
            number = int(answer)
        except ValueError:
            number = attribute.low - 1
        if attribute.problem(number) is None:
            return number
        asked = f"{scale}, please; cancel leaves."


def text(dialogue: "Dialogue", question: str, held: str, *, required: bool = False) -> str:
    """Words of the person's own; an empty answer keeps what is held, a lone hyphen clears it."""
    empty = "" if required else " Enter leaves it empty."
    keep = f" Now: “{held}”. Enter keeps it, a hyphen clears it." if held else empty
    while True:
        answer = dialogue.ask(f"{question} In your own words.{keep}")
        wanted = held if not answer else "" if answer == "-" else answer
        if wanted or not required:
            return wanted
        question = "This one needs an answer; cancel leaves."


def whole(dialogue: "Dialogue", layer: Layer) -> None:
    """Set or take away labels of the sentence, article or story, until an empty answer."""
    session = dialogue.session
    labels = session.scheme.layer(layer)
    while True:
        standing = session.standing(layer)
        told = [_told(dialogue, label, standing.get(label.id)) for label in labels]
        chosen = choose(dialogue, f"Labels of the {layer}:", told, keep="Which one? Enter leaves.")
        if chosen is None:
            return
        label = labels[chosen]
        dialogue.say(spoken.guideline(label))
        _set(dialogue, label, standing.get(label.id))


def _told(dialogue: "Dialogue", label: Label, held: Annotation | None) -> str:
    if held is None:
        return f"{label.name} ({'needed, ' if label.required else ''}not set)"
    return f"{label.name} ({'; '.join(spoken.values(dialogue.session, held)) or 'set'})"


def _set(dialogue: "Dialogue", label: Label, held: Annotation | None) -> None:
    session = dialogue.session
    if held is not None:
        todo = choose(dialogue, "It is set:", ("change it", "take it away"), keep="Enter leaves.")
        if todo is None:
            return
        if todo == 1:
            session.do(session.desk.remove(held.id))
            dialogue.say(f"taken away: {label.name}")
            return
    last = session.last_values.get(f"{label.layer}.{label.id}", {})
    now = held.attributes if held else {**label.defaults(), **last}
    session.label_whole(label, values(dialogue, label, now))
    made = session.standing(label.layer)[label.id]
    dialogue.say(f"set: {'; '.join([label.name, *spoken.values(session, made)])}")
