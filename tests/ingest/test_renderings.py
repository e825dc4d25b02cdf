"""Pages turned to text crudely: each piece of text a line, or a whole article on one."""

import pytest

from annotator.ingest.cleaning.clean import clean
from annotator.ingest.draft import Draft, Page

TITLE = "Ferry to the outer islands stops for the winter"
OPENING = "The ferry to the outer islands will stop on Friday, the port of Aldmoor said on Monday."
PARTS = (
    "Its engine failed twice in stormy weather last month, and no spare part is to be had before "
    "spring, the harbour master told the council.",
    (
        "Four hundred islanders now depend on the mail boat, which takes twelve passengers "
        "and no cars."
    ),
    "The council will ask the ministry for a second boat, a spokeswoman for the mayor said.",
    "Fishermen offered to carry food and medicine to the islands on calm days until the ferry is "
    "repaired, and the school will teach its island pupils by video from next week.",
)
OTHERS = (
    "Our spring course for young sailors starts in April, and places are given to those who ask "
    "for them before the end of the month.",
    "Read in our guide which of the beaches of the county are clean and where dogs may run free "
    "all through the year.",
)


def shown(text: str) -> list[str]:
    draft = clean(Page("a.txt", text))
    return [draft.text[block.start : block.end] for block in draft.blocks if block.shown]


def draft_of(*pieces: str) -> Draft:
    return clean(Page("a.txt", "\n".join(pieces)))


def test_pieces_that_all_stand_a_blank_line_apart_are_joined_to_their_sentences() -> None:
    broken = ("The ferry to the", "outer islands", "will stop", "on Friday, the port said.")
    text = "\n\n".join(("Home", "Weather", TITLE, *broken, *PARTS, "Contact", "Imprint"))
    assert "\n\n".join(broken) in shown(text)
    assert set(PARTS) <= set(shown(text))


def test_a_headline_that_ends_in_a_little_word_is_not_joined_to_the_paragraph_below() -> None:
    text = "\n\n".join(("Harbour talks go on", OPENING, *PARTS))
    assert clean(Page("a.txt", text)).title == "Harbour talks go on"
    assert shown(text) == ["Harbour talks go on", OPENING, *PARTS]


def test_paragraphs_apart_by_blank_lines_stay_apart_where_lines_are_close_too() -> None:
    poem = "a gull\na rope\na rusty bell"
    text = (
        f"{TITLE}\n\n{OPENING}\n\nThe sign on the pier now reads\n\nclosed until further "
        f"notice.\n\n{poem}"
    )
    assert "The sign on the pier now reads" not in "".join(
        block for block in shown(text) if "closed" in block
    )


def test_an_article_on_one_line_outweighs_two_paragraphs_of_something_else() -> None:
    whole = " ".join((OPENING, *PARTS) * 4)
    left = shown("\n".join((*OTHERS, "Home", "Weather", "Sports", *["Link"] * 12, TITLE, whole)))
    assert whole in left
    assert OTHERS[0] not in left


def test_the_article_stands_where_the_title_of_the_window_is_told_again() -> None:
    menu = [f"Course {number}" for number in range(40)]
    draft = draft_of(
        f"{TITLE} – Aldmoor Courier", *menu, *OTHERS, *menu[:20], TITLE, OPENING, *PARTS[:2], *menu
    )
    left = [draft.text[block.start : block.end] for block in draft.blocks if block.shown]
    assert left == [TITLE, OPENING, *PARTS[:2]]
    assert draft.title == TITLE


def test_a_link_in_capitals_goes_on_a_line_that_ends_with_a_small_word() -> None:
    broken = "The ferry was built for the\nPort of Aldmoor\n, which sold it in May."
    assert broken in shown(f"{TITLE}\n{OPENING}\n{broken}\n{PARTS[0]}")


def test_by_alone_on_its_line_is_above_a_name_and_not_part_of_the_headline() -> None:
    draft = draft_of("Home", "Weather", TITLE, "by", "Ann Roe", "4 May 2026", OPENING, *PARTS)
    assert (draft.title, draft.byline) == (TITLE, "Ann Roe")


def test_points_that_a_colon_announces_are_the_articles() -> None:
    points = ("No cars until spring", "Letters go by air twice a week", "School by video")
    long = (
        "Shops on the islands will be filled once more before Friday, when the last ferry leaves."
    )
    draft = draft_of(TITLE, "4 May 2026", OPENING, PARTS[1], "The plan:", *points, long)
    left = [draft.text[block.start : block.end] for block in draft.blocks if block.shown]
    assert long in left


def test_teasers_far_from_headline_and_body_are_no_standfirst() -> None:
    teasers = [f"Ferry number {number} to the outer islands stops" for number in range(12)]
    menu = [f"Course {number}" for number in range(12)]
    rows = [line for pair in zip(menu, teasers, strict=True) for line in pair]
    left = shown("\n".join((f"{TITLE} – Courier", "Home", "News", TITLE, *rows, OPENING, *PARTS)))
    assert teasers[6] not in left
    assert set(PARTS) <= set(left)


def test_a_line_of_labels_that_run_together_is_not_the_article() -> None:
    labels = "HomeNews to go SportLife MoneyTech all TravelOpinion ShopWeather and IslandsMore "
    left = shown("\n".join((labels * 9, *["Link"] * 8, TITLE, "4 May 2026", OPENING, PARTS[2])))
    assert left == [TITLE, "4 May 2026", OPENING, PARTS[2]]


@pytest.mark.parametrize(
    "above",
    [
        "Gardens, kitchens and other rooms",  # of no word in the article
        "Visit the islands",  # a label, with neither author nor day
        "Letters to the editor of the week",
    ],
)
def test_a_line_that_the_article_does_not_tell_again_is_not_surely_its_headline(above: str) -> None:
    draft = draft_of("Home", "Weather", above, OPENING, *PARTS)
    assert any("headline" in note for note in draft.notes)


@pytest.mark.parametrize(
    "above", ["ALDMOOR —", "From the port on its ferry:", "[Ferry at the port]"]
)
def test_datelines_announcements_and_pictures_are_no_headlines(above: str) -> None:
    assert draft_of("Home", "Weather", above, OPENING, *PARTS).title != above


def test_an_article_is_not_taken_for_news_in_brief_above_a_signed_comment() -> None:
    tall = "Timber for the new pier comes from old barns, which farmers gave away last autumn."
    comment = ("Reader Ann Roe · 4 May 2026", "Nice pictures.", "Thanks for that.", "More, please.")
    left = shown("\n".join((TITLE, OPENING, *PARTS, tall, *comment)))
    assert {OPENING, *PARTS} <= set(left)


@pytest.mark.parametrize("line", ["By the sea", "by luxury", "Release Date"])
def test_what_is_no_name_is_no_author(line: str) -> None:
    assert draft_of(TITLE, line, "4 May 2026", OPENING, *PARTS).byline is None
