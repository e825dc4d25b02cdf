"""What a suggestion's evidence already answers of the questions that a label asks."""

from typing import Any

from annotator.model import Suggestion
from annotator.scheme import AttributeType, Label


def answers(label: Label, suggestion: Suggestion) -> dict[str, Any]:
    """The choice attributes of a label that kind, voice or polarity of a suggestion answer."""
    from annotator.detect import lexicon  # the first frame does without

    voice = "quoted source" if suggestion.voice.who == "quoted" else "outlet"
    known = (suggestion.kind, voice, lexicon.polarity(suggestion.entry))
    return {
        attribute.id: answer
        for attribute in label.attributes
        if attribute.type is AttributeType.CHOICE
        for answer in known
        if answer in attribute.choices
    }
