"""Drawing stories for annotators, handing them out and bringing them back."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.assignment import Plan, blind_stories, draw
from annotator.errors import UsageError
from annotator.intake import Sources
from annotator.masking import letters
from annotator.model import Arm, BlockKind
from annotator.project import Project, open_project
from annotator.store import doctor

LOADS = st.lists(
    st.tuples(st.uuids().map(str), st.integers(50, 3000), st.just(("x", "y"))),
    max_size=30,
    unique_by=lambda load: load[0],
)


@given(LOADS, st.integers(1, 4), st.integers(0, 99))
def test_every_story_goes_to_as_many_annotators_as_asked(
    stories: list[tuple[str, int, tuple[str, ...]]], overlap: int, seed: int
) -> None:
    drawn = draw(stories, Plan(("a", "b", "c", "d"), overlap, seed=seed))
    for story, _, _ in stories:
        assert sum(story in hers for hers in drawn.values()) == overlap


@given(LOADS, st.integers(0, 99))
def test_no_annotator_reads_more_than_one_longest_story_more_than_another(
    stories: list[tuple[str, int, tuple[str, ...]]], seed: int
) -> None:
    sizes = {story: words for story, words, _ in stories}
    drawn = draw(stories, Plan(("a", "b", "c"), 1, seed=seed))
    words = [sum(sizes[story] for story in hers) for hers in drawn.values()]
    assert max(words) - min(words) <= max(sizes.values(), default=0)


def test_the_same_seed_draws_the_same_and_another_may_not() -> None:
    stories = [(str(n), 100, ("x",)) for n in range(12)]
    plan = Plan(("a", "b"), 1, seed=1)
    assert draw(stories, plan) == draw(stories, plan)
    assert draw(stories, plan) != draw(stories, Plan(("a", "b"), 1, seed=2))


def test_the_blind_share_is_kept() -> None:
    stories = [str(n) for n in range(10)]
    assert len(blind_stories(Plan(("a",), blind=30), "a", stories)) == 3


@given(LOADS, st.integers(1, 3), st.integers(1, 3), st.integers(0, 99), st.data())
def test_what_annotators_have_counts_and_is_not_drawn_again(
    stories: list[tuple[str, int, tuple[str, ...]]],
    before: int,
    overlap: int,
    seed: int,
    data: st.DataObject,
) -> None:
    names = ("a", "b", "c")
    first = draw(stories, Plan(names, before, seed=seed))
    kept = {
        name: [one for one in stories if one[0] in first[name] and data.draw(st.booleans())]
        for name in names
    }
    drawn = draw(stories, Plan(names, overlap, seed=seed), kept)
    for one in stories:
        having = {name for name in names if one in kept[name]}
        fresh = {name for name in names if one[0] in drawn[name]}
        assert not having & fresh
        assert len(having | fresh) == max(overlap, len(having))


@pytest.mark.parametrize(
    ("plan", "said"),
    [
        (Plan(("a", "b"), 3), "overlap of 3 among 2 annotators"),
        (Plan(("a",), 0), "overlap of 0 among 1 annotator cannot"),
        (Plan(()), "nobody to give stories to"),
        (Plan(("a b", "c", " a  b")), "'a b' is named twice"),
    ],
)
def test_a_plan_that_cannot_be_is_refused(plan: Plan, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        draw([], plan)


def test_a_second_draw_gives_out_what_is_new(opened: Project, tmp_path: Path) -> None:
    plan = Plan(("ann", "bea"), 1, blind=100, mask=True)
    first = opened.assign(plan)
    hers = {
        name: {row.id for row in opened.story_rows(opened.desk(name).annotator.id)}
        for name in plan.annotators
    }
    again = opened.assign(Plan(("ann", "bea"), 1, seed=7))
    assert [(share.stories, share.kept) for share in again] == [(0, s.stories) for s in first]
    page = tmp_path / "ferry.txt"
    page.write_text("Ferry late\n\nThe ferry was an hour late on Monday.\n", "utf-8")
    (added,) = opened.add(Sources([page]))
    third = opened.assign(Plan(("ann", "bea", "cem"), 1))
    assert [share.stories for share in third] == [0, 0, 1]
    for name, before in hers.items():
        desk = opened.desk(name)
        assert {row.id for row in opened.story_rows(desk.annotator.id)} == before
        assert all(p.arm is Arm.BLIND for p in desk.open_story(min(before)).pages)
    assert {row.id for row in opened.story_rows(opened.desk("cem").annotator.id)} == {added.story}
    assert opened.story_rows(opened.desk("cem").annotator.id)[0].outlets == letters(1)


def test_who_comes_later_joins_those_who_have_begun(opened: Project) -> None:
    opened.assign(Plan(("ann", "bea"), 2, blind=100))
    stories = len(opened.stories())
    begun = opened.stories()[0].articles[0].id
    opened.desk("ann").label_article(begun, "genre", {"value": "reporting"}).saved.result()
    later = opened.assign(Plan(("ann", "bea", "cem"), 3))
    assert [(s.stories, s.kept) for s in later] == [(0, stories), (0, stories), (stories, 0)]
    others = opened.assign(Plan(("dan", "eve"), 2))
    assert [share.stories for share in others] == [0, 0]


def test_a_draw_anew_takes_back_what_nobody_began(opened: Project, corpus: Path) -> None:
    opened.assign(Plan(("ann", "bea"), 2, blind=100))
    ann = opened.desk("ann")
    begun = opened.stories()[0]
    ann.label_article(begun.articles[0].id, "genre", {"value": "reporting"}).saved.result()
    shares = {share.annotator: share for share in opened.assign(Plan(("ann", "cem"), anew=True))}
    assert shares["ann"].kept == 1
    assert shares["cem"].kept == 0
    rest = len(opened.stories()) - 1
    assert shares["ann"].stories + shares["cem"].stories == rest
    assert begun.story.id in {row.id for row in opened.story_rows(ann.annotator.id)}
    assert all(p.arm is Arm.BLIND for p in ann.open_story(begun.story.id).pages)
    drawn = {row.id for row in opened.story_rows(ann.annotator.id)} - {begun.story.id}
    for story in drawn:
        assert all(p.arm is Arm.ASSISTED for p in ann.open_story(story).pages)
    assert len(opened.story_rows(opened.desk("bea").annotator.id)) == rest + 1
    assert all(check.ok for check in doctor.examine(corpus))


def test_what_was_begun_unassigned_stays_in_its_arm(opened: Project) -> None:
    ann = opened.desk("ann")
    begun = opened.stories()[0]
    ann.label_article(begun.articles[0].id, "genre", {"value": "reporting"}).saved.result()
    (share,) = opened.assign(Plan(("ann",), blind=100))
    assert (share.stories, share.blind) == (len(opened.stories()), len(opened.stories()) - 1)
    assert all(p.arm is Arm.ASSISTED for p in ann.open_story(begun.story.id).pages)


def test_an_annotator_sees_only_her_stories_and_her_arm(corpus: Path) -> None:
    with open_project(corpus) as project:
        project.assign(Plan(("ann", "bea"), 1, blind=100))
        desk = project.desk("ann")
        hers = {row.id for row in project.story_rows(desk.annotator.id)}
        others = {row.id for row in project.story_rows(project.desk("bea").annotator.id)}
        assert hers
        assert not hers & others
        opened = desk.open_story(min(hers))
        assert all(page.arm is Arm.BLIND and not page.suggestions for page in opened.pages)


def test_masked_stories_show_neither_outlet_nor_byline(corpus: Path) -> None:
    with open_project(corpus) as project:
        project.assign(Plan(("ann",), mask=True))
        desk = project.desk("ann")
        for row in project.story_rows(desk.annotator.id):
            assert row.outlets == letters(row.articles)
            for page, letter in zip(desk.open_story(row.id).pages, row.outlets, strict=True):
                article = page.article
                assert (article.outlet, article.byline, article.url) == (letter, None, None)
                assert not any(b.shown for b in article.blocks if b.kind == "byline")


def test_a_hand_out_comes_back_with_what_was_done_in_it(corpus: Path, tmp_path: Path) -> None:
    away = tmp_path / "away.db"
    with open_project(corpus) as project:
        project.assign(Plan(("ann", "bea"), 1))
        project.desk("bea")
        project.split("ann", away)
    with open_project(away) as taken:
        assert taken.names().keys() == {taken.desk("ann").annotator.id}
        story = taken.stories()[0]
        act = taken.desk("ann").label(story.articles[0].id, 0, 5, "loaded")
        act.saved.result()
    with open_project(corpus) as project:
        assert [merged.events for merged in project.merge([away], dry_run=True)] == [1]
        project.merge([away], dry_run=False)
        held = project.view(story.story.id).pages[0].annotations
        assert [annotation.id for annotation in held] == [act.standing.subject]


def test_what_was_assigned_stays_so_when_stories_are_joined_and_split(opened: Project) -> None:
    shares = opened.assign(Plan(("ann", "bea"), 1))
    assert all(share.stories for share in shares)
    ann, bea = opened.desk("ann"), opened.desk("bea")
    (mine, *_), (hers, *_) = (opened.story_rows(desk.annotator.id) for desk in (ann, bea))
    drawn = opened.story(mine.id).articles
    bea.stories.join([hers.id, mine.id]).saved.result()
    assert hers.id in {row.id for row in opened.story_rows(ann.annotator.id)}
    assert [p.article.id for p in ann.open_story(hers.id).pages][: len(drawn)] == list(drawn)
    act = bea.stories.split(drawn[:1])
    act.saved.result()
    assert {hers.id, act.event.subject} <= {row.id for row in opened.story_rows(ann.annotator.id)}


def test_a_hand_out_keeps_what_was_ruled(corpus: Path, tmp_path: Path) -> None:
    away = tmp_path / "away.db"
    with open_project(corpus) as project:
        bea = project.desk("bea")
        first, second, third = (facts.story for facts in project.stories())
        bea.label(first.articles[0], 0, 5, "loaded")
        bea.stories.join([first.id, second.id])
        bea.stories.split(third.articles[:1], "Apart")
        bea.stories.rename(first.id, "Told anew")
        bea.describe(first.articles[0], {"outlet": "Gull"})
        start = bea.article(first.articles[0]).blocks[0].start
        bea.block(first.articles[0], start, BlockKind.CLUTTER, False).saved.result()
        before = {facts.story.id: facts.story for facts in project.stories()}
        project.split("ann", away)
    assert all(check.ok for check in doctor.examine(away))
    with open_project(away) as taken:
        assert {facts.story.id: facts.story for facts in taken.stories()} == before
        page = taken.find(first.articles[0]).pages[0]
        assert (page.article.outlet, page.article.blocks[0].shown) == ("Gull", False)
        assert page.annotations == ()
        taken.desk("ann").stories.rename(first.id, "Told once more").saved.result()
    with open_project(corpus) as project:
        assert project.merge([away], dry_run=False)[0].events == 1
        assert project.story(first.id).title == "Told once more"
        desk = project.desk("bea")
        for _ in range(5):
            desk.undo().result()
        assert project.story(second.id) == second
        assert project.story(third.id) == third
    assert all(check.ok for check in doctor.examine(corpus))
