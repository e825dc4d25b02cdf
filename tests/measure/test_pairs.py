"""Two annotators: Cohen's kappa and the spans that match."""

from collections import Counter
from itertools import chain
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.measure.alpha import Sheet, Undefined
from annotator.measure.pairs import Two, confusion, kappa, matches, share
from annotator.measure.spans import Item, Mark, evaluate

AB = Two("a", "b")
TEXT = "one two three four five six seven eight"
MARKS = st.lists(
    st.tuples(st.integers(0, 30), st.integers(1, 8)).map(lambda m: Mark(m[0], m[0] + m[1], "x")),
    max_size=5,
    unique=True,
)


def test_the_example_of_fifty_proposals() -> None:
    # Two readers, yes and no: both yes 20, only the first 5, only the second 10, both no 15.
    found = {("y", "y"): 20, ("y", "n"): 5, ("n", "y"): 10, ("n", "n"): 15}
    assert kappa(found) == pytest.approx(0.4)


def test_cohens_own_example() -> None:
    # Cohen 1960, table 1: two judges, 200 cases, three diagnoses; kappa is .492.
    cases = [[88, 10, 2], [14, 40, 6], [18, 10, 12]]
    found = {(a, b): cases[a][b] for a in range(3) for b in range(3)}
    assert kappa(found) == pytest.approx(0.492, abs=0.0005)


def test_units_of_both_are_counted_marked_or_not() -> None:
    sheet = Sheet("c", 6, {"a": {0: "x", 1: "x"}, "b": {1: "x", 4: "y"}, "c": {5: "x"}})
    assert confusion([sheet], AB) == Counter(
        {("x", None): 1, ("x", "x"): 1, (None, "y"): 1, (None, None): 3}
    )
    assert not confusion([sheet], Two("a", "nobody"))


def test_kappa_of_what_does_not_vary_is_undefined() -> None:
    with pytest.raises(Undefined, match="no variation"):
        kappa({(None, None): 5})
    with pytest.raises(Undefined, match="no unit"):
        kappa({})
    with pytest.raises(Undefined, match="nobody marked anything"):
        share(matches({"a": [], "b": []})[AB]._asdict(), "exact")


def test_a_span_matches_a_span_of_its_own_label() -> None:
    a = [Mark(0, 3, "loaded"), Mark(4, 7, "hedge"), Mark(10, 20, "loaded")]
    b = [Mark(0, 3, "loaded"), Mark(4, 7, "loaded"), Mark(12, 14, "loaded")]
    found = matches({"a": a, "b": b})[AB]
    assert found == (6, 2, 4)
    assert share(found._asdict(), "exact") == pytest.approx(2 / 6)


@given(MARKS, MARKS)
def test_exact_matches_give_the_f1_of_the_evaluation(a: list[Mark], b: list[Mark]) -> None:
    found = matches({"a": a, "b": b})[AB]
    if a or b:
        scored: Any = evaluate([Item(TEXT, a, b)]).scores["exact"]
        assert share(found._asdict(), "exact") == pytest.approx(scored.f1)
        assert found.exact <= found.overlap <= found.spans == len(list(chain(a, b)))
