"""What is done to a corpus before others see it: people without names, stories in splits."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from annotator.errors import UsageError
from annotator.formats.record import (
    IMPORTED,
    ArticleRecord,
    Each,
    Export,
    Labelled,
    Reading,
    Rejection,
    StoryRecord,
)
from annotator.model import Annotator, Suggestion

SPLITS = ("train", "dev", "test")


def split(
    stories: Mapping[str, Sequence[str | None]], shares: str, seed: int = 0
) -> dict[str, str]:
    """The split of each story; articles of one story are never parted.

    `stories` maps story ids (or the ids of articles in none) to the outlets of their articles,
    `shares` is like "80/10/10". Stories go one by one, in an order that the seed decides, to the
    split that lacks most stories and most of the outlets they share with others; none stays empty
    while there are stories enough. Raises UsageError.
    """
    wanted = _shares(shares)
    filled: dict[str, Counter[str | None]] = {name: Counter() for name in wanted}
    sizes = Counter(dict.fromkeys(wanted, 0))
    totals = Counter(outlet for outlets in stories.values() for outlet in set(outlets))
    made: dict[str, str] = {}
    for left, story in enumerate(sorted(stories, key=lambda s: _draw(seed, s)), -len(stories)):
        outlets = {outlet for outlet in stories[story] if totals[outlet] > 1}
        empty = [name for name in wanted if not sizes[name]]

        def lack(name: str, outlets: set[str | None] = outlets) -> tuple[float, float]:
            room = wanted[name] * len(stories) - sizes[name]
            missing = sum(wanted[name] * totals[o] - filled[name][o] for o in outlets)
            return (missing + room, room)

        chosen = max(empty if -left <= len(empty) else wanted, key=lack)
        filled[chosen].update(outlets)
        sizes[chosen] += 1
        made[story] = chosen
    return made


def unfilled(made: Mapping[str, str], shares: str) -> list[str]:
    """The splits of `shares` that no story went to, as there were too few; raises UsageError."""
    return [name for name in _shares(shares) if name not in made.values()]


def _shares(text: str) -> dict[str, float]:
    parts = text.split("/")
    if not 2 <= len(parts) <= 3 or not all(part.isdecimal() for part in parts):
        raise UsageError(f"{text!r} is not a split", "Write it like 80/10/10 or 80/20.")
    numbers = [int(part) for part in parts]
    if sum(numbers) != 100 or 0 in numbers:
        raise UsageError(f"the parts of {text!r} do not add up to 100", "Write it like 80/10/10.")
    names = SPLITS if len(parts) == 3 else ("train", "test")
    return {name: number / 100 for name, number in zip(names, numbers, strict=True)}


def _draw(seed: int, story: str) -> str:
    return hashlib.sha256(f"{seed}:{story}".encode()).hexdigest()


def pseudonyms(annotators: Iterable[Annotator]) -> dict[str, Annotator]:
    """Numbers for names, by the id of each annotator; their random ids decide who has which."""
    return {
        person.id: Annotator(f"annotator-{n}", f"annotator-{n}")
        for n, person in enumerate(sorted(annotators, key=lambda p: p.id), 1)
    }


def anonymise(export: Export) -> Export:
    """The corpus without names, notes and times; annotators are numbered by their random ids."""
    people = pseudonyms(export.header.annotators)
    header = replace(export.header, annotators=tuple(people.values()))
    return Export(
        header,
        (_without_names(record, people) for record in export.articles),
        Each(lambda: (_nameless_story(story, people) for story in export.stories)),
        Each(lambda: (_nameless(link, people) for link in export.links)),
        agreement=Each(
            lambda: (
                replace(row, annotators=tuple(people[person.id] for person in row.annotators))
                for row in export.agreement
            )
        ),
    )


def _nameless_story(story: StoryRecord, people: Mapping[str, Annotator]) -> StoryRecord:
    return replace(
        story,
        annotations=tuple(_nameless(label, people) for label in story.annotations),
        corrections=tuple(
            replace(c, annotator=people[c.annotator.id], at="") for c in story.corrections
        ),
    )


def _without_names(record: ArticleRecord, people: Mapping[str, Annotator]) -> ArticleRecord:
    return replace(
        record,
        annotations=tuple(_nameless(k, people) for k in record.annotations),
        readings=tuple(Reading(people[r.annotator.id], r.arm, r.done) for r in record.readings),
        rejections=tuple(
            Rejection(_unsigned(r.suggestion), people[r.annotator.id], "")
            for r in record.rejections
        ),
    )


def _nameless(labelled: Labelled, people: Mapping[str, Annotator]) -> Labelled:
    person, proposal = people[labelled.annotation.annotator], labelled.suggestion
    annotation = replace(labelled.annotation, annotator=person.id, created="", note="")
    return Labelled(annotation, person.name, labelled.arm, proposal and _unsigned(proposal))


def _unsigned(proposal: Suggestion) -> Suggestion:
    """A suggestion without the name and the note of whoever marked it elsewhere."""
    if proposal.kind != IMPORTED:
        return proposal
    return replace(proposal, detector=IMPORTED, reason="Marked elsewhere.")
