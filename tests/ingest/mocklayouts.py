"""More made-up page layouts, written after the cleaner's rules and apart from them.

They are a set of their own: rules are mended on the others, and these say what that is worth.
"""

from mockrows import NAMES, OTHER, SITES, Layout, Page

SUMMARIES = (
    (
        "Firefighters spent the night at a warehouse in the docklands, and nobody is thought "
        "to be hurt."
    ),
    "A court has told the airline to refund passengers who were stranded at Christmas.",
    "The singer cancelled three concerts after losing her voice in Lyon.",
    "Growers fear that frost in April has cost them half of the cherry harvest.",
    "Two teenagers were found safe after a night on the mountain, rescuers say.",
    "The council will vote next week on whether the swimming pool stays open.",
    "Why more people than ever are keeping bees on balconies, and what neighbours make of it.",
)
REMARKS = (
    "Typical. They knew for years and did nothing about it, and now we all pay.",
    "I was there this morning and it was much worse than this makes it sound.",
    "Can someone explain why this was not fixed when the money was there?",
    "Agree with the above. My cousin works there and says the same.",
    "lol they said exactly this in 2019",
)


def magazine(page: Page) -> None:
    """A long read: kicker, deck, reading time, teasers amid the text, a numbered chart below."""
    page.add(
        "clutter", "Politics | Ideas | Fiction | Humor | Books | The Archive | Subscribe | Account"
    )
    page.add("clutter", "Letter from the coast")
    page.add("head", page.pick(page.topic.headlines))
    page.add("main", page.pick(page.topic.stands))
    page.add("head", f"By {page.pick(NAMES)}", "March 3, 2026")
    page.add("clutter", "12 min read", "Save this story", "Listen to this story")
    page.add("head", f"{page.pick(page.topic.captions)}. Illustration by Ida Moe")

    def between(page: Page) -> None:
        page.add("clutter", f"Read more: {page.pick(OTHER)}")

    page.body(7, 11, between)
    page.add("clutter", "Published in the print edition of the March 9, 2026, issue, as “Salt.”")
    name = page.pick(NAMES)
    page.add("clutter", f"{name} joined the magazine in 2014 and is the author of two novels.")
    page.add("clutter", "The chart: what everyone is reading")
    for number, title in enumerate(page.few(OTHER, 4, 6), 1):
        page.add("clutter", f"{number}. {title}")
    page.add("clutter", "Goings on", "A weekly guide to what is worth your time.", "Sign me up")


def regional(page: Page) -> None:
    """A local paper: weather, gallery counter, captions that are sentences, a box in the middle."""
    page.add("clutter", "12°C", "Today’s weather", "News", "Sport", "What’s On", "In Your Area")
    page.add("clutter", "By signing up you agree to receive our emails")
    page.add("head", page.pick(page.topic.headlines))
    page.add("head", page.pick(NAMES) + " Local democracy reporter")
    page.add("head", "14:02, 3 Mar 2026 Updated 16:30, 3 Mar 2026")
    page.add("clutter", "0 comments", "Bookmark", "1 / 6")
    page.add("head", f"{page.pick(page.topic.captions)} on Tuesday (Image: Coast Live)")
    page.body(3, 4)
    page.add(
        "clutter",
        "Get the biggest stories from your town straight to your phone.",
        "We will only ever send you what matters, and you can leave the group whenever you like.",
        "Join the WhatsApp group",
    )
    page.body(3, 5)
    page.add("clutter", f"READ MORE: {page.pick(OTHER)}", f"READ MORE: {page.pick(OTHER)}")
    page.body(1, 2)
    page.add("clutter", "Story saved", "You can find this story in My Bookmarks.", "Most read")
    page.links(4, 7)
    page.add("clutter", "Do you have a story to share? Email newsdesk@coastlive.example")


def headlines_first(page: Page) -> None:
    """An agency's portal: a feed of timed headlines above, teasers with summaries below."""
    page.add("clutter", "LATEST")
    for hour, title in zip(range(19, 9, -1), page.few(OTHER, 6, 9), strict=False):
        page.add("clutter", f"{hour}:{page.rng.randint(10, 59)} {title}")
    page.add("clutter", "All news")
    page.add("clutter", "Society")
    page.add("head", "03.03.2026, 18:22", page.pick(page.topic.headlines))
    page.add("head", f"© {page.pick(NAMES)}/{page.pick(SITES)}")
    page.body(4, 7)
    page.add("clutter", "Tags", "transport", "islands")
    page.add("clutter", "In other news")
    for title in page.few(OTHER, 3, 5):
        page.add("clutter", title, page.pick(SUMMARIES))
    page.add("clutter", "Load more", "Mass media registration certificate No. 77-31212")


def stamped(page: Page) -> None:
    """Live coverage with ages of posts, embedded posts of others, and who writes."""
    page.add("clutter", "Home", "Live", "Following")
    page.add("head", page.pick(page.topic.headlines) + " – live updates")
    page.add("clutter", "Follow live updates as they happen", "What we know so far")
    page.add("main", f"• {page.paragraph(1, 1)}", f"• {page.paragraph(1, 1)}")
    for number in range(page.rng.randint(4, 6)):
        page.add("clutter", f"{number + 1}h ago", "Share", "Link copied")
        if page.rng.random() < 0.7:
            page.add("main", page.pick(page.topic.heads))
        page.add("head", page.pick(NAMES))
        page.add("main", page.paragraph(2, 3), page.paragraph())
        if page.rng.random() < 0.4:
            page.add("clutter", "View post on X", "This post has been deleted or is not available.")
    page.add("clutter", "Our reporters", f"{page.pick(NAMES)}, in Norrsund", "End of live updates")
    page.add("clutter", *page.few(OTHER, 3, 4))


def metered(page: Page) -> None:
    """A wall in the middle, with offers, and the rest of the text behind it."""
    page.add("clutter", "SUBSCRIBE", "LOG IN", "Markets", "Companies", "Work & Careers", "Lex")
    page.add("head", page.pick(page.topic.headlines))
    page.add("main", page.pick(page.topic.stands))
    page.add("head", f"{page.pick(NAMES)} in Norrsund", "Published March 3 2026")
    page.body(2, 3)
    page.add(
        "clutter",
        "You have 1 free article left this month.",
        "Choose the plan that suits you",
        "Standard digital",
        "Essential digital access to quality journalism on any device.",
        "€39 per month",
        "Premium digital",
        (
            "Complete digital access with expert analysis from industry leaders. Pay a year "
            "upfront and save 20%."
        ),
        "Explore our full range of subscriptions",
        "Discover all the plans currently available in your country",
    )
    page.body(4, 6)
    page.add(
        "clutter", "Reuse this content (opens in new window)", "Follow the topics in this article"
    )
    page.add("clutter", "Shipping", "Add to myFT", "Transport policy", "Add to myFT")


def donors(page: Page) -> None:
    """A newsroom without owner: appeals in the body, partners, who the author is."""
    page.add("clutter", "Donate", "Topics", "Series", "About", "Local Initiatives")
    page.add("head", page.pick(page.topic.headlines))
    page.add("main", page.pick(page.topic.stands))
    page.add("head", f"by {page.pick(NAMES)}, photography by {page.pick(NAMES)}")
    page.add("head", "March 3, 2026, 5 a.m. EST")
    page.add(
        "clutter",
        "We investigate abuses of power. Sign up to be the first to receive our biggest stories.",
    )
    page.body(3, 4)
    page.add(
        "clutter",
        "Stories like this one take months to report, and we do not charge anyone to read them.",
        "If this work matters to you, will you chip in today?",
        "Yes, I’ll give",
    )
    page.body(4, 6)
    page.add(
        "clutter",
        "This story was supported by a grant from the Fund for Coastal Reporting.",
        "Do you know something about this? Our reporters can be reached on Signal at 555-0134.",
        f"{page.pick(NAMES)} contributed research.",
        "What We’re Watching",
        "During the coming months we will look at who pays for what, and who does not.",
        (
            "Learn more about our reporting team. We will continue to share areas of "
            "interest as the news develops."
        ),
    )


def charted(page: Page) -> None:
    """Tables and charts between paragraphs, each with a source and a note."""
    page.add("clutter", "Data", "Charts", "Newsletter archive")
    page.add("head", page.pick(page.topic.headlines))
    page.add("head", f"{page.pick(NAMES)} · 3 March 2026 · 09:15")
    page.body(2, 3)
    page.add("head", "Passengers by year, thousands")
    page.add("head", "Year\tSummer\tWinter", "2023\t412\t188", "2024\t398\t171", "2025\t365\t160")
    page.add("clutter", "Source: Statistics Office, own calculations", "Get the data", "Embed")
    page.body(3, 5)
    page.add("clutter", "Chart: Kim Aas", "Created with Datawrapper")
    page.body(2, 3)
    page.add("clutter", "Most popular charts", *page.few(OTHER, 3, 5))
    page.add("clutter", "Any questions about the numbers? Write to data@lantern.example")


def pasted(page: Page) -> None:
    """Copied by hand from a phone: labels in a row without blanks, doubled headline, replies."""
    headline = page.pick(page.topic.headlines)
    site = page.pick(SITES)
    page.add("clutter", "9:41", f"{site} — Private", "aA", "Open in app", "×")
    page.add("head", headline)
    page.add("clutter", f"{headline} | {site}")
    page.add("head", f"{page.pick(NAMES)}  •  Mar 3, 2026  •  4 min")
    page.add("clutter", "215", "48", "Share full article", "Follow")
    page.body(4, 7)
    page.add("clutter", "48 replies", "Top", "New")
    for name in page.few(NAMES, 3, 5):
        page.add("clutter", name.replace(" ", "").lower(), page.pick(("2h", "14 hr.", "1 d")))
        page.add("clutter", page.pick(REMARKS), "Reply", "Report")
    page.add("clutter", "Show more replies", "Scroll to top")


LATER: tuple[Layout, ...] = (
    magazine, regional, headlines_first, stamped, metered, donors, charted, pasted,
)  # fmt: skip
