"""A small corpus made by hand, and a hand on the reader's keyboard."""

import contextlib
import tempfile
import threading
from collections.abc import AsyncIterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from textual.pilot import Pilot
from textual.screen import Screen

from annotator import project
from annotator.model import (
    Arm,
    Article,
    Block,
    BlockKind,
    Counterpart,
    Layer,
    Page,
    Story,
    Suggestion,
    Voice,
    article_id,
    derived_id,
)
from annotator.store.corpus import open_corpus
from annotator.store.transaction import Transaction
from annotator.text.sentences import sentences
from annotator.text.words import words
from annotator.tui import apart
from annotator.tui.document import Document
from annotator.tui.screens.reader import ReaderScreen
from annotator.tui.session import Session
from annotator.tui.settings import Settings
from annotator.tui.shell import AnnotatorApp
from annotator.tui.widgets.lines import Lines

HARBOUR = [
    (BlockKind.CLUTTER, "Home | Politics | Sport\nShare this"),
    (BlockKind.TITLE, "Harbour closed after brutal crackdown"),
    (BlockKind.BYLINE, "By Ada Quill"),
    (
        BlockKind.BODY,
        "The regime reportedly closed the harbour on Monday. Dockers may strike again, "
        "the union said. Two ships turned back.\n\n"
        "A spokesman denied the so-called ban. Nobody was hurt.",
    ),
    (BlockKind.CLUTTER, "Read also: ten beaches"),
]
PORT = [
    (BlockKind.TITLE, "Port pauses work for safety checks"),
    (
        BlockKind.BODY,
        "The port paused work on Monday, officials said. A walkout is possible. "
        "Traffic in the town was calm.\n\nThe ministry rejected talk of a ban.",
    ),
]
THIRD = [
    (BlockKind.TITLE, "Ships wait outside"),
    (BlockKind.BODY, "Three ships wait. Perhaps more."),
]


def make_article(parts: list[tuple[BlockKind, str]], outlet: str | None = None) -> Article:
    """An article of blocks in the order given; clutter is hidden."""
    text, blocks = "", []
    for kind, part in parts:
        text += "\n\n" if text else ""
        shown = kind is not BlockKind.CLUTTER
        blocks.append(Block(len(text), len(text) + len(part), kind, shown, "menu" * (not shown)))
        text += part
    split = tuple(s for block in blocks for s in sentences(text, block.start, block.end))
    title = next((part for kind, part in parts if kind is BlockKind.TITLE), "")
    return Article(
        article_id(text), text, title, outlet, None, "2026-05-04", None, "made.txt",
        tuple(blocks), split, words(text),
    )  # fmt: skip


def make_suggestion(
    article: Article, quote: str, label: str, strength: float = 0.8, **more: Any
) -> Suggestion:
    """A suggestion on the first place of `quote`."""
    start = article.text.index(quote)
    values: dict[str, Any] = {
        "layer": Layer.SPAN,
        "kind": "labelling",
        "detector": "loaded" if label == "loaded" else "hedge",
        "entry": f"{label}.{quote}",
        "reason": f"“{quote}” is in the lexicon.",
        "voice": Voice(),
    }
    values |= more
    return Suggestion(
        id=derived_id(article.id, quote, label), article=article.id, start=start,
        end=start + len(quote), quote=quote, label=label, version="1", strength=strength, **values,
    )  # fmt: skip


def harbour() -> tuple[Article, list[Suggestion]]:
    """The first article, with overlapping suggestions and one on a sentence."""
    article = make_article(HARBOUR, "The Quay")
    sentence = next(s for s in article.sentences if article.quote(s).startswith("Two ships"))
    found = [
        make_suggestion(article, "brutal", "loaded", 0.9),
        make_suggestion(article, "regime", "loaded", 0.7),
        make_suggestion(article, "reportedly", "hedge", 0.95),
        make_suggestion(article, "may", "hedge", 0.4),
        make_suggestion(article, "so-called ban", "loaded", 0.6),
        make_suggestion(article, "so-called", "hedge", 0.5),
        make_suggestion(
            article,
            article.quote(sentence),
            "tone",
            0.3,
            layer=Layer.SENTENCE,
            detector="sentiment",
        ),
    ]
    return article, found


def save_story(
    transaction: Transaction,
    number: int,
    articles: list[Article],
    suggested: list[Suggestion],
    pairs: list[Counterpart],
) -> None:
    """Put a story with its articles into a corpus."""
    for article in articles:
        transaction.add_article(article, [s for s in suggested if s.article == article.id])
    story = Story(f"story-{number}", articles[0].title, tuple(a.id for a in articles))
    transaction.add_story(story)
    transaction.add_counterparts(pairs)


def make_corpus(folder: Path) -> Path:
    """A corpus of two stories, of two articles and of three."""
    path = folder / "corpus.db"
    path.write_bytes(_made())
    return path


@cache
def _made() -> bytes:
    """The file of that corpus, made once: that costs more than the rest of many a test."""
    with tempfile.TemporaryDirectory() as folder:
        return _make(Path(folder) / "corpus.db").read_bytes()


def _make(path: Path) -> Path:
    project.new(path, "framing")
    first, suggested = harbour()
    second = make_article(PORT, "Port Herald")
    third = [make_article(THIRD, f"Outlet {n}") for n in range(1)]
    third += [
        make_article(
            [(BlockKind.TITLE, f"Ships {n}"), (BlockKind.BODY, f"Number {n} of the ships.")]
        )
        for n in range(2)
    ]
    pairs = [
        Counterpart(
            (first.id, _at(first, "The regime")), (second.id, _at(second, "The port")), 0.9
        ),
        Counterpart((first.id, _at(first, "Dockers")), (second.id, _at(second, "A walkout")), 0.8),
    ]
    with open_corpus(path, write=True) as corpus:
        writer = corpus.writer()
        writer.submit(lambda t: save_story(t, 1, [first, second], suggested, pairs)).result()
        writer.submit(lambda t: save_story(t, 2, third, [], [])).result()
    return path


def _at(article: Article, opening: str) -> int:
    return next(n for n, s in enumerate(article.sentences) if article.quote(s).startswith(opening))


def harbour_document() -> Document:
    """The first article, as annotator "me" reads it."""
    article, suggested = harbour()
    return Document(Page(article, tuple(suggested), (), {}, Arm.ASSISTED, False), "me")


@dataclass
class Hand:
    """Presses keys and looks at the screen."""

    app: AnnotatorApp
    pilot: Pilot[None]

    async def press(self, *keys: str) -> None:
        """Press keys, one after the other, and let the screen settle."""
        await self.pilot.press(*keys)
        await self.settle()

    async def settle(self) -> None:
        """Wait until everything that was done, also on threads, is drawn."""
        await self.pilot.pause()
        while self.app.is_holding:
            await self.pilot.pause(0.01)
        while any(thread.name == apart.NAME for thread in threading.enumerate()):
            await self.pilot.pause(0.01)
        await self.app.workers.wait_for_complete()
        await self.pilot.pause()
        while any(isinstance(s, ReaderScreen) and s._changed for s in self.app.screen_stack):
            await self.pilot.pause()

    async def saved(self) -> None:
        """Wait until everything is on the disk."""
        while self.session.pending:
            await self.pilot.pause(0.01)
        await self.pilot.pause()

    @property
    def screen(self) -> Screen[Any]:
        """The screen on top."""
        return self.app.screen

    @property
    def reader(self) -> ReaderScreen:
        """The reader, wherever it is in the stack."""
        found = [s for s in self.app.screen_stack if isinstance(s, ReaderScreen)]
        return found[-1]

    @property
    def session(self) -> Session:
        """The open story."""
        return self.reader.session

    @property
    def here(self) -> Document:
        """The document with the cursor."""
        return self.session.here

    @property
    def word(self) -> str:
        """The word under the cursor."""
        return self.here.article.quote(self.here.cursor)

    def labels(self) -> list[tuple[str, str | None]]:
        """Label and quote of every annotation of the article."""
        held = self.here.annotations.values()
        return sorted((a.label, a.quote) for a in held)

    def seen(self) -> str:
        """All text on the screen on top, row by row of each widget."""
        rows = []
        for widget in self.screen.query(Lines):
            if widget.display and widget.size:
                strips = widget.render_lines(widget.size.region)
                rows += [strip.text.rstrip() for strip in strips]
        return "\n".join(rows)

    def go_to(self, quote: str) -> None:
        """Put the cursor on the first place of `quote` in the article."""
        self.here.move_to(self.here.article.text.index(quote))
        self.reader.update()


@contextlib.asynccontextmanager
async def reading(
    path: Path, story: str | None = "story-1", size: tuple[int, int] = (160, 40), name: str = "ann"
) -> AsyncIterator[Hand]:
    """The app on a corpus, with the reader open on a story, or the list when None."""
    with project.open_project(path, write=True) as opened:
        app = AnnotatorApp(opened, name, story, Settings())
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            yield Hand(app, pilot)
