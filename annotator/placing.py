"""Where new articles belong: the stories they join or found, and the texts they repeat."""

import math
from collections import OrderedDict, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice

from annotator.holdings import MOST, Holdings
from annotator.model import Article, Story, derived_id
from annotator.store.reads import Reads
from annotator.stories import duplicates, pairing
from annotator.stories.alignment import wording
from annotator.stories.duplicates import Copy, Sketch
from annotator.stories.pairing import Known, Proposal
from annotator.stories.profile import Profile, profile, signs

_CANDIDATES = 10
_AROUND = 150  # articles that are compared at least, so that it is seen what all of them tell
_LOOKED_AT = 50  # articles of which the day is looked up to find so many candidates
_WEEK = 7
_SIGNS, _OFFERED = 10, 40  # stems that an article is searched by, of those that mark it best
_ALL = 10_000  # articles, for want of a count, in which a stem is rare or not
_KEPT = 1000  # looks of known articles in memory, some 50 MB


@dataclass(frozen=True, slots=True)
class Look:
    """What an article is compared by."""

    profile: Profile
    sketch: Sketch


def look(article: Article) -> Look:
    """The look of an article."""
    words = wording(article)
    return Look(profile(article, words), duplicates.sketch(article, words))


@dataclass(frozen=True, slots=True)
class Placed:
    """The stories that get new articles, as they are now proposed, and what repeats what."""

    stories: tuple[Story, ...]
    copies: dict[str, Copy]


class Neighbourhood:
    """Finds the known articles that new ones may belong to; looks are computed once."""

    def __init__(self) -> None:
        self._holdings = Holdings()
        self._looks: OrderedDict[str, Look] = OrderedDict()
        self._days: dict[int, tuple[str, int | None]] = {}

    def place(self, corpus: Reads, new: Sequence[Look], name: str | None) -> Placed:
        """Place articles that are not stored yet: in the story the user names, else as proposed."""
        if not new:
            return Placed((), {})
        near = self._near(corpus, new)
        copies: dict[str, Copy] = {}
        for copy in duplicates.copies([held.sketch for held in new], [n.sketch for n in near]):
            copies.setdefault(copy.article, copy)
        profiles = [held.profile for held in new]
        if name is not None:
            stories = [_named(corpus, name, tuple(held.id for held in profiles))]
        else:
            homes = ((held.profile, corpus.story_of(held.profile.id)) for held in near)
            known = [Known(held, home) for held, home in homes if home is not None]
            stories = [_proposed(corpus, p) for p in pairing.propose(profiles, known)]
        return Placed(tuple(stories), copies)

    def stored(self, held: Look) -> None:
        """Remember an article that was stored, in the order in which they were."""
        self._keep(held)
        self._holdings.add(held.profile.full)

    def _near(self, corpus: Reads, new: Sequence[Look]) -> list[Look]:
        """Known articles that share rare words with the new; where these are few, others too."""
        self._holdings.catch_up(corpus)
        found: dict[str, None] = {}
        for held in new:
            weights: defaultdict[int, float] = defaultdict(float)
            for numbers in self._marking(corpus, held.profile):
                for number in numbers:
                    weights[number] += math.log(_ALL / len(numbers))
            heaviest = sorted(weights, key=lambda number: (-weights[number], number))
            within = self._within(corpus, heaviest[:_LOOKED_AT], held.profile.date)
            found |= dict.fromkeys(islice(within, _CANDIDATES))
        if (room := _AROUND - len(new) - len(found)) > 0:
            found |= dict.fromkeys(corpus.latest_articles(room))
        return [self._look(corpus, article) for article in found]

    def _within(self, corpus: Reads, numbers: Sequence[int], day: str | None) -> Iterator[str]:
        """Those of the articles `numbers` of within a week of a day, or of no known day."""
        unknown = [number for number in numbers if number not in self._days]
        for number, article, other in corpus.days(unknown):
            self._days[number] = article, _ordinal(other)
        own = _ordinal(day)
        for number in numbers:
            article, appeared = self._days[number]
            if own is None or appeared is None or abs(own - appeared) <= _WEEK:
                yield article

    def _marking(self, corpus: Reads, wanted: Profile) -> list[Sequence[int]]:
        """The articles that hold each of the stems that mark an article best, the rarer the better.

        Of the stems found elsewhere but not everywhere; together they bring `MOST` at most, so that
        a search costs the same however many articles there are.
        """
        chosen: list[Sequence[int]] = []
        room = MOST
        for stem in signs(wanted, _OFFERED):
            numbers = self._holdings.of(corpus, stem)
            if 0 < len(numbers) <= room:
                chosen.append(numbers)
                room -= len(numbers)
            if len(chosen) == _SIGNS:
                break
        return chosen

    def _look(self, corpus: Reads, article: str) -> Look:
        if article not in self._looks:
            self._keep(look(corpus.article(article)))
        self._looks.move_to_end(article)
        return self._looks[article]

    def _keep(self, held: Look) -> None:
        self._looks[held.profile.id] = held
        if len(self._looks) > _KEPT:
            self._looks.popitem(last=False)


def _ordinal(day: str | None) -> int | None:
    return date.fromisoformat(day).toordinal() if day else None


def _named(corpus: Reads, name: str, fresh: tuple[str, ...]) -> Story:
    """The story of this id or title with the new articles, or a new one of this title."""
    held = corpus.story_called(name)
    if held is None:
        return Story(derived_id("story", name, *sorted(fresh)), name, fresh, 1.0, ("by hand",))
    proposed = corpus.proposal(held)
    return replace(proposed, articles=(*proposed.articles, *fresh))


def _proposed(corpus: Reads, proposal: Proposal) -> Story:
    fresh = proposal.articles
    if proposal.story is None:
        story = derived_id("story", *sorted(fresh))
        return Story(story, proposal.title, fresh, proposal.confidence, proposal.reasons)
    home = corpus.proposal(proposal.story)
    confidence = min(home.confidence, proposal.confidence)
    articles = (*home.articles, *fresh)
    return replace(home, articles=articles, confidence=confidence, reasons=proposal.reasons)
