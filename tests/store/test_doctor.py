"""Every broken invariant is found and named, and the tables can be made anew."""

import sqlite3
from pathlib import Path

import filled
import pytest
from filled import ONE, REGIME, STORY

from annotator.history import Kind
from annotator.store import doctor
from annotator.store.corpus import open_corpus
from annotator.store.fold import TABLES
from annotator.store.writer import Transaction


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = filled.fill(tmp_path / "c.db")

    def work(t: Transaction) -> None:
        ana, ben = t.add_annotator("Ana").id, t.add_annotator("Ben").id
        for event in (
            filled.label(ana),
            filled.accept(ana, REGIME),
            filled.reject(ben, REGIME),
            filled.label(ben, quote="closed"),
        ):
            t.append(event)
        body = {"start": 0, "kind": "clutter", "shown": False}
        t.append(filled.event(ana, "block", Kind.BLOCK, body, ONE.id))
        t.append(filled.event(ana, STORY.id, Kind.STORY, {"title": "T", "articles": [ONE.id]}))
        filled.undo(t, ben)

    filled.write(made, work)
    return made


def _harm(path: Path, *statements: str) -> None:
    raw = sqlite3.connect(path)
    triggers = raw.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for name, _ in triggers:
        raw.execute(f"DROP TRIGGER {name}")
    for statement in statements:
        raw.execute(statement)
    for _, sql in triggers:
        raw.execute(sql)
    raw.commit()
    raw.close()


def _broken(path: Path) -> dict[str, str]:
    return {c.name: " ".join(c.where) for c in doctor.examine(path) if not c.ok}


def test_a_sound_corpus_is_sound(path: Path) -> None:
    checks = doctor.examine(path)
    assert [c.name for c in checks if not c.ok] == []
    assert {"file", "articles", "events", "chains", "quotes", "tables"} <= {c.name for c in checks}


@pytest.mark.parametrize(
    ("check", "harm", "named"),
    [
        ("articles", "UPDATE article SET text = replace(text, 'left', 'kept')", ONE.id),
        ("articles", f"UPDATE sentence SET \"end\" = 9999 WHERE article = '{ONE.id}'", ONE.id),
        ("articles", f"UPDATE article SET words = x'01' WHERE id = '{ONE.id}'", ONE.id),
        ("events", "UPDATE event SET body = '{}' WHERE kind = 'reject'", "event "),
        ("chains", "DELETE FROM event WHERE counter = 2", "no event between 1 and 3"),
        ("chains", "UPDATE event SET prev = 'x' WHERE counter = 2", "missing or altered"),
        ("quotes", "UPDATE suggestion SET start = start + 1", REGIME.id),
        ("quotes", "UPDATE annotation SET quote = 'no' WHERE suggestion IS NOT NULL", "'no'"),
        ("tables", "DELETE FROM annotation", "annotation of subject"),
        ("tables", "UPDATE decision SET verdict = 'edited'", "decision of subject"),
        ("tables", "DELETE FROM undone", "undone of subject"),
        (
            "tables",
            "UPDATE annotation SET id = 'x' WHERE origin = 'accepted'",
            "subject x: no event",
        ),
        ("stories", f"DELETE FROM story_article WHERE article = '{ONE.id}'", STORY.id),
        ("suggestions", f"DELETE FROM suggestion WHERE id = '{REGIME.id}'", REGIME.id),
        ("suggestions", "UPDATE article SET suggestions = 7", ONE.id),
        ("schemes", "UPDATE scheme SET source = replace(source, 'Loaded', 'Biased')", "scheme"),
        ("foreign keys", "DELETE FROM annotator WHERE name = 'Ben'", "annotator"),
        ("triggers", "CREATE TRIGGER a AFTER INSERT ON arm BEGIN SELECT 1; END", "trigger a"),
    ],
)
def test_each_broken_invariant_is_found_and_named(
    path: Path, check: str, harm: str, named: str
) -> None:
    _harm(path, harm)
    broken = _broken(path)
    assert named in broken[check]


def test_a_damaged_page_is_found(path: Path) -> None:
    raw = bytearray(path.read_bytes())
    for page in range(8, len(raw) // 4096, 7):
        raw[page * 4096 : page * 4096 + 16] = bytes(16)
    path.write_bytes(raw)
    assert _broken(path)


def test_a_file_that_cannot_be_opened_is_one_broken_check(tmp_path: Path) -> None:
    (tmp_path / "c.db").write_text("Dear diary")
    (check,) = doctor.examine(tmp_path / "c.db")
    assert (check.name, check.ok) == ("file", False)


def test_rebuilding_gives_the_same_tables(path: Path) -> None:
    def content() -> list[object]:
        raw = sqlite3.connect(path)
        held: list[object] = [
            raw.execute(f"SELECT * FROM {table} ORDER BY 1").fetchall() for table in TABLES
        ]
        held.append(raw.execute("SELECT * FROM story_article ORDER BY story, number").fetchall())
        raw.close()
        return held

    before = content()
    with open_corpus(path, write=True) as corpus:
        assert doctor.rebuild(corpus.writer()) == 6
    assert content() == before
    _harm(path, *(f"DELETE FROM {table}" for table in (*TABLES, "story_article")))
    with open_corpus(path, write=True) as corpus:
        doctor.rebuild(corpus.writer())
    assert content() == before
    assert _broken(path) == {}
