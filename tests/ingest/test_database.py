"""Exports of news databases: many articles in one text file."""

from pathlib import Path

from annotator import ingest
from annotator.ingest import Draft
from annotator.model import BlockKind

LEXIS = """                               1 of 2 DOCUMENTS

                              The Harbour Herald

                            May 4, 2026 Monday
                              Late Edition

HEADLINE: Council closes the old bridge

BYLINE: By Ann Roe

SECTION: CITY; Pg. 3

LENGTH: 42 words

The council voted on Monday to close the old bridge, the mayor said in a statement.

It will reopen in June at the earliest, according to the works office of the city.

LOAD-DATE: May 5, 2026

LANGUAGE: ENGLISH

Copyright 2026 Harbour Media

                               2 of 2 DOCUMENTS

                              The Evening Tide

                            May 5, 2026 Tuesday

HEADLINE: Bridge closure divides the town

LENGTH: 31 words

Shopkeepers reacted with anger on Tuesday to the closing of the bridge that feeds their street.
"""

FACTIVA = """Council closes the old bridge

By Ann Roe
42 words
4 May 2026
The Harbour Herald
HARHER
English
Copyright 2026 Harbour Media

The council voted on Monday to close the old bridge, the mayor said in a statement.

Document HARHER0020260504em54000xk

Bridge closure divides the town

31 words
5 May 2026
The Evening Tide
English

Shopkeepers reacted with anger on Tuesday to the closing of the bridge that feeds their street.

Document EVTIDE0020260505em55000ab
"""


def read(folder: Path, content: str) -> list[Draft]:
    path = folder / "export.txt"
    path.write_text(content)
    return [draft for draft in ingest.read([path]) if isinstance(draft, Draft)]


def heads(drafts: list[Draft]) -> list[tuple[str, str | None, str | None]]:
    return [(draft.title, draft.outlet, draft.date) for draft in drafts]


EXPECTED = [
    ("Council closes the old bridge", "The Harbour Herald", "2026-05-04"),
    ("Bridge closure divides the town", "The Evening Tide", "2026-05-05"),
]


def test_lexisnexis_style(tmp_path: Path) -> None:
    drafts = read(tmp_path, LEXIS)
    assert heads(drafts) == EXPECTED
    assert drafts[0].byline == "Ann Roe"
    body = [b for b in drafts[0].blocks if b.kind is BlockKind.BODY]
    assert len(body) == 2
    assert all("LOAD-DATE" not in drafts[0].text[b.start : b.end] for b in body)


def test_a_gallery_counter_makes_no_export(tmp_path: Path) -> None:
    drafts = read(
        tmp_path, f"Bridge closes\n\n1 of 5\n\nLength: 5 km\n\n{LEXIS.splitlines()[14]}\n"
    )
    assert len(drafts) == 1


def test_factiva_style(tmp_path: Path) -> None:
    drafts = read(tmp_path, FACTIVA)
    assert heads(drafts) == EXPECTED
    assert drafts[0].byline == "Ann Roe"
    assert [len([b for b in d.blocks if b.kind is BlockKind.BODY]) for d in drafts] == [1, 1]
