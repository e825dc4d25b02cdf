"""What to annotate next so that the learner learns most: uncertainty sampling (Settles 2009, 2.1).

A suggestion is worth the entropy of its strength, which is one bit at 0.5 and nothing at 0 or 1.
Strengths are the learned ones where a model was trained, else the detectors' own.
"""

import math
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from annotator.model import Arm, Span
from annotator.store.reads import Reads


@dataclass(frozen=True, slots=True)
class Waiting:
    """A sentence with undecided suggestions; `bits` is what deciding on them may teach."""

    story: str
    article: str
    sentence: int
    span: Span
    bits: float


def queue(corpus: Reads, annotator: str) -> list[Waiting]:
    """The sentences that wait for an annotator, the most telling first.

    Articles that she marked done or reads blind are left out.
    """
    found = [
        waiting
        for story in corpus.stories()
        for article in story.articles
        if article not in corpus.done(story.id, annotator)
        and corpus.arm(annotator, article) is Arm.ASSISTED
        for waiting in _sentences(corpus, annotator, story.id, article)
    ]
    return sorted(found, key=lambda one: (-one.bits, one.story, one.article, one.sentence))


def by_story(waiting: Iterable[Waiting]) -> dict[str, float]:
    """The bits of each story's most telling ten sentences, best story first."""
    bits: defaultdict[str, list[float]] = defaultdict(list)
    for one in waiting:
        bits[one.story].append(one.bits)
    sums = {story: sum(sorted(own)[-_TELLING:]) for story, own in bits.items()}
    return dict(sorted(sums.items(), key=lambda item: (-item[1], item[0])))


_TELLING = 10
"""A long story is no more worth reading first than a short one that is as uncertain."""


def _sentences(corpus: Reads, annotator: str, story: str, article: str) -> list[Waiting]:
    page = corpus.page(article, annotator)
    starts = [span.start for span in page.article.sentences]
    bits: defaultdict[int, float] = defaultdict(float)
    for held in page.suggestions:
        index = bisect_right(starts, held.start) - 1
        if held.id not in page.decisions and index >= 0:
            bits[index] += entropy(held.strength)
    spans = page.article.sentences
    return [Waiting(story, article, n, spans[n], worth) for n, worth in bits.items() if worth]


def entropy(chance: float) -> float:
    """The entropy, in bits, of a yes or no with this chance of yes."""
    if chance in (0, 1):
        return 0.0
    return -chance * math.log2(chance) - (1 - chance) * math.log2(1 - chance)
