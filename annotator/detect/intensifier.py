"""Boosters: words that raise the force or the certainty of a statement."""

from annotator.detect.hit import Detector
from annotator.detect.lexical import Lexical


def build() -> Detector:
    """The detector with its shipped lexicon."""
    return Lexical("intensifier")
