"""A disk that takes its time, for reading and writing alike, delays no frame of any verb."""

import threading
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hand import Hand, make_corpus, reading

from annotator.model import Layer
from annotator.store.query import Query
from annotator.store.writer import Writer

SLOW = 0.3
"""Seconds that every question to the file takes."""


class SlowDisk:
    """Makes every question slow from `begin` on; `waits` are those of the thread that draws."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._patch = monkeypatch
        self.waits: list[str] = []

    def begin(self) -> None:
        ask, save, drawing = Query.ask, Writer._save, threading.current_thread()

        def slow(query: Query, sql: str, *values: object) -> list[Any]:
            if threading.current_thread() is drawing:
                self.waits.append(sql)
            time.sleep(SLOW)
            return ask(query, sql, *values)

        def slow_save(writer: Writer, job: Any) -> Any:
            time.sleep(SLOW)
            return save(writer, job)

        self._patch.setattr(Query, "ask", slow)
        self._patch.setattr(Writer, "_save", slow_save)


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> SlowDisk:
    return SlowDisk(monkeypatch)


def _link_ready(hand: Hand) -> None:
    hand.go_to("regime")
    hand.session.accept()
    hand.session.spread.turn(1)
    hand.go_to("ministry")
    hand.session.label("loaded")
    hand.reader.update()


VERBS: dict[str, tuple[Sequence[str], str]] = {
    "label": (["i"], "labelled Intensifier"),
    "accept": (["n", "y"], "accepted Loaded language"),
    "reject": (["n", "x"], "rejected Loaded language"),
    "article label": (["A", "1", "a", "enter"], "analysis"),
    "sentence label": (["j", "j", "S", "enter", "enter"], "Informational bias  direct"),
    "story label": (["E", "1", "right", "enter"], "Labels of the story"),
    "link": (["L", "1"], "with “regime”"),
    "counterpart": (["plus"], "counterparts"),
    "block": (["K", "c"], "Harbour"),
    "done": (
        ["A", "1", "a", "enter", "2", "e", "enter", "escape", "space"],
        "on to the next article",
    ),
}


@pytest.mark.parametrize("verb", VERBS)
async def test_a_verb_is_drawn_before_the_disk_answers(
    tmp_path: Path, disk: SlowDisk, verb: str
) -> None:
    keys, said = VERBS[verb]
    async with reading(make_corpus(tmp_path)) as hand:
        if verb == "link":
            _link_ready(hand)
        await hand.saved()
        disk.begin()
        await hand.press(*keys)
        assert hand.session.pending, "the disk was faster than the screen"
        assert said in hand.seen()
        assert disk.waits == []
        await hand.saved()
        assert "not saved" not in hand.seen()


async def test_labels_of_larger_things_twice_and_taken_away_wait_for_nothing(
    tmp_path: Path, disk: SlowDisk
) -> None:
    async with reading(make_corpus(tmp_path)) as hand:
        disk.begin()
        await hand.press("A", "1", "a", "enter", "1", "o", "enter", "x", "1", "a", "enter")
        assert list(hand.session.standing(Layer.ARTICLE)) == ["genre"]
        assert disk.waits == []
        await hand.saved()
