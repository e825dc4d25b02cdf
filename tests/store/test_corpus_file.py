"""The page for strangers tells the truth about the file."""

import re
import sqlite3
from pathlib import Path

import filled
import pytest
from filled import ONE, REGIME, STORY, TWO

from annotator.history import Kind
from annotator.store import header
from annotator.store.writer import Transaction

PAGE = (Path(__file__).parents[2] / "docs" / "corpus-file.md").read_text("utf-8")
QUERIES = re.findall(r"```sql\n(.*?)```", PAGE, re.DOTALL)


@pytest.fixture
def raw(tmp_path: Path) -> sqlite3.Connection:
    def work(t: Transaction) -> None:
        ana, ben = t.add_annotator("Ana").id, t.add_annotator("Ben").id
        ends = [filled.label(ana), filled.label(ana, TWO, "port")]
        body = {"layer": "link", "label": "same-referent", "story": STORY.id}
        joined = {**body, "source": ends[0].subject, "target": ends[1].subject}
        link = filled.event(ana, "link", Kind.LABEL, joined)
        for event in (*ends, link, filled.accept(ana, REGIME), filled.reject(ben, REGIME)):
            t.append(event)
        filled.undo(t, ana)
        filled.redo(t, ana)

    path = filled.fill(tmp_path / "c.db")
    filled.write(path, work)
    return sqlite3.connect(path)


@pytest.mark.parametrize("query", QUERIES)
def test_every_query_on_the_page_finds_something(raw: sqlite3.Connection, query: str) -> None:
    assert raw.execute(query).fetchall()
    raw.close()


def test_the_page_names_every_table(raw: sqlite3.Connection) -> None:
    tables = {
        name
        for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')")
        if not name.startswith(("article_search_", "sqlite_", "_sqlite"))
    }
    raw.close()
    assert {name for name in tables if f"`{name}`" not in PAGE} == set()
    assert f"is {header.APPLICATION_ID} " in PAGE


def test_the_words_are_packed_as_the_page_says(raw: sqlite3.Connection) -> None:
    (words,) = raw.execute("SELECT words FROM article WHERE id = ?", (ONE.id,)).fetchone()
    raw.close()
    (recipe,) = re.findall(r"((?:^    .*\n)+)", PAGE, re.MULTILINE)
    space = {"words": words}
    exec("\n".join(line[4:] for line in recipe.splitlines()), space)
    assert space["spans"] == list(ONE.words)
