"""Cleaning: what is hidden, what never is, and laws that hold for any page."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator import ingest
from annotator.ingest import Draft
from annotator.ingest.cleaning.clean import clean
from annotator.ingest.cleaning.dates import iso_day
from annotator.ingest.draft import Page
from annotator.model import BlockKind

LEAD = "The council voted on Monday to close the old bridge, the mayor said in a statement."
MORE = "It will reopen in June at the earliest, according to the works office of the city."
LAST = "Shopkeepers reacted with anger to the closing of the bridge that feeds their street."


def page(*lines: str, title: str | None = None) -> Draft:
    return clean(Page("a.txt", "\n\n".join(lines), title=title))


def shown(draft: Draft) -> list[str]:
    return [draft.text[b.start : b.end] for b in draft.blocks if b.shown]


def kinds(draft: Draft) -> list[str]:
    return [b.kind.value for b in draft.blocks]


@pytest.mark.parametrize(
    ("glued", "title"),
    [
        ("loadingNewsBridge closes for months", "Bridge closes for months"),
        ("WORLDBridge closes for months", "Bridge closes for months"),
        ("NewsBridge, the firm, closes for months", "NewsBridge, the firm, closes for months"),
    ],
)
def test_a_glued_headline_without_a_clean_twin_is_repaired(glued: str, title: str) -> None:
    firm = "NewsBridge said" if title.startswith("News") else "A bridge was"
    draft = page("Menu", glued, "4 May 2026", LEAD, f"{firm} closed on Monday by the council.")
    assert draft.title == title
    assert kinds(draft)[1] == "title"


@pytest.mark.parametrize(
    "clutter",
    [
        "Share this article",
        "Views: 1,204",
        "12 comments",
        "5 min read",
        "READ MORE: Ten beaches",
        "Sign up for our newsletter and get the headlines in your inbox.",
        "We use cookies to improve your experience.",
        "© 2026 The Gazette. All rights reserved.",
        "Story continues below",
        "Photo: Ann Roe / The Gazette",
        "You have two free articles left this month; subscribe for unlimited access.",
        "⬆️ Back to top",
    ],
)
def test_clutter_inside_an_article_is_hidden(clutter: str) -> None:
    draft = page("Bridge closes for months", LEAD, clutter, MORE, LAST)
    assert shown(draft) == ["Bridge closes for months", LEAD, MORE, LAST]


@pytest.mark.parametrize(
    "paragraph",
    [
        '"No."',
        "He declined to comment.",
        "Copyright law in the city was changed in May, the council said in its report.",
        "Photographs from the scene showed the bridge without its railing on Monday.",
        "Support for the US plan fell sharply in the city after the vote on Monday.",
        "Ann Roe is a reporter for the Gazette who was arrested on the bridge on Monday.",
        "Get out, she told them.",
        "- a bullet of a list",
    ],
)
def test_what_only_looks_like_clutter_stays(paragraph: str) -> None:
    draft = page("Bridge closes for months", LEAD, paragraph, MORE, LAST)
    assert paragraph in shown(draft)


def test_links_of_other_stories_are_hidden_but_a_heading_after_them_is_not() -> None:
    end = "The council and the mayor will speak about the bridge again on Monday, a statement said."
    box = "See also\nTen beaches\nFive tarts"
    text = f"Bridge closes for months\n\n{LEAD}\n\n{MORE}\n\n{box}\n\nWhat next\n\n{end}"
    draft = clean(Page("a.txt", text))
    assert shown(draft) == ["Bridge closes for months", LEAD, MORE, "What next", end]


def test_comments_below_an_article_are_hidden_even_when_they_are_prose() -> None:
    draft = page("Bridge closes for months", LEAD, MORE, "Comments (2)", "tramfan", LAST)
    assert shown(draft) == ["Bridge closes for months", LEAD, MORE]


def test_a_paragraph_broken_at_its_links_is_one_block() -> None:
    broken = "The council voted on\nMonday\nto close the old bridge, the\nmayor\nsaid."
    draft = clean(Page("a.txt", f"Bridge closes for months\n\n{broken}\n\n{MORE}"))
    assert broken in shown(draft)
    assert len(ingest.article(draft).sentences) == 3


def test_a_paragraph_wrapped_by_hand_is_one_block_with_whole_sentences() -> None:
    wrapped = (
        "The council voted on Monday to close the old bridge, Mayor\n"
        "Dorin Valk said in a statement. It will reopen in June at the\n"
        "earliest, according to the works office of the City of Harbour\n"
        "Town. Nobody was hurt."
    )
    article = ingest.article(
        clean(Page("a.txt", f"{wrapped}\n\n{wrapped.replace('June', 'July')}"))
    )
    assert len(article.blocks) == 2
    assert len(article.sentences) == 6


def test_a_page_of_nothing_but_clutter_is_shown() -> None:
    assert shown(page("Home", "News", "Share")) == ["Home", "News", "Share"]


@pytest.mark.parametrize(
    ("line", "byline", "date"),
    [
        ("By Ann Roe, Political Editor", "Ann Roe", None),
        ("By ANN ROE and BO LI", "Ann Roe and Bo Li", None),
        ("Ann Roe | 4 May 2026 | 3 min read", "Ann Roe", "2026-05-04"),
        ("Published: May 4, 2026 at 7:40 a.m. EST", None, "2026-05-04"),
        ("Monday 4th May 2026", None, "2026-05-04"),
        ("2026-05-04T08:00:00Z", None, "2026-05-04"),
        ("04.05.2026, 8:00", None, "2026-05-04"),
        ("03/04/2026", None, None),
        ("31 February 2026", None, None),
        ("By the river", None, None),
    ],
)
def test_signatures(line: str, byline: str | None, date: str | None) -> None:
    draft = page("Bridge closes for months", line, LEAD, MORE, LAST)
    assert (draft.byline, draft.date) == (byline, date)


def test_of_several_days_the_one_below_the_headline_counts() -> None:
    draft = page(
        "Friday, 27 November 2026",
        "Bridge closes for months",
        "Updated 6 May 2026",
        "Published 4 May 2026",
        LEAD,
        MORE,
        "© 2025 The Gazette",
    )
    assert draft.date == "2026-05-04"
    assert draft.outlet == "The Gazette"


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("Copyright © 2020-2026, Harbour Herald. All rights reserved.", "Harbour Herald"),
        ("harbourherald.example © 2026", None),
        ("The bridge is closed, Harbour Herald reports citing the mayor.", "Harbour Herald"),
        ("About the Harbour Herald", "Harbour Herald"),
        ("Photo: © Reuters | Ann Roe", None),
        ("© 2026 All rights reserved", None),
    ],
)
def test_outlets_are_named_by_the_page_or_not_at_all(line: str, outlet: str | None) -> None:
    assert page("Bridge closes for months", LEAD, MORE, line).outlet == outlet


def test_recurring_lines_of_an_outlet_are_its_furniture(tmp_path: Path) -> None:
    for number, closed in enumerate(("bridge", "pier", "school", "library")):
        body = LEAD.replace("bridge", closed) + f" It was decision {number}."
        slogan = f"The voice of the harbour since 18{number}1, and proud of it every single day."
        text = f"Council closes {closed}\n\n{slogan}\n\n{body}\n\n© 2026 The Gazette\n"
        (tmp_path / f"{number}.txt").write_text(text)

    def hidden(drafts: list[Draft]) -> list[bool]:
        blocks = [(d, b) for d in drafts for b in d.blocks]
        return [not b.shown for d, b in blocks if "voice of the harbour" in d.text[b.start : b.end]]

    first = [draft for draft in ingest.read([tmp_path]) if isinstance(draft, Draft)]
    known = {"The Gazette": ingest.furniture(map(ingest.article, first))}
    again = ingest.read([tmp_path], furniture=known)
    taught = [draft for draft in again if isinstance(draft, Draft)]
    assert hidden(taught) == [True] * 4
    assert [ingest.article(d).id for d in taught] == [ingest.article(d).id for d in first]
    assert all(draft.title.startswith("Council closes") for draft in taught)
    assert ingest.furniture(map(ingest.article, first[:2])) == frozenset()


SCRAPS = "Home|Share|See also|Comments|By Ann Roe|4 May 2026|© 2026 The Gazette|Bridge closes"
MORE_SCRAPS = "NewsBridge closes|said the|Mayor|| |…"
PAGES = st.lists(
    st.sampled_from([*SCRAPS.split("|"), *MORE_SCRAPS.split("|"), LEAD, MORE, LAST])
    | st.text(max_size=30),
    max_size=14,
).map("\n".join)


@given(PAGES, st.booleans(), st.none() | st.just("Bridge closes"))
def test_blocks_cover_each_line_once_and_something_is_shown(
    text: str, plain: bool, title: str | None
) -> None:
    draft = clean(Page("a.txt", text.replace("\r", ""), title=title, plain=plain))
    text = draft.text
    edges = [edge for block in draft.blocks for edge in (block.start, block.end)]
    assert edges == sorted(edges)
    between = [text[a:b] for a, b in zip([0, *edges[1::2]], [*edges[::2], len(text)], strict=True)]
    assert not any(gap.strip() for gap in between)
    for block in draft.blocks:
        assert block.start == 0 or text[block.start - 1] == "\n"
        assert block.end == len(text) or text[block.end] == "\n"
        assert block.shown == (not block.reason)
        assert block.shown or block.kind is BlockKind.CLUTTER
    assert any(block.shown for block in draft.blocks) == bool(draft.blocks)
    article = ingest.article(draft)
    assert all(any(b.start <= s <= e <= b.end for b in draft.blocks) for s, e in article.sentences)


@given(st.text(max_size=40))
def test_dates_in_any_text_are_days_or_nothing(text: str) -> None:
    found = iso_day(text)
    assert found is None or len(found) == 10


@pytest.mark.parametrize("day", ["20260504", " 20260504T061000Z", "20260504061000"])
def test_a_day_without_hyphens_is_one_where_nothing_else_stands(day: str) -> None:
    assert iso_day(day) == "2026-05-04"
    assert iso_day(f"No. {day}") is None
    assert iso_day(day.replace("0504", "1399")) is None


@pytest.mark.parametrize("day", ["1403/05/06", "\u0661\u0664\u0660\u0663-05-06", "9999-12-31"])
def test_days_of_other_calendars_and_of_no_year_are_unknown(day: str) -> None:
    assert iso_day(day) is None
    assert iso_day(f"{day}, 6 August 1945") == "1945-08-06"


def test_a_picture_in_the_middle_does_not_end_an_article() -> None:
    draft = page(
        "Council closes the old bridge",
        "Image source, Harbour Agency",
        "Image caption,",
        "The barrier was repaired in 2019",
        LEAD,
        MORE,
        "Image source, Rivers Agency",
        "Image caption,",
        "The gate jammed halfway",
        "* No sirens sounded in town",
        "Sara Venn, who heads the agency, refused to resign over it on Monday.",
    )
    assert draft.title == "Council closes the old bridge"
    assert shown(draft) == [
        "Council closes the old bridge",
        "The barrier was repaired in 2019",
        LEAD,
        MORE,
        "The gate jammed halfway",
        "* No sirens sounded in town",
        "Sara Venn, who heads the agency, refused to resign over it on Monday.",
    ]
    assert kinds(draft).count("caption") == 2


def test_the_dateline_dates_an_article() -> None:
    draft = page("Bridge closes for months", f"ALDMOOR, 12 March 2026 (Wire) — {LEAD}", MORE)
    assert draft.date == "2026-03-12"


FAR = "A cellist from the island won the prize with a piece by a young composer nobody knew."


@pytest.mark.parametrize(
    "clutter",
    [
        "Lesen Sie auch: Warum die Bahn nicht pünktlich ist und wie sie es werden will.",
        "Recevez chaque soir dans votre boîte les nouvelles du jour, le tout pour vous.",
        "Keep reading for just €1",
        "This interview has been edited for length.",
    ],
)
def test_furniture_in_other_languages_and_offers_are_hidden(clutter: str) -> None:
    draft = page("Bridge closes for months", LEAD, clutter, MORE, LAST)
    assert shown(draft) == ["Bridge closes for months", LEAD, MORE, LAST]


def test_a_short_paragraph_in_another_language_in_an_article_in_it_stays() -> None:
    german = (
        (
            "Der Rat hat am Montag für die Schließung der alten Brücke gestimmt, sagte der "
            "Bürgermeister."
        ),
        "Die Brücke wird nicht vor dem Juni für den Verkehr frei, und das ist nicht sicher.",
    )
    assert shown(page("Brücke wird für Monate gesperrt", *german))[1:] == list(german)


def test_summaries_of_other_stories_below_an_article_are_hidden() -> None:
    again = "The bridge will be painted green when it reopens in June, the works office said."
    body = (LEAD, MORE, LAST, again)
    draft = page("Bridge closes for months", *body, "Cello prize goes south", FAR)
    assert shown(draft) == ["Bridge closes for months", *body]


def test_short_paragraphs_around_the_body_belong_to_it() -> None:
    draft = page("Bridge closes for months", "Enough.", LEAD, MORE, LAST, "So it goes.")
    assert shown(draft)[1:] == ["Enough.", LEAD, MORE, LAST, "So it goes."]


def test_links_that_fill_their_lines_are_not_taken_for_a_wrapped_paragraph() -> None:
    links = (
        "Ten ways to sleep better this winter season\n"
        "Mayor denies claims over a parking contract\n"
        "Storm warnings issued for the western coasts\n"
        "Actress opens up about her role in new movie"
    )
    draft = clean(Page("a.txt", links))
    assert len(draft.blocks) == 4
