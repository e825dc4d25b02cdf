"""Loaded language: words that judge where a neutral one was at hand, and scare quotes."""

from collections.abc import Iterator
from dataclasses import replace

from annotator.detect import lexicon, sources
from annotator.detect.hit import Detector, Hit
from annotator.detect.lexical import Lexical
from annotator.detect.nlp import Doc

_SHOWN = 0.55
_QUOTED = 0.65
_SCARE = Hit(
    0,
    0,
    "loaded",
    "scare quotes",
    "rule.scare-quotes",
    "A word alone in quotation marks: the outlet keeps its distance from it.",
    0.55,
)


class Loaded(Lexical):
    """Proposes entries of strength 0.55 and up, so that about two words in a hundred are marked.

    An entry's strength is the chance, as judged by its author, that a trained reader marks it. A
    source's words count for less than the outlet's: in quotation marks it falls to two thirds.
    """

    def __init__(self) -> None:
        super().__init__("loaded")

    def detect(self, doc: Doc) -> Iterator[Hit]:
        """The hits in reading order, then words in scare quotes that no entry covers."""
        covered: set[int] = set()
        for hit in super().detect(doc):
            strength = hit.strength * (_QUOTED if doc.quoted(hit.start, hit.end) else 1)
            if strength >= _SHOWN:
                covered.update(range(hit.start, hit.end))
                yield replace(hit, strength=strength)
        for start, end in _scare_quotes(doc):
            if start not in covered:
                yield replace(_SCARE, start=start, end=end)


def _scare_quotes(doc: Doc) -> Iterator[tuple[int, int]]:
    """Lower-case words alone in quotation marks, where nobody is said to have said or named them.

    A colour in marks names a party or a team.
    """
    naming, colours = lexicon.classes()["naming"], lexicon.classes()["colour"]
    for quote in doc.quotes:
        inside = doc.text[quote.start : quote.end]
        first = doc.index(quote.start)
        if not (quote.scare and inside.isalpha() and inside.islower()) or first >= len(doc.words):
            continue
        if inside in colours:
            continue
        begin, _ = doc.sentences[doc.sentence_of[first]]
        before = doc.words[max(begin, first - 3) : first]
        if naming.isdisjoint(before) and not sources.by_sentence(doc).get(doc.sentence_of[first]):
            yield quote.start, quote.end


def build() -> Detector:
    """The detector with its shipped lexicon."""
    return Loaded()
