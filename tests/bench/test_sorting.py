"""Stories joined, split, put right, renamed: one verb, one event, and `add` never overrules it."""

import json
from itertools import combinations
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator import actions, project
from annotator.desk import Desk
from annotator.errors import ReadOnlyCorpus, UsageError
from annotator.exchange import Selection
from annotator.formats.record import Options
from annotator.intake import Sources
from annotator.model import Layer
from annotator.project import Project


@pytest.fixture
def desk(opened: Project) -> Desk:
    return opened.desk("ada")


def told(opened: Project) -> dict[str, tuple[str, ...]]:
    return {facts.story.id: facts.story.articles for facts in opened.stories()}


def paired(opened: Project, story: str) -> set[frozenset[str]]:
    """The pairs of articles of a story that have counterparts."""
    return {frozenset((c.a[0], c.b[0])) for c in opened.view(story).counterparts}


def test_joined_stories_are_one_with_counterparts_across(opened: Project, desk: Desk) -> None:
    before = told(opened)
    first, second, third = before
    event = desk.stories.join([first, second]).saved.result()
    assert told(opened) == {first: before[first] + before[second], third: before[third]}
    assert event.kind == "story"
    across = {frozenset((a, b)) for a in before[first] for b in before[second]}
    assert paired(opened, first) & across
    desk.undo().result()
    assert told(opened) == before
    desk.redo().result()
    assert set(told(opened)) == {first, third}


def test_what_is_split_off_is_a_story_of_its_own(opened: Project, desk: Desk) -> None:
    (story, articles), *_ = told(opened).items()
    act = desk.stories.split(articles[:1], "  The other\nevent ")
    act.saved.result()
    made = opened.story(act.event.subject)
    assert (made.title, made.articles) == ("The other event", articles[:1])
    assert opened.story(story).articles == articles[1:]
    assert opened.find_story(articles[0]) == made.id


def test_an_article_put_elsewhere_and_back_again(opened: Project, desk: Desk) -> None:
    before = told(opened)
    first, second, *_ = before
    article = before[first][0]
    desk.stories.put(article, second)
    with pytest.raises(UsageError, match="already"):
        desk.stories.put(article, second)
    assert told(opened)[second] == (*before[second], article)
    desk.stories.put(article, first).saved.result()
    assert {*told(opened)[first]} == {*before[first]}
    assert told(opened)[second] == before[second]


def test_a_title_is_given_and_taken_back(opened: Project, desk: Desk) -> None:
    story = opened.find(None).story.id
    was = opened.story(story).title
    desk.stories.rename(story, "Dockers on strike").saved.result()
    assert opened.story(story).title == "Dockers on strike"
    desk.undo().result()
    assert opened.story(story).title == was


def test_pairs_that_an_undo_brings_together_get_counterparts(
    opened: Project, desk: Desk, tmp_path: Path
) -> None:
    before = told(opened)
    first, second, *_ = before
    gone, kept = before[first]
    desk.stories.put(gone, second).saved.result()
    text = opened.view(first).pages[0].article.text
    (tmp_path / "late.txt").write_text(text.replace("Gate 4", "Gate 5"), "utf-8")
    (late,) = opened.add(Sources([tmp_path / "late.txt"]))
    assert (late.story, late.of) == (first, kept)
    desk.undo().result()
    assert late.article is not None
    members = opened.story(first).articles
    assert set(members) == {gone, kept, late.article.id}
    assert paired(opened, first) == {frozenset(pair) for pair in combinations(members, 2)}


def test_add_never_overrules_a_split(opened: Project, desk: Desk, seeds: Path) -> None:
    (_, articles), *_ = told(opened).items()
    desk.stories.split(articles[1:]).saved.result()
    before = told(opened)
    assert {item.status for item in opened.add(Sources([seeds]))} == {"duplicate"}
    assert told(opened) == before


def test_an_added_article_joins_the_story_as_it_was_ruled(
    opened: Project, desk: Desk, tmp_path: Path
) -> None:
    before = told(opened)
    first, second, *_ = before
    desk.stories.join([first, second]).saved.result()
    text = opened.view(first).pages[-1].article.text
    (tmp_path / "late.txt").write_text(text + "\nOne more sentence on the matter.\n", "utf-8")
    (late,) = opened.add(Sources([tmp_path / "late.txt"]))
    assert late.story == first
    assert late.article is not None
    assert {*told(opened)[first]} == {*before[first], *before[second], late.article.id}
    desk.undo().result()
    assert {*told(opened)[first]} == {*before[first], late.article.id}
    assert told(opened)[second] == before[second]


@pytest.mark.parametrize(
    ("action", "words"),
    [
        ({"do": "join", "stories": []}, "no story"),
        ({"do": "join", "stories": ["nope", "x"]}, "no story 'nope'"),
        ({"do": "join", "stories": "ab"}, "a list of ids"),
        ({"do": "join", "stories": [1]}, "a list of ids"),
        ({"do": "split", "articles": []}, "of one story"),
        ({"do": "split", "articles": ["nope"]}, "no story has"),
        ({"do": "put", "article": "nope", "story": "x"}, "no story has"),
        ({"do": "rename", "story": "nope", "title": "T"}, "no story 'nope'"),
    ],
)
def test_what_makes_no_sense_is_refused(desk: Desk, action: object, words: str) -> None:
    with pytest.raises(UsageError, match=words):
        actions.perform(desk, action)


def test_a_story_is_not_split_whole_nor_joined_with_itself_nor_left_nameless(
    opened: Project, desk: Desk
) -> None:
    (story, articles), (_, others), *_ = told(opened).items()
    with pytest.raises(UsageError, match="all articles"):
        desk.stories.split(articles)
    with pytest.raises(UsageError, match="of one story"):
        desk.stories.split([articles[0], others[0]])
    with pytest.raises(UsageError, match="nothing to join"):
        desk.stories.join([story, story])
    with pytest.raises(UsageError, match="needs a title"):
        desk.stories.rename(story, " \n")
    with pytest.raises(UsageError, match="called"):
        desk.stories.rename(story, opened.story(story).title)


def test_actions_do_the_same(opened: Project, desk: Desk) -> None:
    (first, articles), (second, _), *_ = told(opened).items()
    for action in (
        {"do": "join", "stories": [first, second]},
        {"do": "split", "articles": [articles[0]], "title": "Own"},
        {"do": "put", "article": articles[0], "story": first},
        {"do": "rename", "story": first, "title": "Both"},
    ):
        assert actions.perform(desk, action)["ok"] is True
    assert opened.story(first).title == "Both"
    assert len(opened.stories()) == 2


def test_a_corpus_open_for_reading_is_not_sorted(corpus: Path) -> None:
    with project.open_project(corpus, write=False) as opened, pytest.raises(ReadOnlyCorpus):
        opened.desk("ada").stories.rename(opened.find(None).story.id, "New")


def test_a_merge_brings_counterparts_for_what_it_brings_together(
    corpus: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.db"
    copy.write_bytes(corpus.read_bytes())
    with project.open_project(copy) as theirs:
        first, second, third = told(theirs)
        theirs.desk("bob").stories.join([second, third]).saved.result()
    with project.open_project(corpus) as mine:
        mine.desk("ada").stories.join([first, second]).saved.result()
        mine.merge([copy], dry_run=False)
        everywhere = list(told(mine).values())
        assert sorted(a for members in everywhere for a in members) == sorted(
            {a for members in everywhere for a in members}
        )
        for story, members in told(mine).items():
            assert len(paired(mine, story)) >= len(members) - 1


def test_a_link_is_where_its_ends_are(opened: Project, desk: Desk) -> None:
    (story, (one, other, *_)), (second, _), *_ = told(opened).items()
    a, b = (desk.label(article, 0, 5, "loaded").standing.subject for article in (one, other))
    link = desk.link(a, b, desk.scheme.layer(Layer.LINK)[0].id)
    link.saved.result()
    split = desk.stories.split([other])
    split.saved.result()
    for home in (story, split.event.subject):
        assert [held.id for held in desk.open_story(home).links] == [link.event.subject]
        assert [held.id for held in opened.view(home).links] == [link.event.subject]
    assert desk.open_story(second).links == ()
    desk.stories.join([second, story, split.event.subject]).saved.result()
    assert [held.id for held in desk.open_story(second).links] == [link.event.subject]
    (row,) = (row for row in opened.story_rows(desk.annotator.id) if row.id == second)
    assert row.labelled == 3


def test_a_link_is_exported_in_the_story_it_is_in_now(
    opened: Project, desk: Desk, tmp_path: Path
) -> None:
    (story, (one, other, *_)), (second, _), *_ = told(opened).items()
    a, b = (desk.label(article, 0, 5, "loaded").standing.subject for article in (one, other))
    desk.link(a, b, desk.scheme.layer(Layer.LINK)[0].id)
    desk.stories.join([second, story]).saved.result()
    opened.export("jsonl", tmp_path / "out.jsonl", Options(), Selection())
    lines = map(json.loads, (tmp_path / "out.jsonl").read_text("utf-8").splitlines())
    (link,) = (line for line in lines if line["kind"] == "link")
    assert link["story"] == second


@given(data=st.data())
@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],  # it is copied for each example
)
def test_done_marks_belong_to_the_story_they_were_set_in(corpus: Path, data: st.DataObject) -> None:
    """An article that comes back, by a verb, an undo or a merge, is as done as it was there."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "c.db"
        path.write_bytes(corpus.read_bytes())
        with project.open_project(path) as opened:
            desk = opened.desk("ada")
            homes = list(told(opened))
            articles = [a for members in told(opened).values() for a in members]
            marks: dict[tuple[str, str], bool] = {}
            for _ in range(data.draw(st.integers(1, 8))):
                article = data.draw(st.sampled_from(articles))
                home = opened.find_story(article)
                if data.draw(st.booleans()):
                    mark = data.draw(st.booleans())
                    desk.done(home, article, mark)
                    marks[home, article] = mark
                else:
                    target = data.draw(st.sampled_from([h for h in homes if h != home]))
                    desk.stories.put(article, target).saved.result()
                    if data.draw(st.booleans()):
                        desk.undo().result()
            desk.is_done(homes[0])
        with project.open_project(path) as opened:
            for story, members in told(opened).items():
                pages = opened.desk("ada").open_story(story).pages
                done = {page.article.id for page in pages if page.done}
                assert done == {a for a in members if marks.get((story, a))}


def test_done_marks_merge_in_any_order(corpus: Path, tmp_path: Path) -> None:
    first, second, theirs = (tmp_path / f"{n}.db" for n in ("first", "second", "theirs"))
    for path in (first, second, theirs):
        path.write_bytes(corpus.read_bytes())
    with project.open_project(theirs) as opened:
        story, other, *_ = told(opened)
        opened.desk("bob").stories.join([other, story]).saved.result()
    with project.open_project(first) as opened:
        opened.desk("ada").done(story).saved.result()
    second.write_bytes(first.read_bytes())
    seen = []
    for path, others in ((first, [theirs]), (theirs, [second])):
        with project.open_project(path) as opened:
            opened.merge(others, dry_run=False)
            view = opened.desk("ada").open_story(other)
            seen.append([(page.article.id, page.done) for page in view.pages])
    assert seen[0] == seen[1]
    with project.open_project(first) as opened:
        opened.desk("bob").undo().result()
        assert all(page.done for page in opened.desk("ada").open_story(story).pages)
