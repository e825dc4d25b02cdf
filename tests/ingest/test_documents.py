"""EPUB, DOCX and PDF: text in reading order, kinds by structure, hostile files refused."""

import sys
import zipfile
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

import pytest

from annotator import ingest
from annotator.errors import MissingExtra
from annotator.ingest import Draft, Refused
from annotator.model import BlockKind

FIRST = "The council voted on Monday to close the old bridge, the mayor said in a statement."
SECOND = "It will reopen in June at the earliest, according to the works office of the city."
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STYLES = (("Titel", "Title"), ("berschrift2", "heading 2"), ("Beschriftung", "caption"))


def read(path: Path) -> list[Draft | Refused]:
    return list(ingest.read([path]))


def draft_of(path: Path) -> Draft:
    (result,) = read(path)
    assert isinstance(result, Draft), result
    return result


def refusal(path: Path) -> str:
    (result,) = read(path)
    assert isinstance(result, Refused)
    return result.error.message


def blocks(draft: Draft) -> list[tuple[BlockKind, str]]:
    return [(b.kind, draft.text[b.start : b.end]) for b in draft.blocks]


def zipped(path: Path, members: dict[str, str]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path


def docx(path: Path, body: str, **more: str) -> Path:
    styles = "".join(
        f'<w:style w:styleId="{ident}"><w:name w:val="{name}"/></w:style>' for ident, name in STYLES
    )
    return zipped(
        path,
        {
            "word/document.xml": (
                f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'
            ),
            "word/styles.xml": f'<w:styles xmlns:w="{WORD}">{styles}</w:styles>',
            **more,
        },
    )


def core(title: str, creator: str, created: str) -> str:
    return (
        '<c:coreProperties xmlns:c="c" xmlns:dc="d" xmlns:t="t">'
        f"<dc:title>{title}</dc:title><dc:creator>{creator}</dc:creator>"
        f"<t:created>{created}</t:created></c:coreProperties>"
    )


def paragraph(text: str, style: str = "") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>'


def test_docx_styles_become_kinds_whatever_their_language(tmp_path: Path) -> None:
    draft = draft_of(
        docx(
            tmp_path / "a.docx",
            paragraph("Bridge closes for months", "Titel")
            + paragraph("By Ann Roe")
            + paragraph(FIRST)
            + paragraph("What next", "berschrift2")
            + paragraph(SECOND),
        )
    )
    assert blocks(draft) == [
        (BlockKind.TITLE, "Bridge closes for months"),
        (BlockKind.BYLINE, "By Ann Roe"),
        (BlockKind.BODY, FIRST),
        (BlockKind.HEADING, "What next"),
        (BlockKind.BODY, SECOND),
    ]
    assert (draft.title, draft.byline) == ("Bridge closes for months", "Ann Roe")


def test_docx_runs_join_deleted_text_goes_and_text_boxes_stand_apart(tmp_path: Path) -> None:
    head, tail = FIRST.split(" to ")
    draft = draft_of(
        docx(
            tmp_path / "a.docx",
            f"<w:p><w:r><w:t>{head}</w:t></w:r><w:del><w:r><w:t>not</w:t></w:r></w:del>"
            f"<w:hyperlink><w:r><w:tab/><w:t>to {tail}</w:t></w:r></w:hyperlink>"
            "<w:r><w:txbxContent><w:p><w:r><w:t>In a box</w:t></w:r></w:p></w:txbxContent></w:r>"
            "</w:p>" + paragraph(SECOND),
        )
    )
    assert draft.text == f"{FIRST}\n\nIn a box\n\n{SECOND}"


def test_docx_properties_tell_what_the_text_does_not(tmp_path: Path) -> None:
    body = paragraph(FIRST) + paragraph(SECOND)
    said = core("Bridge closes for months", "Ann Roe; Bo Li", "2026-05-04T08:12:00Z")
    draft = draft_of(docx(tmp_path / "a.docx", body, **{"docProps/core.xml": said}))
    assert (draft.title, draft.byline, draft.date) == (
        "Bridge closes for months",
        "Ann Roe and Bo Li",
        "2026-05-04",
    )
    body = paragraph("Old bridge is to close", "Titel") + paragraph("By Cy Dow, 3 May 2026") + body
    draft = draft_of(docx(tmp_path / "b.docx", body, **{"docProps/core.xml": said}))
    assert (draft.title, draft.byline, draft.date) == (
        "Old bridge is to close",
        "Cy Dow",
        "2026-05-03",
    )


@pytest.mark.parametrize(
    "said",
    [core("Document1", "Windows User", ""), core("draft_v3.docx", "ann", "soon"), "<broken", ""],
)
def test_docx_properties_that_programs_fill_in_tell_nothing(tmp_path: Path, said: str) -> None:
    body = paragraph(FIRST) + paragraph(SECOND)
    draft = draft_of(docx(tmp_path / "a.docx", body, **{"docProps/core.xml": said}))
    assert (draft.byline, draft.date) == (None, None)
    assert draft.title == FIRST


@pytest.mark.parametrize(
    ("members", "said"),
    [
        ({"word/other.xml": "<x/>"}, "no 'word/document.xml'"),
        ({"word/document.xml": "<x"}, "broken XML"),
        ({"word/document.xml": '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'}, "document type"),
        ({"word/document.xml": "a" * 20_000_000}, "packed too tightly"),
        ({"word/document.xml": "<x/>"}, "empty"),
    ],
)
def test_hostile_docx_is_refused(tmp_path: Path, members: dict[str, str], said: str) -> None:
    assert said in refusal(zipped(tmp_path / "a.docx", members))


@pytest.mark.parametrize("ending", ["docx", "epub", "pdf"])
def test_what_is_no_document_is_refused(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"a.{ending}"
    path.write_bytes(b"PK\x03\x04 %PDF-1.7 neither")
    assert "broken" in refusal(path)


def epub(path: Path, chapters: dict[str, str], spine: Sequence[str], more: str = "") -> Path:
    items = "".join(
        f'<item id="{name}" href="{name}%20x.xhtml" media-type="application/xhtml+xml" '
        f'properties="{name}"/>'
        for name in chapters
    )
    refs = "".join(f'<itemref idref="{name}"/>' for name in spine)
    members = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": '<container><rootfiles><rootfile full-path="OPS/p.opf"/>'
        "</rootfiles></container>",
        "OPS/p.opf": '<package xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>'
        "<dc:title>Bridge closes for months</dc:title><dc:creator>Ann Roe</dc:creator>"
        f"<dc:publisher>The Gazette</dc:publisher><dc:date>2026-05-04</dc:date>{more}</metadata>"
        f"<manifest>{items}</manifest><spine>{refs}</spine></package>",
    }
    members |= {f"OPS/{name} x.xhtml": html for name, html in chapters.items()}
    return zipped(path, members)


def test_a_book_of_one_article_is_described_by_its_package(tmp_path: Path) -> None:
    chapters = {
        "nav": "<nav><ol><li>Bridge closes for months</li></ol></nav>",
        "cover": "<h1>The Gazette</h1>",
        "one": f"<!DOCTYPE html><h1>Bridge closes for months</h1><p>{FIRST}</p><p>{SECOND}</p>",
    }
    draft = draft_of(epub(tmp_path / "a.epub", chapters, ["nav", "cover", "one"]))
    assert draft.text == f"Bridge closes for months\n\n{FIRST}\n\n{SECOND}"
    assert (draft.title, draft.outlet, draft.byline, draft.date) == (
        "Bridge closes for months",
        "The Gazette",
        "Ann Roe",
        "2026-05-04",
    )


def test_what_a_chapter_says_goes_before_what_the_package_says(tmp_path: Path) -> None:
    head = "<h1>Bridge closes for months</h1><p>By Cy Dow</p><p>3 May 2026</p>"
    path = epub(tmp_path / "a.epub", {"one": f"{head}<p>{FIRST}</p><p>{SECOND}</p>"}, ["one"])
    draft = draft_of(path)
    assert (draft.byline, draft.date) == ("Cy Dow", "2026-05-03")


def test_articles_of_an_issue_come_in_reading_order(tmp_path: Path) -> None:
    chapters = {
        "a": f"<title>Works office speaks</title><h1>Works office speaks</h1><p>{SECOND}</p>",
        "b": f"<title>Bridge vote</title><h1>Council votes on bridge</h1><p>{FIRST}</p>",
        "gone": "",
    }
    results = read(epub(tmp_path / "a.epub", chapters, ["b", "a", "nowhere", *["a"] * 5000]))
    drafts = [result for result in results if isinstance(result, Draft)]
    assert [draft.title for draft in drafts] == ["Bridge vote", "Works office speaks"]
    assert [draft.byline for draft in drafts] == [None, None]
    assert len(results) == len(drafts)
    assert drafts[0].path.endswith("a.epub!OPS/b x.xhtml")


def test_a_package_that_says_much_is_read_once_for_all_chapters(tmp_path: Path) -> None:
    chapters = {f"c{n}": f"<p>{FIRST}</p>" for n in range(200)}
    more = "".join(f"<meta n='{n}'/>" for n in range(200_000))
    path = epub(tmp_path / "a.epub", chapters, [*chapters], more=more)
    assert {result.outlet for result in read(path) if isinstance(result, Draft)} == {"The Gazette"}


def test_a_missing_chapter_is_refused_alone(tmp_path: Path) -> None:
    path = epub(tmp_path / "a.epub", {"a": f"<p>{FIRST}</p>", "b": f"<p>{SECOND}</p>"}, ["a", "b"])
    with zipfile.ZipFile(path) as archive:
        kept = {n: archive.read(n).decode() for n in archive.namelist() if "b x" not in n}
    results = read(zipped(tmp_path / "b.epub", kept))
    assert {type(result) for result in results} == {Draft, Refused}


def pdf(path: Path, sheets: Sequence[Sequence[str]], said: str = "") -> Path:
    """A PDF with one text line below the other on each page; `said` is its information."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"",
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    kids = []
    for lines in sheets:
        shown = "".join(f"({line}) Tj T*\n" for line in lines)
        content = f"BT /F1 11 Tf 50 750 Td 14 TL\n{shown}ET".encode()
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(content), content))
        kids.append(len(objects) + 1)
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R"
            b"/Resources<</Font<</F1 3 0 R>>>>>>" % len(objects)
        )
    objects.append(f"<<{said}>>".encode())
    listed = " ".join(f"{kid} 0 R" for kid in kids)
    objects[1] = f"<</Type/Pages/Count {len(kids)}/Kids[{listed}]>>".encode()
    out = BytesIO(b"%PDF-1.4\n")
    out.seek(0, 2)
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, content))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    for place in places:
        out.write(b"%010d 00000 n \n" % place)
    count = len(objects)
    trailer = b"trailer<</Size %d/Root 1 0 R/Info %d 0 R>>\n" % (count + 1, count)
    out.write(trailer + b"startxref\n%d\n%%%%EOF" % start)
    path.write_bytes(out.getvalue())
    return path


SHEETS = [
    [
        "THE HARBOUR GAZETTE",
        "Bridge closes for months after council vote",
        "By Ann Roe",
        "The council voted on Monday to close the old bridge, the mayor said in",
        "a statement that was read to reporters in the town hall. The eco-",
        "nomy of the street will suffer, and a well-known baker may leave the",
        "well-known street, shopkeepers said.",
        "It will reopen in June at the earliest, according to the works office of",
        "the city, which has put the repair out to tender among four firms from",
        "Page 1 of 2",
    ],
    [
        "THE HARBOUR GAZETTE",
        "the region. Drivers of heavy lorries must take the motorway until then,",
        "the office added, and buses will turn at the market.",
        "Shopkeepers reacted with anger to the closing of the bridge. A march is",
        "planned for Saturday.",
        "Page 2 of 2",
    ],
]


def test_pdf_lines_become_paragraphs_across_pages_and_running_heads_are_hidden(
    tmp_path: Path,
) -> None:
    pytest.importorskip("pypdf")
    draft = draft_of(pdf(tmp_path / "a.pdf", SHEETS))
    body = [text for kind, text in blocks(draft) if kind is BlockKind.BODY]
    assert len(body) == 3
    assert "The economy of the street" in body[0]
    assert "a well-known baker may leave the well-known street" in body[0]
    assert "four firms from the region. Drivers" in body[1]
    hidden = [(draft.text[b.start : b.end], b.reason) for b in draft.blocks if not b.shown]
    reason = "running head or foot of the pages"
    assert ("Page 1 of 2", reason) in hidden
    assert hidden.count(("THE HARBOUR GAZETTE", reason)) == 2
    assert draft.title == "Bridge closes for months after council vote"
    assert draft.byline == "Ann Roe"


def test_pdf_information_tells_what_the_text_does_not(tmp_path: Path) -> None:
    pytest.importorskip("pypdf")
    said = "/Title (Bridge closes for months)/Author (Bo Li)/CreationDate (D:20260504081200Z)"
    bare = draft_of(pdf(tmp_path / "a.pdf", [SHEETS[1][1:3]], said))
    assert (bare.title, bare.byline, bare.date) == (
        "Bridge closes for months",
        "Bo Li",
        "2026-05-04",
    )
    full = draft_of(pdf(tmp_path / "b.pdf", SHEETS, said))
    assert (full.title, full.byline) == ("Bridge closes for months after council vote", "Ann Roe")
    word = "/Title (Microsoft Word - draft.docx)/Author (admin)"
    unsaid = draft_of(pdf(tmp_path / "c.pdf", [SHEETS[1][1:3]], word))
    assert unsaid.title.startswith("the region")
    assert unsaid.byline is None


def test_a_pdf_of_pictures_says_what_it_lacks(tmp_path: Path) -> None:
    pytest.importorskip("pypdf")
    assert "no text in it" in refusal(pdf(tmp_path / "a.pdf", [[], []]))


def test_pdf_without_the_library_names_the_extra(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pypdf", None)
    (result,) = read(pdf(tmp_path / "a.pdf", SHEETS))
    assert isinstance(result, Refused)
    assert isinstance(result.error, MissingExtra)
    assert "[documents]" in (result.error.hint or "")
