"""Made-up news pages rendered to text, each line with its role: for measuring the cleaner.

Layouts follow what news sites show; wording is our own.
"""

import random

from mockboxes import author_box, comments, fact_box, forum, pull_quotes, teasers, unmarked_comments
from mockgenres import (
    brief,
    broadsheet,
    digest,
    explained,
    gallery,
    interview,
    listicle,
    live_blog,
    opinion,
    podcast,
    printed,
    questions,
    table,
    tabloid,
    video,
    wire,
)
from mocklanguages import french, german, russian
from mockrows import Layout, Page
from mocksites import broadcaster, portal, weblog
from mocktopics import TOPICS
from mockwalls import (
    advertiser,
    cookie_wall,
    kicker,
    mobile,
    paywall,
    player,
    promoted,
    registration,
    syndicated,
    tabbed_title,
    ticker,
)

__all__ = ["LAYOUTS", "Page", "pages"]

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

FINAL = (kicker, advertiser, syndicated, digest, ticker, forum, explained, player)

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
