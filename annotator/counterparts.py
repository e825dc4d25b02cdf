"""Counterparts in a corpus: found when articles come together in a story, which is done here."""

import sys
from collections.abc import Collection, Iterator, Mapping
from contextlib import redirect_stdout
from itertools import product
from typing import TYPE_CHECKING

from annotator import asymmetries
from annotator.errors import AnnotatorError
from annotator.history import Event, Kind
from annotator.model import Article, Counterpart
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
    transaction: Transaction, articles: Collection[str], held: Mapping[str, Article] | None = None
) -> list[str]:
    """Align these articles with the others of their stories, where that was not done before, and
    look for asymmetries between them, which are told by counterparts.

    `held` are articles in memory already. The answer says which aligner failed and why; what it
    left out is done by the one that comes with the program.
    """
    known: dict[str, Article] = dict(held or {})

    def article(wanted: str) -> Article:
        if wanted not in known:
            known[wanted] = transaction.article(wanted)
        return known[wanted]

    complaints: dict[str, None] = {}
    aligner = _Aligning(transaction.setting(SETTING), complaints)
    for a, b in _parted(transaction, articles):
        transaction.add_counterparts(aligner(article(a), article(b)))
    asymmetries.propose(transaction, articles, known)
    return list(complaints)


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
        for a, b in product(members[:PARTNERS], members):
            new = (a in asked or b in asked) and frozenset((a, b)) not in seen
            if new and a != b:
                seen.add(frozenset((a, b)))
                yield a, b


class _Aligning:
    """An aligner that gives way to ours when it cannot be loaded, fails or answers nonsense.

    What it prints goes to stderr: standard output is for data.
    """

    def __init__(self, name: str | None, complaints: dict[str, None]) -> None:
        from annotator.stories import registry  # nor here

        self._name = name
        self._complaints = complaints
        self._ours = registry.load(registry.DEFAULT)
        self._aligner: Aligner = self._ours
        try:
            self._aligner = registry.load(name or registry.DEFAULT)
        except AnnotatorError as error:
            complaints[f"{error.message}; counterparts are found by the one that comes along"] = (
                None
            )

    def __call__(self, a: Article, b: Article) -> list[Counterpart]:
        if self._aligner is self._ours:
            return self._ours(a, b)
        try:
            with redirect_stdout(sys.stderr):
                return [_checked(pair, a, b) for pair in self._aligner(a, b)]
        except (Exception, SystemExit) as error:  # whatever somebody else's code may raise
            self._complaints[f"aligner {self._name!r} failed and was skipped: {error}"] = None
            return self._ours(a, b)


def _checked(pair: Counterpart, a: Article, b: Article) -> Counterpart:
    """The pair, when it names sentences of these articles in this order; ValueError otherwise."""
    for (named, sentence), article in ((pair.a, a), (pair.b, b)):
        if named != article.id or not 0 <= sentence < len(article.sentences):
            raise ValueError(f"{named}:{sentence} is no sentence of article {article.id}")
    if not 0 <= pair.score <= 1:
        raise ValueError(f"a score must be in [0, 1], not {pair.score}")
    return pair
