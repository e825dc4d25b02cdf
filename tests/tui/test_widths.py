"""Every screen at every width: nothing runs over the edge, what matters most is there."""

from pathlib import Path

import pytest
from hand import make_corpus, reading

from annotator.text.cells import width

SCREENS: dict[str, tuple[str, ...]] = {
    "reader": (),
    "note": ("n", "y", "c"),
    "attributes": ("n", "y", "t"),
    "article labels": ("A",),
    "all labels": ("0",),
    "guideline": ("H",),
    "detectors": ("d",),
    "facts": ("V",),
    "counterparts": ("right_parenthesis", "right_parenthesis", "minus"),
    "arrange": ("ampersand",),
    "picker": ("ampersand", "m"),
    "search": ("C", *"ships", "enter"),
    "statistics": ("I",),
    "help": ("question_mark",),
    "list": ("q",),
}
WAY_OUT = {"note", "attributes", "search", "statistics", "help", "guideline", "detectors", "picker"}


@pytest.mark.parametrize("size", [(20, 5), (40, 12), (80, 24), (120, 30), (200, 60)], ids=str)
async def test_no_screen_runs_over_the_edge(tmp_path: Path, size: tuple[int, int]) -> None:
    async with reading(make_corpus(tmp_path), size=size) as hand:
        for name, keys in SCREENS.items():
            await hand.press(*keys)
            rows = hand.seen().splitlines()
            assert [row for row in rows if width(row) > size[0]] == [], name
            text = "\n".join(rows)
            if name == "reader":
                assert "saved" in rows[0]
                assert "\N{HORIZONTAL ELLIPSIS}" not in rows[-1] or size[0] == 20
            if name == "list":
                assert "Har" in text
                assert "0/2" in text
            if name in ("list", "reader", "facts", "arrange"):
                assert size[1] < 20 or "? keys" in rows[-1], name
            elif name in WAY_OUT and size[1] >= 12:
                assert "Esc" in text, name
            while name != "list" and hand.screen is not hand.reader:
                await hand.press("escape")


async def test_the_head_tells_how_far_the_cursor_is_at_the_new_width(tmp_path: Path) -> None:
    async with reading(make_corpus(tmp_path), size=(160, 40)) as hand:
        hand.go_to("Two ships")
        for width in (60, 34, 200, 48):
            await hand.pilot.resize_terminal(width, 30)
            await hand.settle()
            assert f"{hand.here.progress():4.0%}" in hand.seen().splitlines()[1]
