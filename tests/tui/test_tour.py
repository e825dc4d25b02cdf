"""The first-run tour goes on when its hints are followed, and goes away for good."""

from pathlib import Path

from hand import Hand, make_corpus
from terminal import Terminal

from annotator.keymap import ACTIONS
from annotator.project import open_project
from annotator.tui.settings import Settings
from annotator.tui.shell import AnnotatorApp
from annotator.tui.tour import STEPS, Tour

KEYS = {action.id: action.keys[0] for action in ACTIONS}


def test_five_hints_each_until_it_is_followed(tmp_path: Path) -> None:
    note = tmp_path / "state" / "over"
    tour = Tour(note)
    assert len(STEPS) == 5
    tour.did("accept")
    assert tour.hint(KEYS).startswith("Tour 1/5")
    for actions, _ in STEPS:
        tour.did(next(iter(actions)))
    assert tour.hint(KEYS) == ""
    assert note.exists()


async def test_the_tour_is_on_the_screen_until_escape(tmp_path: Path) -> None:
    with open_project(make_corpus(tmp_path)) as project:
        app = AnnotatorApp(project, "ann", "story-1", Settings(tour=tmp_path / "over"))
        async with app.run_test(size=(160, 40)) as pilot:
            hand = Hand(app, pilot)
            await hand.press("l")
            assert "n goes to the next suggestion" in hand.seen()
            await hand.press("n")
            assert "y accepts it" in hand.seen()
            await hand.press("escape")
            assert "Tour" not in hand.seen()
            assert (tmp_path / "over").exists()
            await hand.press("colon", *"tour")
            await hand.pilot.pause(0.3)
            await hand.press("enter")
            await hand.pilot.pause(0.3)
            assert "Tour 1/5" in hand.seen()


def test_the_tour_is_given_once_in_a_life(tmp_path: Path) -> None:
    path, env = make_corpus(tmp_path), {"XDG_STATE_HOME": str(tmp_path / "state")}
    for story, told in (("story-1", True), ("story-2", False)):
        with Terminal(path, "--as", "ann", "--story", story, env=env, size=(160, 40)) as terminal:
            terminal.wait_for("labelled")
            terminal.press("l")
            assert (b"Tour 1/5" in terminal.raw) is told
            terminal.press("\x1b")
            terminal.press("\x11")
            assert terminal.end() == 0
