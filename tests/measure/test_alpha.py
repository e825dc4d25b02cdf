"""Krippendorff's alpha: his own example, its limits, and what must not change it."""

from collections import Counter
from itertools import permutations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.measure.alpha import (
    Sheet,
    Undefined,
    agreement,
    alpha,
    coincidences,
    ordinal,
    specific,
)

# Four observers, twelve units, missing values: Krippendorff, Computing Krippendorff's
# alpha-reliability (2011), section C, and Content Analysis, section 12.3.
CANONICAL = (
    "1 2 3 3 2 1 4 1 2 . . .",
    "1 2 3 3 2 2 4 1 2 5 . 3",
    ". 3 3 3 2 3 4 2 2 5 1 .",
    "1 2 3 3 2 4 4 1 2 5 1 .",
)
TABLES = st.lists(
    st.lists(st.sampled_from([None, "x", "y", "z"]), min_size=3, max_size=3),
    min_size=1,
    max_size=12,
)


def matrix(rows: list[list[Any]], missing: object = ".") -> Counter[tuple[Any, Any]]:
    """The coincidences of units as columns, observers as rows; a unit is a sheet of its own."""
    total: Counter[tuple[Any, Any]] = Counter()
    for number in range(len(rows[0])):
        said = {str(n): {0: row[number]} for n, row in enumerate(rows) if row[number] != missing}
        total.update(coincidences(Sheet("c", 1, said)))
    return total


def canonical() -> Counter[tuple[Any, Any]]:
    return matrix([[int(v) if v != "." else v for v in row.split()] for row in CANONICAL])


def article(table: list[list[Any]]) -> Sheet:
    """Units as rows, three annotators as columns; None is a unit that was left unlabelled."""
    marks = {
        name: {n: row[column] for n, row in enumerate(table) if row[column] is not None}
        for column, name in enumerate("abc")
    }
    return Sheet("c", len(table), marks)


def test_the_canonical_example() -> None:
    assert alpha(canonical()) == pytest.approx(0.743, abs=0.0005)
    assert alpha(canonical(), ordinal) == pytest.approx(0.815, abs=0.0005)
    assert sum(canonical().values()) == pytest.approx(40)


def test_two_observers_ten_units_two_values() -> None:
    # The same paper, section A: alpha is .095.
    rows = [list("0100000000"), list("1110010100")]
    assert alpha(matrix(rows)) == pytest.approx(0.095, abs=0.0005)


def test_two_observers_nominal_values() -> None:
    # The same paper, section B: alpha is .692.
    rows = [list("aabbdcccedda"), list("babbbccceddd")]
    assert alpha(matrix(rows)) == pytest.approx(0.692, abs=0.0005)


@given(TABLES)
def test_perfect_agreement_is_one_and_no_variation_is_undefined(table: list[list[Any]]) -> None:
    same = coincidences(article([[row[0]] * 3 for row in table]))
    if len({row[0] for row in table}) > 1:
        assert alpha(same) == 1
    else:
        with pytest.raises(Undefined, match="no variation"):
            alpha(same)
    assert agreement(same) == 1


@given(TABLES)
def test_who_is_who_and_what_labels_are_called_changes_nothing(table: list[list[Any]]) -> None:
    found = coincidences(article(table))
    renamed = {None: None, "x": "z", "y": "x", "z": "y"}
    others = [coincidences(article([[renamed[v] for v in row] for row in table]))]
    for order in permutations(range(3)):
        others.append(coincidences(article([[row[n] for n in order] for row in table])))
    for other in others:
        assert agreement(other) == pytest.approx(agreement(found))
        if len({value for value, _ in +found}) > 1:
            assert alpha(other) == pytest.approx(alpha(found))


@given(TABLES)
def test_units_that_nobody_marked_count_without_being_listed(table: list[list[Any]]) -> None:
    listed = Counter[tuple[Any, Any]]()
    for row in table:
        listed.update(
            coincidences(Sheet("c", 1, {n: {0: v} for n, v in zip("abc", row, strict=True)}))
        )
    assert {k: pytest.approx(v) for k, v in (+listed).items()} == +coincidences(article(table))


def test_f1_of_two_annotators_is_the_f1_of_one_against_the_other() -> None:
    sheet = Sheet("c", 10, {"a": {0: "x", 1: "x", 2: "x"}, "b": {1: "x", 2: "x", 7: "x", 8: "x"}})
    precision, recall = 2 / 4, 2 / 3
    f1 = 2 * precision * recall / (precision + recall)
    assert specific(coincidences(sheet)) == pytest.approx(f1)


def test_what_cannot_be_computed_says_why() -> None:
    alone = coincidences(Sheet("c", 5, {"a": {0: "x"}}))
    nothing = coincidences(Sheet("c", 5, {"a": {}, "b": {}}))
    for figure in (alpha, agreement, specific):
        with pytest.raises(Undefined, match="no unit was judged by two annotators"):
            figure(alone)
    with pytest.raises(Undefined, match="nobody marked anything"):
        specific(nothing)
    assert agreement(nothing) == 1


@given(st.lists(st.lists(st.integers(-2, 2), min_size=2, max_size=2), min_size=2, max_size=9))
def test_ordinal_alpha_keeps_the_order_only(table: list[list[int]]) -> None:
    rows = [list(column) for column in zip(*table, strict=True)]
    stretched = [[value**3 + 5 * value for value in row] for row in rows]
    if len({value for row in table for value in row}) > 1:
        assert alpha(matrix(rows), ordinal) == pytest.approx(alpha(matrix(stretched), ordinal))
