"""A clock that is wrong, goes back or is in another zone orders nothing (C8)."""

import shutil
from pathlib import Path

import faulty
import pytest

from annotator import desk as desks
from annotator.project import open_project
from annotator.store import doctor
from annotator.store.corpus import open_corpus
from annotator.store.merge import merge


def _label(path: Path, word: int, now: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ana labels a word while her computer's clock says `now`."""
    monkeypatch.setattr(desks, "utc_now", lambda: now)
    with open_corpus(path, write=False) as corpus:
        article = corpus.article(corpus.article_ids()[0])
    with open_project(path) as project:
        project.desk("Ana").label(article.id, *article.words[word], "loaded").saved.result()


def test_what_was_done_last_is_last_whatever_the_clock_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = faulty.fill(tmp_path / "c.db")
    times = ("2031-01-01T00:00:00Z", "2019-06-01T12:00:00Z", "1970-01-01T00:00:00Z")
    for word, now in enumerate(times):
        _label(path, word, now, monkeypatch)
    copy = Path(shutil.copy(path, tmp_path / "copy.db"))
    _label(copy, 3, "1969-12-31T23:59:59Z", monkeypatch)
    with open_corpus(path, write=True) as corpus:
        merge(corpus, [copy])
        assert [e.at for e in corpus.all_events()] == [*times, "1969-12-31T23:59:59Z"]
    with open_project(path) as project:
        undone = [project.desk("Ana").undo().result() for _ in range(4)]
    assert [turn.target.at for turn in undone if turn] == ["1969-12-31T23:59:59Z", *times[::-1]]
    assert [check for check in doctor.examine(path) if not check.ok] == []
