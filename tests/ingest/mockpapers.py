"""Page layouts of newspapers and magazines."""

from mocktold import ELSEWHERE, WRITERS, Told


def red_top(page: Told) -> None:
    """A British tabloid: shouted labels, bullets, share counts, loud promos, video labels."""
    page.outlet = "The Daily Trumpet"
    page.add("clutter", "Privacy Policy", "Feedback", "Thursday, Mar 5th 2026 8AM 6°C 11AM 9°C")
    page.add("clutter", "Home", "Showbiz", "Femail", "Royals", "Health", "Best Buys", "Discounts")
    page.headline()
    for point in page.few(page.topic.stands, 2, 2):
        page.add("main", f"• {point}")
    page.add("clutter", "Have YOU got a story? Email tips@dailytrumpet.example")
    page.writer("By {}, NEWS REPORTER")
    page.add("head", "Published: 07:12 GMT, 5 March 2026 | Updated: 09:40 GMT, 5 March 2026")
    page.day = "2026-03-05"
    page.add("clutter", "e-mail", "62 shares", "14", "View comments")
    page.body(3, 4)
    page.photo("{} as the row erupted")
    page.add("clutter", "TRENDING", f"{page.pick(ELSEWHERE)} 11.2k viewing now")
    page.body(3, 5)
    page.add(
        "clutter", "Watch video", "Loaded: 1.42%", "Progress: 0%", "0:00", "Share this article"
    )
    page.add("clutter", f"EXCLUSIVE {page.pick(ELSEWHERE)}", "SEE MORE")
    page.body(2, 3)
    page.photo("{} (file image)")
    page.add("clutter", "Share or comment on this article: " + page.title, "Comments 14")
    page.add("clutter", "The comments below have not been moderated.", "Newest", "Best rated")
    page.add("clutter", "Grumpy of Grimsby, Grimsby, 3 hours ago")
    page.add(
        "clutter",
        "You couldn't make it up. Not one of these people would last a week in a real job.",
    )
    page.add("clutter", "Click to rate 210 12", "Bing", "Site", "Web", "Follow The Daily Trumpet")
    page.add("clutter", "DON'T MISS", *page.others(4, 6))
    page.add(
        "clutter", "© The Daily Trumpet", "Part of the Trumpet on Sunday & Metro Post Media Group"
    )


def monthly(page: Told) -> None:
    """A magazine: kicker, author below the deck, drop cap, pull quotes, notes on the author."""
    page.outlet = "The Lowland Review"
    page.add("clutter", "The Lowland Review", "Sign In", "Subscribe", "My Account", "Give a Gift")
    page.add("clutter", "IDEAS")
    page.headline()
    page.add("main", page.pick(page.topic.stands))
    page.writer("By {}")
    page.photo("Photographs by Ines Roth. {}")
    page.add("head", "March 5, 2026, 6 AM ET")
    page.day = "2026-03-05"
    page.add(
        "clutter",
        "Share as Gift",
        "Save",
        "Listen",
        "0:00",
        "14:32",
        (
            "Produced by ElevenLabs and News Over Audio (Noa) using AI narration. Listen to "
            "more stories on the Noa app."
        ),
    )
    page.body(3, 4)
    quoted = page.pick(page.topic.quotes)
    page.add("main", f"“{quoted},” one of them told me that evening.")
    page.add("clutter", f"“{quoted}”")
    page.add("main", page.pick(page.topic.heads))
    page.body(4, 6)
    page.add(
        "clutter",
        "Recommended Reading",
        *[t for title in page.others(3, 3) for t in (title, page.pick(WRITERS).upper())],
    )
    page.body(3, 5)
    page.add(
        "clutter",
        "Related Podcast",
        "Listen to a discussion of this essay on Lowland Radio:",
        "Subscribe here: Apple Podcasts | Spotify | YouTube | Pocket Casts",
    )
    page.add(
        "clutter",
        (
            f"This article appears in the April 2026 print edition with the headline "
            f"“{page.pick(page.topic.heads)}.” When you buy a book using a link on this "
            f"page, we receive a commission. Thank you for supporting The Lowland Review."
        ),
    )
    page.add(
        "clutter",
        "ABOUT THE AUTHOR",
        str(page.byline),
        f"{page.byline} is a staff writer at The Lowland Review.",
        "Explore More Topics",
        "Law",
    )


def german_portal(page: Told) -> None:
    """A German portal in English: labels of its own language, kicker with colon, merk list, dpa."""
    page.outlet = "Der Nordblick"
    page.add(
        "clutter",
        "Zum Inhalt springen",
        "Menü",
        "Abonnement",
        "Anmelden",
        "International",
        "Germany",
        "Europe",
        "Zeitgeist",
    )
    page.add("clutter", "International", "World")
    page.headline()
    page.add("main", page.pick(page.topic.stands) + ".")
    page.writer("By {} in Torvik")
    page.add("head", "05.03.2026, 16.42 Uhr")
    page.day = "2026-03-05"
    page.add(
        "clutter",
        "Zur Merkliste hinzufügen",
        "Artikel anhören",
        "X.com",
        "Facebook",
        "E-Mail",
        "Link kopieren",
        "Weitere Optionen zum Teilen",
    )
    page.photo("Bild vergrößern: {}. Foto: Ole Matthiesen / DER NORDBLICK")
    page.body(4, 5)
    page.add(
        "clutter",
        "Anzeige",
        "DER NORDBLICK 10/2026",
        (
            "The article you are reading originally appeared in German in issue 10/2026 "
            "(March 4th, 2026) of DER NORDBLICK."
        ),
        "NORDBLICK International",
    )
    page.body(4, 6)
    page.photo("{}. Foto: AP")
    page.body(2, 3)
    page.add("clutter", "Mehr zum Thema", *page.others(2, 4))
    page.add("head", "With reporting by dpa and AFP")
    page.add(
        "clutter",
        "Die Wiedergabe wurde unterbrochen.",
        "Mehrfachnutzung erkannt",
        "Alles klar",
        (
            "Bitte beachten Sie: Die zusätzliche Nutzung von NORDBLICK+ auf unbegrenzt "
            "vielen Geräten ist nur im Rahmen von NORDBLICK+ für Zwei gestattet."
        ),
    )
    page.add(
        "clutter",
        "Serviceangebote von NORDBLICK-Partnern",
        "Gutscheine",
        "Auto",
        "Bußgeldrechner",
        "Jobs",
        "Brutto-Netto-Rechner",
        "Impressum",
        "Datenschutz",
        "Nutzungsbedingungen",
        "© Der Nordblick Verlag 2026",
    )


def teaser(page: Told) -> None:
    """What is left in front of a wall: two paragraphs, then plans, prices, and answers."""
    page.outlet = "Capital Observer"
    page.add(
        "clutter",
        "Accessibility help",
        "Skip to navigation",
        "Open side navigation menu",
        "Capital Observer homepage",
        "Subscribe for full access",
    )
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
