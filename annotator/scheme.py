"""Schemes: the labels an annotator may use, their guidelines, and their attributes.

A scheme is parsed from the mapping that a TOML file holds; reading the file is the caller's.
"""

import difflib
import hashlib
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from string import ascii_lowercase
from typing import Any, NoReturn
from unicodedata import combining, east_asian_width

from annotator.errors import SchemeError, UsageError
from annotator.keymap import RESERVED
from annotator.model import Json, Layer

PALETTE = ("red", "orange", "yellow", "green", "teal", "blue", "purple", "pink", "grey")
_LABEL_KEYS = (
    "id",
    "name",
    "layer",
    "key",
    "colour",
    "mark",
    "guideline",
    "example",
    "required",
    "attribute",
)
_ATTRIBUTE_KEYS = ("id", "name", "type", "choices", "low", "high", "default", "required")
_IDENTIFIER = re.compile(r"[a-z][a-z0-9_]*(?:-[a-z0-9_]+)*")
_TABLE = re.compile(r"\s*\[\[?\s*label\s*(?:\.\s*(attribute)\s*)?\]")
_ENTRY = re.compile(r"\s*[\"']?([^\s=\"']+)[\"']?\s*=")
_HEX = re.compile(r"#[0-9a-fA-F]{6}")


class AttributeType(StrEnum):
    """What an attribute holds: one of a list, a whole number in a range, yes/no, or words."""

    CHOICE = "choice"
    SCALE = "scale"
    FLAG = "flag"
    TEXT = "text"


_KEY_OF_TYPE = {
    "choices": AttributeType.CHOICE,
    "low": AttributeType.SCALE,
    "high": AttributeType.SCALE,
}


@dataclass(frozen=True, slots=True)
class Attribute:
    """A property of an annotation; `default` is None when the annotator must choose."""

    id: str
    name: str
    type: AttributeType
    choices: tuple[str, ...] = ()
    low: int = 0
    high: int = 0
    default: str | int | bool | None = None
    required: bool = False

    def check(self, value: object) -> None:
        """Raise UsageError with the nearest valid value unless `value` fits the type."""
        problem = self.problem(value)
        if problem:
            raise UsageError(f"attribute {self.id!r}: {problem}", f"Allowed: {self.allowed}.")

    @property
    def allowed(self) -> str:
        """The values that fit the type, in words."""
        numbers = f"{self.low} to {self.high}" if self.type is AttributeType.SCALE else ""
        words = {AttributeType.FLAG: "true, false", AttributeType.TEXT: "any text"}
        return ", ".join(self.choices) or numbers or words[self.type]

    def problem(self, value: object) -> str | None:
        """Why `value` does not fit, or None."""
        match self.type:
            case AttributeType.CHOICE if value not in self.choices:
                return f"{value!r} is not one of its choices{_nearest(str(value), self.choices)}"
            case AttributeType.SCALE if (
                isinstance(value, bool)
                or not isinstance(value, int)
                or not self.low <= value <= self.high
            ):
                return f"{value!r} is not a whole number from {self.low} to {self.high}"
            case AttributeType.FLAG if not isinstance(value, bool):
                return f"{value!r} is not true or false"
            case AttributeType.TEXT if not isinstance(value, str):
                return f"{value!r} is not text"
        return None


@dataclass(frozen=True, slots=True)
class Label:
    """One label: where it sits, how it is drawn and keyed, and what the guideline says."""

    id: str
    name: str
    layer: Layer
    key: str
    colour: str
    mark: str
    guideline: str
    example: str
    required: bool = False
    attributes: tuple[Attribute, ...] = ()

    def defaults(self) -> dict[str, Any]:
        """The attributes a fresh annotation starts with."""
        return {a.id: a.default for a in self.attributes if a.default is not None}

    def check(self, attributes: Mapping[str, object]) -> None:
        """Raise UsageError on an unknown attribute or a value that does not fit."""
        known = {a.id: a for a in self.attributes}
        for key, value in attributes.items():
            if key not in known:
                raise UsageError(
                    f"label {self.id!r} has no attribute {key!r}{_nearest(key, known)}",
                    f"It has: {', '.join(known) or 'none'}.",
                )
            known[key].check(value)

    def missing(self, attributes: Mapping[str, object]) -> tuple[str, ...]:
        """Ids of the required attributes that `attributes` leaves open."""
        return tuple(a.id for a in self.attributes if a.required and a.id not in attributes)


@dataclass(frozen=True, slots=True)
class Scheme:
    """A set of labels with an id.

    `source` is the mapping it was parsed from, `hash` the version: 16 hex digits of the SHA-256
    of the parsed content.
    """

    id: str
    name: str
    description: str
    labels: tuple[Label, ...]
    source: Json = field(repr=False, hash=False, compare=False)
    hash: str = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        content = json.dumps(
            [self.id, self.name, self.description, [asdict(label) for label in self.labels]],
            ensure_ascii=False,
            sort_keys=True,
        )
        version = hashlib.sha256(content.encode("utf-8")).hexdigest()[:16]
        object.__setattr__(self, "hash", version)

    def layer(self, layer: Layer) -> tuple[Label, ...]:
        """The labels that sit on `layer`, in the order of the file."""
        return tuple(label for label in self.labels if label.layer is layer)

    def label(self, layer: Layer, label_id: str) -> Label:
        """The label with this id on this layer; UsageError names the nearest."""
        for label in self.layer(layer):
            if label.id == label_id:
                return label
        known = [label.id for label in self.layer(layer)]
        raise UsageError(
            f"scheme {self.id!r} has no {layer} label {label_id!r}{_nearest(label_id, known)}",
            f"It has: {', '.join(known) or 'none'}.",
        )


def parse(data: Mapping[str, Any], where: str, toml: str = "") -> Scheme:
    """The scheme in `data`; SchemeError names `where`, the key path and the nearest valid value.

    With the TOML text that `data` was read from, it names the line too.
    """
    reader = _Reader(where, toml)
    reader.only(data, "", ("id", "name", "description", "label"))
    labels = reader.tables(data, "", "label")
    if not labels:
        reader.fail("label", "a scheme needs at least one [[label]] table")
    parsed = tuple(reader.label(item, f"label[{n}]") for n, item in enumerate(labels, 1))
    scheme = Scheme(
        id=reader.identifier(data, "", "id"),
        name=reader.text(data, "", "name"),
        description=reader.text(data, "", "description", default=""),
        labels=parsed,
        source=dict(data),
    )
    reader.distinct(scheme)
    return scheme


class _Reader:
    """Reads values out of a parsed file and says exactly where one is wrong."""

    def __init__(self, where: str, toml: str = "") -> None:
        self.where = where
        self.toml = toml

    def fail(self, path: str, problem: str) -> NoReturn:
        line = f":{_line_of(path, self.toml)}" if self.toml else ""
        raise SchemeError(
            f"{self.where}{line}: {path}: {problem}",
            "See docs/schemes.md for the form of a scheme file.",
        )

    def tables(self, table: Mapping[str, Any], path: str, key: str) -> list[Any]:
        value = table.get(key, [])
        if not isinstance(value, list):
            name = f"label.{key}" if path else key
            self.fail(_join(path, key), f"not a list of tables; write [[{name}]], not [{name}]")
        return value

    def only(self, table: Mapping[str, Any], path: str, known: Sequence[str]) -> None:
        for key in table:
            if key not in known:
                self.fail(_join(path, key), f"unknown key{_nearest(key, known)}")

    def text(
        self, table: Mapping[str, Any], path: str, key: str, default: str | None = None
    ) -> str:
        value = table.get(key, default)
        if value is None:
            self.fail(_join(path, key), "missing")
        if not isinstance(value, str) or (default is None and not value.strip()):
            self.fail(_join(path, key), f"{value!r} is not text")
        return str(value)

    def identifier(self, table: Mapping[str, Any], path: str, key: str) -> str:
        value = self.text(table, path, key)
        if not _IDENTIFIER.fullmatch(value):
            wanted = "lower-case letters, digits, hyphens, beginning with a letter"
            self.fail(_join(path, key), f"{value!r} is not an id: {wanted}")
        return value

    def one_of(self, table: Mapping[str, Any], path: str, key: str, choices: Iterable[str]) -> str:
        value = self.text(table, path, key)
        known = list(choices)
        if value not in known:
            self.fail(
                _join(path, key),
                f"{value!r} is not one of {', '.join(known)}{_nearest(value, known)}",
            )
        return value

    def flag(self, table: Mapping[str, Any], path: str, key: str) -> bool:
        value = table.get(key, False)
        if not isinstance(value, bool):
            self.fail(_join(path, key), f"{value!r} is not true or false")
        return bool(value)

    def label(self, table: Mapping[str, Any], path: str) -> Label:
        if not isinstance(table, Mapping):
            self.fail(path, f"{table!r} is not a table")
        self.only(table, path, _LABEL_KEYS)
        attributes = tuple(
            self.attribute(item, f"{path}.attribute[{n}]")
            for n, item in enumerate(self.tables(table, path, "attribute"), 1)
        )
        self.once([a.id for a in attributes], f"{path}.attribute", "id")
        return Label(
            id=self.identifier(table, path, "id"),
            name=self.text(table, path, "name"),
            layer=Layer(self.one_of(table, path, "layer", Layer)),
            key=self.key(table, path),
            colour=self.colour(table, path),
            mark=self.mark(table, path),
            guideline=self.text(table, path, "guideline"),
            example=self.text(table, path, "example"),
            required=self.flag(table, path, "required"),
            attributes=attributes,
        )

    def key(self, table: Mapping[str, Any], path: str) -> str:
        value = self.text(table, path, "key", default="")
        if len(value) > 1 or (value and not (value.isascii() and value.isalnum())):
            self.fail(_join(path, "key"), f"{value!r} is not one letter or digit")
        if value in RESERVED:
            free = " ".join(c for c in ascii_lowercase if c not in RESERVED)
            self.fail(
                _join(path, "key"),
                f"{value!r} already has a meaning in the reader; free are 0 to 9 and {free}",
            )
        return value

    def colour(self, table: Mapping[str, Any], path: str) -> str:
        value = self.text(table, path, "colour")
        if value in PALETTE or _HEX.fullmatch(value):
            return value
        self.fail(
            _join(path, "colour"),
            f"{value!r} is neither #rrggbb nor one of {', '.join(PALETTE)}"
            f"{_nearest(value, PALETTE)}",
        )

    def mark(self, table: Mapping[str, Any], path: str) -> str:
        value = self.text(table, path, "mark")
        if len(value) != 1 or not value.isprintable() or value.isspace() or combining(value):
            self.fail(_join(path, "mark"), f"{value!r} is not one visible character")
        if east_asian_width(value) in "WF":
            self.fail(_join(path, "mark"), f"{value!r} is two columns wide; the gutter has one")
        return value

    def attribute(self, table: Mapping[str, Any], path: str) -> Attribute:
        if not isinstance(table, Mapping):
            self.fail(path, f"{table!r} is not a table")
        self.only(table, path, _ATTRIBUTE_KEYS)
        kind = AttributeType(self.one_of(table, path, "type", AttributeType))
        for key, owner in _KEY_OF_TYPE.items():
            if key in table and kind is not owner:
                self.fail(_join(path, key), f"only an attribute of type {str(owner)!r} has it")
        made = Attribute(
            id=self.identifier(table, path, "id"),
            name=self.text(table, path, "name"),
            type=kind,
            choices=self.choices(table, path) if kind is AttributeType.CHOICE else (),
            low=self.bound(table, path, "low") if kind is AttributeType.SCALE else 0,
            high=self.bound(table, path, "high") if kind is AttributeType.SCALE else 0,
            default=table.get("default"),
            required=self.flag(table, path, "required"),
        )
        if kind is AttributeType.SCALE and made.low >= made.high:
            self.fail(_join(path, "low"), f"{made.low} is not below high, {made.high}")
        if made.default is not None and (problem := made.problem(made.default)):
            self.fail(_join(path, "default"), problem)
        return made

    def choices(self, table: Mapping[str, Any], path: str) -> tuple[str, ...]:
        value = table.get("choices")
        if (
            not isinstance(value, list)
            or not value
            or not all(isinstance(item, str) and item.strip() for item in value)
        ):
            self.fail(
                _join(path, "choices"), "a choice attribute needs a list of words to choose from"
            )
        for n, item in enumerate(value):
            if item in value[:n]:
                self.fail(_join(path, "choices"), f"{item!r} is listed twice")
        return tuple(value)

    def bound(self, table: Mapping[str, Any], path: str, key: str) -> int:
        value = table.get(key)
        if not isinstance(value, int) or isinstance(value, bool):
            self.fail(_join(path, key), "a scale attribute needs a whole number here")
        return value

    def distinct(self, scheme: Scheme) -> None:
        for layer in Layer:
            for key in ("id", "key", "mark"):
                values = [getattr(a, key) if a.layer is layer else "" for a in scheme.labels]
                self.once(values, "label", key)

    def once(self, values: Sequence[str], path: str, key: str) -> None:
        """Fail on the first value that an earlier one equals; empty ones may repeat."""
        for n, value in enumerate(values):
            if value and value in values[:n]:
                taken = f"{path}[{values.index(value) + 1}]"
                self.fail(f"{path}[{n + 1}].{key}", f"{value!r} is taken by {taken}")


def _line_of(path: str, toml: str) -> int:
    """The line of the key at `path`, else of its table; 1 when the text does not show it."""
    wanted, _, key = path.rpartition(".")
    counts = {"label": 0, "attribute": 0}
    table, found, in_string = "", 1, False
    for number, line in enumerate(toml.split("\n"), 1):
        if not in_string and (header := _TABLE.match(line)):
            name = header[1] or "label"
            counts[name] += 1
            if name == "label":
                counts["attribute"] = 0
            table = f"label[{counts['label']}]"
            if name == "attribute":
                table += f".attribute[{counts['attribute']}]"
            if table in (wanted, path):
                found = number
        elif not in_string and table == wanted:
            entry = _ENTRY.match(line)
            if entry and entry[1] == key:
                return number
        in_string ^= line.count('"""') % 2 == 1
    return found


def _join(path: str, key: str) -> str:
    return f"{path}.{key}" if path else key


def _nearest(value: str, known: Iterable[str]) -> str:
    close = difflib.get_close_matches(value, [str(item) for item in known], n=1, cutoff=0.5)
    return f"; did you mean {close[0]!r}?" if close else ""
