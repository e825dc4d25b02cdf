"""Exports of news databases: many articles in one text file."""

from pathlib import Path

import pytest
from mockexports import LAYOUTS
from mockstory import BRIEF, LEAD, REST, TOLD

from annotator import ingest
from annotator.ingest import Draft
from annotator.model import BlockKind

HEAD = {BlockKind.TITLE, BlockKind.BYLINE, BlockKind.DATE}
UNSIGNED = ("ProQuest, new", "PressReader, a page")  # the author stands in no field
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


def body_of(draft: Draft) -> str:
    body = [b for b in draft.blocks if b.shown and b.kind is BlockKind.BODY]
    return "\n\n".join(draft.text[b.start : b.end] for b in body)


def kinds(draft: Draft) -> set[BlockKind]:
    return {block.kind for block in draft.blocks if block.shown}


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


VARIANTS = {
    "headline above the paper": f"""Page 1 of 2
Dockers walk out over pay

The Salvi Courier
June 8, 2026 Monday
Final Edition

Copyright 2026 The Salvi Courier Ltd. All Rights Reserved

Section: NEWS; Pg. 3
Length: 512 words
Byline: Rae Quill

Body

{TOLD}

Classification

Language: ENGLISH

Load-Date: June 9, 2026

End of Document
""",
    "headline below the day": f"""                 1 of 1 DOCUMENTS

                 The Salvi Courier

                 June 8, 2026 Monday
                 Final Edition

Dockers walk out over pay

BYLINE: By RAE QUILL

SECTION: Section A; Column 1; National Desk; Pg. 3

LENGTH: 512 words

{TOLD}

LOAD-DATE: June 9, 2026

                 Copyright 2026 The Salvi Courier
""",
    "a time of day": f"""Dockers walk out over pay
By Rae Quill
512 words
8 June 2026
06:10
The Salvi Courier
SALVIC
English
Copyright 2026 The Salvi Courier. All rights reserved.

{TOLD}

Document SALVIC0020260608em680001x

Search Summary
Text
dockers or dam
""",
    "codes": f"""HD  Dockers walk out over pay
BY  By Rae Quill
WC  512 words
PD  8 June 2026
SN  The Salvi Courier
SC  SALVIC
LP
{LEAD}

TD
{REST}

NS  gstrik : Strikes
AN  Document SALVIC0020260608em680001x
""",
}


@pytest.mark.parametrize("export", VARIANTS.values(), ids=VARIANTS)
def test_variants_of_exports_tell_the_same(tmp_path: Path, export: str) -> None:
    path = tmp_path / "export.txt"
    path.write_text(export, "utf-8")
    (draft,) = ingest.read([path])
    assert isinstance(draft, ingest.Draft)
    assert (draft.title, draft.outlet) == ("Dockers walk out over pay", "The Salvi Courier")
    assert (draft.byline, draft.date) == ("Rae Quill", "2026-06-08")
    assert body_of(draft) == TOLD


@pytest.mark.parametrize("name", LAYOUTS)
def test_every_database_tells_outlet_day_author_and_text(tmp_path: Path, name: str) -> None:
    layout = LAYOUTS[name]
    dockers, *others = read(tmp_path, layout)
    assert heads([dockers]) == [("Dockers walk out over pay", "The Salvi Courier", "2026-06-08")]
    assert dockers.byline == (None if name in UNSIGNED else "Rae Quill")
    assert body_of(dockers) == TOLD
    assert kinds(dockers) <= HEAD | {BlockKind.BODY}
    assert len(others) == layout.count(BRIEF)
    for ships in others:
        assert heads([ships]) == [("Ships wait off Salvi", "Kesra Ledger", "2026-06-09")]
        assert ships.byline is None
        assert body_of(ships) == BRIEF
        assert kinds(ships) <= HEAD | {BlockKind.BODY}


def test_a_paragraph_that_begins_like_a_label_stays_in_the_text(tmp_path: Path) -> None:
    last = TOLD.replace("Talks are", "\nSubject of Thursday: talks are").split("\n")[-1]
    export = LAYOUTS["Nexis Uni"].replace("Talks are", "Subject of Thursday: talks are")
    assert last in body_of(read(tmp_path, export)[0])


def test_the_query_and_what_databases_say_of_themselves_are_no_article(tmp_path: Path) -> None:
    shown = "\n".join(
        draft.text[block.start : block.end]
        for layout in LAYOUTS.values()
        for draft in read(tmp_path, layout)
        for block in draft.blocks
        if block.shown
    )
    for word in ("Search", "ProQuest", "Report Information", "Certifica", "SALVIC", "document"):
        assert word not in shown
