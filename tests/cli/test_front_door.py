"""The way in: what goes straight to the reader, and that it fails as the command line does."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from annotator import __main__ as front


@pytest.fixture
def went(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[tuple[Any, ...]]:
    """Where each call went, in a folder with a file `c.db` and one named like a command."""
    monkeypatch.chdir(tmp_path)
    Path("c.db").touch()
    Path("demo").touch()
    calls: list[tuple[Any, ...]] = []
    monkeypatch.setattr("annotator.tui.app.run", lambda *words: calls.append(("reader", *words)))
    monkeypatch.setattr("annotator.cli.main", lambda: calls.append(("commands",)))
    return calls


@pytest.mark.parametrize(
    ("words", "name", "story"),
    [
        (["c.db"], None, None),
        (["c.db", "--as", "ada"], "ada", None),
        (["c.db", "--story", "s1", "--as", "ada"], "ada", "s1"),
    ],
)
def test_a_corpus_with_name_and_story_is_opened_at_once(
    went: list[tuple[Any, ...]],
    monkeypatch: pytest.MonkeyPatch,
    words: list[str],
    name: str | None,
    story: str | None,
) -> None:
    monkeypatch.setattr(sys, "argv", ["annotator", *words])
    front.main()
    assert went == [("reader", Path("c.db"), name, story)]


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["demo"],
        ["missing.db"],
        ["c.db", "--plain"],
        ["c.db", "--as"],
        ["c.db", "--as", "--story"],
        ["c.db", "--as", ""],
        ["c.db", "--as=ada"],
        ["c.db", "extra"],
        ["export", "c.db"],
    ],
)
def test_all_else_is_for_the_command_line(
    went: list[tuple[Any, ...]], monkeypatch: pytest.MonkeyPatch, words: list[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["annotator", *words])
    front.main()
    assert went == [("commands",)]


def test_what_fails_is_explained_as_by_the_command_line(tmp_path: Path) -> None:
    corpus = tmp_path / "c.db"
    corpus.write_text("no corpus", encoding="utf-8")
    straight, commands = (
        subprocess.run(
            [sys.executable, "-m", "annotator", *words], capture_output=True, text=True, check=False
        )
        for words in ([str(corpus)], ["open", str(corpus)])
    )
    assert straight.returncode == commands.returncode != 0
    assert straight.stderr == commands.stderr
    assert "needs a terminal" in straight.stderr
