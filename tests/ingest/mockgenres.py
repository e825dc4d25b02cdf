"""Page layouts of kinds of article: reports, live blogs, lists, interviews, opinions, galleries."""

from mockrows import NAMES, OTHER, Page, foot, share, top
from mocksites import summaries


def broadsheet(page: Page) -> None:
    """The usual page."""
    top(page)
    page.head()
    share(page)
    page.add("head", page.pick(page.topic.captions) + ". Photograph: Ola Berg/NTB")
    page.body(5, 10)
    page.add("clutter", "Topics", *page.few(("Transport", "Islands", "Government", "Law"), 2, 3))
    page.add("clutter", "More on this story")
    page.links(3, 5)
    foot(page)


def live_blog(page: Page) -> None:
    """Posts under times of day, newest first."""
    top(page)
    page.head(when="Last updated {} {} 2026 at 18.04")
    page.add(
        "clutter",
        "LIVE",
        "Key events",
        "Show key events only",
        "Please turn on JavaScript to use this feature",
    )
    for hour in range(17, 17 - page.rng.randint(4, 7), -1):
        page.add("head", f"{hour}.{page.rng.randint(10, 59)} CET")
        if page.rng.random() < 0.6:
            page.add("main", page.pick(page.topic.heads))
        page.add("main", page.paragraph(2, 3))
        if page.rng.random() < 0.5:
            page.add("main", page.paragraph())
        page.add("clutter", *page.few(("Share", "Updated at 17.40 CET", "Copy link to post"), 1, 2))
    foot(page)


def podcast(page: Page) -> None:
    """A player with its list of episodes above or amid the article."""
    player = (
        "Listen to this article",
        "0:00 / 6:12",
        "1x",
        "Subscribe to the podcast",
        "Apple Podcasts",
        "Spotify",
        "Episode 114: The long way home",
        "Episode 113: A town without trains",
        "Hosted by our newsroom every weekday morning. New episodes at 6 a.m.",
    )
    top(page)
    page.head()
    if page.rng.random() < 0.5:
        page.add("clutter", *player)
        page.body(5, 8)
    else:
        page.body(3, 4)
        page.add("clutter", *player)
        page.body(3, 5)
    foot(page)


def listicle(page: Page) -> None:
    """An explanation with lists."""
    top(page)
    page.head(stand=0.7)
    page.body(2, 3)
    for number, head in enumerate(page.few(page.topic.heads, 3, 4), start=1):
        page.add(
            "main", f"{number}. {head}" if page.rng.random() < 0.5 else head, page.paragraph(1, 2)
        )
    page.add("main", "What we know so far:", *[f"- {point}" for point in page.topic.points])
    page.body(1, 3)
    share(page)
    page.links(3, 6)
    foot(page)


def table(page: Page) -> None:
    """Numbers in rows."""
    page.head()
    page.body(4, 5)
    page.add("head", "Year", "Cases", "Change")
    for year in range(2020, 2025):
        page.add("head", f"{year}\t{page.rng.randint(100, 999)}\t{page.rng.randint(-9, 9)}%")
    page.body(3, 5)
    foot(page)


def interview(page: Page) -> None:
    """Questions and answers."""
    top(page)
    page.head(by="Interview: {}", stand=1)
    page.add("main", page.paragraph(2, 3))
    for ask in page.topic.asks:
        page.add("main", ask)
        page.add("main", " ".join(f"{quote}." for quote in page.few(page.topic.quotes, 2, 3)))
    page.add("clutter", "This interview has been edited for length and clarity.")
    foot(page)


def brief(page: Page) -> None:
    """Two sentences among a lot of page."""
    top(page)
    page.head(stand=0)
    page.add("main", page.paragraph(1, 2))
    if page.rng.random() < 0.5:
        page.add("main", page.paragraph(1, 1))
    share(page)
    page.add("clutter", "Latest")
    for story in page.few(OTHER, 5, 9):
        page.add("clutter", story, f"{page.rng.randint(1, 23)} hours ago")
    foot(page)


def opinion(page: Page) -> None:
    """One line a paragraph."""
    lines = (
        "I was there.",
        "Nobody asked us.",
        "And so it goes on.",
        "Enough.",
        "That was in 2019.",
        "It is not bad luck. It is a choice.",
        "They had a plan, they said.",
        "We waited.",
        "Let me be clear: this was avoidable.",
        "You can guess what happened next.",
    )
    top(page)
    page.add("clutter", "OPINION")
    page.head(stand=0.7)
    for _ in range(page.rng.randint(8, 14)):
        line = page.pick(lines)
        free = page.rng.random() < 0.45 and (line, "main") not in page.rows
        page.add("main", line if free else page.paragraph(1, 1))
    page.add("clutter", "Do you have an opinion on this? Write to letters@lantern.example")
    foot(page)


def tabloid(page: Page) -> None:
    """Capitals, bullets under the headline, pictures with captions, promotions."""
    page.add("clutter", "TV", "SHOWBIZ", "FOOTIE", "DEAR DEIDRE", "Log in")
    page.add("clutter", "EXCLUSIVE")
    page.add("head", page.pick(page.topic.headlines).upper())
    page.add("main", *[f"• {point}" for point in page.few(page.topic.points, 2, 3)])
    page.add(
        "head",
        f"{page.pick(NAMES)}, Senior Reporter",
        "Published: 14:02, 9 Apr 2026",
    )
    for _ in range(page.rng.randint(3, 5)):
        page.add("main", page.paragraph(1, 1), page.paragraph(1, 1))
        page.add("head", page.pick(page.topic.captions) + " Credit: Splash")
        if page.rng.random() < 0.5:
            page.add(
                "clutter", "Most read in News", *page.few(tuple(o.upper() for o in OTHER), 2, 3)
            )
    page.add("clutter", "Got a story? Call our news desk on 0800 555 0199 or WhatsApp us.")
    foot(page)


def wire(page: Page) -> None:
    """Agency copy: a dateline, credits at the end."""
    page.add("head", page.pick(page.topic.headlines))
    page.add("main", f"NORRSUND, April 9 (Northwire) - {page.paragraph(1, 2)}")
    page.body(4, 9)
    page.add(
        "clutter", "(Reporting by Elin Haugen in Norrsund and Marco Bell; Editing by Priya Nair)"
    )
    page.add("clutter", "Our Standards: The Northwire Trust Principles.")
    page.links(3, 5)


def gallery(page: Page) -> None:
    """More pictures than words."""
    top(page)
    page.head()
    for number in range(1, 5):
        page.add("clutter", f"{number} / 4")
        page.add("head", page.pick(page.topic.captions) + ". Photo: Lena Voss / dpa")
    page.body(3, 5)
    foot(page)


def printed(page: Page) -> None:
    """The print view: an address, a rule, little else."""
    page.add(
        "clutter",
        "Verano Times – print view",
        "Printed from https://verano.example/a/81723 on 11/04/2026",
    )
    page.head(stand=1)
    page.body(6, 12)
    page.add(
        "clutter",
        "Page 1 / 2",
        "URL: https://verano.example/a/81723",
        "© Verano Times GmbH. Reproduction only with permission of the publisher.",
    )


def video(page: Page) -> None:
    """A player, its transcript absent, then a short article and a playlist."""
    page.add(
        "clutter",
        "Watch live",
        "Shows",
        "Video player is loading.",
        "Current time 0:00",
        "Duration 2:14",
        "Now playing",
        "UP NEXT",
    )
    page.head(stand=0.3)
    page.body(2, 4)
    for story in page.few(OTHER, 5, 8):
        page.add("clutter", story, f"0{page.rng.randint(1, 5)}:{page.rng.randint(10, 59)}")
    page.add(
        "clutter", "More videos", "Closed captioning provided by Lantern Media", "Channel finder"
    )


def questions(page: Page) -> None:
    """An explainer: bold questions with short answers, then a box of links with summaries."""
    top(page)
    page.head(stand=1)
    page.add("main", page.paragraph(2, 2))
    for ask in page.topic.asks:
        page.add("main", ask, page.paragraph(1, 2))
    page.add("clutter", "Explained in brief")
    summaries(page, 2, 3)
    foot(page)


def digest(page: Page) -> None:
    """The top item of a mailing, the other items shortened below."""
    page.add(
        "clutter",
        "Having trouble viewing this email? View it in your browser",
        "The Lantern Briefing",
        "Good morning. It is Thursday, and here is what you need to know.",
    )
    page.head(by="{}")
    page.body(3, 5)
    page.add("clutter", "ALSO TODAY")
    summaries(page, 3, 5)
    page.add(
        "clutter",
        "Quote of the day",
        "You are receiving this email because you signed up on our website.",
        "Update your preferences or unsubscribe from this list.",
        "Lantern Media, Dock Street 1, 4004 Norrsund",
    )


def explained(page: Page) -> None:
    """Sub-headings, a list with dashes, a correction and a note on sources; teasers amid it all."""
    top(page)
    page.head(stand=1)
    for head in page.topic.heads:
        page.add("main", head, page.paragraph(1, 3))
        if page.rng.random() < 0.5:
            page.add("clutter", "Don't miss", *page.few(OTHER, 1, 2))
    page.add("main", *[f"– {point}" for point in page.few(page.topic.points, 2, 4)])
    page.add("main", page.paragraph(1, 2))
    page.add(
        "clutter",
        "Correction: an earlier version of this article gave a wrong date.",
        "With material from dpa and Northwire",
    )
    page.links(2, 4)
    foot(page)
