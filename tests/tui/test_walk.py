"""A random walk over all keys: nothing fails, the screen shows what is recorded, all is sound."""

import random
from pathlib import Path

import pytest
from hand import Hand, make_corpus, reading

from annotator import project
from annotator.keymap import ACTIONS
from annotator.store import doctor
from annotator.tui.screens.reader import ReaderScreen

LEAVING = {"back", "quit", "suspend"}
KEYS = sorted({key for action in ACTIONS if action.id not in LEAVING for key in action.keys})
DEEDS = ("n", "n", "y", "y", "x", "m", "u", "u", "U", "v", "l", "s", "1", "2", "3", "D", "J", "W")
TYPED = ("a", "o", "2", "backspace", "enter", "tab", "escape", "escape")
SIZES = ((160, 40), (80, 24), (210, 50), (40, 12), (20, 5))
STEPS = 150


def standing(hand: Hand) -> object:
    """What the reader shows of the record: labels with all they hold, decisions, blocks, done."""
    spread = hand.session.spread
    return [
        spread.story.title,
        sorted(map(repr, spread.labels.values())),
        [
            (
                document.article.outlet,
                sorted(repr(held) for held in document.annotations.values()),
                sorted(document.decisions.items()),
                sorted(document.linked.items()),
                [(block.kind, block.shown) for block in document.blocks],
                document.done,
                sorted(document.alone),
            )
            for document in spread.documents
        ],
    ]


async def go_on(hand: Hand, chance: random.Random) -> None:
    """One step: a key, mostly one that does something to labels, or another size."""
    if chance.random() < 0.02:
        await hand.pilot.resize_terminal(*chance.choice(SIZES))
    elif isinstance(hand.screen, ReaderScreen) and chance.random() < 0.7:
        await hand.pilot.press(chance.choice(DEEDS))
    else:
        on_top = not isinstance(hand.screen, ReaderScreen)
        await hand.pilot.press(chance.choice(TYPED if on_top and chance.random() < 0.6 else KEYS))


async def back_to_the_reader(hand: Hand) -> None:
    for _ in range(20):
        await hand.settle()
        if isinstance(hand.screen, ReaderScreen):
            return
        await hand.press("enter" if hand.app.query("StoriesScreen") else "escape")
    raise AssertionError(f"no way back from {hand.screen}")


@pytest.mark.parametrize("seed", [1, 2])
async def test_any_keys_in_any_order(tmp_path: Path, seed: int) -> None:
    path, chance = make_corpus(tmp_path), random.Random(seed)
    async with reading(path) as hand:
        for _ in range(STEPS):
            await go_on(hand, chance)
        await back_to_the_reader(hand)
        await hand.saved()
        await hand.settle()
        shown = standing(hand)
        with project.open_project(path, write=False) as opened:
            assert opened.stats("ann")["corpus"]["events"] > STEPS // 10
        story = hand.session.spread.story.id
        assert hand.app.desk is not None
        assert not hand.app.desk.unsaved
    async with reading(path, story=story) as again:
        assert standing(again) == shown
    assert [check for check in doctor.examine(path) if not check.ok] == []
