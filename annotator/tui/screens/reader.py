"""The reader: two articles of a story side by side, and everything that is done to them."""

from collections.abc import Callable
from concurrent.futures import Future
from typing import TYPE_CHECKING, Any, ClassVar, cast

from textual import events
from textual.app import ComposeResult
from textual.geometry import Offset, Region
from textual.message import Message
from textual.message_pump import MessagePump
from textual.screen import Screen
from textual.strip import Strip

from annotator.desk import Desk, Undone
from annotator.errors import AnnotatorError, UsageError
from annotator.model import Layer, Place
from annotator.scheme import Label
from annotator.tui import bars, hints
from annotator.tui.commands import COMMANDS, annotating
from annotator.tui.document import Document
from annotator.tui.finder import Finder
from annotator.tui.keys import bindings
from annotator.tui.reason import explain
from annotator.tui.scrolllock import ScrollLock
from annotator.tui.session import Session
from annotator.tui.widgets.column import Column
from annotator.tui.widgets.ground import Beside, blanks
from annotator.tui.widgets.pane import GUTTER, MARGIN, Pane
from annotator.tui.widgets.rows import Rows

if TYPE_CHECKING:
    from annotator.tui.shell import AnnotatorApp

NARROW = 110
"""Below this width one article is shown, with a peek at the counterpart."""

WIDE = 200
"""From this width on, three articles stand side by side where the story has as many."""


class ReaderScreen(Screen[None], inherit_bindings=False):
    """A story on the desk; keys go to the article with the cursor."""

    WHERE: ClassVar = "reader"
    BINDINGS = bindings("reader")

    class Heard(Message):
        """A saving, an undo or a redo ended; sent from the writer's thread."""

        def __init__(self, future: "Future[Any]") -> None:
            super().__init__()
            self.future = future

    def __init__(self, desk: Desk, place: Place) -> None:
        super().__init__()
        self.session: Session = Session(
            desk, place.story, lambda f: self.post_message(self.Heard(f))
        )
        self.session.spread.go_to(place.article, place.position)
        self.finder = Finder(self.session)
        self.edge = "end"
        self._columns = [Column(n, self.session.labels) for n in (0, 1)]
        self.scroll_lock = ScrollLock(self._columns, self.set_timer)
        self._title, self._peek = Rows("bar"), Rows("panel", id="peek")
        self._banner = Rows("bar", id="banner")
        self._info, self._keys = Rows("panel", id="info"), Rows("bar", id="keys")
        self._message = ""
        self._changed = False
        self._cells = 0
        self._labels_fit, self._labels_row = -1, bars.EMPTY
        self._hinting: hints.Hinting | None = None
        self._span_labels = self.session.scheme.layer(Layer.SPAN)

    def compose(self) -> ComposeResult:
        """Title, articles, what is under the cursor, labels and keys."""
        yield self._title
        with Beside(id="articles"):
            yield from self._columns
        yield self._peek
        yield self._banner
        yield self._info
        yield self._keys

    @property
    def annotator_app(self) -> "AnnotatorApp":
        """The app, by its own type."""
        return cast("AnnotatorApp", self.app)

    @property
    def here(self) -> Document:
        """The document with the cursor."""
        return self.session.here

    @property
    def page(self) -> int:
        """Lines that Page Down goes on by."""
        return max(1, self._columns[self.session.spread.column].pane.size.height - 2)

    # keys -------------------------------------------------------------------------------------

    def action_do(self, action: str) -> None:
        """Do an action of the keymap."""
        if self._hinting is None:
            self.annotator_app.tour.did(action)
            self.attempt(lambda: COMMANDS[action](self))
        else:
            self._stop_hints()

    def attempt(self, verb: Callable[[], object]) -> None:
        """Do something that may be refused, say why if it is, and draw what changed."""
        self._message = ""
        try:
            verb()
        except AnnotatorError as error:
            self.say(self.session.told(error))
        self._update_soon()

    def say(self, message: str) -> None:
        """Show a message until the next key."""
        self._message = message

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While hint letters are shown, keys are letters and nothing else."""
        return self._hinting is None or action != "do" or parameters == ("drop_selection",)

    def on_key(self, event: events.Key) -> None:
        """Label keys, and the letters of jump hints."""
        if self._hinting is not None:
            self._type_hint(event.key)
            event.stop()
            return
        for number, label in enumerate(self._span_labels, 1):
            if event.character is not None and event.character in (str(number), label.key):
                event.stop()
                # all other keys go by the app's queue: typed ahead, they keep their order
                self.app.call_later(self._label_typed, label, event)
                return

    def _label_typed(self, label: Label, key: events.Key) -> None:
        if self.app.screen is self:  # `is_current` holds below a dialog as well
            self.put_label(label)
        else:
            self.annotator_app.hand_on(key)

    def put_label(self, label: Label) -> None:
        """Label what is under the cursor."""
        self.annotator_app.tour.did("label")
        self.attempt(lambda: annotating.label(self, label))

    def restart_tour(self) -> None:
        """Give the hints of the first run again."""
        self.annotator_app.tour.restart()
        self.update()

    def start_hints(self) -> None:
        """Lay letters over the words in sight; typing them goes there."""
        self.update()
        pane = self._columns[self.session.spread.column].pane
        lines = self.here.layout.lines[pane.top : pane.top + pane.size.height]
        self._hinting = hints.Hinting(self.here.words_on(lines))
        pane.hints = self._hinting.left
        pane.redraw()

    def _type_hint(self, key: str) -> None:
        assert self._hinting is not None
        target = self._hinting.type(key)
        if target is not None:
            self.here.move_to(target)
        if target is not None or not self._hinting.left:
            self._stop_hints()
            return
        pane = self._columns[self.session.spread.column].pane
        pane.hints = self._hinting.left
        pane.redraw()

    def _stop_hints(self) -> None:
        self._hinting = None
        for column in self._columns:
            column.pane.hints = {}
            column.pane.redraw()
        self.update()

    # mouse ------------------------------------------------------------------------------------

    def on_rows_pressed(self, event: Rows.Pressed) -> None:
        """A label, an article or a key was clicked in a bar."""
        name, _, which = event.target.partition(":")
        if name == "article":
            self.attempt(lambda: self.session.spread.bring(int(which)))
        elif name == "label":
            chosen = self.session.labels[f"span.{which}"]
            self.attempt(lambda: annotating.label(self, chosen))
        else:
            self.action_do(event.target)

    def on_pane_touched(self, event: Pane.Touched) -> None:
        """Put the cursor, or the end of the selection, where the mouse is."""
        spread = self.session.spread
        spread.column = event.pane.column
        here = self.here
        self._message = ""
        event.pane.margin = 0  # the text must not move under the mouse
        if event.times == 2:
            here.move_to(event.position)
            here.select(here.cursor.start)
        elif event.times > 2:
            here.select_sentence()
        elif event.dragging:
            if here.selection is None:
                here.select(here.cursor.start)
            here.move_to(event.position)
        else:
            here.select(None)
            here.move_to(event.position)
        self.update()
        event.pane.margin = MARGIN

    def on_pane_wheeled(self, event: Pane.Wheeled) -> None:
        """Have the other articles scroll along."""
        self.scroll_lock.scrolled(self.session.spread, self._columns[event.pane.column])

    def on_pane_signed(self, event: Pane.Signed) -> None:
        """Offer the counterparts of the sentence whose sign was clicked."""
        self.session.spread.column = event.pane.column
        self.here.move_to(self.here.word_from(event.position))
        self.action_do("relink")

    def on_pane_unfolded(self, event: Pane.Unfolded) -> None:
        """Show the clutter, with the cursor on what was hidden under the fold."""
        spread = self.session.spread
        spread.column = event.pane.column
        for document in spread.documents:
            document.show_clutter(True)
        self.here.move_to(self.here.word_from(event.position))
        self.say("clutter is shown")
        self.update()

    # drawing ----------------------------------------------------------------------------------

    def render_lines(self, crop: Region) -> list[Strip]:
        """Blank rows: everything is on the widgets."""
        return blanks(self, crop)

    def on_mount(self) -> None:
        """Have everything in place for the first frame."""
        self._lay_out()

    def on_resize(self) -> None:
        """One article or two, as the width allows."""
        self._lay_out()

    def on_screen_resume(self) -> None:
        """Draw what changed while another screen was on top."""
        if self._cells:
            self.update()

    def _lay_out(self) -> None:
        self._cells, height = self.app.size
        self.set_class(height < 20, "short")
        self.update()

    @property
    def _is_narrow(self) -> bool:
        return self._cells < NARROW

    def _update_soon(self) -> None:
        """Draw what changed, once for all the keys that are waiting already."""
        waiting = self._waiting
        if waiting is None:
            self.update()
        elif not self._changed:
            self._changed = True
            waiting.call_later(self._update_changed)

    @property
    def _waiting(self) -> MessagePump | None:
        """Whose queue holds a key; it passes the app's, the screen's, and the app's again."""
        return next((pump for pump in (self.app, self) if pump.message_queue_size), None)

    def _update_changed(self) -> None:
        waiting = self._waiting
        if waiting is not None:
            waiting.call_later(self._update_changed)  # behind the keys: to run ahead would spin
            return
        self._changed = False
        if self.is_attached:
            self.update(paused=True)

    def update(self, paused: bool = False) -> None:
        """Draw what changed: documents, bars, and the place of the terminal's cursor."""
        spread = self.session.spread
        spread.show(3 if self._cells >= WIDE else 2)
        spread.sync()
        if len(spread.columns) > len(self._columns):
            self._columns.append(Column(len(self._columns), self.session.labels))
            self.query_one("#articles").mount(self._columns[-1])
        for number, column in enumerate(self._columns):
            active = number == spread.column
            column.display = number < len(spread.columns) and (active or not self._is_narrow)
            if column.display:
                index = spread.columns[number]
                column.show(spread.documents[index], active)
                column.minimap.update()
        if not self._is_narrow:
            self.scroll_lock.follow(spread, paused)
        self._show_bars()
        self._place_terminal_cursor()

    def _show_bars(self) -> None:
        session = self.session
        app = self.annotator_app
        place = app.stories.place(session.spread.story.id)
        self._title.show([bars.title(session, place, app.read_only, self._cells)])
        self._peek.display = self._is_narrow and len(session.spread.columns) > 1
        if self._peek.display:
            self._peek.show([bars.peek(session, self._cells, NARROW)])
        self._banner.display = session.trouble is not None
        if session.trouble is not None:
            self._banner.show([bars.trouble(session.told(session.trouble), app.keys)])
        self._info.show([(said, []) for said in explain(session, self._cells - 2)])
        message = self._message or self._standing_message()
        if self._cells != self._labels_fit:
            self._labels_fit = self._cells
            self._labels_row = bars.labels(session, app.keys, self._cells)
        rows = [self._labels_row, bars.hints(message, app.keys, self._cells)]
        # where there is room for one row only, what is said comes before what can be typed
        self._keys.show(rows[1:] if message and self.has_class("short") else rows)

    def _standing_message(self) -> str:
        if self._hinting is not None:
            return "type the letters of a word to go there; Esc stays"
        if self.finder.hits:
            hit = f"hit {self.finder.index + 1} of {len(self.finder.hits)}"
            return f"{hit}   n next   N previous   Esc ends"
        return self.annotator_app.tour.hint(self.annotator_app.keys)

    def _place_terminal_cursor(self) -> None:
        pane = self._columns[self.session.spread.column].pane
        row = self.here.line - pane.top
        if 0 <= row < pane.size.height:
            column = self.here.column_of(self.here.cursor.start) + GUTTER
            self.app.cursor_position = pane.region.offset + Offset(column, row)

    # saving -----------------------------------------------------------------------------------

    def on_reader_screen_heard(self, event: Heard) -> None:
        """Something reached the disk, or did not."""
        self.session.settle(event.future)
        if event.future.exception() is None:
            result = event.future.result()
            if isinstance(result, Undone):
                self._turned(result)
            elif result is None:
                self.say("nothing to undo or redo")
        self._update_soon()

    def _turned(self, undone: Undone) -> None:
        """Show what an undo or redo did; a story that it left without articles is closed."""
        before = self.session.spread.story.id
        try:
            self.say(self.session.turned(undone))
        except UsageError:
            self.say(undone.text)
            self.close()
            return
        if self.session.spread.story.id != before:
            self.finder.clear()

    # stories ----------------------------------------------------------------------------------

    def open_story(self, step: int) -> None:
        """Go to the story after or before this one in the list."""
        self.annotator_app.open_story_near(self.session, step)

    def open_needing(self) -> None:
        """Go to the next story with undecided suggestions or articles not done."""
        self.annotator_app.open_story_needing(self.session)

    def put(self, place: Place) -> None:
        """Put another story on this screen."""
        self.finder.clear()
        self.session.open(place.story)
        self.session.spread.go_to(place.article, place.position)
        self.update()

    def close(self) -> None:
        """Go to the list from a story that is no more, with the message that is shown."""
        self.annotator_app.open_list(self._message)

    def leave(self) -> None:
        """Remember the place, and go back to the list."""
        self.annotator_app.remember(self.session)
        self.annotator_app.open_list()
