"""The app around the screens: one corpus, one annotator, the list of stories."""

import asyncio
import contextlib
import gc
import signal
import threading
import traceback
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import platformdirs
from textual.binding import Binding
from textual.screen import Screen
from textual.worker import WorkerFailed

from annotator.desk import Desk
from annotator.errors import AnnotatorError, StoreError, UsageError
from annotator.keymap import ACTIONS
from annotator.model import Json, Place
from annotator.room import Room, open_room
from annotator.scheme import Label
from annotator.tui.colours import INK, PAPER
from annotator.tui.keys import bindings
from annotator.tui.palette import ActionProvider
from annotator.tui.roster import Roster
from annotator.tui.session import Session
from annotator.tui.settings import Settings
from annotator.tui.terminal import forgive
from annotator.tui.tour import Tour
from annotator.tui.typeahead import TypeAhead

if TYPE_CHECKING:
    from annotator.finding import Found


class AnnotatorApp(TypeAhead, inherit_bindings=False):
    """Opens the story list, and on it the reader where the annotator left it."""

    CSS_PATH = "app.tcss"
    BINDINGS = [*bindings("app"), Binding("ctrl+q", "do('quit')", show=False, priority=True)]
    """Ctrl+Q leads out of every dialog too; other keys may be typed there."""
    AUTO_FOCUS = None
    COMMANDS = {ActionProvider}
    COMMAND_PALETTE_BINDING = "ctrl+p"
    TITLE = "annotator"

    def __init__(
        self, room: Room | None, name: str | None, story: str | None, chosen: Settings
    ) -> None:
        super().__init__()
        self.register_theme(INK)
        self.register_theme(PAPER)
        self.theme = chosen.theme
        self.animation_level = "none"
        self.room, self._story = room, story
        self.desk: Desk | None = room.desk(room.reader(name)) if room else None
        self.read_only = room.read_only if room else False
        self.tour = Tour(chosen.tour)
        self.advance = chosen.advance
        self._roster: Roster | None = None
        if room is not None and self.desk is not None:
            self._roster = Roster(room, self.desk, self.call_later, self._relist, self.say)
        self.last_story: str | None = None
        self._warned = False
        self.keys: Mapping[str, str] = {
            action.id: chosen.keys.get(action.id, action.keys)[0] for action in ACTIONS
        }
        self.set_keymap({action: ",".join(keys) for action, keys in chosen.keys.items()})

    @property
    def stories(self) -> Roster:
        """The list of stories of the corpus that is open."""
        assert self._roster is not None
        return self._roster

    def get_default_screen(self) -> Screen[None]:
        """The first screen is the first of the app's own, so that no empty one is drawn before."""
        screen = self._first_screen()
        # what was never pushed has no callback, and switch_screen would look for one
        screen._push_result_callback(self, None)
        return screen

    def _first_screen(self) -> Screen[None]:
        """The welcome without a corpus, else the reader where she left it, else the list."""
        if self.room is None:
            from annotator.tui.screens.welcome import WelcomeScreen

            return WelcomeScreen()
        place = self._first_place()
        if place is not None:
            with contextlib.suppress(UsageError):  # the story may have been joined to another
                return self._reader(place)
        return self._list()

    def on_mount(self) -> None:
        """Leave in order when the terminal is closed; draw anew when the shell gives it back."""
        self.app_resume_signal.subscribe(self, lambda _: self.refresh(layout=True))
        for number in (signal.SIGTERM, signal.SIGHUP):
            asyncio.get_running_loop().add_signal_handler(number, self.leave, 128 + number)

    def on_ready(self) -> None:
        """Once the first frame is out, do what it could do without."""
        self.set_timer(0.3, self._settle)

    def _settle(self) -> None:
        """Leave what is loaded out of later garbage collections, which cost frames; read the list
        and make the daily backup.
        """
        gc.collect()
        gc.freeze()
        gc.enable()
        if self.room is not None:
            if not self.stories.rows:
                self.stories.read_behind()
            threading.Thread(target=self._back_up, args=[self.room], daemon=True).start()

    def _back_up(self, room: Room) -> None:
        """The daily backup, on a thread that nothing waits for."""
        try:
            room.back_up_daily()
        except StoreError as error:
            with contextlib.suppress(RuntimeError):  # the app has ended
                self.call_later(self.say, f"no daily backup: {error.message}")

    # leaving ----------------------------------------------------------------------------------

    def action_do(self, action: str) -> None:
        """Do an action that every screen knows."""
        if action == "quit" and self.may_leave():
            self.leave(0)
        elif action == "suspend":
            self.action_suspend_process()

    def may_leave(self) -> bool:
        """Whether all is saved, or the annotator was told that it is not and wants to go."""
        if self.desk is None or not self.desk.unsaved or self._warned:
            return True
        self._warned = True
        count = len(self.desk.unsaved)
        self.say(f"{count} not saved; {self.keys['save_again']} tries again, once more leaves")
        return False

    def leave(self, code: int) -> None:
        """Remember the place and leave the program."""
        self.remember_all()
        self.exit(return_code=code)

    def _fatal_error(self) -> None:
        """Leave without the traceback that Textual prints: its locals hold article text."""
        self._close_messages_no_wait()

    def panic(self, *renderables: object) -> None:
        """Leave without printing what Textual would, when the terminal cannot be read any more."""
        self._exception = self._exception or AnnotatorError(
            "the terminal cannot be read any more",
            "Your labels are saved; open the corpus again in another terminal.",
        )
        self._close_messages_no_wait()

    def _first_place(self) -> Place | None:
        if self._story is not None:
            return self.place_in(self._story) or Place(self._story, "", 0)
        assert self.desk is not None
        return self.desk.place()

    def place_in(self, story: str) -> Place | None:
        """Where the annotator left a story, if she ever read it."""
        assert self.desk is not None
        return self.desk.place(story)

    # screens ----------------------------------------------------------------------------------

    def open_list(self, said: str = "") -> None:
        """Open the story list in place of the reader, with a message on it."""
        self.switch_screen(self._list(said))

    def open_reader(self, place: Place) -> None:
        """Open the reader at a place, in place of the list."""
        self.switch_screen(self._reader(place))

    def _list(self, said: str = "") -> Screen[None]:
        from annotator.tui.screens.stories import StoriesScreen

        return StoriesScreen(said)

    def _reader(self, place: Place) -> Screen[None]:
        from annotator.tui.screens.reader import ReaderScreen

        assert self.desk is not None
        return ReaderScreen(self.desk, place)

    def open_story_near(self, session: Session, step: int) -> None:
        """Put the story after or before this one in the list on the reader."""
        story = self.stories.beside(session.spread.story.id, step)
        if story is not None:
            self._put(session, story)
        else:
            self.say("that was the last story" if step > 0 else "this is the first story")

    def open_story_needing(self, session: Session) -> None:
        """Put the next story with something left to decide or to finish on the reader."""
        story = self.stories.needing(session.spread.story.id)
        if story is not None:
            self._put(session, story)
        else:
            done = self.stories.worth is None
            self.say("every story is done" if done else "nothing more to learn from")

    def _relist(self) -> None:
        """Draw the list of stories anew; the reader tells its place in it with the next key."""
        from annotator.tui.screens.stories import StoriesScreen

        if isinstance(self.screen, StoriesScreen):
            self.screen.fill()

    def _put(self, session: Session, story: str) -> None:
        from annotator.tui.screens.reader import ReaderScreen

        self.remember(session)
        if isinstance(self.screen, ReaderScreen):
            self.screen.put(self.place_in(story) or Place(story, "", 0))

    def say(self, message: str) -> None:
        """Show a message on the reader or the list, until the next key."""
        from annotator.tui.screens.reader import ReaderScreen
        from annotator.tui.screens.stories import StoriesScreen

        for screen in self.screen_stack:
            if isinstance(screen, ReaderScreen | StoriesScreen):
                screen.say(message)
                screen.update()

    def remember_all(self) -> None:
        """Keep the place of the reader, if it is open."""
        from annotator.tui.screens.reader import ReaderScreen

        for screen in self.screen_stack:
            if isinstance(screen, ReaderScreen):
                self.remember(screen.session)

    def remember(self, session: Session) -> None:
        """Keep where the annotator is for the next start."""
        self.last_story = session.spread.story.id
        if not self.read_only:
            session.desk.remember(session.place())

    def action_command_palette(self) -> None:
        """Show every action by its words."""
        from annotator.tui.screens.once import Palette

        if not isinstance(self.screen, Palette):
            self.push_screen(Palette())

    def open_help(self, where: str, label: Label | None = None) -> None:
        """Show the keys of a screen, below the guideline of the label that is asked about."""
        from annotator.tui.screens.help import HelpScreen

        self.push_screen(HelpScreen(where, self.keys, label))

    def open_statistics(self) -> None:
        """Show counts of the corpus."""
        from annotator.tui.screens.statistics import StatisticsScreen

        assert self.room is not None
        assert self.desk is not None
        name, scheme = self.desk.annotator.name, self.room.scheme
        self.push_screen(StatisticsScreen(partial(_stats, self.room.path, name), scheme))

    def open_search(self) -> None:
        """Search the corpus, and go to what was found."""
        from annotator.tui.screens.search import SearchScreen

        assert self.room is not None
        assert self.desk is not None

        def go(place: Place | None) -> None:
            if place is not None:
                self.remember_all()
                self.open_reader(place)

        reader = self.desk.annotator.id
        self.push_screen(SearchScreen(partial(_search, self.room.path, reader)), go)

    def turn_theme(self) -> None:
        """Change between the light and the dark look."""
        if not self.current_theme.ansi:  # the terminal's own colours cannot be left while it runs
            self.theme = PAPER.name if self.current_theme.dark else INK.name


# long questions have a connection of their own: on that of the reader, keys would wait for them


def _stats(path: Path, name: str) -> Json:
    with open_room(path, write=False) as own:
        return own.stats(name)


def _search(path: Path, reader: str, question: str) -> "list[Found]":
    with open_room(path, write=False) as own:
        return own.search(reader, question)


def main(path: Path | None, name: str | None, story: str | None, chosen: Settings) -> None:
    """Run the app on the corpus at `path`; what was done is saved when this returns.

    Raises AnnotatorError naming a log file when the app failed, SystemExit after a signal.
    """
    if path is None:
        _run(AnnotatorApp(None, name, None, chosen))
        return
    with open_room(path, write=True) as room:
        found = room.find_story(story) if story is not None else None
        app = AnnotatorApp(room, name, found, chosen)
        _run(app)


def _run(app: AnnotatorApp) -> None:
    forgive(app.driver_class)
    app.run()
    lost = len(app.desk.unsaved) if app.desk is not None else 0
    failed = app._exception
    error = failed.error if isinstance(failed, WorkerFailed) else failed
    if isinstance(error, AnnotatorError):
        raise error from None
    if error is not None:
        log = _log(error)
        saved = f"{lost} of your last acts are not saved" if lost else "your labels are saved"
        raise AnnotatorError(f"the reader failed ({type(error).__name__}); {saved}", f"Log: {log}")
    if lost and app.room is not None:
        raise StoreError(
            f"{app.room.path}: {lost} of your last acts could not be saved and are lost",
            "Make room or make the file writable before you go on.",
        )
    if app.return_code:
        raise SystemExit(app.return_code)


def _log(error: BaseException) -> Path:
    """Write down where an error and those behind it came from; messages may hold article text."""
    log = platformdirs.user_log_path("annotator", appauthor=False) / "reader.log"
    lines: list[str] = []
    cause: BaseException | None = error
    while cause is not None:
        lines += [*traceback.format_tb(cause.__traceback__), f"{type(cause).__name__}\n"]
        cause = cause.__cause__ or cause.__context__
    log.parent.mkdir(parents=True, exist_ok=True)
    log.write_text("".join(lines), "utf-8")
    return log
