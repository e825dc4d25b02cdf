"""Page layouts of newsrooms of many kinds, each with what its head says.

Layouts and events are our own. They were written in three rounds, each measured before anything
was mended for it (docs/ingest.md has the figures).
"""

import random
from collections.abc import Callable

from mockblogs import campus, letter
from mockbroadcasters import antipodes, broadcaster_site, bulletin
from mockdailies import daily_in_delhi, metro, teaser
from mockfeeds import agency, aggregator, consent, rolling
from mockpapers import german_portal, monthly, red_top
from mocktelevision import cable, gulf, station
from mocktold import Told
from mocktopics import EVENTS

__all__ = ["LAYOUTS", "Told", "pages"]

FIRST: tuple[Callable[[Told], None], ...] = (
    red_top, agency, broadcaster_site, station, monthly, consent,
)  # fmt: skip

SECOND: tuple[Callable[[Told], None], ...] = (
    german_portal, rolling, teaser, aggregator, campus, bulletin,
)  # fmt: skip

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
            page = Told(rng, rng.choice(EVENTS), blank=rng.random() < 0.5)
            layout(page)
            made.append((layout.__name__, page))
    return made
