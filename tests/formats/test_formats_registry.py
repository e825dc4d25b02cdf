"""Every format is found by name, says what it cannot hold, and a broken plug-in breaks nothing."""

from importlib.metadata import EntryPoint

import pytest

from annotator.errors import AnnotatorError, UsageError
from annotator.formats import registry
from annotator.formats.record import Format


@pytest.mark.parametrize("name", registry.BUILT_IN)
def test_a_built_in_format_is_called_by_its_name(name: str) -> None:
    found = registry.load(name)
    assert isinstance(found, Format)
    assert found.name == name
    assert found.about


def test_a_misspelt_name_is_answered_with_the_nearest() -> None:
    with pytest.raises(UsageError) as caught:
        registry.load("jsnl")
    assert caught.value.hint == "Did you mean 'jsonl'?"


def test_the_listing_says_what_is_lost() -> None:
    entries = {str(entry["name"]): entry for entry in registry.describe()}
    assert entries["jsonl"]["cannot_hold"] == []
    assert entries["csv"]["cannot_hold"] == ["rejected suggestions"]
    assert "overlapping spans" in str(entries["conll"]["cannot_hold"])


def test_a_broken_plug_in_is_listed_and_harms_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    broken = EntryPoint("mine", "no_such_module:FORMAT", registry.GROUP)
    monkeypatch.setattr(registry, "entry_points", lambda group: (broken,))
    assert registry.names()[-1] == "mine"
    entry = registry.describe()[-1]
    assert "no_such_module" in str(entry["error"])
    with pytest.raises(AnnotatorError, match="cannot be loaded"):
        registry.load("mine")


def test_a_plug_in_may_not_take_a_built_in_name(monkeypatch: pytest.MonkeyPatch) -> None:
    thief = EntryPoint("jsonl", "no_such_module:FORMAT", registry.GROUP)
    monkeypatch.setattr(registry, "entry_points", lambda group: (thief,))
    assert registry.load("jsonl").name == "jsonl"
    assert registry.names().count("jsonl") == 1
