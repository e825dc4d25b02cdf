"""One article on the screen: gutter, text, marks, cursor."""

from collections.abc import Mapping

from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.message import Message

from annotator.model import TELLING, BlockKind, Layer
from annotator.scheme import Label
from annotator.text.cells import clusters
from annotator.text.plurals import counted
from annotator.tui.document import Document, Flag
from annotator.tui.layout import Line
from annotator.tui.widgets.lines import Lines, Piece

GUTTER = 4
EDGE = 1
MARGIN = 2
"""Lines kept in sight above and below the cursor."""
WIDEST = 96
"""Text wider than this is tiring to read."""

_BOLD = frozenset({BlockKind.TITLE, BlockKind.HEADING})
_ATTRIBUTES: dict[BlockKind | None, Style] = {
    **dict.fromkeys(_BOLD, Style(bold=True)),
    BlockKind.CAPTION: Style(italic=True),
    BlockKind.QUOTE: Style(italic=True),
}
_STACKED = Style(underline=True, underline2=True)
"""Where marks overlap: one of them may hide the others."""
_QUIET = frozenset(BlockKind) - TELLING


class Pane(Lines, inherit_bindings=False):
    """Shows a document and keeps its cursor in sight; `active` when keys go here."""

    class Touched(Message):
        """The mouse was used on a pane: pressed, dragged or clicked `times` at a position."""

        def __init__(self, pane: "Pane", position: int, times: int, dragging: bool) -> None:
            super().__init__()
            self.pane, self.position = pane, position
            self.times, self.dragging = times, dragging

    class Unfolded(Message):
        """A fold over hidden blocks was clicked; the first of them begins at `position`."""

        def __init__(self, pane: "Pane", position: int) -> None:
            super().__init__()
            self.pane, self.position = pane, position

    class Signed(Message):
        """The gutter's sign of a sentence was clicked; the sentence begins at `position`."""

        def __init__(self, pane: "Pane", position: int) -> None:
            super().__init__()
            self.pane, self.position = pane, position

    class Scrolled(Message):
        """The pane shows other lines than before."""

    class Wrapped(Message):
        """The pane has another size, and its text other lines."""

    class Wheeled(Message):
        """The pane was scrolled by the mouse."""

        def __init__(self, pane: "Pane") -> None:
            super().__init__()
            self.pane = pane

    def __init__(self, column: int, labels: Mapping[str, Label]) -> None:
        super().__init__(id=f"pane-{column}")
        self.column = column
        self.document: Document | None = None
        self.active = False
        self.margin = MARGIN
        self.hints: dict[int, str] = {}
        self._settled = Size()
        self._labels = labels
        self._sign: int | None = None
        self._styles: dict[tuple[BlockKind | None, tuple[Flag, ...]], Style] = {}

    def show(self, document: Document | None, active: bool) -> None:
        """Show `document`; keys go here when `active`."""
        if document is not self.document or active != self.active:
            if document is not self.document and document is not None:
                document.touch_all()
            self.document, self.active = document, active
            self.redraw()
        self.follow()

    def follow(self) -> None:
        """Draw what changed and keep the cursor in sight."""
        document = self.document
        if document is None or not self.outer_size.width:
            return
        self.settle()
        self.redraw(document.take_changes())
        top = self.top
        if self.active:
            self.scroll_to_line(document.line, self.margin)
        if self.top != top:
            self.post_message(self.Scrolled())

    @property
    def middle(self) -> int:
        """A place of the text in the middle of what is in sight."""
        assert self.document is not None
        layout = self.document.layout
        number = layout.text_line(self.top + self.outer_size.height // 2, -1)
        return layout.lines[number].start if number is not None else 0

    def shows(self, lines: range) -> bool:
        """Whether all of `lines` are in sight."""
        return self.top <= lines[0] and lines[-1] < self.top + self.outer_size.height

    def centre(self, lines: range) -> None:
        """Bring `lines` into the upper third."""
        if lines:
            self.set_top(lines[0] - self.outer_size.height // 3)
            self.post_message(self.Scrolled())

    def count(self) -> int:
        """How many lines the document has at this width."""
        return len(self.document.layout.lines) if self.document else 0

    def settle(self) -> None:
        """Wrap the document to the width of the pane; the cursor is in sight at any new size."""
        if self.document is None or not self.outer_size.width:
            return
        self.document.set_width(min(WIDEST, self.outer_size.width - GUTTER - EDGE))
        if self.outer_size != self._settled:
            self._settled = self.outer_size
            if self.active:
                self.top = self.top_with(self.document.line, self.margin)

    def draw(self, number: int, cells: int) -> list[Piece]:
        """The gutter and the text of a line."""
        document = self.document
        if document is None:
            return []
        line = document.layout.lines[number]
        if line.kind is None:
            return []
        if line.hidden:
            return [(f"    ⋯ {counted(line.hidden, 'blocks')} hidden", self.look.muted)]
        return [*self._gutter(document, line), *self._text(document, line)]

    def _gutter(self, document: Document, line: Line) -> list[Piece]:
        sign = document.sign(line)
        signs = {"=": self.look.accent, "!": self.look.muted}
        pieces: list[Piece] = [(sign, signs.get(sign, self.look.text))]
        marks = document.gutter(line)
        cells: list[Piece] = []
        for key, suggested in dict.fromkeys((f"{m.layer}.{m.label}", m.suggested) for m in marks):
            label = self._labels.get(key)
            if label is not None and not suggested:
                cells.append((label.mark, self.look.ink(label.colour) + Style(bold=True)))
            elif label is not None:
                small = "·" if label.layer is Layer.SENTENCE else label.mark.lower()
                cells.append((small, self.look.ink(label.colour)))
        links = [document.linked[m.id] for m in marks if m.id in document.linked]
        if links:
            cells = [*cells[:1], (str(links[0] % 10), self.look.accent + Style(bold=True))]
        elif len(cells) > 2:
            cells = [cells[0], ("+", self.look.muted)]
        pieces += cells
        pieces.append((" " * (GUTTER - len(pieces)), self.look.text))
        return pieces

    def _text(self, document: Document, line: Line) -> list[Piece]:
        text = document.article.text
        if self.hints:
            return self._hinted(text, line)
        pieces: list[Piece] = []
        for run in document.runs(line, self.active):
            key = (line.kind, run.values)
            style = self._styles.get(key)
            if style is None:
                style = self._styles[key] = self._style(*key)
            pieces.append((text[run.start : run.end], style))
        return pieces

    def _hinted(self, text: str, line: Line) -> list[Piece]:
        """The quiet text of a line, with the letters of the jump hints laid over their words."""
        pieces: list[Piece] = []
        at = line.start
        for start in sorted(start for start in self.hints if line.start <= start < line.end):
            hint = self.hints[start]
            pieces += [(text[at:start], self.look.muted), (hint, self.look.hint)]
            at = start + len(hint)
        return [*pieces, (text[at : line.end], self.look.muted)]

    def _style(self, kind: BlockKind | None, flags: tuple[Flag, ...]) -> Style:
        look = self.look
        style = look.muted if kind in _QUIET else look.text
        if kind in _ATTRIBUTES:
            style += _ATTRIBUTES[kind]
        if sum(flag in ("suggestion", "mark") for flag, _ in flags) > 1:
            style += _STACKED
        for flag, label in flags:
            match flag:
                case "suggestion":
                    style += self._label_style(label, filled=False)
                case "mark":
                    bold = not (look.plain and kind in _BOLD)  # else lost in a title
                    style += self._label_style(label, filled=True) + Style(bold=bold)
                case "tint":
                    style += look.tint
                case "shadow":
                    style += look.shadow
                case "hit":
                    style += look.hit
                case "selection":
                    style += look.selection
                case "cursor":
                    style += look.cursor
        return style

    def _label_style(self, label_id: str, filled: bool) -> Style:
        label = self._labels.get(f"span.{label_id}")
        colour = label.colour if label else "grey"
        if filled:
            return self.look.fill(colour)
        return self.look.ink(colour) + Style(underline=True)

    def notify_style_update(self) -> None:
        """Forget the styles of the old theme."""
        super().notify_style_update()
        self._styles.clear()

    def on_resize(self) -> None:
        """Wrap anew, with the cursor in sight."""
        self.follow()
        self.post_message(self.Wrapped())

    # mouse ------------------------------------------------------------------------------------

    def position_at(self, x: int, y: int) -> int | None:
        """The code point drawn at a cell of the pane; the line's end to the right of it."""
        document = self.document
        number = self.top + y
        if document is None or not 0 <= number < len(document.layout.lines):
            return None
        line = document.layout.lines[number]
        if line.kind is None or line.hidden:
            return None
        cell = GUTTER
        for cluster in clusters(document.article.text, line.start, line.end):
            cell += cluster.width
            if x < cell:
                return cluster.start
        return line.end - 1

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Put the cursor where the mouse is, and follow it while the button is held."""
        number = self.top + event.y
        lines = self.document.layout.lines if self.document is not None else []
        if number < len(lines) and lines[number].hidden:
            self.post_message(self.Unfolded(self, lines[number].start))
            return
        self._sign = self._sign_at(lines[number]) if event.x == 0 and number < len(lines) else None
        if self._sign is not None:
            return
        self._touch(event, times=1, dragging=False)
        self.capture_mouse()

    def _sign_at(self, line: Line) -> int | None:
        """Where the sentence begins that the gutter's sign on `line` is about."""
        document = self.document
        sentence = document.signed(line) if document is not None else None
        if document is None or sentence is None:
            return None
        return document.article.sentences[sentence].start

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Select as far as the mouse is dragged."""
        if event.button == 1:
            self._touch(event, times=1, dragging=True)

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """Let the mouse go."""
        self.release_mouse()

    def on_click(self, event: events.Click) -> None:
        """Twice takes the word, three times the sentence; on the gutter's sign it is meant."""
        if self._sign is not None:
            self.post_message(self.Signed(self, self._sign))
        elif event.chain > 1:
            self._touch(event, times=event.chain, dragging=False)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll on."""
        self._wheel(3)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll back."""
        self._wheel(-3)

    def _wheel(self, step: int) -> None:
        self.set_top(self.top + step)
        self.post_message(self.Scrolled())
        self.post_message(self.Wheeled(self))

    def _touch(self, event: events.MouseEvent, times: int, dragging: bool) -> None:
        position = self.position_at(event.x, event.y)
        if position is not None:
            self.post_message(self.Touched(self, position, times, dragging))
