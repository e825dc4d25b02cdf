"""Page layouts of agencies, portals, live blogs and what is put in front of them."""

from mocktold import BLURBS, Told


def agency(page: Told) -> None:
    """A wire service: place and agency before the first sentence, credits behind the last."""
    page.outlet = "Meridian Wire"
    page.add("clutter", "World", "US", "Markets", "Breakingviews", "My View", "Register for free")
    page.add("clutter", "World | Europe")
    page.headline()
    page.writer("By {}")
    page.add("head", "March 5, 20266:42 PM GMT+1Updated 3 hours ago")
    page.day = "2026-03-05"
    page.add("clutter", "Text Size", "Small Text", "Medium Text", "Large Text")
    page.photo("[1/3] {}. MERIDIAN/Leo Strand")
    page.add("clutter", "Purchase Licensing Rights, opens new tab")
    first = page.paragraph(1, 2)
    page.add("main", f"TORVIK, March 5 (Meridian) - {first}")
    page.body(4, 6)
    page.add("clutter", "Sign up here.", "Advertisement · Scroll to continue")
    page.body(3, 5)
    page.add("head", "($1 = 10.2410 crowns)")
    page.add(
        "head",
        (
            f"Reporting by {page.byline} in Torvik, additional reporting by Olga Ness; "
            f"Editing by Ned Parr"
        ),
    )
    page.add("clutter", "Our Standards: The Meridian Wire Trust Principles., opens new tab")
    page.add("clutter", "Suggested Topics:", "Europe", "Purchase Licensing Rights", "Read Next")
    for title in page.others(3, 4):
        page.add("clutter", "category", title, "ago")
    page.add("clutter", "© 2026 Meridian Wire. All rights reserved")


def consent(page: Told) -> None:
    """A page that begins with two consent layers, vendors and purposes, and ends with ads."""
    page.outlet = "Inseltagblatt"
    _consent_top(page)
    page.headline()
    page.writer("{}, 05.03.2026, 18:10 Uhr")
    page.day = "2026-03-05"
    page.body(3, 4)
    page.add(
        "clutter",
        "Recommended editorial content",
        (
            "At this point you will find external content from YouTube that complements the "
            "article. You can display it with one click and hide it again."
        ),
        "External content",
        (
            "I agree that external content is displayed to me. Personal data may be "
            "transmitted to third-party platforms."
        ),
    )
    page.body(3, 5)
    _consent_foot(page)


def _consent_top(page: Told) -> None:
    _consent_layers(page)
    page.add(
        "clutter",
        "It looks like you're using an ad blocker",
        "Turn it off to support the reporters who work for you.",
        "Continue without supporting us",
    )
    page.add("clutter", "Inseltagblatt", "Islands", "Politics", "E-Paper", "Login")


def _consent_layers(page: Told) -> None:
    page.add(
        "clutter",
        "We value your privacy",
        (
            "We and our 842 partners store and/or access information on a device, such as "
            "unique IDs in cookies to process personal data."
        ),
    )
    page.add(
        "clutter",
        (
            "You may accept or manage your choices by clicking below, including your right "
            "to object where legitimate interest is used, or at any time in the privacy "
            "policy page."
        ),
    )
    page.add(
        "clutter",
        "We and our partners process data to provide:",
        "Use precise geolocation data. Actively scan device characteristics for identification.",
    )
    page.add(
        "clutter",
        "Store and/or access information on a device",
        (
            "Personalised advertising and content, advertising and content measurement, "
            "audience research and services development."
        ),
    )
    page.add(
        "clutter",
        "List of Partners (vendors)",
        "Show Purposes",
        "Reject All",
        "I Accept",
        "Powered by",
    )


def _consent_foot(page: Told) -> None:
    page.add(
        "clutter",
        "Sponsored links by Taboola",
        "You May Like",
        "Doctors stunned: one spoon before bed melts it all",
        "Seniors in Torvik are getting this stairlift for almost nothing",
        "Learn More",
        "Undo",
    )
    page.add("clutter", "Manage consent", "Impressum", "© Inseltagblatt Verlag GmbH 2026")


def rolling(page: Told) -> None:
    """A live blog: key events with times, posts with times, authors and headings, newest first."""
    page.outlet = "The Custodian"
    _rolling_top(page)
    page.headline("{} – as it happened")
    page.title += " – as it happened"
    page.add("head", "This blog is now closed")
    page.writer("{} (now) and Tom Hale (earlier)")
    page.add("head", "Thu 5 Mar 2026 19.02 CET", "First published on Thu 5 Mar 2026 06.58 CET")
    page.day = "2026-03-05"
    page.add(
        "clutter",
        "Key events",
        "4h ago Closing summary",
        "6h ago What we know so far",
        "9h ago Opening summary",
        "Show key events only",
        "Please turn on JavaScript to use this feature",
    )
    for clock in ("18.59", "17.20", "14.41", "11.05", "07.30")[: page.rng.randint(3, 5)]:
        page.add("clutter", f"{clock} CET")
        page.add("main", page.pick(page.topic.heads))
        if page.rng.random() < 0.5:
            page.add("head", str(page.byline))
        page.body(2, 3)
        page.add("clutter", "Share")
        if page.rng.random() < 0.5:
            page.add("clutter", "Updated at 18.10 CET")
    _rolling_foot(page)


def _rolling_top(page: Told) -> None:
    page.add(
        "clutter",
        "Print subscriptions",
        "Search jobs",
        "Sign in",
        "UK edition",
        "News",
        "Opinion",
        "Sport",
        "Lifestyle",
        "Show more",
    )


def _rolling_foot(page: Told) -> None:
    page.add(
        "clutter",
        "Explore more on these topics",
        "Europe",
        "Reuse this content",
        "Most viewed",
        *page.others(3, 6),
    )
    page.add(
        "clutter",
        "Original reporting and incisive analysis, direct from the Custodian every morning",
        "Sign up for our email",
        "© 2026 The Custodian or its affiliated companies. All rights reserved. (modern)",
    )


def aggregator(page: Told) -> None:
    """Another outlet's story on a portal, amid cards of many publishers."""
    page.outlet = "The Fjord Post"
    _aggregator_top(page)
    page.headline()
    page.writer("Story by {}")
    page.add("head", "• 18h •", "3 min read")
    page.photo("{} © Provided by The Fjord Post")
    page.body(5, 8)
    _aggregator_foot(page)


def _aggregator_top(page: Told) -> None:
    page.add(
        "clutter",
        "msnow",
        "Search the web",
        "Sign in",
        "Watch",
        "Weather",
        "Horoscopes",
        "Personalize",
    )
    page.add("clutter", "Continue reading")


def _aggregator_foot(page: Told) -> None:
    page.add(
        "clutter",
        "Related video:",
        "Trucks slide off icy motorway in pile-up (Weather Watch)",
        "Play Video",
        "Visit The Fjord Post",
    )
    page.add(
        "clutter",
        "Sponsored Content",
        "She was a star in the nineties, look at her now",
        "Ad TrendScout",
    )
    for title in page.others(4, 5):
        page.add(
            "clutter",
            page.pick(("CNET", "Money Mate", "Tidbits")),
            title,
            page.pick(BLURBS),
            f"{page.rng.randint(2, 400)}",
            "2d",
        )
    page.add(
        "clutter", "© 2026 Msnow", "Your Privacy Choices", "Consumer Health Privacy", "Feedback"
    )
