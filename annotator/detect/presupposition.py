"""Presupposition triggers: words that take a statement for granted."""

from annotator.detect.hit import Detector
from annotator.detect.lexical import Lexical


def build() -> Detector:
    """The detector with its shipped lexicon."""
    return Lexical("presupposition")
