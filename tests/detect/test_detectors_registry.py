"""The list of detectors."""

import subprocess
import sys
import tomllib
from collections.abc import Callable
from importlib.metadata import EntryPoint
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest

from annotator import detect
from annotator.detect import registry
from annotator.errors import UsageError
from annotator.text.sentences import sentences


def test_every_shipped_detector_is_what_the_list_says() -> None:
    for info in registry.describe():
        detector = registry.load(info.name)
        assert detector.name == info.name
        assert detector.labels == info.labels
        assert detector.layer.value == info.layer
        assert detector.version


def test_listing_imports_no_detector() -> None:
    code = (
        "import sys; from annotator.detect import registry; registry.describe();"
        "sys.exit('annotator.detect.loaded' in sys.modules or 'spacy' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_detector_of_another_package_is_listed_and_loaded(
    monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    point = EntryPoint("mine", "annotator.detect.hedge:build", registry.GROUP)
    monkeypatch.setattr(registry, "entry_points", lambda group: [point])
    for cached in (registry.describe, registry.load):
        cached.cache_clear()
        request.addfinalizer(cached.cache_clear)
    assert "mine" in registry.names()
    assert registry.load("mine").labels == ("hedge",)


@pytest.mark.parametrize(
    "value", ["no.such.module:build", "annotator.detect.hedge:nothing", "annotator.detect:__doc__"]
)
def test_a_detector_that_cannot_be_loaded_is_named_and_skipped(
    monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest, value: str
) -> None:
    assert _skipped(monkeypatch, request, value) == ["mine"]


@pytest.mark.parametrize("odd", [{"name": 7}, {"version": None}, {"name": ""}])
def test_a_detector_without_a_name_or_version_is_skipped(
    monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest, odd: dict[str, object]
) -> None:
    facts = {"name": "mine", "version": "1", "layer": "span", "labels": ("hedge",)}
    hit = detect.Hit(0, 3, "hedge", "", "mine.one", "It says so.", 1.0)
    built = SimpleNamespace(**facts | odd, detect=lambda doc: [hit])
    assert _skipped(monkeypatch, request, _guest(monkeypatch, lambda: built)) == ["mine"]


def test_a_detector_that_ends_the_program_is_skipped(
    monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    def build() -> object:
        raise BaseException("enough")

    assert _skipped(monkeypatch, request, _guest(monkeypatch, build)) == ["mine"]


def _guest(monkeypatch: pytest.MonkeyPatch, build: Callable[[], object]) -> str:
    """The entry point of another package that builds its detector like this."""
    module = ModuleType("guest")
    module.build = build  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "guest", module)
    return "guest:build"


def _skipped(
    monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest, value: str
) -> list[str]:
    """Who is left out, while all others work, when this is the entry point of a detector."""
    point = EntryPoint("mine", value, registry.GROUP)
    monkeypatch.setattr(registry, "entry_points", lambda group: [point])
    for cached in (registry.describe, registry.load):
        cached.cache_clear()
        request.addfinalizer(cached.cache_clear)
    text = "The regime may fall."
    found = detect.highlight(text, "a", sentences(text))
    assert {held.label for held in found.suggestions} == {"loaded", "hedge"}
    return [skipped.detector for skipped in found.skipped]


def test_an_unknown_name_is_an_error() -> None:
    with pytest.raises(UsageError, match="astrology"):
        registry.info("astrology")


def test_the_example_package_is_a_detector(
    monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    folder = Path(__file__).parents[2] / "docs" / "example-detector"
    if not folder.is_dir():
        pytest.skip("no docs beside the tests: the example package is not tested")
    points = tomllib.loads((folder / "pyproject.toml").read_text())["project"]["entry-points"]
    ((name, value),) = points[registry.GROUP].items()
    point = EntryPoint(name, value, registry.GROUP)
    monkeypatch.syspath_prepend(str(folder))
    monkeypatch.setattr(registry, "entry_points", lambda group: [point])
    for cached in (registry.describe, registry.load):
        cached.cache_clear()
        request.addfinalizer(cached.cache_clear)
    text = "He LIED to NATO. ALL CAPS HERE."
    found = detect.highlight(text, "a", sentences(text), detectors=["shouting"])
    assert [s.quote for s in found.suggestions] == ["LIED", "NATO"]
