"""Tone of sentences by VADER."""

from annotator import detect
from annotator.model import Layer
from annotator.text.sentences import sentences

GLOOM = "The horrible, brutal and disgusting murder was a terrible tragedy for the victims."
JOY = "A wonderful, brilliant and joyful day, everybody loved the great and happy winners."


def tones(text: str) -> list[tuple[str, str]]:
    found = detect.highlight(text, "a", sentences(text), detectors=["sentiment"])
    assert found.skipped == ()
    assert all(s.layer is Layer.SENTENCE and s.label == "tone" for s in found.suggestions)
    return [(s.quote, s.kind) for s in found.suggestions]


def test_strong_sentences_are_marked_whole() -> None:
    assert tones(f"{GLOOM} {JOY}") == [(GLOOM, "negative"), (JOY, "positive")]


def test_a_calm_sentence_is_left_alone() -> None:
    assert tones("Parliament adopted the budget on Tuesday.") == []


def test_what_a_source_says_is_not_the_tone_of_the_outlet() -> None:
    assert tones(f"The mayor said: “{GLOOM}”") == []
    assert tones(f"“{GLOOM}” said the mayor. {JOY}") == [(JOY, "positive")]


def test_the_outlets_words_around_a_quotation_count() -> None:
    said = GLOOM.replace("murder", "“merry war”, as they call it,")
    assert tones(said) == [(said, "negative")]


def test_curly_apostrophes_negate_like_straight_ones() -> None:
    straight = "It wasn't wonderful, wasn't brilliant, wasn't great and nobody was happy or loved."
    assert [kind for _, kind in tones(straight)] == [
        kind for _, kind in tones(straight.replace("'", "’"))
    ]


def test_only_the_first_thousand_characters_of_a_sentence_count() -> None:
    filler = "and the council met on Monday, " * 40
    assert tones(GLOOM.replace(".", f", {filler}it rained.")) != []
    assert tones(f"On Monday {filler}{GLOOM.lower()}") == []


def test_emoji_do_not_count() -> None:
    assert tones("We met. " + "😀" * 50) == []
