"""Page layouts of newsrooms of many kinds, each with what its head says.

Every page knows its headline, outlet, author and day, so that "right", "unknown" and "wrong" can be
told apart. Layouts and events are our own. They were written in three rounds, each measured before
anything was mended for it (docs/ingest.md has the figures).
"""

import random
from collections.abc import Callable
from dataclasses import dataclass

from mockpages import Page
from mocktopics import Topic

HOSPITAL = Topic(
    headlines=(
        "Closing Sankt Anna ward would cost lives, doctors warn",
        "Maternity ward to shut despite 41,000 signatures",
        "Health board backs merger of two hospitals in split vote",
    ),
    stands=(
        "Board votes seven to six to move births to Kallby, an hour's drive away",
        "Midwives say they were not asked before the plan was made public",
    ),
    who=(
        "The health board",
        "Midwives at Sankt Anna",
        "The board's chairwoman",
        "A group of 62 doctors",
        "The finance director",
        "Patients from the valley",
        "The nurses' union",
    ),
    did=(
        "voted to move all births to the hospital in Kallby from September",
        "warned that the drive over the pass takes ninety minutes in snow",
        "put the yearly saving at 8.4 million crowns",
        "said nobody had counted how many ambulances the plan would need",
        "handed over a petition with 41,000 signatures on the steps of the county hall",
        "called the figures behind the merger a work of fiction",
        "promised that the emergency room would stay open around the clock",
        "asked the county court to stop the closure of the ward",
    ),
    tails=(
        "after a debate of five hours",
        "in a statement on Wednesday night",
        "although the ward was rebuilt only four years ago",
        "as protesters sang outside the building",
        "because too few children are born in the valley",
    ),
    quotes=(
        "We will be delivering babies in lay-bys",
        "A ward that sees one birth a day is not a safe ward",
        "They had decided before they asked us",
        "I have driven that road in January and I would not do it in labour",
    ),
    people=("Dr Hanne Lund", "Pelle Wikström", "chairwoman Rita Aalto", "midwife Siv Moberg"),
    heads=("An hour over the pass", "Seven votes to six", "What happens to the staff"),
    captions=("Protesters outside the county hall", "The maternity ward at Sankt Anna"),
    points=("births move to Kallby in September", "the emergency room stays open"),
    asks=("How did the board arrive at its figures?", "What do you tell mothers in the valley?"),
)
LANDSLIP = Topic(
    headlines=(
        "Hundreds flee homes as hillside gives way above Torvik",
        "Torvik landslip: rescuers search for two missing after night of rain",
        "Who allowed houses under the Torvik slope?",
    ),
    stands=(
        "Two people unaccounted for after slope collapses at dawn",
        "Geologists had advised against building there, documents show",
    ),
    who=(
        "Rescue workers",
        "The mayor of Torvik",
        "Residents of Strandgata",
        "A geologist at the state survey",
        "Police",
        "The regional governor",
        "Volunteers with dogs",
    ),
    did=(
        "moved 640 people to a school gymnasium overnight",
        "searched the mud for a couple in their seventies",
        "said the slope had moved eleven metres since Monday",
        "closed the coastal road in both directions",
        "had recommended in 2014 that nobody build below the quarry",
        "saw trees sliding past their kitchen windows",
        "warned that more rain could set off a second slide",
        "sent drones with heat cameras over the debris",
    ),
    tails=(
        "shortly before five in the morning",
        "as helicopters circled over the fjord",
        "according to a report seen by this newsroom",
        "while the rain went on",
        "for the first time since the war",
    ),
    quotes=(
        "It sounded like a train that would not stop",
        "We ran in our nightclothes and did not look back",
        "This slope has been talking to us for years",
        "We will not rest until everybody is accounted for",
    ),
    people=("Mayor Odd Hauge", "Ingrid Solberg, 58", "police chief Nils Rye", "geologist Ada Voll"),
    heads=("A warning from 2014", "Night in the gymnasium", "Search goes on"),
    captions=("The slope above Torvik on Thursday morning", "Evacuees in the school gymnasium"),
    points=("640 people have left their homes", "two people are missing"),
    asks=("When will people be able to go home?", "Was the warning passed on?"),
)
TRIAL = Topic(
    headlines=(
        "Ex-minister Dragan Pell found guilty of taking bribes for port contract",
        "Court jails former transport minister for six years over port bribes",
        "‘A stain on the state’: judge sentences Pell to six years",
    ),
    stands=(
        "Verdict ends a trial of fourteen months that split the governing party",
        "Defence announces appeal and speaks of a verdict written by newspapers",
    ),
    who=(
        "The court",
        "Judge Vesna Horvat",
        "The prosecution",
        "Pell's lawyers",
        "The former minister",
        "Opposition leaders",
        "A key witness",
    ),
    did=(
        "found that Pell took 2.3 million euros for the container port contract",
        "sentenced the 61-year-old to six years in prison",
        "announced an appeal within minutes of the verdict",
        "showed transfers to an account in Liechtenstein",
        "listened to the sentence without moving",
        "described envelopes handed over in a hotel car park",
        "called for a new inquiry into the ruling party's accounts",
        "ordered that a villa on the coast be seized",
    ),
    tails=(
        "in a packed courtroom",
        "after fourteen months of hearings",
        "as supporters chanted in the street",
        "which was built by a firm of his brother-in-law",
        "during three hours of reading",
    ),
    quotes=(
        "You sold what was not yours to sell",
        "This is a verdict written by newspapers",
        "No office is a licence to steal",
        "The party has to ask itself what it knew",
    ),
    people=("judge Vesna Horvat", "defence lawyer Ivo Marin", "prosecutor Ana Babić", "Mila Kos"),
    heads=("Envelopes in a car park", "The appeal", "A party divided"),
    captions=("Dragan Pell arrives at court on Friday", "The container port at Luka"),
    points=("six years in prison", "a villa is to be seized"),
    asks=("Why did the money go to Liechtenstein?", "What will the party do now?"),
)
TOPICS = (HOSPITAL, LANDSLIP, TRIAL)
WRITERS = ("Rebecca Thorne", "Callum Adeyemi", "Marit Fossum", "Jonas Keller", "Lucía Prado")
ELSEWHERE = (
    "Bake Off winner reveals secret heartbreak behind prize-winning tart",
    "Pensioner, 84, wins £3m and buys a caravan",
    "How much protein do you really need?",
    "Rail strikes: full list of dates",
    "Dog that fell down a well is home for Easter",
    "Interest rates: what the decision means for your mortgage",
    "Champion retires at 29 after third concussion",
    "Scientists find a frog that glows under moonlight",
    "Former aide tells inquiry he was never shown the memo",
    "Seven islands you have never heard of",
    "Gas prices fall for a second week",
    "I moved to a lighthouse and this is what I learned",
)
BLURBS = (
    "The singer told fans in a tearful video that she would not be touring this year.",
    "Detectives have released footage of a man they want to speak to after a burglary.",
    "The midfielder limped off in the first half and faces weeks on the sidelines.",
    "Shoppers have been told to return the toy because small parts can come loose.",
    "A volcano that had slept for two centuries sent ash over three villages.",
)


@dataclass
class Told(Page):
    """A page that knows what its head says; `day` is ISO, None is for what it does not say."""

    title: str = ""
    outlet: str | None = None
    byline: str | None = None
    day: str | None = None

    def headline(self, form: str = "{}") -> None:
        """The headline."""
        self.title = self.pick(self.topic.headlines)
        self.add("head", form.format(self.title))

    def writer(self, form: str, role: str = "head") -> None:
        """A line with the author's name."""
        self.byline = self.pick(WRITERS)
        self.add(role, form.format(self.byline))

    def others(self, least: int, most: int) -> list[str]:
        """Headlines of other stories."""
        return self.few(ELSEWHERE, least, most)

    def photo(self, form: str) -> None:
        """A caption."""
        self.add("head", form.format(self.pick(self.topic.captions)))


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


def broadcaster_site(page: Told) -> None:
    """A public broadcaster: role below the name, ages of stories, boxes of what else there is."""
    page.outlet = "NRT"
    page.add(
        "clutter", "Skip to content", "NRT Homepage", "iPlayer", "Sounds", "Bitesize", "More menu"
    )
    page.add("clutter", "Close menu", "NRT News", "InDepth", "Verify", "Local News")
    page.headline()
    page.add("head", "5 March 2026")
    page.day = "2026-03-05"
    page.add("clutter", "Share", "Save")
    page.writer("{}")
    page.add("head", "Health correspondent")
    page.add("head", "PA Media")
    page.photo("{}")
    page.body(4, 6)
    page.add("head", "Getty Images")
    page.photo("{}, seen from above")
    page.add("main", page.pick(page.topic.heads))
    page.body(3, 5)
    page.add("clutter", "More on this story", *page.others(2, 3))
    page.body(1, 3)
    page.add(
        "clutter",
        (
            "Follow NRT North on Facebook, X and Instagram. Send your story ideas to "
            "north@nrt.example or via WhatsApp on 0555 313."
        ),
    )
    page.add(
        "clutter",
        "Related internet links",
        "County council",
        "NRT is not responsible for the content of external sites.",
    )
    page.add("clutter", "Top stories")
    for title in page.others(3, 5):
        page.add("clutter", title, f"{page.rng.randint(1, 9)} hrs ago")
    page.add(
        "clutter",
        "Elsewhere on the NRT",
        "Most read",
        "1",
        page.pick(ELSEWHERE),
        "2",
        page.pick(ELSEWHERE),
    )
    page.add(
        "clutter",
        (
            "Copyright © 2026 NRT. The NRT is not responsible for the content of external "
            "sites. Read about our approach to external linking."
        ),
    )


def station(page: Told) -> None:
    """Local television: alerts, weather, its call sign, closed captions, rights in the text."""
    page.outlet = "KTRV"
    page.add(
        "clutter",
        "Skip to Main Content",
        "Watch Live",
        "First Alert Forecast",
        "Closings",
        "Contests",
    )
    page.add(
        "clutter", "46°", "Torvik, NO", "Severe Weather Alert", "There are 3 areas under alert"
    )
    page.headline()
    page.add("clutter", "WATCH: KTRV 7 News at Six")
    page.photo("{} (KTRV)")
    page.writer("By {}")
    page.add("head", "Published: Mar. 5, 2026 at 5:14 PM CST|Updated: 14 hours ago")
    page.day = "2026-03-05"
    page.add("clutter", "Email This Link", "Share on Pinterest", "Share on LinkedIn")
    first = page.paragraph(1, 2)
    page.add("main", f"TORVIK (KTRV) - {first}")
    page.body(3, 5)
    page.add("clutter", f"Read more: {page.pick(ELSEWHERE)}")
    page.body(2, 4)
    page.add(
        "clutter",
        (
            "To stay up to date on all the latest news as it develops, download the KTRV "
            "First Alert News app."
        ),
    )
    page.add(
        "clutter", "See a spelling or grammar error in our story? Please click here to report it."
    )
    page.add(
        "clutter",
        (
            "Do you have a photo or video of a breaking news story? Send it to us here with "
            "a brief description."
        ),
    )
    page.add("clutter", "Copyright 2026 KTRV. All rights reserved.")
    page.add("clutter", "Most Read", *page.others(3, 5), "Latest News", *page.others(3, 5))
    page.add(
        "clutter",
        "KTRV",
        "1200 Tower Road",
        "Torvik, NO 65203",
        "Public Inspection File",
        "FCC Applications",
        "EEO Report",
    )
    page.add("clutter", "At KTRV, we consider journalism to be a public service.")


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


def consent(page: Told) -> None:
    """A page that begins with two consent layers, vendors and purposes, and ends with ads."""
    page.outlet = "Inseltagblatt"
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
    page.add(
        "clutter",
        "It looks like you're using an ad blocker",
        "Turn it off to support the reporters who work for you.",
        "Continue without supporting us",
    )
    page.add("clutter", "Inseltagblatt", "Islands", "Politics", "E-Paper", "Login")
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


FIRST: tuple[Callable[[Told], None], ...] = (
    red_top, agency, broadcaster_site, station, monthly, consent,
)  # fmt: skip


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


def rolling(page: Told) -> None:
    """A live blog: key events with times, posts with times, authors and headings, newest first."""
    page.outlet = "The Custodian"
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


def aggregator(page: Told) -> None:
    """Another outlet's story on a portal, amid cards of many publishers."""
    page.outlet = "The Fjord Post"
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
    page.headline()
    page.writer("Story by {}")
    page.add("head", "• 18h •", "3 min read")
    page.photo("{} © Provided by The Fjord Post")
    page.body(5, 8)
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


def campus(page: Told) -> None:
    """A small weblog-like newsroom: comments, trackbacks, categories, and a form for replies."""
    page.outlet = "Harbour Lines"
    page.add(
        "clutter",
        "Harbour Lines",
        "independent news from the waterfront",
        "Menu",
        "Home",
        "About",
        "Support us",
    )
    page.headline()
    page.writer("Posted on March 5, 2026 by {}")
    page.day = "2026-03-05"
    page.photo("{}. Photo courtesy of the county.")
    page.body(5, 8)
    page.add(
        "clutter",
        "Share this:",
        "Click to share on X (Opens in new window)",
        "Click to share on Facebook (Opens in new window)",
        "Like Loading...",
        "Related",
    )
    for title in page.others(2, 3):
        page.add("clutter", title, "February 11, 2026", 'In "Local"')
    page.add(
        "clutter",
        "Posted in Local. Bookmark the permalink.",
        "← Older post",
        "3 thoughts on “" + page.title + "”",
    )
    for name in ("oldsalt", "M. Brandt", "Tess"):
        page.add(
            "clutter",
            f"{name} says:",
            f"March {page.rng.randint(5, 9)}, 2026 at 4:1{page.rng.randint(0, 9)} pm",
        )
        page.add(
            "clutter",
            page.pick(
                (
                    "Thank you for covering this when the big papers will not.",
                    "Went to the meeting myself and came away none the wiser, to be honest.",
                    (
                        "Sad day. My grandmother worked there all her life and would be "
                        "ashamed of them."
                    ),
                )
            ),
            "Reply",
        )
    page.add(
        "clutter",
        "Leave a Reply",
        "Your email address will not be published. Required fields are marked *",
        "Comment *",
        "Save my name, email, and website in this browser for the next time I comment.",
        "Proudly powered by WordPress",
    )


def bulletin(page: Told) -> None:
    """A state broadcaster's English service: photo agency, initials, questions to readers."""
    page.outlet = "Radio Torvik International"
    page.add(
        "clutter",
        "Radio Torvik International",
        "Listen live",
        "Frequencies",
        "Deutsch",
        "Español",
        "Русский",
        "中文",
    )
    page.add("clutter", "Society")
    page.headline()
    page.add("head", "03/05/2026March 5, 2026")
    page.day = "2026-03-05"
    page.add("main", page.pick(page.topic.stands) + ".")
    page.add(
        "clutter",
        "https://p.torvik.example/4xQz7",
        "Skip next section Related topics",
        "Related topics",
    )
    page.photo("{}Image: Hans Eide/picture alliance")
    page.body(4, 6)
    page.add(
        "clutter",
        f"{page.pick(ELSEWHERE)}",
        "02:18",
        (
            "To view this video please enable JavaScript, and consider upgrading to a web "
            "browser that supports HTML5 video"
        ),
    )
    page.body(3, 5)
    page.writer("Edited by: {}")
    page.add(
        "clutter",
        (
            "While you're here: Every Tuesday, our editors round up what is happening in "
            "politics and society. You can sign up here for the weekly email newsletter."
        ),
    )
    page.add(
        "clutter",
        "Skip next section Explore more",
        "Explore more",
        *page.others(3, 4),
        "Skip next section Top story",
        "Page 1 of 3",
        "Go to homepage",
        "© 2026 Radio Torvik International",
        "Legal notice",
        "Accessibility statement",
    )


SECOND: tuple[Callable[[Told], None], ...] = (
    german_portal, rolling, teaser, aggregator, campus, bulletin,
)  # fmt: skip


def cable(page: Told) -> None:
    """A cable network: player labels, links in capitals amid the text, app and tips."""
    page.outlet = "Eagle News"
    page.add(
        "clutter",
        "Recommended Videos",
        "Eagle News Media",
        "Watch TV",
        "Menu",
        "U.S.",
        "Crime",
        "Opinion",
    )
    page.headline()
    page.add("main", page.pick(page.topic.stands))
    page.writer("By {} Eagle News")
    page.add("head", "Published March 5, 2026 9:14am EST | Updated March 5, 2026 11:02am EST")
    page.day = "2026-03-05"
    page.add(
        "clutter",
        "Facebook",
        "X",
        "Threads",
        "Flipboard",
        "Comments",
        "Print",
        "Email",
        "close",
        "Video",
    )
    page.add(
        "clutter",
        "Lawmaker sounds off on budget: 'This has to end'",
        "Eagle News senior correspondent joins 'The Morning Report' to discuss the budget fight.",
    )
    page.add(
        "clutter",
        "NEWYou can now listen to Eagle News articles!",
        "Listen to this article",
        "4 min",
    )
    for title in page.others(3, 3):
        page.body(2, 3)
        page.add("clutter", title.upper())
    page.body(1, 2)
    page.add("clutter", "CLICK HERE TO GET THE EAGLE NEWS APP")
    page.body(1, 2)
    page.add("head", "The Associated Wire contributed to this report.")
    page.add(
        "clutter",
        f"{page.byline} is a reporter for Eagle News Digital. Follow him on X @eaglenews.",
    )
    page.add(
        "clutter",
        "Related Topics",
        "WORLD",
        (
            "This material may not be published, broadcast, rewritten, or redistributed. "
            "©2026 EAGLE News Network, LLC. All rights reserved. Quotes displayed in "
            "real-time or delayed by at least 15 minutes."
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


def antipodes(page: Told) -> None:
    """A broadcaster down under: topic line, key points in short, posted ages, a share sheet."""
    page.outlet = "BCA News"
    page.add(
        "clutter",
        "Skip to main content",
        "BCA News homepage",
        "BCA Home",
        "Listen",
        "iview",
        "Just In",
        "For You",
        "Politics",
        "Analysis",
    )
    page.headline()
    page.writer("By {}")
    page.add("clutter", "Topic:", "World Politics")
    page.add("head", "Thu 5 Mar 2026 at 4:30pm")
    page.day = "2026-03-05"
    page.photo("{}. (Supplied: Emergency Services)")
    page.add("clutter", "In short:")
    page.add("main", page.paragraph(1, 1), page.paragraph(1, 1))
    page.add("clutter", "What's next?")
    page.add("main", page.paragraph(1, 1))
    page.add("clutter", "Link copied", "Share article")
    page.body(4, 6)
    page.photo("{}. (BCA News: Tom Lowrey)")
    page.add("main", page.pick(page.topic.heads))
    page.body(4, 6)
    page.add("clutter", "Loading...", "If you're unable to load the form, click here.")
    page.body(1, 2)
    page.add(
        "clutter",
        "Posted 5 hours ago",
        "Related Stories",
        *page.others(2, 4),
        "Related topics",
        "Courts",
        "Top Stories",
        *page.others(3, 5),
        "Just In",
    )
    for title in page.others(2, 4):
        page.add("clutter", title, "Topic:Disasters", f"{page.rng.randint(3, 59)}m ago")
    page.add(
        "clutter",
        (
            "We acknowledge Aboriginal and Torres Strait Islander peoples as the First "
            "Australians and Traditional Custodians of the lands where we live, learn, and "
            "work."
        ),
        (
            "This service may include material from wire agencies, which is copyright and "
            "cannot be reproduced."
        ),
        "AEST = Australian Eastern Standard Time which is 10 hours ahead of GMT",
    )


def letter(page: Told) -> None:
    """A newsletter on a platform: subscribers, likes, a paywalled invitation, recommendations."""
    page.outlet = "Slow Harbour"
    page.add("clutter", "Slow Harbour", "Subscribe", "Sign in")
    page.headline()
    page.add("main", page.pick(page.topic.stands))
    page.writer("{}")
    page.add("head", "Mar 05, 2026")
    page.day = "2026-03-05"
    page.add("clutter", "84", "12", "9", "Share")
    page.body(3, 4)
    page.add(
        "clutter",
        (
            "Slow Harbour is a reader-supported publication. To receive new posts and "
            "support my work, consider becoming a free or paid subscriber."
        ),
        "Type your email...",
        "Subscribe",
    )
    page.body(4, 6)
    page.add(
        "clutter",
        "Thanks for reading Slow Harbour! This post is public so feel free to share it.",
        "Share",
    )
    page.body(1, 3)
    page.add(
        "clutter",
        "84 Likes ∙ 9 Restacks",
        "Previous",
        "Next",
        "Discussion about this post",
        "Comments",
        "Restacks",
    )
    for name in ("Greta P.", "Old Tar"):
        page.add(
            "clutter",
            name,
            "Mar 5",
            "Liked by the author",
            page.pick(
                (
                    "This is the best thing I have read on it so far, thank you so much.",
                    "I wonder what the county will say when the bill arrives.",
                )
            ),
            "Like (3)",
            "Reply",
            "Share",
        )
    page.add(
        "clutter",
        "TopLatestDiscussions",
        "No posts",
        "Ready for more?",
        "© 2026 Slow Harbour",
        "Privacy ∙ Terms ∙ Collection notice",
        "Start writing",
        "Get the app",
        "This site is the home for great culture",
    )


def gulf(page: Told) -> None:
    """An international channel: what to know, recommended stories in the text, sources."""
    page.outlet = "Al Manara"
    page.add(
        "clutter",
        "Skip links",
        "Skip to Content",
        "play",
        "Live",
        "Navigation menu",
        "Show more news sections",
        "Sign up",
        "Show navigation menu",
    )
    page.add("clutter", "News|Courts")
    page.headline()
    page.add("main", page.pick(page.topic.stands) + ".")
    page.add(
        "clutter",
        "xwhatsapp-strokecopylink",
        "Save",
        "Click here to share on social media",
        "share2",
    )
    page.photo("{} [Leo Strand/Meridian]")
    page.writer("By {}")
    page.add("head", "Published On 5 Mar 20265 Mar 2026")
    page.day = "2026-03-05"
    page.body(3, 4)
    page.add(
        "clutter",
        "Recommended Stories",
        "list of 3 items",
        f"list 1 of 3 {page.pick(ELSEWHERE)}",
        f"list 2 of 3 {page.pick(ELSEWHERE)}",
        f"list 3 of 3 {page.pick(ELSEWHERE)}",
        "end of list",
    )
    page.body(4, 6)
    page.photo("{} [File: Ole Hansen/EPA]")
    page.body(2, 4)
    page.add(
        "clutter",
        "Advertisement",
        "Source: Al Manara and news agencies",
        "Advertisement",
        "About",
        "About Us",
        "Code of Ethics",
        "Community Guidelines",
        "Work for us",
        "Connect",
        "Contact Us",
        "User Accounts Help",
        "Our Channels",
        "© 2026 Al Manara Media Network",
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


THIRD: tuple[Callable[[Told], None], ...] = (
    cable, daily_in_delhi, antipodes, letter, gulf, metro,
)  # fmt: skip

LAYOUTS = (*FIRST, *SECOND, *THIRD)


def pages(
    each: int, seed: int, layouts: tuple[Callable[[Told], None], ...]
) -> list[tuple[str, Told]]:
    """`each` pages of every layout, by its name; the same seed gives the same pages."""
    made = []
    for layout in layouts:
        for number in range(each):
            rng = random.Random(f"{seed} {layout.__name__} {number}")
            page = Told(rng, rng.choice(TOPICS), blank=rng.random() < 0.5)
            layout(page)
            made.append((layout.__name__, page))
    return made
