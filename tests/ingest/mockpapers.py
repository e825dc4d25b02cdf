"""Page layouts of a tabloid, a magazine and a portal of papers."""

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
    _monthly_foot(page)


def _monthly_foot(page: Told) -> None:
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
    _german_portal_top(page)
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
    _german_portal_foot(page)


def _german_portal_top(page: Told) -> None:
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


def _german_portal_foot(page: Told) -> None:
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
