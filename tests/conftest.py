"""Fixtures shared by all rooms: the sample corpus, the command line, the shared folder."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from shell import Shell

from annotator import project
from annotator.detect import weights
from annotator.errors import MissingExtra
from annotator.files import packaged
from annotator.intake import Sources
from annotator.project import Project
from annotator.store import header
from annotator.store.corpus import open_corpus
from annotator.store.writer import Writer

pytest_plugins = ("torture",)

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")  # what a test finds does not depend on how busy the machine is

SHARED = Path(__file__).resolve().parents[2] / "shared"


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
def empty(tmp_path: Path) -> Path:
    """A corpus without articles."""
    path = tmp_path / "c.db"
    project.new(path, "framing")
    return path


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


@pytest.fixture(scope="module")
def model() -> str:
    """The name of the small English model; skips where it is not installed."""
    try:
        weights.find(weights.SMALL)
    except MissingExtra:
        pytest.skip("the extra [model] is not installed")
    return weights.SMALL
