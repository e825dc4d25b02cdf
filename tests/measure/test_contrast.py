"""Log-odds with an informative prior: signs, symmetry, and what the prior does."""

from collections import Counter
from math import log, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.measure.contrast import weighed

COUNTS = st.dictionaries(st.sampled_from("abcdefg"), st.integers(1, 20), min_size=1)


def z(own: dict[str, int], others: dict[str, int], background: dict[str, int]) -> dict[str, float]:
    """The figure of each word, the background weighing a hundred words."""
    return {w.word: w.z for w in weighed(own, others, background, 100)}


def test_the_formula_by_hand() -> None:
    own, others = {"regime": 6, "port": 10}, {"regime": 1, "port": 12}
    found = z(own, others, {"regime": 10, "port": 30})
    a, b = 6 + 25, 1 + 25
    ratio = log(a / (16 + 100 - a)) - log(b / (13 + 100 - b))
    assert found["regime"] == pytest.approx(ratio / sqrt(1 / a + 1 / b))


@given(COUNTS, COUNTS, COUNTS)
def test_what_is_typical_of_one_is_untypical_of_the_other(
    own: dict[str, int], others: dict[str, int], more: dict[str, int]
) -> None:
    background = Counter(own) + Counter(others) + Counter(more)
    here, there = z(own, others, background), z(others, own, background)
    assert here.keys() == there.keys() == {*own, *others}
    for word, figure in here.items():
        assert there[word] == pytest.approx(-figure)


@given(COUNTS)
def test_sides_that_say_the_same_have_nothing_of_their_own(own: dict[str, int]) -> None:
    assert set(z(own, own, own).values()) == {0}


def test_a_common_word_takes_more_to_stand_out_than_a_rare_one() -> None:
    own, others = {"state": 4, "junta": 4, "x": 50}, {"x": 50}
    found = z(own, others, {"state": 400, "junta": 4, "x": 600})
    assert found["junta"] > found["state"] > 0
    order = [w.word for w in weighed(own, others, {"state": 400, "junta": 4, "x": 600}, 100)]
    assert order == ["junta", "state", "x"]
