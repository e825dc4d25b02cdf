"""Hedges: cues that a claim is less than certain, by kind."""

from annotator.detect.hit import Detector
from annotator.detect.lexical import Lexical


def build() -> Detector:
    """The detector with its shipped lexicon."""
    return Lexical("hedge")
