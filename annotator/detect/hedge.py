"""Hedges: cues that a claim is less than certain, by kind; with a parse also what they hedge."""

from dataclasses import replace

from annotator.detect import scope
from annotator.detect.hit import Detector, Hit
from annotator.detect.lexical import Lexical
from annotator.detect.nlp import Doc
from annotator.detect.scan import Match


class Hedge(Lexical):
    """Proposes cues; where there is a parse their reason ends with the words that they hedge."""

    def __init__(self) -> None:
        super().__init__("hedge")

    def hit(self, doc: Doc, match: Match) -> Hit:
        """The hit of a cue, with its scope where there is a parse."""
        found = super().hit(doc, match)
        hedged = scope.of(doc, match.first, match.last)
        return replace(found, reason=f"{found.reason} Scope: “{hedged}”.") if hedged else found


def build() -> Detector:
    """The detector with its shipped lexicon."""
    return Hedge()
