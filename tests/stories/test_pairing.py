"""Same event: articles of one event meet, others stay apart, and what is known stays put."""

import random
from dataclasses import replace
from itertools import combinations

import pytest
import worlds
from aligned import ABSENT, article, events, mixed
from hypothesis import given
from hypothesis import strategies as st

from annotator.model import BlockKind
from annotator.stories.pairing import Known, Profile, profile, propose

DOCKS = """Dockers at Port Salvi walk out over pay
About 400 dockers at Port Salvi stopped work on Monday after the Harbour Board cut wages.
Ana Duarte of the dockers' union said no crate would be loaded before the cut of 12.4 percent falls.
Containers are piling up on the quays and two ships were sent to Kesra."""
QUAYS = """Illegal strike paralyses Port Salvi
Officials blamed union boss Ana Duarte for the strike that has idled the quays since Monday.
The Harbour Board lowered wages by 12.4 percent this month. Some 400 dockers left their posts.
Ships with hundreds of containers wait outside the port or sail on to Kesra."""
UNION = """Wage cut brings port to a halt
Cranes stood still at Port Salvi as the dockers began a strike against the Harbour Board.
It wants to cut their wages by 12.4 percent. Union leader Ana Duarte spoke of contempt for dockers.
"Nothing leaves the quays," she said as containers filled the yard."""
DAM = """Parliament clears the Ostrel dam
Lawmakers voted 61 to 58 on Wednesday for a dam on the river Senn that will flood two villages.
Energy minister Ida Holt said that the plant would power 400,000 homes. Villagers want to appeal."""
RECIPE = """Five soups for cold evenings
Start with onions and a good stock, then add barley, carrots and a spoon of butter.
Leave the pot on a low flame for an hour and serve the soup with dark bread."""


def told(text: str, name: str, date: str | None = None, outlet: str | None = None) -> Profile:
    return profile(article(text, name=name, date=date, outlet=outlet))


DOCKS_P, QUAYS_P, UNION_P = told(DOCKS, "docks"), told(QUAYS, "quays"), told(UNION, "union")
DAM_P, RECIPE_P = told(DAM, "dam"), told(RECIPE, "recipe")


def groups(found: list[Profile], known: list[Known] | None = None) -> set[frozenset[str]]:
    return {frozenset(made.articles) for made in propose(found, known or [])}


def test_two_files_of_one_event_make_a_story_with_reasons() -> None:
    (story,) = propose([replace(DOCKS_P, date="2026-06-08"), replace(QUAYS_P, date="2026-06-09")])
    assert story.articles == ("docks", "quays")
    assert story.title in (DOCKS_P.title, QUAYS_P.title)
    assert 0.5 <= story.confidence <= 1.0
    assert story.reasons[0].startswith("both: ")
    for shared in ("Port Salvi", "Ana Duarte", "12.4%"):
        assert shared in story.reasons[0]
    assert story.reasons[1] == "one day apart"


def test_unrelated_articles_stand_alone_even_in_a_tiny_corpus() -> None:
    assert groups([DAM_P, RECIPE_P]) == {frozenset({"dam"}), frozenset({"recipe"})}
    (alone,) = propose([DAM_P])
    assert (alone.articles, alone.title, alone.confidence) == (("dam",), DAM_P.title, 1.0)


@given(st.permutations([DOCKS_P, DAM_P, QUAYS_P, UNION_P, RECIPE_P]))
def test_the_order_of_files_does_not_matter(order: list[Profile]) -> None:
    assert groups(order) == {
        frozenset({"docks", "quays", "union"}),
        frozenset({"dam"}),
        frozenset({"recipe"}),
    }


def test_a_new_article_joins_the_story_that_is_there() -> None:
    known = [Known(DOCKS_P, "s1"), Known(DAM_P, "s2")]
    made = {proposal.articles: proposal.story for proposal in propose([UNION_P, RECIPE_P], known)}
    assert made == {("union",): "s1", ("recipe",): None}


def test_stories_that_are_there_are_never_joined() -> None:
    known = [Known(DOCKS_P, "s1"), Known(QUAYS_P, "s2")]
    (made,) = propose([UNION_P], known)
    assert made.articles == ("union",)
    assert made.story in ("s1", "s2")


def test_the_same_words_a_month_later_are_another_event() -> None:
    early, late = replace(DOCKS_P, date="2026-06-08"), replace(QUAYS_P, date="2026-07-08")
    assert groups([early, late]) == {frozenset({"docks"}), frozenset({"quays"})}


def test_a_story_of_days_that_no_new_article_is_near_is_joined_all_the_same() -> None:
    days = {"one": None, "two": "2020-01-01", "three": "2020-01-01"}
    known = [Known(replace(DOCKS_P, id=name, date=day), "s1") for name, day in days.items()]
    (found,) = propose([replace(DOCKS_P, date="2026-06-08")], known)
    assert found.story == "s1"


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_the_first_and_the_last_day_of_the_calendar_are_days_like_others(day: str) -> None:
    assert groups([replace(DOCKS_P, date=day), replace(QUAYS_P, date=day)]) == {
        frozenset({"docks", "quays"})
    }


def test_a_title_beside_the_text_counts_like_one_above_it() -> None:
    title, text = DOCKS.split("\n", 1)
    plain = article(text)
    body = tuple(replace(block, kind=BlockKind.BODY) for block in plain.blocks)
    beside = profile(replace(plain, title=title, blocks=body))
    assert (beside.full, beside.lead) == (DOCKS_P.full, DOCKS_P.lead)


def test_a_chain_of_like_articles_is_not_one_story() -> None:
    facts = [f"A {x}ferry, a {x}mill and a {x}loom with the {x}quay." for x in "bcdfghklmn"]
    chain = [told("\n".join(facts[2 * n : 2 * n + 4]), f"c{n}") for n in range(4)]
    found = groups(chain)
    assert any(len(group) > 1 for group in found)
    assert not any({"c0", "c3"} <= group for group in found)


def test_articles_without_words_are_left_alone() -> None:
    empty = [profile(article("", name="e1")), profile(article("…\n!", name="e2"))]
    assert groups(empty) == {frozenset({"e1"}), frozenset({"e2"})}


def test_figures_no_machine_holds_do_no_harm() -> None:
    nines = "9" * 400
    odd = [
        told(f"{text}\nIt cost {nines} crowns.", name)
        for text, name in ((DOCKS, "a"), (QUAYS, "b"))
    ]
    assert groups(odd) == {frozenset({"a", "b"})}


@given(
    st.lists(st.sampled_from([DOCKS_P, QUAYS_P, UNION_P, DAM_P, RECIPE_P]), unique_by=id),
    st.lists(st.sampled_from(["s1", "s2", "s3"]), min_size=2, max_size=2),
)
def test_every_new_article_is_in_one_proposal(new: list[Profile], stories: list[str]) -> None:
    olds = [replace(DOCKS_P, id="old1"), replace(DAM_P, id="old2")]
    known = [Known(old, story) for old, story in zip(olds, stories, strict=True)]
    made = propose(new, known)
    placed = [name for proposal in made for name in proposal.articles]
    assert sorted(placed) == sorted(each.id for each in new)
    assert all(0.0 <= proposal.confidence <= 1.0 for proposal in made)
    assert made == propose(new, known)


@pytest.mark.parametrize("dated", [True, False])
def test_real_events_are_told_apart(dated: bool) -> None:
    real = events()
    if not real:
        pytest.skip(ABSENT)
    profiles = [profile(each) if dated else replace(profile(each), date=None) for _, each in real]
    names = {entry.id: event for (event, _), entry in zip(real, profiles, strict=True)}
    wanted = {
        frozenset(pair) for pair in combinations(names, 2) if len({names[x] for x in pair}) == 1
    }
    found = {
        frozenset(pair) for made in propose(profiles) for pair in combinations(made.articles, 2)
    }
    assert found == wanted


def _agreement(made: list[tuple[str, str]], day: str | None = None) -> float:
    """F1 over pairs of articles (event, text) that all appeared on `day`."""
    event = {f"a{number}": name for number, (name, _) in enumerate(made)}
    right = {frozenset(p) for p in combinations(event, 2) if len({event[a] for a in p}) == 1}
    texts = [text for _, text in made]
    stories = propose([told(text, f"a{n}", date=day) for n, text in enumerate(texts)])
    found = {frozenset(p) for story in stories for p in combinations(story.articles, 2)}
    return 2 * len(found & right) / (len(found) + len(right))


@pytest.mark.parametrize("day", [None, "2026-05-01"])
def test_other_events_with_the_same_people_stay_apart_without_dates_and_on_one_day(
    day: str | None,
) -> None:
    made = list(worlds.articles(1, each=3, told=4))
    assert len(made) == 48
    assert _agreement(made, day) >= 0.9


def test_a_report_of_an_agency_in_hundreds_of_papers_is_one_story() -> None:
    papers = [
        told(f"{DOCKS}\nOur reader Ann{n} wrote to paper{n}.", f"p{n}", outlet=f"Paper {n}")
        for n in range(250)
    ]
    assert len(propose(papers)) == 1


@pytest.mark.skipif(not mixed(dated=True), reason=ABSENT)
@pytest.mark.parametrize(
    ("dated", "span", "least"), [(True, 90, 0.97), (True, 10, 0.88), (False, 90, 0.9)]
)
def test_mixed_articles_of_which_half_is_left(dated: bool, span: int, least: float) -> None:
    made = mixed(dated=dated, span=span)
    event = {entry.id: name for name, entry in made}
    pairs = {frozenset(p) for p in combinations(event, 2)}
    right = {p for p in pairs if len({event[a] for a in p}) == 1}
    stories = propose([profile(entry) for _, entry in made])
    found = {frozenset(p) for story in stories for p in combinations(story.articles, 2)}
    assert 2 * len(found & right) / (len(found) + len(right)) >= least


@pytest.mark.skipif(not events(), reason=ABSENT)
def test_halves_of_articles_meet_without_dates() -> None:
    halves = []
    for event, whole in events():
        lines = [whole.text[block.start : block.end] for block in whole.blocks if block.shown]
        cut = (len(lines) + 1) // 2
        halves += [(event, "\n".join(part)) for part in (lines[:cut], lines[cut:])]
    assert _agreement(halves) >= 0.88


@pytest.mark.skipif(not mixed(dated=True), reason=ABSENT)
@pytest.mark.parametrize(("dated", "least"), [(True, 0.95), (False, 0.78)])
def test_mixed_articles_that_come_fifty_at_a_time(dated: bool, least: float) -> None:
    made = mixed(dated=dated)
    random.Random(1).shuffle(made)
    event = {entry.id: name for name, entry in made}
    known: list[Known] = []
    for start in range(0, len(made), 50):
        fresh = {entry.id: profile(entry) for _, entry in made[start : start + 50]}
        for story in propose(list(fresh.values()), known):
            home = story.story or story.articles[0]
            known += [Known(fresh[name], home) for name in story.articles]
    home_of = {held.profile.id: held.story for held in known}
    pairs = list(combinations(event, 2))
    right = {p for p in pairs if event[p[0]] == event[p[1]]}
    found = {p for p in pairs if home_of[p[0]] == home_of[p[1]]}
    assert 2 * len(found & right) / (len(found) + len(right)) >= least
