"""RTF: paragraphs as word processors and news databases write them, whatever is in the file."""

from pathlib import Path

import mockexports
import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator import ingest
from annotator.ingest import Draft, Refused
from annotator.ingest.draft import Source
from annotator.ingest.rtf import pages

PAGE = rb"""{\rtf1\ansi\ansicpg1252\deff0
{\fonttbl{\f0\fswiss Helvetica;}{\f1\froman\fcharset204 Times;}{\f2\fcharset128 Mincho;}}
{\colortbl;\red255\green0\blue0;}{\stylesheet{\s1 Heading;}}
{\info{\title Dockers walk out}{\author Rae Quill}{\creatim\yr2026\mo6\dy8\hr10}}
{\header Page \chpgn of the draft}{\footer Salvi Press}
{\pard\b\fs36 Dockers walk out over pay\par}
\pard The board \'93cut\'94 wages\emdash by \u8220"12%\u8221" \endash a caf\u233? owner said.
\line Done.\par
{\*\generator Some word processor;}
{\f1 \'cc\'e8\'f0}, {\f2 \'93\'fa\'96\'7b} and {\uc2\u26085\'93\'fa}.\par
One {\v hidden }{\deleted gone }
{\field{\*\fldinst{HYPERLINK "http://example.org/a"}}{\fldrslt link}}
 and \u55357?\u56832? and \{braces\} \\ and{\footnote A note.}\bin4 }}}} more\~text\_here.\par}
"""


def text_of(raw: bytes) -> str:
    (page,) = pages(Source("a.rtf", data=raw))
    return page.text


def test_a_document_is_read_as_it_is_seen() -> None:
    assert text_of(PAGE).split("\n\n") == [
        "Dockers walk out over pay",
        "The board “cut” wages—by “12%” –a café owner said.",
        "Done.",
        "Мир, 日本 and 日.",
        "One link and 😀 and {braces} \\ and more\xa0text-here.",
    ]


FONTS = rb"{\fonttbl{\f0\fcharset204 Times;}{\f1\fcharset0 Arial;}{\f2\fcharset128 Mincho;}}"


@pytest.mark.parametrize(
    ("told", "text"),
    [
        (rb"\f2 \'95\'5c \'95\\ \'83\} \'83A", "表 表 マ ア"),  # halves written in three ways
        (rb"\uc1\u8712\{x\u955\\y", "∈xλy"),
        (rb"\deff0 \'cc\'e8\'f0 \f1 caf\'e9 \plain \'e9", "Мир café й"),
        (rb"\ansicpg65001\f1 caf\'c3\'a9", "café"),
        (rb"\f1 a{\nestcell}{\nonesttables\par}b", "a\tb"),
    ],
)
def test_bytes_are_read_by_their_font(told: bytes, text: str) -> None:
    assert text_of(b"{\\rtf1\\ansi" + FONTS + told + b"\\par}") == text


def test_a_byte_order_mark_is_no_matter() -> None:
    assert text_of(b"\xef\xbb\xbf{\\rtf1 Text.}") == "Text."


def test_properties_tell_what_the_text_does_not(tmp_path: Path) -> None:
    path = tmp_path / "page.RTF"
    path.write_bytes(PAGE)
    (draft,) = ingest.read([path])
    assert isinstance(draft, Draft)
    assert draft.title == "Dockers walk out over pay"
    assert (draft.byline, draft.date) == ("Rae Quill", "2026-06-08")


@pytest.mark.parametrize("layout", mockexports.LAYOUTS)
def test_an_export_of_a_news_database_is_its_articles(tmp_path: Path, layout: str) -> None:
    told = mockexports.LAYOUTS[layout]
    marked = "".join(f"{line}\\par\n" for line in escaped(told).split("\n"))
    path, plain = tmp_path / "a.rtf", tmp_path / "a.txt"
    path.write_text("{\\rtf1\\ansi " + marked + "}")
    plain.write_text(told)
    found = [(d.title, d.outlet, d.date, d.byline) for d in drafts(path)]
    assert found == [(d.title, d.outlet, d.date, d.byline) for d in drafts(plain)]
    assert found


def drafts(path: Path) -> list[Draft]:
    return [draft for draft in ingest.read([path]) if isinstance(draft, Draft)]


def escaped(text: str) -> str:
    """`text` as RTF writes it: UTF-16 units beyond ASCII by number."""
    units = text.encode("utf-16-le")
    codes = [int.from_bytes(units[at : at + 2], "little") for at in range(0, len(units), 2)]
    return "".join(
        f"\\u{code - 65536 if code > 32767 else code}?"
        if code > 127
        else ("\\" if chr(code) in "\\{}" else "") + chr(code)
        for code in codes
    )


@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Cf", "Z"]), min_size=1))
def test_any_text_comes_back(text: str) -> None:
    assert text_of(("{\\rtf1\\ansi a" + escaped(text) + "\\par}").encode()) == f"a{text}"


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(raw: bytes) -> None:
    assert isinstance(text_of(b"{\\rtf1 " + raw), str)


@given(
    st.lists(st.sampled_from([rb"\u", rb"\uc", rb"\'", rb"\bin", rb"\f", b"{", b"}", b"a", b"9"]))
)
def test_words_in_any_order_are_read(words: list[bytes]) -> None:
    assert isinstance(text_of(b"{\\rtf1 " + b"".join(words)), str)


@pytest.mark.parametrize("piece", [b"{", b"}", b"{\\f1", b"\\u9", b"\\fldinst{", b"\\'", b"\\"])
def test_what_never_ends_is_read_in_passing(piece: bytes) -> None:
    assert text_of(b"{\\rtf1 A start. " + piece * 100_000).startswith("A start.")


def test_what_is_no_rtf_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.rtf"
    path.write_bytes(b"PK\x03\x04")
    (refused,) = ingest.read([path])
    assert isinstance(refused, Refused)
    assert "not RTF" in refused.error.message
