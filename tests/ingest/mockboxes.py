"""Page layouts with boxes around and amid the text: comments, teasers, facts, authors."""

from mockrows import NAMES, OTHER, Page, foot, share, top


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
