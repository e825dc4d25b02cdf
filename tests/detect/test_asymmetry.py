"""One actor, one label here and another label there: what is told of it, and what is not."""

import pytest

from annotator import detect
from annotator.detect import naming
from annotator.model import Article, Block, BlockKind, Counterpart, article_id
from annotator.text.sentences import sentences


def article(text: str) -> Article:
    blocks, at = [], 0
    for line in text.split("\n"):
        if line:
            blocks.append(Block(at, at + len(line), BlockKind.BODY, True))
        at += len(line) + 1
    spans = tuple(span for b in blocks for span in sentences(text, b.start, b.end))
    return Article(article_id(text), text, "", None, None, None, None, "", tuple(blocks), spans, ())


def between(*texts: str, linked: bool = False) -> list[tuple[str, str, list[str]]]:
    """The asymmetries of a story: the charged word, of whom, what the others say."""
    told = [article(text) for text in texts]
    pairs = [Counterpart((told[0].id, 0), (told[1].id, 0), 0.9)] if linked else []
    return [
        (held.naming.word, held.whom, list(held.said.values()))
        for held in detect.compared(told, pairs)
    ]


@pytest.mark.parametrize(
    ("here", "there", "found"),
    [
        (
            "The Marsk regime left the talks.",
            "The Marsk government left the talks.",
            ("regime", "Marsk", ["government"]),
        ),
        (
            "Kim's regime fired a rocket.",
            "North Korean leader Kim Jong Un watched. The North Korean government fired a rocket.",
            ("regime", "Kim", ["government"]),
        ),
        (
            "Pyongyang's brutal regime fired a rocket.",
            "The North Korean leadership fired a rocket.",
            ("regime", "North Korea", ["leadership"]),
        ),
        (
            "The regime of Bashar al-Assad bombed a town.",
            "Syrian President Bashar al-Assad spoke. Syria's government bombed a town.",
            ("regime", "Bashar al-Assad", ["government"]),
        ),
        (
            "Ilya Marsk, the dictator of Orvan, won again.",
            "Ilya Marsk, the president of Orvan, won again.",
            ("dictator", "Ilya Marsk", ["president"]),
        ),
        (
            "They met the dictator Kim Jong-un in secret.",
            "They met its leader, Kim Jong Un, in secret.",
            ("dictator", "Kim Jong-un", ["leader"]),
        ),
        (
            "Hamas terrorists attacked the village.",
            "Hamas militants attacked the village.",
            ("terrorists", "Hamas", ["militants"]),
        ),
        (
            "Fighters of the terrorist group Hamas came.",
            "Fighters of the militant group Hamas came.",
            ("terrorist group", "Hamas", ["militant group"]),
        ),
        ("A mob broke windows.", "Protesters broke windows.", ("mob", "", ["protesters"])),
        (
            "Police held forty illegals.",
            "Police held forty asylum-seekers.",
            ("illegals", "", ["asylum-seekers"]),
        ),
        (
            "Russian oligarch Oleg Darov bought the club.",
            "The businessman Oleg Darov bought the club.",
            ("oligarch", "Oleg Darov", ["businessman"]),
        ),
        (
            "Chinese spy Li Wen was arrested.",
            "Chinese intelligence officer Li Wen was arrested.",
            ("spy", "Li Wen", ["intelligence officer"]),
        ),
        (
            "Israeli occupiers built a road.",
            "Israeli settlers built a road.",
            ("occupiers", "Israel", ["settlers"]),
        ),
    ],
)
def test_a_charged_word_is_told_with_what_the_other_side_says(
    here: str, there: str, found: tuple[str, str, list[str]]
) -> None:
    assert between(here, there) == [found]
    assert between(there, here) == [found]


@pytest.mark.parametrize(
    ("here", "there"),
    [
        ("The Marsk regime left. The Marsk government came.", "The Marsk government left."),
        ("The Marsk regime left.", "The Marsk government left, a regime no more."),
        ("The Marsk regime left.", "The Turkish government left."),
        ("“The Marsk regime must go,” she said.", "The Marsk government left."),
        ("The Marsk regime left.", "“The Marsk government left,” she said."),
        ("Talk of regime change in Iran grew.", "The Iranian government left."),
        ("The regime left.", "The Marsk government left."),
        ("Anti-regime crowds met in Orvan.", "The Orvan government left."),
        ("The Marsk government left.", "The Marsk administration left."),
        (
            "The Obama regime left. U.S. President Barack Obama spoke.",
            "The Trump administration left. U.S. President Donald Trump spoke.",
        ),
    ],
)
def test_where_both_say_it_or_nobody_says_it_of_the_same_actor_there_is_none(
    here: str, there: str
) -> None:
    assert between(here, there) == []


def test_an_unnamed_actor_is_one_where_the_sentences_report_one_fact() -> None:
    texts = "The regime closed the port on Friday.", "The government closed the port on Friday."
    assert between(*texts) == []
    assert between(*texts, linked=True) == [("regime", "", ["government"])]


def test_an_unnamed_mention_goes_with_the_named_ones_of_its_article() -> None:
    found = between(
        "Orvan dictator Ilya Marsk came. The dictator smiled.", "Orvan leader Ilya Marsk came."
    )
    assert [word for word, _, _ in found] == ["dictator", "dictator"]


def test_two_opposite_words_are_told_of_each_other() -> None:
    found = between("The traitor Ned Sten lives here.", "The whistleblower Ned Sten lives here.")
    assert {word for word, _, _ in found} == {"traitor", "whistleblower"}


def test_in_a_story_of_many_articles_each_is_held_against_each() -> None:
    texts = (
        "The Marsk regime left.",
        "The Marsk government left.",
        "The Marsk administration left.",
        "The Marsk regime and the Marsk government left.",
    )
    assert between(*texts) == [
        ("regime", "Marsk", ["government", "administration"]),
        ("regime", "Marsk", ["administration"]),
    ]
    two = detect.compared([article(text) for text in texts[:2]], [])
    three = detect.compared([article(text) for text in texts[:3]], [])
    assert two[0].hit.strength < three[0].hit.strength
    assert three[0].hit.reason == (
        "Other articles of this story say “government”, “administration” of “Marsk”."
    )


def test_a_suggestion_says_whose_words_it_stands_in_and_names_no_outlet() -> None:
    held = article("Police said that the mob broke in.")
    found = detect.compared([held, article("The protesters broke in.")], [])
    (made,) = detect.asymmetric(held, found)
    assert (made.quote, made.label, made.kind) == ("mob", "loaded", "asymmetry")
    assert (made.voice.who, made.voice.source) == ("outlet", "Police")
    assert made.reason == "Another article of this story says “protesters”."
    assert made.entry == "crowd-charged.mob"


def test_hidden_blocks_and_bylines_name_nobody() -> None:
    held = article("The Marsk regime left.")
    byline = Block(0, len(held.text), BlockKind.BYLINE, True)
    hidden = Block(0, len(held.text), BlockKind.CLUTTER, False)
    for block in (byline, hidden):
        silent = Article(
            held.id, held.text, "", None, None, None, None, "", (block,), held.sentences, ()
        )
        assert detect.compared([silent, article("The Marsk government left.")], []) == []


def test_a_text_alone_has_no_asymmetry_and_says_why() -> None:
    text = "The Marsk regime left."
    found = detect.highlight(text, "a", sentences(text), detectors=["asymmetry"])
    assert not found.suggestions
    assert "needs a story" in found.skipped[0].why


@pytest.mark.parametrize(
    "words", ["Ada Regime ", "ADA REGIME ", '"mob" ', "the regime of Ada-Bo'Cy ", "mob regime "]
)
def test_a_text_without_end_is_read_to_its_first_naming_words_only(words: str) -> None:
    assert len(naming.find(article(words * 16_000))) == 300
