"""What an annotator does all day costs the same in a corpus of any size: counted, not timed."""

import sqlite3
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path
from types import FrameType
from typing import Any

import filled
import pytest
from filled import BRUTAL, ONE, STORY, TWO

from annotator import history
from annotator.desk import Desk
from annotator.history import Event, Kind
from annotator.model import Article, Layer, Story, derived_id
from annotator.project import open_project
from annotator.store import header
from annotator.store.writer import Transaction

SMALL, LARGE = 5, 200
SENTENCE_LABEL = filled.SCHEME.layer(Layer.SENTENCE)[0].id


class Meter:
    """Counts the steps of SQLite's machine, and keeps the statements, by what was going on."""

    def __init__(self) -> None:
        self.doing = "opening"
        self.steps: Counter[str] = Counter()
        self.statements: dict[str, str] = {}

    def watch(self, connection: sqlite3.Connection) -> None:
        connection.set_progress_handler(self._step, 1)
        connection.set_trace_callback(lambda sql: self.statements.setdefault(sql, self.doing))

    def _step(self) -> int:
        self.steps[self.doing] += 1
        return 0


@pytest.fixture
def meter(monkeypatch: pytest.MonkeyPatch) -> Meter:
    made = Meter()
    connect = header.connect

    def watched(
        path: Path, *, write: bool, patience: float = header.PATIENCE
    ) -> sqlite3.Connection:
        connection = connect(path, write=write, patience=patience)
        made.watch(connection)
        return connection

    monkeypatch.setattr(header, "connect", watched)
    return made


def _others(number: int) -> tuple[Article, Article]:
    left, right = (f"Pier {number}\n\nThe regime left {side} there." for side in ("sand", "salt"))
    return filled.article(left, "Tide"), filled.article(right, "Quay")


def _deeds(who: str, number: int, one: Article, two: Article) -> Iterator[Event]:
    """A bit of everything in another story: labels, rulings, and most of it taken back."""
    for held in (one, two):
        labelled = filled.label(who, held, "regime")
        yield labelled
        yield filled.follow(labelled, Kind.NOTE, note="a note")
        yield filled.follow(labelled, Kind.UNDO, event=labelled.id)
    story = f"pier-{number}"
    done = {"story": story, "articles": [one.id, two.id]}
    yield filled.event(who, history.done_subject(who, story), Kind.DONE, done)
    body = {"a": [one.id, 1], "b": [two.id, 1]}
    yield filled.event(who, derived_id(who, number), Kind.ALIGN, body, one.id)
    block = {"start": 0, "kind": "clutter", "shown": False}
    yield filled.event(who, derived_id("block", who, one.id), Kind.BLOCK, block, one.id)


def _corpus(path: Path, stories: int) -> Path:
    """The usual corpus among so many other stories that Ana and Ben have worked through."""
    filled.fill(path)

    def job(t: Transaction) -> None:
        people = [t.add_annotator(name).id for name in ("Ana", "Ben")]
        for who in people:
            t.assign(who, STORY.id, STORY.articles)
        for number in range(stories):
            pair = _others(number)
            for held in pair:
                t.add_article(held, (filled.suggest(held, "regime"),))
            t.add_story(Story(f"pier-{number}", f"Pier {number}", (pair[0].id, pair[1].id)))
            for who in people:
                t.assign(who, f"pier-{number}", (pair[1].id, pair[0].id))
                t.append_all(list(_deeds(who, number, *pair)))

    filled.write(path, job)
    return path


def _day(path: Path, meter: Meter) -> None:
    """Open the corpus and do each thing once, its steps counted under its name."""

    def do(name: str, act: Callable[[], object]) -> None:
        meter.doing = name
        act()

    meter.doing = "opening"
    with open_project(path) as project:
        desk = project.desk("Ana")
        do("next story", partial(desk.open_story, STORY.id))
        do("label", lambda: desk.label(ONE.id, 4, 10, "loaded").saved.result())
        meter.doing = "closing"
        made = next(a.id for a in desk.own(ONE.id) if a.quote == ONE.text[4:10])
        for name, verb in _verbs(desk, made).items():
            do(name, verb)
        meter.doing = "closing"


def _verbs(desk: Desk, made: str) -> dict[str, Callable[[], object]]:
    return {
        "note": lambda: desk.note(made, "why").saved.result(),
        "accept": lambda: desk.accept(BRUTAL.id).saved.result(),
        "relabel": lambda: desk.relabel(made, "hedge").saved.result(),
        "sentence": lambda: desk.label_sentence(ONE.id, 1, SENTENCE_LABEL).saved.result(),
        "done": lambda: desk.done(STORY.id, ONE.id).saved.result(),
        "counterpart": lambda: desk.unalign((ONE.id, 1), (TWO.id, 1)).saved.result(),
        "block": lambda: desk.block(ONE.id, 0, ONE.blocks[0].kind, False).saved.result(),
        "undo": lambda: desk.undo().result(),
        "redo": lambda: desk.redo().result(),
        "remove": lambda: desk.remove(made).saved.result(),
        "candidates": lambda: desk.candidates(ONE.id, 1),
    }


def test_no_deed_takes_more_steps_in_a_larger_corpus(tmp_path: Path, meter: Meter) -> None:
    counted = []
    for stories in (SMALL, LARGE):
        path = _corpus(tmp_path / f"{stories}.db", stories)
        meter.steps.clear()
        _day(path, meter)
        counted.append(dict(meter.steps))
    small, large = counted
    assert len(small) > 12
    assert {name: n for name, n in large.items() if n > 1.1 * small[name] + 20} == {}


def _crowded(path: Path, labels: int) -> Path:
    """The usual corpus with so many labels by Ana on the one article that she works on."""
    filled.fill(path)

    def job(t: Transaction) -> None:
        ana = t.add_annotator("Ana").id
        t.append_all([filled.label(ana, ONE, "closed") for _ in range(labels)])

    filled.write(path, job)
    return path


@contextmanager
def _traced(meter: Meter) -> Iterator[None]:
    """Count the lines of Python that this thread runs, too."""

    def step(frame: FrameType, event: str, argument: object) -> Any:
        meter.steps[f"{meter.doing} (lines)"] += event == "line"
        return step

    before = sys.gettrace()
    sys.settrace(step)
    try:
        yield
    finally:
        sys.settrace(before)


def test_no_deed_takes_more_steps_in_a_crowded_article(tmp_path: Path, meter: Meter) -> None:
    counted = []
    for labels in (10, 800):
        path = _crowded(tmp_path / f"{labels}.db", labels)
        meter.steps.clear()
        with _traced(meter):
            _day(path, meter)
        counted.append(dict(meter.steps))
    small, large = counted
    reading = {"opening", "next story", "closing"}  # all of it is read to be drawn
    assert {"label (lines)", "undo (lines)", "relabel"} <= set(small)
    assert {
        name: n
        for name, n in large.items()
        if n > 1.1 * small[name] + 50 and name.removesuffix(" (lines)") not in reading
    } == {}


def test_nothing_on_the_way_of_a_deed_scans_a_table(tmp_path: Path, meter: Meter) -> None:
    path = _corpus(tmp_path / "c.db", SMALL)
    meter.statements.clear()
    _day(path, meter)
    scanned = set()
    with closing(sqlite3.connect(path)) as raw:
        tables = {f"SCAN {n}" for (n,) in raw.execute("SELECT name FROM sqlite_master")}
        for statement, doing in meter.statements.items():
            if statement.split(None, 1)[0] in ("SELECT", "WITH", "INSERT", "UPDATE", "DELETE"):
                plan = raw.execute(f"EXPLAIN QUERY PLAN {statement}").fetchall()
                steps = {" ".join(step.split()[:2]) for *_, step in plan}
                scanned |= {(doing, step) for step in steps & tables}
    assert len(meter.statements) > 100
    assert scanned == {("opening", "SCAN annotator")}
