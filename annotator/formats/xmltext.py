"""Text as XML 1.0 can hold it: without the characters that it has no way to write.

They are the controls but tab and line ends, and two that are no characters (XML 1.0, production 2).
"""

import re

_OUTSIDE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def holdable(text: str) -> tuple[str, int]:
    """The text with each such character replaced by U+FFFD, and how many these are."""
    return _OUTSIDE.subn("\ufffd", text)
