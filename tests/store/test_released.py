"""Every version ever released is still read, and becomes the present one."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import filled
import freeze
import pytest

from annotator.errors import NewerCorpus
from annotator.exchange import Selection
from annotator.formats.record import Options
from annotator.project import open_project
from annotator.store import doctor, header
from annotator.store.corpus import open_corpus
from annotator.store.merge import merge


@pytest.fixture(params=freeze.RELEASED, ids=lambda path: str(path.stem))
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A corpus as a released version wrote it."""
    return freeze.build(request.param, tmp_path / "old.db")


def test_every_version_is_kept() -> None:
    assert [path.stem for path in freeze.RELEASED] == [f"v{n + 1}" for n in range(header.VERSION)]


def test_a_released_corpus_becomes_a_present_one_without_loss(old: Path, tmp_path: Path) -> None:
    before = _events(old)
    with open_corpus(old, write=True) as corpus:
        assert corpus.article(filled.ONE.id).text == filled.LEFT
        assert len(corpus.annotations()) == 4
        assert {decision.verdict for decision in corpus.decisions()} == {"accepted", "rejected"}
        ana = corpus.annotator_named("Ana")
        assert ana is not None
        made = replace(filled.label(ana.id, quote="closed"), scheme=corpus.scheme().hash)
        filled.save(corpus.writer(), made)
    assert _events(old)[: len(before)] == before
    assert [check for check in doctor.examine(old) if not check.ok] == []
    present = filled.fill(tmp_path / "present.db")
    assert freeze.shape(old) == freeze.shape(present), (
        "the tables changed: add a step in store/migrations.py and a version in store/header.py"
    )


def test_a_newer_corpus_is_read_and_exported_but_never_written(old: Path, tmp_path: Path) -> None:
    with open_corpus(old, write=True):
        pass  # the present version of it
    before = _exported(old, tmp_path / "before.jsonl")
    with closing(sqlite3.connect(old)) as raw:
        raw.executescript(
            "ALTER TABLE annotation ADD COLUMN mood TEXT; CREATE TABLE mood (id TEXT PRIMARY KEY);"
            "CREATE INDEX annotation_mood ON annotation (mood);"
            f"PRAGMA user_version={header.VERSION + 1}"
        )
    content = old.read_bytes()
    assert _exported(old, tmp_path / "after.jsonl") == before
    assert [check for check in doctor.examine(old) if not check.ok] == []
    with pytest.raises(NewerCorpus, match=f"format {header.VERSION + 1}") as refused:
        open_corpus(old, write=True)
    assert "export" in (refused.value.hint or "")
    mine = filled.fill(tmp_path / "mine.db")
    with open_corpus(mine, write=True) as corpus, pytest.raises(NewerCorpus):
        merge(corpus, [old])
    assert old.read_bytes() == content


def _exported(path: Path, out: Path) -> bytes:
    with open_project(path, write=False) as project:
        project.export("jsonl", out, Options(), Selection())
    return out.read_bytes()


def _events(path: Path) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as raw:
        return raw.execute("SELECT id, body, hash FROM event ORDER BY clock").fetchall()
