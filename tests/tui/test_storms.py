"""Too much at once, at odd times: pastes, resizes, Ctrl+C, clocks that jump, two at one corpus."""

import fcntl
import signal
import struct
import termios
from pathlib import Path

import pytest
from hand import Hand, make_corpus, reading
from terminal import at_work, labels
from textual import events
from textual.command import CommandList
from textual.widgets import Input

from annotator import desk
from annotator.store import doctor
from annotator.store.corpus import open_corpus
from annotator.tui.screens.reader import ReaderScreen
from annotator.tui.terminal import Parser
from annotator.tui.widgets.entry import MOST

BIG = "The \x1b[31mregime\x07 \u202e said "


async def paste(hand: Hand, size: int) -> None:
    """Paste hostile text of `size` characters where the keys go."""
    target = hand.screen.focused or hand.screen
    for message in Parser().feed(f"\x1b[200~{BIG * (size // len(BIG))}\x1b[201~"):
        if isinstance(message, events.Paste):
            target.post_message(message)
    await hand.pilot.pause()


FIELDS: dict[str, tuple[str, ...]] = {
    "note": ("n", "y", "c"),
    "form": ("n", "y", "t", "down", "down", "down"),
    "find": ("slash",),
    "search": ("C",),
    "palette": ("colon",),
    "describe": ("ctrl+e",),
    "filter": ("q", "slash"),
}


@pytest.mark.parametrize("size", [100_000, 1_000_000])
@pytest.mark.parametrize("keys", FIELDS.values(), ids=FIELDS)
async def test_a_large_paste_into_a_field_is_cut_and_made_safe(
    tmp_path: Path, keys: tuple[str, ...], size: int
) -> None:
    async with reading(make_corpus(tmp_path)) as hand:
        await hand.press(*keys)
        await paste(hand, size)
        held = [field.value for field in hand.screen.query(Input)]
        assert held
        assert max(map(len, held)) <= MOST
        assert not set("\x1b\x07\u202e").intersection(*held)
        await hand.press("enter")
        assert not set("\x1b\x07\u202e") & set(hand.seen())
        await hand.press("escape", "escape")
        assert hand.app.is_running


@pytest.mark.parametrize("size", [100_000, 1_000_000])
async def test_a_large_paste_into_the_reader_labels_nothing(tmp_path: Path, size: int) -> None:
    async with reading(make_corpus(tmp_path)) as hand:
        for keys in ((), ("A",), ("escape", "f"), ("escape", "question_mark"), ("escape", "q")):
            await hand.press(*keys)
            await paste(hand, size)
        await hand.press("enter", "n", "y")
        assert hand.labels() == [("loaded", "brutal")]


def test_a_bracketed_paste_on_a_terminal_is_no_keys(tmp_path: Path) -> None:
    path = make_corpus(tmp_path)
    with at_work(path) as terminal:
        terminal.press("\x1b[200~" + "nynyq" * 2_000 + "\x1b[201~")
        terminal.press("ny")
        terminal.wait_for("1 labelled")
        terminal.press("\x11")
        assert terminal.end() == 0
        assert labels(path) == ["brutal"]


def test_ctrl_c_leaves_with_everything_saved(tmp_path: Path) -> None:
    path = make_corpus(tmp_path)
    with at_work(path) as terminal:
        terminal.press("nyny")
        terminal.press("\x03")
        assert terminal.end() == 0
        assert terminal.is_restored()
        assert labels(path) == ["brutal", "regime"]


def test_two_hundred_resizes_down_to_twenty_by_five(tmp_path: Path) -> None:
    path = make_corpus(tmp_path)
    with at_work(path) as terminal:
        for number in range(200):
            size = struct.pack("HHHH", 5 + number % 55, 20 + number * 7 % 180, 0, 0)
            fcntl.ioctl(terminal.master, termios.TIOCSWINSZ, size)
            terminal.process.send_signal(signal.SIGWINCH)
            terminal.read(0.005)
        fcntl.ioctl(terminal.master, termios.TIOCSWINSZ, struct.pack("HHHH", 5, 20, 0, 0))
        terminal.read(0.5)
        terminal.press("n")
        terminal.press("y")
        fcntl.ioctl(terminal.master, termios.TIOCSWINSZ, struct.pack("HHHH", 30, 120, 0, 0))
        terminal.wait_for("1 labelled")
        terminal.press("\x11")
        assert terminal.end() == 0
        assert terminal.is_restored()
        assert labels(path) == ["brutal"]


async def test_a_clock_that_jumps_changes_no_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, times = make_corpus(tmp_path), ["2026-01-01", "2024-11-30", "2038-01-20", "1970-01-01"]
    clock = iter(f"{day}T00:00:00.000000Z" for day in times * 3)
    monkeypatch.setattr(desk, "utc_now", lambda: next(clock))
    async with reading(path) as hand:
        await hand.press("n", "y", "n", "y", "n", "y", "u")
        await hand.saved()
        assert hand.labels() == [("loaded", "brutal"), ("loaded", "regime")]
        await hand.press("U", "u", "u")
        await hand.saved()
        assert hand.labels() == [("loaded", "brutal")]
    with open_corpus(path, write=False) as corpus:
        assert all(event.body.get("ms", 0) >= 0 for event in corpus.all_events())
    assert [check for check in doctor.examine(path) if not check.ok] == []


@pytest.mark.parametrize("second", ["ann", "ben"])
async def test_two_readers_see_each_others_work_and_lose_nothing(
    tmp_path: Path, second: str
) -> None:
    path = make_corpus(tmp_path)
    async with reading(path) as one, reading(path, name=second) as two:
        await one.press("n", "y")
        await two.press("n", "n", "y")
        await one.saved()
        await two.saved()
        await one.press("n", "n", "n", "y")
        await one.saved()
        await one.press("R")
        await two.press("R")
        both = one.labels() == two.labels() and len(one.labels()) == 3
        assert both == (second == "ann")
        await one.press("C", *"by", "colon", *second, "enter")
        assert f"Loaded language by {second}" in one.seen()
    assert len(labels(path)) == 3
    assert [check for check in doctor.examine(path) if not check.ok] == []


TWICE: dict[str, tuple[tuple[str, ...], str]] = {
    "note": (("n", "y", "c", "x"), "enter"),
    "palette": (("colon", *"copy the"), "enter"),
    "search": (("C", *"ships", "enter"), "enter"),
    "form": (("n", "y", "t", "down", "down", "down"), "enter"),
    "describe": (("ctrl+e",), "enter"),
    "chooser": (("K",), "enter"),
    "help": (("question_mark",), "escape"),
    "statistics": (("I",), "escape"),
    "facts": (("V",), "escape"),
    "arrange": (("ampersand",), "escape"),
}


@pytest.mark.parametrize("where", TWICE)
async def test_a_key_hit_three_times_answers_once(tmp_path: Path, where: str) -> None:
    keys, last = TWICE[where]
    async with reading(make_corpus(tmp_path)) as hand:
        await hand.press(*keys)
        await hand.pilot.pause(0.3)
        for _ in range(3):
            hand.app.post_message(events.Key(last, None))
        await hand.pilot.pause(0.3)
        assert isinstance(hand.screen, ReaderScreen)
        await hand.press("escape", "g", "n")
        assert "not saved" not in hand.seen()


async def test_letters_typed_ahead_of_a_note_label_nothing(tmp_path: Path) -> None:
    async with reading(make_corpus(tmp_path)) as hand:
        await hand.press("n", "y")
        for key in "caei":
            hand.app.post_message(events.Key(key, key))
        await hand.pilot.pause(0.3)
        await hand.press("escape")
        assert hand.labels() == [("loaded", "brutal")]


@pytest.mark.parametrize(
    "key", ["K", "f", "slash", "A", "ctrl+p", "ctrl+e", "d", "minus", "0", "V", "ampersand", "I"]
)
async def test_ctrl_q_leads_out_of_every_dialog(tmp_path: Path, key: str) -> None:
    async with reading(make_corpus(tmp_path)) as hand:
        await hand.press(key)
        await hand.pilot.press("ctrl+q")
    assert hand.app.return_code == 0


async def test_a_page_key_ahead_of_the_palettes_rows_is_ignored(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def not_laid_out(_: CommandList) -> None:
        raise KeyError(0)

    monkeypatch.setattr(CommandList, "action_page_up", not_laid_out)
    async with reading(make_corpus(tmp_path)) as hand:
        await hand.press("ctrl+p", "t", "pageup", "escape", "escape")
        await hand.press("n", "y")
        assert hand.labels() == [("loaded", "brutal")]
