"""What a suggestion or the text itself already answers of the questions that a label asks."""

from collections.abc import Sequence
from typing import Any

from annotator.model import Suggestion
from annotator.scheme import AttributeType, Label

_QUOTED = "quoted source"
_KINDS = {"asymmetry": "labelling"}


def of(label: Label, suggestion: Suggestion) -> dict[str, Any]:
    """The choice attributes of a label that a suggestion answers.

    Its kind, its voice, its polarity, and of an attribution whether the source has a name.
    """
    from annotator.detect import attribution, lexicon  # the first frame does without

    whose = _QUOTED if suggestion.voice.who == "quoted" else "outlet"
    known = (suggestion.kind, whose, lexicon.polarity(suggestion.entry))
    return _among(
        label, (*known, _KINDS.get(suggestion.kind), attribution.source(suggestion.reason))
    )


def voice(label: Label, text: str, start: int, end: int) -> dict[str, Any]:
    """The choice attributes that say whose words `[start, end)` are, where these are quoted.

    The rule of `detect.voice`, on the lines up to a blank one: there a quotation ends.
    It asks the text and no suggestion, so that it answers a blind reader too.
    """
    answered = _among(label, (_QUOTED,))
    return answered if answered and _quoted(text, (start + end) // 2) else {}


def _quoted(text: str, at: int) -> bool:
    from annotator.detect import quotes  # the first frame does without

    first, last = text.rfind("\n\n", 0, at) + 1, text.find("\n\n", at)
    outer = quotes.outermost(text[first : last if last >= 0 else None])
    return quotes.quoted(outer, at - first)


def _among(label: Label, known: Sequence[str | None]) -> dict[str, Any]:
    return {
        attribute.id: answer
        for attribute in label.attributes
        if attribute.type is AttributeType.CHOICE
        for answer in known
        if answer in attribute.choices
    }
