"""An article laid out in lines of a width: wrapped text, blank lines, folds over hidden clutter."""

from bisect import bisect_left, bisect_right
from typing import NamedTuple

from annotator.model import ABOUT, Article, Block, BlockKind, Span
from annotator.text.wrap import paragraphs, wrap


def is_shown(block: Block, clutter: bool) -> bool:
    """Whether a block is in sight; what is masked stays hidden even when clutter is shown."""
    return block.shown or (clutter and block.reason != "masked")


class Line(NamedTuple):
    """One line of the screen: text `[start, end)` of a block, a blank, or a fold.

    A blank has no `kind`. A fold stands for `hidden` blocks of the text.
    """

    start: int
    end: int
    kind: BlockKind | None
    hidden: int = 0


class Layout:
    """The lines of `article` at `cells` a line; with `clutter` the hidden blocks are there too."""

    def __init__(self, article: Article, blocks: tuple[Block, ...], cells: int, clutter: bool):
        self.lines: list[Line] = []
        self.paragraphs: list[int] = []
        """Where each line of the text itself begins, for the shown part, in order."""
        self._cells = max(1, cells)
        self._lay_out(article, blocks, clutter)
        self._numbers = [n for n, line in enumerate(self.lines) if line.kind and not line.hidden]
        self._starts = [self.lines[n].start for n in self._numbers]

    def line_at(self, position: int) -> int:
        """The number of the text line that holds `position`, or the nearest before it."""
        if not self._numbers:
            return 0
        return self._numbers[max(0, bisect_right(self._starts, position) - 1)]

    def text_line(self, number: int, step: int) -> int | None:
        """The nearest text line from line `number` on, going by `step` (1 or -1), or None."""
        if step > 0:
            at = bisect_left(self._numbers, number)
            return self._numbers[at] if at < len(self._numbers) else None
        at = bisect_right(self._numbers, number)
        return self._numbers[at - 1] if at else None

    def overlapping(self, span: Span) -> range:
        """The numbers of the lines that `span` touches."""
        if span.end <= span.start:
            return range(0)
        first, last = self.line_at(span.start), self.line_at(span.end - 1)
        return range(first, last + 1)

    def _lay_out(self, article: Article, blocks: tuple[Block, ...], clutter: bool) -> None:
        before: BlockKind | None = None
        hidden: list[Block] = []
        for block in blocks:
            if not is_shown(block, clutter):
                hidden.append(block)
                continue
            self._fold(hidden)
            kind = block.kind if block.shown else BlockKind.CLUTTER
            if self.lines and not (before in ABOUT and kind in ABOUT):
                self.lines.append(Line(block.start, block.start, None))
            self._block(article.text, block, kind)
            hidden, before = [], kind
        self._fold(hidden)

    def _block(self, text: str, block: Block, kind: BlockKind) -> None:
        for number, paragraph in enumerate(paragraphs(text, block.start, block.end)):
            if number and kind is BlockKind.BODY:
                self.lines.append(Line(paragraph.start, paragraph.start, None))
            self.paragraphs.append(paragraph.start)
            self.lines += [
                Line(start, end, kind) for start, end in wrap(text, *paragraph, self._cells)
            ]

    def _fold(self, hidden: list[Block]) -> None:
        if not hidden:
            return
        if self.lines:
            self.lines.append(Line(hidden[0].start, hidden[0].start, None))
        start, end = hidden[0].start, hidden[-1].end
        self.lines.append(Line(start, end, BlockKind.CLUTTER, len(hidden)))
