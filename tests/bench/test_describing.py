"""What was read wrongly of an article is put right: an event like any other, undone like one."""

import shutil
from pathlib import Path

import pytest

from annotator import actions, project
from annotator.errors import UsageError
from annotator.furniture import Furniture
from annotator.intake import Sources
from annotator.model import BlockKind
from annotator.project import Project
from annotator.store import doctor
from annotator.store.corpus import open_corpus

EXTRA = "Read the full report with pictures in our Saturday supplement on the waterfront."


def first_article(opened: Project) -> str:
    return opened.find(None).story.articles[0]


def outlets(opened: Project) -> list[str]:
    return [name for row in opened.story_rows("") for name in row.outlets]


def test_what_is_put_right_is_told_everywhere_and_undone_as_a_whole(opened: Project) -> None:
    article = first_article(opened)
    before = opened.find(article).pages[0].article
    desk = opened.desk("ada")
    act = desk.describe(article, {"outlet": " The \n Gull ", "date": "2001-02-03", "byline": ""})
    assert desk.article(article).outlet == "The Gull"
    act.saved.result()
    told = opened.find(article).pages[0].article
    assert (told.outlet, told.date, told.byline) == ("The Gull", "2001-02-03", None)
    assert (told.title, told.text) == (before.title, before.text)
    assert "The Gull" in outlets(opened)
    assert opened.story_rows("")[0].date == "2001-02-03"
    undone = desk.undo().result()
    assert undone is not None
    assert opened.find(article).pages[0].article == before
    desk.redo().result()
    assert opened.find(article).pages[0].article == told


def test_two_people_put_different_things_right(opened: Project, corpus: Path) -> None:
    article = first_article(opened)
    ada, bob = opened.desk("ada"), opened.desk("bob")
    ada.describe(article, {"outlet": "Gull", "title": "Ferry late"}).saved.result()
    bob.describe(article, {"title": "Ferry very late"}).saved.result()
    told = opened.find(article).pages[0].article
    assert (told.outlet, told.title) == ("Gull", "Ferry very late")
    ada.undo().result()
    told = opened.find(article).pages[0].article
    assert told.outlet != "Gull"
    assert told.title == "Ferry very late"
    with open_corpus(corpus, write=False) as held:
        assert held.article_as_added(article).title not in ("Ferry late", "Ferry very late")
    assert all(check.ok for check in doctor.examine(corpus))
    assert opened.rebuild() == 1
    assert opened.find(article).pages[0].article == told


def test_copies_that_described_an_article_come_together(corpus: Path, tmp_path: Path) -> None:
    other = Path(shutil.copyfile(corpus, tmp_path / "other.db"))
    for path, name, facts in (
        (corpus, "ada", {"outlet": "Gull"}),
        (other, "bob", {"byline": "Rae Quill"}),
    ):
        with project.open_project(path) as opened:
            article = first_article(opened)
            opened.desk(name).describe(article, facts).saved.result()
    with project.open_project(corpus) as opened:
        opened.merge([other], dry_run=False)
        told = opened.find(article).pages[0].article
        assert (told.outlet, told.byline) == ("Gull", "Rae Quill")
        assert opened.merge([other], dry_run=False)[0].events == 0
    assert all(check.ok for check in doctor.examine(corpus))


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"date": "soon"}, "'soon' is no day"),
        ({"title": " "}, "needs a title"),
        ({"title": "x" * 1001}, "the title has 1001 characters, more than 1000"),
        ({"url": f"https://example.org/{'x' * 1000}"}, "the url has 1020 characters"),
        ({"url": "javascript:alert(1)"}, "'javascript:alert.1.' is no address of a web page"),
        ({"url": "example.org/a"}, "no address"),
        ({"url": "https://"}, "no address"),
        ({"url": "https://exa mple.org"}, "no address"),
        ({"url": "http://[bad"}, "no address"),
        ({"url": "https://example.org/\u202e"}, "no address"),
        ({}, "changes nothing"),
        ({"colour": "red"}, "no 'colour'"),
    ],
)
def test_what_makes_no_sense_is_refused(
    opened: Project, facts: dict[str, str | None], said: str
) -> None:
    with pytest.raises(UsageError, match=said) as refused:
        opened.desk("ada").describe(first_article(opened), facts)
    assert refused.value.hint


def test_the_address_of_a_page_is_kept_as_it_is(opened: Project) -> None:
    address = "HTTPS://example.org:8080/caf\u00e9?a=1&b=%20#c"
    article = first_article(opened)
    opened.desk("ada").describe(article, {"url": f" {address} "}).saved.result()
    assert opened.find(article).pages[0].article.url == address


def test_by_an_action(opened: Project) -> None:
    article = first_article(opened)
    desk = opened.desk("ada")
    action = {"do": "describe", "article": article, "outlet": "Gull", "url": None, "date": None}
    assert actions.perform(desk, action)["ok"]
    told = opened.find(article).pages[0].article
    assert (told.outlet, told.date) == ("Gull", None)
    with pytest.raises(UsageError, match="changes nothing"):
        actions.perform(desk, action)
    with pytest.raises(UsageError, match="'title' must be text"):
        actions.perform(desk, {"do": "describe", "article": article, "title": 7})


def test_the_outlet_that_is_named_learns_from_the_article(tmp_path: Path) -> None:
    path, page = tmp_path / "c.db", tmp_path / "page.txt"
    page.write_text(f"Ferry late\n\nThe ferry was an hour late on Monday.\n\n{EXTRA}\n", "utf-8")
    project.new(path, "framing")
    with project.open_project(path) as opened:
        opened.add(Sources([page]))
        article = first_article(opened)
        desk = opened.desk("ada")
        start = opened.find(article).pages[0].article.text.index(EXTRA)
        desk.block(article, start, BlockKind.CLUTTER, False)
        desk.describe(article, {"outlet": "Gull"}).saved.result()
    with open_corpus(path, write=False) as held:
        assert Furniture(held)["Gull"]
        assert held.outlets() == ["Gull"]
