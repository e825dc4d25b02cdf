"""Training: from what annotators decided, or from gold, to models that propose.

An annotator's article teaches with all its shown sentences once she marked it done; until then
with those in which she marked something or decided on a suggestion. What she accepted, marked
unaided or edited is marked; the rest of these sentences, and so what she rejected, is not.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from annotator import detect, lessons
from annotator.detect import Model
from annotator.detect.teaching import Example, train
from annotator.errors import UsageError
from annotator.highlighting import Highlighter
from annotator.judging import Gold, closest, read_gold
from annotator.model import Article, Layer, Span, Suggestion
from annotator.store.corpus import Corpus
from annotator.store.writer import Transaction, Writer
from annotator.text.sentences import sentences


@dataclass(frozen=True, slots=True)
class Lesson:
    """What became of one label: its model, or why nothing was learned.

    `ranked` suggestions got a new strength, `proposed` are new in the corpus.
    """

    label: str
    model: Model | None
    why: str = ""
    ranked: int = 0
    proposed: int = 0


@dataclass(slots=True)
class _Reading:
    """What one annotator did in one article: spans by label, sentences looked at by label."""

    article: Article
    done: bool
    marked: defaultdict[str, list[tuple[int, int]]] = field(
        default_factory=lambda: defaultdict(list)
    )
    looked: defaultdict[str, list[int]] = field(default_factory=lambda: defaultdict(list))


def from_gold(path: Path, label: str | None, gold_labels: frozenset[str]) -> list[Lesson]:
    """What the spans of a gold file teach, or those of some gold labels.

    Without a `label`, each label is learned that gold and detectors share; where they share none,
    all spans teach the label whose detectors agree with them best. Raises InputError for a bad
    line, UsageError for a gold label that no span has and when too little is marked for all.
    """
    gold = read_gold(path, gold_labels)
    marked = {mark.label for item in gold for mark in item.marks}
    shared = [one for one in sorted(Highlighter().labels) if one in marked]
    if label or not shared:
        name = label or closest(gold)
        return [Lesson(name, train(_taught(gold), name))]
    return _some([_tried(_taught(gold, one), one) for one in shared])


def _tried(examples: Iterable[Example], label: str) -> Lesson:
    try:
        return Lesson(label, train(examples, label))
    except UsageError as error:
        return Lesson(label, None, error.message)


def _some(learned: list[Lesson]) -> list[Lesson]:
    """The lessons; UsageError when none of them has a model."""
    if any(lesson.model for lesson in learned):
        return learned
    whys = (f"{lesson.label}: {lesson.why}" for lesson in learned)
    raise UsageError("too little is annotated to learn from", "; ".join(whys))


def _taught(gold: Iterable[Gold], only: str | None = None) -> list[Example]:
    return [
        Example(text, sentences(text), [m[:2] for m in marks if only in (None, m.label)])
        for text, marks, _ in gold
    ]


def from_corpus(corpus: Corpus, writer: Writer, labels: Sequence[str]) -> list[Lesson]:
    """Train a model for each label, keep it, rank the suggestions by it and add its own.

    Raises UsageError for an unknown label, and when there is too little to learn from for all.
    """
    known = [label.id for label in corpus.scheme().layer(Layer.SPAN)]
    if unknown := [label for label in labels if label not in known]:
        raise UsageError(f"no span label is called {unknown[0]!r}", f"Labels: {', '.join(known)}.")
    readings = list(_readings(corpus))
    return _some([_lesson(corpus, writer, readings, label) for label in labels or known])


def _lesson(
    corpus: Corpus, writer: Writer, readings: Sequence[tuple[str, _Reading]], label: str
) -> Lesson:
    examples = [made for _, reading in readings if (made := _example(reading, label))]
    tried = _tried(examples, label)
    if (model := tried.model) is None:
        return tried
    source = {
        "annotators": sorted({who for who, reading in readings if _example(reading, label)}),
        "articles": len({example.text for example in examples}),
        "sentences": sum(len(example.sentences) for example in examples),
        "marked": sum(len(example.marked) for example in examples),
    }
    articles = [corpus.article(article) for article in corpus.article_ids()]
    found = [_relearned(corpus, article, model) for article in articles]

    def job(transaction: Transaction) -> Lesson:
        lessons.keep(transaction, model, source)
        for article, (ranked, fresh) in zip(articles, found, strict=True):
            lessons.rank(transaction, article.id, {s.id: s.strength for s in ranked})
            transaction.add_suggestions(article.id, fresh)
        counts = [sum(map(len, part)) for part in zip(*found, strict=True)]
        return Lesson(label, model, "", *counts)

    return writer.submit(job).result()


def _relearned(
    corpus: Corpus, article: Article, model: Model
) -> tuple[list[Suggestion], list[Suggestion]]:
    """Suggestions ranked anew, and new ones where nobody has marked the same.

    What one annotator marked is not proposed to another: they are to judge by themselves.
    """
    ranked, fresh = detect.relearn(article, corpus.suggestions(article.id), model)
    marked: set[int] = set()
    for held in corpus.annotations(article=article.id):
        if held.layer is Layer.SPAN and held.label == model.label:
            marked.update(range(*_place(held.start, held.end)))
    return ranked, [s for s in fresh if marked.isdisjoint(range(s.start, s.end))]


def _readings(corpus: Corpus) -> Iterator[tuple[str, _Reading]]:
    """Each annotator's id with each article she worked on."""
    people = [person.id for person in corpus.annotators()]
    done = {
        (who, article)
        for who in people
        for story in corpus.stories()
        for article in corpus.done(story.id, who)
    }
    for ident in corpus.article_ids():
        article = corpus.article(ident)
        suggestions = {s.id: s for s in corpus.suggestions(ident)}
        readings: dict[str, _Reading] = {}
        for who in people:
            readings[who] = _Reading(article, (who, ident) in done)
        for held in corpus.annotations(article=ident):
            if held.layer is Layer.SPAN and held.annotator in readings:
                place = _place(held.start, held.end)
                readings[held.annotator].marked[held.label].append(place)
                readings[held.annotator].looked[held.label].append(place[0])
        for decision in corpus.decisions(article=ident):
            if (about := suggestions.get(decision.suggestion)) and decision.annotator in readings:
                readings[decision.annotator].looked[about.label].append(about.start)
        yield from readings.items()


def _place(start: int | None, end: int | None) -> tuple[int, int]:
    assert start is not None
    assert end is not None
    return start, end


def _example(reading: _Reading, label: str) -> Example | None:
    """What the reading teaches about the label, if anything."""
    article, looked = reading.article, reading.looked[label]
    told = [
        span
        for span in article.sentences
        if article.shown(span) and (reading.done or _any_in(span, looked))
    ]
    return Example(article.text, told, reading.marked[label]) if told else None


def _any_in(span: Span, places: Sequence[int]) -> bool:
    return any(span.start <= place < span.end for place in places)
