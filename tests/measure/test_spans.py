"""Span scores, checked by hand and against their own laws."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.measure.spans import Item, Mark, calibration, evaluate

TEXT = "one two three four five six seven eight"


def mark(words: str, label: str = "loaded", kind: str = "", strength: float = 1.0) -> Mark:
    start = TEXT.index(words)
    return Mark(start, start + len(words), label, kind, strength)


def test_the_three_yardsticks_differ_as_they_should() -> None:
    item = Item(TEXT, [mark("two three"), mark("six")], [mark("three four"), mark("six")])
    found = evaluate([item]).scores
    assert (found["token"].precision, found["token"].recall) == (2 / 3, 2 / 3)
    assert (found["overlap"].precision, found["overlap"].recall) == (1.0, 1.0)
    assert (found["exact"].precision, found["exact"].recall, found["exact"].f1) == (0.5, 0.5, 0.5)


def test_density_is_per_hundred_words() -> None:
    found = evaluate([Item(TEXT, [], [mark("one"), mark("two")])])
    assert found.words == 8
    assert found.predicted_per_100_words == 25.0
    assert found.gold_per_100_words == 0.0
    assert found.scores["token"].f1 == 0.0


def test_nothing_predicted_and_nothing_gold_is_zero_not_an_error() -> None:
    assert evaluate([]).scores["token"].f1 == 0.0
    assert evaluate([Item(TEXT, [], [])]).predicted_per_100_words == 0.0


def test_each_label_is_scored_against_its_own_gold() -> None:
    gold = [mark("one", "loaded"), mark("two", "hedge")]
    predicted = [mark("one", "hedge"), mark("two", "hedge", "epistemic")]
    found = evaluate([Item(TEXT, gold, predicted)])
    assert found.labels["hedge"].precision == 0.5
    assert found.labels["hedge"].recall == 1.0
    assert found.kinds["epistemic"].precision == 1.0
    assert found.recall_by_gold == {"hedge": 1.0, "loaded": 1.0}


def test_calibration_tells_how_often_each_strength_is_right() -> None:
    predicted = [
        mark("one", strength=0.95),
        mark("two", strength=1.0),
        mark("three", strength=0.55),
        mark("four", strength=0.52),
    ]
    bins = calibration([Item(TEXT, [mark("one"), mark("two"), mark("three")], predicted)])
    assert [(b.low, b.spans, b.right) for b in bins] == [(0.5, 2, 0.5), (0.9, 2, 1.0)]


def test_intervals_hold_the_figure_and_are_the_same_for_the_same_seed() -> None:
    right = Item(TEXT, [mark("one")], [mark("one")])
    wrong = Item(TEXT, [mark("one")], [mark("two")])
    items = [right, wrong] * 10
    first, again = evaluate(items, rounds=200), evaluate(items, rounds=200)
    token = first.scores["token"]
    assert token.low is not None
    assert token.high is not None
    assert token.low < token.f1 < token.high
    assert first == again
    assert evaluate(items).scores["token"].low is None


spans = st.lists(
    st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 12)).map(
        lambda pair: Mark(pair[0], min(len(TEXT), pair[0] + pair[1]), "loaded")
    ),
    max_size=6,
)


@given(spans)
def test_gold_against_itself_is_perfect(gold: list[Mark]) -> None:
    scores = evaluate([Item(TEXT, gold, gold)]).scores
    expected = 1.0 if gold else 0.0
    assert scores["overlap"].f1 == expected
    assert scores["exact"].f1 == expected


@given(spans, spans)
def test_precision_and_recall_change_places_with_gold_and_prediction(
    gold: list[Mark], predicted: list[Mark]
) -> None:
    one = evaluate([Item(TEXT, gold, predicted)]).scores
    other = evaluate([Item(TEXT, predicted, gold)]).scores
    for measure, score in one.items():
        assert score.precision == pytest.approx(other[measure].recall)
        assert score.f1 == pytest.approx(other[measure].f1)
