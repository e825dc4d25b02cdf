"""Display cells: how many columns of a terminal a text takes, and what must not be cut apart.

Widths follow Unicode East Asian Width, zero-width marks, joined emoji and the emoji variation
selector (UAX #11, UAX #29, UTS #51), as far as terminals agree on them.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

_JOINER = "\u200d"
_EMOJI_STYLE = "\ufe0f"
_PLAIN = re.compile(r"[\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0482\u2010-\u2027\u2030-\u205e]*")
_ZERO = re.compile("[\u1160-\u11ff\u3164\ud7b0-\ud7ff\uffa0\U0001f3fb-\U0001f3ff]")
_PREPENDED = re.compile("[\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd]")
_WIDE_SINCE_UNICODE_16 = re.compile(
    "[\u2630-\u2637\u268a-\u268f\u4dc0-\u4dff\U0001d300-\U0001d356\U0001d360-\U0001d376]"
)
_WIDE_AS_EMOJI = (  # emoji-variation-sequences.txt: text style by default; seldom compiled
    "[#*0-9\xa9\xae\u203c\u2049\u2122\u2139\u2194-\u2199\u21a9\u21aa\u2328\u23cf\u23ed-\u23ef"
    "\u23f1\u23f2\u23f8-\u23fa\u24c2\u25aa\u25ab\u25b6\u25c0\u25fb\u25fc\u2600-\u2604\u260e\u2611"
    "\u2618\u261d\u2620\u2622\u2623\u2626\u262a\u262e\u262f\u2638-\u263a\u2640\u2642\u265f\u2660"
    "\u2663\u2665\u2666\u2668\u267b\u267e\u2692\u2694-\u2697\u2699\u269b\u269c\u26a0\u26a7\u26b0"
    "\u26b1\u26c8\u26cf\u26d1\u26d3\u26e9\u26f0\u26f1\u26f4\u26f7-\u26f9\u2702\u2708\u2709\u270c"
    "\u270d\u270f\u2712\u2714\u2716\u271d\u2721\u2733\u2734\u2744\u2747\u2763\u2764\u27a1\u2934"
    "\u2935\u2b05-\u2b07\U0001f170\U0001f171\U0001f17e\U0001f17f\U0001f321\U0001f324-\U0001f32c"
    "\U0001f336\U0001f37d\U0001f396\U0001f397\U0001f399-\U0001f39b\U0001f39e\U0001f39f"
    "\U0001f3cb-\U0001f3ce\U0001f3d4-\U0001f3df\U0001f3f3\U0001f3f5\U0001f3f7\U0001f43f\U0001f441"
    "\U0001f4fd\U0001f549\U0001f54a\U0001f56f\U0001f570\U0001f573-\U0001f579\U0001f587"
    "\U0001f58a-\U0001f58d\U0001f590\U0001f5a5\U0001f5a8\U0001f5b1\U0001f5b2\U0001f5bc"
    "\U0001f5c2-\U0001f5c4\U0001f5d1-\U0001f5d3\U0001f5dc-\U0001f5de\U0001f5e1\U0001f5e3\U0001f5e8"
    "\U0001f5ef\U0001f5f3\U0001f5fa\U0001f6cb\U0001f6cd-\U0001f6cf\U0001f6e0-\U0001f6e5\U0001f6e9"
    "\U0001f6f0\U0001f6f3]"
)


class Cluster(NamedTuple):
    """A run of code points `[start, end)` that is drawn as one, `width` cells wide."""

    start: int
    end: int
    width: int


def width(text: str) -> int:
    """The cells that `text` takes on a terminal; control characters count as nothing."""
    return len(text) if is_plain(text) else sum(cluster.width for cluster in clusters(text))


def is_plain(text: str, start: int = 0, end: int | None = None) -> bool:
    """Whether each code point of `text[start:end]` stands by itself and is one cell wide."""
    stop = len(text) if end is None else end
    match = _PLAIN.match(text, start, stop)
    return match is not None and match.end() == stop


def clusters(text: str, start: int = 0, end: int | None = None) -> Iterator[Cluster]:
    """What is drawn as one in `text[start:end]`, in order, leaving no code point out."""
    position, stop = start, len(text) if end is None else end
    while position < stop:
        begin, size = position, _char_width(text[position])
        position += 2 if text[begin] == _JOINER else 1
        styled = False
        while position < stop:
            char = text[position]
            if char == _JOINER:
                position += 2
            elif char == _EMOJI_STYLE:
                size += not styled and re.match(_WIDE_AS_EMOJI, text[begin]) is not None
                styled = True
                position += 1
            elif _char_width(char) == 0:
                position += 1
            else:
                break
        yield Cluster(begin, min(position, stop), size)
        position = min(position, stop)


def cut(text: str, cells: int) -> str:
    """`text`, or the head of it with an ellipsis when it is wider than `cells` columns."""
    if width(text) <= cells:
        return text
    return cut_to(text, cells - 1) + "…" if cells > 0 else ""


def cut_to(text: str, cells: int) -> str:
    """The longest head of `text` that fits `cells` columns; no cluster is cut apart."""
    if is_plain(text):
        return text[: max(0, cells)]
    taken = used = 0
    for cluster in clusters(text):
        if used + cluster.width > cells:
            break
        taken, used = cluster.end, used + cluster.width
    return text[:taken]


def fit(text: str, cells: int) -> str:
    """`text` cut or padded with blanks to exactly `cells` columns."""
    text = cut(text, cells).rstrip(_JOINER)
    return text + " " * (cells - width(text))


@lru_cache(maxsize=4096)
def _char_width(char: str) -> int:
    if _PREPENDED.match(char):
        return 1
    if unicodedata.category(char) in ("Mn", "Mc", "Me", "Cf", "Cc", "Zl", "Zp") or _ZERO.match(
        char
    ):
        return 0
    wide = unicodedata.east_asian_width(char) in "WF" or _WIDE_SINCE_UNICODE_16.match(char)
    return 2 if wide else 1
