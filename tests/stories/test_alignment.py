"""Counterparts: sentences that report one fact find each other, in whatever words and order."""

import pytest
from aligned import ABSENT, article, gold, judge, wanted
from hypothesis import given
from hypothesis import strategies as st

from annotator.model import Counterpart
from annotator.stories.alignment import align, candidates, told

LEFT = article(
    "Dockers at Port Salvi walk out over pay\n"
    "About 400 dockers at Port Salvi stopped work on Monday after the Harbour Board cut wages.\n"
    'Their leader, Ana Duarte, said: "We will not load one more crate until this is settled."\n'
    "The cut of 12.4 percent came into force last week.\n"
    "Shops in the old town sold ice cream as usual.",
    name="left",
)
RIGHT = article(
    "Illegal strike paralyses the harbour\n"
    "Officials blamed a union boss, Duarte, who vowed not to load one more crate.\n"
    "The board lowered pay by roughly 12% this month.\n"
    "Work stopped at Port Salvi on Monday when 397 dockers left their posts.\n"
    "A cruise ship was diverted to another country.",
    name="right",
)
LINES = [
    "The council approved the dam on 4 March by 61 votes to 58.",
    "Minister Ida Holt called the vote a victory for cheap power.",
    "Villagers in Senn must leave their homes within 2 years.",
    "The dam costs $1.9 billion, about twice the first estimate.",
    "“We were never asked,” said Tomas Brandt, a farmer.",
    "Opponents will appeal to the Supreme Court.",
    "US banks lend a third of the money.",
    "…",
]
TEXTS = st.lists(
    st.one_of(st.sampled_from(LINES), st.text("ab .“”3%\u0301", max_size=20)), max_size=8
).map("\n".join)


def pairs(found: list[Counterpart]) -> set[tuple[int, int]]:
    return {(link.a[1], link.b[1]) for link in found}


def test_facts_told_in_other_words_and_another_order_are_linked() -> None:
    found = pairs(align(LEFT, RIGHT))
    assert {(1, 3), (2, 1), (3, 2)} <= found


def test_what_one_side_alone_tells_stays_alone() -> None:
    found = pairs(align(LEFT, RIGHT))
    assert all(left != 4 for left, _ in found)
    assert all(right != 4 for _, right in found)


def test_hidden_text_takes_no_part() -> None:
    hidden = article("Title here\nThe dam costs 1.9 billion crowns.", kept=[])
    shown = article("Title here\nThe dam costs 1.9 billion crowns.")
    assert told(hidden) == []
    assert align(hidden, shown) == []
    assert candidates(hidden, shown, 1) == []


def test_a_long_name_finds_its_acronym() -> None:
    long = article("Growth\nThe Bank of Kesra has raised its forecast.\nRain fell.", name="x")
    short = article("News\nSnow fell.\nAt the BOK nobody wanted to comment.\nTrees grew.", name="y")
    assert candidates(long, short, 1)[0].b[1] == 2


def test_the_first_three_offered_hold_the_right_one() -> None:
    offered = candidates(LEFT, RIGHT, 3)
    assert offered[0].b[1] == 2
    assert len(offered) == 3
    assert offered == sorted(offered, key=lambda link: -link.score)


@given(one=TEXTS, other=TEXTS)
def test_exchanging_the_articles_mirrors_the_links(one: str, other: str) -> None:
    a, b = article(one, name="a"), article(other, name="b")
    there, back = align(a, b), align(b, a)
    assert {(link.a, link.b, link.score) for link in there} == {
        (link.b, link.a, link.score) for link in back
    }
    assert there == align(a, b)
    assert there == sorted(there, key=lambda link: (link.a[1], link.b[1]))
    assert all(0.0 <= link.score <= 1.0 for link in there)


@given(TEXTS)
def test_an_article_aligns_with_its_copy_one_to_one(text: str) -> None:
    a, b = article(text, name="a"), article(text, name="b")
    assert pairs(align(a, b)) == {(index, index) for index in told(a)}


@given(one=TEXTS, other=TEXTS)
def test_candidates_score_as_the_links_do(one: str, other: str) -> None:
    a, b = article(one, name="a"), article(other, name="b")
    links = {(link.a[1], link.b[1]): link.score for link in align(a, b)}
    for sentence in told(a):
        offered = candidates(a, b, sentence)
        assert len(offered) == min(3, len(told(b)))
        assert len({link.b for link in offered}) == len(offered)
        for link in offered:
            expected = links.get((sentence, link.b[1]), link.score)
            assert link.score == pytest.approx(expected)


def test_very_long_articles_are_aligned() -> None:
    a = article("\n".join(f"The mayor met delegate number {n} of Kesra." for n in range(600)))
    b = article("\n".join(f"Delegate {n} saw the mayor of Kesra." for n in range(600)))
    found = {link.a[1]: link.b[1] for link in sorted(align(a, b), key=lambda link: link.score)}
    assert found[300] == 300


def test_hand_made_alignments_are_met() -> None:
    known = gold()
    if not known:
        pytest.skip(ABSENT)
    right, proposed, asked = (
        sum(counts)
        for counts in zip(
            *(judge(pair, sorted(pairs(align(pair.a, pair.b)))) for pair in known), strict=True
        )
    )
    assert 2 * right / (proposed + asked) >= 0.70


def test_the_right_one_is_among_the_first_three_offered() -> None:
    known = gold()
    if not known:
        pytest.skip(ABSENT)
    hits = [
        any(link.b[1] in right for link in candidates(*sides, sentence))
        for pair in known
        for side, sides in enumerate(((pair.a, pair.b), (pair.b, pair.a)))
        for sentence, right in wanted(pair, side).items()
    ]
    assert sum(hits) / len(hits) >= 0.92
