"""What a desk holds in memory: read once, and newer than the disk."""

import sqlite3
from contextlib import closing

import pytest

from annotator.errors import UsageError
from annotator.model import Annotator
from annotator.project import Project
from annotator.shelf import Shelf
from annotator.store.corpus import open_corpus


@pytest.fixture
def article(opened: Project) -> str:
    return opened.stories()[0].articles[0].id


def test_a_page_is_read_once(opened: Project, article: str) -> None:
    with open_corpus(opened.path, write=False) as corpus:
        shelf = Shelf(corpus, Annotator("a" * 16, "ada"))
        first = shelf.article(article)
        with closing(sqlite3.connect(opened.path, isolation_level=None)) as connection:
            connection.execute("BEGIN EXCLUSIVE")
            assert shelf.article(article) is first
            assert shelf.quote(article, 0, 4) == first.text[0:4]
            assert shelf.own(article) == []


@pytest.mark.parametrize("place", [(-1, 3), (3, 3), (5, 4), (0, 10**6)])
def test_a_place_must_lie_in_the_text(
    opened: Project, article: str, place: tuple[int, int]
) -> None:
    with open_corpus(opened.path, write=False) as corpus:
        shelf = Shelf(corpus, Annotator("a" * 16, "ada"))
        with pytest.raises(UsageError, match=f"no place in article {article}"):
            shelf.quote(article, *place)


def test_a_place_must_hold_a_word(opened: Project, article: str) -> None:
    with open_corpus(opened.path, write=False) as corpus:
        shelf = Shelf(corpus, Annotator("a" * 16, "ada"))
        gap = shelf.article(article).text.index("\n\n")
        with pytest.raises(UsageError, match="no word"):
            shelf.quote(article, gap, gap + 2)


def test_what_is_not_there_is_a_usage_error(opened: Project) -> None:
    with open_corpus(opened.path, write=False) as corpus:
        shelf = Shelf(corpus, Annotator("a" * 16, "ada"))
        for question in (shelf.article, shelf.suggestion, shelf.annotation):
            with pytest.raises(UsageError, match="nope"):
                question("nope")


def test_an_earlier_session_is_found_again(opened: Project, article: str) -> None:
    desk = opened.desk("ada")
    act = desk.label(article, 0, 4, "loaded")
    act.saved.result()
    with open_corpus(opened.path, write=False) as corpus:
        shelf = Shelf(corpus, desk.annotator)
        assert shelf.annotation(act.event.subject) == act.standing.annotation
        assert shelf.own(article) == [act.standing.annotation]
