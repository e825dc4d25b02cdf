"""The tone of a sentence by VADER (Hutto & Gilbert 2014), only where it is strong.

VADER is a signal about sentences, not a highlighter: on news a word it knows is biased wording in
two cases of a hundred.
"""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property

from annotator.detect import valence
from annotator.detect.hit import Detector, Hit
from annotator.detect.nlp import Doc
from annotator.model import Layer, Span

_STRONG = 0.85
_NEEDED = 5.5
_LONGEST = 1000
_STRAIGHT = str.maketrans({"’": "'", "‘": "'"})
_EMOJI = re.compile("[\u2190-\u2bff\u3030\u303d\ufe0f\U0001f000-\U0001faff]")


class Sentiment:
    """Marks sentences whose VADER compound is at least 0.85 from zero.

    Emoji are blanked (VADER is quadratic in them) and only the first 1,000 characters count (its
    compound saturates with length). A source's words in quotation marks do not count: the tone is
    the outlet's. A sentence whose other words by themselves add up to less than 5.5 is not scored.
    """

    name = "sentiment"
    version = "vader-3.3.2-own-words"
    layer = Layer.SENTENCE
    labels = ("tone",)

    def detect(self, doc: Doc) -> Iterator[Hit]:
        """One hit a strong sentence; kind is positive or negative, strength the compound's size."""
        known = valence.analyzer().lexicon
        sums: defaultdict[int, float] = defaultdict(float)
        for index in doc.among(self._valued):
            if not doc.quoted(doc.starts[index], doc.ends[index]):
                sums[doc.sentence_of[index]] += known[doc.words[index]]
        for sentence, total in sums.items():
            if abs(total) < _NEEDED:
                continue
            span = doc.spans[sentence]
            compound = self._compound(_unquoted(doc, span))
            if abs(compound) >= _STRONG:
                kind = "positive" if compound > 0 else "negative"
                reason = f"VADER finds the outlet's words here strongly {kind} ({compound:+.2f})."
                yield Hit(
                    span.start, span.end, "tone", kind, f"vader.{kind}", reason, abs(compound)
                )

    @cached_property
    def _valued(self) -> frozenset[str]:
        return frozenset(valence.analyzer().lexicon)

    def _compound(self, sentence: str) -> float:
        plain = _EMOJI.sub(" ", sentence[:_LONGEST].translate(_STRAIGHT))
        return float(valence.analyzer().polarity_scores(plain)["compound"])


def _unquoted(doc: Doc, span: Span) -> str:
    """The sentence without what stands in it in quotation marks."""
    kept, at = "", span.start
    first = bisect_right(doc.quotes, span.start, key=lambda quote: quote.end)
    stop = bisect_left(doc.quotes, span.end, key=lambda quote: quote.start)
    for quote in doc.quotes[first:stop]:
        if not quote.scare:
            kept += doc.text[at : max(at, quote.start)]
            at = quote.end
    return kept + doc.text[at : span.end]


def build() -> Detector:
    """The detector; VADER's lexicon is read at first use."""
    return Sentiment()
