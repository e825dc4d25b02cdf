"""HTML as a stream of tags and text, in time linear in the page whatever the page holds.

The standard library's parser needs minutes for 200 kB of tags that never end, and it raises on
some declarations. Here each construct that finds no end becomes text, and is looked for once.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]*)")
_TAG_END = re.compile(r"""(?:[^>"'=]|=\s*"[^"]*"|=\s*'[^']*'|["'=])*+>""")
_ATTRIBUTE = re.compile(r"""([^\s=/>"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+)))?""")
_RAW_TEXT = {
    tag: re.compile(rf"</{tag}\b", re.IGNORECASE)
    for tag in ("script", "style", "title", "textarea", "iframe", "noscript", "xmp", "template")
}
_LONG_NUMBER = re.compile(r"&#0*\d{8,};?")


@dataclass(frozen=True, slots=True)
class Start:
    """A start tag with its attributes; names folded, values with references resolved."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class End:
    """An end tag."""

    tag: str


@dataclass(frozen=True, slots=True)
class Text:
    """A run of text, references resolved; `raw` inside elements that hold no markup."""

    text: str
    raw: bool = False


def tokens(page: str) -> Iterator[Start | End | Text]:
    """The tags and texts of `page` in order; comments, declarations and instructions left out."""
    scanner = _Scanner(page)
    position = 0
    while position < len(page):
        opening = page.find("<", position)
        if opening < 0:
            opening = len(page)
        if opening > position:
            yield Text(unescape(page[position:opening]))
        if opening == len(page):
            return
        found, position = scanner.markup(opening)
        yield from found


def unescape(text: str) -> str:
    """`text` with character references resolved, absurd numbers among them to U+FFFD."""
    return html.unescape(_LONG_NUMBER.sub("\ufffd", text)) if "&" in text else text


class _Scanner:
    """Remembers which ends the rest of a page lacks, so that no search is made twice."""

    def __init__(self, page: str) -> None:
        self._page = page
        self._last_end = page.rfind(">")
        self._last_comment = page.rfind("-->")
        self._quotes_close = True

    def markup(self, start: int) -> tuple[list[Start | End | Text], int]:
        """What the "<" at `start` opens, and where to read on."""
        page = self._page
        if page.startswith("<!--", start):
            if start <= self._last_comment:
                return [], page.find("-->", start + 2) + 3
            return [], start + 4
        if start > self._last_end:
            return [Text("<")], start + 1
        if page.startswith(("<!", "<?"), start):
            return [], page.find(">", start) + 1
        tag = _TAG.match(page, start)
        if tag is None:
            return [Text("<")], start + 1
        end = self._tag_end(tag.end())
        name = tag.group(2).lower()
        if tag.group(1):
            return [End(name)], end
        opened = Start(name, _attributes(page[tag.end() : end - 1]))
        return self._with_raw_text(opened, end)

    def _tag_end(self, position: int) -> int:
        if self._quotes_close:
            match = _TAG_END.match(self._page, position)
            if match is not None:
                return match.end()
            self._quotes_close = False
        return self._page.find(">", position) + 1

    def _with_raw_text(self, opened: Start, end: int) -> tuple[list[Start | End | Text], int]:
        closing = _RAW_TEXT.get(opened.tag)
        if closing is None:
            return [opened], end
        match = closing.search(self._page, end)
        stop = match.start() if match else len(self._page)
        content = self._page[end:stop]
        text = unescape(content) if opened.tag in ("title", "textarea") else content
        after = self._page.find(">", stop) + 1 if match else 0
        return [opened, Text(text, raw=True), End(opened.tag)], after or len(self._page)


def _attributes(inside: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for match in _ATTRIBUTE.finditer(inside):
        value = match[2] or match[3] or match[4] or ""
        found.setdefault(match[1].lower(), unescape(value))
    return found
