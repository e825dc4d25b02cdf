"""What a terminal sends that means nothing: broken key reports, stray bytes, a cat on the keys."""

import os
import random
from pathlib import Path

from hand import make_corpus
from hypothesis import given
from hypothesis import strategies as st
from terminal import at_work, labels
from textual import events
from textual.message import Message

from annotator.store import doctor
from annotator.text.safe import visible
from annotator.tui.terminal import PASTED, Parser

BROKEN = [
    b"\x1b[1114112u",
    b"\x1b[99999999999999999999u",
    b"\x1b[97:65;2u",
    b"\x1b[97;1:3u",
    b"\x1b[97;;1114112u",
    b"\x1b[97;;55296u",
    b"\x1b[48;0;0;0;0t",
    b"\x1b[48;0;0;0;0t\x1b[<0;5;5M\x1b[<0;5;5m",
    b"\x1b[48;9999999;9999999;1;1t",
    b"\x1b[<0;99999999;99999999M\x1b[<0;99999999;99999999m",
    b"\x1b[<0;-5;-5M",
    b"\x1b[M\xff\xff\xff",
    b"\xff\xfe\xc3\x28\x80",
    b"\x1b[" + b"9;" * 200 + b"u",
]


def test_what_cannot_be_understood_is_ignored(tmp_path: Path) -> None:
    path = make_corpus(tmp_path)
    with at_work(path) as terminal:
        for sent in BROKEN:
            os.write(terminal.master, sent)
            terminal.read(0.1)
            assert terminal.process.poll() is None, sent
            os.write(terminal.master, b"\x1b")
            terminal.read(0.15)
        terminal.press("g")
        terminal.press("n")
        terminal.press("y")
        terminal.wait_for("1 labelled")
        terminal.press("\x11")
        assert terminal.end() == 0
        assert terminal.is_restored()
        assert "brutal" in labels(path)


LEAVING = b"q\x03\x11\x1a"


def test_a_flood_of_random_bytes_ends_nothing(tmp_path: Path) -> None:
    path, chance = make_corpus(tmp_path), random.Random(7)
    with at_work(path) as terminal:
        for _ in range(8):
            os.write(terminal.master, chance.randbytes(100).translate(None, LEAVING))
            terminal.read(0.05)
        terminal.read(1)
        assert terminal.process.poll() is None
        os.write(terminal.master, b"\x11")
        terminal.read(0.5)
        os.write(terminal.master, b"\x11")
        assert terminal.end() == 0
        assert terminal.is_restored()
    assert [check for check in doctor.examine(path) if not check.ok] == []


PIECES = st.sampled_from(
    r"\x1b \x1b[ \x1b[< \x1b[48; [ < ? ; : u M m t ~ R 0 1 97 57363 1114112 55296 - $y 2026 2048 n"
    r" é \x00 \x9b 200~ 201~ I O ² ٣ 99999999999999999999".encode("latin-1", "backslashreplace")
    .decode("unicode_escape")
    .split(" ")
)


@given(st.lists(st.lists(PIECES, max_size=12).map("".join).filter(bool), max_size=8))
def test_the_parser_takes_anything_and_reads_on(chunks: list[str]) -> None:
    parser = Parser()
    for chunk in [*chunks, "\x1b[201~", "\x18" * 40]:
        list(parser.feed(chunk))
        if parser._timeout_time is not None:
            parser._timeout_time = 0
        list(parser.tick())
    assert [m.key for m in parser.feed("n") if isinstance(m, events.Key)] == ["n"]


@given(
    st.text(st.characters(exclude_characters="\x1b"), max_size=200),
    st.lists(st.integers(1, 40), max_size=9),
)
def test_a_paste_arrives_as_one_safe_line_however_it_is_cut(text: str, cuts: list[int]) -> None:
    stream, parser = f"x\x1b[200~{text}\x1b[201~y", Parser()
    heard: list[Message] = []
    while stream:
        size = cuts.pop() + 6 if cuts else len(stream)  # the first piece holds the mark
        heard += parser.feed(stream[:size])
        stream = stream[size:]
    keys = [message.key for message in heard if isinstance(message, events.Key)]
    pastes = [message.text for message in heard if isinstance(message, events.Paste)]
    assert (keys, pastes) == (["x", "y"], [visible(" ".join(text.splitlines()))])


def test_what_is_typed_after_a_huge_paste_is_read() -> None:
    parser = Parser()
    chunks = ["\x1b[200~", *["ab" * 2048] * 500, "\x1b[20", "1~n"]
    heard = [message for chunk in chunks for message in parser.feed(chunk)]
    assert [type(message) for message in heard] == [events.Paste, events.Key]
    assert len(heard[0].text) == PASTED  # type: ignore[attr-defined]
