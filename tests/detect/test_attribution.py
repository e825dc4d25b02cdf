"""Attribution cues: stance, and the source in the reason."""

import pytest

from annotator import detect
from annotator.detect import nlp, sources
from annotator.text.sentences import sentences


def cues(text: str) -> list[tuple[str, str]]:
    found = detect.highlight(text, "a", sentences(text), detectors=["attribution"])
    assert found.skipped == ()
    return [(s.quote, s.kind) for s in found.suggestions]


@pytest.mark.parametrize(
    ("text", "cue", "stance"),
    [
        ("Officials said the bridge was safe.", "said", "neutral"),
        ("The bridge was safe, according to officials.", "according to", "neutral"),
        ("The opposition denied the charge.", "denied", "doubting"),
        ("The union accused the firm of delay.", "accused", "doubting"),
        ("The firm claimed that it had paid.", "claimed", "doubting"),
        ("The firm admitted that it had not paid.", "admitted", "endorsing"),
        ("The report revealed a shortfall.", "revealed", "endorsing"),
    ],
)
def test_the_cue_has_a_stance(text: str, cue: str, stance: str) -> None:
    assert cues(text) == [(cue, stance)]


@pytest.mark.parametrize(
    "text",
    [
        "The United States, he thinks, won.",
        "It filed a claim.",
        "The state, the court and the press met.",
        "His report was long.",
        "Needless to say, it was late.",
        "He reported for duty.",
        "The curtain rose and revealed a stage.",
        "Comments",
    ],
)
def test_a_noun_is_no_cue(text: str) -> None:
    assert [cue for cue, _ in cues(text) if cue.lower() not in ("thinks",)] == []


@pytest.mark.parametrize(
    "text",
    [
        "The ministry did not confirm the report.",
        "Officials would n't say whether the ship had left.",
        "The firm declined to comment on the leak.",
        "She refused to say that it was over.",
        "The palace never denied the story.",
        "Neither side would confirm the deal.",
        "No official has admitted that it was late.",
    ],
)
def test_what_nobody_said_is_attributed_to_nobody(text: str) -> None:
    assert cues(text) == []


@pytest.mark.parametrize("text", ["By Ann Lee | 3 comments | 5 min read", "3 comments"])
def test_the_furniture_of_a_page_says_nothing(text: str) -> None:
    assert cues(text) == []


@pytest.mark.parametrize(
    ("text", "source", "named"),
    [
        ("Moscow and Pyongyang deny the deal.", "Moscow and Pyongyang", True),
        ("Officials said it was late.", "Officials", False),
        ("It was late, said Defence Minister Rey on Friday.", "Defence Minister Rey", True),
        ("It was late, according to people close to Rey.", "people close to Rey", True),
        ("She has repeatedly said so.", "She", False),
        ("According to Ana Rey the port is safe.", "Ana Rey", True),
        ("Rey, 44, denied any role in the fraud.", "Rey", True),
        ("The police chief, Ann Ory, warned that a storm was near.", "The police chief", False),
        ("A study published on Monday showed that it works.", "A study published on Monday", False),
        ("‘It was late,’ said Rey.", "Rey", True),
        ("The Bank of Korea reported that exports fell.", "The Bank of Korea", True),
    ],
)
def test_the_source_is_found_and_known_to_be_named_or_not(
    text: str, source: str, named: bool
) -> None:
    found = sources.find(nlp.read(text, sentences(text)))
    assert [(item.source, item.named) for item in found] == [(source, named)]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("It was claimed that the port was safe.", None),
        ("It has been widely reported that she had left.", None),
        ("She was told by police that it was over.", "police"),
        ("Rey was telling voters that it was late.", "Rey"),
        ("It was, Rey admitted, a sham.", "Rey"),
    ],
)
def test_the_subject_of_a_passive_says_nothing(text: str, source: str | None) -> None:
    (found,) = sources.find(nlp.read(text, sentences(text)))
    assert found.source == source


def test_the_content_stands_before_a_closing_cue_and_after_an_opening_one() -> None:
    text = "It was late, she said. He said that it was early."
    doc = nlp.read(text, sentences(text))
    first, second = (text[slice(*item.content)] for item in sources.find(doc) if item.content)
    assert first.startswith("It was late")
    assert second.startswith("that it was early")


def test_with_a_parse_the_source_is_the_subject(model: str) -> None:
    text = "Rey, who runs the port, said on Friday that it was late."
    found = sources.find(nlp.read(text, sentences(text), model))
    assert [(item.source, item.named) for item in found] == [("Rey", True)]
