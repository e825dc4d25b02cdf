"""The JSON Schemas say the same as the program."""

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from annotator.actions import _VERBS
from annotator.files import packaged

FOLDER = packaged("schemas")
SCHEMAS = {path.name: json.loads(path.read_text("utf-8")) for path in FOLDER.glob("*.schema.json")}
ACTIONS = Draft202012Validator(SCHEMAS["actions.schema.json"])


@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_a_schema_is_itself_valid(name: str) -> None:
    Draft202012Validator.check_schema(SCHEMAS[name])


def test_every_verb_is_described_and_no_other() -> None:
    described = {
        form["properties"]["do"]["const"] for form in SCHEMAS["actions.schema.json"]["oneOf"]
    }
    assert described == set(_VERBS)


@pytest.mark.parametrize(
    "action",
    [
        {"do": "label", "article": "a", "start": 0, "end": 3, "label": "loaded"},
        {"do": "label", "article": "a", "start": 0, "end": 3, "label": "x", "attributes": {}},
        {"do": "accept", "suggestion": "s"},
        {"do": "align", "a": ["a", 0], "b": ["b", 1]},
        {"do": "done", "story": "s"},
        {"do": "undo"},
    ],
)
def test_actions_that_make_sense_fit(action: dict[str, Any]) -> None:
    assert list(ACTIONS.iter_errors(action)) == []


@pytest.mark.parametrize(
    "action",
    [
        {"do": "lable", "article": "a", "start": 0, "end": 3, "label": "loaded"},
        {"do": "label", "article": "a", "start": -1, "end": 3, "label": "loaded"},
        {"do": "label", "article": "a", "start": 0, "end": 3},
        {"do": "align", "a": ["a"], "b": ["b", 1]},
        {"do": "undo", "event": "e"},
        [],
    ],
)
def test_actions_that_make_none_do_not(action: object) -> None:
    assert list(ACTIONS.iter_errors(action))
