"""Search in the whole corpus: text, notes and labels, narrowed by outlet, label, person, or state.

A question is words, and any of `outlet:NAME`, `label:ID`, `by:NAME`, `is:open`. Words alone look in
what is shown of the text, as beginnings of its words, and in notes and labelled quotes. With `label:` or `by:` only what is
labelled so is found; with `is:open` the suggestions that the annotator has not decided on.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from annotator.model import Annotation, Arm, Article, Layer, Span, Suggestion
from annotator.store.corpus import Corpus

_FILTER = re.compile(r"\b(outlet|label|by|is):(\S+)")
_AROUND = 60
"""Code points of text after what was found; before it there are a third as many."""


@dataclass(frozen=True, slots=True)
class Found:
    """One place: where it is, what was found there, and its words with those around them.

    `before` and `after` end with the block that the place is in.
    """

    story: str
    article: str
    position: int
    outlet: str | None
    title: str
    what: str
    before: str
    quote: str
    after: str


@dataclass(frozen=True, slots=True)
class Question:
    """A question taken apart; what is not asked for is empty."""

    words: tuple[str, ...]
    outlet: str = ""
    label: str = ""
    by: str = ""
    open: bool = False


def parse(text: str) -> Question:
    """The question in a line of words and filters."""
    filters = dict(_FILTER.findall(text))
    return Question(
        words=tuple(_FILTER.sub(" ", text).casefold().split()),
        outlet=filters.get("outlet", "").casefold(),
        label=filters.get("label", "").casefold(),
        by=filters.get("by", "").casefold(),
        open=filters.get("is") == "open",
    )


def search(corpus: Corpus, annotator: str, text: str, limit: int = 200) -> list[Found]:
    """What answers a question, at most `limit` places, for one annotator (by id)."""
    question = parse(text)
    if question == Question(()):
        return []
    search = _Search(corpus, annotator, question)
    return list(islice(search.run(), limit))


class _Search:
    def __init__(self, corpus: Corpus, annotator: str, question: Question) -> None:
        self._corpus, self._annotator, self._question = corpus, annotator, question
        self._masked = corpus.setting("mask") == "yes"
        self._names = {person.id: person.name for person in corpus.annotators()}
        self._labels = {(k.layer, k.id): k.name for k in corpus.scheme().labels}
        self._articles: dict[str, Article | None] = {}
        self._blind: dict[str, bool] = {}

    def run(self) -> Iterator[Found]:
        question = self._question
        if question.open:
            yield from self._open()
        elif question.label or question.by:
            yield from self._labelled()
        else:
            yield from self._in_text()
            yield from self._labelled()

    def _in_text(self) -> Iterator[Found]:
        words = self._question.words
        if not words:
            return
        begun = [rf"\b{re.escape(word)}\w*" for word in words]
        phrase = re.compile(r"\W+".join(begun), re.IGNORECASE)
        either = re.compile("|".join(begun), re.IGNORECASE)
        for article_id in self._corpus.search(" ".join(words)):
            article = self._article(article_id)
            if article is not None:
                hits = _hits(phrase, article) or _hits(either, article)
                yield from (self._found(article, hit, "text") for hit in hits)

    def _labelled(self) -> Iterator[Found]:
        question = self._question
        for held in self._corpus.annotations():
            who = self._names.get(held.annotator, "")
            if question.label and held.label != question.label:
                continue
            if question.by and who.casefold() != question.by:
                continue
            if held.annotator != self._annotator and self._is_blind(held.article or ""):
                continue
            article = self._article(held.article) if held.article else None
            if article is not None and self._holds(held):
                place = Span(held.start or 0, held.end or held.start or 0)
                yield self._found(article, place, f"{self._name(held)} by {who}")

    def _open(self) -> Iterator[Found]:
        for article_id in self._ids():
            article = self._article(article_id)
            if article is None or self._is_blind(article_id):
                continue
            decided = {d.suggestion for d in self._corpus.decisions(self._annotator, article_id)}
            for suggestion in self._corpus.suggestions(article_id):
                if suggestion.id not in decided and self._wanted(suggestion):
                    place = Span(suggestion.start, suggestion.end)
                    yield self._found(article, place, f"{self._name(suggestion)} suggested")

    def _is_blind(self, article: str) -> bool:
        if article not in self._blind:
            self._blind[article] = self._corpus.arm(self._annotator, article) is Arm.BLIND
        return self._blind[article]

    def _ids(self) -> Iterator[str]:
        for story in self._corpus.stories():
            yield from story.articles

    def _wanted(self, suggestion: Suggestion) -> bool:
        question = self._question
        right = not question.label or suggestion.label == question.label
        quote = suggestion.quote.casefold()
        return right and suggestion.layer is Layer.SPAN and all(w in quote for w in question.words)

    def _holds(self, held: Annotation) -> bool:
        text = f"{held.quote or ''} {held.note}".casefold()
        return all(word in text for word in self._question.words)

    def _article(self, article_id: str) -> Article | None:
        """The article, or None when the question asks for another outlet."""
        if article_id not in self._articles:
            article = self._corpus.article(article_id)
            outlet = "" if self._masked else (article.outlet or "").casefold()
            self._articles[article_id] = article if self._question.outlet in outlet else None
        return self._articles[article_id]

    def _name(self, held: Annotation | Suggestion) -> str:
        return self._labels.get((held.layer, held.label), held.label)

    def _found(self, article: Article, place: Span, what: str) -> Found:
        held = (block for block in article.blocks if block.start <= place.start < block.end)
        block = next(held, None)
        first, last = (block.start, block.end) if block else (0, len(article.text))
        start = max(first, place.start - _AROUND // 3)
        end = min(last, place.end + _AROUND)
        return Found(
            story=self._corpus.story_of(article.id) or "",
            article=article.id,
            position=place.start,
            outlet=None if self._masked else article.outlet,
            title=article.title,
            what=what,
            before=("…" if start > first else "") + article.text[start : place.start],
            quote=article.quote(place),
            after=article.text[place.end : end],
        )


def _hits(pattern: re.Pattern[str], article: Article) -> list[Span]:
    """The places of a pattern in what is shown of an article."""
    return [
        Span(*match.span())
        for block in article.blocks
        if block.shown
        for match in pattern.finditer(article.text, block.start, block.end)
    ]
