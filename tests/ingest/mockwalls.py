"""Page layouts that stand in front of an article or sell beside it: consent, payment, adverts."""

from mockrows import NAMES, OTHER, SITES, Page, foot, top
from mocksites import summaries


def cookie_wall(page: Page) -> None:
    """A consent notice of many lines before the article."""
    page.add(
        "clutter",
        "We care about your privacy",
        (
            "We and our 842 partners store and access personal data, like browsing data or "
            "unique identifiers, on your device."
        ),
        (
            "Selecting “I accept” enables tracking technologies to support the purposes "
            "shown under “we and our partners process data to provide”."
        ),
        "If trackers are disabled, some content and ads you see may not be as relevant to you.",
        (
            "You can resurface this menu to change your choices or withdraw consent at any "
            "time by clicking the link at the bottom of the webpage."
        ),
        "I accept",
        "Show purposes",
        "Continue without agreeing",
    )
    top(page)
    page.head()
    page.body(4, 8)
    foot(page)


def paywall(page: Page) -> None:
    """The first paragraphs, then the fence, then offers."""
    top(page)
    page.head()
    page.body(2, 3)
    page.add(
        "clutter",
        "This article is for subscribers only",
        "Keep reading for just €1",
        "Enjoy unlimited access to all our journalism for four weeks. Cancel anytime.",
        "Already have a subscription? Log in",
        "Digital · €9.90 a month",
        "Print and digital · €29 a month",
        "Why subscribe? Independent reporting needs readers who pay for it.",
    )
    page.links(4, 8)
    foot(page)


def promoted(page: Page) -> None:
    """Boxes of advertisements and subscriptions between the paragraphs."""
    boxes = (
        ("Advertisement",),
        ("Sponsored", "Lose weight without giving up bread", "Nutrivia"),
        (
            "Sign up for The Morning Bell",
            "All you need to know before breakfast, every weekday.",
            "Your email",
            "Sign up",
            (
                "By signing up you agree to our terms and confirm that you have read our "
                "privacy policy."
            ),
        ),
        ("Story continues after advertisement",),
        (
            "Support independent journalism",
            "It costs us money to report from places like this. If you can, please give.",
            "Give now",
        ),
        ("Download the Lantern app for the latest news straight to your phone",),
    )
    top(page)
    page.head()
    page.body(6, 10, lambda p: p.add("clutter", *p.rng.choice(boxes)))
    page.add(
        "clutter",
        "From around the web",
        "Doctors stunned by this simple trick",
        "The car everybody over 50 should drive",
    )
    foot(page)


def registration(page: Page) -> None:
    """A wall that asks to register, in the middle of the text."""
    top(page)
    page.head()
    page.body(2, 3)
    page.add(
        "clutter",
        "Create a free account to read on",
        "You have reached your limit of three free articles this month.",
        "Registration takes less than a minute and gives you five articles a month.",
        "Email address",
        "Password (at least 8 characters)",
        "Register with Google",
        "I would like to receive offers from selected partners",
    )
    page.body(2, 4)
    foot(page)


def tabbed_title(page: Page) -> None:
    """The browser's title on top, the headline again below, sections glued by bars."""
    headline, site = page.pick(page.topic.headlines), page.pick(SITES)
    page.add(
        "clutter",
        f"{headline} | {page.pick(('News', 'Politics', 'Home news'))} | {site}",
        "News",
        "Sport",
    )
    page.add("head", headline)
    page.add("head", f"By {page.pick(NAMES)}, {page.rng.randint(1, 28)} April 2026")
    page.body(4, 7)
    summaries(page, 1, 3)
    page.add("clutter", f"© {site} 2026")


def mobile(page: Page) -> None:
    """The page of an application: buttons, few words."""
    page.add(
        "clutter",
        "Open in the Kurier app",
        "✕",
        "Kurier Online",
        "For you",
        "Following",
        "Top stories near you",
    )
    page.head(by="{}", stand=0.4)
    page.add("clutter", "Follow", "🔔", "Add us as a preferred source on Google")
    page.body(
        4,
        6,
        lambda p: p.add(
            "clutter", p.pick(("Tap to expand", "Swipe for next story", "Is this helpful? Yes No"))
        ),
    )
    page.add(
        "clutter",
        "React",
        "😀 12 😢 3",
        "More like this",
        *page.few(OTHER, 3, 5),
        "You're all caught up",
    )


def kicker(page: Page) -> None:
    """A line above the headline that names the matter, a poll and an appeal below."""
    page.add(
        "clutter", "Kestrian Independent", "Your county, your news", "Donate", "Newsletters", "Jobs"
    )
    page.add(
        "head", page.pick(("Analysis of the week", "Special report", "Background", "The big read"))
    )
    page.head(stand=0.6)
    page.body(4, 7)
    page.add(
        "clutter",
        "Your voice counts: should the government step in?",
        "Yes",
        "No",
        "Don't know",
        "Vote",
        "4,112 votes cast",
        (
            "Before you go: this newsroom is owned by its readers. No shareholder tells us "
            "what to print."
        ),
        (
            "If everyone who read our pages last month had given two crowns, we could have "
            "hired six more reporters."
        ),
        "Monthly",
        "One-off",
        "Choose an amount",
    )
    foot(page)


def advertiser(page: Page) -> None:
    """A free sheet: offers with prices, small advertisements, a calendar."""
    page.add(
        "clutter",
        "Winter tyres from 49.90 – Garage Holm, Dock Street 4",
        "FREE ADS",
        "Houses",
        "Cars",
        "Pets",
        "Place your ad",
    )
    page.head()
    page.body(
        3,
        5,
        lambda p: p.add(
            "clutter",
            p.pick(
                (
                    "Garage Holm: brakes checked for nothing until Saturday!",
                    "-30% on all sofas",
                    "Cash for gold. Any amount. Mill Lane 12.",
                )
            ),
        ),
    )
    page.add(
        "clutter",
        "What's on",
        "Fri 10 April, 19:30 Choir concert, St Olaf's",
        "Sat 11 April, 9:00 Flea market, Old Dock",
        "Sun 12 April, 14:00 Guided walk, meet at the lighthouse",
        "Opening hours: Mon-Fri 8-17",
        "Telephone 0555 31 12 00",
    )


def syndicated(page: Page) -> None:
    """Republished copy with its notices, and the host's own boxes."""
    page.add("clutter", "The Valley Reader", "Republish this article", "Creative Commons licence")
    page.head(by="By {}, Coastal Post")
    page.body(5, 8)
    page.add(
        "clutter",
        "This story was first published by the Coastal Post and is reprinted with permission.",
        (
            "We believe in the free flow of information. Republish our articles for free, "
            "online or in print."
        ),
        (
            "Before you republish, please read our guidelines and keep the author's name and "
            "the links."
        ),
        "Written by",
        "Disclosure statement",
        (
            "The author does not work for or own shares in any company that would benefit "
            "from this article."
        ),
    )
    foot(page)


def ticker(page: Page) -> None:
    """A column of one-sentence news beside the article, before it in the text."""
    page.add("clutter", "News ticker")
    for clock, news in zip(
        ("14:52", "14:40", "14:13", "13:58"),
        page.rng.sample(
            (
                "Two lanes of the coastal motorway are closed after an accident near exit 12.",
                "The national bank leaves its key rate at 2.5 per cent, as markets had expected.",
                "Actor Rolf Bergan dies at the age of 91, his family confirms.",
                "The cabinet approves a draft law on tenancy after months of debate.",
                "Police end the search for a missing hiker, who turned up at his sister's.",
            ),
            4,
        ),
        strict=True,
    ):
        page.add("clutter", clock, news)
    page.add("clutter", "All messages")
    page.head(stand=0.5)
    page.body(5, 9)
    foot(page)


def player(page: Page) -> None:
    """A radio station: programme, song, frequencies."""
    page.add(
        "clutter",
        "On air: Morning with Berit",
        "Now: Sunday Skies – The Lamplighters",
        "Send us a voice message",
        "Frequencies",
        "Traffic: 12 km of jams",
    )
    page.head()
    page.body(2, 4)
    page.add(
        "clutter",
        "Hear the report by clicking the button above.",
        "Back to overview",
        "Previous: Library gets a new roof",
        "Next: Skaters wait for ice",
        "Reception problems? 103.4 FM in the city, DAB+ channel 5C elsewhere.",
    )
