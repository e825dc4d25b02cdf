"""A byte that changed by itself, wherever it lies: doctor says so, and of what (A8, P11)."""

import itertools
import os
import random
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import filled
import parting
import pytest
from filled import ONE, REGIME, STORY

from annotator.store import doctor
from annotator.store.writer import Transaction

FLIPS = int(os.environ.get("ANNOTATOR_EXAMPLES", "100"))
HARMLESS = {("scheme", "added")} | {
    ("place", column) for column in ("story", "article", "position", "number")
}
"""When a scheme came, and where somebody stopped reading: lost without harm, and not sealed."""


def _work(t: Transaction) -> None:
    filled.work(t)
    deeds = ("edit", "sentence", "align", "unalign", "story", "describe", "relabel", "undo")
    for choice, (deed, name) in enumerate(itertools.product(deeds, ("Ana", "Ben"))):
        parting.perform(t, [(name, deed, choice % 3)])


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = filled.fill(tmp_path_factory.mktemp("rot") / "c.db")
    filled.write(made, _work)
    assert [check for check in doctor.examine(made) if not check.ok] == []
    return made


def _content(path: Path, columns: list[tuple[str, str]]) -> object:
    """What is stored in some columns; the error when it cannot be read."""
    with closing(sqlite3.connect(path)) as raw:
        raw.text_factory = bytes
        try:
            return [
                raw.execute(f'SELECT "{column}" FROM {table} ORDER BY 1').fetchall()
                for table, column in columns
            ]
        except (sqlite3.Error, UnicodeDecodeError) as error:
            return str(error)


def _columns(path: Path) -> list[tuple[str, str]]:
    """Every column of our tables."""
    with closing(sqlite3.connect(path)) as raw:
        tables = raw.execute("SELECT name, type FROM pragma_table_list WHERE schema = 'main'")
        return [
            (table, column)
            for table, kind in tables.fetchall()
            if kind == "table" and not table.startswith(("sqlite_", "_sqlite_"))
            for _, column, *_ in raw.execute(f"PRAGMA table_info({table})")
        ]


def _found(path: Path) -> list[str]:
    return [place for check in doctor.examine(path) for place in check.where]


def test_a_value_that_changed_is_found_in_every_column(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / "c.db"
    unnoticed = set()
    changed = 0
    for table, column in _columns(path):
        shutil.copy(path, copy)
        with closing(sqlite3.connect(copy)) as raw:
            triggers = raw.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
            held = triggers.fetchall()
            for name, _ in held:
                raw.execute(f"DROP TRIGGER {name}")
            new = (
                f"CASE typeof(\"{column}\") WHEN 'text' THEN \"{column}\" || 'x' "
                f'WHEN \'blob\' THEN zeroblob(length("{column}")) ELSE "{column}" + 7 END'
            )
            sql = f'UPDATE {table} SET "{column}" = {new} WHERE "{column}" IS NOT NULL'
            rows = raw.execute(sql).rowcount
            for _, made in held:
                raw.execute(made)
            raw.commit()
        changed += rows > 0
        if rows and not _found(copy):
            unnoticed.add((table, column))
    assert unnoticed == HARMLESS
    assert changed > 90


@pytest.mark.parametrize(
    ("sql", "named"),
    [
        ("UPDATE article SET title = 'x' WHERE id = ?1", ONE.id),
        ("UPDATE block SET shown = 0 WHERE article = ?1", ONE.id),
        ("UPDATE sentence SET start = start + 1 WHERE article = ?1", ONE.id),
        ("UPDATE suggestion SET reason = 'x' WHERE article = ?1", ONE.id),
        ("UPDATE counterpart SET score = 1.0 WHERE a_article = ?1", ONE.id),
        ("UPDATE event SET kind = 'labem' WHERE article = ?1", "event "),
        ("UPDATE event SET body = '{' WHERE article = ?1", "event "),
        ("UPDATE event SET body = CAST(x'7bff7d' AS TEXT) WHERE article = ?1", "event "),
        ("UPDATE annotation SET layer = 'x' WHERE article = ?1", ONE.id),
        ("UPDATE suggestion SET layer = 'x' WHERE article = ?1", ONE.id),
        ("UPDATE suggestion SET label = CAST(x'ff' AS TEXT) WHERE article = ?1", ONE.id),
        ("DELETE FROM suggestion WHERE article = ?1 AND label = 'loaded'", REGIME.id),
        ("UPDATE story SET reasons = '[]' WHERE ?1 <> ''", STORY.id),
        ("UPDATE annotator SET name = 'Eve' WHERE ?1 <> ''", "annotator "),
        ("UPDATE arm SET arm = 'assisted' WHERE ?1 <> ''", "annotator "),
        ("UPDATE assignment SET articles = '[]' WHERE ?1 <> ''", "annotator "),
        ("UPDATE setting SET value = 'x' WHERE name = 'id' AND ?1 <> ''", "setting id"),
        ("UPDATE scheme SET source = '{' WHERE ?1 <> ''", f"scheme {filled.SCHEME.hash}"),
    ],
)
def test_what_changed_is_named(path: Path, tmp_path: Path, sql: str, named: str) -> None:
    copy = Path(shutil.copy(path, tmp_path / "c.db"))
    with closing(sqlite3.connect(copy)) as raw:
        raw.execute("DROP TRIGGER event_no_update")
        raw.execute("DROP TRIGGER article_no_update")
        assert raw.execute(sql, (ONE.id,)).rowcount > 0
        raw.commit()
    assert [place for place in _found(copy) if named in place]


def test_a_flipped_bit_anywhere_is_found_when_it_changes_anything(
    path: Path, tmp_path: Path
) -> None:
    columns = [column for column in _columns(path) if column not in HARMLESS]
    whole, before = path.read_bytes(), _content(path, columns)
    chance = random.Random(FLIPS)
    copy = tmp_path / "c.db"
    changed = 0
    for _ in range(FLIPS):
        rotten = bytearray(whole)
        at = chance.randrange(100, len(whole))
        rotten[at] ^= 1 << chance.randrange(8)
        copy.write_bytes(rotten)
        if _content(copy, columns) != before:
            changed += 1
            assert _found(copy), at
    assert changed > FLIPS // 50
