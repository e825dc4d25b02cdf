"""`annotator doctor`: every invariant checked."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from shell import Shell

from annotator.errors import UnsoundCorpus


@pytest.fixture
def worked(run: Shell, corpus: Path) -> Path:
    """The sample corpus after a decision."""
    suggestion = run.json("show", corpus)["articles"][0]["suggestions"][0]["id"]
    run.act(corpus, "ada", [{"do": "accept", "suggestion": suggestion}])
    return corpus


def damage(corpus: Path, *statements: str) -> None:
    with closing(sqlite3.connect(corpus)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()


def test_a_sound_corpus(run: Shell, worked: Path) -> None:
    found = run.json("doctor", worked)
    assert found["ok"] is True
    assert len(found["checks"]) > 5
    assert all(set(check) == {"name", "ok", "found", "where"} for check in found["checks"])
    assert run("doctor", worked).code == 0


def test_a_broken_one_says_what_and_where(run: Shell, worked: Path) -> None:
    damage(worked, "UPDATE annotation SET quote = 'else', label = 'hedge'")
    done = run("doctor", worked, "--json")
    assert done.code == UnsoundCorpus.exit_code
    found = done.json()
    assert found["ok"] is False
    broken = {check["name"]: check["where"] for check in found["checks"] if not check["ok"]}
    assert {"quotes", "tables"} <= set(broken)
    assert all(broken.values())
    table = run("doctor", worked)
    assert table.code == UnsoundCorpus.exit_code
    assert "annotation" in table.out


def test_what_was_learned_is_looked_at(run: Shell, worked: Path) -> None:
    damage(worked, """INSERT INTO setting VALUES ('learned.loaded', '{"hash": 3}')""")
    found = run("doctor", worked, "--json").json()
    broken = {check["name"]: check["where"] for check in found["checks"] if not check["ok"]}
    assert list(broken) == ["learned"]
    assert "learned-loaded" in broken["learned"][0]
    assert "train it anew" in broken["learned"][0]


def test_tables_are_rebuilt_from_the_record(run: Shell, worked: Path) -> None:
    before = run.json("show", worked)
    damage(worked, "UPDATE annotation SET label = 'hedge'", "DELETE FROM decision")
    assert run("doctor", worked).code == UnsoundCorpus.exit_code
    assert run("doctor", worked, "--rebuild").code == 0
    assert run.json("show", worked) == before


def test_a_changed_event_is_found(run: Shell, worked: Path) -> None:
    damage(worked, "DROP TRIGGER event_no_update", "UPDATE event SET at = '2000-01-01T00:00:00Z'")
    found = run("doctor", worked, "--json").json()
    broken = {check["name"] for check in found["checks"] if not check["ok"]}
    assert {"triggers", "events"} <= broken


@pytest.mark.parametrize("raw", [b"", b"no database"])
def test_no_corpus_is_no_sound_corpus(run: Shell, raw: bytes) -> None:
    Path("c.db").write_bytes(raw)
    done = run("doctor", "c.db", "--json")
    assert done.code != 0
    assert done.json()["ok"] is False
    assert run("doctor", "nix.db").code != 0
