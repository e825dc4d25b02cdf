"""Which articles are in a story: why they were put together, and the verbs that put them right."""

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.message import Message

from annotator.desk import Act, Desk, Undone
from annotator.errors import AnnotatorError
from annotator.keymap import shown
from annotator.model import OpenStory, Page, Place
from annotator.text.cells import fit
from annotator.text.plurals import counted, noun
from annotator.text.safe import one_line
from annotator.tui import bars
from annotator.tui.flow import flow
from annotator.tui.keys import bindings
from annotator.tui.reason import Row
from annotator.tui.screens.dialog import blank
from annotator.tui.screens.overview import Overview
from annotator.tui.widgets.listing import Listing
from annotator.tui.widgets.rows import Rows

OUTLET, TITLE = 20, 24
NARROW, SHORT = 60, 12
"""Below this width and height of the terminal some facts have no room."""


class ArrangeScreen(Overview, inherit_bindings=False):
    """The articles of a story; answers the place of one to read, or None.

    `underway` is what was done here and is not on the disk yet.
    """

    WHERE: ClassVar = "arrange"
    BINDINGS = [*bindings("arrange"), ("escape", "do('back')", "back")]

    class Heard(Message):
        """What was done is on the disk, or is not; `said` is what it was."""

        def __init__(self, future: "Future[Any]", said: str) -> None:
            super().__init__()
            self.future, self.said = future, said

    def __init__(self, desk: Desk, story: str) -> None:
        super().__init__()
        self._desk, self._story = desk, story
        self._opened: OpenStory = desk.open_story(story)
        self._chosen: set[str] = set()
        self.underway: list[Future[Any]] = []
        self._message = ""
        self._title, self._why = Rows("bar"), Rows("text", id="why")
        self._list, self._keys = Listing("text", self._row), Rows("bar")

    def compose(self) -> ComposeResult:
        """Title, why these articles are together, the articles, keys."""
        yield self._title
        yield self._why
        yield self._list
        yield self._keys

    @property
    def _pages(self) -> Sequence[Page]:
        return self._opened.pages

    # what is shown ----------------------------------------------------------------------------

    def on_resize(self) -> None:
        """Fit the rows to the width."""
        self._fill()

    def _fill(self) -> None:
        self._list.reset(len(self._pages), self._list.cursor)
        self.update()

    def update(self) -> None:
        """Draw the bars anew."""
        app, width = self.annotator_app, self.size.width
        story = self._opened.story
        right = [("text", counted(len(self._pages), "articles"))]
        if self._chosen:
            right.insert(0, ("accent", f"{len(self._chosen)} chosen   "))
        self._title.show([([("strong", one_line(story.title))], right)])
        self._why.display = self.size.height >= SHORT
        self._why.show([blank(), *self._reasons(width - 2), blank()])
        self._why.refresh(layout=True)
        self._keys.show([bars.hints(self._message, app.keys, width, self.WHERE)])

    def _reasons(self, cells: int) -> list[Row]:
        story = self._opened.story
        if len(self._pages) == 1:
            return [([("muted", "stands alone: no other article came near it")], [])]
        if not story.reasons or story.reasons == ("by hand",):
            return [([("muted", "put together by hand")], [])]
        sure = f"proposed with confidence {story.confidence:.2f}, for what the articles share"
        rows = flow("text", sure, cells)
        for reason in story.reasons:
            rows += flow("muted", reason, cells, indent=2)
        return rows

    def _row(self, number: int) -> Row:
        page = self._pages[number]
        article = page.article
        mark = ("accent", "[x] ") if article.id in self._chosen else ("muted", "[ ] ")
        outlet = fit(one_line(article.outlet or "unknown outlet"), OUTLET)
        words, day = len(article.words), article.date or ""
        right = [("muted", f"{day}  {words:>5,} {noun(words, 'words'):<5}")]
        right = right if self.size.width >= NARROW else []
        if page.done:
            right.insert(0, ("good", "done  "))
        return [mark, ("strong", f"{outlet} "), ("text", one_line(article.title))], right

    # actions ----------------------------------------------------------------------------------

    def action_do(self, action: str) -> None:
        """Do an action of the keymap."""
        self._message = ""
        if not self._list.go(action):
            getattr(self, f"_{action}")()
        self.update()

    def on_rows_pressed(self, event: Rows.Pressed) -> None:
        """A key was clicked in the bar."""
        self.action_do(event.target)

    def on_listing_picked(self) -> None:
        """A second click chooses the article."""
        self.action_do("choose")

    def _choose(self) -> None:
        self._chosen ^= {self._here.article.id}
        self._list.redraw()

    @property
    def _here(self) -> Page:
        return self._pages[self._list.cursor or 0]

    @property
    def _meant(self) -> list[Page]:
        """The articles chosen, else the one under the cursor."""
        return [page for page in self._pages if page.article.id in self._chosen] or [self._here]

    def _split_off(self) -> None:
        from annotator.tui.screens.prompt import PromptScreen

        meant = self._meant
        articles = [page.article.id for page in meant]
        if len(articles) == len(self._pages):
            self._message = "leave one article at least; choose those to split off"
            return

        def titled(title: str | None) -> None:
            if title is not None:
                said = f"{_named(meant)} split off as “{one_line(title, TITLE)}”"
                self._attempt(lambda: self._desk.stories.split(articles, title), said)

        heading = f"Title of the new story, of {_named(meant)}"
        self.app.push_screen(PromptScreen(heading, meant[0].article.title), titled)

    def _move_over(self) -> None:
        meant = self._meant

        def picked(story: str, title: str) -> None:
            said = f"{_named(meant)} moved into “{title}”"
            articles = [page.article.id for page in meant]
            self._attempt(lambda: self._desk.stories.move(articles, story), said)

        self._pick(f"Move {_named(meant)} into", meant[0].article.title, picked)

    def _take_in(self) -> None:
        def picked(story: str, title: str) -> None:
            said = f"“{title}” taken in"
            self._attempt(lambda: self._desk.stories.join([self._story, story]), said)

        title = self._opened.story.title
        self._pick("Take in all articles of", title, picked)

    def _pick(self, heading: str, title: str, picked: Callable[[str, str], None]) -> None:
        from annotator.tui.screens.picker import PickerScreen

        stories = self.annotator_app.stories
        if not stories.rows:
            stories.refresh()
        others = {row.id: row for row in stories.rows if row.id != self._story}
        if not others:
            self._message = "there is no other story"
            return

        def done(story: str | None) -> None:
            if story is not None:
                picked(story, one_line(others[story].title, TITLE))

        self.app.push_screen(PickerScreen(heading, list(others.values()), title), done)

    def _rename(self) -> None:
        from annotator.tui.screens.prompt import PromptScreen

        def titled(title: str | None) -> None:
            if title is not None:
                said = f"renamed to “{one_line(title, TITLE)}”"
                self._attempt(lambda: self._desk.stories.rename(self._story, title), said)

        self.app.push_screen(PromptScreen("Title of the story", self._opened.story.title), titled)

    def _undo(self) -> None:
        self._turn(self._desk.undo)

    def _redo(self) -> None:
        self._turn(self._desk.redo)

    def _turn(self, verb: "Callable[[], Future[Undone | None]]") -> None:
        try:
            self._wait_for(verb(), "")
        except AnnotatorError as error:
            self._message = error.message

    def _attempt(self, verb: Callable[[], Act], said: str) -> None:
        """Do something that may be refused, and say what it was once it is saved."""
        self._message = "saving …"
        try:
            self._wait_for(verb().saved, said)
        except AnnotatorError as error:
            self._message = error.message
        self.update()

    def _wait_for(self, saving: "Future[Any]", said: str) -> None:
        self.underway.append(saving)
        saving.add_done_callback(lambda future: self.post_message(self.Heard(future, said)))

    def on_arrange_screen_heard(self, event: Heard) -> None:
        """Show the story as it is now; a story without articles is left."""
        self.underway.remove(event.future)
        error = event.future.exception()
        if isinstance(error, AnnotatorError):
            self._message = f"not saved: {error.message}"
            self.update()
            return
        turned = event.future.result()
        undo = shown(self.annotator_app.keys["undo"])
        self._message = event.said and f"{event.said}; {undo} undoes"
        if not event.said:
            self._message = turned.text if turned else "nothing to undo or redo"
        self._chosen.clear()
        self.annotator_app.stories.refresh()
        self._opened = self._desk.open_story(self._story)
        if self._pages:
            self._fill()
        else:
            self.annotator_app.say(self._message)
            self.dismiss(None)

    def _open(self) -> None:
        article = self._here.article
        self.dismiss(Place(self._story, article.id, 0))


def _named(pages: Sequence[Page]) -> str:
    """One article by its title, several by their number."""
    if len(pages) > 1:
        return counted(len(pages), "articles")
    article = pages[0].article
    return f"“{one_line(article.title or article.outlet or article.id, TITLE)}”"
