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
from annotator.stories import alignment, pairing
from annotator.stories.pairing import Known
from annotator.stories.profile import Profile, profile, signs

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
    article = ingest.article(draft)
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
        for made in ready:
            transaction.add_article(made.article, made.suggestions)
        homes = _settle(transaction, ready, story)
        return [
            replace(made.item, story=homes[made.article.id])
            if isinstance(made, _Ready)
            else replace(made, story=made.story or homes.get(made.of or ""))
            for made in prepared
        ]

    return writer.submit(job)


def _settle(transaction: Transaction, ready: Sequence[_Ready], title: str | None) -> dict[str, str]:
    """Put the new articles into stories, align them there; article id to story id."""
    homes: dict[str, str] = {}
    fresh = {made.article.id: made.article for made in ready}
    for story in _stories(transaction, ready, title):
        transaction.add_story(story)
        homes |= dict.fromkeys(story.articles, story.id)
        transaction.add_counterparts(counterparts(transaction, story, fresh))
    return homes


def _stories(
    transaction: Transaction, ready: Sequence[_Ready], title: str | None
) -> Iterator[Story]:
    """The stories that get new articles: the one the user names, else those proposed."""
    if title is not None:
        fresh = tuple(made.article.id for made in ready)
        story = derived_id("story by name", title)
        known = {held.id: held for held in transaction.stories()}.get(story)
        yield Story(story, title, (*(known.articles if known else ()), *fresh), 1.0, ("by hand",))
        return
    profiles = [made.profile for made in ready]
    for proposal in pairing.propose(profiles, _known(transaction, ready)):
        if proposal.story is None:
            story = derived_id("story", *sorted(proposal.articles))
            yield Story(
                story, proposal.title, proposal.articles, proposal.confidence, proposal.reasons
            )
        else:
            home = transaction.story(proposal.story)
            yield replace(
                home,
                articles=(*home.articles, *proposal.articles),
                confidence=min(home.confidence, proposal.confidence),
                reasons=proposal.reasons,
            )


def _known(transaction: Transaction, ready: Sequence[_Ready]) -> list[Known]:
    """Articles already in the corpus that share rare words with the new ones, by full-text search."""
    fresh = {made.article.id for made in ready}
    found: dict[str, None] = {}
    for made in ready:
        stems = signs(made.profile)
        found |= dict.fromkeys(
            transaction.candidates(stems, made.article.date, _CANDIDATES + len(fresh))
        )
    known = []
    for article in found:
        home = None if article in fresh else transaction.story_of(article)
        if home is not None:
            known.append(Known(profile(transaction.article(article)), home))
    return known


def counterparts(
    transaction: Transaction, story: Story, fresh: dict[str, Article]
) -> Iterator[Counterpart]:
    """The counterparts of each pair of the story's articles of which one at least is new."""
    articles = [fresh.get(article) or transaction.article(article) for article in story.articles]
    for a, b in itertools.combinations(articles, 2):
        if a.id in fresh or b.id in fresh:
            yield from alignment.align(a, b)
