"""Whatever the bytes: drafts or refusals, each line in one block, and nothing hidden is lost."""

import zipfile
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st
from mockpages import pages

from annotator import ingest
from annotator.ingest import Draft, Refused
from annotator.ingest.registry import KINDS
from annotator.ingest.web.render import render

MADE = [page.text() for _, page in pages(1, 3)]
LINES = sorted({line for text in MADE for line in text.split("\n")})
SOUP = st.lists(st.sampled_from(LINES) | st.text(max_size=40), max_size=40).map("\n".join)
TAGS = [
    "<p>",
    "</p>",
    "<div class=share>",
    "</div>",
    "<nav>",
    "</nav>",
    "<article>",
    "</article>",
    "<h1>",
    "</h1>",
    "<h2>",
    "<li>",
    "<br>",
    "<script>",
    "</script>",
    "<!--",
    "-->",
    "<a href='",
    "'>",
    "<b",
    ">",
    "<",
    "&amp;",
    "&#0;",
    "&#xd800;",
    "&bogus;",
    "<td>",
    "</table>",
    "<svg>",
    "<title>",
    "</title>",
    "<blockquote>",
    "<aside hidden>",
    "</aside>",
    "\x00",
    "\x0c",
    "\xa0",
    "<meta charset=idna>",
    '<script type="application/ld+json">',
    '{"@type": "Article", "headline": ',
    '"x"}',
    "<![CDATA[",
    "<?xml",
]
HTML = st.lists(st.sampled_from(TAGS) | st.sampled_from(LINES) | st.text(max_size=9), max_size=50)
FEED = (
    b"<rss><channel><title>The Gazette</title><item><title>Bridge closes</title>"
    b"<description>The council voted to close it, the mayor said.</description>"
    b"</item></channel></rss>"
)
ENDINGS = sorted({ending for kind in KINDS for ending in kind.endings})


def archive(suffix: str) -> bytes:
    """A small container with a member for each reader of containers."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr(f"a{suffix}", MADE[0])
        made.writestr("META-INF/container.xml", '<c><rootfile full-path="p.opf"/></c>')
        made.writestr(
            "p.opf",
            (
                '<package><item id="a" href="a.txt" media-type="text/html"/>'
                '<itemref idref="a"/></package>'
            ),
        )
        made.writestr("word/document.xml", "<d><p><t>The council voted to close it.</t></p></d>")
    return out.getvalue()


def results(name: str, data: bytes) -> list[Draft | Refused]:
    """What comes of a file of that name with `data` in it, and of the same on standard input."""
    with TemporaryDirectory() as folder:
        path = Path(folder, name)
        path.write_bytes(data)
        return list(ingest.read([path, "-"], stdin=BytesIO(data)))


def assert_lawful(results: list[Draft | Refused]) -> None:
    """The laws that hold for whatever was read."""
    for draft in results:
        if isinstance(draft, Refused):
            assert draft.error.message
            continue
        edges = [edge for block in draft.blocks for edge in (block.start, block.end)]
        assert edges == sorted(edges)
        for block in draft.blocks:
            assert draft.text[block.start : block.end].strip()
            assert block.shown == (not block.reason)
        covered = "\n".join(draft.text[block.start : block.end] for block in draft.blocks)
        kept = [line for line in covered.split("\n") if line.strip()]
        assert kept == [line for line in draft.text.split("\n") if line.strip()]
        article = ingest.article(draft)
        assert article.text == draft.text
        draft.text.encode("utf-8")


@settings(deadline=None)
@given(SOUP)
def test_lines_in_any_order(text: str) -> None:
    assert_lawful(results("a.txt", text.encode("utf-8", "replace")))


@settings(deadline=None)
@given(HTML.map("".join), st.booleans())
def test_markup_in_any_order(html: str, feed: bool) -> None:
    raw = html.encode("utf-8", "replace")
    assert_lawful(results("a.rss" if feed else "a.html", b"<rss><item>" + raw if feed else raw))


@settings(deadline=None)
@given(st.lists(st.sampled_from(LINES), min_size=1, max_size=20), st.data())
def test_visible_text_is_never_lost_in_markup(lines: list[str], data: st.DataObject) -> None:
    shapes = (
        "<p>{}</p>",
        "<nav>{}</nav>",
        "<div class='ad'>{}</div>",
        "<h2>{}</h2>",
        "<i>{}</i><br>",
    )
    drawn = [data.draw(st.sampled_from(shapes)) for _ in lines]
    escaped = [line.replace("&", "&amp;").replace("<", "&lt;") for line in lines]
    html = "".join(shape.format(line) for shape, line in zip(drawn, escaped, strict=True))
    assert render(html).text.split() == " ".join(lines).split()


@settings(deadline=None)
@given(st.sampled_from([".txt", ".zip", ".html"]), st.integers(0, 2_000), st.data())
def test_containers_cut_off_or_spoilt(suffix: str, cut: int, data: st.DataObject) -> None:
    raw = bytearray(archive(suffix))
    for place in data.draw(st.lists(st.integers(0, len(raw) - 1), max_size=4)):
        raw[place] = data.draw(st.integers(0, 255))
    for name in ("a.zip", "a.epub", "a.docx"):
        assert_lawful(results(name, bytes(raw[: len(raw) - cut % len(raw)])))


@settings(deadline=None)
@given(st.integers(0, len(FEED)), st.integers(0, len(FEED)))
def test_feeds_cut_off_or_with_a_hole(start: int, end: int) -> None:
    assert_lawful(results("a.rss", FEED[:start] + FEED[end:]))


@settings(deadline=None)
@given(st.binary(max_size=200), st.sampled_from(ENDINGS))
def test_any_bytes_under_any_name(raw: bytes, ending: str) -> None:
    assert_lawful(results(f"a{ending}", raw))
