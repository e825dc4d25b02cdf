"""Profiles: what articles are compared by when stories are sought."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from annotator.model import Article, BlockKind
from annotator.stories.alignment import told, wording
from annotator.stories.numbers import Number, numbers
from annotator.stories.terms import common, content, spoken, tells

_LEAD = 120  # words
_NAME = re.compile(r"[A-Z][\w’'-]+(?:\s(?:of\s|for\s|de\s)?[A-Z][\w’'-]+)*")
_POSSESSIVE = re.compile(r"[’']s?$")


@dataclass(frozen=True)
class Profile:
    """An article as a light record: counts of stems in all of it, in its lead and in its title.

    `date` is an ISO day, `quotes` are the sentences that were counted.
    """

    id: str
    title: str
    date: str | None
    outlet: str | None
    full: Mapping[str, int]
    lead: Mapping[str, int]
    head: Mapping[str, int]
    quotes: Sequence[str]

    @cached_property
    def names(self) -> Mapping[str, str]:
        """The stems of each name, joined by blanks, with the name as written."""
        return {_key(name): name for quote in self.quotes for name in _names(quote)}

    @cached_property
    def numbers(self) -> frozenset[Number]:
        """The quantities."""
        return frozenset(number for quote in self.quotes for number in numbers(quote))


def profile(article: Article, words: Sequence[str] | None = None) -> Profile:
    """What `article` is compared by; hidden blocks, bylines and dates do not count.

    A title that came beside the text counts as its first line. `words` is `wording(article)`, where
    it is known.
    """
    quotes = [article.quote(article.sentences[index]) for index in told(article)]
    words = wording(article) if words is None else words
    title = [*map(content, spoken(article.title))]
    printed = any(block.kind is BlockKind.TITLE and block.shown for block in article.blocks)
    stems = [*(() if printed else title), *map(content, words)]
    return Profile(
        id=article.id,
        title=article.title,
        date=article.date,
        outlet=article.outlet,
        full=_count(stems),
        lead=_count(stems[:_LEAD]),
        head=_count(title),
        quotes=quotes,
    )


def signs(told: Profile, most: int = 15) -> list[str]:
    """The stems that mark an article best, for a search of articles on the same event."""
    head = told.head
    telling = [
        (-n - 2 * head.get(term, 0), term) for term, n in told.full.items() if not common(term)
    ]
    return [term for _, term in sorted(telling)[:most]]


def _count(stems: Iterable[str | None]) -> Counter[str]:
    return Counter(filter(None, stems))


def _names(quote: str) -> list[str]:
    """Capitalised words in a row; one at the start of a sentence is no name by itself."""
    found = []
    for match in _NAME.finditer(quote):
        words = _POSSESSIVE.sub("", match.group()).split()
        while words and not tells(words[0].lower()):
            del words[0]
        if len(words) > 1 or (words and match.start() > 0 and quote[match.start() - 1] == " "):
            found.append(" ".join(words))
    return found


@lru_cache(maxsize=1 << 14)
def _key(name: str) -> str:
    return " ".join(filter(None, map(content, spoken(name))))
