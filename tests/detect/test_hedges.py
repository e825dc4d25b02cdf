"""Hedges: which words count, and in which company."""

import pytest

from annotator import detect
from annotator.text.sentences import sentences


def hedges(text: str) -> list[tuple[str, str]]:
    found = detect.highlight(text, "a", sentences(text), detectors=["hedge"])
    assert found.skipped == ()
    return [(s.quote, s.kind) for s in found.suggestions]


@pytest.mark.parametrize(
    ("text", "cue", "kind"),
    [
        ("The ship may carry grain.", "may", "epistemic"),
        ("Prices might rise again.", "might", "epistemic"),
        ("The deal may fail, and might collapse.", "might", "epistemic"),
        ("They all might leave.", "might", "epistemic"),
        ("A strike could cause delays.", "could", "epistemic"),
        ("The bridge reportedly collapsed.", "reportedly", "hearsay"),
        ("Experts suggest a link.", "suggest", "epistemic"),
        ("She appears to have left.", "appears", "epistemic"),
        ("It is possible that he knew.", "possible", "epistemic"),
        ("They plan a possible merger.", "possible", "epistemic"),
        ("The mayor is expected to resign.", "expected", "doxastic"),
        ("Residents believe that it was arson.", "believe", "doxastic"),
        ("He was accused of fraud.", "accused", "doxastic"),
        ("The deal holds if both sides sign.", "if", "condition"),
        ("Nobody knows whether he came.", "whether", "investigation"),
        ("It is unclear who paid.", "unclear", "epistemic"),
        ("There is no evidence of foul play.", "no evidence", "epistemic"),
        ("Police suspect that two men fled.", "suspect", "epistemic"),
        ("The tomb is supposed to have been looted.", "supposed", "doxastic"),
        ("The general is said to have fled.", "said", "hearsay"),
        ("The death toll could double.", "could", "epistemic"),
        ("It was not yet known who fired.", "not yet known", "epistemic"),
        ("Sabotage cannot be ruled out.", "cannot be ruled out", "epistemic"),
        ("Storm May Hit Coast Before Easter", "May", "epistemic"),
        ("The likely winner is Rey.", "likely", "epistemic"),
        ("She is not likely to resign.", "likely", "epistemic"),
        ("They don't believe that he fled.", "believe", "doxastic"),
        ("Might the deal collapse?", "Might", "epistemic"),
        ("Is it possible that he knew?", "possible", "epistemic"),
        ("They doubt that he knew.", "doubt", "epistemic"),
        ("It looks like the talks will fail.", "looks like", "epistemic"),
        ("The tower looks poised to open.", "looks poised to", "epistemic"),
        ("Arson has not been ruled out.", "not been ruled out", "epistemic"),
        ("There is talk of a coup.", "There is talk of", "hearsay"),
    ],
)
def test_a_cue_in_its_context_is_a_hedge(text: str, cue: str, kind: str) -> None:
    assert (cue, kind) in hedges(text)


@pytest.mark.parametrize(
    "text",
    [
        "The vote is set for 12 May 2024.",
        "In May the talks stalled.",
        "Theresa May resigned.",
        "The army showed its might.",
        "It looks like a boat.",
        "She looks like the mayor.",
        "He ran as fast as possible.",
        "The band will appear on Friday.",
        "They swam so that they could not drown.",
        "There is no doubt about it.",
        "No doubt he knew.",
        "Without doubt it was late.",
        "Try as he might, he lost.",
        "The economic might of the port grows.",
        "Profits were better than expected.",
        "Police questioned the prime suspect.",
        "He acted as if nothing had happened.",
        "About 40 people often meet here.",
        "She believes in hard work.",
        "Visitors may enter from noon and may apply for a pass.",
        "Guests may not use the lift.",
        "He was supposed to arrive at noon.",
        "Theresa May Faces Revolt Over Trade",
        "Strikes Planned For May As Talks Fail",
    ],
)
def test_a_word_that_only_looks_like_a_cue_is_none(text: str) -> None:
    assert hedges(text) == []


def test_the_modal_is_found_beside_the_month() -> None:
    assert hedges("In May the council may vote.") == [("may", "epistemic")]
