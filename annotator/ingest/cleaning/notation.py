"""What Markdown and text browsers write around the words of a page."""

import re

BULLET = re.compile(r"\s*(?:[-–—•*+·▪◦]|\(?\d{1,2}[.)])\s+\S")
PLACEHOLDER = re.compile(r"(?:\[(?![A-Z][a-z]+\])[^\]\s]*\s*\]\s*)+|\(BUTTON\)|IFrame: .*")
_SIGNS = re.compile(r"[\[#*]")
_TARGET = r"\((?=[^\s()]*[/.#:?])[^()]{0,2000}(?:\([^()]{0,200}\)[^()]{0,200})?\)"
_PICTURE = re.compile(r"!\[[^\[\]]{0,500}\]" + _TARGET)
_LINK = re.compile(r"\[([^\[\]]{0,500})\]" + _TARGET)
_NUMBER = re.compile(r"\[\d{1,3}\](?=[^\s\[])")
_HEADING = re.compile(r"^\s*#{1,6}\s+")
_EMPHASIS = re.compile(r"\*\*([^*]+)\*\*")
_OPEN = re.compile(r"\[[^\[\]]*$|\]\([^()\s]*$")


def words_of(line: str) -> str:
    """`line` without the marks of links, pictures, headings and emphasis; positions do change."""
    if _SIGNS.search(line) is None:
        return line
    line = _LINK.sub(r"\1", _PICTURE.sub("", line))
    line = _EMPHASIS.sub(r"\1", _NUMBER.sub("", _HEADING.sub("", line)))
    return line.strip()


def is_open(line: str) -> bool:
    """Whether a link of Markdown that begins in `line` does not end in it."""
    return "[" in line and _OPEN.search(line) is not None
