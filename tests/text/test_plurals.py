"""Numbers with their nouns."""

import pytest

from annotator.formats.record import Feature
from annotator.text.plurals import counted


@pytest.mark.parametrize(
    ("number", "many", "told"),
    [
        (0, "stories", "0 stories"),
        (1, "stories", "1 story"),
        (2, "stories", "2 stories"),
        (1, "articles", "1 article"),
        (1, "marked words", "1 marked word"),
        (1, "overlapping spans", "1 overlapping span"),
        (1, "exact edges of spans", "1 exact edge of spans"),
        (3, "exact edges of spans", "3 exact edges of spans"),
        (1204, "words", "1,204 words"),
    ],
)
def test_a_number_stands_before_its_noun(number: int, many: str, told: str) -> None:
    assert counted(number, many) == told


def test_whatever_an_export_leaves_out_can_be_one() -> None:
    for feature in Feature:
        assert not counted(1, feature).partition(" of ")[0].endswith("s"), feature
