"""Made-up pages as rows of text, each with its role, and what stands above and below them all.

Roles: "main" is the article, "head" is neither (headline, author, date, captions, fact boxes),
"clutter" is the page around it.
"""

import random
from collections.abc import Callable
from dataclasses import dataclass, field

from mocktopics import Topic

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


Layout = Callable[[Page], None]
