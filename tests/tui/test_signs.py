"""Terminals that have few signs or no colours: every screen in what they have."""

import io
import sys
from pathlib import Path

import pytest
from hand import make_corpus, reading
from hypothesis import given
from hypothesis import strategies as st

from annotator.text.cells import width
from annotator.text.safe import visible
from annotator.tui import signs

POOR = [{"TERM": "linux"}, {"LC_ALL": "C"}, {"LC_ALL": "", "LC_CTYPE": "", "LANG": "en_US"}]


@pytest.mark.parametrize("env", POOR, ids=str)
async def test_every_screen_is_drawn_in_ascii(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, env: dict[str, str]
) -> None:
    for name, value in env.items():
        monkeypatch.setenv(name, value)
    async with reading(make_corpus(tmp_path), size=(120, 24)) as hand:
        seen = [hand.seen()]
        for keys in (
            ("n",), ("y",), (">",), ("t",), ("escape",), ("A", "1"), ("escape",), ("escape",),
            ("K",), ("escape",), ("d",), ("escape",), ("H",), ("escape",), ("Z",), ("I",),
            ("escape",), ("question_mark",), ("escape",), ("f",), ("escape",), ("C", "x", "enter"),
            ("escape",), ("q",),
        ):  # fmt: skip
            await hand.press(*keys)
            seen.append(hand.seen())
        text = "\n".join(seen)
        assert sorted({sign for sign in text if not sign.isascii()}) == []
        assert "~ 1 block hidden" in seen[0]
        assert "####-" in text


def test_a_rich_terminal_is_given_the_text_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LC_ALL", "LC_CTYPE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    for locale in ("C.UTF-8", "de_DE.utf8", ""):
        monkeypatch.setenv("LANG", locale)
        assert signs.drawn() is None


def test_what_an_encoding_lacks_is_a_question_mark_as_wide(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "de_DE.ISO-8859-1")
    monkeypatch.setattr(sys, "__stderr__", io.TextIOWrapper(io.BytesIO(), "latin-1"))
    drawn = signs.drawn()
    assert drawn is not None
    assert drawn("“Çé” ž 日本 …") == '"Çé" ? ???? ~'


@given(st.text())
def test_stand_ins_take_the_room_of_what_they_stand_for(text: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TERM", "linux")
        drawn = signs.drawn()
    assert drawn is not None
    assert width(drawn(visible(text))) == width(visible(text))


def test_signs_that_mean_different_things_stay_different(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "linux")
    drawn = signs.drawn()
    assert drawn is not None
    for together in ("█▓┃│· ", "▪▫", "━─", "▌ ", "=!·"):
        assert len({drawn(sign) for sign in together}) == len(together)


@pytest.mark.parametrize(
    ("name", "value"), [("NO_COLOR", "1"), ("TERM", "vt220"), ("TERM", "xterm-256color")]
)
async def test_the_gutter_names_what_is_suggested_for_hue_alone_tells_not_everybody(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    async with reading(make_corpus(tmp_path)) as hand:
        pane = hand.reader._columns[0].pane
        rows = [strip.text for strip in pane.render_lines(pane.size.region)]
        assert next(row for row in rows if "brutal" in row)[:4] == "!l  "
        assert next(row for row in rows if "reportedly" in row)[1:4] == "lh "
        await hand.press("n", "n", "y")
        rows = [strip.text for strip in pane.render_lines(pane.size.region)]
        assert next(row for row in rows if "reportedly" in row)[1:4] == "Lh "


async def test_every_label_is_readable_at_eighty_columns(tmp_path: Path) -> None:
    async with reading(make_corpus(tmp_path), size=(80, 24)) as hand:
        assert "5 presupposition" in hand.seen()
        assert "6 portrayal" in hand.seen()
