"""Tone of sentences by VADER."""

import pytest

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


@pytest.mark.parametrize(
    "text",
    [
        "Five people were killed and twelve wounded when a bomb exploded on Friday, police said.",
        "The man was found guilty of murder, rape and robbery and sentenced to life in prison.",
        "The killer murdered his wife and then killed himself with a stolen gun.",
        "The war has killed more than 40,000 people and destroyed hundreds of homes.",
        "The bank lost 2 billion euros in the crisis and faces a lawsuit over fraud and debt.",
        "The drug caused pain, vomiting and depression in a third of the patients, and two died.",
        "The ministry said that poverty and crime had risen in the worst recession since 1930.",
        "The minister denied the accusation and rejected calls to resign.",
        "The chemist won the Nobel Prize for her work on safe and clean batteries.",
        "The team won the championship and celebrated with thousands of supporters.",
        "The film won five awards, among them best picture, best actress and best director.",
        "The two leaders agreed to support peace talks and to improve trade and security.",
        "The treaty protects freedom, peace and security and supports the growth of trade.",
        "The council met the manager of the band from Worthy Down by the shore of the Great Lakes.",
    ],
)
def test_bad_news_and_good_news_are_no_tone(text: str) -> None:
    assert tones(text) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("It was a terrible, stupid decision by an arrogant government.", "negative"),
        ("The corrupt and ruthless mayor has made a disastrous mess of the port.", "negative"),
        ("The killings are the work of a cruel and evil regime.", "negative"),
        ("Her lame, boring excuses fooled nobody.", "negative"),
        ("The magnificent bridge is a stunning gift to the city.", "positive"),
        ("An excellent performance by a superb cast.", "positive"),
        ("Our heroic and fearless soldiers won the battle.", "positive"),
        ("The show was not wonderful, not brilliant and not at all charming.", "negative"),
    ],
)
def test_judging_words_of_the_outlet_are_its_tone(text: str, kind: str) -> None:
    assert tones(text) == [(text, kind)]


def test_the_voice_of_a_tone_is_the_outlets_whatever_is_quoted_in_the_sentence() -> None:
    text = "The vile and horrible man said: “We met on Monday, and we shall meet again.”"
    (found,) = detect.highlight(text, "a", sentences(text), detectors=["sentiment"]).suggestions
    assert found.voice.who == "outlet"
