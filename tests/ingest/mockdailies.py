"""Page layouts of daily papers, open and behind walls."""

from mocktold import ELSEWHERE, Told


def teaser(page: Told) -> None:
    """What is left in front of a wall: two paragraphs, then plans, prices, and answers."""
    page.outlet = "Capital Observer"
    _teaser_top(page)
    page.headline()
    page.add("main", page.pick(page.topic.stands))
    page.photo("{} © Bloomfield")
    page.writer("{} in Torvik")
    page.add("head", "Published 5 MARCH 2026")
    page.day = "2026-03-05"
    page.add(
        "clutter",
        "Print this page",
        "Stay informed with free updates",
        "Simply sign up to the EU politics myFT Digest -- delivered directly to your inbox.",
    )
    page.body(2, 4)
    _teaser_foot(page)


def _teaser_top(page: Told) -> None:
    page.add(
        "clutter",
        "Accessibility help",
        "Skip to navigation",
        "Open side navigation menu",
        "Capital Observer homepage",
        "Subscribe for full access",
    )


def _teaser_foot(page: Told) -> None:
    page.add(
        "clutter",
        "To read this article for free Register now",
        "Once registered, you can:",
        "Read free articles",
        "Get our Editor's Digest and other newsletters",
        "Follow topics and set up personalised events",
    )
    page.add(
        "clutter",
        "Access Alphaville: our popular markets and finance blog",
        "Register for free",
        "Keep reading for 1 crown",
        "Then €69 per month. Cancel anytime during your trial.",
        "Why the Observer?",
        "See why over a million readers pay to read the Capital Observer.",
    )
    page.add(
        "clutter",
        "Already a subscriber? Log in",
        (
            "Copyright Capital Observer Limited 2026. You may share using our article tools. "
            "Please don't cut articles from observer.example and redistribute by email or "
            "post to the web."
        ),
    )


def daily_in_delhi(page: Told) -> None:
    """A daily of South Asia: edition, synopsis, also-read lines, channels to follow, tags."""
    page.outlet = "The Deccan Ledger"
    _daily_in_delhi_top(page)
    page.headline()
    page.writer("{} / TNN / ", "head")
    page.add("head", "Updated: Mar 5, 2026, 17:22 IST")
    page.day = "2026-03-05"
    page.add("clutter", "Share", "AA", "Text Size", "Small", "Medium", "Large", "Follow us")
    page.body(3, 4)
    page.add("clutter", f"Also Read: {page.pick(ELSEWHERE)}")
    page.body(2, 4)
    page.add(
        "clutter",
        f"ALSO READ | {page.pick(ELSEWHERE)}",
        "Poll",
        "Do you think the decision was right?",
        "Yes",
        "No",
        "Can't say",
    )
    page.body(2, 3)
    _daily_in_delhi_foot(page)


def _daily_in_delhi_top(page: Told) -> None:
    page.add(
        "clutter",
        "Today's ePaper",
        "Edition IN",
        "Sign In",
        "TOI Plus",
        "City",
        "Web Series",
        "Photostories",
    )
    page.add("clutter", "News", "World News", "Europe News")


def _daily_in_delhi_foot(page: Told) -> None:
    page.add(
        "clutter",
        "About the Author",
        "TNN World Desk",
        (
            "The World Desk is a team of seasoned journalists and editors dedicated to "
            "bringing you the news from around the globe as it unfolds."
        ),
        "Read More",
        "End of Article",
        "Follow Us On Social Media",
        "Videos",
    )
    page.add("clutter", *page.others(3, 5), "Photostories", *page.others(2, 4))
    page.add(
        "clutter",
        "Up Next",
        "Hot Picks",
        "Gold rate today",
        "Trending Stories",
        *page.others(2, 3),
        (
            "Copyright © 2026 The Deccan Ledger. All rights reserved. For reprint rights: "
            "Ledger Syndication Service"
        ),
    )


def metro(page: Told) -> None:
    """An American daily: gift link, audio, opinion boxes, corrections desk, photo shop."""
    page.outlet = "The Bay Sentinel"
    _metro_top(page)
    page.headline()
    page.add("main", page.pick(page.topic.stands))
    page.photo("{}. (Photo by Ana Reyes/Bay Sentinel)")
    page.writer("By {} | areyes@baysentinel.example | Bay Sentinel")
    page.add(
        "head", "PUBLISHED: March 5, 2026 at 6:05 AM PST | UPDATED: March 5, 2026 at 10:40 AM PST"
    )
    page.day = "2026-03-05"
    page.add("clutter", "Getting your Trinity Audio player ready...")
    page.body(4, 5)
    page.add("clutter", "Related Articles")
    for title in page.others(3, 4):
        page.add("clutter", f"Courts | {title}")
    page.body(4, 6)
    _metro_foot(page)


def _metro_top(page: Told) -> None:
    page.add(
        "clutter",
        "Sections",
        "ePaper",
        "Obituaries",
        "Place an Ad",
        "Today's Deals",
        "74°F",
        "Thursday, March 5th 2026",
        "Today's e-Edition",
        "Trending:",
    )


def _metro_foot(page: Told) -> None:
    page.add(
        "clutter",
        (
            "The Bay Sentinel is part of the Trust Project. Report an error, see our "
            "policies and standards."
        ),
        "Join the Conversation",
        (
            "We invite you to use our commenting platform to engage in insightful "
            "conversations about issues in our community. We reserve the right at all times "
            "to remove any information that is unlawful, threatening or abusive."
        ),
    )
    page.add(
        "clutter",
        "More in News",
        *page.others(3, 4),
        "Most Popular",
        *page.others(3, 4),
        "Subscriber Services",
        "Manage Subscription",
        "Copyright © 2026 Bay Media Group",
    )
