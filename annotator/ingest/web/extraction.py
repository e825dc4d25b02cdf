"""Trafilatura's opinion about which lines of a page are the article. It never fetches anything."""

import logging
import re

_WORD = re.compile(r"\w+")
_MOST_CHARS = 2_000_000
_SHORTEST_WORDS = 4
_LONG_CHARS = 80
_LEAST_SHARE = 0.25  # of the long lines; when the fast way finds less, the careful one is asked
_SOFT_HYPHEN = "\xad"


def extracted_lines(html: str, text: str, *, short: bool) -> frozenset[int] | None:
    """The starts of the lines of `text` that trafilatura takes for the article.

    With `short`, lines of less than four words count too, when they are whole lines of its answer.

    None without trafilatura (extra `html`), on pages too large for it, or when it finds nothing.
    """
    extracted = _extract(html, fast=True) if len(html) <= _MOST_CHARS else None
    long = sum(len(line) for line in text.split("\n") if len(line) >= _LONG_CHARS)
    if extracted is not None and len(extracted) < _LEAST_SHARE * long:
        again = _extract(html, fast=False)
        extracted = max(extracted, again or "", key=len)
    if not extracted:
        return None
    kept = f" {_folded(extracted)} "
    lines = {_folded(line) for line in extracted.split("\n")} - {""}
    starts, position = set(), 0
    for line in text.split("\n"):
        folded = _folded(line)
        within = folded.count(" ") + 1 >= _SHORTEST_WORDS and f" {folded} " in kept
        if within or (short and folded in lines):
            starts.add(position)
        position += len(line) + 1
    return frozenset(starts) or None


def _extract(html: str, *, fast: bool) -> str | None:
    try:
        import trafilatura
    except ImportError:  # not installed, or without a part of its own
        return None
    logging.getLogger("trafilatura").addHandler(logging.NullHandler())
    try:
        return trafilatura.extract(html, fast=fast, include_comments=False, include_links=False)
    except Exception:  # whatever hostile markup does to it, it is an opinion we can do without
        return None


def _folded(text: str) -> str:
    return " ".join(_WORD.findall(text.replace(_SOFT_HYPHEN, "").casefold()))
