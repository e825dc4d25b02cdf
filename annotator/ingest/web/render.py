"""The visible text of an HTML page as lines, with what its markup says about them.

The text depends on nothing but the page: scripts, styles and hidden elements are dropped, blanks
collapse as in a browser, block elements begin a line, character references are resolved. So the
same page gives the same article id whatever else is installed.
"""

import re
from dataclasses import dataclass, field

from annotator.ingest.draft import Mark
from annotator.ingest.web.tokens import End, Start, tokens
from annotator.model import BlockKind, Span


def _tags(names: str) -> frozenset[str]:
    return frozenset(names.split())


_DROPPED = _tags(
    "script style noscript template svg math iframe object canvas select textarea audio video head "
    "datalist"
)
_VOID = _tags("area base br col embed hr img input link meta param source track wbr")
_APART = _tags(
    "p h1 h2 h3 h4 h5 h6 blockquote figure ul ol table pre article section aside nav header footer "
    "main form hr address"
)
_LINE = _APART | _tags(
    "div li dl dt dd tr td th figcaption br button summary details option label legend time "
    "caption body center dialog"
)
_ENDED_BY = {"p": _APART | {"div", "li"}, "li": {"li"}, "td": {"td", "tr"}, "tr": {"tr"}}
_FURNITURE = {
    "nav": "navigation of the page",
    "aside": "beside the article",
    "footer": "foot of the page",
    "form": "form",
    "button": "button",
    "dialog": "dialog",
    "menu": "menu of the site",
}
_KINDS = {
    "figcaption": BlockKind.CAPTION,
    "caption": BlockKind.CAPTION,
    "blockquote": BlockKind.QUOTE,
    **dict.fromkeys(["h2", "h3", "h4", "h5", "h6"], BlockKind.HEADING),
}
_CALLED = re.compile(
    r"(?:js-)?(?:share|sharing|social|related|recommend(?:ed|ations)?|newsletter|promo|advert\w*|ads?|"
    r"cookies?|consent|gdpr|comments?|breadcrumbs?|sidebar|popup|modal|subscri(?:be|ption)|nav|menu|"
    r"navbar|footer|sponsor(?:ed)?|trending|most-?read|toolbar|skip-?link|credits?|paywall|banner|"
    r"topics)(?:[-_]\w*)*|tags?(?:[-_](?:lists?|clouds?|links?|bar|box|section|container|wrapper|items?))?",
    re.IGNORECASE,
)
_BODY_CALLED = re.compile(
    r"(?:article|story|entry|post|content|news)[-_]*(?:body|content|text)(?:[-_]*(?:inner|text))?",
    re.IGNORECASE,
)
_FOCUS = frozenset(["main", "article"])
_INVISIBLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_WHOLE_PAGE = frozenset(["html", "body", "main", "article"])
_BLANK = " \t\n\r\f"
_BLANKS = re.compile(r"[ \t\n\r\f]+")


@dataclass(frozen=True, slots=True)
class Rendered:
    """Text, marks in order, and the span of the element that calls itself the article."""

    text: str
    marks: tuple[Mark, ...] = ()
    focus: Span | None = None


@dataclass(frozen=True, slots=True)
class _Element:
    tag: str
    line: int
    dropped: bool
    reason: str
    kind: BlockKind | None
    told: bool = False


@dataclass(slots=True)
class _Line:
    """A line in the making: its words so far, and what its element says of it."""

    reason: str
    kind: BlockKind | None
    apart: bool
    parts: list[str] = field(default_factory=list)


def render(html: str) -> Rendered:
    """The visible text of `html` with its marks."""
    renderer = _Renderer()
    for token in tokens(html):
        if isinstance(token, Start):
            renderer.start(token)
        elif isinstance(token, End):
            renderer.end(token.tag)
        elif not token.raw:
            renderer.text(token.text)
    return renderer.rendered()


class _Renderer:
    def __init__(self) -> None:
        self._open = [_Element("", 0, False, "", None)]
        self._depth: dict[str, int] = {}
        self._lines: list[_Line] = []
        self._apart = False
        self._in_line = False
        self._focus: list[tuple[int, int]] = []

    def start(self, token: Start) -> None:
        tag = token.tag
        self._break(tag)
        if self._open[-1].tag in _ENDED_BY and tag in _ENDED_BY[self._open[-1].tag]:
            self.end(self._open[-1].tag)
        if tag in _VOID:
            return
        parent = self._open[-1]
        hidden = "hidden" in token.attributes or _INVISIBLE.search(
            token.attributes.get("style", "")
        )
        self._open.append(
            _Element(
                tag,
                len(self._lines),
                parent.dropped or tag in _DROPPED or bool(hidden),
                parent.reason or _furniture(token),
                _KINDS.get(tag, parent.kind),
                tag in _FOCUS or _is_called_article(token),
            )
        )
        self._depth[tag] = self._depth.get(tag, 0) + 1
        self._in_line = self._in_line and not _changes(parent, self._open[-1])

    def end(self, tag: str) -> None:
        self._break(tag)
        if not self._depth.get(tag):
            return
        while True:
            closed = self._open.pop()
            self._depth[closed.tag] -= 1
            self._in_line = self._in_line and not _changes(self._open[-1], closed)
            if closed.told:
                self._focus.append((closed.line, len(self._lines)))
            if closed.tag == tag:
                return

    def text(self, text: str) -> None:
        inside = self._open[-1]
        if inside.dropped:
            return
        if not self._in_line:
            if not text.strip(_BLANK):
                return
            self._lines.append(_Line(inside.reason, inside.kind, self._apart))
            self._apart, self._in_line = False, True
        self._lines[-1].parts.append(text)

    def _break(self, tag: str) -> None:
        if tag in _LINE:
            self._in_line = False
            self._apart = self._apart or tag in _APART

    def rendered(self) -> Rendered:
        """Join the lines; those that came out blank leave no trace."""
        pieces: list[str] = []
        marks = []
        starts = []
        position = 0
        for line in self._lines:
            content = _BLANKS.sub(" ", "".join(line.parts)).strip(_BLANK)
            between = "" if not pieces else "\n\n" if line.apart else "\n"
            start = position + len(between)
            starts.append(start)
            if content:
                pieces += [between, content]
                position = start + len(content)
                if line.reason or line.kind:
                    kind = BlockKind.CLUTTER if line.reason else line.kind
                    marks.append(Mark(start, position, kind or BlockKind.BODY, line.reason))
        spans = [
            Span(starts[a], (starts[b] if b < len(starts) else position))
            for a, b in self._focus
            if a < b
        ]
        focus = max(spans, key=lambda span: span.end - span.start, default=None)
        return Rendered("".join(pieces), tuple(marks), focus)


def _is_called_article(token: Start) -> bool:
    """Whether an element's author says that it holds the text of the article."""
    if token.attributes.get("itemprop", "").casefold() == "articlebody":
        return True
    return any(map(_BODY_CALLED.fullmatch, token.attributes.get("class", "").split()))


def _furniture(token: Start) -> str:
    """Why an element is page furniture, by its tag, its role or what its author called it."""
    if token.tag in _WHOLE_PAGE:
        return ""
    if token.tag in _FURNITURE:
        return _FURNITURE[token.tag]
    names = f"{token.attributes.get('class', '')} {token.attributes.get('id', '')}"
    called = next((name for name in names.split() if _CALLED.fullmatch(name)), None)
    return f"the page calls it {called!r}" if called else ""


def _changes(outer: _Element, inner: _Element) -> bool:
    """Whether text of `inner` must not run on in a line of `outer`."""
    return (outer.reason, outer.kind) != (inner.reason, inner.kind)
