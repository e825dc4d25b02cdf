"""Proof that an export without texts does not give them away.

What a reader could rebuild of an article is every run of `_GRAM` or more letters that also stands
in a written file, together with the quotes that were let out at known places. Nothing but letters
and digits counts: case, ligatures, white space and marks do not hide a copy, nor does an address.
"""

import csv
import json
import re
import sys
import unicodedata
import zlib
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from urllib.parse import unquote

from annotator.errors import LossError
from annotator.formats.extras import need
from annotator.formats.record import Options
from annotator.model import Span
from annotator.text.plurals import counted

_GRAM = 13
_NO_TEXT = re.compile(r"[0-9a-f]+|\d{4}-\d\d-\d\dT[\d:.]+Z")
_ESCAPES = re.compile(r"\\[nrt]")
_LETTERS = re.compile(r"[^\W_]+")
_SEEN = re.compile(rb"\x01+")
_CELLS = re.compile(r"\ufeff?id([,\t])layer\1")


@dataclass(frozen=True, slots=True)
class _Kept:
    article: str
    packed: bytes
    quotes: tuple[Span, ...]


class Guard:
    """Remembers the texts that must stay in, and looks for them in what was written."""

    def __init__(self, options: Options) -> None:
        self.options = options
        self._kept: list[_Kept] = []

    def remember(self, article: str, text: str, quotes: Iterable[Span]) -> None:
        """Keep a text (packed) and the places of it that are let out as quotes."""
        packed = zlib.compress(_plain(text).encode("utf-8"), 1)
        places = [
            Span(len(letters(text[:start])), len(letters(text[:end]))) for start, end in quotes
        ]
        self._kept.append(_Kept(article, packed, tuple(places)))

    def check(self, files: Iterable[Path], texts: Iterable[str] = ()) -> None:
        """Raise LossError when files and texts give away more of an article than is allowed."""
        grams = {gram for path in files for gram in _grams(_strings(path))}
        grams.update(_grams(texts))
        for kept in self._kept:
            run, share = _exposed(kept, grams)
            if run > self.options.run or share > self.options.share:
                raise LossError(
                    f"article {kept.article}: the export would give away "
                    f"{counted(run, 'characters')} in a row and {share:.0%} of its text; "
                    f"the limits are {self.options.run} and {self.options.share:.0%}",
                    "Shorten notes and attributes that copy the text, or let fewer quotes out.",
                )


def _exposed(kept: _Kept, grams: set[str]) -> tuple[int, float]:
    """The longest run that could be rebuilt, in characters, and the share of the text."""
    plain = zlib.decompress(kept.packed).decode("utf-8")
    words = [match.span() for match in _LETTERS.finditer(plain)]
    begins = list(accumulate((end - start for start, end in words), initial=0))
    bare = "".join(plain[start:end] for start, end in words)
    seen = bytearray(len(bare))
    for start, end in kept.quotes:
        seen[start:end] = b"\1" * (end - start)
    for start in range(len(bare) - _GRAM + 1):
        if bare[start : start + _GRAM] in grams:
            seen[start : start + _GRAM] = b"\1" * _GRAM

    def place(letter: int) -> int:
        word = bisect_right(begins, letter) - 1
        return words[word][0] + letter - begins[word]

    runs = [place(run.end() - 1) + 1 - place(run.start()) for run in _SEEN.finditer(seen)]
    return max(runs, default=0), sum(runs) / max(1, len(plain))


def _grams(strings: Iterable[str]) -> Iterator[str]:
    for string in set(strings):
        bare = letters(string)
        for start in range(len(bare) - _GRAM + 1):
            yield bare[start : start + _GRAM]


def _strings(path: Path) -> Iterator[str]:
    """The strings of the JSON values or Parquet cells in a file, else its text, escapes undone."""
    if path.suffix == ".parquet":
        rows = need("pyarrow.parquet", "parquet").read_table(path).to_pylist()
        yield from _leaves(rows)
        return
    with path.open(encoding="utf-8", errors="replace", newline="") as stream:
        first = stream.readline()
        stream.seek(0)
        if isinstance(_json(first), dict):
            for line in stream:
                yield from _leaves(_json(line) or line)
        elif cells := _CELLS.match(first):
            limit = csv.field_size_limit(sys.maxsize)
            try:
                for row in csv.reader(stream, delimiter=cells[1]):
                    yield from _leaves(row)
            finally:
                csv.field_size_limit(limit)
        else:
            yield from _whole(stream.read())


def _whole(raw: str) -> Iterator[str]:
    value = _json(raw)
    return _leaves(_ESCAPES.sub(" ", raw) if value is None else value)


def _json(line: str) -> object:
    try:
        return json.loads(line)
    except (ValueError, RecursionError):
        return None


def _leaves(value: object) -> Iterator[str]:
    if isinstance(value, str):
        if len(value) >= _GRAM and not _NO_TEXT.fullmatch(value):
            yield unquote(value)
        if value.startswith(("{", "[")):
            yield from _leaves(_json(value))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _leaves(key)
            yield from _leaves(item)
    elif isinstance(value, list):
        for item in value:
            yield from _leaves(item)


def letters(text: str) -> str:
    """The letters and digits of a text, for comparison."""
    return "".join(_LETTERS.findall(_plain(text)))


def _plain(text: str) -> str:
    return (text if text.isascii() else unicodedata.normalize("NFKC", text)).casefold()
