"""An article and an edited version of it: what differs, and annotations carried over."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from annotator import history, outbox
from annotator.errors import UsageError
from annotator.history import Event
from annotator.model import (
    Annotation,
    Annotator,
    Article,
    Layer,
    Page,
    Span,
    Suggestion,
    random_id,
    utc_now,
)
from annotator.scheme import Scheme
from annotator.store.corpus import Corpus
from annotator.store.writer import Transaction
from annotator.stories import duplicates
from annotator.stories.duplicates import Difference
from annotator.text.carry import carried

Fate: TypeAlias = Literal["same place", "moved", "lost", "there already", "not in the scheme"]


@dataclass(frozen=True, slots=True)
class Carried:
    """What became of one annotation; `place` is where it is in the new version."""

    annotation: Annotation
    fate: Fate
    place: Span | None


@dataclass(frozen=True, slots=True)
class Compared:
    """Two articles, the share in [0, 1] of the shorter one's text in the longer, what differs."""

    a: Article
    b: Article
    share: float
    difference: Difference


def compare(a: Article, b: Article) -> Compared:
    """What differs between two articles."""
    share = duplicates.shared(duplicates.sketch(a), duplicates.sketch(b))
    return Compared(a, b, share, duplicates.difference(a, b))


def carry(
    corpus: Corpus, annotator: Annotator, old: str, new: str, *, dry_run: bool
) -> list[Carried]:
    """Label in article `new` what an annotator labelled in `old`, all of it or nothing.

    Those in `old` stay as they are. A carried one keeps label, attributes and how it came about,
    is tied to the same suggestion where `new` has it too, and says in its note which it was.
    Sentence and article labels are carried too, unless the sentence is gone. What the scheme in
    use has no room for is not, and neither are links, of which the other end is elsewhere.
    """
    before, after = corpus.page(old, annotator.id), corpus.page(new, annotator.id)
    scheme = corpus.scheme()
    places = _places(before, after.article)
    present = {_key(held, held.start, held.end) for held in after.annotations}
    found = []
    for held in before.annotations:
        place = places.get(held.id)
        fate = _fate(held, place, present) if _fits(scheme, held) else "not in the scheme"
        found.append(Carried(held, fate, place))
    if not dry_run:
        known = {held.id: held for held in corpus.suggestions(old)}
        made = [_copy(one, known, after) for one in found if one.fate in ("same place", "moved")]
        corpus.writer().submit(lambda t: _store(t, made, scheme)).result()
    return found


def _places(before: Page, article: Article) -> dict[str, Span]:
    """Where in the new version each annotation is that is still there."""
    placed = [(a, a.start, a.end) for a in before.annotations]
    spans = {a.id: Span(start, end) for a, start, end in placed if start is not None and end}
    found = zip(spans, carried(before.article.text, article.text, [*spans.values()]), strict=True)
    places = {annotation: place for annotation, place in found if place is not None}
    for held in before.annotations:
        if held.layer is Layer.SENTENCE and held.id in places:
            start = places[held.id].start
            within = (s for s in article.sentences if s.start <= start < s.end)
            places[held.id] = next(within, places[held.id])
    return places


def _fits(scheme: Scheme, annotation: Annotation) -> bool:
    try:
        scheme.label(annotation.layer, annotation.label).check(annotation.attributes)
    except UsageError:
        return False
    return True


def _fate(annotation: Annotation, place: Span | None, present: set[tuple[object, ...]]) -> Fate:
    where = (place.start, place.end) if place else (None, None)
    if place is None and annotation.layer is not Layer.ARTICLE:
        return "lost"
    if _key(annotation, *where) in present:
        return "there already"
    return "same place" if where == (annotation.start, annotation.end) else "moved"


def _key(annotation: Annotation, start: int | None, end: int | None) -> tuple[object, ...]:
    return (annotation.layer, annotation.label, start, end)


def _copy(one: Carried, known: dict[str, Suggestion], page: Page) -> Annotation:
    """The annotation as it is to stand in the new version."""
    held, (start, end) = one.annotation, one.place or (None, None)
    article = page.article
    spoken = known.get(held.suggestion or "")
    same = next(_alike(spoken, one.place, page), None) if spoken and one.place else None
    where = article.id if start is None else f"{article.id}:{start}"
    if same:
        subject = history.suggestion_subject(held.annotator, same.id)
    elif held.layer is Layer.SPAN:
        subject = random_id()
    else:
        subject = history.place_subject(held.annotator, held.layer, where, held.label)
    origin = f"carried over from annotation {held.id} of article {held.article}"
    return replace(
        held,
        id=subject,
        article=article.id,
        start=start,
        end=end,
        quote=None if start is None else article.text[start:end],
        note="\n".join(filter(None, (held.note, origin))),
        suggestion=same.id if same else None,
    )


def _alike(spoken: Suggestion, place: Span, page: Page) -> Iterator[Suggestion]:
    """The suggestions of a page, not yet decided on, that say there what `spoken` said."""
    for held in page.suggestions:
        said = held.detector, held.entry, held.label
        meets = held.start < place.end and place.start < held.end
        if (
            meets
            and said == (spoken.detector, spoken.entry, spoken.label)
            and held.id not in page.decisions
        ):
            yield held


def _store(transaction: Transaction, made: list[Annotation], scheme: Scheme) -> None:
    for held in made:
        kind, body = history.making(held)
        event = Event(
            random_id(), held.annotator, held.id, kind, body, held.article, utc_now(), scheme.hash
        )
        outbox.record(transaction, event)
