"""What a format cannot hold: counted while it is written, refused unless allowed, then listed."""

import functools
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from annotator.errors import LossError, UsageError
from annotator.formats.datasheet import CITATION, STATEMENT, Facts, citation, statement
from annotator.formats.labelled import order, quoted
from annotator.formats.leak import Guard, letters
from annotator.formats.record import (
    EVERYTHING,
    ArticleRecord,
    Export,
    Feature,
    Format,
    Labelled,
    Options,
    Report,
    StoryRecord,
    Verbatim,
)
from annotator.measure.figures import Row
from annotator.model import Annotation, Layer, Origin, Span, Suggestion
from annotator.text.plurals import counted

_LAYER_FEATURE = {Layer.SENTENCE: Feature.SENTENCES, Layer.ARTICLE: Feature.ARTICLES}


class Ledger:
    """The part of an export that a format holds, with the count of what it does not.

    A writer takes the articles through it, the links and stories when its format holds them, and
    ends with `report`, which raises LossError before the files take their place when something
    would be dropped silently.
    """

    def __init__(self, format: Format, export: Export, options: Options) -> None:
        if options.text != "full" and not format.withholds:
            raise UsageError(
                f"format {format.name} is built around the text and cannot leave it out",
                "Take jsonl, csv, web-annotation or huggingface to publish without the texts.",
            )
        self.format = format
        self.export = export
        self.options = options
        self.written: Counter[str] = Counter()
        self.lost: Counter[Feature] = Counter()
        self.facts = Facts()
        self._holds_all = format.holds == EVERYTHING
        self._guard = Guard(options) if options.text != "full" else None
        self._count_unheld()

    def articles(self) -> Iterator[ArticleRecord]:
        """The articles in order, their labels sorted and cut down to what the format holds."""
        for record in self.export.articles:
            yield self._take(record)

    def verbatim(self) -> Iterator[Verbatim | ArticleRecord]:
        """The articles in order, their labels as text where the source has it and all go out."""
        options = self.options
        whole = options.text == "full" and options.layers is None and not options.card
        for item in (self.export.verbatim if whole else None) or self.export.articles:
            if isinstance(item, ArticleRecord):
                yield self._take(item)
            else:
                self.written["articles"] += 1
                for layer, count in item.layers.items():
                    self.written[f"{layer} labels"] += count
                yield item

    def stories(self) -> Iterator[StoryRecord]:
        """The stories, with their labels by id; corrections go with all layers only."""
        for record in self.export.stories:
            self.written["stories"] += 1
            labels = sorted(record.annotations, key=lambda k: k.annotation.id)
            corrections = sorted(record.corrections, key=lambda c: (c.a, c.b, c.annotator.id))
            if self.options.layers is not None:
                corrections = []
            yield replace(
                record, annotations=tuple(self._held(labels)), corrections=tuple(corrections)
            )

    def links(self) -> Iterator[Labelled]:
        """The links."""
        yield from self._held(self.export.links)

    @functools.cached_property
    def agreement(self) -> tuple[Row, ...]:
        """How far the annotators agree on what the export holds."""
        return tuple(row for row in self.export.agreement if self.options.wants(row.layer))

    def drop(self, feature: Feature, count: int = 1) -> None:
        """Count something of a label that the writer could not keep."""
        self.lost[feature] += count

    def leave_out(self, labelled: Labelled, feature: Feature) -> None:
        """Count a label that the writer had to leave out altogether."""
        self.lost[feature] += 1
        self.facts.label(labelled, -1)
        self.written[f"{labelled.annotation.layer} labels"] -= 1

    def beside(self) -> dict[str, str]:
        """The data statement and the citation file by their names, when they were asked for."""
        if not self.options.card:
            return {}
        header = self.export.header
        return {
            STATEMENT: statement(header, self.facts, self.options, self.agreement),
            CITATION: citation(header, self.facts),
        }

    def report(
        self,
        target: Path,
        files: Iterable[Path],
        parts: Iterable[Path],
        texts: Iterable[str] = (),
    ) -> Report:
        """The counts of what went into `files`, which lie for now in `parts` and `texts`.

        LossError when something was dropped and the options do not allow it, or when what was
        written gives away more of a withheld text than it may. Rejections are no labels: that they
        are missing is told, and stops nothing.
        """
        if self._guard:
            self._guard.check(parts, texts)
        lost = {str(feature): self.lost[feature] for feature in Feature if self.lost[feature]}
        if self.lost.keys() - {Feature.REJECTIONS} and not self.options.allow_loss:
            listing = ", ".join(counted(count, name) for name, count in lost.items())
            raise LossError(
                f"{target}: format {self.format.name} cannot hold {listing}",
                "Take jsonl, which holds everything, or write the rest and a list of what is"
                " missing with --allow-loss.",
            )
        return Report(tuple(files), dict(sorted(self.written.items())), lost)

    def _count_unheld(self) -> None:
        stories, wants = self.export.stories, self.options.wants
        parts = {
            Feature.LINKS: (1 for _ in self.export.links if wants(Layer.LINK)),
            Feature.STORIES: (len(s.annotations) for s in stories if wants(Layer.STORY)),
            Feature.COUNTERPARTS: (
                len(s.corrections) for s in stories if self.options.layers is None
            ),
        }
        for feature in parts.keys() - self.format.holds:
            if count := sum(parts[feature]):
                self.lost[feature] += count

    def _take(self, record: ArticleRecord) -> ArticleRecord:
        wanted = (k for k in record.annotations if self.options.wants(k.annotation.layer))
        labels = sorted(wanted, key=order)
        if Feature.OVERLAP not in self.format.holds:
            labels = self._apart(labels)
        kept = tuple(self._held(labels))
        self._note_annotators(kept)
        if record.rejections and Feature.REJECTIONS not in self.format.holds:
            self.lost[Feature.REJECTIONS] += len(record.rejections)
        if Feature.SPLITS not in self.format.holds and record.split(self.options):
            self.lost[Feature.SPLITS] += 1
        self.facts.article(record, self.options)
        self.written["articles"] += 1
        if self._guard:
            self._guard.remember(record.article.id, record.article.text, self._quotes(record))
        return replace(record, annotations=kept)

    def _quotes(self, record: ArticleRecord) -> Iterator[Span]:
        """The places whose quotes are let out: by options, a note, attributes or a suggestion."""
        places: list[Annotation | Suggestion | None] = []
        for labelled in record.annotations:
            places += [labelled.annotation, labelled.suggestion]
        places += [rejection.suggestion for rejection in record.rejections]
        for place in places:
            if place is None or place.start is None or place.end is None:
                continue
            if quoted(place.quote, self.options) is not None or _named(place):
                yield Span(place.start, place.end)

    def _held(self, labels: Iterable[Labelled]) -> Iterator[Labelled]:
        for labelled in labels:
            annotation = labelled.annotation
            if not self.options.wants(annotation.layer):
                continue
            feature = _LAYER_FEATURE.get(annotation.layer)
            if feature is not None and feature not in self.format.holds:
                self.lost[feature] += 1
                continue
            if not self._holds_all:
                self._note_parts(labelled)
            self.written[f"{annotation.layer} labels"] += 1
            self.facts.label(labelled)
            yield labelled

    def _note_parts(self, labelled: Labelled) -> None:
        annotation = labelled.annotation
        parts = (
            (Feature.ATTRIBUTES, len(annotation.attributes)),
            (Feature.NOTES, bool(annotation.note)),
            (Feature.PROVENANCE, annotation.origin is not Origin.UNAIDED),
        )
        for feature, count in parts:
            if count and feature not in self.format.holds:
                self.lost[feature] += count

    def _note_annotators(self, labels: tuple[Labelled, ...]) -> None:
        if labels and Feature.ANNOTATORS not in self.format.holds:
            counts = Counter(labelled.annotation.annotator for labelled in labels)
            extra = sum(counts.values()) - max(counts.values())
            if extra:
                self.lost[Feature.ANNOTATORS] += extra

    def _apart(self, labels: list[Labelled]) -> list[Labelled]:
        """The labels without those that begin within an earlier one of their layer.

        Where the format keeps annotators apart, only labels of one annotator can be in the way.
        """
        kept: list[Labelled] = []
        ends: Counter[tuple[Layer, str]] = Counter()
        for labelled in labels:
            annotation = labelled.annotation
            if annotation.start is not None and annotation.end is not None:
                apart = Feature.ANNOTATORS in self.format.holds
                key = (annotation.layer, annotation.annotator if apart else "")
                if annotation.start < ends[key]:
                    self.lost[Feature.OVERLAP] += 1
                    continue
                ends[key] = annotation.end
            kept.append(labelled)
        return kept


def _named(place: Annotation | Suggestion) -> bool:
    """Whether what is said of a place says which words stand there, as a lexicon's entry does."""
    quote = letters(place.quote or "")
    if isinstance(place, Suggestion):
        said = f"{place.entry} {place.reason}"
    else:
        said = f"{place.note} {place.attributes}"
    return bool(quote) and quote in letters(said)
