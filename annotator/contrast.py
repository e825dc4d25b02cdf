"""What one side of a story says and the others do not: words, loaded words and hedges, sources."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from annotator import facttable
from annotator.detect import nlp, speakers
from annotator.measure.contrast import Weighed, weighed
from annotator.model import ABOUT, Article, Layer, OpenStory, Page, Span, Story
from annotator.scheme import Scheme
from annotator.stories.alignment import told
from annotator.stories.vocabulary import EMPTY

_BACKGROUND = 300
_POSSESSIVE = re.compile(r"['’]s?$")


@dataclass(frozen=True, slots=True)
class Used:
    """Something one side uses, how often, and how often all others do."""

    text: str
    count: int
    others: int


@dataclass(frozen=True, slots=True)
class Side:
    """An outlet's telling of the story; `words` are those it shows, headline and all.

    `labels` maps span labels to the marks on it, people's and detectors' that nobody rejected;
    `sources` are those it attributes something to; the most frequent come first. `typical` are the
    words that set it off from the others, the strongest first.
    """

    outlet: str
    articles: tuple[Article, ...]
    words: int
    labels: Mapping[str, tuple[Used, ...]]
    sources: tuple[Used, ...]
    typical: tuple[Weighed, ...]


@dataclass(frozen=True, slots=True)
class Contrast:
    """The sides of a story, and of how many articles the background of their words was taken."""

    story: Story
    sides: tuple[Side, ...]
    background: int


@dataclass(slots=True)
class _Counts:
    articles: list[Article] = field(default_factory=list)
    words: Counter[str] = field(default_factory=Counter)
    length: int = 0
    labels: dict[str, Counter[str]] = field(default_factory=dict)
    sources: Counter[str] = field(default_factory=Counter)


def contrast(
    view: OpenStory,
    scheme: Scheme,
    background: Iterable[Article],
    rejected: Container[str] = (),
) -> Contrast:
    """The contrast of an open story; suggestions in `rejected` (ids) do not count.

    The words of `background` and of the story are the prior of what is typical; it weighs as much
    as one article of them.
    """
    labels = [label.id for label in scheme.layer(Layer.SPAN)]
    sides: dict[str, _Counts] = {}
    for page, outlet in zip(view.pages, _outlets(view.pages), strict=True):
        counts = sides.setdefault(outlet, _Counts(labels={label: Counter() for label in labels}))
        _count(counts, page, rejected)
    common, articles = Counter[str](), 0
    members = {page.article.id for page in view.pages}
    for article in background:
        if article.id not in members:
            common.update(_content(article, _words(article)))
            articles += 1
    for counts in sides.values():
        common.update(counts.words)
    articles += len(members)
    weight = common.total() / max(1, articles)
    return Contrast(
        view.story, tuple(_side(name, sides, common, weight) for name in sides), articles
    )


def spread(ids: list[str]) -> list[str]:
    """The ids of the articles to take as a background: all, or so many spread over the corpus."""
    return ids[:: max(1, -(-len(ids) // _BACKGROUND))]


def _outlets(pages: Iterable[Page]) -> list[str]:
    """The sides: an outlet is one, however often it tells the story; each unknown one too."""
    return [
        page.article.outlet or f"unknown outlet {number}"
        for number, page in enumerate(pages, start=1)
    ]


def _count(counts: _Counts, page: Page, rejected: Container[str]) -> None:
    article = page.article
    words = list(_words(article))
    counts.articles.append(article)
    counts.length += len(words)
    counts.words.update(_content(article, words))
    for label, span in facttable.marked(page, rejected):
        if label in counts.labels and article.shown(span):
            counts.labels[label][_folded(article.quote(span))] += 1
    doc = nlp.read(article.text, [article.sentences[index] for index in told(article)])
    counts.sources.update(speakers.find(doc))


def _words(article: Article) -> Iterator[Span]:
    """The words of what is shown, headline and captions too, but not of bylines and dates."""
    for block in article.blocks:
        if block.shown and block.kind not in ABOUT:
            first = bisect_left(article.words, block.start, key=lambda word: word.start)
            stop = bisect_left(article.words, block.end, lo=first, key=lambda word: word.start)
            yield from article.words[first:stop]


def _content(article: Article, words: Iterable[Span]) -> Iterator[str]:
    """The words that say something, in small letters and without a possessive s."""
    for word in words:
        folded = _POSSESSIVE.sub("", _folded(article.quote(word)))
        if len(folded) > 1 and folded not in EMPTY and folded.partition("'")[0] not in EMPTY:
            yield folded


def _folded(text: str) -> str:
    return " ".join(text.casefold().replace("’", "'").split())


def _side(name: str, sides: Mapping[str, _Counts], common: Counter[str], weight: float) -> Side:
    own = sides[name]
    rest = [counts for other, counts in sides.items() if other != name]
    others = Counter[str]()
    for counts in rest:
        others.update(counts.words)
    return Side(
        outlet=name,
        articles=tuple(own.articles),
        words=own.length,
        labels={
            label: _used(found, [counts.labels[label] for counts in rest])
            for label, found in own.labels.items()
        },
        sources=_used(own.sources, [counts.sources for counts in rest]),
        typical=tuple(
            word for word in weighed(own.words, others, common, weight) if word.count and word.z > 0
        ),
    )


def _used(own: Counter[str], rest: Iterable[Counter[str]]) -> tuple[Used, ...]:
    others = sum(rest, Counter[str]())
    ranked = sorted(own.items(), key=lambda item: (-item[1], item[0]))
    return tuple(Used(text, count, others[text]) for text, count in ranked)
