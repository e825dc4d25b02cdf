"""Terms: forms of one word, names and acronyms meet; words without content do not count."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.stories.terms import acronyms, spoken, stem, terms


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("economy", "economic"),
        ("indicted", "indictment"),
        ("elections", "elected"),
        ("organisation", "organizations"),
        ("deny", "denied"),
        ("strikes", "striking"),
    ],
)
def test_forms_of_a_word_share_a_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize(("one", "other"), [("police", "policy"), ("boss", "bus"), ("new", "news")])
def test_other_words_do_not(one: str, other: str) -> None:
    assert stem(one) != stem(other)


def test_words_of_two_outlets_for_one_thing_share_a_group() -> None:
    assert terms("The pact failed.").groups.keys() & terms("A treaty was signed.").groups.keys()
    assert terms("Pyongyang agreed.").groups.keys() & terms("North Korean officials.").groups.keys()
    assert terms("U.S. troops").groups.keys() & terms("the United States").groups.keys()
    assert not terms("Tell us more.").groups


def test_only_words_with_content_are_stems() -> None:
    assert terms("It was said that they would not have been there.").stems == frozenset()


def test_contractions_and_possessives_are_undone() -> None:
    assert spoken("We’ll load Duarte's crates, they've said.") == [
        *("we", "will", "load", "duarte", "crates", "they", "have", "said")
    ]


def test_an_acronym_is_known_where_both_forms_occur() -> None:
    assert acronyms(["The Bank of Kesra cut rates.", "B.O.K. officials spoke."]) == {
        "Bank of Kesra": "BOK"
    }
    assert acronyms(["The Bank of Kesra cut rates.", "Nobody spoke."]) == {}


@given(st.text())
def test_any_text_has_terms(text: str) -> None:
    found = terms(text, {"A B": "AB"})
    assert found == terms(text, {"A B": "AB"})
    assert all(found.stems)
    assert found.stems <= set(found.run)
