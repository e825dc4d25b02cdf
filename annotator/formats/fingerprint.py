"""Finding a place again in a changed copy of a text that was never given away.

A text-free export carries two bits for each word of the article and, for each place, the words it
begins and ends in. Two bits are far less than a word holds, so the text cannot be rebuilt from
them, but a run of twenty words is as good as unique: an alignment of two such rows shows where
every word went.
"""

import hashlib
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from annotator.model import Span
from annotator.text.words import words

_SAME = str.maketrans("’‘‛ʼ“”„«»‐‑", "''''" + '"""""--', "\u00ad\u200b")
_RUN = 6
_AROUND = 40
_MANY = 6


def fold(text: str) -> str:
    """The text as it counts for comparison: case, white space, quotes and hyphens made one."""
    return " ".join(text.translate(_SAME).casefold().split())


def digits(text: str, spans: Sequence[Span] | None = None) -> str:
    """One digit from 0 to 3 for each word of `text`: two bits of the hash of the folded word."""
    found = words(text) if spans is None else spans
    return "".join(str(_hash(text[start:end])[0] & 3) for start, end in found)


def check(quote: str) -> str:
    """Two hex digits of the hash of a folded quote, to tell a word that was replaced."""
    return f"{_hash(quote)[1]:02x}"


def _hash(text: str) -> bytes:
    return hashlib.sha256(fold(text).encode("utf-8")).digest()


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place told by words: it begins `lead` code points after the start of word `first` and
    ends `tail` before the end of word `last`.

    Word -1 is the start of the text, and the word after the last one its end.
    """

    first: int
    lead: int
    last: int
    tail: int


def anchor(spans: Sequence[Span], length: int, place: Span) -> Anchor:
    """The anchor of `place` in a text of `length` code points with these words."""
    first = bisect_right(spans, place.start, key=lambda word: word.start) - 1
    last = bisect_left(spans, place.end, key=lambda word: word.end)
    begin = spans[first].start if first >= 0 else 0
    end = spans[last].end if last < len(spans) else length
    return Anchor(first, place.start - begin, last, end - place.end)


class Copy:
    """A changed copy of a text, lined up with the digits of the original."""

    def __init__(self, original: str, text: str) -> None:
        self.text = text
        self.words = words(text)
        self.count = len(original)
        self._digits = (original, digits(text, self.words))
        self._to: dict[int, int] = {-1: -1, len(original): len(self.words)}
        self._firm: set[int] = set()
        for step in Levenshtein.opcodes(*self._digits):
            if step.tag != "equal":
                continue
            run = range(step.src_start, step.src_end)
            self._to |= {n: step.dest_start + n - step.src_start for n in run}
            if len(run) >= _RUN or len(run) == len(original):
                self._firm.update(run)

    def find(self, place: Anchor, checked: str) -> Span | None:
        """Where the place went: None when its words are gone or no longer the same.

        A long place whose ends and four fifths of whose words stand may have changed inside.
        """
        return self._aligned(place, checked) or self._beside(place, checked)

    def _beside(self, place: Anchor, checked: str) -> Span | None:
        """The place, where what was put in next to it drew the alignment off by some words.

        Its words must be the same, and so must the digits of a run before or behind them.
        """
        before, after = self._digits
        first, last = max(place.first, 0), min(place.last, self.count - 1) + 1
        guess = next((self._to[n] for n in range(first, -2, -1) if n in self._to), 0)
        for start in sorted(range(guess - _AROUND, guess + _AROUND), key=lambda n: abs(n - guess)):
            end = start + last - first
            if start < 0 or end > len(self.words):
                continue
            lead = before[max(0, first - _RUN) : last], after[max(0, start - _RUN) : end]
            tail = before[first : last + _RUN], after[start : end + _RUN]
            if not any(a == b and len(a) == last - first + _RUN for a, b in (lead, tail)):
                continue
            found = Span(self._edge(start, 0) + place.lead, self._edge(end - 1, 1) - place.tail)
            if found.start < found.end and check(self.text[slice(*found)]) == checked:
                return found
        return None

    def _aligned(self, place: Anchor, checked: str) -> Span | None:
        found = self.nearest(place)
        inside = range(max(place.first, 0), min(place.last, self.count - 1) + 1)
        if found is None or not all(n in self._to for n in (place.first, place.last)):
            return None
        if not any(n in self._firm for n in inside):
            return None
        kept = sum(n in self._to for n in inside)
        if check(self.text[found.start : found.end]) == checked:
            return found
        return found if len(inside) >= _MANY and kept >= 0.8 * len(inside) else None

    def nearest(self, place: Anchor) -> Span | None:
        """Where the place went, its ends moved inward to words that still stand."""
        first = next((n for n in range(place.first, place.last + 1) if n in self._to), None)
        last = next((n for n in range(place.last, place.first - 1, -1) if n in self._to), None)
        if first is None or last is None:
            return None
        lead = place.lead if first == place.first else 0
        tail = place.tail if last == place.last else 0
        start = self._edge(self._to[first], 0) + lead
        end = self._edge(self._to[last], 1) - tail
        return Span(start, end) if 0 <= start < end <= len(self.text) else None

    def _edge(self, word: int, side: int) -> int:
        if word < 0:
            return 0
        return self.words[word][side] if word < len(self.words) else len(self.text)
