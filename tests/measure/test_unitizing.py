"""Unitizing alpha: Krippendorff's own example, and what must hold of any text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.measure.alpha import Undefined
from annotator.measure.unitizing import Continuum, compared, distance, expected, merged, u_alpha
from annotator.model import Span

# Krippendorff, Measuring the reliability of qualitative text analysis data (Quality & Quantity 38,
# 2004): two observers cut a continuum of 300; category c differs, category k does not.
C = Continuum(
    "x",
    300,
    {
        "i": [Span(75, 145), Span(220, 250)],
        "j": [Span(70, 150), Span(205, 225), Span(250, 270)],
    },
)
K = Continuum("x", 300, {who: [Span(30, 90), Span(150, 200)] for who in "ij"})
LENGTH = 40
PIECES = st.lists(
    st.tuples(st.integers(0, LENGTH - 1), st.integers(1, 6)).map(
        lambda at: Span(at[0], min(LENGTH, at[0] + at[1]))
    ),
    max_size=5,
).map(merged)


def of(continuum: Continuum) -> float:
    """The unitizing alpha of one article and one label."""
    words = compared(continuum)
    return u_alpha(distance(continuum), words, continuum.length, expected([continuum]))


def test_the_example_of_the_paper() -> None:
    assert distance(C) / compared(C) / 300 == pytest.approx(0.0144, abs=0.0001)
    assert expected([C]) == pytest.approx(0.0532, abs=0.0001)
    assert expected([K]) == pytest.approx(0.0490, abs=0.0001)
    assert of(C) == pytest.approx(0.7286, abs=0.0001)
    assert of(K) == 1
    both = u_alpha(distance(C) + distance(K), compared(C), 300, expected([C]) + expected([K]))
    assert both == pytest.approx(0.8587, abs=0.0001)


@given(PIECES, PIECES, PIECES)
def test_the_order_of_the_annotators_does_not_matter(
    a: list[Span], b: list[Span], c: list[Span]
) -> None:
    one = Continuum("x", LENGTH, {"a": a, "b": b, "c": c})
    other = Continuum("x", LENGTH, {"a": c, "b": a, "c": b})
    assert distance(one) == distance(other)
    assert expected([one]) == pytest.approx(expected([other]))
    assert distance(Continuum("x", LENGTH, dict.fromkeys("abc", a))) == 0


@given(PIECES, PIECES)
def test_nobody_does_better_than_one(a: list[Span], b: list[Span]) -> None:
    continuum = Continuum("x", LENGTH, {"a": a, "b": b})
    if not a and not b:
        with pytest.raises(Undefined, match="nobody marked anything"):
            of(continuum)
    elif expected([continuum]):
        assert (of(continuum) == 1) == (a == b)


def test_who_read_alone_is_compared_with_nobody() -> None:
    alone = Continuum("x", LENGTH, {"a": [Span(0, 3)]})
    with pytest.raises(Undefined, match="no unit was judged by two annotators"):
        of(alone)
    assert expected([C, alone]) == expected([C])


def test_pieces_that_overlap_are_one_and_neighbours_are_two() -> None:
    pieces = [Span(4, 6), Span(0, 2), Span(1, 4)]
    assert merged(pieces) == [Span(0, 4), Span(4, 6)]
