"""The list of stories as the app holds it: which is where, which comes next, which teaches most."""

import contextlib
import threading
from collections.abc import Callable

from annotator.desk import Desk
from annotator.errors import StoreError
from annotator.model import StoryRow
from annotator.room import Room, open_room

LONG = 8 * 1024 * 1024
"""Reading the list of a corpus file of more bytes would be felt."""
BEGINNING = 300
"""Rows of a long list that are read at once."""


class Roster:
    """The stories of one annotator, as they stood when last read.

    `rows` are in the order they were found, all of them when `whole`, and `done` counts those
    that are done. `worth` is what deciding on a story would teach, in bits, where that is the
    order. `later` calls a function on the thread that draws; there `changed` is called when the
    list was read behind, and `say` with what a person should know.
    """

    def __init__(
        self,
        room: Room,
        desk: Desk,
        later: Callable[..., object],
        changed: Callable[[], object],
        say: Callable[[str], object],
    ) -> None:
        self.rows: list[StoryRow] = []
        self.whole = False
        self.done = 0
        self.worth: dict[str, float] | None = None
        self._room, self._desk = room, desk
        self._later, self._changed, self._say = later, changed, say
        self._places: dict[str, int] = {}
        self._reading = self._again = False

    def refresh(self) -> None:
        """Read the list anew: a long one behind, and of it only the beginning at once."""
        try:
            if self._room.path.stat().st_size < LONG:
                self._set(self._room.story_rows(self._desk.annotator.id), whole=True)
                return
            if not self.rows:
                self._set(self._room.story_rows(self._desk.annotator.id, BEGINNING), whole=False)
        except (StoreError, OSError) as error:
            self._say(str(error))
            return
        self.read_behind()

    def read_behind(self) -> None:
        """Read the list on a thread and a connection that nothing waits for."""
        self._again = self._reading
        if not self._reading:
            self._reading = True
            threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        rows: list[StoryRow] | None = None
        unread = contextlib.suppress(StoreError, OSError)  # until it is asked for again
        with unread, open_room(self._room.path, write=False) as own:
            rows = own.story_rows(self._desk.annotator.id)
        with contextlib.suppress(RuntimeError):  # the app has ended
            self._later(self._take, rows)

    def _take(self, rows: list[StoryRow] | None) -> None:
        self._reading = False
        if self._again:
            self.read_behind()
        elif rows is not None:
            self._set(rows, whole=True)
            self._changed()

    def _set(self, rows: list[StoryRow], whole: bool) -> None:
        self.rows, self.whole = rows, whole
        self._places = {row.id: number for number, row in enumerate(rows)}
        self.done = sum(row.done == row.articles for row in rows)

    # which is next ----------------------------------------------------------------------------

    def place(self, story: str) -> tuple[int, int] | None:
        """The number of a story in the list, and how many there are; None before it is read."""
        at = self._places.get(story)
        return None if at is None or not self.whole else (at + 1, len(self.rows))

    def beside(self, story: str, step: int) -> str | None:
        """The id of the story `step` further on in the list; None past its ends."""
        self._need_all()
        at = self._places[story] + step if story in self._places else 0
        return self.rows[at].id if 0 <= at < len(self.rows) else None

    def needing(self, story: str) -> str | None:
        """The id of the next story after this one, or the worthiest, with an article not done."""
        self._need_all()
        at = self._places.get(story, -1)
        rows = [*self.rows[at + 1 :], *self.rows[: max(at, 0)]]
        if self.worth is not None:
            worth = self.worth
            worth.pop(story, None)  # what she was at is not offered again
            rows = sorted((row for row in rows if row.id in worth), key=lambda row: -worth[row.id])
        open_rows = (row.id for row in rows if row.done < row.articles)
        return next((row for row in open_rows if not self._desk.is_done(row)), None)

    def _need_all(self) -> None:
        if not self.whole:
            with contextlib.suppress(StoreError):
                self._set(self._room.story_rows(self._desk.annotator.id), whole=True)

    # what teaches most ------------------------------------------------------------------------

    def turn_queue(self) -> None:
        """Put the stories that teach a learner most first, or back in their usual order."""
        if self.worth is not None:
            self._order_by(None, "stories in their usual order")
            return
        self._say("counting what your decisions would teach …")
        threading.Thread(target=self._count_worth, daemon=True).start()

    def _count_worth(self) -> None:
        """On a thread, for all articles are looked into."""
        from annotator import queueing

        try:
            worth = queueing.by_story(self._room.queue(self._desk.annotator.name))
            said = "what teaches most goes first, and is the next for you"
            if not worth:
                said = "nothing to learn from: no suggestion waits for you"
        except StoreError as error:
            worth, said = {}, error.message
        with contextlib.suppress(RuntimeError):  # the app has ended
            self._later(self._order_by, worth or None, said)

    def _order_by(self, worth: dict[str, float] | None, said: str) -> None:
        self.worth = worth
        self._changed()
        self._say(said)
