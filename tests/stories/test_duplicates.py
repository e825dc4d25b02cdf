"""Near duplicates are found, with what differs; other articles are not mistaken for them."""

import pytest
from aligned import article
from hypothesis import given
from hypothesis import strategies as st

from annotator.stories.duplicates import Copy, copies, difference, shared, sketch

LINES = [
    "Dockers at Port Salvi walk out over pay",
    "About 400 dockers stopped work on Monday after the Harbour Board cut wages.",
    "Ana Duarte of the union said no crate would be loaded before the cut falls.",
    "Containers are piling up on the quays and two ships were sent to Kesra.",
    "The board says that the port loses three million crowns a day.",
    "Talks are to begin on Thursday in the town hall, with the mayor as chair.",
]
EDITED = [*LINES[:2], "Ana Duarte of the union called the cut an insult.", *LINES[3:]]
OTHER = [
    "Parliament clears the Ostrel dam",
    "Lawmakers voted 61 to 58 on Wednesday for a dam on the river Senn.",
    "Energy minister Ida Holt said that the plant would power 400,000 homes.",
]
WIRE = article("\n".join(LINES), name="wire", outlet="Salvi Courier")
EDIT = article("\n".join(EDITED), name="edit", outlet="salvi  courier")
DAM = article("\n".join(OTHER), name="dam", outlet="Salvi Courier")


def test_an_edited_copy_is_found_and_an_unrelated_article_is_not() -> None:
    (found,) = copies([sketch(EDIT), sketch(DAM)], [sketch(WIRE)])
    assert (found.article, found.of, found.version) == ("edit", "wire", True)
    assert found.share > 0.7


def test_a_copy_in_another_outlet_is_not_a_version() -> None:
    elsewhere = article("\n".join(EDITED), name="else", outlet="Kesra Ledger")
    assert [found.version for found in copies([sketch(elsewhere)], [sketch(WIRE)])] == [False]


def test_the_reworded_sentence_is_shown_on_both_sides() -> None:
    found = difference(WIRE, EDIT)
    assert [WIRE.quote(WIRE.sentences[index]) for index in found.only_a] == [LINES[2]]
    assert [EDIT.quote(EDIT.sentences[index]) for index in found.only_b] == [EDITED[2]]


def test_a_cut_version_is_contained_in_the_long_one() -> None:
    brief = article("\n".join(LINES[:4]), name="brief", outlet="Kesra Ledger")
    (found,) = copies([sketch(brief), sketch(WIRE)])
    assert found == Copy("wire", "brief", found.share, False)
    assert found.share == pytest.approx(1.0)


def test_articles_without_words_are_no_copies_of_each_other() -> None:
    assert copies([sketch(article("", name="x")), sketch(article("…", name="y"))]) == []


@given(
    st.lists(st.sampled_from([*LINES, *OTHER]), max_size=9),
    st.lists(st.sampled_from([*LINES, *OTHER]), max_size=9),
)
def test_the_share_has_no_direction_and_is_whole_for_a_copy(
    one: list[str], other: list[str]
) -> None:
    x, y = sketch(article("\n".join(one), name="x")), sketch(article("\n".join(other), name="y"))
    assert shared(x, y) == shared(y, x)
    assert 0.0 <= shared(x, y) <= 1.0
    assert shared(x, x) == pytest.approx(1.0 if one else 0.0)
