"""The project's own sample stories, read as a user would add them."""

import pytest

from annotator import ingest
from annotator.files import packaged
from annotator.ingest import Draft
from annotator.model import BlockKind

SEEDS = packaged("seeds")

HEADS = {
    "free-quay.txt": (
        "Regime turns tear gas on Port Salvi dockworkers fighting pay cut",
        "Free Quay",
        "Lena Orvik",
        "2026-06-11",
    ),
    "salvi-courier.txt": (
        "Mob shuts Port Salvi terminal for third day as losses mount",
        "The Salvi Courier",
        "Tomas Hallek",
        "2026-06-10",
    ),
    "green-weekly.html": (
        "Parliament signs death warrant for the Senn valley",
        "The Green Weekly",
        "Noor Estevan",
        "2026-03-05",
    ),
    "ledger.txt": (
        "Parliament clears 1.9 billion crown Ostrel dam in boost for growth",
        "The Kesra Ledger",
        "Viktor Lasse and Ida Brom",
        "2026-03-04",
    ),
    "senn-radio.txt": (
        "Dam vote: relief and tears in the valley",
        "Radio Senn",
        "Pia Dahl",
        "2026-03-03",
    ),
    "kerb-and-lane.txt": (
        "Montéclair grounds e-scooters at night, leaving late workers stranded",
        "Kerb & Lane",
        "Sam Okello",
        "2026-09-18",
    ),
    "monteclair-today.txt": (
        "Sanity at last: Montéclair sends its scooter plague to bed at ten 🛴💤",
        "Montéclair Today",
        "Zoë Lefèvre",
        "2026-09-17",
    ),
}
PARAGRAPHS = {
    "free-quay.txt": 8,
    "salvi-courier.txt": 8,
    "green-weekly.html": 6,
    "ledger.txt": 8,
    "senn-radio.txt": 6,
    "kerb-and-lane.txt": 7,
    "monteclair-today.txt": 6,
}
HEADINGS = {
    "free-quay.txt": [
        "At least 31 people treated in hospital after dawn assault on a peaceful picket",
        "Gas before breakfast",
    ],
    "salvi-courier.txt": ["Ringleaders ignore the judges"],
    "green-weekly.html": [
        "A reckless 1.9 billion crown dam will drown two villages and, scientists fear, the last "
        "Senn trout",
        "Whose growth?",
    ],
    "ledger.txt": [
        "The landmark project will power 400,000 homes and end a decade of costly delay",
        "A noisy neighbour",
    ],
    "senn-radio.txt": ["What happens next"],
    "kerb-and-lane.txt": ["Panic is not a policy"],
    "monteclair-today.txt": ["A nurse’s naïve hope"],
}
CLUTTER = (
    "cookies",
    "Views",
    "Share\n",
    "Share on",
    "Follow us",
    "Copy link",
    "See also",
    "Read also",
    "READ MORE",
    "Related",
    "Subscribe",
    "newsletter",
    "briefing",
    "©",
    "dataLayer",
    "Leave a comment",
    "bakery",
    "Advertisement",
    "rewilding",
    "Tags",
)


def drafts() -> dict[str, Draft]:
    found = [draft for draft in ingest.read([SEEDS]) if isinstance(draft, Draft)]
    return {draft.path.rsplit("/", 1)[-1]: draft for draft in found}


def lines(draft: Draft, kind: BlockKind) -> list[str]:
    return [draft.text[b.start : b.end] for b in draft.blocks if b.kind is kind]


def test_all_samples_are_read_in_sorted_order() -> None:
    paths = [draft.path for draft in ingest.read([SEEDS])]
    assert paths == sorted(paths)
    assert len(paths) == len(HEADS)


@pytest.mark.parametrize("name", HEADS)
def test_head_of_each_sample(name: str) -> None:
    draft = drafts()[name]
    assert (draft.title, draft.outlet, draft.byline, draft.date) == HEADS[name]


@pytest.mark.parametrize("name", HEADS)
def test_every_paragraph_and_subheading_is_shown(name: str) -> None:
    draft = drafts()[name]
    assert len(lines(draft, BlockKind.BODY)) == PARAGRAPHS[name]
    assert lines(draft, BlockKind.HEADING) == HEADINGS[name]
    assert all(b.shown for b in draft.blocks if b.kind is not BlockKind.CLUTTER)


@pytest.mark.parametrize("name", HEADS)
def test_no_clutter_is_shown_and_each_hidden_line_says_why(name: str) -> None:
    draft = drafts()[name]
    shown = "\n".join(draft.text[b.start : b.end] for b in draft.blocks if b.shown)
    assert [phrase for phrase in CLUTTER if phrase in shown] == []
    assert all(bool(b.reason) != b.shown for b in draft.blocks)
    assert shown.count(draft.title) == 1


def test_crlf_leaves_no_trace_in_offsets_or_text() -> None:
    raw = (SEEDS / "scooter-curfew" / "monteclair-today.txt").read_bytes()
    draft = drafts()["monteclair-today.txt"]
    assert b"\r\n" in raw
    assert draft.text == raw.decode().replace("\r\n", "\n")
