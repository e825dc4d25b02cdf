"""A story side by side as lines of text, for `annotator show` and the demo without a terminal.

Annotations stand in [brackets], suggestions that the reader has not decided on between
_underscores_. The gutter shows the mark of the first label on a line, `=` where a sentence with a
counterpart begins, `!` where one begins that this side alone tells.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

import click

from annotator.model import TELLING, BlockKind, Layer, OpenStory, Page
from annotator.scheme import Scheme
from annotator.text import cells, safe
from annotator.text.wrap import paragraphs, wrap

_GUTTER = 2
_BETWEEN = " │ "
_EMPHASIS = {BlockKind.TITLE, BlockKind.HEADING}


@dataclass(frozen=True, slots=True)
class _Sign:
    """Something put into the text at a position: a bracket or an underscore."""

    position: int
    text: str


def lines(opened: OpenStory, scheme: Scheme, width: int) -> Iterator[str]:
    """The story's pages beside each other where `width` allows 30 cells a page, else in turn."""
    yield click.style(safe.one_line(opened.story.title), bold=True)
    yield ""
    pages = opened.pages
    column = (width - len(_BETWEEN) * (len(pages) - 1)) // max(1, len(pages))
    if column < 30:
        for page in pages:
            yield from (line.rstrip() for line in _column(page, opened, scheme, width))
            yield ""
        return
    columns = [list(_column(page, opened, scheme, column)) for page in pages]
    for row in zip_longest(*columns, fillvalue=""):
        padded = [cell + " " * (column - cells.width(click.unstyle(cell))) for cell in row]
        yield _BETWEEN.join(padded).rstrip()


def _column(page: Page, opened: OpenStory, scheme: Scheme, width: int) -> Iterator[str]:
    article = page.article
    head = "  ".join(filter(None, (article.outlet or "unknown outlet", article.date)))
    yield click.style(cells.cut(safe.one_line(head), width), bold=True)
    yield "─" * width
    gutters = _gutters(page, opened, scheme)
    signs = _signs(page)
    for block in article.blocks:
        if not block.shown:
            continue
        for start, end in paragraphs(article.text, block.start, block.end):
            marked, places = _marked(article.text, start, end, signs)
            for line in wrap(marked, 0, len(marked), width - _GUTTER):
                reach = range(places[line.start], places[line.end - 1] + 1)
                mark = next((gutters[at] for at in reach if at in gutters), " ")
                shown = safe.visible(marked[line.start : line.end])
                yield f"{mark} {_styled(shown, block.kind)}"
        yield ""


def _marked(text: str, start: int, end: int, signs: Sequence[_Sign]) -> tuple[str, list[int]]:
    """The paragraph with signs put in, and for each of its characters the place it came from."""
    parts: list[str] = []
    places: list[int] = []
    position = start
    for sign in signs:
        if start <= sign.position <= end:
            parts += [text[position : sign.position], sign.text]
            places += [*range(position, sign.position), min(sign.position, end - 1)]
            position = sign.position
    return "".join([*parts, text[position:end]]), [*places, *range(position, end)]


def _signs(page: Page) -> list[_Sign]:
    """Brackets of annotations and underscores of open suggestions, closing ones first."""
    labelled = {
        (held.start or 0, held.end or 0) for held in page.annotations if held.layer is Layer.SPAN
    }
    suggested = {
        (held.start, held.end)
        for held in page.suggestions
        if held.layer is Layer.SPAN and held.id not in page.decisions
    }
    found: list[tuple[int, int, _Sign]] = []
    for places, opening, closing in ((labelled, "[", "]"), (suggested - labelled, "_", "_")):
        for start, end in places:
            found += [(start, 1, _Sign(start, opening)), (end, 0, _Sign(end, closing))]
    return [sign for _, _, sign in sorted(found, key=lambda item: (item[:2], item[2].text))]


def _gutters(page: Page, opened: OpenStory, scheme: Scheme) -> dict[int, str]:
    """The gutter mark at each position that has one; labels win over counterparts."""
    article = page.article
    told_too = {end[1] for c in opened.counterparts for end in (c.a, c.b) if end[0] == article.id}
    found = {}
    if len(opened.pages) > 1:
        for number, sentence in enumerate(article.sentences):
            block = next(b for b in article.blocks if b.start <= sentence.start < b.end)
            if number in told_too:
                found[sentence.start] = "="
            elif block.kind in TELLING:
                found[sentence.start] = "!"
    marks = {(label.layer, label.id): label.mark for label in scheme.labels}
    for held in page.annotations:
        if held.start is not None and held.layer in (Layer.SPAN, Layer.SENTENCE):
            found[held.start] = marks.get((held.layer, held.label), "*")
    return found


def _styled(text: str, kind: BlockKind) -> str:
    if kind in _EMPHASIS:
        return click.style(text, bold=True)
    return text if kind in TELLING else click.style(text, dim=True)
