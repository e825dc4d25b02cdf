"""The fold of events: what stands, whatever the order in which events arrive."""

import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator import history
from annotator.history import Event, Kind
from annotator.model import Json, Origin

SPAN: Json = {"layer": "span", "label": "loaded", "start": 0, "end": 3, "quote": "The"}


def deed(
    kind: Kind, clock: int, body: Json | None = None, subject: str = "s", by: str = "ana"
) -> Event:
    made = Event(f"e{clock}{by}", by, subject, kind, body or {}, "art", f"day {clock}", "scheme")
    return history.seal(made, clock, clock, "")


def suggested(clock: int, **body: object) -> Event:
    return deed(Kind.ACCEPT, clock, {**SPAN, "suggestion": "g", "origin": "accepted", **body})


@st.composite
def histories(draw: st.DrawFn) -> list[Event]:
    events: list[Event] = []
    for clock in range(1, draw(st.integers(1, 12)) + 1):
        by = draw(st.sampled_from(["ana", "ben"]))
        subject = draw(st.sampled_from([f"{by}1", f"{by}2", "block"]))
        kinds = [Kind.BLOCK] if subject == "block" else [Kind.LABEL, Kind.REMOVE, Kind.NOTE]
        if [e for e in events if e.subject == subject]:
            kinds += [Kind.UNDO, Kind.REDO]
        kind = draw(st.sampled_from(kinds))
        body: Json = dict(SPAN)
        if kind is Kind.NOTE:
            body = {"note": f"note {clock}"}
        elif kind in (Kind.UNDO, Kind.REDO):
            body = {"event": draw(st.sampled_from([e.id for e in events if e.subject == subject]))}
        events.append(deed(kind, clock, body, subject, by))
    return events


@given(histories(), st.randoms(use_true_random=False))
def test_what_stands_does_not_depend_on_the_order_of_arrival(
    events: list[Event], chance: random.Random
) -> None:
    shuffled = events + chance.choices(events, k=3)
    chance.shuffle(shuffled)
    assert history.fold(shuffled) == history.fold(events)


@given(histories())
def test_undoing_everything_leaves_nothing(events: list[Event]) -> None:
    undos = [
        deed(Kind.UNDO, 100 + n, {"event": e.id}, e.subject, e.annotator)
        for n, e in enumerate(events)
    ]
    assert all(
        standing == history.Standing(subject)
        for subject, standing in history.fold(events + undos).items()
    )


@given(histories())
def test_an_undo_and_its_redo_change_nothing(events: list[Event]) -> None:
    *_, last = [e for e in events if e.kind not in (Kind.UNDO, Kind.REDO)] or [deed(Kind.LABEL, 1)]
    if last.id in history.undone(events):
        return
    turned = [
        deed(kind, clock, {"event": last.id}, last.subject, last.annotator)
        for kind, clock in ((Kind.UNDO, 100), (Kind.REDO, 101))
    ]
    assert history.fold(events + turned).get(last.subject) == history.fold(events).get(last.subject)


def test_an_accepted_suggestion_keeps_its_origin_until_it_is_edited() -> None:
    accepted = suggested(1)
    standing = history.fold_subject("s", [accepted])
    assert standing.annotation is not None
    assert standing.decision is not None
    assert (standing.annotation.origin, standing.decision.verdict) == (Origin.ACCEPTED, "accepted")

    changed = deed(Kind.RELABEL, 2, {"label": "hedge", "attributes": {}})
    standing = history.fold_subject("s", [accepted, changed])
    assert standing.annotation is not None
    assert standing.decision is not None
    assert (standing.annotation.origin, standing.decision.verdict) == (Origin.EDITED, "edited")
    assert standing.annotation.created == "day 1"


def test_a_note_is_no_edit() -> None:
    standing = history.fold_subject("s", [suggested(1), deed(Kind.NOTE, 2, {"note": "hm"})])
    assert standing.annotation is not None
    assert (standing.annotation.origin, standing.annotation.note) == (Origin.ACCEPTED, "hm")


def test_removing_an_accepted_suggestion_opens_it_again() -> None:
    assert history.fold_subject("s", [suggested(1), deed(Kind.REMOVE, 2)]) == history.Standing("s")


def test_a_rejection_takes_the_annotation_away_and_its_undo_brings_it_back() -> None:
    accepted, rejected = suggested(1), deed(Kind.REJECT, 2, {"suggestion": "g"})
    standing = history.fold_subject("s", [accepted, rejected])
    assert standing.annotation is None
    assert standing.decision == history.Decision("ana", "g", "rejected", "day 2")
    back = deed(Kind.UNDO, 3, {"event": rejected.id})
    assert history.fold_subject("s", [accepted, rejected, back]) == history.fold_subject(
        "s", [accepted]
    )


@pytest.mark.parametrize("kind", [Kind.REMOVE, Kind.NOTE, Kind.REJECT, Kind.LABEL])
def test_nobody_changes_the_annotation_of_another(kind: Kind) -> None:
    mine = deed(Kind.LABEL, 1, SPAN)
    body = {**SPAN, "label": "hedge", "note": "no", "suggestion": "g"}
    theirs = deed(kind, 2, body, by="ben")
    assert history.fold_subject("s", [mine, theirs]) == history.fold_subject("s", [mine])


def test_nobody_takes_back_the_event_of_another() -> None:
    mine = deed(Kind.LABEL, 1, SPAN)
    theirs = deed(Kind.UNDO, 2, {"event": mine.id}, by="ben")
    assert history.fold_subject("s", [mine, theirs]).annotation is not None


def test_the_last_ruling_stands_whoever_made_it() -> None:
    hide = deed(Kind.BLOCK, 1, {"start": 0, "kind": "clutter", "shown": False})
    show = deed(Kind.BLOCK, 2, {"start": 0, "kind": "body", "shown": True}, by="ben")
    assert history.fold_subject("s", [show, hide]).ruling == show


@pytest.mark.parametrize(
    "change",
    [
        {"id": "x"},
        {"annotator": "x"},
        {"subject": "x"},
        {"kind": Kind.REMOVE},
        {"body": {"quote": "x"}},
        {"article": None},
        {"at": "x"},
        {"scheme": "x"},
        {"counter": 9},
        {"clock": 9},
        {"prev": "x"},
    ],
)
def test_no_part_of_an_event_can_change_without_its_hash(change: dict[str, object]) -> None:
    event = deed(Kind.LABEL, 1, SPAN)
    assert history.content_hash(event) == event.hash
    assert history.content_hash(replace(event, **change)) != event.hash  # type: ignore[arg-type]


def test_two_sentences_are_one_subject_whichever_is_named_first() -> None:
    a, b = ("article-a", 2), ("article-b", 10)
    assert history.counterpart_subject("ana", a, b) == history.counterpart_subject("ana", b, a)
    assert history.counterpart_subject("ana", a, b) != history.counterpart_subject("ben", a, b)
