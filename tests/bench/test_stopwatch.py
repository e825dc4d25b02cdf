"""Time spent, measured between acts."""

import pytest

from annotator.project import Project
from annotator.stopwatch import IDLE_MS, Stopwatch


def test_a_pause_counts_as_a_minute_at_most() -> None:
    times = iter([5.0, 6.5, 6.5, 4000.0, 4000.25])
    watch = Stopwatch(lambda: next(times))
    assert [watch.lap() for _ in range(4)] == [1500, 0, IDLE_MS, 250]


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """A clock that stands still until it is set."""
    now = [100.0]
    monkeypatch.setattr(Stopwatch.__init__, "__defaults__", (lambda: now[0],))
    return now


def test_time_is_on_record_and_summed_by_annotator_and_article(
    opened: Project, clock: list[float]
) -> None:
    first, second = opened.stories()[0].articles[:2]
    ada, bob = opened.desk("ada"), opened.desk("bob")
    clock[0] += 2.5
    act = ada.label(first.id, 0, 4, "loaded")
    clock[0] += 4
    ada.label(second.id, 0, 4, "loaded")
    clock[0] += 3600
    ada.undo().result()
    assert act.saved.result().body["ms"] == 2500
    bob.done(opened.stories()[0].story.id).saved.result()
    times = {person["name"]: person["time"] for person in opened.stats()["annotators"]}
    assert times["ada"] == {"seconds": 66.5, "articles": {first.id: 2.5, second.id: 64.0}}
    assert times["bob"] == {"seconds": 60.0, "articles": {}}
