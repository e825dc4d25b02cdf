"""What stands in a corpus file as the records that formats write; `people` are whose work it is."""

from collections.abc import Container, Mapping
from dataclasses import replace

from annotator.formats.record import (
    ArticleRecord,
    Correction,
    Labelled,
    Reading,
    Rejection,
    StoryRecord,
)
from annotator.history import Kind
from annotator.model import Annotation, Annotator, Arm
from annotator.store.bulk import Told, Work


def article(people: Mapping[str, Annotator], work: Work) -> ArticleRecord:
    """An article with what these people made of it."""
    held = [label for label in work.annotations if label.annotator in people]
    decisions = [decision for decision in work.decisions if decision.annotator in people]
    rejected = [decision for decision in decisions if decision.verdict == "rejected"]
    busy = {label.annotator for label in held} | {d.annotator for d in decisions} | work.done
    return replace(
        bare(people, work, busy),
        annotations=tuple(labelled(people, label, work) for label in held),
        rejections=tuple(
            Rejection(work.suggestions[d.suggestion], people[d.annotator], d.at) for d in rejected
        ),
    )


def bare(people: Mapping[str, Annotator], work: Work, busy: Container[str]) -> ArticleRecord:
    """An article with the readings of those who were busy with it, and nothing else."""
    return ArticleRecord(
        article=work.article,
        story=work.story,
        readings=tuple(
            Reading(person, work.arms.get(person.id, Arm.ASSISTED), person.id in work.done)
            for person in people.values()
            if person.id in busy
        ),
    )


def labelled(
    people: Mapping[str, Annotator], held: Annotation, work: Work | None = None
) -> Labelled:
    """An annotation with what it takes to read it alone; a link or story label without `work`."""
    name = people[held.annotator].name
    if work is None:
        return Labelled(held, name, Arm.ASSISTED)
    return Labelled(
        annotation=held,
        annotator=name,
        arm=work.arms.get(held.annotator, Arm.ASSISTED),
        suggestion=work.suggestions[held.suggestion] if held.suggestion else None,
    )


def story(people: Mapping[str, Annotator], told: Told) -> StoryRecord:
    """A story with what these people said of it."""
    rulings = (r for r in told.rulings if r.kind in (Kind.ALIGN, Kind.UNALIGN))
    return StoryRecord(
        told.story,
        tuple(labelled(people, label) for label in told.labels if label.annotator in people),
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
