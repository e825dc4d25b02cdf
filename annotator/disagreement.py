"""Where annotators who read the same did not say the same, for teaching and for adjudication."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from annotator import readings
from annotator.model import Annotator, Arm, Article, Layer, Span
from annotator.readings import Piece, Place, Scope, Unit
from annotator.store.corpus import Corpus


@dataclass(frozen=True, slots=True)
class Said:
    """One label that one annotator gave; `quote` is what she marked, `answer` what she chose."""

    label: str
    start: int | None = None
    end: int | None = None
    quote: str | None = None
    answer: Any = None


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A place of an article, or a whole one, or a story, and what each reader said of it.

    `said` holds every reader by name, without what all of them said, so that the tuple of one who
    gave no label is empty. `title` and `outlet` are those of the article or the story; an outlet is
    None where outlets are masked.
    """

    layer: Layer
    story: str | None
    article: str | None
    title: str
    outlet: str | None
    start: int | None
    end: int | None
    quote: str | None
    said: Mapping[str, tuple[Said, ...]]


def find(
    corpus: Corpus,
    people: Mapping[str, Annotator],
    layers: Sequence[Layer],
    labels: Sequence[str] = (),
    reader: str | None = None,
) -> Iterator[Disagreement]:
    """Every disagreement, layer by layer, in the order of the corpus; of some labels or all.

    `reader` (an id) is told nothing of an article that she reads blind and has not finished.
    """
    found = readings.gather(corpus, people)
    finder = _Finder(corpus, people, labels)
    for layer in layers:
        for scope in found.scopes:
            kept = reader is not None and finder.kept_from(reader, scope)
            if scope.layer is layer and len(scope.readings) > 1 and not kept:
                yield from finder.find(scope)


class _Finder:
    def __init__(
        self, corpus: Corpus, people: Mapping[str, Annotator], labels: Sequence[str]
    ) -> None:
        self.corpus = corpus
        self.people = people
        self.labels = labels
        self.masked = corpus.setting("mask") == "yes"

    def find(self, scope: Scope) -> Iterator[Disagreement]:
        found = self.spans(scope) if scope.layer is Layer.SPAN else self.units(scope)
        for place, quote, said in found:
            common = frozenset.intersection(*map(frozenset, said.values()))
            if any(set(own) - common for own in said.values()):
                apart = {person: _without(own, common) for person, own in said.items()}
                yield self.disagreement(scope, place, quote, apart)

    def kept_from(self, reader: str, scope: Scope) -> bool:
        """Whether the reader still has to read it, without suggestions and the word of others."""
        story = () if scope.article else self.corpus.story(str(scope.story)).articles
        articles = (scope.article,) if scope.article else story
        blind = any(self.corpus.arm(reader, article) is Arm.BLIND for article in articles)
        return blind and reader not in scope.readings

    def spans(self, scope: Scope) -> Iterator[tuple[Span, str, dict[str, tuple[Said, ...]]]]:
        """Runs of spans that overlap, of whichever annotator, each run as one place."""
        article = self.corpus.article(str(scope.article))
        pieces = {
            person: [piece for piece in reading.pieces if self.wanted(piece.mark.label)]
            for person, reading in scope.readings.items()
        }
        for place in _runs([piece for own in pieces.values() for piece in own]):
            said = {
                person: tuple(
                    Said(p.mark.label, *p.mark[:2], article.text[p.mark.start : p.mark.end])
                    for p in sorted(own, key=lambda piece: piece.mark)
                    if place.start <= p.mark.start < place.end
                )
                for person, own in pieces.items()
            }
            yield place, article.quote(place), said

    def units(
        self, scope: Scope
    ) -> Iterator[tuple[Span | None, str | None, dict[str, tuple[Said, ...]]]]:
        touched = {unit for reading in scope.readings.values() for unit in reading.labels}
        for unit in sorted(touched, key=lambda unit: (isinstance(unit, tuple), unit)):
            said = {
                person: tuple(
                    Said(label, answer=None if answer is True else answer)
                    for label, answer in sorted(reading.labels.get(unit, {}).items())
                    if self.wanted(label)
                )
                for person, reading in scope.readings.items()
            }
            yield *self.place(scope, unit), said

    def wanted(self, label: str) -> bool:
        return not self.labels or label in self.labels

    def place(self, scope: Scope, unit: Unit) -> tuple[Span | None, str | None]:
        if isinstance(unit, tuple):
            return None, " / ".join(self.sentence(end)[1] for end in unit)
        if scope.layer is Layer.SENTENCE:
            return self.sentence((str(scope.article), unit))
        return None, None

    def sentence(self, place: Place) -> tuple[Span, str]:
        article = self.corpus.article(place[0])
        span = article.sentences[place[1]]
        return span, article.quote(span)

    def disagreement(
        self,
        scope: Scope,
        place: Span | None,
        quote: str | None,
        said: Mapping[str, tuple[Said, ...]],
    ) -> Disagreement:
        article: Article | None = self.corpus.article(scope.article) if scope.article else None
        return Disagreement(
            layer=scope.layer,
            story=scope.story,
            article=scope.article,
            title=article.title if article else self.corpus.story(str(scope.story)).title,
            outlet=article.outlet if article and not self.masked else None,
            start=place.start if place else None,
            end=place.end if place else None,
            quote=quote,
            said={self.people[person].name: own for person, own in said.items()},
        )


def _without(own: Sequence[Said], common: frozenset[Said]) -> tuple[Said, ...]:
    return tuple(one for one in own if one not in common)


def _runs(pieces: Sequence[Piece]) -> list[Span]:
    """The places that overlapping pieces cover together."""
    found: list[Span] = []
    for start, end in sorted(piece.mark[:2] for piece in pieces):
        if found and start < found[-1].end:
            found[-1] = Span(found[-1].start, max(end, found[-1].end))
        else:
            found.append(Span(start, end))
    return found
