"""Undo and redo in records that grew apart: what stands after all have met is one thing only."""

import itertools
import os
from random import Random
from typing import TypeAlias

from hypothesis import given, settings
from hypothesis import strategies as st

from annotator import history
from annotator.history import Event, Kind

EXAMPLES = int(os.environ.get("ANNOTATOR_EXAMPLES", "100"))
MACHINES = 3
PEOPLE, SUBJECTS = ("ana", "ben"), ("a", "b", "c")
PLACE = {"layer": "span", "start": 0, "end": 3, "quote": "one"}

Record: TypeAlias = dict[str, Event]
Deed: TypeAlias = tuple[str, str, int]

deeds = st.tuples(
    st.sampled_from(PEOPLE),
    st.sampled_from(
        ("label", "accept", "reject", "note", "relabel", "move", "remove", "block", "describe")
        + ("undo",) * 4
        + ("redo",) * 3
        + ("again",) * 2
    ),
    st.integers(0, 2),
)
machines = st.integers(0, MACHINES - 1)
scripts = st.lists(st.tuples(machines, deeds | deeds | deeds | machines), max_size=40)


def _append(record: Record, number: int, who: str, subject: str, kind: Kind, body: object) -> None:
    """Seal an event as the store does: after the maker's last, later than everybody's."""
    own = [e for e in record.values() if e.annotator == who]
    last = max(own, key=lambda e: (e.counter, e.id), default=None)
    clock = max((e.clock for e in record.values()), default=0)
    assert isinstance(body, dict)
    event = Event(f"{number:04}", who, subject, kind, body, "article", "now", "v")
    sealed = history.seal(
        event, last.counter + 1 if last else 1, clock + 1, last.hash if last else ""
    )
    record[event.id] = sealed


def _last_undoable(record: Record, who: str) -> Event | None:
    gone = history.undone(record.values())
    own = [
        e
        for e in record.values()
        if e.annotator == who and e.kind not in (Kind.UNDO, Kind.REDO) and e.id not in gone
    ]
    return max(own, key=lambda e: (e.counter, e.id), default=None)


def _last_undone(record: Record, who: str) -> Event | None:
    gone = {e: undo for e, undo in history.undone(record.values()).items() if undo.annotator == who}
    deeds_done = [
        e.counter
        for e in record.values()
        if e.annotator == who and e.kind not in (Kind.UNDO, Kind.REDO)
    ]
    since = {e: u for e, u in gone.items() if u.counter > max(deeds_done, default=0)}
    last = max(since, key=lambda e: (since[e].counter, e), default=None)
    return record[last] if last else None


def _do(record: Record, number: int, deed: Deed) -> None:
    who, verb, choice = deed
    subject = f"{who}-{SUBJECTS[choice]}"
    if verb in ("undo", "redo"):
        find = _last_undoable if verb == "undo" else _last_undone
        if target := find(record, who):
            _append(record, number, who, target.subject, Kind(verb), {"event": target.id})
    elif verb == "again":  # an undo aimed at any event at all, another undo or another's among them
        if record:
            target = record[sorted(record)[choice % len(record)]]
            _append(record, number, who, target.subject, Kind.UNDO, {"event": target.id})
    else:
        kind = Kind(verb)
        body = {
            Kind.LABEL: {**PLACE, "label": "loaded"},
            Kind.ACCEPT: {**PLACE, "label": "loaded", "suggestion": subject, "origin": "accepted"},
            Kind.REJECT: {"suggestion": subject},
            Kind.NOTE: {"note": f"{number}"},
            Kind.RELABEL: {"label": f"l{choice}", "attributes": {}},
            Kind.MOVE: {"start": choice, "end": choice + 2, "quote": "xy"},
            Kind.BLOCK: {"start": 0, "kind": "body", "shown": bool(choice)},
            Kind.DESCRIBE: {("title", "outlet", "byline")[choice]: f"{number}"},
        }.get(kind, {})
        shared = {Kind.BLOCK: "block", Kind.DESCRIBE: "article"}
        _append(record, number, who, shared.get(kind, subject), kind, body)


@settings(max_examples=EXAMPLES, deadline=None)
@given(scripts, st.randoms(use_true_random=False))
def test_what_stands_is_one_thing_whatever_the_order_of_meeting(
    script: list[tuple[int, Deed | int]], chance: Random
) -> None:
    records: list[Record] = [{} for _ in range(MACHINES)]
    for number, (machine, doing) in enumerate(script):
        if isinstance(doing, int):
            records[machine] |= records[doing]
        else:
            _do(records[machine], number, doing)
    stand = [
        history.fold((one | two | three).values())
        for one, two, three in itertools.permutations(records)
    ]
    assert all(other == stand[0] for other in stand)
    united = records[0] | records[1] | records[2]
    twice = [*united.values(), *records[1].values()]
    chance.shuffle(twice)
    assert history.fold(twice) == stand[0]
    _check_turns(united)


def _check_turns(united: Record) -> None:
    """The last word of its maker says whether an event counts; an undo is put back by a redo."""
    gone = history.undone(united.values())
    for event in united.values():
        turns = [
            e
            for e in united.values()
            if e.kind in (Kind.UNDO, Kind.REDO)
            and e.body["event"] == event.id
            and e.annotator == event.annotator
        ]
        last = max(turns, key=lambda e: e.order, default=None)
        assert (event.id in gone) == (last is not None and last.kind is Kind.UNDO)
    for who in PEOPLE:
        before = history.fold(united.values())
        target = _last_undoable(united, who)
        if target is None:
            continue
        after = dict(united)
        _do(after, 9000, (who, "undo", 0))
        changed = history.fold(after.values())
        assert {s for s in before if before[s] != changed[s]} <= {target.subject}
        assert _last_undone(after, who) == target
        _do(after, 9001, (who, "redo", 0))
        assert history.fold(after.values()) == before
