"""Article text, titles, names and labels that try to drive the terminal or the markup parser."""

from pathlib import Path

import pytest
from hand import make_article, make_suggestion, reading, save_story

from annotator import project
from annotator.model import BlockKind
from annotator.store.corpus import open_corpus

EVIL = (
    "\x1b]0;owned\x07 \x1b[2J \x1b]52;c;ZXZpbA==\x07 \x9b31m \x7f \u202eesrever\u202c \u2066x\u2069 "
    "[bold]b[/] [/] [@click=app.exit]out[/] [link=http://x] \u200b\ufeff \x00\x08\t end."
)
SIGNS = [chr(n) for n in (0x1B, 0x9B, 0x7F, 0x202E, 0x2066, 0x200B, 0xFEFF, 0x08, 0x09, 0x07)]


def hostile_corpus(folder: Path) -> Path:
    path = folder / "[red]\x1b]0;evil\x07[@click=x].db"
    project.new(path, "framing")
    articles = [
        make_article(
            [
                (BlockKind.TITLE, f"Title {n} {EVIL}"),
                (BlockKind.BODY, f"Body {n} says {EVIL} Bad."),
            ],
            f"Outlet {EVIL}",
        )
        for n in range(2)
    ]
    suggested = [
        make_suggestion(a, "end", "loaded", entry=EVIL, reason=EVIL, detector="loaded", kind=EVIL)
        for a in articles
    ]
    with open_corpus(path, write=True) as corpus:
        corpus.writer().submit(lambda t: save_story(t, 1, articles, suggested, [])).result()
    return path


@pytest.mark.parametrize("size", [(160, 40), (80, 24), (20, 5)])
async def test_every_screen_shows_it_and_nothing_of_it_works(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with reading(hostile_corpus(tmp_path), size=size) as hand:
        seen = [hand.seen()]
        for keys in (
            ("n",), ("y",), ("s",), ("c",), ("escape",), ("t",), ("escape",), ("A",), ("1",),
            ("escape",), ("escape",), ("K",), ("escape",), ("d",), ("escape",), ("H",), ("escape",),
            ("slash", "e", "n", "d"), ("enter",), ("escape",), ("Z",), ("I",), ("escape",),
            ("question_mark",), ("escape",), ("f",), ("escape",), ("0",), ("escape",), ("L",),
            ("escape",), ("E",), ("escape",), ("S",), ("escape",), ("ctrl+e",), ("escape",),
            ("C", "s", "a", "y", "s", "enter"), ("escape",), ("tab",), ("u",), ("minus",),
            ("escape",), ("V", "tab"), ("escape",), ("ampersand",), ("space", "m"), ("s",),
            ("escape",), ("q",), ("q",), ("ampersand",), ("q",), ("V",), ("q",),
        ):  # fmt: skip
            await hand.press(*keys)
            seen.append(hand.seen())
        text = "\n".join(seen)
        assert [sign for sign in SIGNS if sign in text] == []
        assert size[0] < 100 or "[@click=app.exit]out[/]" in text
        assert hand.app.is_running


async def test_text_is_kept_as_it_was(tmp_path: Path) -> None:
    async with reading(hostile_corpus(tmp_path)) as hand:
        assert EVIL in hand.here.article.text
        hand.go_to("esrever")
        await hand.press("1")
        assert ("loaded", "esrever") in hand.labels()
