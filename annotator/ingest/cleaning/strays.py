"""Sentences that tell nothing of what the article tells: appeals, offers, who wrote it."""

from collections import Counter
from collections.abc import Iterable, Sequence

from annotator.ingest.cleaning.clutter import addresses_readers
from annotator.ingest.cleaning.items import Item
from annotator.ingest.cleaning.lines import content_words

_LEAST_SENTENCES = 6
_OWN_MATTER = 4
_LONGEST_APPEAL = 25  # words
_BY_CHANCE = 0.15  # of its words an appeal may share with any article
_REASON = "tells of something else"


def hide_strays(items: Sequence[Item]) -> None:
    """Hide sentences of a body that share no matter with the rest of it.

    Such a sentence is hidden at either end of the body; within it only where it speaks to readers
    or of the site. In a body of few sentences none is: they may well share nothing.
    """
    lines = [item for item in items if item.free and not item.marked]
    matter = [content_words(item.line.text) for item in lines]
    told = Counter(word for words in matter for word in words)
    if sum(not item.label_like for item in lines) < _LEAST_SENTENCES:
        return
    shared = [_shared(words, told) for words in matter]
    for item, share in zip(lines, shared, strict=True):
        short = not item.label_like and item.line.words <= _LONGEST_APPEAL
        if short and share <= _BY_CHANCE and addresses_readers(item.line.text):
            item.hide("speaks to readers, not of the news")
    for run in (zip(lines, shared, strict=True), zip(lines[::-1], shared[::-1], strict=True)):
        _hide_edge(run)


def _hide_edge(run: Iterable[tuple[Item, float]]) -> None:
    """Hide the strays from one end of the body on, with the short lines among them."""
    above: list[Item] = []
    for item, share in run:
        if item.free and item.label_like:
            above.append(item)
        elif item.free and share:
            return
        else:
            for stray in (*above, item):
                stray.hide(stray.reason or _REASON)
            above = []


def _shared(words: frozenset[str], told: Counter[str]) -> float:
    """The share of a line's words that other lines have; 1 for a line of few words."""
    if len(words) < _OWN_MATTER:
        return 1.0
    return sum(told[word] > 1 for word in words) / len(words)
