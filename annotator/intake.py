"""From files to stories: read, clean, pre-highlight, pair and align, batch by batch.

A batch is one transaction: its articles, suggestions, stories and counterparts are in the corpus
together or not at all.
"""

import itertools
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO, Literal, TypeAlias

from annotator import detect, ingest
from annotator.detect import Skipped
from annotator.errors import AnnotatorError
from annotator.model import Article, Counterpart, Story, Suggestion, derived_id
from annotator.scheme import Scheme
from annotator.store.corpus import Corpus
from annotator.store.writer import Transaction, Writer
from annotator.stories import alignment, duplicates, pairing
from annotator.stories.duplicates import Copy
from annotator.stories.pairing import Known, Proposal
from annotator.stories.profile import Profile, profile, signs
from annotator.text.canonical import canonicalise

Status: TypeAlias = Literal["added", "duplicate", "version", "refused"]

BATCH = 200
"""Articles a transaction; what a kill in the middle of a long `add` costs at most."""

_CANDIDATES = 12


@dataclass(frozen=True, slots=True)
class Added:
    """What became of one article of the input; `of` is the article it repeats or is a version of.

    `article` and `story` are None when it was refused.
    """

    path: str
    status: Status
    article: Article | None = None
    story: str | None = None
    of: str | None = None
    notes: tuple[str, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    error: AnnotatorError | None = None


@dataclass(frozen=True, slots=True)
class Sources:
    """Where articles come from, and what the user says about all of them."""

    paths: Sequence[str | Path]
    stdin: BinaryIO | None = None
    outlet: str | None = None
    story: str | None = None


@dataclass(slots=True)
class _Ready:
    """A fresh article with its suggestions, on the way into the corpus."""

    item: Added
    article: Article
    suggestions: tuple[Suggestion, ...]
    profile: Profile


def add(
    corpus: Corpus, writer: Writer, sources: Sources, tell: Callable[[Added], None]
) -> list[Added]:
    """Add what `sources` hold; `tell` is called for each article as it is read.

    Refused files never stop the rest. Raises StoreError when a batch cannot be saved; earlier
    batches stay.
    """
    scheme = corpus.scheme()
    done: list[Added] = []
    drafts = ingest.read(sources.paths, stdin=sources.stdin, outlet=sources.outlet)
    while batch := list(itertools.islice(drafts, BATCH)):
        prepared = _prepare(corpus, scheme, batch, tell)
        done += _save(writer, prepared, sources.story).result()
    return done


def _prepare(
    corpus: Corpus,
    scheme: Scheme,
    drafts: Iterable[ingest.Draft | ingest.Refused],
    tell: Callable[[Added], None],
) -> list[Added | _Ready]:
    prepared: list[Added | _Ready] = []
    seen: set[str] = set()
    for draft in drafts:
        made = _read(corpus, scheme, draft, seen)
        prepared.append(made)
        tell(made.item if isinstance(made, _Ready) else made)
    return prepared


def _read(
    corpus: Corpus, scheme: Scheme, draft: ingest.Draft | ingest.Refused, seen: set[str]
) -> Added | _Ready:
    if isinstance(draft, ingest.Refused):
        return Added(draft.path, "refused", error=draft.error)
    path = canonicalise(draft.path).text  # a file name need not be text
    article = replace(ingest.article(draft), path=path)
    if article.id in seen or corpus.has_article(article.id):
        return Added(draft.path, "duplicate", article, corpus.story_of(article.id), of=article.id)
    seen.add(article.id)
    suggestions, skipped = highlight(article, scheme)
    return _Ready(
        Added(draft.path, "added", article, notes=draft.notes, skipped=skipped),
        article,
        suggestions,
        profile(article),
    )


def highlight(
    article: Article, scheme: Scheme
) -> tuple[tuple[Suggestion, ...], tuple[Skipped, ...]]:
    """The suggestions for an article that the scheme has labels for, and the detectors left out."""
    findings = detect.highlight(article.text, article.id, article.sentences, blocks=article.blocks)
    known = {(label.layer, label.id) for label in scheme.labels}
    return tuple(s for s in findings.suggestions if (s.layer, s.label) in known), findings.skipped


def _save(
    writer: Writer, prepared: Sequence[Added | _Ready], story: str | None
) -> Future[list[Added]]:
    """One transaction for the batch; what became of each article, in order."""

    def job(transaction: Transaction) -> list[Added]:
        ready = [made for made in prepared if isinstance(made, _Ready)]
        near = _neighbours(transaction, ready)
        for made in ready:
            transaction.add_article(made.article, made.suggestions)
        homes = _settle(transaction, _stories(transaction, ready, near, story), ready)
        copied = _copies(ready, near)
        return [
            _told(made, homes, copied)
            if isinstance(made, _Ready)
            else replace(made, story=made.story or homes.get(made.of or ""))
            for made in prepared
        ]

    return writer.submit(job)


def _told(made: _Ready, homes: dict[str, str], copied: dict[str, Copy]) -> Added:
    item = replace(made.item, story=homes[made.article.id])
    copy = copied.get(made.article.id)
    if copy is None:
        return item
    what = "an edited version of" if copy.version else "shares its text with"
    note = f"{what} article {copy.of} ({copy.share:.0%} of the shorter text)"
    status: Status = "version" if copy.version else "added"
    return replace(item, status=status, of=copy.of, notes=(*item.notes, note))


def _copies(ready: Sequence[_Ready], near: dict[str, Article]) -> dict[str, Copy]:
    """The nearest duplicate of each new article that has one."""
    fresh = [duplicates.sketch(made.article) for made in ready]
    known = [duplicates.sketch(article) for article in near.values()]
    found: dict[str, Copy] = {}
    for copy in duplicates.copies(fresh, known):
        found.setdefault(copy.article, copy)
    return found


def _neighbours(transaction: Transaction, ready: Sequence[_Ready]) -> dict[str, Article]:
    """Articles already in the corpus that share rare words with the new ones, found by search."""
    found: dict[str, None] = {}
    for made in ready:
        stems = signs(made.profile)
        found |= dict.fromkeys(transaction.candidates(stems, made.article.date, _CANDIDATES))
    return {article: transaction.article(article) for article in found}


def _settle(
    transaction: Transaction, stories: Iterable[Story], ready: Sequence[_Ready]
) -> dict[str, str]:
    """Store the stories and their counterparts; article id to story id."""
    homes: dict[str, str] = {}
    fresh = {made.article.id: made.article for made in ready}
    for story in stories:
        transaction.add_story(story)
        homes |= dict.fromkeys(story.articles, story.id)
        transaction.add_counterparts(counterparts(transaction, story, fresh))
    return homes


def _stories(
    transaction: Transaction, ready: Sequence[_Ready], near: dict[str, Article], name: str | None
) -> list[Story]:
    """The stories that get new articles: the one the user names, else those proposed."""
    if not ready:
        return []
    if name is not None:
        return [_named(transaction, name, tuple(made.article.id for made in ready))]
    known = [
        Known(profile(article), home)
        for article in near.values()
        if (home := transaction.story_of(article.id)) is not None
    ]
    proposals = pairing.propose([made.profile for made in ready], known)
    return [_proposed(transaction, proposal) for proposal in proposals]


def _named(transaction: Transaction, name: str, fresh: tuple[str, ...]) -> Story:
    for held in transaction.stories():
        if name in (held.id, held.title):
            return replace(held, articles=(*held.articles, *fresh))
    return Story(derived_id("story", name, *sorted(fresh)), name, fresh, 1.0, ("by hand",))


def _proposed(transaction: Transaction, proposal: Proposal) -> Story:
    fresh = proposal.articles
    if proposal.story is None:
        story = derived_id("story", *sorted(fresh))
        return Story(story, proposal.title, fresh, proposal.confidence, proposal.reasons)
    home = transaction.story(proposal.story)
    confidence = min(home.confidence, proposal.confidence)
    articles = (*home.articles, *fresh)
    return replace(home, articles=articles, confidence=confidence, reasons=proposal.reasons)


def counterparts(
    transaction: Transaction, story: Story, fresh: dict[str, Article]
) -> Iterator[Counterpart]:
    """The counterparts of each pair of the story's articles of which one at least is new."""
    articles = [fresh.get(article) or transaction.article(article) for article in story.articles]
    for a, b in itertools.combinations(articles, 2):
        if a.id in fresh or b.id in fresh:
            yield from alignment.align(a, b)
