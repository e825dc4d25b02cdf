"""Made-up news pages rendered to text, each line with its role: for measuring the cleaner.

Roles: "main" is the article, "head" is neither (headline, author, date, captions, fact boxes),
"clutter" is the page around it. Layouts follow what news sites show; wording is our own.
"""

import random
from collections.abc import Callable
from dataclasses import dataclass, field

from mocktopics import TOPICS, Topic

NAMES = ("Elin Haugen", "Marco Bell", "Priya Nair", "Tom Archer", "Zofia Lis", "Dele Okafor")
SITES = ("The Coastal Post", "Verano Times", "Kurier Online", "Daily Lantern", "northwire.example")
OTHER = (
    "Ten ways to sleep better this winter",
    "Mayor denies claims over parking contract",
    "Storm warning for the western coast",
    "Actress opens up about her new role",
    "House prices fall for third month",
    "Watch: dog rescued from frozen lake",
    "The best air fryers we have tested",
    "Man jailed for theft of church bells",
    "Central bank keeps rates on hold",
    "Quiz: how well do you know the week's news?",
    "Five dead in motorway pile-up",
    "Recipe: a lemon tart that never fails",
    "Where to see the northern lights",
    "Train services disrupted until Friday",
    "Opinion: stop calling it a comeback",
    "Star striker out for the season",
)


@dataclass
class Page:
    """Rows of text with their roles; `blank` says how rows are set apart."""

    rng: random.Random
    topic: Topic
    rows: list[tuple[str, str]] = field(default_factory=list)
    blank: bool = True

    def add(self, role: str, *lines: str) -> None:
        """More rows of one role."""
        self.rows += [(line, role) for line in lines]

    def pick(self, choices: tuple[str, ...]) -> str:
        """One of `choices`."""
        return self.rng.choice(choices)

    def few(self, choices: tuple[str, ...], least: int, most: int) -> list[str]:
        """Some of `choices`, none twice."""
        return self.rng.sample(choices, min(len(choices), self.rng.randint(least, most)))

    def sentence(self) -> str:
        """A sentence about the topic."""
        t = self.topic
        if self.rng.random() < 0.25:
            said = self.pick(("said", "told reporters", "added", "wrote"))
            return f"“{self.pick(t.quotes)},” {said} {self.pick(t.people)}."
        tail = f" {self.pick(t.tails)}" if self.rng.random() < 0.6 else ""
        return f"{self.pick(t.who)} {self.pick(t.did)}{tail}."

    def paragraph(self, least: int = 1, most: int = 3) -> str:
        """Some sentences."""
        made = " ".join(
            dict.fromkeys(self.sentence() for _ in range(self.rng.randint(least, most)))
        )
        used = {text for text, _ in self.rows}
        return made if made not in used else self.paragraph(least + 1, most + 2)

    def body(self, least: int, most: int, between: "Callable[[Page], None] | None" = None) -> None:
        """Paragraphs, with `between` in some of the gaps."""
        count = self.rng.randint(least, most)
        for number in range(count):
            self.add("main", self.paragraph())
            if between and number < count - 1 and self.rng.random() < 0.4:
                between(self)

    def head(self, by: str = "By {}", when: str = "{} {} 2026", stand: float = 0.5) -> None:
        """Headline, perhaps a standfirst, author and day."""
        self.add("head", self.pick(self.topic.headlines))
        if self.rng.random() < stand:
            self.add("main", self.pick(self.topic.stands))
        self.add("head", by.format(self.pick(NAMES)))
        month = self.pick(("March", "April", "October", "November"))
        self.add("head", when.format(self.rng.randint(1, 28), month))

    def links(self, least: int, most: int) -> None:
        """Headlines of other stories."""
        self.add("clutter", *self.few(OTHER, least, most))

    def text(self) -> str:
        """The page as a scraper saves it."""
        pieces = []
        for line, role in self.rows:
            apart = "\n\n" if self.blank or role == "main" else "\n"
            pieces.append(line + apart)
        return "".join(pieces)


def top(page: Page) -> None:
    """A menu."""
    menus = (
        (
            "Skip to main content",
            "Home",
            "News",
            "Politics",
            "Sport",
            "Culture",
            "Search",
            "Log in",
        ),
        (
            "☰ Menu",
            "My account",
            "Subscribe from €1 a week",
            "Today's paper",
            "Weather: 7°C, cloudy",
        ),
        ("Home › News › Regional",),
        (
            "Markets",
            "FTSE 7,912 +0.3%",
            "Oil $81.20 -1.1%",
            "Gold 2,311",
            "Live",
            "Video",
            "Newsletters",
        ),
        ("Front page", "Inland", "Abroad", "Money", "Sports desk", "E-paper", "Puzzles", "Shop"),
    )
    page.add("clutter", *page.rng.choice(menus))


def foot(page: Page) -> None:
    """What stands under articles."""
    site = page.pick(SITES)
    feet = (
        (f"© 2026 {site}. All rights reserved.", "Privacy policy", "Terms of use", "Contact"),
        (
            "About us",
            "Careers",
            "Advertise with us",
            "Corrections",
            f"Copyright {site} Media Ltd 2026",
        ),
        ("Impressum", "Datenschutz", "Follow us on Instagram", "Back to top"),
        (f"{site} is not responsible for the content of external sites.", "Cookie settings"),
        ("Download our app", "App Store", "Google Play", f"{site} – trusted since 1911"),
    )
    page.add("clutter", *page.rng.choice(feet))


def share(page: Page) -> None:
    """A row of buttons."""
    bars = (
        ("Share", "Facebook", "WhatsApp", "Copy link"),
        ("Save", "Share", "Comment (48)"),
        ("Listen · 4 min",),
        ("Gift article", "Print", "Aa"),
        ("1.2K shares",),
        ("Share this story via email", "Post on X"),
    )
    page.add("clutter", *page.rng.choice(bars))


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


def comments(page: Page) -> None:
    """Readers have their say, at length."""
    page.head()
    page.body(4, 7)
    share(page)
    page.add("clutter", f"{page.rng.randint(3, 300)} comments", "Sort by: newest")
    for name in page.few(
        ("NordicSky", "Old_Sailor", "marta k.", "Truthseeker99", "J. Brown"), 2, 4
    ):
        page.add("clutter", name, f"{page.rng.randint(2, 50)} minutes ago")
        page.add(
            "clutter",
            page.pick(
                (
                    (
                        "Typical. They knew about this for years and did nothing, and now we "
                        "are all supposed to be surprised."
                    ),
                    (
                        "I live there and can tell you that nobody believes a word the "
                        "minister says any more."
                    ),
                    (
                        "Great article, thank you! It would be interesting to hear what the "
                        "other side has to say though."
                    ),
                    (
                        "Why is nobody talking about the money? Follow the money and you "
                        "will find the answer."
                    ),
                )
            ),
        )
        page.add("clutter", "Reply", "Report", f"👍 {page.rng.randint(0, 90)}")
    foot(page)


def teasers(page: Page) -> None:
    """Links to other stories between the paragraphs."""

    def between(page: Page) -> None:
        style = page.rng.randrange(4)
        if style == 0:
            page.add("clutter", f"Read more: {page.pick(OTHER)}")
        elif style == 1:
            page.add("clutter", "RELATED ARTICLES", *page.few(OTHER, 2, 3))
        elif style == 2:
            page.add("clutter", f"→ {page.pick(OTHER)}")
        else:
            page.add("clutter", page.pick(OTHER), "4 hours ago")

    top(page)
    page.head()
    page.body(6, 11, between)
    foot(page)


def pull_quotes(page: Page) -> None:
    """Sentences of the article shown twice, in large letters."""
    top(page)
    page.head(stand=1)
    for _ in range(page.rng.randint(3, 4)):
        quote = page.pick(page.topic.quotes)
        page.add("main", page.paragraph())
        page.add("main", f"“{quote},” said {page.pick(page.topic.people)}. {page.sentence()}")
        page.add("clutter", f"“{quote}”")
        page.add("main", page.pick(page.topic.heads), page.paragraph(2, 3))
    foot(page)


def author_box(page: Page) -> None:
    """The author is introduced at the end, and so is the paper."""
    page.head(by="{}", stand=0.8)
    page.body(5, 8)
    name = page.pick(NAMES)
    page.add(
        "clutter",
        name,
        page.pick(
            (
                (
                    f"{name} is the paper's regional correspondent. Before joining in 2019 "
                    f"she worked for radio."
                ),
                (
                    f"{name} writes about transport, energy and whatever else moves. He "
                    f"lives by the sea."
                ),
                (
                    f"{name} has been reporting from the capital since 2015 and won the "
                    f"Lundgren prize in 2021."
                ),
            )
        ),
        f"Contact {name}",
        f"@{name.split()[0].lower()}writes",
    )
    page.add("clutter", "More by this author")
    page.links(2, 4)
    foot(page)


def fact_box(page: Page) -> None:
    """A box of facts amid the article."""
    top(page)
    page.head()
    page.body(3, 5)
    page.add(
        "head", "FACTS", *[f"• {point}" for point in page.topic.points], "Source: own research"
    )
    page.body(3, 5)
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


def german(page: Page) -> None:
    """German furniture around an English article."""
    page.add(
        "clutter",
        "Zum Inhalt springen",
        "Startseite",
        "Politik",
        "Wirtschaft",
        "Feuilleton",
        "Anmelden",
        "Sie lesen die englische Fassung dieses Artikels.",
    )
    page.head(by="Von {}", when="{}. {} 2026, 14:05 Uhr")
    page.add("clutter", "Artikel merken", "Drucken", "Teilen", "Lesezeit: 4 Min.")
    page.body(
        5,
        8,
        lambda p: p.add(
            "clutter",
            p.pick(("Anzeige", "Mehr zum Thema", "Lesen Sie auch: Warum die Bahn zu spät kommt")),
        ),
    )
    page.add(
        "clutter",
        "Zur Startseite",
        "Meistgelesen",
        "Das Wetter am Wochenende bleibt wechselhaft",
        "Warum immer mehr Menschen aufs Land ziehen",
        "Alle Rechte vorbehalten",
        "Impressum · Datenschutz · AGB",
        "Mit unserem Newsletter erhalten Sie jeden Morgen die wichtigsten Nachrichten des Tages.",
    )


def french(page: Page) -> None:
    """French and Spanish furniture around an English article."""
    page.add(
        "clutter", "Aller au contenu", "Se connecter", "S'abonner", "À la une", "Monde", "Économie"
    )
    page.head(when="Publié le {} {} 2026 à 09h12")
    page.add("clutter", "Partager", "Lecture 3 min.")
    page.body(
        5,
        8,
        lambda p: p.add(
            "clutter",
            p.pick(
                (
                    "La suite après cette publicité",
                    "Lire aussi : Les prix de l'immobilier reculent encore",
                )
            ),
        ),
    )
    page.add(
        "clutter",
        "Les plus lus",
        "La tempête approche des côtes de l'ouest",
        "Un incendie ravage un entrepôt",
        (
            "Newsletter : recevez chaque soir l'essentiel de l'actualité, gratuitement dans "
            "votre boîte mail."
        ),
        "Mentions légales",
        "Gestion des cookies",
        "© Le Courrier du Soir 2026",
    )


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


def russian(page: Page) -> None:
    """Russian and Polish furniture around an English article."""
    page.add("clutter", "Главная", "Новости", "Политика", "Подписаться", "РУС | ENG")
    page.head(when="{} {} 2026, 10:31")
    page.add("clutter", "Фото: пресс-служба", "Поделиться в Telegram")
    page.body(
        4,
        7,
        lambda p: p.add(
            "clutter",
            p.pick(
                (
                    "Читайте также: Пожар на складе потушен",
                    "Czytaj także: Ceny mieszkań znów spadają",
                    "РЕКЛАМА",
                )
            ),
        ),
    )
    page.add(
        "clutter",
        "Если вы нашли ошибку, выделите её и нажмите Ctrl+Enter",
        "Популярное",
        "Wszystkie prawa zastrzeżone",
        "Zapisz się na nasz newsletter, żeby nie przegapić najważniejszych wiadomości",
        "Polityka prywatności",
    )


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


def unmarked_comments(page: Page) -> None:
    """Comments that no heading announces."""
    page.head()
    page.body(5, 8)
    page.add("clutter", "Join the debate – 23 voices so far")
    for name, told in (
        ("hafenbär", "So glad I moved away years ago."),
        ("Mrs T", "My sister works there and says it is far worse than they let on!"),
        ("k_l_m", "Source? I read something quite different on the other side's page yesterday."),
    ):
        page.add("clutter", name, "Yesterday at 21:14", told, "Like · Reply · Flag")
    page.add("clutter", "Show 20 more")
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


FRESH = (
    portal,
    broadcaster,
    weblog,
    printed,
    video,
    russian,
    registration,
    unmarked_comments,
    tabbed_title,
    questions,
    mobile,
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


def forum(page: Page) -> None:
    """A discussion system with votes, names and long posts."""
    page.head()
    share(page)
    page.body(4, 7)
    page.add("clutter", "Discussion (57)", "Guidelines", "Best", "Oldest")
    for name in ("Quayside Quentin", "Red_Kite", "A. N. Other"):
        page.add(
            "clutter",
            name,
            "2 days ago",
            page.pick(
                (
                    (
                        "What a surprise. The same people who told us that all was well are "
                        "now shocked, shocked I tell you."
                    ),
                    (
                        "I worked in that field for thirty years and have never seen such a "
                        "mess. Heads should roll but they won't."
                    ),
                    (
                        "Could the reporter please ask how much the consultants were paid? "
                        "My guess is seven figures."
                    ),
                )
            ),
            "Upvote 14",
            "Downvote 2",
            "Permalink",
        )
    page.add("clutter", "Load 54 more", "Posts are moderated between 8 a.m. and 10 p.m.")


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


FINAL = (kicker, advertiser, syndicated, digest, ticker, forum, explained, player)
Layout = Callable[[Page], None]
LAYOUTS: tuple[Layout, ...] = (
    broadsheet, live_blog, cookie_wall, comments, teasers, pull_quotes, author_box, fact_box,
    paywall, podcast, german, french, listicle, table, interview, brief, opinion, tabloid, wire,
    gallery, promoted, *FRESH, *FINAL,
)  # fmt: skip


def pages(each: int, seed: int, layouts: tuple[Layout, ...] = LAYOUTS) -> list[tuple[str, Page]]:
    """`each` pages of every layout, by its name; the same seed gives the same pages."""
    made = []
    for layout in layouts:
        for number in range(each):
            rng = random.Random(f"{seed} {layout.__name__} {number}")
            page = Page(rng, rng.choice(TOPICS), blank=rng.random() < 0.5)
            layout(page)
            made.append((layout.__name__, page))
    return made
