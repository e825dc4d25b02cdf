"""Article text, titles, names and labels that try to drive the terminal or the markup parser."""

import json
from pathlib import Path

import pytest
from hand import make_article, make_suggestion, reading, save_story
from shell import Shell

from annotator import project
from annotator.model import BlockKind
from annotator.store.corpus import open_corpus

EVIL = (
    "\x1b]0;owned\x07 \x1b[2J \x1b]52;c;ZXZpbA==\x07 \x9b31m \x7f "
    "\u202eesrever\u202c \u2066x\u2069 "
    "[bold]b[/] [/] [@click=app.exit]out[/] [link=http://x] \u200b\ufeff \x00\x08\t end."
)
FAMILY = "👩\u200d👩\u200d👧\u200d👦 e\u0301\u0323 한글 ไทย"
NAME = "[@click=app.exit]ann[/]"
SIGNS = [chr(n) for n in (0x1B, 0x9B, 0x7F, 0x202E, 0x2066, 0x200B, 0xFEFF, 0x08, 0x09, 0x07)]


def hostile_scheme(folder: Path) -> Path:
    """A scheme whose every word is hostile; JSON writes strings as TOML reads them."""
    evil = json.dumps(EVIL)
    lines = [f"id = 'evil'\nname = {evil}\ndescription = {evil}\n"]
    for layer in ("span", "sentence", "article", "story", "link"):
        lines.append(
            f"[[label]]\nid = '{layer}s'\nname = {evil}\nlayer = '{layer}'\nmark = '['\n"
            f"key = ''\ncolour = 'red'\nguideline = {evil}\nexample = {evil}\n"
        )
        lines.append(
            f"[[label.attribute]]\nid = 'kind'\nname = {evil}\ntype = 'choice'\n"
            f"choices = [{evil}, 'b']\n"
        )
    file = folder / "evil.toml"
    file.write_text("\n".join(lines), "utf-8")
    return file


def hostile_corpus(folder: Path) -> Path:
    path = folder / "[red]\x1b]0;evil\x07[@click=x].db"
    project.new(path, str(hostile_scheme(folder)))
    articles = [
        make_article(
            [
                (BlockKind.TITLE, f"Title {n} {EVIL}"),
                (BlockKind.BODY, f"Body {n} says {EVIL} {FAMILY} Bad."),
                (BlockKind.BODY, "so \x1b[31m" * 2_000 if n else "界" * 100_000),
            ],
            f"Outlet {EVIL}",
        )
        for n in range(4)
    ]
    suggested = [
        make_suggestion(a, "end", "spans", entry=EVIL, reason=EVIL, detector="loaded", kind=EVIL)
        for a in articles
    ]
    with open_corpus(path, write=True) as corpus:
        writer = corpus.writer()
        writer.submit(lambda t: save_story(t, 1, articles[:2], suggested, [])).result()
        writer.submit(lambda t: save_story(t, 2, articles[2:], suggested, [])).result()
    return path


@pytest.mark.parametrize("size", [(160, 40), (80, 24), (20, 5)])
async def test_every_screen_shows_it_and_nothing_of_it_works(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with reading(hostile_corpus(tmp_path), size=size, name=NAME) as hand:
        seen = [hand.seen()]
        for keys in (
            ("n",), ("y",), ("s",), ("c",), ("escape",), ("t",), ("escape",), ("A",), ("1",),
            ("enter",), ("escape",), ("K",), ("escape",), ("d",), ("escape",), ("H",), ("escape",),
            ("slash", "e", "n", "d"), ("enter",), ("escape",), ("Z",), ("I",), ("escape",),
            ("question_mark",), ("escape",), ("f",), ("escape",), ("0",), ("escape",), ("L",),
            ("escape",), ("E",), ("1",), ("enter",), ("escape",), ("S",), ("escape",), ("ctrl+e",),
            ("escape",), ("C", "s", "a", "y", "s", "enter"), ("escape",), ("tab",), ("u",),
            ("minus",), ("escape",), ("V", "tab"), ("escape",), ("ampersand",), ("space", "m"),
            ("escape",), ("s",), ("escape",), ("escape",), ("colon", *"label"), ("escape",),
            ("escape",), ("C", *"is", "colon", *"open", "enter"), ("escape",), ("G",), ("f",),
            ("escape",), ("right_square_bracket",), ("q",), ("I",), ("q",), ("slash", *"end"),
            ("enter",), ("ampersand",), ("q",), ("V",), ("q",), ("colon",), ("escape",),
        ):  # fmt: skip
            await hand.press(*keys)
            seen.append(hand.seen())
        text = "\n".join(seen)
        assert [sign for sign in SIGNS if sign in text] == []
        assert size[0] < 100 or "[@click=app.exit]out[/]" in text
        assert size[0] < 100 or NAME in text
        assert hand.app.is_running


def test_the_reader_in_words_says_nothing_of_it(tmp_path: Path, run: Shell) -> None:
    lines = "n\ny\nt\n\nH\nS\n\nA\n\nE\n\nV\nI\nstories\n2\nC\nend\n\nQ\n\nd\n\n?\nu\nq\n"
    done = run(hostile_corpus(tmp_path), "--plain", "--as", NAME, stdin=lines)
    assert done.code == 0
    said = done.out + done.err
    assert [sign for sign in SIGNS if sign in said] == []
    assert "[@click=app.exit]out[/]" in said


async def test_text_is_kept_as_it_was(tmp_path: Path) -> None:
    async with reading(hostile_corpus(tmp_path)) as hand:
        assert EVIL in hand.here.article.text
        hand.go_to("esrever")
        await hand.press("1")
        assert ("spans", "esrever") in hand.labels()
