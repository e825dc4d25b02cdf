"""The scope of hedges: with a parse the reason says what is hedged."""

from dataclasses import replace

import pytest

from annotator import detect
from annotator.detect import scope
from annotator.detect.nlp import Doc
from annotator.detect.parsing import Grammar
from annotator.model import Span
from annotator.text.sentences import sentences

#     The deal may fail , but talks go on .
WORDS = ["the", "deal", "may", "fail", ",", "but", "talks", "go", "on", "."]
HEADS = [1, 3, 3, 3, 3, 3, 7, 3, 7, 3]
DEPS = ["det", "nsubj", "aux", "ROOT", "punct", "cc", "nsubj", "conj", "prt", "punct"]
POS = ["DET", "NOUN", "AUX", "VERB", "PUNCT", "CCONJ", "NOUN", "VERB", "ADP", "PUNCT"]


def by_hand() -> Doc:
    text, starts = "", []
    for word in WORDS:
        starts.append(len(text))
        text += word + " "
    ends = [start + len(word) for start, word in zip(starts, WORDS, strict=True)]
    grammar = Grammar(POS, POS, WORDS, DEPS, HEADS)
    span = Span(0, len(text))
    return Doc(text, WORDS, starts, ends, [(0, len(WORDS))], [span], "hand", grammar)


def test_a_modal_hedges_its_clause_and_not_the_one_beside_it() -> None:
    assert scope.of(by_hand(), 2, 2) == "the deal may fail"


def test_a_tagger_without_a_parser_gives_no_scope() -> None:
    doc = by_hand()
    blank = Grammar(POS, POS, WORDS, [""] * len(WORDS), list(range(len(WORDS))))
    assert scope.of(replace(doc, grammar=blank), 2, 2) == ""


def test_without_a_parse_nothing_is_said_of_scope() -> None:
    text = "The deal may fail."
    found = detect.highlight(text, "a", sentences(text), detectors=["hedge"]).suggestions
    assert ["Scope" in s.reason for s in found] == [False]


def test_the_subject_clause_of_a_cue_is_its_scope(model: str) -> None:
    text = "Whether she knew is unclear."
    found = detect.highlight(text, "a", sentences(text), detectors=["hedge"], model=model)
    assert found.suggestions[-1].reason.endswith("Scope: “Whether she knew”.")


@pytest.mark.parametrize(
    ("text", "hedged"),
    [
        ("The mayor is expected to resign on Friday, aides said.", "to resign on Friday"),
        ("It is unclear who paid for the trip.", "who paid for the trip"),
        ("The bridge reportedly collapsed.", "The bridge reportedly collapsed"),
        ("Police suspect that two men fled by car.", "that two men fled by car"),
        ("A possible merger of the banks was discussed.", "A possible merger of the banks"),
        ("She will leave if the talks fail.", "She will leave if the talks fail"),
        ("He asked whether the talks would go on.", "whether the talks would go on"),
        ("The firm, which may fail, employs 300.", "which may fail"),
        ("They said that the ship had probably sunk.", "that the ship had probably sunk"),
    ],
)
def test_the_reason_of_a_hedge_names_what_is_hedged(model: str, text: str, hedged: str) -> None:
    found = detect.highlight(text, "a", sentences(text), detectors=["hedge"], model=model)
    assert [s.reason.partition("Scope: ")[2] for s in found.suggestions] == [f"“{hedged}”."]
