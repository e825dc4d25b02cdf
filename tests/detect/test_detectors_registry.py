"""The list of detectors."""

import subprocess
import sys
from importlib.metadata import EntryPoint

import pytest

from annotator.detect import registry
from annotator.errors import UsageError


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


def test_an_unknown_name_is_an_error() -> None:
    with pytest.raises(UsageError, match="astrology"):
        registry.info("astrology")
