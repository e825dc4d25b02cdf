"""The fact table of a story: rows are facts, columns the articles that tell it.

A cell says with which sentences an article reports the fact, where these stand, in whose voice, and
with which loaded words and hedges.
"""

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass

from annotator.detect import nlp, voice
from annotator.model import (
    Annotation,
    Article,
    Layer,
    OpenStory,
    Page,
    Span,
    Story,
    Suggestion,
    Voice,
)
from annotator.stories import facts
from annotator.stories.alignment import told

MARKED = ("loaded", "hedge")
"""The labels whose words a cell names."""


@dataclass(frozen=True, slots=True)
class Telling:
    """A sentence that reports a fact: the `place`-th of `of` shown ones, counted from 1.

    `words` holds, for each label of MARKED, what detectors propose (unless it was rejected) or
    people labelled in the sentence, in the order of the text.
    """

    sentence: int
    text: str
    place: int
    of: int
    voice: Voice
    words: Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class FactRow:
    """One fact; for each article of the table what it says about it, perhaps nothing.

    `score` in [0, 1] says how surely the sentences report one fact; 0 where one article alone does.
    """

    cells: tuple[tuple[Telling, ...], ...]
    score: float

    @property
    def tellers(self) -> int:
        """How many articles report the fact."""
        return sum(1 for cell in self.cells if cell)


@dataclass(frozen=True, slots=True)
class FactTable:
    """A story's facts in reading order; every shown sentence that tells something is in one row."""

    story: Story
    articles: tuple[Article, ...]
    columns: tuple[str, ...]
    rows: tuple[FactRow, ...]


def fact_table(view: OpenStory, rejected: Container[str] = ()) -> FactTable:
    """The fact table of an open story; suggestions in `rejected` (ids) do not count."""
    articles = tuple(page.article for page in view.pages)
    cells = [_tellings(page, rejected) for page in view.pages]
    rows = tuple(
        FactRow(
            tuple(
                tuple(held[sentence] for sentence in sentences)
                for held, sentences in zip(cells, fact.told, strict=True)
            ),
            fact.score,
        )
        for fact in facts.facts(articles, view.counterparts)
    )
    return FactTable(view.story, articles, _columns(articles), rows)


def _columns(articles: tuple[Article, ...]) -> tuple[str, ...]:
    """The outlets; one that tells the story more than once is numbered."""
    outlets = [article.outlet or "unknown outlet" for article in articles]
    return tuple(
        outlet if outlets.count(outlet) == 1 else f"{outlet} ({outlets[: n + 1].count(outlet)})"
        for n, outlet in enumerate(outlets)
    )


def _tellings(page: Page, rejected: Container[str]) -> dict[int, Telling]:
    """The shown sentences of an article, by index."""
    article = page.article
    shown = told(article)
    spans = [article.sentences[index] for index in shown]
    doc = nlp.read(article.text, spans)
    laid = list(marked(page, rejected))
    return {
        index: Telling(
            sentence=index,
            text=" ".join(article.quote(span).split()),
            place=place,
            of=len(shown),
            voice=_voice(doc, span),
            words={
                label: [
                    article.quote(at) for name, at in laid if name == label and _within(at, span)
                ]
                for label in MARKED
            },
        )
        for place, (index, span) in enumerate(zip(shown, spans, strict=True), start=1)
    }


def marked(page: Page, rejected: Container[str]) -> Iterator[tuple[str, Span]]:
    """What is labelled or proposed, with its label, by place; each place once a label."""
    proposed = (held for held in page.suggestions if held.id not in rejected)
    everything: list[Annotation | Suggestion] = [*page.annotations, *proposed]
    found = {
        (held.start, held.end, held.label)
        for held in everything
        if held.layer is Layer.SPAN and held.start is not None and held.end is not None
    }
    for start, end, label in sorted(found):
        yield label, Span(start, end)


def _within(span: Span, sentence: Span) -> bool:
    return sentence.start <= span.start < sentence.end


def _voice(doc: nlp.Doc, sentence: Span) -> Voice:
    """Whose words the middle of a sentence is: what stands around it is mostly "she said"."""
    middle = (sentence.start + sentence.end) // 2
    return voice.of(doc, middle, middle + 1) if doc.words else Voice()
