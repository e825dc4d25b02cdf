"""Lexicons: TOML files of entries in groups that share kind, strength, reason and context.

A file has `label`, `provenance` and tables. A table (group) has `kind`, `strength`, `reason`,
optionally `polarity`, `note` and context keys (see `context`), and lists of lemmas by part of
speech: `noun`, `verb`, `adjective`, `adverb`, `phrase`. Lemmas are separated by commas; `word=0.9`
gives one its own strength; `*-word` and `word-*` stand for every compound with that part. An
entry's id is `group.lemma`.
"""

import hashlib
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from annotator.detect import inflect
from annotator.detect.context import KEYS as CONTEXT_KEYS
from annotator.detect.context import Context

FOLDER = Path(__file__).parent / "lexicons"
PARTS = ("noun", "verb", "adjective", "adverb", "phrase")
POLARITIES = ("negative", "positive", "neutral")
_GROUP_KEYS = {"kind", "strength", "reason", "polarity", "note", *PARTS, *CONTEXT_KEYS}
_POLARITY = re.compile(r'^\[([\w-]+)\]$|^polarity = "(\w+)"$', re.M)
_LEMMA = re.compile(r"(?:\*-)?[a-z0-9à-ÿ'$%./ \-]+(?:(?<=-)\*)?")


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a lexicon with all that is known about it; `strength` in [0, 1]."""

    id: str
    lemma: str
    forms: tuple[str, ...]
    pos: str
    kind: str
    polarity: str
    strength: float
    reason: str
    note: str
    context: Context


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The entries of one or more files; `version` is a hash of their bytes."""

    name: str
    label: str
    version: str
    entries: tuple[Entry, ...]


@cache
def load(name: str) -> Lexicon:
    """The shipped lexicon `name`, from the files `name.toml` and `name-….toml`.

    ValueError says which group is wrong and how.
    """
    paths = sorted(path for path in FOLDER.glob("*.toml") if path.stem.split("-")[0] == name)
    parts = [_read(path.read_bytes(), path.stem, classes()) for path in paths]
    entries = [entry for part in parts for entry in part.entries]
    distinct(name, entries)
    version = hashlib.sha256("".join(part.version for part in parts).encode()).hexdigest()[:8]
    return Lexicon(name, parts[0].label, version, tuple(entries))


@cache
def classes() -> Mapping[str, frozenset[str]]:
    """The shipped word classes that contexts and rules name."""
    tables = tomllib.loads((FOLDER / "classes.toml").read_text("utf-8"))
    return {name: frozenset(words.split()) for name, words in tables.items()}


def polarity(entry: str) -> str:
    """The polarity of the group that the entry with this id is in; "" when no shipped one is it."""
    return _polarities().get(entry.partition(".")[0], "")


@cache
def _polarities() -> Mapping[str, str]:
    """Polarity by group, read off the lines: a key press waits for it, and TOML takes too long."""
    found: dict[str, str] = {}
    for path in FOLDER.glob("*.toml"):
        group = ""
        for header, value in _POLARITY.findall(path.read_text("utf-8")):
            group = header or group
            if value:
                found[group] = value
    return found


def parse(raw: bytes, name: str, known: Mapping[str, frozenset[str]]) -> Lexicon:
    """The lexicon in the TOML file `raw`; `known` are the word sets that contexts may name."""
    found = _read(raw, name, known)
    distinct(name, found.entries)
    return found


def names() -> tuple[str, ...]:
    """The shipped lexicons."""
    stems = {path.stem.split("-")[0] for path in FOLDER.glob("*.toml")}
    return tuple(sorted(stems - {"classes", "irregular", "nations", "speakers", "tone"}))


def _read(raw: bytes, name: str, known: Mapping[str, frozenset[str]]) -> Lexicon:
    data = tomllib.loads(raw.decode("utf-8"))
    try:
        label, provenance = str(data.pop("label")), str(data.pop("provenance"))
    except KeyError as error:
        raise ValueError(f"{name}: {error} is missing") from None
    entries = [
        entry
        for group, table in data.items()
        for entry in _group(f"{name}: {group}", group, table, provenance, known)
    ]
    return Lexicon(name, label, hashlib.sha256(raw).hexdigest()[:8], tuple(entries))


def _group(
    where: str,
    group: str,
    table: Mapping[str, Any],
    provenance: str,
    known: Mapping[str, frozenset[str]],
) -> Iterator[Entry]:
    if unknown := set(table) - _GROUP_KEYS:
        raise ValueError(f"{where}: unknown keys {sorted(unknown)}")
    polarity = table.get("polarity", "neutral")
    if polarity not in POLARITIES:
        raise ValueError(f"{where}: polarity {polarity!r} is not one of {POLARITIES}")
    if not str(table.get("reason", "")).strip() or not table.get("kind"):
        raise ValueError(f"{where}: kind and reason must be given")
    context = Context.parse(table, known, where)
    for pos in PARTS:
        for item in filter(None, (" ".join(p.split()) for p in table.get(pos, "").split(","))):
            lemma, _, own = item.partition("=")
            yield Entry(
                id=f"{group}.{lemma.replace(' ', '-')}",
                lemma=lemma,
                forms=inflect.forms(_checked(where, lemma), pos),
                pos=pos,
                kind=str(table["kind"]),
                polarity=polarity,
                strength=_strength(where, own or table.get("strength")),
                reason=str(table["reason"]),
                note=str(table.get("note", provenance)),
                context=context,
            )


def _checked(where: str, lemma: str) -> str:
    if not _LEMMA.fullmatch(lemma):
        raise ValueError(f"{where}: {lemma!r} is not lower-case words")
    return lemma


def _strength(where: str, value: object) -> float:
    try:
        strength = float(str(value))
    except ValueError:
        raise ValueError(f"{where}: strength {value!r} is not a number") from None
    if not 0 <= strength <= 1:
        raise ValueError(f"{where}: strength {strength} is not in [0, 1]")
    return strength


def distinct(name: str, entries: Iterable[Entry]) -> None:
    """ValueError unless each id has one entry, each form one for a part of speech and a context."""
    ids: set[str] = set()
    uses: dict[tuple[str, Context], dict[str, str]] = {}
    for entry in entries:
        if entry.id in ids:
            raise ValueError(f"{name}: {entry.id} is listed twice")
        ids.add(entry.id)
        forms = uses.setdefault((entry.pos, entry.context), {})
        for form in entry.forms:
            other = forms.setdefault(form, entry.id)
            if other != entry.id:
                raise ValueError(f"{name}: {form!r} is listed under {other} and {entry.id}")
