"""An open corpus as a reader needs it: desk, story list, search, counts.

What reads, detects, imports and exports stays out of here, so that the screen opens without it.
"""

import contextlib
import getpass
import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from annotator import masking
from annotator.desk import Desk
from annotator.errors import UsageError
from annotator.model import Annotator, Json, Story, StoryRow
from annotator.store import backup
from annotator.store.corpus import Corpus, open_corpus
from annotator.text import naming

if TYPE_CHECKING:
    from annotator.finding import Found
    from annotator.queueing import Waiting


def login_name() -> str:
    """The name a person annotates under when she gives none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return f"user-{os.getuid()}"


@contextlib.contextmanager
def open_room(path: Path, *, write: bool = True) -> Iterator["Room"]:
    """The room of a corpus file; what was submitted is saved when the block ends."""
    with open_corpus(path, write=write) as corpus:
        yield Room(corpus)


class Room:
    """An open corpus and what annotators do in it; `Project` adds what is done to it."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self.path = corpus.path
        self.read_only = corpus.read_only
        self.scheme = corpus.scheme()

    def desk(self, name: str) -> Desk:
        """The place where the annotator of this name works; she is enrolled when new.

        Raises UsageError for a name that nobody has and nobody can have.
        """
        known = self._corpus.annotator_named(name)
        if self.read_only:
            return Desk(self._corpus, None, known or Annotator("", naming.checked(name)))
        writer = self._corpus.writer()
        if known is None:
            known = writer.submit(lambda t: t.add_annotator(name)).result()
        return Desk(self._corpus, writer, known)

    def reader(self, name: str | None) -> str:
        """Who reads: `name`, else whose copy this is, else the login name.

        A copy handed out is hers wherever she logs in: under another name she would see what she is
        to read blind, and her labels would be a stranger's.
        """
        if name is not None:
            return name
        return self.names().get(self._corpus.setting("holder") or "") or login_name()

    def search(self, annotator: str, question: str) -> "list[Found]":
        """The places in the corpus that answer a question of words and filters."""
        from annotator import finding

        return finding.search(self._corpus, annotator, question)

    def story_rows(self, annotator: str, most: int | None = None) -> list[StoryRow]:
        """The story list as one annotator sees it, without outlets where they are masked.

        With `most`, only so many of its first rows.
        """
        rows = self._corpus.story_rows(annotator, most)
        if self._corpus.setting("mask") == "yes":
            return [row._replace(outlets=masking.letters(row.articles)) for row in rows]
        return rows

    def queue(self, name: str) -> "list[Waiting]":
        """The sentences that wait for an annotator, those that teach the learner most first."""
        from annotator import queueing

        known = self._corpus.annotator_named(name)
        return queueing.queue(self._corpus, known.id if known else "")

    def names(self) -> dict[str, str]:
        """Annotator ids to shown names."""
        return {person.id: person.name for person in self._corpus.annotators()}

    def story(self, story: str) -> Story:
        """A story by its id."""
        return self._corpus.story(story)

    def find_story(self, word: str) -> str:
        """The id of the story that a word from the command line means, itself or by an article."""
        return self._located(word)[0]

    def _located(self, word: str | None) -> tuple[str, str | None]:
        if word is None:
            first = self._corpus.first_story()
            if first is None:
                raise UsageError(f"{self.path}: no story yet", f"annotator add {self.path} FILE...")
            return first, None
        meant = self._corpus.located(word)
        if len(meant) != 1:
            problem = "more than one story or article" if meant else "no story or article"
            raise UsageError(
                f"{problem} begins with {word!r}",
                f"See them with: annotator stories {self.path} --articles",
            )
        return meant[0]

    def stats(self, reader: str = "") -> Json:
        """Counts of articles, labels, decisions and progress, per annotator and per label.

        A `reader` (by name) who reads an article blind is told no more than she may know.
        """
        from annotator import tally

        counts = tally.tally(self._corpus)
        known = self._corpus.annotator_named(reader)
        if known is not None and self._corpus.reads_blind(known.id):
            return masking.own_counts(counts, known.name)
        return counts

    def back_up_daily(self) -> Path | None:
        """A backup, unless there is one of the last day or nothing to lose; from any thread.

        Raises StoreError when it cannot be made.
        """
        return None if self.read_only else backup.daily(self.path)
