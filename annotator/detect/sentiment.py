"""The tone of a sentence by VADER (Hutto & Gilbert 2014), only where it is strong.

VADER is a signal about sentences, not a highlighter: on news a word it knows is biased wording in
two cases of a hundred.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from annotator.detect.hit import Detector, Hit
from annotator.detect.nlp import Doc
from annotator.model import Layer

if TYPE_CHECKING:
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

_STRONG = 0.85
_NEEDED = 5.5
_LONGEST = 1000
_STRAIGHT = str.maketrans({"’": "'", "‘": "'"})
_EMOJI = re.compile("[\u2190-\u2bff\u3030\u303d\ufe0f\U0001f000-\U0001faff]")


class Sentiment:
    """Marks sentences whose VADER compound is at least 0.85 from zero.

    Emoji are blanked (VADER is quadratic in them) and only the first 1,000 characters count (its
    compound saturates with length). A sentence whose words by
    themselves add up to less than 5.5 is not scored.
    """

    name = "sentiment"
    version = "vader-3.3.2"
    layer = Layer.SENTENCE
    labels = ("tone",)

    def detect(self, doc: Doc) -> Iterator[Hit]:
        """One hit a strong sentence; kind is positive or negative, strength the compound's size."""
        valence = self._analyzer.lexicon
        sums: defaultdict[int, float] = defaultdict(float)
        for index in doc.among(self._valued):
            sums[doc.sentence_of[index]] += valence[doc.words[index]]
        for sentence, total in sums.items():
            if abs(total) < _NEEDED:
                continue
            span = doc.spans[sentence]
            compound = self._compound(doc.text[span.start : span.end])
            if abs(compound) >= _STRONG:
                kind = "positive" if compound > 0 else "negative"
                reason = f"VADER finds the sentence as a whole strongly {kind} ({compound:+.2f})."
                yield Hit(
                    span.start, span.end, "tone", kind, f"vader.{kind}", reason, abs(compound)
                )

    @cached_property
    def _valued(self) -> frozenset[str]:
        return frozenset(self._analyzer.lexicon)

    def _compound(self, sentence: str) -> float:
        plain = _EMOJI.sub(" ", sentence[:_LONGEST].translate(_STRAIGHT))
        return float(self._analyzer.polarity_scores(plain)["compound"])

    @cached_property
    def _analyzer(self) -> "SentimentIntensityAnalyzer":
        from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

        return SentimentIntensityAnalyzer()


def build() -> Detector:
    """The detector; VADER's lexicon is read at first use."""
    return Sentiment()
