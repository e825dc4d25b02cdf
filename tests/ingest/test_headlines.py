"""Headlines: which line it is, and what of it."""

import pytest

from annotator.ingest import Draft
from annotator.ingest.cleaning.clean import clean
from annotator.ingest.draft import Page

BODY = (
    "The council voted on Monday to close the old bridge over the Senn, the mayor said.",
    "Engineers had found cracks in two of its pillars, according to the works office.",
    "Shopkeepers reacted with anger to the closing of the bridge that feeds their street.",
)
STAND = (
    "Engineers found cracks in two pillars, and the works office wants the bridge closed until June"
)


def page(*lines: str) -> Draft:
    return clean(Page("a.txt", "\n\n".join((*lines, *BODY))))


@pytest.mark.parametrize(
    "headline",
    [
        "Cracks force closure of old bridge",
        "CRACKS FORCE CLOSURE OF OLD BRIDGE",
        "“It was never safe”: the old bridge and its cracks",
        "“It was never safe”",
        "Who let the old bridge crack?",
        "Old bridge closes. Again.",
        "Bridge: council pulls the plug",
        "Twelve months without the old bridge",
        "Council - and mayor - close old bridge",
        "Bridge closes | what we know so far",
    ],
)
@pytest.mark.parametrize("below", [(), (STAND,), (STAND, "By Ann Roe", "4 May 2026")])
def test_a_headline_with_or_without_a_standfirst(headline: str, below: tuple[str, ...]) -> None:
    draft = page("Home", "News", headline, *below)
    expected = "Bridge closes" if "|" in headline else headline
    assert draft.title.startswith(expected)
    if below:
        shown = [draft.text[b.start : b.end] for b in draft.blocks if b.shown]
        assert STAND in shown


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Cracks force closure of old bridge | The Gazette", None),
        ("Cracks force closure of old bridge | News | The Gazette", None),
        ("Cracks force closure of old bridge - The Gazette", None),
        ("Cracks force closure of old bridge – gazette.example", None),
        (
            "Cracks force closure of old bridge – and of a street",
            "Cracks force closure of old bridge – and of a street",
        ),
        ("Bridge-building: cracks force closure", "Bridge-building: cracks force closure"),
    ],
)
def test_names_that_browsers_show_behind_a_headline_are_cut(line: str, title: str | None) -> None:
    assert page(line, "4 May 2026").title == (title or "Cracks force closure of old bridge")


def test_the_clean_twin_of_a_headline_is_the_headline() -> None:
    headline = "Cracks force closure of old bridge"
    draft = page(f"{headline} | News | The Gazette", "Home", headline, "By Ann Roe")
    kinds = {draft.text[b.start : b.end]: (b.kind.value, b.reason) for b in draft.blocks}
    assert draft.title == headline
    assert kinds[headline][0] == "title"
    assert kinds[f"{headline} | News | The Gazette"] == ("clutter", "headline again")


@pytest.mark.parametrize(
    "above",
    [
        "News / Region / Bridges",
        "Home › Old bridge",
        "The bridge",
        "Printed from https://a.example/bridge",
        "Ann Roe, bridge correspondent",
    ],
)
def test_what_stands_above_a_headline_is_not_taken_for_it(above: str) -> None:
    assert page(above, "Cracks force closure of old bridge", "4 May 2026").title == (
        "Cracks force closure of old bridge"
    )


def test_a_page_without_a_headline_says_so() -> None:
    draft = page("Home", "News")
    assert draft.title.startswith("The council voted on Monday")
    assert draft.notes == ("no headline found: called by its first words",)


def test_two_lines_that_may_each_be_the_headline_are_told() -> None:
    draft = page("Severe weather alert", "Snow is on its way", "Cracks force closure of old bridge")
    assert draft.notes == ("unsure which line is the headline",)
    assert page("Cracks force closure of old bridge", "4 May 2026").notes == ()


def test_live_coverage_is_called_by_its_headline() -> None:
    headline = "Old bridge closes – live updates"
    draft = page(
        headline, "4 May 2026", "What we know so far", "• The bridge is closed", "11.04 CET"
    )
    assert draft.title == headline


def test_bullets_and_captions_below_a_headline_are_not_it() -> None:
    draft = page(
        "Council pulls the plug on it",
        "• Engineers found cracks in two pillars of the bridge",
        "• The works office wants it closed until June",
        "By Ann Roe",
        "The old bridge on Monday, when the council voted to close it",
        "Photo: Bo Li",
    )
    assert draft.title == "Council pulls the plug on it"
    shown = [draft.text[b.start : b.end] for b in draft.blocks if b.shown]
    assert "• Engineers found cracks in two pillars of the bridge" in shown
