"""Actions as data: the same verbs as the keys, checked before they are done."""

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from annotator import actions
from annotator.desk import Desk
from annotator.errors import UsageError
from annotator.files import packaged
from annotator.model import Page
from annotator.project import Project


@pytest.fixture
def desk(opened: Project) -> Desk:
    return opened.desk("ada")


@pytest.fixture
def page(opened: Project, desk: Desk) -> Page:
    return desk.open_story(opened.stories()[0].story.id).pages[0]


def test_an_answer_names_the_event_and_the_annotation(desk: Desk, page: Page) -> None:
    place = {"article": page.article.id, "start": 0, "end": 4}
    made = actions.perform(desk, {"do": "label", **place, "label": "loaded"})
    assert set(made) == {"ok", "event", "annotation"}
    gone = actions.perform(desk, {"do": "remove", "annotation": made["annotation"]})
    assert (gone["ok"], gone["annotation"]) == (True, None)
    back = actions.perform(desk, {"do": "undo"})
    assert back["annotation"] == made["annotation"]
    assert back["text"].startswith("undone: remove")


def test_done_and_hidden_can_be_taken_back(opened: Project, desk: Desk, page: Page) -> None:
    story = opened.stories()[0].story.id
    block = page.article.blocks[0]
    for shown, done in ((True, True), (False, False)):
        place = {"article": page.article.id, "start": block.start}
        actions.perform(desk, {"do": "block", **place, "kind": "caption", "shown": shown})
        actions.perform(
            desk, {"do": "done", "story": story, "article": page.article.id, "done": done}
        )
        now = desk.open_story(story).pages[0]
        assert (now.article.blocks[0].shown, now.done) == (shown, done)


def test_a_kind_of_block_is_checked(desk: Desk, page: Page) -> None:
    action = {"do": "block", "article": page.article.id, "start": 0, "kind": "boddy"}
    with pytest.raises(UsageError, match="'boddy' is not a kind of block") as caught:
        actions.perform(desk, action)
    assert "caption" in str(caught.value.hint)


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"a": "x"}, "'a' must be"),
        ({"a": ["x"], "b": ["y", 0]}, "'a' must be"),
        ({"a": ["x", 0], "b": ["y", "0"]}, "'b' must be"),
        ({"a": ["x", 0]}, "needs 'b'"),
    ],
)
def test_a_sentence_is_an_article_and_a_number(desk: Desk, fields: Any, words: str) -> None:
    with pytest.raises(UsageError, match=words):
        actions.perform(desk, {"do": "align", **fields})


def test_attributes_given_as_null_are_the_defaults(desk: Desk, page: Page) -> None:
    place = {"article": page.article.id, "start": 0, "end": 4}
    made = actions.perform(desk, {"do": "label", **place, "label": "loaded", "attributes": None})
    assert made["ok"] is True


def test_the_json_schema_knows_every_verb(desk: Desk) -> None:
    schema = json.loads((packaged("schemas") / "actions.schema.json").read_text("utf-8"))
    validator = Draft202012Validator(schema)
    with pytest.raises(UsageError) as caught:
        actions.perform(desk, {})
    verbs = str(caught.value.hint).removeprefix("Known: ").removesuffix(".").split(", ")
    assert len(verbs) > 15
    for verb in verbs:
        assert verb in json.dumps(schema)
    validator.validate({"do": "undo"})
    assert not validator.is_valid({"do": "lable"})
