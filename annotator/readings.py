"""Who read what, and what she said of it: the ground of every comparison of annotators.

An article counts for an annotator when she marked it done. For one who never marks anything done
(who works by script, or whose work was imported) it counts when she labelled it or decided on a
suggestion. A story counts for her when all its articles do, or when she labelled it as a whole. In
what counts, whatever she left unlabelled is her word that there is nothing to label.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any, TypeAlias

from annotator.measure.spans import Mark
from annotator.model import Annotation, Annotator, Arm, Article, Layer, Span
from annotator.scheme import AttributeType, Label, Scheme
from annotator.store import bulk
from annotator.store.bulk import Told, Work
from annotator.store.corpus import Corpus

Place: TypeAlias = tuple[str, int]
"""A sentence: article id and index."""
Unit: TypeAlias = int | tuple[Place, Place]


@dataclass(frozen=True, slots=True)
class Piece:
    """A span label: its place, and the run of counted words that it touches."""

    mark: Mark
    words: Span


@dataclass(slots=True)
class Reading:
    """What one annotator said of one article or story on one layer.

    `labels` maps each unit that she labelled to label ids and their answers. The answer is None on
    layers of places; a whole article or story is asked a question, and the answer is the value of
    the label's required attributes, or True where it has none. `attributes` maps units and label
    ids to all attributes that she gave there.
    """

    arm: Arm | None
    labels: dict[Unit, dict[str, Any]] = field(default_factory=dict)
    pieces: list[Piece] = field(default_factory=list)
    attributes: dict[tuple[Unit, str], Mapping[str, Any]] = field(default_factory=dict)

    def add(self, unit: Unit, label: Annotation, answer: Any = None) -> None:
        """Note a label."""
        self.labels.setdefault(unit, {})[label.label] = answer
        if label.attributes:
            self.attributes[unit, label.label] = label.attributes


@dataclass(frozen=True, slots=True)
class Scope:
    """An article or a story on one layer: how many units there are to judge, and who judged them.

    Units are numbered: words and sentences by their place, a whole article or story is unit 0; on
    the link layer they are pairs of sentences of two articles.
    """

    layer: Layer
    article: str | None
    story: str | None
    size: int
    readings: Mapping[str, Reading]


@dataclass(slots=True)
class Readings:
    """Everything that was read, scope by scope, and by whom; `people` maps ids to annotators.

    `finishers` are the ids of those who marked anything done.
    """

    people: Mapping[str, Annotator]
    scheme: Scheme
    finishers: Collection[str]
    scopes: list[Scope] = field(default_factory=list)


def questions(label: Label) -> list[str]:
    """The attributes that make up the answer to a label of a whole article or story."""
    return [a.id for a in label.attributes if a.required and a.type is not AttributeType.TEXT]


def gather(corpus: Corpus, people: Mapping[str, Annotator]) -> Readings:
    """What the given annotators read of a corpus, and what they said."""
    return _Gatherer(corpus, people).gather()


class _Gatherer:
    def __init__(self, corpus: Corpus, people: Mapping[str, Annotator]) -> None:
        self.corpus = corpus
        self.found = Readings(people, corpus.scheme(), bulk.finishers(corpus))
        self.links = [link for link in bulk.links(corpus) if link.annotator in people]
        self.ends = {end for link in self.links for end in (link.source, link.target)}
        self.places: dict[str, Place] = {}
        self.sentences: dict[str, int] = {}
        self.readers: dict[str, dict[str, Arm]] = {}
        self.answers = {
            (label.layer, label.id): questions(label) for label in self.found.scheme.labels
        }

    def gather(self) -> Readings:
        for work in bulk.works(self.corpus):
            self.article(work)
        links: dict[str, list[Annotation]] = {}
        for link in self.links:
            links.setdefault(str(link.story), []).append(link)
        for told in bulk.stories(self.corpus):
            self.story(told, links.get(told.story.id, []))
        return self.found

    def article(self, work: Work) -> None:
        article = work.article
        visible = [n for n, span in enumerate(article.sentences) if article.shown(span)]
        self.sentences[article.id] = len(visible)
        self.readers[article.id] = {
            person: work.arms.get(person, Arm.ASSISTED)
            for person in self.found.people
            if self.counts(work, person)
        }
        held = [label for label in work.annotations if label.id in self.ends]
        self.places |= {label.id: _place(article, label) for label in held}
        own = [label for label in work.annotations if label.annotator in self.readers[article.id]]
        self.spans(work, [label for label in own if label.layer is Layer.SPAN])
        self.labelled_sentences(work, set(visible), [k for k in own if k.layer is Layer.SENTENCE])
        readings = self.fresh(article.id)
        for label in own:
            if label.layer is Layer.ARTICLE:
                readings[label.annotator].add(0, label, self.answer(label))
        self.note(Layer.ARTICLE, article.id, work.story, 1, readings)

    def counts(self, work: Work, person: str) -> bool:
        if person in self.found.finishers:
            return person in work.done
        labelled = any(held.annotator == person for held in work.annotations)
        return labelled or any(decision.annotator == person for decision in work.decisions)

    def fresh(self, article: str) -> dict[str, Reading]:
        return {person: Reading(arm) for person, arm in self.readers[article].items()}

    def note(
        self,
        layer: Layer,
        article: str | None,
        story: str | None,
        size: int,
        readings: Mapping[str, Reading],
    ) -> None:
        units = set[Unit]().union(*(reading.labels for reading in readings.values()))
        self.found.scopes.append(Scope(layer, article, story, max(size, len(units)), readings))

    def spans(self, work: Work, own: list[Annotation]) -> None:
        """Words that are shown, or that somebody marked all the same."""
        article, readings = work.article, self.fresh(work.article.id)
        runs = [_run(article, label.start or 0, label.end or 0) for label in own]
        counted = _shown(article).union(*runs)
        rank = {word: n for n, word in enumerate(sorted(counted))}
        for label, run in zip(own, runs, strict=True):
            ranks = [rank[word] for word in run]
            reading = readings[label.annotator]
            for unit in ranks:
                reading.add(unit, label)
            words = Span(ranks[0], ranks[-1] + 1) if ranks else Span(0, 0)
            mark = Mark(label.start or 0, label.end or 0, label.label)
            reading.pieces.append(Piece(mark, words))
        self.note(Layer.SPAN, article.id, work.story, len(rank), readings)

    def labelled_sentences(self, work: Work, visible: set[int], own: list[Annotation]) -> None:
        article, readings = work.article, self.fresh(work.article.id)
        for label in own:
            _, index = _place(article, label)
            visible.add(index)
            readings[label.annotator].add(index, label)
        self.note(Layer.SENTENCE, article.id, work.story, len(visible), readings)

    def story(self, told: Told, links: list[Annotation]) -> None:
        story, articles = told.story.id, told.story.articles
        everything = {
            person: _one({self.readers[article][person] for article in articles})
            for person in self.found.people
            if all(person in self.readers[article] for article in articles)
        }
        readings = {person: Reading(arm) for person, arm in everything.items()}
        for label in told.labels:
            if label.annotator in self.found.people:
                reading = readings.setdefault(label.annotator, Reading(None))
                reading.add(0, label, self.answer(label))
        self.note(Layer.STORY, None, story, 1, readings)
        pairs = combinations((self.sentences[article] for article in articles), 2)
        joined = {person: Reading(arm) for person, arm in everything.items()}
        for link in links:
            if link.annotator in joined:
                ends = sorted(self.places[str(end)] for end in (link.source, link.target))
                joined[link.annotator].add((ends[0], ends[1]), link)
        self.note(Layer.LINK, None, story, sum(a * b for a, b in pairs), joined)

    def answer(self, label: Annotation) -> Any:
        """A number or a text where the label asks one thing, a tuple where it asks more."""
        asked = self.answers.get((label.layer, label.label), [])
        given = tuple(plain(label.attributes.get(name)) for name in asked)
        return given[0] if len(given) == 1 else given or True


def plain(value: Any) -> Any:
    """The value of an attribute as something that can be compared and counted."""
    return value if value is None or isinstance(value, str | int) else str(value)


def _place(article: Article, label: Annotation) -> Place:
    """The sentence that a label begins in, or the one before where it begins between two."""
    after = bisect_right(article.sentences, label.start or 0, key=lambda span: span.start)
    return article.id, max(0, after - 1)


def _run(article: Article, start: int, end: int) -> range:
    """The words that [start, end) touches, by index."""
    first = bisect_right(article.words, start, key=lambda word: word.end)
    return range(first, bisect_left(article.words, end, lo=first, key=lambda word: word.start))


def _shown(article: Article) -> set[int]:
    words = article.words
    found: set[int] = set()
    for block in article.blocks:
        if block.shown:
            first = bisect_left(words, block.start, key=lambda word: word.start)
            found.update(range(first, bisect_left(words, block.end, key=lambda word: word.start)))
    return found


def _one(arms: Collection[Arm]) -> Arm | None:
    """The arm of a story: None where its articles were read on different ones."""
    return next(iter(arms)) if len(arms) == 1 else None
