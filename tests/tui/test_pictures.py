"""The screens as they look: a change here is to be looked at, then taken over or mended.

Take over with `pytest tests/tui/test_pictures.py --snapshot-update`.
"""

from collections.abc import Callable
from pathlib import Path

import pytest
from hand import Hand, make_corpus
from textual.pilot import Pilot

from annotator import desk
from annotator.project import open_project
from annotator.tui.screens.facts import FactsScreen
from annotator.tui.screens.reader import ReaderScreen
from annotator.tui.settings import Settings
from annotator.tui.shell import AnnotatorApp

Compare = Callable[..., bool]

WIDE, SMALL, HUGE = (160, 40), (80, 24), (200, 40)
MARKED = ("n", "y", "n", "n", "y", "right_parenthesis", "v", "l", "l", "1", "escape", "h")


@pytest.mark.parametrize(
    ("story", "keys", "size", "theme"),
    [
        ("story-1", MARKED, WIDE, "ink"),
        ("story-1", MARKED, WIDE, "paper"),
        ("story-1", MARKED, SMALL, "ink"),
        ("story-1", MARKED, SMALL, "paper"),
        ("story-1", ("A",), SMALL, "paper"),
        ("story-1", ("f",), SMALL, "ink"),
        ("story-1", ("slash", "m", "o", "n"), WIDE, "ink"),
    ],
    ids=[
        "reader-wide-dark",
        "reader-wide-light",
        "reader-small-dark",
        "reader-small-light",
        "article-labels",
        "hints",
        "search",
    ],
)
def test_screens_look_as_they_did(
    snap_compare: Compare,
    tmp_path: Path,
    story: str | None,
    keys: tuple[str, ...],
    size: tuple[int, int],
    theme: str,
) -> None:
    with open_project(make_corpus(tmp_path)) as project:
        app = AnnotatorApp(project, "ann", story, Settings(theme))
        app.stories.refresh()  # the bar tells the place in the list, which else is read behind
        assert snap_compare(app, press=[*keys, "wait:300"], terminal_size=size)


@pytest.mark.parametrize("theme", ["ink", "paper"])
@pytest.mark.parametrize("size", [WIDE, SMALL], ids=["wide", "small"])
@pytest.mark.parametrize(
    "keys",
    [
        ("q",),
        ("t",),
        ("I",),
        ("C", *"port", "enter"),
        ("question_mark",),
    ],
    ids=["list", "attributes", "statistics", "corpus-search", "help"],
)
def test_screens_of_their_own_look_as_they_did(
    snap_compare: Compare,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    keys: tuple[str, ...],
    size: tuple[int, int],
    theme: str,
) -> None:
    async def press(pilot: Pilot[None]) -> None:
        assert isinstance(pilot.app, AnnotatorApp)
        hand = Hand(pilot.app, pilot)
        await hand.press(*MARKED)
        await hand.saved()
        await hand.press(*keys)
        await pilot.pause(0.3)

    monkeypatch.setattr(desk, "utc_now", lambda: "2026-05-04T10:00:00.000000Z")
    with open_project(make_corpus(tmp_path)) as project:
        app = AnnotatorApp(project, "ann", "story-1", Settings(theme))
        app.stories.refresh()  # the bar tells the place in the list, which else is read behind
        assert snap_compare(app, run_before=press, terminal_size=size)


@pytest.mark.parametrize("theme", ["ink", "paper"])
@pytest.mark.parametrize("size", [WIDE, SMALL], ids=["wide", "small"])
@pytest.mark.parametrize(
    "keys",
    [
        ("right_parenthesis", "right_parenthesis", "V"),
        ("right_parenthesis", "right_parenthesis", "minus"),
        ("ampersand", "space"),
        ("ampersand", "m"),
    ],
    ids=["facts", "counterparts", "arrange", "picker"],
)
def test_screens_across_articles_look_as_they_did(
    snap_compare: Compare, tmp_path: Path, keys: tuple[str, ...], size: tuple[int, int], theme: str
) -> None:
    async def press(pilot: Pilot[None]) -> None:
        await pilot.press(*keys)
        screen = pilot.app.screen
        while isinstance(screen, FactsScreen) and screen._table is None:
            await pilot.pause(0.05)
        while "minus" in keys and isinstance(pilot.app.screen, ReaderScreen):
            await pilot.pause(0.05)
        await pilot.press("right")
        await pilot.pause(0.3)

    with open_project(make_corpus(tmp_path)) as project:
        app = AnnotatorApp(project, "ann", "story-1", Settings(theme))
        app.stories.refresh()  # the bar tells the place in the list, which else is read behind
        assert snap_compare(app, run_before=press, terminal_size=size)


def test_three_articles_look_as_they_did(snap_compare: Compare, tmp_path: Path) -> None:
    with open_project(make_corpus(tmp_path)) as project:
        app = AnnotatorApp(project, "ann", "story-2", Settings("ink"))
        app.stories.refresh()  # the bar tells the place in the list, which else is read behind
        assert snap_compare(app, press=["tab", "wait:300"], terminal_size=HUGE)
