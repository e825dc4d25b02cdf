"""Out of the corpus file: what stands in it as the records that formats write."""

from dataclasses import dataclass

from annotator import __version__
from annotator.errors import UsageError
from annotator.formats import publish
from annotator.formats.record import (
    ArticleRecord,
    Correction,
    Each,
    Export,
    Header,
    Labelled,
    Reading,
    Rejection,
    StoryRecord,
)
from annotator.history import Kind
from annotator.model import Annotation, Annotator, Arm
from annotator.store import bulk
from annotator.store.bulk import Told, Work
from annotator.store.corpus import Corpus


@dataclass(frozen=True, slots=True)
class Selection:
    """Whose work goes out: the annotators of these names, or everybody's when empty.

    `anonymise` numbers the annotators and drops notes and times.
    """

    names: frozenset[str] = frozenset()
    anonymise: bool = False


def export(corpus: Corpus, selection: Selection) -> Export:
    """The corpus as records, read batch by batch as the format asks for them."""
    people = chosen(corpus, selection)
    made = Export(
        header=Header(
            corpus=corpus.id,
            scheme=corpus.scheme(),
            annotators=tuple(people.values()),
            tool=f"annotator {__version__}",
        ),
        articles=(_article(people, work) for work in bulk.works(corpus)),
        stories=Each(lambda: (_story(people, told) for told in bulk.stories(corpus))),
        links=Each(
            lambda: (
                _labelled(people, link) for link in bulk.links(corpus) if link.annotator in people
            )
        ),
    )
    return publish.anonymise(made) if selection.anonymise else made


def chosen(corpus: Corpus, selection: Selection) -> dict[str, Annotator]:
    """The annotators that are selected, by id; UsageError for a name that nobody has."""
    everybody = corpus.annotators()
    unknown = selection.names - {person.name for person in everybody}
    if unknown:
        known = ", ".join(person.name for person in everybody) or "nobody"
        raise UsageError(f"no annotator is called {min(unknown)!r}", f"So far: {known}.")
    return {p.id: p for p in everybody if not selection.names or p.name in selection.names}


def _article(people: dict[str, Annotator], work: Work) -> ArticleRecord:
    held = [label for label in work.annotations if label.annotator in people]
    decisions = [decision for decision in work.decisions if decision.annotator in people]
    rejected = [decision for decision in decisions if decision.verdict == "rejected"]
    busy = {label.annotator for label in held} | {d.annotator for d in decisions} | work.done
    return ArticleRecord(
        article=work.article,
        story=work.story,
        annotations=tuple(_labelled(people, label, work) for label in held),
        readings=tuple(
            Reading(person, work.arms.get(person.id, Arm.ASSISTED), person.id in work.done)
            for person in people.values()
            if person.id in busy
        ),
        rejections=tuple(
            Rejection(work.suggestions[d.suggestion], people[d.annotator], d.at) for d in rejected
        ),
    )


def _labelled(people: dict[str, Annotator], held: Annotation, work: Work | None = None) -> Labelled:
    name = people[held.annotator].name
    if work is None:
        return Labelled(held, name, Arm.ASSISTED)
    return Labelled(
        annotation=held,
        annotator=name,
        arm=work.arms.get(held.annotator, Arm.ASSISTED),
        suggestion=work.suggestions[held.suggestion] if held.suggestion else None,
    )


def _story(people: dict[str, Annotator], told: Told) -> StoryRecord:
    rulings = (r for r in told.rulings if r.kind in (Kind.ALIGN, Kind.UNALIGN))
    return StoryRecord(
        told.story,
        tuple(_labelled(people, label) for label in told.labels if label.annotator in people),
        tuple(
            Correction(
                (str(r.body["a"][0]), int(r.body["a"][1])),
                (str(r.body["b"][0]), int(r.body["b"][1])),
                r.kind is Kind.ALIGN,
                people[r.annotator],
                r.at,
            )
            for r in rulings
            if r.annotator in people
        ),
    )


def splits(corpus: Corpus, shares: str, seed: int) -> dict[str, str]:
    """Each story's split by `shares` such as "80/10/10"; see `publish.split`."""
    outlets = {
        story.id: [corpus.article(article).outlet for article in story.articles]
        for story in corpus.stories()
    }
    return publish.split(outlets, shares, seed)
