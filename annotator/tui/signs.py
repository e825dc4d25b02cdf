"""Signs for a terminal that has few: what a font of 256 signs or an old encoding cannot show.

The kernel's console and the hardware terminals of old have no typographic signs, and under a locale
that is not UTF-8 a sign outside its encoding would be written as an escape of six characters.
"""

import os
import re
import sys
from collections.abc import Callable

from annotator.text.cells import width

_FEW = re.compile(r"linux|ansi|cons25|vt\d.*")

_ASCII = str.maketrans(
    "⋯…▪▫▌┃│█▓━╸─·•≥⇄⇆←→↑↓‘’‚‛“”„‟‐‑‒–—′″",
    '~~#->:|#%=--.*>//<>^v\'\'\'`""""-----\'"',
)
"""One sign for one: what is laid out in cells stays in its place."""


def drawn() -> Callable[[str], str] | None:
    """What this terminal is given in place of a text, as wide as it; None where it has all signs.

    TERM and the locale (LC_ALL, LC_CTYPE, LANG, the first that is set) decide; under
    `annotator serve` a browser draws, which has all.
    """
    if "TEXTUAL_DRIVER" in os.environ:
        return None
    locale = next(filter(None, map(os.environ.get, ("LC_ALL", "LC_CTYPE", "LANG"))), "utf-8")
    few = _FEW.fullmatch(os.environ.get("TERM", "")) or not re.search("utf-?8", locale, re.I)
    return _in_ascii if few else None


def _in_ascii(text: str) -> str:
    plain = text.translate(_ASCII)
    encoding = sys.__stderr__.encoding if sys.__stderr__ is not None else "utf-8"
    try:
        plain.encode(encoding)
    except UnicodeEncodeError:
        return "".join(sign if _has(encoding, sign) else "?" * width(sign) for sign in plain)
    return plain


def _has(encoding: str, sign: str) -> bool:
    return bool(sign.encode(encoding, "ignore"))
