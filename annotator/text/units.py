"""Conversion between code points and the units other software counts in."""

from bisect import bisect_right
from itertools import accumulate
from typing import Literal, TypeAlias

Unit: TypeAlias = Literal["utf-8", "utf-16"]


class UnitMap:
    """Offsets of one text in code points and in another unit (UTF-8 bytes or UTF-16 code units).

    Building is linear in the text; `outward` and `inward` are O(1) and O(log n). Text that is
    ASCII throughout costs nothing.
    """

    def __init__(self, text: str, unit: Unit) -> None:
        self._length = len(text)
        self._starts: list[int] | None = None
        if not text.isascii():
            size = _utf8_size if unit == "utf-8" else _utf16_size
            self._starts = [0, *accumulate(size(char) for char in text)]

    def outward(self, position: int) -> int:
        """The offset in the other unit of code point `position` (0 to the text's length)."""
        if not 0 <= position <= self._length:
            raise ValueError(f"position {position} outside a text of {self._length} code points")
        return position if self._starts is None else self._starts[position]

    def inward(self, offset: int) -> int:
        """The code point at `offset` of the other unit; ValueError inside a character."""
        if self._starts is None:
            return self.outward(offset)
        position = bisect_right(self._starts, offset) - 1
        if position < 0 or self._starts[position] != offset:
            raise ValueError(f"offset {offset} is not the edge of a character")
        return position


def _utf8_size(char: str) -> int:
    return len(char.encode("utf-8"))


def _utf16_size(char: str) -> int:
    return 2 if ord(char) > 0xFFFF else 1
