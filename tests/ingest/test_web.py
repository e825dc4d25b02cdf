"""HTML, MHTML and feeds: our rendering, metadata, and hostile markup."""

import base64
import sys
import zipfile
from pathlib import Path

import pytest

from annotator import ingest
from annotator.files import packaged
from annotator.ingest import Draft, Refused
from annotator.ingest.cleaning.clean import clean
from annotator.ingest.draft import Page
from annotator.ingest.html import page_of
from annotator.ingest.web import extraction
from annotator.ingest.web.render import render
from annotator.ingest.web.tokens import tokens
from annotator.model import BlockKind
from annotator.text.canonical import canonicalise

PROSE = "The council voted on Monday to close the old bridge, the mayor said in a statement."


def draft_of(folder: Path, name: str, content: str | bytes) -> Draft:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    (result,) = ingest.read([path])
    assert isinstance(result, Draft), result
    return result


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>One</p><p>Two</p>", "One\n\nTwo"),
        ("a <b>b</b>\n  c<br>d", "a b c\nd"),
        ("<div>x<div>y</div>z</div>", "x\ny\nz"),
        ("&lt;b&gt; &amp;amp; caf&eacute;&nbsp;&#8217;", "<b> &amp; café\xa0’"),
        ("<script>if (a<b) c()</script>x<style>p{}</style>", "x"),
        ("<p hidden>no</p><p style='display: none'>no</p><p>yes</p>", "yes"),
        ("<li>one<li>two", "one\ntwo"),
        ("<p hidden>no<p>yes<ul><li hidden>no<li>yes</ul>", "yes\n\nyes"),
        ("5 < 6 and 7 > 2", "5 < 6 and 7 > 2"),
        ("<!-- a > b --><p>c</p><!-- d", "c\n\nd"),
        ("<p title='a > b'>c", "c"),
        ("<svg><text>no</text></svg>yes<template>no</template>", "yes"),
        ("&#" + "9" * 6000 + ";", "\ufffd"),
    ],
)
def test_rendering(html: str, text: str) -> None:
    assert render(html).text == text


@pytest.mark.parametrize(
    "html",
    [
        "<" * 50_000,
        "<!--" * 50_000,
        "<a " * 50_000,
        "<a " * 50_000 + ">",
        '<a x=">"' * 50_000,
        "<![a[" * 50_000 + ">",
        "</" * 50_000,
        "<script>" * 50_000,
        "<div>" * 50_000 + "end",
        "&" * 50_000,
        "<p>x</div>" * 50_000,
    ],
)
def test_markup_that_never_ends_is_read_in_passing(html: str) -> None:
    assert len(render(html).text) <= len(html)
    assert sum(1 for _ in tokens(html)) <= len(html)


def test_id_and_head_do_not_depend_on_trafilatura(monkeypatch: pytest.MonkeyPatch) -> None:
    page = packaged("seeds") / "ostrel-dam" / "green-weekly.html"
    (with_it,) = ingest.read([page])
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    (without,) = ingest.read([page])
    assert isinstance(with_it, Draft)
    assert with_it == without


def test_metadata_and_regions(tmp_path: Path) -> None:
    html = f"""<html><head><title>Bridge closes - The Gazette</title>
      <meta name="author" content="Ann Roe"><meta property="og:site_name" content="The Gazette">
      <meta property="article:published_time" content="2026-05-04T08:00:00Z">
      <link rel="canonical" href="https://gazette.example/bridge">
      <script type="application/ld+json">{{broken</script></head>
      <body><nav><a>Home</a> <a>Town</a></nav><h1>Bridge closes</h1>
      <p>{PROSE}</p><h2>What next</h2><p>{PROSE.replace("Monday", "Friday")}</p>
      <div class="related-stories"><p>{PROSE.replace("bridge", "pier")}</p></div>
      <footer>© 2026 Gazette Group</footer></body></html>"""
    draft = draft_of(tmp_path, "a.html", html)
    assert (draft.title, draft.outlet, draft.byline) == ("Bridge closes", "The Gazette", "Ann Roe")
    assert (draft.date, draft.url) == ("2026-05-04", "https://gazette.example/bridge")
    shown = [draft.text[b.start : b.end] for b in draft.blocks if b.shown]
    assert shown == ["Bridge closes", PROSE, "What next", PROSE.replace("Monday", "Friday")]


def test_markup_that_would_hide_the_article_is_not_believed(tmp_path: Path) -> None:
    html = f"<div class='sidebar'><h1>Bridge closes</h1><p>{PROSE}</p></div>"
    draft = draft_of(tmp_path, "a.html", html)
    assert [draft.text[b.start : b.end] for b in draft.blocks if b.shown][-1] == PROSE


def test_declared_encodings(tmp_path: Path) -> None:
    html = f'<meta charset="iso-8859-1"><p>Caf\xe9 \x93closed\x94. {PROSE}</p>'.encode("latin-1")
    assert draft_of(tmp_path, "a.html", html).text.startswith("Café “closed”.")


def test_mhtml(tmp_path: Path) -> None:
    page = (
        "From: <Saved by Blink>\r\nContent-Location: https://gazette.example/b\r\n"
        "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=xx\r\n\r\n--xx\r\n"
        "Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n"
        f"\r\n<title>Bridge</title><p>Caf=C3=A9. {PROSE}</p>\r\n--xx--\r\n"
    )
    draft = draft_of(tmp_path, "a.mhtml", page)
    assert draft.text == f"Café. {PROSE}"
    assert draft.url == "https://gazette.example/b"


FEED = """<?xml version="1.0"?><rss version="2.0"
  xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>The Gazette</title>
  <item><title>Bridge &amp;amp; pier</title><link>https://gazette.example/1</link>
  <pubDate>Mon, 04 May 2026 08:00:00 GMT</pubDate><description>Short.</description>
  <content:encoded><![CDATA[<p>One &eacute;.</p><p>Two.</p>]]></content:encoded></item>
  </channel></rss>"""


def test_feed(tmp_path: Path) -> None:
    draft = draft_of(tmp_path, "a.xml", FEED)
    assert draft.text == "Bridge & pier\n\nOne é.\n\nTwo."
    assert (draft.title, draft.outlet, draft.date) == ("Bridge & pier", "The Gazette", "2026-05-04")
    assert draft.url == "https://gazette.example/1"


@pytest.mark.parametrize(
    ("xml", "said"),
    [
        ('<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><rss>&b;</rss>', "document type"),
        ('<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/hostname">]><rss>&x;</rss>', "document type"),
        ("<rss><channel>", "broken XML"),
        ("<note/>", "not an RSS"),
    ],
)
def test_hostile_feeds_are_refused(tmp_path: Path, xml: str, said: str) -> None:
    path = tmp_path / "a.xml"
    path.write_text(xml)
    (result,) = ingest.read([path])
    assert isinstance(result, Refused)
    assert said in result.error.message


ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Tide</title><entry>
<title>Ferry late</title><author><name>Rae Quill</name><email>rae@tide.example</email></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>The ferry was late.</p>
<p>Nobody was hurt on the pier.</p></div></content></entry></feed>"""
GATHERED = """<rss version="2.0"><channel><title>Finder</title><item>
<title>Ferry late - The Tide</title><source url="https://tide.example">The Tide</source>
<guid isPermaLink="true">https://tide.example/1</guid><author>rae@tide.example (Rae Quill)</author>
<description>&lt;p&gt;The ferry was late.&lt;/p&gt;&lt;p&gt;Nobody was hurt on the pier.&lt;/p&gt;
</description></item></channel></rss>"""


@pytest.mark.parametrize(
    ("feed", "outlet", "url"),
    [(ATOM, "Tide", None), (GATHERED, "The Tide", "https://tide.example/1")],
    ids=("atom", "gathered"),
)
def test_feeds_name_authors_sources_and_paragraphs(
    tmp_path: Path, feed: str, outlet: str, url: str | None
) -> None:
    path = tmp_path / "feed.xml"
    path.write_text(feed, "utf-8")
    (draft,) = ingest.read([path])
    assert isinstance(draft, ingest.Draft)
    told = (draft.title, draft.byline, draft.outlet, draft.url)
    assert told == ("Ferry late", "Rae Quill", outlet, url)
    body = [b for b in draft.blocks if b.kind is BlockKind.BODY]
    assert [draft.text[b.start : b.end].strip() for b in body] == [
        "The ferry was late.",
        "Nobody was hurt on the pier.",
    ]


def test_mhtml_of_an_xhtml_page(tmp_path: Path) -> None:
    path = tmp_path / "page.mht"
    path.write_text(
        "MIME-Version: 1.0\nContent-Type: application/xhtml+xml; charset=utf-8\n\n"
        "<html><h1>Ferry to the isles late</h1><p>The ferry was late.</p></html>",
        "utf-8",
    )
    (draft,) = ingest.read([path])
    assert isinstance(draft, ingest.Draft)
    assert draft.title == "Ferry to the isles late"


def in_base64(folder: Path, content: str) -> list[Draft | Refused]:
    path = folder / "page.mhtml"
    path.write_text(
        "MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n"
        f"Content-Transfer-Encoding: base64\n\n{content}\n"
    )
    return list(ingest.read([path]))


def test_mhtml_in_base64(tmp_path: Path) -> None:
    packed = base64.encodebytes(f"<p>Café. {PROSE}</p>".encode()).decode()
    for content in (packed, packed.replace("\n", " \r\n"), packed.rstrip("=\n")):
        (draft,) = in_base64(tmp_path, content)
        assert isinstance(draft, Draft)
        assert draft.text == f"Café. {PROSE}"


@pytest.mark.parametrize("content", ["!!!!notbase64", "notbase64", "PHA+!T25lLjwvcD4=", "Café"])
def test_mhtml_that_is_not_the_base64_it_says_is_refused(tmp_path: Path, content: str) -> None:
    (refused,) = in_base64(tmp_path, content)
    assert isinstance(refused, Refused)
    assert "says that it is base64 and is not" in refused.error.message
    assert refused.error.hint


def test_parts_that_browsers_save_beside_a_page_are_no_articles(tmp_path: Path) -> None:
    parts = tmp_path / "page_files"
    parts.mkdir()
    for path in (tmp_path / "page.html", parts / "frame.html"):
        path.write_text(
            "<html><h1>Ferry to the isles late</h1><p>The ferry was late.</p></html>", "utf-8"
        )
    with zipfile.ZipFile(tmp_path / "saved.zip", "w") as archive:
        archive.write(tmp_path / "page.html", "page.html")
        archive.write(parts / "frame.html", "page_files/frame.html")
    (one,) = ingest.read([tmp_path / "saved.zip"])
    assert str(one.path).endswith("!page.html")
    (tmp_path / "saved.zip").unlink()
    (page,) = ingest.read([tmp_path])
    assert page.path == str(tmp_path / "page.html")


def taken(*lines: str, said: tuple[str, ...]) -> list[str]:
    """What is shown of a page whose lines `said` an extractor took for the article's."""
    text = "\n\n".join(lines)
    starts = frozenset(text.index(line) for line in said)
    draft = clean(Page("a.html", text, title="Bridge closes", prose=starts))
    return [draft.text[b.start : b.end] for b in draft.blocks if b.shown]


def test_sentences_taken_on_both_sides_of_a_box_and_above_a_headline_are_shown() -> None:
    town = [PROSE.replace("Monday", day) for day in ("Monday", "Tuesday", "Friday", "Sunday")]
    box = [f"Link to story {name}" for name in "ABCDEFGHIJKL"]
    body = (*town[:2], *town[2:])
    shown = taken(*town[:2], *box, "Bridge closes", "By Ann Roe", *town[2:], said=body)
    assert [line for line in shown if line in body] == list(body)


def test_a_sentence_that_was_not_taken_and_tells_of_something_else_is_hidden() -> None:
    town = [PROSE.replace("Monday", day) for day in ("Monday", "Tuesday", "Friday")]
    oops = "Oops, verifying credentials failed, please try again."
    assert oops not in taken("Bridge closes", town[0], oops, *town[1:], said=tuple(town))


def test_soft_hyphens_do_not_part_a_page_from_what_is_taken_of_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(extraction, "_extract", lambda html, fast: PROSE)
    text = PROSE.replace("council", "coun\xadcil")
    assert extraction.extracted_lines("", text, short=False) == frozenset([0])


def test_where_the_fast_extractor_finds_little_the_careful_one_is_asked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(extraction, "_extract", lambda html, fast: "Menu" if fast else PROSE)
    assert extraction.extracted_lines("", PROSE, short=False) == frozenset([0])


def test_a_small_article_element_elsewhere_is_not_believed(monkeypatch: pytest.MonkeyPatch) -> None:
    town = [PROSE.replace("Monday", day) for day in ("Monday", "Tuesday", "Friday")]
    monkeypatch.setattr(extraction, "_extract", lambda html, fast: "\n".join(town))
    html = "".join(f"<p>{line}</p>" for line in town)
    other = "Ferries sail from another harbour now, and nobody knows how long that may last."
    page = page_of(canonicalise(f"{html}<article><p>{other}</p></article>"), "a.html")
    assert page.focus is None
    shown = clean(page)
    assert [shown.text[b.start : b.end] for b in shown.blocks if b.shown] == town


def test_posts_that_carry_their_tags_as_classes_are_shown() -> None:
    rendered = render(f'<div class="post tag-bridge category-town"><p>{PROSE}</p></div>')
    assert not rendered.marks
    assert render(f'<div class="tag-list"><a>Bridge</a><p>{PROSE}</p></div>').marks
