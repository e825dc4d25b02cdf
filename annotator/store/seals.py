"""Checksums of what was read, proposed, drawn and set: of all that no event vouches for.

A seal is a setting, `seal.KIND.ID`, brought up to date by the transaction that changed what it is
of. Where somebody stopped reading has none, for it is lost without harm.
"""

import hashlib
import json
from collections.abc import Iterator

from annotator.store import rows
from annotator.store.query import Query

_OF = {
    "article": (
        "SELECT number, sha256, title, outlet, byline, date, url, path, hex(words) FROM article "
        "WHERE id = ?",
        'SELECT number, start, "end", kind, shown, reason FROM block WHERE article = ? ORDER BY 1',
        'SELECT number, start, "end" FROM sentence WHERE article = ? ORDER BY 1',
        f"SELECT {rows.SUGGESTION} FROM suggestion WHERE article = ? ORDER BY 1",
        "SELECT a_sentence, b_article, b_sentence, score FROM counterpart WHERE a_article = ? "
        "ORDER BY 1, 2, 3",
    ),
    "story": (
        "SELECT number, confidence, reasons, proposed_title, proposed_articles FROM story "
        "WHERE id = ?",
    ),
    "annotator": (
        "SELECT name FROM annotator WHERE id = ?",
        "SELECT article, arm FROM arm WHERE annotator = ? ORDER BY 1",
        "SELECT story, articles FROM assignment WHERE annotator = ? ORDER BY 1",
    ),
    "setting": ("SELECT value FROM setting WHERE name = ?",),
}


def name(kind: str, ident: str) -> str:
    """The setting that holds a seal."""
    return f"seal.{kind}.{ident}"


def taken(corpus: Query, kind: str, ident: str) -> str:
    """The seal of what is stored now: 16 hex digits of a SHA-256."""
    content = [corpus.ask(question, ident) for question in _OF[kind]]
    return hashlib.sha256(json.dumps(content).encode("ascii")).hexdigest()[:16]


def broken(corpus: Query) -> Iterator[tuple[str, str]]:
    """Kind and id of all that is not as it was sealed."""
    held = "SELECT name, value FROM setting WHERE name >= 'seal.' AND name < 'seal/' ORDER BY name"
    for setting, value in corpus.ask(held):
        _, kind, ident = setting.split(".", 2)
        if kind not in _OF or taken(corpus, kind, ident) != value:
            yield kind, ident
