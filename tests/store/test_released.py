"""Every version ever released is still read, and becomes the present one."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import filled
import freeze
import pytest

from annotator.store import doctor, header
from annotator.store.corpus import open_corpus

RELEASED = sorted(freeze.FOLDER.glob("v*.sql"))


@pytest.fixture(params=RELEASED, ids=lambda path: str(path.stem))
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A corpus as a released version wrote it."""
    return freeze.build(request.param, tmp_path / "old.db")


def test_every_version_is_kept() -> None:
    assert [path.stem for path in RELEASED] == [f"v{n + 1}" for n in range(header.VERSION)]


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


def _events(path: Path) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as raw:
        return raw.execute("SELECT id, body, hash FROM event ORDER BY clock").fetchall()
