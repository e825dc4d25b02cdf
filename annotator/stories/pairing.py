"""Same event: which articles belong to one story."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from annotator.model import Article


@dataclass(frozen=True, slots=True)
class Profile:
    """What an article is compared by: weighted terms, names, numbers; `date` is an ISO day."""

    id: str
    title: str
    date: str | None
    outlet: str | None
    full: Mapping[str, float]
    lead: Mapping[str, float]
    head: Mapping[str, float]
    names: Mapping[str, str]
    numbers: frozenset[str]


@dataclass(frozen=True, slots=True)
class Known:
    """An article already in the corpus and the story it is in."""

    profile: Profile
    story: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """New articles that tell one event, alone or with those of an existing `story`.

    `confidence` in [0, 1]; `reasons` are sentences for people.
    """

    articles: tuple[str, ...]
    title: str
    confidence: float
    reasons: tuple[str, ...]
    story: str | None = None


def profile(article: Article) -> Profile:
    """What `article` is compared by; only its shown text counts."""
    return Profile(
        article.id, article.title, article.date, article.outlet, {}, {}, {}, {}, frozenset()
    )


def propose(heads: Sequence[Profile], known: Sequence[Known] = ()) -> list[Proposal]:
    """Each new article in exactly one proposal; an article that fits no other stands alone.

    `known` are the articles of the corpus that may tell the same events (candidates of a search);
    they stay in their stories.
    """
    return [Proposal((head.id,), head.title, 1.0, ()) for head in heads]
