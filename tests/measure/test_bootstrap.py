"""Intervals: around the value, the same every time, wider with less data, absent when undefined."""

from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.measure.alpha import Undefined
from annotator.measure.bootstrap import Figure, Statistic, figures

ROWS = st.lists(
    st.tuples(st.sampled_from("abcdefgh"), st.integers(0, 9), st.integers(0, 9)), max_size=20
)


def ratio(counts: Mapping[str, float]) -> float:
    """A share that is undefined when there is nothing to share."""
    if not counts.get("all"):
        raise Undefined("nothing there")
    return counts["right"] / counts["all"]


def share(rows: list[tuple[str, int, int]]) -> Statistic:
    counted = [(name, {"right": min(a, b), "all": max(a, b)}) for name, a, b in rows]
    return Statistic(counted, ratio)


@settings(max_examples=30)
@given(ROWS)
def test_the_interval_holds_the_value(rows: list[tuple[str, int, int]]) -> None:
    (figure,) = figures({"share": share(rows)}, rounds=50).values()
    if figure.value is None:
        assert figure == Figure(None, why="nothing there")
    elif figure.low is None or figure.high is None:
        assert figure.why is not None
        assert figure.why.startswith("no interval: ")
    else:
        assert 0 <= figure.low <= figure.value <= figure.high <= 1
    assert figures({"share": share(rows)}, rounds=50) == {"share": figure}


def test_more_stories_narrow_the_interval() -> None:
    few = [(f"s{n}", n % 10, 9) for n in range(10)]
    many = [(f"s{n}", n % 10, 9) for n in range(400)]
    found = figures({"few": share(few), "many": share(many)}, rounds=200)
    widths = {name: (f.high or 0) - (f.low or 0) for name, f in found.items()}
    assert widths["many"] < widths["few"] / 2


def test_the_interval_of_a_mean_is_that_of_the_normal_distribution() -> None:
    # 400 clusters of a fair coin: a standard error of .025, so .45 to .55.
    coin = [(f"s{n:03}", n % 2, 1) for n in range(400)]
    (figure,) = figures({"share": share(coin)}).values()
    assert figure.value == 0.5
    assert figure.low == pytest.approx(0.451, abs=0.01)
    assert figure.high == pytest.approx(0.549, abs=0.01)


def test_rows_of_one_cluster_are_drawn_together() -> None:
    apart = [(f"s{n}", n % 2, 1) for n in range(40)]
    together = [(f"s{n % 2}", n % 2, 1) for n in range(40)]
    found = figures({"apart": share(apart), "together": share(together)}, rounds=200)
    assert (found["together"].low, found["together"].high) == (0.0, 1.0)
    assert (found["apart"].high or 0) < 0.8


def test_one_cluster_has_no_interval() -> None:
    (figure,) = figures({"share": share([("s", 1, 2)])}).values()
    assert figure.value == 0.5
    assert figure.low is None
    assert "one story or article" in str(figure.why)


def test_clusters_without_counts_are_none() -> None:
    empty = [(f"e{n}", 0, 0) for n in range(30)]
    alone, many = [("s", 1, 2)], [(f"s{n}", n % 2, 1) for n in range(30)]
    for rows in (alone, many):
        assert figures({"share": share(rows + empty)}) == figures({"share": share(rows)})
    both = figures({"alone": share(alone + empty), "many": share(many)})
    assert both["alone"].low is both["alone"].high is None
    assert both["many"].low is not None
