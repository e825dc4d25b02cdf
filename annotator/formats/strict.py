"""Strict reading of JSON from elsewhere: every fault is an InputError with file, line and field."""

import json
import math
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Any, NoReturn, TypeVar

from annotator.errors import InputError
from annotator.files import MAX_BYTES, unreadable
from annotator.model import Json, Span
from annotator.text.plurals import counted

Choice = TypeVar("Choice", bound=StrEnum)

_MAX_DIGITS = 18


def lines(path: Path) -> Iterator[tuple[str, str]]:
    """The non-blank lines of a UTF-8 file with their place ("file:line"), cut at LF only.

    InputError for a file that cannot be opened, a line over the size limit, bad UTF-8.
    """
    try:
        stream = path.open("rb")
    except OSError as error:
        raise unreadable(path, error) from None
    with stream:
        number = 0
        while raw := stream.readline(MAX_BYTES + 1):
            number += 1
            where = f"{path}:{number}"
            if len(raw) > MAX_BYTES:
                raise InputError(
                    f"{where}: over the limit of {MAX_BYTES // 1_000_000} MB a line",
                    "A line holds one record.",
                )
            try:
                text = raw.decode("utf-8")
            except UnicodeDecodeError as error:
                raise InputError(
                    f"{where}: not valid utf-8 at byte {error.start}", "Save it as UTF-8."
                ) from None
            if number == 1:
                text = text.removeprefix("\ufeff")
            if text.strip():
                yield where, text.removesuffix("\n")


def loads(text: str, where: str) -> Any:
    """The JSON value in `text`.

    Refuses what the standard parser lets through or trips over: duplicate keys, NaN and
    infinities, numbers of thousands of digits, nesting without end, lone surrogates.
    """
    try:
        value = json.loads(
            text,
            object_pairs_hook=_distinct,
            parse_constant=_no_constant,
            parse_int=_integer,
            parse_float=_finite,
        )
    except RecursionError:
        raise InputError(
            f"{where}: nested too deeply", "No file of this format is; export it again."
        ) from None
    except json.JSONDecodeError as error:
        line = f"line {error.lineno}, " if error.lineno > 1 else ""
        raise InputError(
            f"{where}: not valid JSON at {line}column {error.colno}",
            "The file may be cut off; export it again.",
        ) from None
    except ValueError as error:
        raise InputError(f"{where}: {error}", "Mend the value, or export the file again.") from None
    if "\\ud" in text.lower() and _has_surrogate(value):
        raise InputError(
            f"{where}: half of a surrogate pair in a string", "Write the character whole, as UTF-8."
        )
    return value


def _distinct(pairs: list[tuple[str, Any]]) -> Json:
    made: Json = {}
    for key, value in pairs:
        if key in made:
            raise ValueError(f"key {key!r} given twice")
        made[key] = value
    return made


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not a number")


def _integer(digits: str) -> int:
    if len(digits) > _MAX_DIGITS:
        raise ValueError(f"a number of {len(digits)} digits")
    return int(digits)


def _finite(digits: str) -> float:
    value = float(digits)
    if not math.isfinite(value):
        raise ValueError(f"{short(digits)} is not a number")
    return value


def _has_surrogate(value: object) -> bool:
    try:
        json.dumps(value, ensure_ascii=False).encode("utf-8")
    except UnicodeEncodeError:
        return True
    return False


class Fields:
    """A JSON object whose fields are read by type; a wrong one is an InputError naming its path."""

    def __init__(self, value: object, where: str, path: str = "") -> None:
        self.where = where
        self.path = path
        if not isinstance(value, dict):
            self.fail("", "missing" if value is None else f"{short(value)} is not an object")
        self.data: Json = value

    def fail(self, key: str, problem: str, hint: str | None = None) -> NoReturn:
        """Raise InputError for the field `key`."""
        place = ".".join(part for part in (self.path, key) if part)
        raise InputError(
            f"{self.where}: {place}: {problem}" if place else f"{self.where}: {problem}", hint
        )

    def has(self, key: str) -> bool:
        """Whether the field is there and not null."""
        return self.data.get(key) is not None

    def text(self, key: str, default: str | None = None) -> str:
        """A string; `default` when it is missing or null."""
        value = self.data.get(key)
        if value is None:
            value = default
        if not isinstance(value, str):
            self.fail(key, "missing" if value is None else f"{short(value)} is not text")
        return value

    def maybe(self, key: str) -> str | None:
        """A string, or None when it is missing or null."""
        return self.text(key) if self.has(key) else None

    def integer(self, key: str) -> int:
        """A whole number."""
        value = self.data.get(key)
        if not isinstance(value, int) or isinstance(value, bool):
            self.fail(key, "missing" if value is None else f"{short(value)} is not a whole number")
        return value

    def number(self, key: str) -> float:
        """A number."""
        value = self.data.get(key)
        if not isinstance(value, int | float) or isinstance(value, bool):
            self.fail(key, "missing" if value is None else f"{short(value)} is not a number")
        return float(value)

    def flag(self, key: str) -> bool:
        """True or false."""
        value = self.data.get(key)
        if not isinstance(value, bool):
            self.fail(key, "missing" if value is None else f"{short(value)} is not true or false")
        return value

    def items(self, key: str) -> list[Any]:
        """A list; empty when it is missing or null."""
        value = self.data.get(key)
        if value is None:
            return []
        if not isinstance(value, list):
            self.fail(key, f"{short(value)} is not a list")
        return value

    def table(self, key: str) -> "Fields":
        """A nested object."""
        return Fields(self.data.get(key), self.where, ".".join(filter(None, (self.path, key))))

    def tables(self, key: str) -> "list[Fields]":
        """A list of nested objects; empty when it is missing or null."""
        base = ".".join(filter(None, (self.path, key)))
        return [
            Fields(item, self.where, f"{base}[{n}]") for n, item in enumerate(self.items(key), 1)
        ]

    def texts(self, key: str) -> list[str]:
        """A list of strings; empty when it is missing or null."""
        value = self.items(key)
        if not all(isinstance(item, str) for item in value):
            self.fail(key, "not a list of texts")
        return value

    def extent(self, length: int) -> Span:
        """The fields `start` and `end`, a non-empty run within `length` code points."""
        return self._within("start", self.integer("start"), self.integer("end"), length)

    def spans(self, key: str, length: int) -> tuple[Span, ...]:
        """A list of [start, end] pairs, in order, none overlapping, within `length`."""
        found: list[Span] = []
        for item in self.items(key):
            match item:
                case [int(start), int(end)]:
                    found.append(self._within(key, start, end, length))
                case _:
                    self.fail(key, f"{short(item)} is not a start and an end")
            if len(found) > 1 and start < found[-2].end:
                self.fail(key, f"{start}-{end} begins before the one in front ends")
        return tuple(found)

    def _within(self, key: str, start: int, end: int, length: int) -> Span:
        if start >= end:
            self.fail(key, f"{start} is not before the end {end}")
        if start < 0 or end > length:
            self.fail(
                key, f"{start}-{end} lies outside the text of {counted(length, 'code points')}"
            )
        return Span(start, end)


def choice(fields: Fields, key: str, kind: type[Choice]) -> Choice:
    """The member of an enumeration that the field `key` names."""
    value = fields.text(key)
    try:
        return kind(value)
    except ValueError:
        fields.fail(key, f"{short(value)} is not one of {', '.join(kind)}")


def short(value: object) -> str:
    """The value as it is shown in an error, cut to 40 characters."""
    shown = repr(value)
    return shown if len(shown) <= 40 else shown[:39] + "…"
