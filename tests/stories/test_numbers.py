"""Quantities are read with their units, and roundings of one another are recognised."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.stories.numbers import Number, agreement, numbers

NUMBERS = st.builds(
    Number,
    st.floats(min_value=0, max_value=1e13, allow_nan=False),
    st.sampled_from(["", "%", "$", "may", "€"]),
    st.booleans(),
)


def only(text: str) -> Number:
    (number,) = numbers(text)
    return number


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("$25,000", "25 thousand dollars"),
        ("8.1%", "8.1 per cent"),
        ("May 12", "12 May"),
        ("Sept. 3", "3 September"),
        ("$1.7 billion", "1.7bn dollars"),
        ("the eighth term", "8 terms"),
        ("a 134-vote lead", "134 votes"),
    ],
)
def test_one_quantity_in_two_spellings(one: str, other: str) -> None:
    assert agreement(only(one), only(other)) == 1.0


@pytest.mark.parametrize(
    ("exact", "rounded"),
    [("3.1%", "about 3 percent"), ("63 members", "more than 60 members"), ("$1.68m", "$1.7m")],
)
def test_a_rounding_agrees_less_than_the_same_number(exact: str, rounded: str) -> None:
    assert 0.0 < agreement(only(exact), only(rounded)) < 1.0


@pytest.mark.parametrize(
    ("one", "other"),
    [("2016", "2011"), ("3%", "$3"), ("12 May", "12 June"), ("12 May", "12"), ("63", "60")],
)
def test_other_quantities_do_not_agree(one: str, other: str) -> None:
    assert agreement(only(one), only(other)) == 0.0


def test_ages_are_not_facts_that_two_sentences_share() -> None:
    assert numbers("Ana Duarte, 43, and her 18-year-old son") == frozenset()


@given(one=NUMBERS, other=NUMBERS)
def test_agreement_has_no_direction_and_holds_with_itself(one: Number, other: Number) -> None:
    assert agreement(one, other) == agreement(other, one)
    assert agreement(one, one) == 1.0


@given(st.text())
def test_any_text_can_be_read(text: str) -> None:
    assert all(number.value >= 0 for number in numbers(text))
