"""`annotator [CORPUS]`: what the screen is opened on."""

from pathlib import Path
from typing import Any

import pytest
from shell import Shell


@pytest.fixture
def screen(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Any, ...]]:
    """What the reader is asked to open, in place of a screen."""
    asked: list[tuple[Any, ...]] = []
    monkeypatch.setattr("annotator.tui.app.run", lambda *words, **more: asked.append(words))
    return asked


def test_a_corpus_is_opened_under_the_name_given(
    run: Shell, corpus: Path, screen: list[tuple[Any, ...]]
) -> None:
    assert run(corpus).code == 0
    assert run(corpus, "--as", "ada", "--story", "74").code == 0
    assert [words[:3] for words in screen] == [(corpus, None, None), (corpus, "ada", "74")]


def test_without_a_corpus_the_one_here_or_a_welcome(
    run: Shell, corpus: Path, screen: list[tuple[Any, ...]]
) -> None:
    assert run().code == 0
    corpus.rename("other.db")
    assert run().code == 0
    assert [words[0] for words in screen] == [Path("corpus.db"), None]


def test_a_line_of_the_dialogue_that_is_no_text_is_not_taken(run: Shell, corpus: Path) -> None:
    done = run("open", corpus, "--plain", stdin=b"caf\xe9\nq\n")
    assert done.code == 0
    assert "that line: not valid utf-8: byte 0xe9 at position 3" in done.err
