"""What a merge brought together that does not agree: kept as it is, and listed to be read."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import TypeVar

from annotator import history
from annotator.history import Event, Standing
from annotator.store import rows
from annotator.store.reads import Reads
from annotator.text.plurals import counted

T = TypeVar("T")

_BATCH = 1000


@dataclass(frozen=True, slots=True)
class Conflict:
    """Something both corpora keep and a person should look at; `what` says it in a sentence, `how`
    the part of it that is said of other places in the same words, if any.

    `kind` is `decision` (people decided differently on the suggestion `where`), `machines` (the
    annotator `where` worked on two machines at once), `answers` (she said two things of the subject
    `where`) or `name` (the name `where` is borne by two people, or one person bears another).
    """

    kind: str
    where: str
    what: str
    annotators: tuple[str, ...] = ()
    quote: str | None = None
    article: str | None = None
    source: str | None = None
    how: str | None = None


def names(mine: Reads, theirs: Reads) -> Iterator[Conflict]:
    """Two people with one name, and one person with two."""
    for name, people in mine.ask(
        "SELECT name, count(*) FROM annotator GROUP BY name HAVING count(*) > 1 ORDER BY name"
    ):
        yield Conflict(
            "name", name, f"{people} annotators are called {name}; they stay apart", (name,)
        )
    here = {person.id: person.name for person in mine.annotators()}
    for person in theirs.annotators():
        name = here[person.id]
        if name != person.name:
            what = f"{name} is called {person.name} there; here she stays {name}"
            yield Conflict("name", name, what, (name, person.name))


def decisions(mine: Reads, subjects: Iterable[str]) -> Iterator[Conflict]:
    """Suggestions among these subjects on which people decided differently."""
    for batch in batches(subjects):
        for suggestion, quote, article, source, said in mine.ask(
            "SELECT s.id, s.quote, s.article, coalesce(t.outlet, t.title), "
            "json_group_array(json_array(p.name, d.verdict)) "
            "FROM decision AS d JOIN suggestion AS s ON s.id = d.suggestion "
            "JOIN article AS t ON t.id = s.article JOIN annotator AS p ON p.id = d.annotator "
            "WHERE d.suggestion IN (SELECT suggestion FROM decision "
            "WHERE subject IN (SELECT value FROM json_each(?))) "
            "GROUP BY s.id HAVING count(DISTINCT d.verdict) > 1 ORDER BY s.id",
            json.dumps(batch),
        ):
            verdicts = sorted(json.loads(said))
            told = ", ".join(f"{verdict} by {name}" for name, verdict in verdicts)
            what = f"“{quote}” in {source}: {told}"
            people = tuple(name for name, _ in verdicts)
            yield Conflict("decision", suggestion, what, people, quote, article, source, told)


def machines(mine: Reads, theirs: Reads, brought: Mapping[str, list[str]]) -> Iterator[Conflict]:
    """Annotators who did two things at once, and where the two do not agree.

    `brought` has, by annotator, the new events from the place on where she did others here.
    """
    people = {person.id: person.name for person in mine.annotators()}
    for annotator, new in sorted(brought.items()):
        if annotator == history.CLERK.id:
            continue
        first = mine.event(new[0])
        since = first.counter if first else 1
        work = mine.ask_for(
            rows.event,
            f"SELECT {rows.EVENT} FROM event WHERE annotator = ? AND counter >= ? ORDER BY counter",
            annotator,
            since,
        )
        there = known(theirs, "SELECT id, 1 FROM event", (event.id for event in work))
        arrived = set(new)
        ours = [event for event in work if event.id not in there]
        hers = [event for event in work if event.id in arrived]
        if ours:
            name = people[annotator]
            what = (
                f"{name} on two machines: {counted(len(ours), 'events')} here "
                f"and {len(hers)} there since event {since}; all are kept"
            )
            yield Conflict("machines", annotator, what, (name,))
            yield from _answers(mine, name, ours, hers)


def _answers(mine: Reads, name: str, ours: list[Event], hers: list[Event]) -> Iterator[Conflict]:
    """What one annotator said differently on two machines, of one subject or of one place."""
    ids = {event.id for event in ours}, {event.id for event in hers}
    here, there = ({event.subject: event.article for event in side} for side in (ours, hers))
    places: dict[tuple[object, ...], str] = {}
    for subject in here:
        if subject in there:
            events = mine.events(subject)
            two = [
                history.fold_subject(subject, (e for e in events if e.id not in other))
                for other in reversed(ids)
            ]
            if difference := _difference(*two):
                yield _answer(mine, name, two, difference)
        elif place := _place(standing := mine.standing(subject)):
            places[place] = standing.subject
    for subject in there:
        standing = mine.standing(subject)
        twin = places.get(_place(standing) or ())
        if subject not in here and twin is not None:
            two = [mine.standing(twin), standing]
            yield _answer(mine, name, two, _difference(*two) or f"{_said(standing)} twice")


def _answer(mine: Reads, name: str, two: list[Standing], difference: str) -> Conflict:
    held = next((s.annotation for s in two if s.annotation), None)
    ruling = next((s.ruling for s in two if s.ruling), None)
    decision = next((s.decision for s in two if s.decision), None)
    quote = held.quote if held else None
    article = held.article if held else ruling.article if ruling else None
    if held is None and decision is not None:
        suggestion = mine.suggestion(decision.suggestion)
        quote, article = suggestion.quote, suggestion.article
    source = None
    if article is not None:
        row = mine.ask_one("SELECT coalesce(outlet, title) FROM article WHERE id = ?", article)
        source = str(row[0]) if row else None
    about = " in ".join(filter(None, (f"“{quote}”" if quote else None, source)))
    what = f"{name} on two machines: {about}{', ' if about else ''}{difference}"
    how = f"{name} on two machines, {difference}"
    return Conflict("answers", two[0].subject, what, (name,), quote, article, source, how)


def _place(standing: Standing) -> tuple[object, ...] | None:
    held = standing.annotation
    return (held.layer, held.article, held.start, held.end) if held and held.article else None


def _difference(one: Standing, other: Standing) -> str | None:
    """In what two standings differ, in words; None when they say the same."""
    said, there = _said(one), _said(other)
    if said != there:
        return f"{said} against {there}"
    a, b = one.annotation, other.annotation
    if a and b:
        fields = ("quote", "attributes", "note")
        other_than = [name for name in fields if getattr(a, name) != getattr(b, name)]
        return f"{said}, with another {' and '.join(other_than)}" if other_than else None
    return None


def _said(standing: Standing) -> str:
    """What stands, in a few words."""
    if standing.annotation:
        return standing.annotation.label
    if standing.decision:
        return standing.decision.verdict
    if standing.ruling is None:
        return "nothing"
    body = history.said(standing.ruling)
    told = [f"{key} {json.dumps(body[key], ensure_ascii=False)}" for key in sorted(body)]
    return f"{standing.ruling.kind} ({', '.join(told)})"


def known(corpus: Reads, select: str, ids: Iterable[str]) -> dict[str, object]:
    """What a question for two columns answers for these ids, by the first."""
    found: dict[str, object] = {}
    for batch in batches(ids):
        among = json.dumps(batch)
        found |= corpus.ask(f"{select} WHERE id IN (SELECT value FROM json_each(?))", among)
    return found


def batches(items: Iterable[T]) -> Iterator[list[T]]:
    """The items a thousand at a time."""
    iterator = iter(items)
    while batch := list(islice(iterator, _BATCH)):
        yield batch
