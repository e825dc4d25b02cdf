"""What a corpus teaches about its outlets' pages: lines on them that are no part of articles."""

from collections import Counter, deque
from collections.abc import Iterator, Mapping
from dataclasses import replace

from annotator import ingest
from annotator.model import Article
from annotator.store.reads import Reads
from annotator.stories import duplicates

_PAGES = 20  # of an outlet that are looked at, the latest
_RECURS = 3  # of them that hold a line of furniture


class Furniture(Mapping[str, frozenset[str]]):
    """The line keys of each outlet's furniture, as `ingest.read` takes them.

    Lines that recur on several pages and lines somebody classified as clutter; never lines that
    somebody had shown. An outlet's pages are read when it is first asked for.
    """

    def __init__(self, corpus: Reads) -> None:
        self._corpus = corpus
        self._pages: dict[str, deque[frozenset[str]]] = {}
        self._ruled: dict[str, dict[bool, frozenset[str]]] = {}

    def __getitem__(self, outlet: str) -> frozenset[str]:
        if outlet not in self._pages:
            self._read(outlet)
        counts = Counter(key for page in self._pages[outlet] for key in page)
        recurring = {key for key, count in counts.items() if count >= _RECURS}
        return frozenset(recurring | self._ruled[outlet][False]) - self._ruled[outlet][True]

    def __iter__(self) -> Iterator[str]:
        return iter(self._corpus.outlets())

    def __len__(self) -> int:
        return len(self._corpus.outlets())

    def __bool__(self) -> bool:
        return True  # what is empty now may be learned yet

    def learn(self, article: Article) -> None:
        """Take in an article just added; one that repeats another teaches nothing new."""
        if article.outlet in self._pages:
            self._pages[article.outlet].append(_keys(article, article.text))

    def _read(self, outlet: str) -> None:
        held = [self._corpus.article(a) for a in self._corpus.articles_of(outlet, _PAGES)]
        again = {copy.article for copy in duplicates.copies([*map(duplicates.sketch, held)])}
        pages = (_keys(article, article.text) for article in held if article.id not in again)
        self._pages[outlet] = deque(pages, _PAGES)
        said: dict[bool, set[str]] = {True: set(), False: set()}
        for name, start, shown in self._corpus.classified(outlet):
            article = self._corpus.article(name)
            block = next(block for block in article.blocks if block.start == start)
            said[shown] |= _keys(article, article.text[block.start : block.end])
        self._ruled[outlet] = {shown: frozenset(keys) for shown, keys in said.items()}


def _keys(article: Article, text: str) -> frozenset[str]:
    return ingest.furniture([replace(article, text=text)], least=1)
