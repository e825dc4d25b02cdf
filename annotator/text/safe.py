"""The one function that makes text from elsewhere safe to show on a terminal.

Each dangerous character becomes exactly one visible character, so offsets stay true: C0, DEL and
C1 controls, bidirectional controls (CVE-2021-42574), line and paragraph separators, byte order
marks, tag characters and surrogates.
"""

import re

_DANGEROUS = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    "\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)


def visible(text: str) -> str:
    """`text` with every dangerous character replaced by one visible one; same length."""
    return _DANGEROUS.sub(_stand_in, text)


def one_line(text: str, width: int | None = None) -> str:
    """`text` made visible, runs of white space one blank, cut to `width` with an ellipsis."""
    line = visible(" ".join(text.split()))
    if width is None or len(line) <= width:
        return line
    return line[: max(0, width - 1)] + "…"


def _stand_in(match: re.Match[str]) -> str:
    code = ord(match.group())
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "\u2421"
    if code == 0xAD:
        return "-"
    return "\ufffd"
