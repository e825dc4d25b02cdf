"""Offsets in code points, UTF-8 bytes and UTF-16 units name the same places."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.text.units import Unit, UnitMap

TEXTS = st.text(
    st.one_of(st.sampled_from("a é\u0301😀👩‍👧א\u2028"), st.characters(exclude_categories=["Cs"]))
)
UNITS: tuple[Unit, ...] = ("utf-8", "utf-16")


def size(text: str, unit: Unit) -> int:
    return len(text.encode()) if unit == "utf-8" else len(text.encode("utf-16-le")) // 2


@given(text=TEXTS, unit=st.sampled_from(UNITS))
def test_every_edge_goes_out_and_comes_back(text: str, unit: Unit) -> None:
    units = UnitMap(text, unit)
    for position in range(len(text) + 1):
        offset = units.outward(position)
        assert offset == size(text[:position], unit)
        assert units.inward(offset) == position


@given(text=TEXTS, unit=st.sampled_from(UNITS))
def test_an_offset_inside_a_character_is_refused(text: str, unit: Unit) -> None:
    units = UnitMap(text, unit)
    edges = {units.outward(position) for position in range(len(text) + 1)}
    for offset in range(-1, size(text, unit) + 2):
        if offset not in edges:
            with pytest.raises(ValueError, match=r"offset|position"):
                units.inward(offset)


@pytest.mark.parametrize("text", ["plain", "😀"])
def test_a_position_outside_the_text_is_refused(text: str) -> None:
    units = UnitMap(text, "utf-16")
    for position in (-1, len(text) + 1):
        with pytest.raises(ValueError, match="outside"):
            units.outward(position)
