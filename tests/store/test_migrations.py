"""An older corpus becomes a present one, or stays what it was; never anything between."""

import json
import sqlite3
import subprocess
import sys
from pathlib import Path

import filled
import freeze
import pytest
from sqlite_utils import Database, Migrations

from annotator.errors import StoreError
from annotator.store import backup, doctor, header, migrations
from annotator.store.corpus import open_corpus

NEXT = """
import json, os, signal, sqlite3, sys
from pathlib import Path
from sqlite_utils import Migrations
from annotator.store import header, migrations

steps = Migrations("annotator")
steps(name="tables")(migrations.tables)

@steps()
def mood(db):
    db["article"].add_column("mood", str)
    db.create_table("mood", {"article": str, "mood": str}, pk="article", strict=True)
    articles = db.execute("SELECT id FROM article").fetchall()
    db["mood"].insert_all({"article": article, "mood": "calm"} for (article,) in articles)

header.VERSION += 1
migrations.STEPS = steps
path = sys.argv[1]

def upgrade(last):
    connection = header.connect(Path(path), write=True)
    seen = iter(range(last))
    connection.set_trace_callback(
        lambda sql: next(seen, None) is None and os.kill(os.getpid(), signal.SIGKILL)
    )
    migrations.migrate(connection)

def state():
    raw = sqlite3.connect(path)
    tables = {name for (name,) in raw.execute("SELECT name FROM sqlite_master")}
    columns = {row[1] for row in raw.execute("PRAGMA table_info(article)")}
    (version,) = raw.execute("PRAGMA user_version").fetchone()
    raw.close()
    return [version, "mood" in tables, "mood" in columns]

for last in range(100):
    child = os.fork()
    if not child:
        upgrade(last)
        os._exit(0)
    killed = os.waitpid(child, 0)[1] != 0
    print(json.dumps([killed, *state()]))
    if not killed:
        break
"""


@pytest.mark.parametrize("released", freeze.RELEASED, ids=lambda path: str(path.stem))
def test_an_upgrade_killed_at_any_statement_is_old_or_new(released: Path, tmp_path: Path) -> None:
    path = freeze.build(released, tmp_path / "c.db")
    old = int(released.stem.removeprefix("v"))
    done = subprocess.run(
        [sys.executable, "-c", NEXT, str(path)], capture_output=True, text=True, check=True
    )
    *killed, whole = map(json.loads, done.stdout.splitlines())
    assert len(killed) > 10
    assert all(state == [True, old, False, False] for state in killed)
    assert whole == [False, header.VERSION + 1, True, True]


@pytest.fixture
def newer(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make this program one version newer than the files it wrote."""
    steps = Migrations("annotator")
    steps(name="tables")(migrations.tables)

    def mood(db: Database) -> None:
        db.table("setting").insert({"name": "mood", "value": "calm"})

    steps()(mood)
    monkeypatch.setattr(header, "VERSION", header.VERSION + 1)
    monkeypatch.setattr(migrations, "STEPS", steps)


def test_an_older_corpus_is_backed_up_and_upgraded_when_it_is_opened_to_write(
    tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    path = filled.fill(tmp_path / "c.db")
    request.getfixturevalue("newer")
    with pytest.raises(StoreError, match="older annotator"):
        open_corpus(path, write=False)
    with open_corpus(path, write=True) as corpus:
        assert corpus.setting("mood") == "calm"
        assert corpus.article(filled.ONE.id) == filled.ONE
    ((kept, _),) = backup.automatics(path)
    assert "before-upgrade" in kept.name
    with open_corpus(path, write=True) as corpus:  # the second time there is nothing to do
        assert corpus.setting("mood") == "calm"
    assert len(backup.automatics(path)) == 1
    assert all(check.ok for check in doctor.examine(path))


def test_an_upgrade_that_fails_leaves_the_corpus_as_it_was(
    tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    path = filled.fill(tmp_path / "c.db")
    request.getfixturevalue("newer")
    raw = sqlite3.connect(path)
    raw.execute("INSERT INTO setting VALUES ('mood', 'mine')")
    raw.commit()
    before = raw.execute("SELECT name, value FROM setting ORDER BY name").fetchall()
    with pytest.raises(StoreError):
        open_corpus(path, write=True)
    assert raw.execute("SELECT name, value FROM setting ORDER BY name").fetchall() == before
    assert raw.execute("PRAGMA user_version").fetchone() == (header.VERSION - 1,)
    raw.close()


def test_the_step_that_made_the_tables_is_on_record(tmp_path: Path) -> None:
    path = filled.fill(tmp_path / "c.db")
    with open_corpus(path, write=False) as corpus:
        assert corpus.ask("SELECT migration_set, name FROM _sqlite_migrations") == [
            ("annotator", "tables")
        ]
        assert json.loads(corpus.ask("SELECT source FROM scheme")[0][0])["id"] == "framing"
