"""Counterparts in a corpus: found when articles come together in a story, which is done here."""

import sys
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import redirect_stdout
from itertools import product
from typing import TYPE_CHECKING

from annotator import asymmetries
from annotator.errors import AnnotatorError
from annotator.history import Event, Kind
from annotator.model import Article, Counterpart, Story
from annotator.store.reads import Reads
from annotator.store.writer import Transaction, Writer

if TYPE_CHECKING:
    from annotator.stories.registry import Aligner

PARTNERS = 12
"""Articles that any other of its story is aligned with: the first ones. A story of a hundred copies
of one text so costs twelve alignments an article."""

SETTING = "aligner"
"""The setting of a corpus that names its aligner."""

_MATCHED = (Kind.ALIGN, Kind.UNALIGN)


def choose(writer: Writer, aligner: str) -> None:
    """Let `aligner` find the counterparts of this corpus; UsageError when there is none such."""
    from annotator.stories import registry  # the reader's first frame needs no aligner

    registry.check(aligner)
    writer.submit(lambda t: t.set_setting(SETTING, aligner)).result()


def bring_together(
    transaction: Transaction, articles: Collection[str], aligning: "Aligning | None" = None
) -> list[str]:
    """Align these articles with the others of their stories, where that was not done before, and
    look for asymmetries between them, which are told by counterparts.

    The answer says which aligner failed and why; what it left out is done by the one that comes
    with the program.
    """
    aligning = aligning or Aligning(transaction)
    for a, b in _parted(transaction, articles):
        transaction.add_counterparts(aligning.counterparts(transaction, a, b))
    asymmetries.propose(transaction, articles, aligning.held)
    return list(aligning.complaints)


def offered(
    corpus: Reads, annotator: str, sentence: tuple[str, int], other: str | None = None
) -> list[Counterpart]:
    """The three likeliest counterparts of a sentence in `other`, or in all of its story.

    Best first, without those the annotator has ruled on. UsageError for an unknown article.
    """
    from annotator.stories import alignment  # nor here

    a, home = corpus.article(sentence[0]), corpus.story_of(sentence[0])
    others = [other] if other else corpus.story(home).articles if home else []
    found: list[Counterpart] = []
    for b in [corpus.article(name) for name in others if name != a.id]:
        rulings = [*corpus.rulings(a.id), *corpus.rulings(b.id)]
        ends = [_ends(r) for r in rulings if r.annotator == annotator and r.kind in _MATCHED]
        ruled = {n for pair in ends if sentence in pair for article, n in pair if article == b.id}
        found += alignment.candidates(a, b, sentence[1], without=ruled)
    return sorted(found, key=lambda pair: -pair.score)[:3]


def _ends(ruling: Event) -> list[tuple[str, int]]:
    return [(str(ruling.body[key][0]), int(ruling.body[key][1])) for key in ("a", "b")]


def _parted(transaction: Transaction, articles: Collection[str]) -> Iterator[tuple[str, str]]:
    """Pairs of these articles and the first of their stories that have no counterparts yet."""
    asked = set(articles)
    homes = dict.fromkeys(transaction.story_of(article) for article in articles)
    for home in filter(None, homes):
        members = transaction.story(home).articles
        seen = {pair for article in asked & {*members} for pair in transaction.aligned(article)}
        yield from _pairs(members, asked, seen)


def _pairs(
    members: Sequence[str], asked: Collection[str], seen: set[frozenset[str]]
) -> Iterator[tuple[str, str]]:
    """Pairs of the first articles of a story and any, one of them `asked`, not yet `seen`."""
    for a, b in product(members[:PARTNERS], members):
        new = (a in asked or b in asked) and frozenset((a, b)) not in seen
        if new and a != b:
            seen.add(frozenset((a, b)))
            yield a, b


class Aligning:
    """The aligner of a corpus at work; it gives way to ours when it cannot be loaded, fails or
    answers nonsense, which `complaints` tell.

    `held` are articles in memory. What the aligner prints goes to stderr: standard output is for
    data.
    """

    def __init__(self, corpus: Reads, held: Mapping[str, Article] | None = None) -> None:
        from annotator.stories import registry  # nor here

        self.held = dict(held or {})
        self.complaints: dict[str, None] = {}
        self._found: dict[tuple[str, str], list[Counterpart]] = {}
        self._name = corpus.setting(SETTING)
        self._ours = registry.load(registry.DEFAULT)
        self._aligner: Aligner = self._ours
        try:
            self._aligner = registry.load(self._name or registry.DEFAULT)
        except AnnotatorError as error:
            said = f"{error.message}; counterparts are found by the one that comes along"
            self.complaints[said] = None

    def ahead(self, corpus: Reads, stories: Iterable[Story]) -> None:
        """Find the counterparts of the articles held with others of these stories before they are
        asked for, so that no transaction has to last so long."""
        fresh = set(self.held)
        for story in stories:
            for a, b in _pairs(story.articles, fresh, set()):
                self._found[a, b] = self.counterparts(corpus, a, b)

    def counterparts(self, corpus: Reads, a: str, b: str) -> list[Counterpart]:
        """The counterparts of two articles."""
        if (a, b) not in self._found:
            return self._align(self._article(corpus, a), self._article(corpus, b))
        return self._found[a, b]

    def _article(self, corpus: Reads, wanted: str) -> Article:
        if wanted not in self.held:
            self.held[wanted] = corpus.article(wanted)
        return self.held[wanted]

    def _align(self, a: Article, b: Article) -> list[Counterpart]:
        if self._aligner is self._ours:
            return self._ours(a, b)
        try:
            with redirect_stdout(sys.stderr):
                return [_checked(pair, a, b) for pair in self._aligner(a, b)]
        except (Exception, SystemExit) as error:  # whatever somebody else's code may raise
            self.complaints[f"aligner {self._name!r} failed and was skipped: {error}"] = None
            return self._ours(a, b)


def _checked(pair: Counterpart, a: Article, b: Article) -> Counterpart:
    """The pair, when it names sentences of these articles in this order; ValueError otherwise."""
    for (named, sentence), article in ((pair.a, a), (pair.b, b)):
        if named != article.id or not 0 <= sentence < len(article.sentences):
            raise ValueError(f"{named}:{sentence} is no sentence of article {article.id}")
    if not 0 <= pair.score <= 1:
        raise ValueError(f"a score must be in [0, 1], not {pair.score}")
    return pair
