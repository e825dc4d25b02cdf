"""Undo goes back to the beginning, over restarts, one act at a time, and says which."""

from pathlib import Path

import pytest
from hand import Hand, make_corpus, reading
from textual import events

from annotator.model import Layer


def state(hand: Hand) -> object:
    """All that stands on the story, as a person sees it."""
    spread = hand.session.spread
    return [
        sorted((a.label, a.quote or "", a.note, str(a.attributes)) for a in spread.labels.values()),
        [
            (
                sorted(
                    (a.label, a.quote or "", a.note, str(a.attributes))
                    for a in d.annotations.values()
                ),
                sorted(d.decisions.values()),
                len(d.linked),
                d.done,
                [(b.kind, b.shown) for b in d.blocks],
                d.article.outlet,
            )
            for d in spread.documents
        ],
    ]


async def work(hand: Hand) -> list[object]:
    """One act of every kind; the state before each and after the last."""
    states = [state(hand)]

    async def act(*keys: str) -> None:
        await hand.press(*keys)
        await hand.saved()
        assert state(hand) != states[-1], keys
        states.append(state(hand))

    await act("n", "y")
    await act("n", "x")
    await act("n", "1")
    await act("c", *"why", "enter")
    await act("t", "m", "enter")
    hand.go_to("union")
    await act("v", "l", "l", "1")
    await act("B")
    await act("full_stop")
    await act("x")
    await act("A", "1", "a", "enter")
    await hand.press("escape")
    await act("S", "1", "enter")
    await hand.press("escape")
    await act("E", "1", "right", "enter")
    await hand.press("escape", "tab")
    hand.go_to("ministry")
    await act("2")
    await act("L", "1")
    await act("K", "q")
    await act("ctrl+e", "up", *["backspace"] * 20, *"Gull", "enter")
    return states


async def test_every_kind_of_act_is_taken_back_after_a_restart_and_put_back(
    tmp_path: Path,
) -> None:
    path = make_corpus(tmp_path)
    async with reading(path) as hand:
        states = await work(hand)
    said = []
    async with reading(path) as hand:
        assert state(hand) == states[-1]
        for before in reversed(states[:-1]):
            await hand.press("u")
            await hand.saved()
            message = next(row for row in hand.seen().splitlines() if "undone: " in row)
            said.append(message.split("undone: ")[1].split("   ")[0])
            assert state(hand) == before, said[-1]
        await hand.press("u")
        await hand.saved()
        assert "nothing to undo" in hand.seen()
        assert hand.session.standing(Layer.ARTICLE) == {}
    assert len({*said}) == len(said), said
    async with reading(path) as hand:
        for after in states[1:]:
            await hand.press("U")
            await hand.saved()
            assert "redone: " in hand.seen()
            assert state(hand) == after


@pytest.mark.parametrize("keys", ["w3Wux", "w3WuW", "w3Wu4", "w3ux", "w3Wuux", "w3WuUx"])
async def test_keys_right_behind_an_undo_show_what_is_recorded(tmp_path: Path, keys: str) -> None:
    path = make_corpus(tmp_path)
    async with reading(path) as hand:
        for key in keys:
            hand.app.post_message(events.Key(key, key))
        await hand.settle()
        await hand.saved()
        shown = hand.labels()
    async with reading(path) as hand:
        assert hand.labels() == shown
