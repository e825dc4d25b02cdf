"""Near duplicates are found, with what differs; other articles are not mistaken for them."""

import random

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


def report(seed: int, sentences: int) -> list[str]:
    """A headline and sentences of twelve invented words."""
    words = random.Random(seed)
    made = [
        " ".join("".join(words.choices("aeioubdgklmnprst", k=6)) for _ in range(12))
        for _ in range(sentences)
    ]
    return [made[0], *(f"{sentence.capitalize()}." for sentence in made[1:])]


@pytest.mark.parametrize("first", range(0, 96, 8))
def test_a_brief_cut_from_anywhere_with_a_sentence_of_its_own_is_found(first: int) -> None:
    wire, other = report(1, 100), report(2, 100)
    brief = [report(3, 1)[0], *wire[first + 1 : first + 5], report(4, 2)[1]]
    new = article("\n".join(brief), name="brief", outlet="Kesra Ledger")
    sent = article("\n".join(wire), name="wire", outlet="Agency")
    known = [sketch(sent), sketch(article("\n".join(other), name="other"))]
    (found,) = copies([sketch(new)], known)
    assert (found.of, found.version) == ("wire", False)
    assert found.share > 0.5
    own = [new.quote(new.sentences[index]) for index in difference(sent, new).only_b]
    assert own == [brief[0], brief[-1]]


def test_articles_that_quote_one_speech_are_no_copies() -> None:
    speech, mine, yours = report(1, 4), report(2, 9), report(3, 9)
    x, y = ("\n".join([*lines, *speech[1:]]) for lines in (mine, yours))
    assert copies([sketch(article(x, name="x")), sketch(article(y, name="y"))]) == []


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
