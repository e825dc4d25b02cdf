"""The tables of `vocabulary.toml`: which words are empty, which common, which alike."""

import tomllib
from importlib.resources import files

_TABLES = tomllib.loads(files("annotator.stories").joinpath("vocabulary.toml").read_text("utf-8"))

EMPTY = frozenset(_TABLES["empty"].split())
"""Words without content."""

COMMON = frozenset(_TABLES["common"].split())
"""Words of content that news about anything is full of."""

ALIKE = [group.split(", ") for group in (*_TABLES["alike"], *_TABLES["names"])]
"""Groups of words and names that may tell the same thing; the first names the group."""
