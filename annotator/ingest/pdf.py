"""PDF: the text layer of its pages, lines joined to paragraphs again (extra `documents`)."""

import logging
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from io import BytesIO

from annotator.errors import InputError, MissingExtra
from annotator.files import MAX_BYTES
from annotator.ingest import database
from annotator.ingest.cleaning.joining import joined_lines
from annotator.ingest.cleaning.lines import line_key
from annotator.ingest.draft import Mark, Page, Source
from annotator.ingest.properties import with_properties
from annotator.model import BlockKind
from annotator.text.canonical import canonicalise

MAX_PAGES = 2_000
_PROPERTIES = ("/Title", "/Author", "/CreationDate")
_EDGE_LINES = 2
_HEAD_REASON = "running head or foot of the pages"
_BROKEN_WORD = re.compile(r"(\w+)[-\u2010\xad]\n(?=([a-zà-ÿ]\w*))")


def pages(source: Source) -> Iterator[Page]:
    """The article of a PDF file, or those of a news database's export.

    Lines that recur at the edges of its pages stand behind the text, hidden, so that a paragraph
    that runs over to the next page stays whole.
    """
    found, said = _read(source)
    sheets = [sheet.split("\n") for sheet in found]
    heads = _running(sheets)
    body: list[str] = []
    loose: list[str] = []
    for sheet in sheets:
        for index, line in enumerate(sheet):
            at_edge = index < _EDGE_LINES or index >= len(sheet) - _EDGE_LINES
            (loose if at_edge and line_key(line) in heads else body).append(line)
    text = _paragraphs("\n".join(body))
    if not text:
        raise InputError(
            f"{source.name}: no text in it, only pictures of pages",
            "Give it to an OCR program first.",
        )
    if database.is_export(text):
        yield from database.pages_of(canonicalise(text), source.name)
        return
    tail = "\n".join(line for line in loose if line)
    start = len(text) + 2
    marks = (Mark(start, start + len(tail), BlockKind.CLUTTER, _HEAD_REASON),) if tail else ()
    page = Page(source.name, f"{text}\n\n{tail}" if tail else text, marks=marks)
    yield with_properties(page, said["/Title"], said["/Author"], said["/CreationDate"])


def _read(source: Source) -> tuple[list[str], dict[str, str]]:
    """The text of each page, lines trimmed, blank lines dropped; what the file says of itself."""
    try:
        import pypdf
    except ImportError:
        raise MissingExtra(
            f"{source.name}: pypdf is not installed, which reads PDF",
            "Install it with: pip install 'framing-annotator[documents]'",
        ) from None
    logging.getLogger("pypdf").addHandler(logging.NullHandler())
    found: list[str] = []
    size = 0
    try:
        reader = pypdf.PdfReader(BytesIO(source.raw))
        told = dict(reader.metadata or ())
        said = {name: str(told.get(name) or "") for name in _PROPERTIES}
        for sheet in reader.pages:
            text = canonicalise(sheet.extract_text()).text
            lines = (" ".join(line.split()) for line in text.split("\n"))
            found.append("\n".join(line for line in lines if line))
            size += len(text)
            if size > MAX_BYTES or len(found) > MAX_PAGES:
                break
    except Exception as error:  # hostile files break the parser in every way there is
        what = f"{type(error).__name__}: {error}".strip(": ")
        raise InputError(f"{source.name}: broken or locked PDF: {what}", "Save it again.") from None
    if size > MAX_BYTES or len(found) > MAX_PAGES:
        raise InputError(f"{source.name}: over {MAX_PAGES} pages or too much text", "Split it.")
    return found, said


def _running(sheets: Sequence[Sequence[str]]) -> frozenset[str]:
    """The keys of lines at the edges of at least half of the pages, and of two."""
    counts: Counter[str] = Counter()
    for sheet in sheets:
        counts.update({line_key(line) for line in (*sheet[:_EDGE_LINES], *sheet[-_EDGE_LINES:])})
    return frozenset(key for key, n in counts.items() if n >= max(2, len(sheets) / 2))


def _paragraphs(text: str) -> str:
    whole = Counter(re.findall(r"[\w-]+", text.casefold()))

    def rejoined(match: re.Match[str]) -> str:
        compound = f"{match[1]}-{match[2]}".casefold()
        return match[1] + ("-" if whole[compound] > whole[match[1].casefold() + match[2]] else "")

    units = [text[a:b] for a, b in joined_lines(text, ragged=True)]
    return "\n\n".join(_BROKEN_WORD.sub(rejoined, unit).replace("\n", " ") for unit in units)
