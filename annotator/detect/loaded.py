"""Loaded language: words that judge where a neutral one was at hand, and scare quotes."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from annotator.detect import lexicon, sources
from annotator.detect.hit import Detector, Hit
from annotator.detect.lexical import Lexical
from annotator.detect.nlp import Doc

_SHOWN = 0.55
_QUOTED = 0.75
_SNIPPED = 0.65
_SNIPPET = 25
_COUNTS, _CHARGED = 0.35, 0.4
_JOINTS = frozenset((" ", "-", ", ", " and ", " or ", ", and "))
_JOINT = max(map(len, _JOINTS))
_ACCUSING = frozenset(("accuse", "accuses", "accused", "accusing"))
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
    source's words count for less than the outlet's: in a quotation for three quarters, in a snippet
    of under 25 characters, and in what somebody is accused of, for two thirds. Two charged words
    side by side ("harshly criticised") count for more than each alone.
    """

    def __init__(self) -> None:
        super().__init__("loaded")

    def detect(self, doc: Doc) -> Iterator[Hit]:
        """The hits in reading order, then words in scare quotes that no entry covers."""
        covered: set[int] = set()
        for hit in _weighed(doc, list(super().detect(doc))):
            covered.update(range(hit.start, hit.end))
            yield hit
        for start, end in _scare_quotes(doc):
            if start not in covered:
                yield replace(_SCARE, start=start, end=end)


def _weighed(doc: Doc, hits: list[Hit]) -> Iterator[Hit]:
    """The hits that their company and whose words they are leave strong enough."""
    beside: set[int] = set()
    for left, right in pairwise(hit for hit in hits if hit.strength >= _COUNTS):
        close = right.start - left.end <= _JOINT
        if close and doc.text[left.end : right.start].replace("\n", " ") in _JOINTS:
            beside |= {left.start, right.start}
    for hit in hits:
        charged = hit.strength >= _CHARGED and hit.start in beside
        strength = max(hit.strength, _SHOWN) if charged else hit.strength
        if strength >= _SHOWN and (own := strength * _owned(doc, hit)) >= _SHOWN:
            yield hit if own == hit.strength else replace(hit, strength=own)


def _owned(doc: Doc, hit: Hit) -> float:
    """How much of the wording is the outlet's: 1, or less where somebody is quoted."""
    middle = (hit.start + hit.end) // 2
    at = bisect_right(doc.quotes, middle, key=lambda quote: quote.start) - 1
    if at >= 0 and middle < (quote := doc.quotes[at]).end:
        return _SNIPPED if quote.end - quote.start < _SNIPPET else _QUOTED
    return _SNIPPED if _accused(doc, doc.index(hit.start)) else 1


def _accused(doc: Doc, index: int) -> bool:
    """Whether the word stands in what somebody is accused of, said in the same sentence."""
    first, _ = doc.sentences[doc.sentence_of[index]]
    before = doc.words[max(first, index - 15) : index]
    told = next((n for n, word in enumerate(before) if word in _ACCUSING), len(before))
    return "of" in before[told:]


def _scare_quotes(doc: Doc) -> Iterator[tuple[int, int]]:
    """Lower-case words alone in quotation marks, where nobody is said to have said or named them.

    A colour in marks names a party or a team, a word before "rule", "vote" or "remarks" is theirs.
    """
    classes = lexicon.classes()
    for quote in doc.quotes:
        inside = doc.text[quote.start : quote.end]
        first = doc.index(quote.start)
        if not (quote.scare and inside.isalpha() and inside.islower()) or first >= len(doc.words):
            continue
        begin, end = doc.sentences[doc.sentence_of[first]]
        near, before = (
            doc.words[max(begin, first - 3) : first],
            doc.words[max(begin, first - 7) : first],
        )
        after = doc.words[first + 1 : min(end, first + 4)]
        named = not classes["naming"].isdisjoint(near) or not classes["calling"].isdisjoint(before)
        if inside in classes["colour"] or named or not classes["wording"].isdisjoint(after):
            continue
        if not sources.by_sentence(doc).get(doc.sentence_of[first]):
            yield quote.start, quote.end


def build() -> Detector:
    """The detector with its shipped lexicon."""
    return Loaded()
