"""The tone of a sentence by VADER (Hutto & Gilbert 2014), as far as the outlet's own words judge.

VADER by itself takes a murder for anger and a prize for joy: of 55 sentences that state such facts
it calls 40 strongly negative or positive. So only words that judge count (`lexicons/tone.toml`).
"""

import hashlib
import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from importlib import metadata

from annotator.detect import valence
from annotator.detect.hit import Detector, Hit
from annotator.detect.nlp import Doc
from annotator.model import Layer, Span

_STRONG = 0.5
_NEEDED = 2.2
_LONGEST = 1000
_STRAIGHT = str.maketrans({"’": "'", "‘": "'"})
_EMOJI = re.compile("[\u2190-\u2bff\u3030\u303d\ufe0f\U0001f000-\U0001faff]")


class Sentiment:
    """Marks sentences whose VADER compound is at least 0.5 from zero, of words that judge.

    Emoji are blanked (VADER is quadratic in them) and only the first 1,000 characters count (its
    compound saturates with length). A source's words in quotation marks do not count, nor do names:
    the tone is the outlet's. A sentence whose other words add up to less than 2.2, which one strong
    word or two weaker ones do, is not scored.
    """

    name = "sentiment"
    layer = Layer.SENTENCE
    labels = ("tone",)

    @cached_property
    def version(self) -> str:
        """VADER's version and a hash of the words that judge."""
        vader = metadata.version("vaderSentiment")
        return f"vader-{vader}-{hashlib.sha256(valence.JUDGING.read_bytes()).hexdigest()[:8]}"

    def detect(self, doc: Doc) -> Iterator[Hit]:
        """One hit a strong sentence; kind is positive or negative, strength the compound's size."""
        known = valence.judge().lexicon
        sums: defaultdict[int, float] = defaultdict(float)
        for index in doc.among(self._judging):
            if not (doc.quoted(doc.starts[index], doc.ends[index]) or doc.named(index)):
                sums[doc.sentence_of[index]] += known[doc.words[index]]
        for sentence, total in sums.items():
            if abs(total) < _NEEDED:
                continue
            span = doc.spans[sentence]
            compound = self._compound(_unquoted(doc, span))
            if abs(compound) >= _STRONG:
                kind = "positive" if compound > 0 else "negative"
                reason = f"VADER finds what judges in the outlet's words {kind} ({compound:+.2f})."
                yield Hit(
                    span.start, span.end, "tone", kind, f"vader.{kind}", reason, abs(compound)
                )

    @cached_property
    def _judging(self) -> frozenset[str]:
        return frozenset(valence.judge().lexicon)

    def _compound(self, sentence: str) -> float:
        plain = _EMOJI.sub(" ", sentence[:_LONGEST].translate(_STRAIGHT))
        return float(valence.judge().polarity_scores(plain)["compound"])


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
