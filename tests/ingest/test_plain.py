"""Plain-text scrapes: the two raw files beside the checkout."""

from pathlib import Path

import pytest

from annotator import ingest
from annotator.ingest import Draft
from annotator.model import BlockKind

SHARED = Path(__file__).resolve().parents[2].parent / "shared" / "seeds"
needs_shared = pytest.mark.skipif(not SHARED.is_dir(), reason="no raw scrapes in ../shared/seeds")


def shared_drafts() -> list[Draft]:
    drafts = [draft for draft in ingest.read([SHARED]) if isinstance(draft, Draft)]
    assert len(drafts) == 2
    return drafts


@needs_shared
def test_raw_scrapes_give_title_outlet_byline_and_date() -> None:
    found = [(d.title, d.outlet, d.byline, d.date) for d in shared_drafts()]
    assert found == [
        (
            "Bloomberg: North Korea’s economy rebounds amid arms transfers with Russia",
            "Caliber.Az",
            None,
            "2024-07-27",
        ),
        (
            "Kim Jong Un's alliance with Putin sparks north Korea's economic surge",
            None,
            "Jacek Losik",
            "2024-07-26",
        ),
    ]


@needs_shared
def test_raw_scrapes_show_all_paragraphs_and_no_clutter() -> None:
    for draft, paragraphs in zip(shared_drafts(), (7, 8), strict=True):
        body = [b for b in draft.blocks if b.kind is BlockKind.BODY]
        assert len(body) == paragraphs
        assert all(block.shown for block in body)
        assert all(block.reason for block in draft.blocks if not block.shown)
    caliber, other = shared_drafts()
    shown = "\n".join(
        d.text[b.start : b.end] for d in (caliber, other) for b in d.blocks if b.shown
    )
    for clutter in ("Views", "instagram", "copy link", "loading", "See also", "East News", "©"):
        assert clutter not in shown
    assert [other.text[b.start : b.end] for b in other.blocks if b.kind is BlockKind.HEADING] == [
        "The people starve, the dictator fires missiles"
    ]
