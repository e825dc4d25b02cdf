"""Loaded language: words that judge where a neutral one was at hand."""

from annotator.detect.hit import Detector
from annotator.detect.lexical import Lexical


def build() -> Detector:
    """The detector with its shipped lexicon."""
    return Lexical("loaded")
