"""Page layouts of sites that show many stories at once, with their summaries."""

from mockrows import OTHER, Page

SUMMARIES = (
    (
        "Old cinema to become library",
        "The Rex, closed since 2016, will hold 40,000 books and a reading café from next autumn.",
    ),
    (
        "Wolf seen near primary school",
        (
            "Rangers have set up cameras after a teacher filmed the animal at the edge of "
            "the playground."
        ),
    ),
    (
        "Bakers warn of dearer bread",
        "Flour has gone up by a third since the spring, and energy bills do the rest.",
    ),
    (
        "Pop star cancels tour",
        "Doctors advised her to rest her voice for three months, her manager said on Thursday.",
    ),
    (
        "New tram line opens",
        (
            "From Monday trams run every eight minutes between the university and the "
            "southern suburbs."
        ),
    ),
    (
        "Chess champion, 12, beats master",
        "It took the schoolgirl only 31 moves to win the final in front of a stunned audience.",
    ),
)


def summaries(page: Page, least: int, most: int) -> None:
    """Other stories with a sentence or two each, as portals list them."""
    for head, summary in page.rng.sample(SUMMARIES, page.rng.randint(least, most)):
        page.add("clutter", head, summary)


def portal(page: Page) -> None:
    """A short article amid summaries of many others."""
    page.add(
        "clutter",
        "Sections",
        "Inland",
        "World affairs",
        "Our region",
        "People",
        "Tickets",
        "Dating",
        "Sign in / Register",
    )
    page.head(when="Thursday, {} {} 2026 | 11:20")
    page.body(3, 6)
    page.add("clutter", "You might have missed")
    summaries(page, 3, 6)
    page.add(
        "clutter",
        "Weather",
        "Today 12°C",
        "Tomorrow 9°C",
        "Horoscope: what the stars hold for Libra",
        "Lottery numbers",
    )
    page.add(
        "clutter",
        (
            "Publisher: Lantern Verlag, Hauptstrasse 1. Editor responsible: Jan Holm. Court "
            "of registration: Verano HRB 1204."
        ),
    )


def broadcaster(page: Page) -> None:
    """Labels of pictures, times since, topics, and three rows of stories."""
    page.add(
        "clutter",
        "LTV Homepage",
        "Skip to content",
        "Your account",
        "Home",
        "iPlayer",
        "Sounds",
        "More menu",
    )
    page.head(when="{} {} 2026", by="{}")
    page.add("clutter", "LTV News", "Share", "Save")
    page.add("head", "Getty Images", page.pick(page.topic.captions))
    page.body(4, 8, lambda p: p.add("head", "LTV", p.pick(p.topic.captions)))
    page.add("clutter", "Related topics", "Economy", "Norrsund", "Elsewhere on LTV")
    page.links(5, 9)
    page.add(
        "clutter",
        (
            "Copyright © 2026 LTV. The LTV is not responsible for the content of external "
            "sites. Read about our approach to external linking."
        ),
    )


def weblog(page: Page) -> None:
    """A small site on common blog software."""
    page.add("clutter", "Harbour Matters", "News from the waterfront", "Menu", "About", "Archives")
    page.add("head", page.pick(page.topic.headlines), "Posted on 9 April 2026 by admin")
    page.body(4, 7)
    page.add(
        "clutter",
        "Like this:",
        "Like Loading...",
        "Categories: Local, Politics",
        "Tagged council, harbour",
        "Post navigation",
        "← Older: Summer fair moves to the park",
        "Newer: The library that floats →",
        "One thought on this post",
        "Gerda says:",
        "Thank you for keeping an eye on these people, somebody has to do it.",
        "Leave a Reply",
        "Your email address will not be published. Required fields are marked *",
        "Recent Posts",
        *page.few(OTHER, 4, 6),
        "Meta",
        "Entries feed",
        "Blog at WordPress.com.",
    )
