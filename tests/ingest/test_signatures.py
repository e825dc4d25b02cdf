"""Author, day and outlet: right, or said to be unknown."""

import pytest

from annotator.ingest import Draft
from annotator.ingest.cleaning.clean import clean
from annotator.ingest.draft import Page

HEADLINE = "Cracks force closure of old bridge"
BODY = (
    "The council voted on Monday to close the old bridge over the Senn, the mayor said.",
    "Engineers had found cracks in two of its pillars, according to the works office.",
    "Shopkeepers reacted with anger to the closing of the bridge that feeds their street.",
    "The bridge will reopen in June at the earliest, and buses go by way of the harbour.",
)


def page(*lines: str) -> Draft:
    return clean(Page("a.txt", "\n\n".join(lines)))


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("By Ann Roe2026-05-04 10:12:00", "Ann Roe"),
        ("By Ann Roe AM", "Ann Roe"),
        ("By Ann Roe, HARBOUR TODAY", "Ann Roe"),
        ("By Ann Roe HARBOUR TODAY", "Ann Roe"),
        ("By ANN ROE", "Ann Roe"),
        ("By Ann Roe III", "Ann Roe III"),
        ("Posted on 4 May 2026 Author Ann RoeCategories", None),
        ("Text Delete SEARCH 4 May 2026", None),
    ],
)
def test_what_stands_behind_an_author_is_no_part_of_the_name(line: str, author: str | None) -> None:
    assert page(HEADLINE, line, *BODY).byline == author


@pytest.mark.parametrize(
    "line",
    [
        "4 May 2026 at 08:45 AM | categories: Bridges, Traffic | View Comments",
        "The Salvi Courier · 4 May 2026 · 3 · Ann Roe",
        "Lundi 4 mai 2026",
        "4 de mayo de 2026, 10:12",
        "4. Mai 2026",
    ],
)
def test_a_day_among_other_facts_and_in_other_languages(line: str) -> None:
    assert page(HEADLINE, line, *BODY).date == "2026-05-04"


def test_a_day_that_the_article_tells_of_is_not_the_day_it_appeared() -> None:
    told = "The new bridge was opened on 5 November 2019, and the old one has been idle since."
    assert page(HEADLINE, told, *BODY).date is None
    line = "PORT SALVI, 5 November 2019 — The new bridge was opened on Monday by the mayor."
    assert page(HEADLINE, line, *BODY).date == "2019-11-05"


def test_the_day_right_above_a_headline_goes_before_those_of_other_stories() -> None:
    below = ["Related posts", "25 November 2026", "Harbour wins prize", "14 November 2026"]
    assert page("4 May 2026", HEADLINE, *BODY, *below).date == "2026-05-04"
    said = page("6 May 2026", HEADLINE, *BODY, "Published 4 May 2026")
    assert said.date == "2026-05-04"


def test_a_day_far_above_may_be_todays_and_is_left_unknown() -> None:
    menu = [f"Section {name}" for name in "ABCDEFGHIJKLMN"]
    assert page("4 May 2026", *menu, HEADLINE, *BODY).date is None


def test_authors_of_comments_are_not_the_articles() -> None:
    above = (HEADLINE, "Ann Roe", "The Quayside", "4 May 2026 17:55 UTC")
    below = ("Reader Comments", "Rowan Coe · 2026-05-09T17:52:00Z", "Well told, and about time.")
    found = page(*above, *BODY, *below)
    assert (found.byline, found.date) == ("Ann Roe", "2026-05-04")
    assert page(HEADLINE, *BODY, *below).byline is None


def test_another_story_with_its_own_author_lends_no_day() -> None:
    found = page(HEADLINE, "By Ann Roe", *BODY, "More like this", "by Rick Stone (5/17/2026)")
    assert (found.byline, found.date) == ("Ann Roe", None)


def test_a_list_of_stories_above_an_article_makes_headline_and_day_unsure() -> None:
    days = [f"{day} May 2026" for day in (3, 9, 12, 20)]
    heads = [
        f"Bridge of {place} debuts in the harbour" for place in ("Salvi", "Kesra", "Lund", "A")
    ]
    listed = [line for both in zip(heads, days, strict=True) for line in both]
    found = page("The Courier", *listed, *BODY)
    assert (found.date, found.byline) == (None, None)
    assert "unsure which line is the headline" in found.notes


@pytest.mark.parametrize(
    ("lines", "outlet"),
    [
        (("© The Salvi Courier",), "The Salvi Courier"),
        (("Copyright The Quayside",), None),
        (("Copyright © The Quayside", "Subscribe to The Quayside"), "The Quayside"),
        (("© Ivo Lund",), None),
        (("© The Associated Press",), None),
        (("© 2026 AOL Inc. All rights reserved.", "AOL", "More from AOL News"), None),
        (("© 2026 Vox Media, LLC", "Vox Media"), None),
        (("© 2026 Springer Nature Limited", "Springer Nature", "About Springer Nature"), None),
        (("About Press T&C Contact Us",), None),
        (("About Me",), None),
        (("Ann Roe, HARBOUR TODAY", "Follow Ann Roe on Twitter.", "Ann Roe"), None),
        (("© PressReader. All rights reserved.",), None),
    ],
)
def test_rights_are_the_papers_or_tell_nothing(lines: tuple[str, ...], outlet: str | None) -> None:
    assert page(HEADLINE, *BODY, *lines).outlet == outlet


def test_an_outlet_is_not_its_own_author() -> None:
    found = page(HEADLINE, "Kesra Ledger", "4 May 2026", *BODY, "© 2026 Kesra Ledger")
    assert (found.outlet, found.byline) == ("Kesra Ledger", None)


@pytest.mark.parametrize(
    "line",
    [
        "Tech   More: Bridge Council Cracks",
        "Bridge More: Council Cracks Works Office",
        "[Bridge of the council] (Ann Roe)",
        "NEW: Council votes to close the old bridge over the Senn",
    ],
)
def test_labels_pictures_and_points_of_a_summary_are_no_headlines(line: str) -> None:
    assert page(line, "Bridge closed as cracks appear", "4 May 2026", *BODY).title != line
