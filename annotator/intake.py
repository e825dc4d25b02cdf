"""From files to stories: read, clean, pre-highlight, pair and align, batch by batch.

A batch is one transaction: its articles, suggestions, stories and counterparts are in the corpus
together or not at all.
"""

import functools
import gc
import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import BinaryIO, Literal, TypeAlias

from annotator import asymmetries, counterparts, detect, ingest, lessons, placing
from annotator.detect import Skipped
from annotator.errors import AnnotatorError
from annotator.furniture import Furniture
from annotator.model import Article, Block, Story, Suggestion
from annotator.placing import Look, Neighbourhood, Placed
from annotator.scheme import Scheme
from annotator.store.corpus import Corpus
from annotator.store.reads import Reads
from annotator.store.writer import Transaction, Writer
from annotator.stories.duplicates import Copy
from annotator.text.canonical import canonicalise

Status: TypeAlias = Literal["added", "duplicate", "version", "refused"]

Highlights: TypeAlias = tuple[tuple[Suggestion, ...], tuple[Skipped, ...]]

BATCH = 500
"""Articles a transaction: what a kill in the middle of a long `add` costs at most, and what is put
into stories together, which tells events apart better the more they are."""

_TEXT = 1_500_000  # characters a transaction, so that a reader's save never waits for long


@dataclass(frozen=True, slots=True)
class Head:
    """What a report says of an article; its text stays in the corpus."""

    id: str
    title: str
    outlet: str | None
    byline: str | None
    date: str | None
    words: int
    sentences: int
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Added:
    """What became of one article of the input; `of` is the article it repeats or is a version of.

    `article` and `story` are None when it was refused. `confidence` in [0, 1] and `reasons` are
    those of the story it was put in.
    """

    path: str
    status: Status
    article: Head | None = None
    story: str | None = None
    of: str | None = None
    confidence: float = 1.0
    reasons: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    error: AnnotatorError | None = None


@dataclass(frozen=True, slots=True)
class Sources:
    """Where articles come from, and what the user says about all of them.

    `aligner` finds counterparts in this corpus from now on. `model` is None or the spaCy model that
    the detectors are to read these articles with.
    """

    paths: Sequence[str | Path]
    stdin: BinaryIO | None = None
    outlet: str | None = None
    story: str | None = None
    encoding: str | None = None
    fix_mojibake: bool = False
    columns: Mapping[str, str] = field(default_factory=dict)
    headlines: bool = False
    detectors: Sequence[str] | None = None
    aligner: str | None = None
    model: str | None = None


@dataclass(slots=True)
class _Ready:
    """A fresh article on the way into the corpus; its suggestions are found last."""

    item: Added
    article: Article
    suggestions: tuple[Suggestion, ...]
    look: Look


def add(
    corpus: Corpus, writer: Writer, sources: Sources, tell: Callable[[Added], None]
) -> list[Added]:
    """Add what `sources` hold; `tell` is called for each article as it is read.

    Refused files never stop the rest. Raises StoreError when a batch cannot be saved; earlier
    batches stay.
    """
    learned, damaged = lessons.of_corpus(corpus)
    find = functools.partial(
        highlight,
        scheme=corpus.scheme(),
        learned=learned,
        detectors=asymmetries.others(sources.detectors),
        model=sources.model,
    )
    writer.submit(lambda t: asymmetries.choose(t, sources.detectors)).result()
    if sources.aligner is not None:
        counterparts.choose(writer, sources.aligner)
    nearby, furniture = Neighbourhood(), Furniture(corpus)
    done: list[Added] = []
    drafts = ingest.read(
        sources.paths,
        stdin=sources.stdin,
        outlet=sources.outlet,
        encoding=sources.encoding,
        fix_mojibake=sources.fix_mojibake,
        columns=sources.columns,
        headlines=sources.headlines,
        furniture=furniture,
    )
    try:
        while batch := list(_batch(drafts)):
            prepared = _prepare(corpus, find, batch, tell, damaged)
            saved = _save(corpus, writer, prepared, nearby, sources.story).result()
            for made, item in zip(prepared, saved, strict=True):
                if isinstance(made, _Ready) and item.status != "duplicate":
                    nearby.stored(made.look)
                    if item.of is None:
                        furniture.learn(made.article)
            done += saved
            gc.freeze()  # or what stays is looked through again and again
    finally:
        gc.unfreeze()
    return done


def _batch(
    drafts: Iterator[ingest.Draft | ingest.Refused],
) -> Iterator[ingest.Draft | ingest.Refused]:
    """The next drafts that go into one transaction."""
    size = 0
    for draft in itertools.islice(drafts, BATCH):
        yield draft
        size += len(draft.text) if isinstance(draft, ingest.Draft) else 0
        if size >= _TEXT:
            return


def _prepare(
    corpus: Corpus,
    find: Callable[[Iterable[Article]], Iterator[Highlights]],
    drafts: Iterable[ingest.Draft | ingest.Refused],
    tell: Callable[[Added], None],
    damaged: tuple[Skipped, ...],
) -> list[Added | _Ready]:
    seen: set[str] = set()
    prepared = [_read(corpus, draft, seen) for draft in drafts]
    found = find(made.article for made in prepared if isinstance(made, _Ready))
    for made in prepared:
        if isinstance(made, _Ready):
            made.suggestions, skipped = next(found)
            made.item = replace(made.item, skipped=(*skipped, *damaged))
        tell(made.item if isinstance(made, _Ready) else made)
    return prepared


def _read(corpus: Corpus, draft: ingest.Draft | ingest.Refused, seen: set[str]) -> Added | _Ready:
    if isinstance(draft, ingest.Refused):
        return Added(draft.path, "refused", error=draft.error)
    path = canonicalise(draft.path).text  # a file name need not be text
    article = replace(ingest.article(draft), path=path)
    if article.id in seen or corpus.has_article(article.id):
        home = corpus.story_of(article.id)
        return Added(draft.path, "duplicate", _head(article), home, of=article.id)
    seen.add(article.id)
    item = Added(draft.path, "added", _head(article), notes=draft.notes)
    return _Ready(item, article, (), placing.look(article))


def _head(article: Article) -> Head:
    return Head(
        article.id,
        article.title,
        article.outlet,
        article.byline,
        article.date,
        len(article.words),
        len(article.sentences),
        article.blocks,
    )


def highlight(
    articles: Iterable[Article],
    scheme: Scheme,
    learned: Sequence[detect.Model] = (),
    detectors: Sequence[str] | None = None,
    model: str | None = None,
) -> Iterator[Highlights]:
    """Of each article the suggestions that the scheme has labels for, and what was skipped."""
    passages = (detect.Passage(a.text, a.id, a.sentences, a.blocks) for a in articles)
    known = {(label.layer, label.id) for label in scheme.labels}
    for found in detect.highlight_all(passages, detectors=detectors, model=model, learned=learned):
        fitting = tuple(s for s in found.suggestions if (s.layer, s.label) in known)
        yield fitting, found.skipped


def _save(
    corpus: Corpus,
    writer: Writer,
    prepared: Sequence[Added | _Ready],
    nearby: Neighbourhood,
    story: str | None,
) -> Future[list[Added]]:
    """One transaction for the batch; what became of each article, in order.

    Stories and counterparts are found before it begins, so that others wait for its writing only,
    and found anew where somebody else has added or moved articles in the meantime.
    """
    articles, events = corpus.latest_number(), corpus.latest_event()
    foreseen = _placed(corpus, prepared, nearby, story)
    fresh = {made.article.id: made.article for made in foreseen[0]}
    aligning = counterparts.Aligning(corpus, fresh)
    aligning.ahead(corpus, foreseen[1].stories)

    def job(transaction: Transaction) -> list[Added]:
        same = transaction.latest_number() == articles and not transaction.moved_since(events)
        ready, placed = foreseen if same else _placed(transaction, prepared, nearby, story)
        for made in ready:
            transaction.add_article(made.article, made.suggestions)
        for told in placed.stories:
            transaction.add_story(told)
        new = {made.article.id for made in ready}
        complaints = tuple(counterparts.bring_together(transaction, new, aligning))
        homes = {article: told for told in placed.stories for article in told.articles}
        return [
            replace(made, story=made.story or _home(homes, made.of))
            if isinstance(made, Added)
            else _told(made, homes[made.article.id], placed.copies.get(made.article.id), complaints)
            if made.article.id in new
            else _outrun(transaction, made)
            for made in prepared
        ]

    return writer.submit(job)


def _placed(
    corpus: Reads, prepared: Sequence[Added | _Ready], nearby: Neighbourhood, story: str | None
) -> tuple[list[_Ready], Placed]:
    """Those of the batch that nobody has added since they were read, and where they belong."""
    fresh = (made for made in prepared if isinstance(made, _Ready))
    ready = [made for made in fresh if not corpus.has_article(made.article.id)]
    return ready, nearby.place(corpus, [made.look for made in ready], story)


def _outrun(corpus: Reads, made: _Ready) -> Added:
    """An article that somebody else added while this run was reading it."""
    home = corpus.story_of(made.article.id)
    return Added(made.item.path, "duplicate", made.item.article, home, of=made.article.id)


def _home(homes: Mapping[str, Story], article: str | None) -> str | None:
    story = homes.get(article or "")
    return story.id if story else None


def _told(made: _Ready, story: Story, copy: Copy | None, complaints: tuple[str, ...]) -> Added:
    item = replace(
        made.item,
        story=story.id,
        confidence=story.confidence,
        reasons=story.reasons,
        notes=(*made.item.notes, *complaints),
    )
    if copy is None:
        return item
    what = "an edited version of" if copy.version else "shares its text with"
    note = f"{what} article {copy.of} ({copy.share:.0%} of the shorter text)"
    status: Status = "version" if copy.version else "added"
    return replace(item, status=status, of=copy.of, notes=(*item.notes, note))
