"""What an annotator may be called."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.errors import UsageError
from annotator.text import naming
from annotator.text.safe import visible


@pytest.mark.parametrize(
    ("given_name", "problem"),
    [
        ("", "needs a name"),
        (" \t\n", "needs a name"),
        ("x" * 10_000, "not 10000"),
        ("all", "more than one"),
        (" Gold ", "more than one"),
        ("Ana,Ben", "comma"),
        ("Ana\x1b[31m", "can be seen"),
        ("Ana\nBen", "can be seen"),
        ("Ana\u202e", "can be seen"),
        ("Ana\udc80", "can be seen"),
        ("Ana\x00", "can be seen"),
    ],
)
def test_a_name_that_would_make_trouble_is_refused(given_name: str, problem: str) -> None:
    with pytest.raises(UsageError, match=problem) as refused:
        naming.checked(given_name)
    assert visible(refused.value.message) == refused.value.message
    assert len(refused.value.message) < 200


@pytest.mark.parametrize(
    ("given_name", "stored"),
    [
        (" Ana ", "Ana"),
        ("Ana\n", "Ana"),
        ("Ana  María", "Ana María"),
        ("王芳", "王芳"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("allan", "allan"),
        ("=Bob", "=Bob"),
    ],
)
def test_a_name_is_stored_without_stray_blanks(given_name: str, stored: str) -> None:
    assert naming.checked(given_name) == stored


@given(st.text(max_size=100))
def test_what_is_stored_can_be_shown_and_given_again(given_name: str) -> None:
    try:
        stored = naming.checked(given_name)
    except UsageError:
        return
    assert visible(stored) == stored
    assert naming.checked(stored) == stored
    assert 0 < len(stored) <= naming.LONGEST
