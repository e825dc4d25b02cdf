"""Drawing stories for annotators, handing them out and bringing them back."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.assignment import Plan, blind_stories, draw
from annotator.errors import UsageError
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


def test_an_overlap_that_cannot_be_is_refused() -> None:
    with pytest.raises(UsageError, match="overlap of 3"):
        draw([], Plan(("a", "b"), 3))


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
