"""Schemes: what the shipped ones hold, and what a wrong file is told."""

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from annotator.errors import SchemeError, UsageError
from annotator.files import packaged, read_scheme
from annotator.model import Layer
from annotator.scheme import parse

FOLDER = packaged("schemas")
SHIPPED = sorted(path.name for path in FOLDER.glob("*.toml"))
VALIDATOR = Draft202012Validator(json.loads((FOLDER / "scheme.schema.json").read_text("utf-8")))

GOOD = """\
id = "mine"
name = "Mine"

[[label]]
id = "loaded"
name = "Loaded"
layer = "span"
key = "o"
colour = "red"
mark = "L"
guideline = \"\"\"
Mark the judgement.
[[label]]
key = "not a key"
\"\"\"
example = "The [regime]."

[[label.attribute]]
id = "kind"
name = "Kind"
type = "choice"
choices = ["labelling", "metaphor"]
default = "metaphor"

[[label]]
id = "genre"
name = "Genre"
layer = "article"
colour = "#00ff7f"
mark = "G"
guideline = "What it is."
example = "reporting"

  [[label.attribute]]
  id = "slant"
  name = "Slant"
  type = "scale"
  low = -2
  high = 2
"""


def write(folder: Path, text: str) -> Path:
    path = folder / "mine.toml"
    path.write_text(text, "utf-8")
    return path


def test_the_shipped_schemes_are_there() -> None:
    assert {"framing.toml", "loaded-hedge.toml"} <= set(SHIPPED)


@pytest.mark.parametrize("name", SHIPPED)
def test_a_shipped_scheme_is_sound(name: str) -> None:
    scheme = read_scheme(FOLDER / name)
    assert scheme.id == name.removesuffix(".toml")
    for label in scheme.labels:
        assert label.key, f"{label.id} cannot be reached by a key"
        label.check(label.defaults())


@pytest.mark.parametrize("name", SHIPPED)
def test_a_shipped_scheme_fits_its_json_schema(name: str) -> None:
    data = tomllib.loads((FOLDER / name).read_text("utf-8"))
    assert [error.message for error in VALIDATOR.iter_errors(data)] == []


def test_the_default_scheme_labels_every_layer() -> None:
    scheme = read_scheme(FOLDER / "framing.toml")
    assert [label.id for label in scheme.layer(Layer.SPAN)] == [
        "loaded",
        "hedge",
        "attribution",
        "intensifier",
        "presupposition",
        "portrayal",
    ]
    assert all(scheme.layer(layer) for layer in Layer)


def test_a_good_file_is_read(tmp_path: Path) -> None:
    scheme = read_scheme(write(tmp_path, GOOD))
    assert scheme.label(Layer.SPAN, "loaded").defaults() == {"kind": "metaphor"}
    assert scheme.label(Layer.ARTICLE, "genre").attributes[0].low == -2


BAD = [
    ('layer = "span"', 'layer = "spam"', 7, "label[1].layer: 'spam' is not one of", "'span'"),
    ('key = "o"', 'kee = "o"', 8, "label[1].kee: unknown key", "'key'"),
    ('key = "o"', 'key = "y"', 8, "label[1].key: 'y' already has a meaning", "free are 0 to 9 and"),
    ('key = "o"', 'key = "oo"', 8, "label[1].key: 'oo' is not one letter or digit", ""),
    ('"red"', '"rde"', 9, "label[1].colour: 'rde' is neither #rrggbb nor", "'red'"),
    ('mark = "L"', 'mark = "LL"', 10, "label[1].mark: 'LL' is not one visible", ""),
    ('mark = "L"', 'mark = "\\u0301"', 10, "label[1].mark", "not one visible"),
    ('mark = "L"', 'mark = "字"', 10, "label[1].mark", "two columns wide"),
    ('name = "Loaded"\n', "", 4, "label[1].name: missing", ""),
    ('id = "loaded"', 'id = "Loaded!"', 5, "label[1].id: 'Loaded!' is not an id", ""),
    ('name = "Kind"', "name = 3", 20, "label[1].attribute[1].name: 3 is not text", ""),
    ('type = "choice"', 'type = "chioce"', 21, "label[1].attribute[1].type", "'choice'"),
    ('"labelling", "metaphor"', "", 22, "label[1].attribute[1].choices: a choice", ""),
    ('"labelling", ', '"metaphor", ', 22, "'metaphor' is listed twice", ""),
    ('default = "metaphor"', 'default = "metafor"', 23, "attribute[1].default", "'metaphor'"),
    ('default = "metaphor"', "low = 1", 23, "low: only an attribute of type 'scale' has it", ""),
    ("low = -2", "low = 2", 38, "label[2].attribute[1].low: 2 is not below high, 2", ""),
    ("high = 2", 'high = "2"', 39, "label[2].attribute[1].high: a scale", ""),
    ('layer = "article"', 'layer = "span"\nkey = "o"', 29, "label[2].key: 'o' is taken by", ""),
    ('id = "genre"', 'id = "loaded"', None, "", ""),
    ("  [[label.attribute]]", "  [label.attribute]", None, "write [[label.attribute]]", ""),
    ('name = "Mine"', 'naem = "Mine"', 2, "naem: unknown key", "'name'"),
]


@pytest.mark.parametrize(("old", "new", "line", "problem", "help"), BAD)
def test_a_wrong_file_names_line_key_and_nearest_value(
    tmp_path: Path, old: str, new: str, line: int | None, problem: str, help: str
) -> None:
    text = GOOD.replace(old, new, 1)
    if old == 'id = "genre"':
        text = text.replace('layer = "article"', 'layer = "span"')
        problem = "label[2].id: 'loaded' is taken by label[1]"
    path = write(tmp_path, text)
    with pytest.raises(SchemeError) as caught:
        read_scheme(path)
    message = caught.value.message
    assert message.startswith(f"{path}:{line}: " if line else f"{path}:")
    assert problem in message
    assert help in message
    assert caught.value.hint


def test_two_labels_of_a_layer_may_not_share_a_mark(tmp_path: Path) -> None:
    text = GOOD.replace('layer = "article"', 'layer = "span"').replace('mark = "G"', 'mark = "L"')
    with pytest.raises(SchemeError, match=r"label\[2\]\.mark: 'L' is taken by label\[1\]"):
        read_scheme(write(tmp_path, text))


def test_two_attributes_of_a_label_may_not_share_an_id(tmp_path: Path) -> None:
    again = (
        '[[label.attribute]]\nid = "kind"\nname = "Again"\ntype = "flag"\n\n[[label]]\nid = "genre"'
    )
    text = GOOD.replace('[[label]]\nid = "genre"', again)
    with pytest.raises(SchemeError, match=r"mine.toml:26: label\[1\]\.attribute\[2\]\.id"):
        read_scheme(write(tmp_path, text))


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"id = \nname = 1\n", "at line 1"),
        (b"\xff", "not valid utf-8 at byte 0"),
        (b"x = " + b"[" * 100_000, "nested too deeply"),
        (b"x = " + b"9" * 5000, "digits"),
        (b'id = "a"\nid = "b"\n', "line 2"),
        (b'id = "a"\nname = "A"\n', "at least one [[label]]"),
        (b'id = "a"\nname = "A"\n[label]\nid = "x"\n', "write [[label]]"),
        (b'id = "a"\nname = "A"\nlabel = [3]\n', "label[1]: 3 is not a table"),
    ],
)
def test_a_file_that_is_no_scheme_is_refused(tmp_path: Path, content: bytes, message: str) -> None:
    path = tmp_path / "bad.toml"
    path.write_bytes(content)
    with pytest.raises(SchemeError) as caught:
        read_scheme(path)
    assert str(path) in caught.value.message
    assert message in caught.value.message.replace("write [label]", "")


def test_the_json_schema_refuses_what_the_reader_refuses() -> None:
    for old, new, *_ in BAD[:17]:
        try:
            data = tomllib.loads(GOOD.replace(old, new, 1))
        except tomllib.TOMLDecodeError:
            continue
        if new in (
            'key = "y"',
            'mark = "\\u0301"',
            'mark = "字"',
            'default = "metafor"',
            "low = 2",
        ):
            continue  # no JSON Schema can say these
        assert list(VALIDATOR.iter_errors(data)), new


def test_the_hash_follows_the_content_and_not_the_layout(tmp_path: Path) -> None:
    one = read_scheme(write(tmp_path, GOOD))
    two = read_scheme(write(tmp_path, "# a comment\n" + GOOD))
    other = read_scheme(write(tmp_path, GOOD.replace("Mark the", "Always mark the")))
    assert one.hash == two.hash != other.hash
    assert parse(json.loads(json.dumps(one.source)), "again").hash == one.hash


@pytest.mark.parametrize(
    ("attributes", "message"),
    [
        ({"kind": "metafor"}, "did you mean 'metaphor'?"),
        ({"knid": "metaphor"}, "did you mean 'kind'?"),
        ({"kind": None}, "None is not one of its choices"),
    ],
)
def test_a_wrong_attribute_names_the_nearest(
    tmp_path: Path, attributes: dict[str, Any], message: str
) -> None:
    label = read_scheme(write(tmp_path, GOOD)).label(Layer.SPAN, "loaded")
    with pytest.raises(UsageError) as caught:
        label.check(attributes)
    assert message in caught.value.message


def test_a_scale_takes_whole_numbers_in_its_range(tmp_path: Path) -> None:
    label = read_scheme(write(tmp_path, GOOD)).label(Layer.ARTICLE, "genre")
    label.check({"slant": -2})
    for value in (3, 1.0, True, "1"):
        with pytest.raises(UsageError, match="whole number from -2 to 2"):
            label.check({"slant": value})
