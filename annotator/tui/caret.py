"""Where a person is in an article: the layout, the cursor, and what she has selected.

Positions are code points; lines are those of the layout. `take_changes` tells the pane which
lines must be drawn anew.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from annotator.model import Article, Block, BlockKind, Span
from annotator.text.cells import width
from annotator.text.safe import visible
from annotator.tui.layout import Layout, Line, is_shown


class Caret:
    """A word cursor with a selection; every move is quick in an article of any length."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.blocks = article.blocks
        self.clutter = False
        self.anchor: int | None = None
        self.stretch: Span | None = None
        self.position = 0
        self._goal: int | None = None
        self._cells = 0
        self._changes: set[int] | None = None
        self.set_width(80)
        self.position = self._words[0].start if self._words else 0

    # layout -----------------------------------------------------------------------------------

    def set_width(self, cells: int) -> None:
        """Lay the article out anew at `cells` a line, unless that is its width already."""
        if cells != self._cells:
            self._cells = cells
            self._lay_out()

    def _lay_out(self) -> None:
        self.layout = Layout(self.article, self.blocks, self._cells, self.clutter)
        shown = [b for b in self.blocks if is_shown(b, self.clutter)]
        self._words = _within(self.article.words, shown)
        self._starts = [word.start for word in self._words]
        self._sentences = _within(self.article.sentences, shown)
        self._heads = [sentence.start for sentence in self._sentences]
        self.touch_all()

    def show_clutter(self, clutter: bool) -> None:
        """Show or hide the clutter; the cursor goes to the nearest word that is shown."""
        self.clutter = clutter
        self._lay_out()
        self.move_to(self.position)

    def set_block(self, start: int, kind: BlockKind, shown: bool) -> None:
        """Give the block that begins at `start` another kind."""
        self.blocks = tuple(
            replace(block, kind=kind, shown=shown) if block.start == start else block
            for block in self.blocks
        )
        self._lay_out()
        self.move_to(self.position)

    @property
    def block(self) -> Block | None:
        """The block under the cursor."""
        return next((b for b in self.blocks if b.start <= self.position < b.end), None)

    def take_changes(self) -> set[int] | None:
        """The lines to draw anew since the last call; None when all of them."""
        changes, self._changes = self._changes, set()
        return changes

    def touch_all(self) -> None:
        """Have everything drawn anew."""
        self._changes = None

    def touch(self, span: Span) -> None:
        """Have the lines under `span` drawn anew."""
        if self._changes is not None:
            self._changes.update(self.layout.overlapping(span))

    # cursor -----------------------------------------------------------------------------------

    @property
    def cursor(self) -> Span:
        """The word under the cursor; empty in an article without words."""
        at = self._word_index()
        return self._words[at] if at is not None else Span(0, 0)

    @property
    def line(self) -> int:
        """The number of the line that the cursor is on."""
        return self.layout.line_at(self.position)

    @property
    def sentence(self) -> int | None:
        """The index in the article of the sentence under the cursor."""
        return self.sentence_at(self.position)

    def sentence_at(self, position: int) -> int | None:
        """The index of the sentence that holds `position`, or None between sentences."""
        at = bisect_right(self.article.sentences, (position, len(self.article.text))) - 1
        return at if at >= 0 and position < self.article.sentences[at].end else None

    def progress(self) -> float:
        """How far the cursor is, from 0 to 1."""
        return self.line / max(1, len(self.layout.lines) - 1)

    def move_to(self, position: int, keep_goal: bool = False) -> None:
        """Put the cursor on the shown word that holds `position`, or the nearest before it."""
        before, marked = self.cursor, self.selection
        at = max(0, bisect_right(self._starts, position) - 1)
        self.position = self._words[at].start if self._words else 0
        if not keep_goal:
            self._goal = None
        self.stretch = None
        self._redraw(before, marked)

    def _redraw(self, before: Span, marked: Span | None) -> None:
        for span in (before, marked, self.cursor, self.selection):
            if span is not None:
                self.touch(span)

    def move_words(self, step: int) -> None:
        """Go `step` words on or back."""
        at = self._word_index()
        if at is not None:
            self.move_to(self._words[min(max(at + step, 0), len(self._words) - 1)].start)

    def move_lines(self, step: int) -> None:
        """Go `step` lines down or up, to the word nearest below where the climb began."""
        line = self.layout.lines[self.line] if self.layout.lines else None
        if line is None:
            return
        goal = self._goal if self._goal is not None else self.cursor.start - line.start
        number = min(max(self.line + step, 0), len(self.layout.lines) - 1)
        onward = 1 if step > 0 else -1
        found = self._word_line(number, onward)
        if found is None:
            found = self._word_line(number, -onward)
        if found is None or (found - self.line) * onward < 0:
            return
        self._goal = goal
        self.move_to(self._word_near(found, goal), keep_goal=True)

    def move_sentences(self, step: int) -> None:
        """Go to the start of the next or previous sentence; back first goes to this one's start."""
        self._move_heads(self._heads, step)

    def move_paragraphs(self, step: int) -> None:
        """Go to the start of the next or previous paragraph; back goes to this one's first."""
        self._move_heads(self.layout.paragraphs, step)

    def _move_heads(self, heads: list[int], step: int) -> None:
        at = (
            bisect_right(heads, self.position)
            if step > 0
            else bisect_left(heads, self.position) - 1
        )
        while self._words and 0 <= at < len(heads):
            start = self.word_from(heads[at])
            if start != self.position:
                self.move_to(start)
                return
            at += step

    def word_from(self, position: int) -> int:
        """The start of the first shown word at or after `position`, else of the last one."""
        if not self._words:
            return position
        return self._starts[min(bisect_left(self._starts, position), len(self._starts) - 1)]

    def move_to_end(self, last: bool) -> None:
        """Go to the first or the last word."""
        if self._words:
            self.move_to(self._words[-1 if last else 0].start)

    def _word_index(self) -> int | None:
        return max(0, bisect_right(self._starts, self.position) - 1) if self._words else None

    def _word_line(self, number: int, step: int) -> int | None:
        """The nearest line from `number` on, in the direction of `step`, where a word begins."""
        at = self.layout.text_line(number, step)
        while at is not None:
            line = self.layout.lines[at]
            first = bisect_left(self._starts, line.start)
            if first < len(self._starts) and self._starts[first] < line.end:
                return at
            at = self.layout.text_line(at + step, step)
        return None

    def _word_near(self, number: int, column: int) -> int:
        line = self.layout.lines[number]
        first, last = bisect_left(self._starts, line.start), bisect_left(self._starts, line.end)
        at = bisect_right(self._starts, line.start + column, first, last) - 1
        return self._starts[max(first, at)]

    # selection --------------------------------------------------------------------------------

    @property
    def selection(self) -> Span | None:
        """What is selected: a fixed stretch, or from where selecting began to the cursor."""
        if self.stretch is not None:
            return self.stretch
        if self.anchor is None:
            return None
        cursor, anchor = self.cursor, self._word_at(self.anchor)
        return Span(min(cursor.start, anchor.start), max(cursor.end, anchor.end))

    def select(self, anchor: int | None) -> None:
        """Start selecting at `anchor` (a position); None drops the selection."""
        marked = self.selection
        self.anchor, self.stretch = anchor, None
        self._redraw(self.cursor, marked)

    def select_span(self, span: Span) -> None:
        """Select exactly `span`."""
        marked = self.selection
        self.anchor, self.stretch = None, span
        self._redraw(self.cursor, marked)

    def select_sentence(self) -> None:
        """Select the sentence under the cursor; again takes the next one in as well."""
        at = self.sentence
        if at is None:
            return
        span = self.article.sentences[at]
        if self.stretch is not None and self.stretch.start <= span.start:
            after = bisect_left(self._heads, self.stretch.end)
            if after < len(self._sentences):
                span = Span(self.stretch.start, self._sentences[after].end)
        self.select_span(span)

    def target(self) -> Span:
        """What a label goes on: the selection, else the word under the cursor."""
        return self.selection or self.cursor

    def words_on(self, lines: Sequence[Line]) -> list[Span]:
        """The shown words that begin on `lines`."""
        found: list[Span] = []
        for line in lines:
            if line.kind is not None and not line.hidden:
                first = bisect_left(self._starts, line.start)
                found += self._words[first : bisect_left(self._starts, line.end)]
        return found

    def column_of(self, position: int) -> int:
        """The cell, on its line, at which `position` is drawn."""
        line = self.layout.lines[self.layout.line_at(position)] if self.layout.lines else None
        return width(visible(self.article.text[line.start : position])) if line else 0

    def _word_at(self, position: int) -> Span:
        return self._words[max(0, bisect_right(self._starts, position) - 1)]

    def word_edge(self, position: int, step: int, end: bool) -> int | None:
        """The nearest end (or start) of a word beyond `position` in the direction of `step`."""

        def edge(word: Span) -> int:
            return word.end if end else word.start

        if step > 0:
            at = bisect_right(self._words, position, key=edge)
        else:
            at = bisect_left(self._words, position, key=edge) - 1
        return edge(self._words[at]) if 0 <= at < len(self._words) else None


def _within(spans: tuple[Span, ...], blocks: list[Block]) -> list[Span]:
    """The spans that begin in one of `blocks`; both are in order of place."""
    starts = [span.start for span in spans]
    found: list[Span] = []
    for block in blocks:
        found += spans[bisect_left(starts, block.start) : bisect_left(starts, block.end)]
    return found
