"""Fixtures shared by all rooms: the sample corpus, the command line in-process, the shared folder."""

import contextlib
import io
import json
import shutil
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from annotator import project
from annotator.cli import main
from annotator.files import packaged
from annotator.intake import Sources
from annotator.project import Project
from annotator.store import header
from annotator.store.corpus import open_corpus
from annotator.store.writer import Writer

SHARED = Path(__file__).resolve().parents[2] / "shared"


@dataclass(frozen=True)
class Outcome:
    """What one run of the command line gave back."""

    code: int
    out: str
    err: str

    def json(self) -> Any:
        """The one JSON value on stdout."""
        return json.loads(self.out)

    def lines(self) -> list[Any]:
        """The JSON values on stdout, one a line."""
        return [json.loads(line) for line in self.out.splitlines()]


class _Terminal(io.TextIOWrapper):
    def isatty(self) -> bool:
        return True


class Shell:
    """Runs `annotator` in this process, with its own standard streams."""

    def __call__(self, *words: object, stdin: str | bytes = b"", terminal: bool = False) -> Outcome:
        """Run one command line; `stdin` is what is piped in."""
        kind = _Terminal if terminal else io.TextIOWrapper
        raw = stdin.encode("utf-8") if isinstance(stdin, str) else stdin
        out, err = (kind(io.BytesIO(), "utf-8", newline="\n") for _ in range(2))
        piped = io.TextIOWrapper(io.BytesIO(raw), "utf-8")
        before, sys.stdin = sys.stdin, piped
        try:
            with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
                code = _exit_code([str(word) for word in words])
        finally:
            sys.stdin = before
        return Outcome(code, _written(out), _written(err))

    def json(self, *words: object, stdin: str | bytes = b"") -> Any:
        """What a command that must succeed prints with --json."""
        done = self(*words, "--json", stdin=stdin)
        assert done.code == 0, done.err
        return done.json()

    def act(self, corpus: Path, name: str, actions: Sequence[object]) -> list[Any]:
        """The answers of `annotator annotate` to these actions."""
        piped = "".join(json.dumps(action) + "\n" for action in actions)
        return self("annotate", corpus, "--as", name, stdin=piped).lines()


def _exit_code(words: list[str]) -> int:
    with pytest.raises(SystemExit) as end:
        main(words)
    assert isinstance(end.value.code, int)
    return end.value.code


def _written(stream: io.TextIOWrapper) -> str:
    stream.flush()
    held = stream.buffer
    assert isinstance(held, io.BytesIO)
    return held.getvalue().decode("utf-8")


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shell:
    """The command line, started in the test's own folder."""
    monkeypatch.chdir(tmp_path)
    return Shell()


@pytest.fixture(scope="session")
def seeds() -> Path:
    """The sample stories of the project."""
    return packaged("seeds")


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory, seeds: Path) -> Path:
    """A corpus of all sample stories, made once; tests that write take `corpus`."""
    path = tmp_path_factory.mktemp("sample") / "sample.db"
    project.new(path, "framing")
    with project.open_project(path) as opened:
        opened.add(Sources([seeds]))
    return path


@pytest.fixture
def corpus(sample: Path, tmp_path: Path) -> Path:
    """A copy of the sample corpus for this test alone."""
    return Path(shutil.copyfile(sample, tmp_path / "corpus.db"))


@pytest.fixture
def opened(corpus: Path) -> Iterator[Project]:
    """The copied sample corpus, open for writing."""
    with project.open_project(corpus) as held:
        yield held


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """A store that waits a moment, not seconds, for another program's lock."""
    for function in (header.connect, open_corpus):
        monkeypatch.setattr(function, "__kwdefaults__", {"patience": 0.1})
    monkeypatch.setattr(Writer.__init__, "__defaults__", (0.1,))


@pytest.fixture(scope="session")
def shared_seeds() -> list[Path]:
    """The raw scrapes beside the checkout; the test is skipped where they are not."""
    folder = SHARED / "seeds"
    if not folder.is_dir():
        pytest.skip("no folder shared/seeds beside the checkout: real scrapes not tested")
    return sorted(folder.glob("*.txt"))
