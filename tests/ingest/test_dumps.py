"""Pages as text browsers, Markdown writers and copying leave them: body, headline, the rest."""

import pytest

from annotator.ingest import Draft
from annotator.ingest.cleaning.clean import clean
from annotator.ingest.cleaning.notation import words_of
from annotator.ingest.draft import Page

LEAD = "The council voted on Monday to close the old bridge, the mayor said in a statement."
MORE = "It will reopen in June at the earliest, according to the works office of the city."
LAST = "Shopkeepers reacted with anger to the closing of the bridge that feeds their street."
MENU = [f"Section {name}" for name in "ABCDEFGHIJKLMNOPQRSTUVWX"]


def cleaned(text: str) -> Draft:
    return clean(Page("a.txt", text))


def shown(draft: Draft) -> list[str]:
    return [" ".join(draft.text[b.start : b.end].split()) for b in draft.blocks if b.shown]


def reasons(draft: Draft) -> dict[str, str]:
    return {draft.text[b.start : b.end].strip(): b.reason for b in draft.blocks}


def wrapped(text: str, width: int, margin: str) -> str:
    lines = [margin.rstrip("\n")]
    for word in text.split():
        room = len(lines[-1]) + len(word) + (lines[-1] != margin)
        if room > width:
            lines.append(margin)
        lines[-1] += word if lines[-1] == margin else f" {word}"
    return "\n".join(lines)


@pytest.mark.parametrize("margin", ["", "   ", "       "])
def test_paragraphs_wrapped_behind_a_margin_are_whole_again(margin: str) -> None:
    paragraphs = [
        wrapped(f"{LEAD} {MORE} {LAST}", 72, margin),
        wrapped(f"{LAST} {MORE}", 72, margin),
    ]
    menu = "\n".join(f"{margin}  * [{n}]{name}" for n, name in enumerate(MENU, 1))
    draft = cleaned(f"{menu}\n\n{margin}Bridge closes for months\n\n" + "\n\n".join(paragraphs))
    assert shown(draft)[1:] == [" ".join(p.split()) for p in paragraphs]
    assert draft.title == "Bridge closes for months"


def test_a_list_wrapped_behind_its_bullets_keeps_its_points() -> None:
    points = [
        (
            "the old bridge over the harbour, which carries most of the trams of the city "
            "and all of its mail"
        ),
        (
            "the ramp to the market, whose shops had asked for one more summer before the "
            "works begin there"
        ),
        (
            "the quay below them, where boats have not been allowed to land since the flood "
            "of last autumn"
        ),
    ]
    body = "\n".join("  * " + wrapped(point, 72, "    ").strip() for point in points)
    draft = cleaned(
        f"{LEAD}\n{MORE}\nThe plan of the city closes three places this year:\n{body}\n{LAST}"
    )
    kept = shown(draft)
    assert [f"* {point}" for point in points] == [line for line in kept if line.startswith("*")]


def test_marks_of_markdown_do_not_hide_what_lines_say() -> None:
    draft = cleaned(
        "[Home](https://gazette.example/) \n\n  * [World](/world)\n  * [Sport](/sport)\n\n"
        "# Bridge closes for months\n\n![The old bridge at dusk](/img/b.jpg)\n\n"
        "By **[Ann Roe](https://gazette.example/roe)**\n\n4 May 2026\n\n"
        f"{LEAD.replace('old bridge', '[old bridge](https://gazette.example/bridge)')}\n\n{MORE}\n\n{LAST}\n"
    )
    assert (draft.title, draft.byline, draft.date) == (
        "Bridge closes for months",
        "Ann Roe",
        "2026-05-04",
    )
    assert reasons(draft)["![The old bridge at dusk](/img/b.jpg)"]
    assert not [line for line in shown(draft) if "/world" in line or line.startswith("[Home]")]


def test_a_link_broken_by_its_wrapping_is_one_line() -> None:
    draft = cleaned(
        f"{LEAD} [The works office\nof the city](https://gazette.example/o) "
        f"agreed.\n\n{MORE}\n\n{LAST}"
    )
    assert len(shown(draft)) == 3


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("see [the report](https://a.example/x_(y).pdf) here", "see the report here"),
        ("[14]The mayor said[15]no", "The mayor saidno"),
        ("## What next", "What next"),
        ("He said [sic] that (so) it was", "He said [sic] that (so) it was"),
        ("a footnote.[3] And more", "a footnote.[3] And more"),
        ("#MeToo at ten", "#MeToo at ten"),
        ("2 * 3 * 4", "2 * 3 * 4"),
    ],
)
def test_only_notation_is_taken_off(line: str, said: str) -> None:
    assert words_of(line) == said


def test_places_of_pictures_and_lists_of_addresses_are_clutter() -> None:
    lines = [
        "[IMG]",
        "[bridge-at-dusk_2]",
        "(BUTTON)",
        "References",
        "1. https://gazette.example/bridge",
    ]
    draft = cleaned("\n\n".join([LEAD, lines[0], MORE, lines[1], LAST, *lines[2:]]))
    assert shown(draft) == [LEAD, MORE, LAST]
    assert "[Laughter]" in shown(cleaned(f"{LEAD}\n\n{MORE}\n\n[Laughter]\n\n{LAST}"))


def test_menus_shown_as_lists_are_no_points_of_an_article_but_announced_points_are() -> None:
    points = ["the old bridge", "the ramp to the market", "the quay below"]
    menu = "\n".join(f"  * {name} of the town" for name in MENU)
    told = "Three places will be closed from the first of June on, the office said:"
    text = "\n".join([LEAD, MORE, told, *(f"  * {point}" for point in points), LAST])
    draft = cleaned(
        f"{menu}\n\nBridge closes for months\n\n{text}\n\n{menu}\n\nAbout the town and its news."
    )
    kept = shown(draft)
    assert [f"* {point}" for point in points] == [line for line in kept if line.startswith("*")]


def test_teasers_that_break_off_are_of_other_stories_and_pauses_in_a_story_are_not() -> None:
    teasers = [
        (
            f"{name} case",
            f"A court in {name} began to hear what nobody in the valley had wanted to ...",
        )
        for name in ("Ostrava", "Lund", "Cadiz")
    ]
    listed = [line for teaser in teasers for line in teaser]
    kept = shown(cleaned("\n\n".join(["Bridge closes for months", LEAD, MORE, LAST, *listed])))
    assert kept == ["Bridge closes for months", LEAD, MORE, LAST]
    pauses = [sentence.replace(".", "...") for sentence in (LEAD, MORE, LAST)]
    assert shown(cleaned("\n\n".join([LEAD, *pauses]))) == [LEAD, *pauses]


@pytest.mark.parametrize("spoke", ["3 hours ago", "(1 day ago)", "2 years", "says:"])
def test_comments_are_told_by_names_and_that_they_speak(spoke: str) -> None:
    said = "I have crossed the old bridge every day of my life and the council never once asked me."
    comments = [
        line for name in ("Old Tar", "ferry_fan", "Jo Q") for line in (f"{name} {spoke}", said)
    ]
    kept = shown(cleaned("\n\n".join(["Bridge closes for months", LEAD, MORE, LAST, *comments])))
    assert said not in kept
    assert kept[-1] == LAST


def test_long_comments_do_not_outweigh_a_short_article() -> None:
    comment = (
        "What I think of this council would fill the harbour, and they know it very well, "
        "all of them."
    )
    below = [comment.replace("council", f"council of {name}") for name in MENU[:6]]
    kept = shown(
        cleaned(
            "\n\n".join(
                ["Bridge closes for months", "4 May 2026", LEAD, MORE, "Comments [24]", *below]
            )
        )
    )
    assert kept == ["Bridge closes for months", "4 May 2026", LEAD, MORE]


@pytest.mark.parametrize(
    "caption",
    [
        (
            "FILE - In this May 4, 2026 file photo, people cross the old bridge. The council "
            "wants it closed."
        ),
        "In this photo taken on Monday, people cross the old bridge. The council wants it closed.",
        "People cross the old bridge on Monday. The council wants it closed. (AP Photo/Ann Roe)",
        (
            "People cross the old bridge on Monday, the council wants it closed. (Ann "
            "Roe/Getty Images)"
        ),
    ],
)
def test_what_agencies_write_below_pictures_is_a_caption(caption: str) -> None:
    draft = cleaned("\n\n".join(["Bridge closes for months", LEAD, caption, MORE, LAST]))
    (kind,) = (b.kind.value for b in draft.blocks if draft.text[b.start : b.end] == caption)
    assert kind == "caption"


def test_a_summary_above_an_article_does_not_hide_the_paragraph_that_repeats_it() -> None:
    draft = cleaned(
        "\n\n".join(
            [
                "Menu",
                LEAD,
                "Video",
                "Council votes to close old bridge",
                "4 May 2026",
                MORE,
                LAST,
                LEAD,
                MORE.replace("June", "July"),
            ]
        )
    )
    assert shown(draft).count(LEAD) == 1


def test_a_short_label_far_above_is_not_the_headline() -> None:
    menu = ["The Bridge Council", *MENU]
    draft = cleaned(
        "\n".join(
            [
                *menu,
                "Harbour crossing shuts as council stops trams",
                "",
                "4 May 2026",
                "",
                LEAD,
                MORE,
                LAST,
            ]
        )
    )
    assert draft.title == "Harbour crossing shuts as council stops trams"


def test_a_headline_that_leads_by_little_is_said_to_be_unsure() -> None:
    draft = cleaned(
        "\n".join(["Weather for the harbour", "Menu", "Tides at noon today", "", LEAD, MORE, LAST])
    )
    assert any("headline" in note for note in draft.notes)


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("© 2026 Harbour Holdings Northern", None),
        ("© 2026 The Associated Press. All rights reserved.", None),
        ("© 2026 The Salvi Courier. All rights reserved.", "The Salvi Courier"),
        ("Copyright 2026 SalviCourier.example", "SalviCourier.example"),
        ("Get Started", None),
        ("A reference to Python Three was made.", None),
        ("When citing, a hyperlink to Salvi.Az is required.", "Salvi.Az"),
    ],
)
def test_an_owner_of_rights_is_an_outlet_when_called_like_one(
    line: str, outlet: str | None
) -> None:
    assert (
        cleaned("\n\n".join(["Bridge closes for months", LEAD, MORE, LAST, line])).outlet == outlet
    )


def test_days_and_names_far_below_an_article_are_of_others() -> None:
    below = [f"Story of {name}" for name in MENU]
    draft = cleaned(
        "\n\n".join(
            ["Bridge closes for months", LEAD, MORE, LAST, *below, "9 May 2026", "By Jo Quill"]
        )
    )
    assert (draft.date, draft.byline) == (None, None)


def test_a_row_of_labels_that_lost_their_blanks_is_a_menu_wherever_it_stands() -> None:
    row = (
        "StudyMaster of BridgesMaster of HarboursExecutive DegreesDoctoral "
        "programmesFeesFundingApply now"
    )
    draft = cleaned("\n".join(["Bridge closes for months", LEAD, row, MORE, LAST]))
    assert reasons(draft)[row] == "labels that lost their blanks"
    whole = f"HomeNewsSportLifeTechTravelWeather{LEAD}{MORE}{LAST}ShareTweetPrint"
    assert whole in shown(cleaned(f"Bridge closes for months\n{whole}"))
