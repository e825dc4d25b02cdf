"""The dialogue itself: a person types a word or a letter, the program answers in sentences."""

import queue
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

from annotator.desk import Desk, Undone
from annotator.errors import AnnotatorError, UsageError
from annotator.keymap import ACTIONS, shown
from annotator.model import Annotation, Layer, Place, Span, StoryRow
from annotator.project import Project, open_project
from annotator.text.plurals import counted
from annotator.text.safe import one_line, visible
from annotator.tui import settings
from annotator.tui.document import Document
from annotator.tui.finder import Finder
from annotator.tui.marks import Mark
from annotator.tui.plain import asking, labelling, moving, spoken, verbs, wording
from annotator.tui.session import Session

Hear = Callable[[], str | None]
"""The next line typed, without its end; None when there will be no more."""


def run(
    path: Path, name: str | None, story: str | None, hear: Hear, say: Callable[[str], None]
) -> None:
    """Hold a dialogue over the corpus at `path`; what was done is saved when this returns.

    `story` is the id of the story to open, or its beginning. Raises the StoreError of what could
    not be saved, and UsageError for a wrong config file.
    """
    chosen = settings.read()
    with open_project(path) as project:
        found = project.find(story).story.id if story is not None else None
        if not project.story_rows(""):
            raise UsageError(f"{path}: no story yet", f"annotator add {path} FILE...")
        Dialogue(project, project.desk(project.reader(name)), found, chosen.keys, hear, say).hold()


class Left(Exception):
    """The person left a question without an answer."""


class Dialogue:
    """One person's dialogue over one corpus.

    `told` is the mark that was said last: verbs act on it alone, so that nothing unheard is
    accepted.
    """

    def __init__(
        self,
        project: Project,
        desk: Desk,
        story: str | None,
        keys: Mapping[str, tuple[str, ...]],
        hear: Hear,
        say: Callable[[str], None],
    ) -> None:
        self.project, self.desk = project, desk
        self.keys = {a.id: keys.get(a.id, a.keys) for a in ACTIONS if a.id in verbs.VERBS}
        self.told: Mark | None = None
        self.over = False
        self._hear, self._say = hear, say
        self._ended: queue.SimpleQueue[Future[Any]] = queue.SimpleQueue()
        self._read: tuple[str, int | None] | None = None
        self._words = dict(self._named())
        self._first = self._first_place(story)
        self.session: Session = Session(desk, self._first.story, self._ended.put)
        self.finder = Finder(self.session)

    # the dialogue -----------------------------------------------------------------------------

    def _named(self) -> Iterator[tuple[str, verbs.Verb]]:
        """Every word that may be typed, with what it does: keys, names and descriptions."""
        for word, (_, verb) in verbs.WORDS.items():
            yield word, verb
        for action in ACTIONS:
            for key in self.keys.get(action.id, ()):
                word = shown(key)
                yield word if len(word) == 1 else word.lower(), verbs.VERBS[action.id]
            if action.id in self.keys:
                yield action.id.replace("_", " "), verbs.VERBS[action.id]
                yield action.text, verbs.VERBS[action.id]

    def _first_place(self, story: str | None) -> Place:
        """The beginning of `story`, or where she left, if that is there or may be anywhere."""
        known = [row.id for row in self.rows()] if story is None else [story]
        left = self.desk.place()
        return left if left and left.story in known else Place(known[0], "", 0)

    def hold(self) -> None:
        """Greet, obey until the person quits or her input ends, and take leave."""
        self.say(f"{self.project.path.name}, you are {self.desk.annotator.name}.")
        if self.project.read_only:
            self.say("This corpus can only be read; nothing you do will be saved.")
        self.enter(self._first)
        self.say("Question mark lists the commands.")
        with ThreadPoolExecutor(1) as behind:
            backup = behind.submit(self.project.back_up_daily)
            while not self.over and (line := self._hear()) is not None:
                self.obey(line)
        if isinstance(failed := backup.exception(), AnnotatorError):
            self.say(f"No daily backup: {_told(failed)}")
        self._take_leave()

    def obey(self, line: str) -> None:
        """Do what a line says, or say why not, and what became of it on the disk."""
        try:
            self._do(line)
        except Left:
            self.say("Left as it was.")
        except AnnotatorError as error:
            self.say(_told(error))
        self.settle()

    def _do(self, line: str) -> None:
        words = "tab" if line == "\t" else visible(line.strip())
        verb = self._words.get(words) or self._words.get(words.lower() if len(words) > 1 else "")
        if not words:
            verbs.VERBS["cycle"](self)
        elif verb is not None:
            verb(self)
        elif words.startswith("/"):
            moving.search(self, words[1:].strip())
        elif found := wording.labelled(self.session.scheme.layer(Layer.SPAN), words):
            labelling.label(self, *found)
        else:
            raise UsageError(f"“{words}” is no command", "Question mark lists the commands.")

    def say(self, text: str) -> None:
        """Say one line; whatever is in it cannot steer a terminal."""
        self._say(one_line(text))

    def ask(self, question: str) -> str:
        """The answer to a question; what was done before it is saved first. Raises Left."""
        self.settle()
        self.say(question)
        answer = self._hear()
        if answer is None or visible(answer.strip()) == "cancel":
            raise Left
        return visible(answer.strip())

    def settle(self) -> None:
        """Wait until what was done is on the disk, and only then say that it is saved."""
        saved = False
        while self.session.pending:
            future = self._ended.get()
            self.session.settle(future)
            if future.exception() is None:
                result = future.result()
                saved = result is not None
                self._turned(result)
        trouble = self.session.trouble
        if trouble is not None and self.desk.unsaved:
            keys = " or ".join(spoken.key(key) for key in self.keys["save_again"])
            self.say(f"Not saved: {_told(trouble)} {keys} tries again.")
        elif saved:
            self.say("saved")

    def _turned(self, result: object) -> None:
        if isinstance(result, Undone):
            self.told = None
            self.say(self.session.turned(result))
        elif result is None:
            self.say("There is nothing to undo or redo.")

    def _take_leave(self) -> None:
        self.desk.remember(self.session.place())
        if self.desk.unsaved and self.session.trouble is not None:
            self.say(f"{counted(len(self.desk.unsaved), 'changes')} could not be saved.")
            raise self.session.trouble
        self.say("Goodbye.")

    # the place --------------------------------------------------------------------------------

    @property
    def here(self) -> Document:
        """The article with the place in it."""
        return self.session.here

    def rows(self) -> list[StoryRow]:
        """The story list as it stands."""
        return self.project.story_rows(self.desk.annotator.id)

    def number(self, rows: Sequence[StoryRow]) -> int:
        """Where in the list the open story is; -1 when it is not among hers."""
        story = self.session.spread.story.id
        return next((at for at, row in enumerate(rows) if row.id == story), -1)

    def enter(self, place: Place) -> None:
        """Open a story at a place and say where that is."""
        if place.story != self.session.spread.story.id:
            self.desk.remember(self.session.place())
            self.session.open(place.story)
        self.finder.clear()
        self.session.spread.go_to(place.article, place.position)
        rows = self.rows()
        self.say(spoken.story(self.session, self.number(rows) + 1, len(rows)))
        self.arrive()

    def arrive(self) -> None:
        """Say which article this is, and read the sentence."""
        self.say(spoken.article(self.session))
        self.read()

    def read(self) -> None:
        """Read the sentence at the place and say what lies on it."""
        self.told = None
        self._read = (self.here.article.id, self.here.sentence)
        self.session.spread.sync()
        self.say(spoken.sentence(self.session))
        if about := spoken.about_sentence(self.session):
            self.say(about)

    def tell(self, mark: Mark) -> None:
        """Go to a mark and say it, after its sentence unless that was just read."""
        self.here.focus(mark)
        if self._read != (self.here.article.id, self.here.sentence):
            self.read()
        self.told = mark
        self.session.remember_end()
        self.say(spoken.mark(self.session, mark))

    def annotation(self) -> Annotation:
        """The annotation that was said last."""
        if self.told is None or self.told.suggested:
            raise UsageError("no label of yours was said last", "m goes to the next one.")
        return self.here.annotations[self.told.id]

    def place_of(self, words: str) -> Span:
        """Where words stand in the sentence; asks when they are there more than once."""
        index = self.here.sentence
        sentence = self.here.article.sentences[index] if index is not None else Span(0, 0)
        text = self.here.article.text
        found = wording.places(text, sentence, words)
        if not found:
            raise UsageError(f"“{words}” is not in this sentence", "s reads it again.")
        if len(found) == 1:
            return found[0]
        told = [f"“{wording.around(text, sentence, place)}”" for place in found]
        asked = f"“{words}” is there {len(found)} times. Which one?"
        return found[asking.choose(self, asked, told) or 0]


def _told(error: AnnotatorError) -> str:
    """An error in sentences."""
    parts = (error.message, error.hint)
    return " ".join(f"{part.rstrip('.')}." for part in parts if part)
