"""Loaded language: what is marked by default, and how strongly."""

import pytest

from annotator import detect
from annotator.model import Suggestion
from annotator.text.sentences import sentences


def loaded(text: str) -> list[Suggestion]:
    found = detect.highlight(text, "a", sentences(text), detectors=["loaded"])
    assert found.skipped == ()
    return list(found.suggestions)


def words(text: str) -> list[str]:
    return [s.quote for s in loaded(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The totalitarian neighbour armed the aggressor.", ["totalitarian", "aggressor"]),
        ("The dictator’s boldness surprised the regimes.", ["dictator", "boldness", "regimes"]),
        ("Critics slammed the absurd plan.", ["slammed", "absurd"]),
        ("She claimed that the hard-left mob had won.", ["claimed", "hard-left", "mob"]),
        ("It was a witch hunt by shameless cronies.", ["witch hunt", "shameless", "cronies"]),
        ("A tone-deaf speech.", ["tone-deaf"]),
        ("A tone deaf speech.", ["tone deaf"]),
        ("The so-called reform passed.", ["so-called"]),
        ("It signed the town's death warrant.", ["death warrant"]),
        ("Unions are holding the city to ransom.", ["to ransom"]),
        ("The reform is long overdue.", ["long overdue"]),
        ("It was an assault on our democracy.", ["assault on our"]),
        (
            "A budget-obsessed minister met the moaner-in-chief.",
            ["budget-obsessed", "moaner-in-chief"],
        ),
        ("The pseudo-debate dragged on.", ["pseudo-debate"]),
        ("He cut a shabby figure, his hype long spent.", ["shabby", "hype"]),
        ("The union-bashers left early.", ["union-bashers"]),
        ("She threw a bone to the left, oddly.", ["threw a bone to", "oddly"]),
        ("The party has sold its soul; it sparks outrage.", ["sold its soul", "sparks outrage"]),
        ("The puny fleet came back to bite them.", ["puny", "came back to bite"]),
    ],
)
def test_judging_words_are_marked_as_narrowly_as_possible(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Parliament adopted the budget on Tuesday with 61 votes in favour.",
        "Two people died in the crash, police said.",
        "The war, the virus and the debt crisis dominated the summit.",
        "Protests over the deaths continued for a third day.",
        "She filed an insurance claim for unemployment benefits.",
        "It has been a long year.",
        "Fourteen ships lie at anchor off the harbour.",
        "Opponents have stalled the scheme for ten years.",
        "A storm front is expected by Sunday.",
        "The commander-in-chief wrote to the editor-in-chief.",
        "The score - ridden out by both - was even.",
    ],
)
def test_topic_words_are_not_loaded_by_themselves(text: str) -> None:
    assert words(text) == []


def test_a_sources_words_weigh_less_than_the_outlets() -> None:
    own = loaded("It was a disgraceful charade all along.")
    quoted = loaded("“It was a disgraceful charade all along,” she said.")
    strength = {s.quote: s.strength for s in own}
    assert [s.quote for s in quoted]
    assert all(s.strength < strength[s.quote] for s in quoted)
    assert {s.voice.who for s in quoted} == {"quoted"}


def test_a_strong_word_of_a_statement_is_marked_and_one_of_a_snippet_is_not() -> None:
    assert words("“The whole inquiry was a witch hunt from the start,” she said.") == ["witch hunt"]
    assert words("She spoke of “a witch hunt” again.") == []
    assert words("She called the inquiry a “betrayal” again.") == []


def test_what_somebody_is_accused_of_is_the_accusers_word() -> None:
    assert words("Unions accused the ministers of hypocrisy and betrayal.") == []
    assert words("Hypocrisy and betrayal mark the ministers.") == ["Hypocrisy", "betrayal"]


@pytest.mark.parametrize(
    ("together", "marked", "apart"),
    [
        ("The mayor harshly scolded them.", ["harshly", "scolded"], "The mayor spoke harshly."),
        ("A weird, grim plan was shown.", ["weird", "grim"], "A grim plan was shown."),
    ],
)
def test_two_charged_words_side_by_side_count_for_more(
    together: str, marked: list[str], apart: str
) -> None:
    assert words(together) == marked
    assert words(apart) == []


def test_a_word_alone_in_quotation_marks_is_scare_quotes() -> None:
    found = loaded("Ministers celebrated their “reform” with champagne.")
    assert [(s.quote, s.kind, s.voice.who) for s in found] == [("reform", "scare quotes", "outlet")]


def test_a_word_that_somebody_is_said_to_have_used_is_no_scare_quote() -> None:
    assert words("Officials described the meeting as “constructive”, he said.") == []
    assert words("The mayor called the long meeting “productive”.") == []


@pytest.mark.parametrize(
    "text",
    [
        "The “proximity” rule needs three fifths of the seats.",
        "There were two “no” votes.",
        "Her condition was upgraded from “critical” on Sunday.",
    ],
)
def test_a_term_in_quotation_marks_is_no_scare_quote(text: str) -> None:
    assert words(text) == []


def test_a_name_is_not_its_word_but_a_headline_is() -> None:
    assert words("The vote went to Dan Savage after Brat withdrew from the race.") == []
    assert words("Brat said that he would run. Savage told reporters the same.") == []
    assert words("The talks with Senator Alan Specter went on.") == []
    assert words("Savage attack on the mayor.") == ["Savage"]
    assert words("Critics Slam Absurd Plan") == ["Slam", "Absurd"]
