"""Disks that fail, are slow or locked; pastes, resizes, and other things that go wrong."""

import subprocess
import sys
import threading
import time
from concurrent.futures import Future
from pathlib import Path
from typing import Any

import pytest
from hand import Hand, make_corpus, reading
from terminal import labels
from textual import events

from annotator.errors import BusyCorpus, DamagedCorpus, DiskFull, StoreError
from annotator.project import open_project
from annotator.scheme import parse
from annotator.store import backup
from annotator.store.corpus import Corpus
from annotator.store.writer import Writer
from annotator.tui.settings import Settings
from annotator.tui.shell import AnnotatorApp

FACT = {"id": "fact", "name": "Fact", "layer": "span", "colour": "red", "mark": "f"}
FACT |= {"guideline": "g", "example": "e"}


@pytest.mark.parametrize("error", [DiskFull("no room on the disk"), DamagedCorpus("I/O error")])
async def test_a_failing_save_is_named_kept_and_offered_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: StoreError
) -> None:
    path = make_corpus(tmp_path)
    async with reading(path) as hand:
        await hand.press("l")
        with monkeypatch.context() as patched:

            def fail(self: Writer, job: Any) -> Future[Any]:
                future: Future[Any] = Future()
                future.set_exception(error)
                return future

            patched.setattr(Writer, "submit", fail)
            await hand.press("n", "y", "n", "y")
            assert len(hand.labels()) == 2
            seen = hand.seen()
            assert f"not saved: {error.message}" in seen
            assert "labelled   saved" not in seen
            await hand.press("X")
            assert error.message in hand.seen()
            await hand.press("ctrl+q")
            assert hand.app.is_running
            assert "2 not saved" in hand.seen()
        assert labels(path) == []
        await hand.press("X")
        await hand.saved()
        assert "not saved" not in hand.seen()
    assert labels(path) == ["brutal", "regime"]


async def test_a_slow_disk_delays_no_frame(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    save = Writer._save

    def slow(self: Writer, job: Any) -> Any:
        time.sleep(0.3)
        return save(self, job)

    monkeypatch.setattr(Writer, "_save", slow)
    async with reading(make_corpus(tmp_path)) as hand:
        await hand.press("n", "y")
        assert hand.labels() == [("loaded", "brutal")]
        assert hand.session.pending == 1
        assert "saving" in hand.seen()
        await hand.saved()
        assert "saving" not in hand.seen()


async def test_the_daily_backup_is_made_behind_the_reader(tmp_path: Path) -> None:
    path = make_corpus(tmp_path)
    with open_project(path, write=True) as opened:
        desk = opened.desk("ann")
        desk.accept(desk.open_story("story-1").pages[0].suggestions[0].id)
    assert backup.automatics(path) == []
    async with reading(path) as hand:
        while not backup.automatics(path):
            await hand.pilot.pause(0.05)
        assert "backup" not in hand.seen()


async def test_a_daily_backup_that_hangs_and_fails_is_told_and_delays_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, over = threading.Event(), threading.Event()

    def hang(path: Path) -> None:
        begun.set()
        over.wait(20)
        raise DiskFull("no room on the disk")

    monkeypatch.setattr(backup, "daily", hang)
    async with reading(make_corpus(tmp_path)) as hand:
        while not begun.is_set():
            await hand.pilot.pause(0.05)
        await hand.press("n", "y")
        await hand.saved()
        assert hand.labels() == [("loaded", "brutal")]
        over.set()
        while "no daily backup: no room on the disk" not in hand.seen():
            await hand.pilot.pause(0.05)


async def test_a_file_that_is_locked_delays_no_key(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with reading(make_corpus(tmp_path)) as hand:

        def asked(self: Corpus, subject: str) -> None:
            raise AssertionError("a key press waits for the file")

        monkeypatch.setattr(Corpus, "standing", asked)
        await hand.press("n", "y", "n", "x", "n", "2", "l", "l", "i", "W", "c", "o", "enter", "x")
        assert hand.labels() == [("hedge", "reportedly"), ("loaded", "brutal")]


async def test_a_list_that_cannot_be_read_now_stays_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with reading(make_corpus(tmp_path), story=None) as hand:

        def busy(self: Corpus, *_: object) -> None:
            raise BusyCorpus("another process holds the corpus")

        monkeypatch.setattr(Corpus, "story_rows", busy)
        await hand.press("R")
        assert "Harbour closed" in hand.seen()
        assert "another process holds the corpus" in hand.seen()
        monkeypatch.setattr(Corpus, "open_story", busy)
        await hand.press("enter")
        assert "another process holds the corpus" in hand.seen()


def test_the_reader_is_loaded_without_what_reads_and_detects() -> None:
    code = (
        "import sys, annotator.tui.shell\n"
        "import annotator.tui.screens.reader, annotator.tui.screens.stories\n"
        "print([m for m in ('spacy', 'sqlite_utils', 'annotator.detect', 'annotator.ingest',"
        " 'annotator.formats', 'annotator.stories') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


async def test_a_corpus_that_cannot_be_written_is_read_with_a_mark(tmp_path: Path) -> None:
    with open_project(make_corpus(tmp_path), write=False) as project:
        app = AnnotatorApp(project, "ann", "story-1", Settings())
        async with app.run_test(size=(160, 40)) as pilot:
            hand = Hand(app, pilot)
            await hand.press("n", "y")
            assert "read only" in hand.seen()
            assert "for reading only" in hand.seen()
            await hand.press("u", "q")
            assert "read only" in hand.seen()


async def test_labels_that_the_scheme_no_longer_has_are_shown_and_do_no_harm(
    tmp_path: Path,
) -> None:
    path = make_corpus(tmp_path)
    with open_project(path) as project:
        page = project.desk("ada").open_story("story-1").pages[0]
        project.desk("ada").accept(page.suggestions[0].id).saved.result()
        source = {"id": "bare", "name": "Bare", "label": [FACT]}
        project.migrate(parse(source, "bare.toml"), None)
    async with reading(path, name="ada") as hand:
        assert "1 labelled" in hand.seen()
        await hand.press("n", "y")
        assert "has no span label" in hand.seen()
        await hand.press("1")
        await hand.saved()
        assert {label for label, _ in hand.labels()} == {"loaded", "fact"}
        for key in ("m", "t", "H", "escape", "m", "x", "u"):
            await hand.press(key)
        await hand.saved()


async def test_pastes_of_a_megabyte(tmp_path: Path) -> None:
    async with reading(make_corpus(tmp_path)) as hand:
        hand.screen.post_message(events.Paste("x" * 1_000_000))
        await hand.press("n", "y", "c")
        focused = hand.screen.focused
        assert focused is not None
        focused.post_message(events.Paste("\x1b[31m y" * 200_000))
        await hand.press("enter")
        note = next(iter(hand.here.annotations.values())).note
        assert len(note) <= 10_000
        assert "\x1b" not in note


async def test_a_storm_of_resizes_down_to_nothing(tmp_path: Path) -> None:
    async with reading(make_corpus(tmp_path)) as hand:
        for width, height in [
            (20, 5),
            (200, 60),
            (1, 1),
            (80, 24),
            (109, 30),
            (110, 19),
            (5, 2),
        ] * 2:
            await hand.pilot.resize_terminal(width, height)
            await hand.press("j", "n", "tab")
        await hand.pilot.resize_terminal(160, 40)
        await hand.press("g")
        assert "saved" in hand.seen()


async def test_keys_typed_ahead_keep_their_order(tmp_path: Path) -> None:
    async with reading(make_corpus(tmp_path)) as hand:
        for key in "nynlvl2":
            hand.app.post_message(events.Key(key, key))
        await hand.pilot.pause(0.1)
        await hand.saved()
        assert set(hand.labels()) == {("loaded", "brutal"), ("hedge", "reportedly closed")}


async def test_two_readers_of_one_corpus_lose_nothing(tmp_path: Path) -> None:
    path = make_corpus(tmp_path)
    async with reading(path, name="ada") as ada:
        await ada.press("n", "y")
        with open_project(path, write=True) as other:
            desk = other.desk("ben")
            opened = desk.open_story("story-1")
            suggestion = opened.pages[0].suggestions[1]
            desk.accept(suggestion.id).saved.result()
        await ada.press("n", "y")
        await ada.saved()
        assert len(ada.labels()) == 2
    assert len(labels(path)) == 3


async def test_narrow_terminals_show_one_article_and_a_peek(tmp_path: Path) -> None:
    async with reading(make_corpus(tmp_path), size=(80, 24)) as hand:
        assert "Port pauses" not in hand.seen()
        hand.go_to("Dockers")
        assert "= Port Herald: A walkout is possible." in hand.seen()
        await hand.press("tab")
        assert "Port pauses" in hand.seen()
        assert "Harbour closed after" not in hand.seen().split("\n", 1)[1]
