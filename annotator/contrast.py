"""What one side of a story says and the others do not: words, loaded words and hedges, sources."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from annotator import facttable
from annotator.detect import nlp, sources
from annotator.measure.contrast import Weighed, weighed
from annotator.model import Article, BlockKind, Layer, OpenStory, Page, Span, Story
from annotator.scheme import Scheme
from annotator.stories.alignment import told
from annotator.stories.vocabulary import EMPTY

_BACKGROUND = 300
_POSSESSIVE = re.compile(r"['’]s?$")
_ABOUT = frozenset((BlockKind.BYLINE, BlockKind.DATE))
_LONGEST = 8
_DETERMINER = re.compile(
    r"^(?:the|an?|its|his|her|their|my|our|your|this|that|these|those|some|many|several)(?:\s+|$)",
    re.IGNORECASE,
)
_VERB = re.compile(r"[a-z]+(?:ed|ing)\b")
_WEEKDAY = re.compile(r"\s+(?:on\s+)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$")
_PEOPLE = frozenset(
    """
    activist administration adviser advisor advocate agency agent agitator aide ally
    ambassador analyst army association attorney author authority bank board bureau cabinet
    campaign campaigner candidate captain chair chairman chairwoman chief church citizen
    coalition colleague commander commission commissioner committee company conservative
    council court critic defendant delegate democrat department deputy detective diplomat
    director docker doctor driver economist editor embassy employee employer engineer
    executive expert family farmer father firm force friend government governor group head
    historian hospital inhabitant insider inspector institute investigator journalist judge
    lawmaker lawyer leader legislator liberal librarian mayor manager member migrant military
    minister ministry mother nationalist neighbor neighbour network newspaper officer official
    opponent opposition organization organisation organizer organiser owner palace panel
    parent parliament participant party passenger patient people pharmacist police politician
    president priest principal prosecutor professor protester protestor rebel regulator
    representative republican researcher resident rival scientist secretary senator sergeant
    sheriff signatory soldier source spokesman spokesperson spokeswoman staff staffer state
    striker student supporter survivor teacher team trader union university veteran victim
    villager volunteer voter watchdog witness worker man men woman women child children office
    hall agencies allies authorities companies embassies families ministries parties
    signatories universities witnesses churches
    """.split()  # noqa: SIM905  (a list would be one word a line)
)
_PAPERS = frozenset(
    """
    article document email excerpt figure filing indictment letter memo note paper poll record
    release report review statement study survey text transcript
    """.split()  # noqa: SIM905  (a list would be one word a line)
)
_CLAUSAL = frozenset(
    """
    i me you he him she it we us they them who whom whose what whatever which that here there
    here's there's that's so if when while because though as not never always even like is was
    were are be been being am has have had do does did will would can could may might must
    should shall say says said saying told asked began
    """.split()  # noqa: SIM905  (a list would be one word a line)
)
_LINKS = frozenset(
    """
    of in from at for with on by to about near against after before during into over under
    familiar close loyal briefed commissioned led involved based
    """.split()  # noqa: SIM905  (a list would be one word a line)
)
_OPEN_ENDS = _LINKS | frozenset(("and", "or", "but", "&", "a", "an", "the", "its", "his", "her"))


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

    The words of `background` and of the story are the prior of what is typical; it weighs as much as
    one article of them.
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
    counts.sources.update(_named(doc))


def _named(doc: nlp.Doc) -> Iterator[str]:
    """The sources that are names or say what kind of people speaks, folded.

    Without a parse what stands before a saying verb may be half a clause; that is none.
    """
    names = {word for index, word in enumerate(doc.words) if doc.named(index)}
    for found in sources.find(doc):
        if not found.source:
            continue
        source = found.source.replace("’", "'")
        begin, _ = doc.sentences[doc.sentence_of[found.first]]
        opens = doc.text.startswith(found.source, doc.starts[begin])
        if opens and _POSSESSIVE.sub("", source.split()[0].casefold()) not in names:
            source = source[0].lower() + source[1:]
        words = _WEEKDAY.sub("", _DETERMINER.sub("", source)).split()
        if not _VERB.match(source) and _speaks(words):
            yield _source(words)


def _speaks(words: list[str]) -> bool:
    """Whether these words are a noun phrase whose head is a name, people, or a paper of theirs."""
    if not 0 < len(words) <= _LONGEST or any(sign.isdigit() for word in words for sign in word):
        return False
    if any(_bare(word) in _CLAUSAL and not _shouted(word) for word in words):
        return False
    if words[0] in _OPEN_ENDS or words[-1] in _OPEN_ENDS:
        return False
    core = next((n for n, word in enumerate(words) if word in _LINKS), len(words))
    return (
        _is_head(words[:core], words) and not _runs_on(words[core:]) and not _verbal(words[:core])
    )


def _is_head(core: list[str], words: list[str]) -> bool:
    head = core[-1]
    known = _is_name(head) or _kind(head) in _PEOPLE
    others = any(_is_name(word) or _kind(word) in _PEOPLE for word in words if word != head)
    return known or (_kind(head) in _PAPERS and others)


def _verbal(core: list[str]) -> bool:
    """Whether a past tense follows a name or people."""
    return any(
        word.islower() and word.endswith("ed") and (_is_name(before) or _kind(before) in _PEOPLE)
        for before, word in pairwise(core)
    )


def _runs_on(tail: list[str]) -> bool:
    """Whether a preposition leads into a clause: "of enabling it", "to process them"."""
    return any(
        word in _LINKS
        and after.islower()
        and (after.endswith("ing") or (word == "to" and not _DETERMINER.match(after)))
        for word, after in pairwise(tail)
    )


def _is_name(word: str) -> bool:
    return word[:1].isupper()


def _shouted(word: str) -> bool:
    return len(word) > 1 and word.isupper()


def _bare(word: str) -> str:
    return word.casefold().strip("\"'“”‘[](),;:")


def _kind(word: str) -> str:
    """The word as the lists have it: in small letters, without plural and possessive."""
    folded = _POSSESSIVE.sub("", _bare(word))
    return folded if folded in _PEOPLE else folded.removesuffix("s")


def _source(words: list[str]) -> str:
    """One spelling of a source: F.B.I., the FBI and the FBI's are fbi."""
    return _POSSESSIVE.sub("", _folded(" ".join(map(_bare, words))).replace(".", ""))


def _words(article: Article) -> Iterator[Span]:
    """The words of what is shown, headline and captions too, but not of bylines and dates."""
    for block in article.blocks:
        if block.shown and block.kind not in _ABOUT:
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
