"""Runs cover a line exactly and say truly what lies on each part."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from annotator.text.runs import runs

SPANS = st.lists(
    st.tuples(st.integers(0, 30), st.integers(1, 12), st.integers(0, 5)).map(
        lambda t: (t[0], t[0] + t[1], t[2])
    )
)


@given(st.integers(0, 15), st.integers(1, 20), SPANS)
def test_each_character_is_in_one_run_with_all_its_spans(
    start: int, length: int, spans: list[tuple[int, int, int]]
) -> None:
    end = start + length
    found = runs(start, end, spans)
    assert [p for run in found for p in range(run.start, run.end)] == list(range(start, end))
    for run in found:
        for position in range(run.start, run.end):
            assert list(run.values) == [v for s, e, v in spans if s <= position < e]


@given(st.integers(0, 15), st.integers(1, 20), SPANS)
def test_neighbours_differ(start: int, length: int, spans: list[tuple[int, int, int]]) -> None:
    found = runs(start, start + length, spans)
    assert all(a.values != b.values for a, b in pairwise(found))


def test_nested_and_crossing_spans() -> None:
    assert [
        (r.start, r.end, r.values) for r in runs(0, 9, [(0, 6, "a"), (2, 4, "b"), (4, 9, "c")])
    ] == [
        (0, 2, ("a",)),
        (2, 4, ("a", "b")),
        (4, 6, ("a", "c")),
        (6, 9, ("c",)),
    ]
