"""Search in the whole corpus: text, notes and labels, narrowed by outlet, label, person, or state.

A question is words, and any of `outlet:NAME`, `label:ID`, `by:NAME`, `is:open`. Words alone look in
what is shown of the text, as beginnings of its words, and in notes and labelled quotes. With
`label:` or `by:` only what is labelled so is found; with `is:open` the suggestions that the
annotator has not decided on. Case and, in the text, accents make no difference.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import islice

from annotator import masking
from annotator.errors import UsageError
from annotator.model import Annotation, Article, Block, BlockKind, Layer, Span, Suggestion
from annotator.store.corpus import Corpus
from annotator.store.search import Wanted
from annotator.text.canonical import canonicalise

MOST = 200
"""So many places are found in texts at most, and so many labels or suggestions."""
LONGEST = 1000
"""Characters of a question: SQLite takes no more than a thousand conditions."""
_FILTER = re.compile(r"\b(outlet|label|by|is):(\S+)")
_BEFORE, _AFTER = 20, 160
"""Code points of text around what was found."""


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
    note: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """A question taken apart; what is not asked for is empty."""

    words: tuple[str, ...]
    outlet: str = ""
    label: str = ""
    by: str = ""
    open: bool = False


def parse(text: str) -> Question:
    """The question in a line of words and filters; UsageError when it is too long."""
    text = canonicalise(text).text
    if len(text) > LONGEST:
        raise UsageError(
            f"the question has {len(text)} characters, more than {LONGEST}", "Ask for fewer words."
        )
    filters = dict(_FILTER.findall(text))
    return Question(
        words=tuple(_FILTER.sub(" ", text).lower().split()),
        outlet=filters.get("outlet", "").casefold(),
        label=filters.get("label", "").casefold(),
        by=filters.get("by", "").casefold(),
        open=filters.get("is") == "open",
    )


def search(corpus: Corpus, annotator: str, text: str) -> list[Found]:
    """What answers a question, for one annotator (by id): texts first, then labels."""
    question = parse(text)
    if question == Question(()):
        return []
    return list(_Search(corpus, annotator, question).run())


class _Search:
    def __init__(self, corpus: Corpus, annotator: str, question: Question) -> None:
        self._corpus, self._annotator, self._question = corpus, annotator, question
        self._masked = corpus.setting("mask") == "yes"
        self._names = {person.id: person.name for person in corpus.annotators()}
        self._labels = {(k.layer, k.id): k.name for k in corpus.scheme().labels}
        self._articles: dict[str, Article] = {}

    def run(self) -> Iterator[Found]:
        question = self._question
        if question.outlet and not self._outlets:
            return
        if question.open:
            yield from self._open()
            return
        if not question.label and not question.by:
            yield from islice(self._in_text(), MOST)
        yield from self._labelled()

    @cached_property
    def _outlets(self) -> list[str] | None:
        """The outlets asked for, none where they are masked; None when any will do."""
        asked = self._question.outlet
        if not asked:
            return None
        known = [] if self._masked else self._corpus.outlets()
        return [outlet for outlet in known if asked in outlet.casefold()]

    def _wanted(self, by: str | None = None) -> Wanted:
        question = self._question
        words, label = question.words, question.label or None
        return Wanted(self._annotator, words, self._outlets, label, by)

    def _in_text(self) -> Iterator[Found]:
        begun = [rf"\b{re.escape(_plain(word))}\w*" for word in self._question.words]
        if not begun:
            return
        phrase = re.compile(r"\W+".join(begun), re.IGNORECASE)
        either = re.compile("|".join(begun), re.IGNORECASE)
        for article_id in self._corpus.search(" ".join(self._question.words), self._outlets):
            article = self._article(article_id)
            hits = self._hits(phrase, article) or self._hits(either, article)
            yield from (self._found(article, hit, "text") for hit in hits)

    def _labelled(self) -> Iterator[Found]:
        by = self._question.by
        people = {name.casefold(): person for person, name in self._names.items()}
        if by and by not in people:
            return
        for held in self._corpus.labelled(self._wanted(people.get(by)), MOST):
            placed = self._placed(held)
            if placed is not None:
                who = self._names.get(held.annotator, "")
                yield self._found(*placed, f"{self._name(held)} by {who}", held.note)

    def _placed(self, held: Annotation) -> tuple[Article, Span] | None:
        """Where an annotation is; a link is where it begins, a label of a story at its beginning.

        None for what she may not see.
        """
        if held.article is not None:
            place = Span(held.start or 0, held.end or held.start or 0)
            return self._in_sight(held.article, place)
        if held.annotator != self._annotator and self._corpus.reads_blind(self._annotator):
            return None
        if self._question.outlet:
            return None
        if held.layer is Layer.LINK and held.source is not None:
            return self._placed(self._corpus.annotation(held.source))
        return self._in_sight(self._corpus.story(held.story or "").articles[0], Span(0, 0))

    def _open(self) -> Iterator[Found]:
        for suggestion in self._corpus.undecided(self._wanted(), MOST):
            placed = self._in_sight(suggestion.article, Span(suggestion.start, suggestion.end))
            if placed is not None:
                yield self._found(*placed, f"{self._name(suggestion)} suggested")

    def _in_sight(self, article_id: str, place: Span) -> tuple[Article, Span] | None:
        """The place, unless it is in a block that is masked."""
        article = self._article(article_id)
        block = _block(article, place.start)
        return None if block is not None and self._is_masked(block) else (article, place)

    def _is_masked(self, block: Block) -> bool:
        return self._masked and block.kind is BlockKind.BYLINE

    def _article(self, article_id: str) -> Article:
        if article_id not in self._articles:
            self._articles[article_id] = self._corpus.article(article_id)
        return self._articles[article_id]

    def _name(self, held: Annotation | Suggestion) -> str:
        return self._labels.get((held.layer, held.label), held.label)

    def _found(self, article: Article, place: Span, what: str, note: str = "") -> Found:
        block = _block(article, place.start)
        first, last = (block.start, block.end) if block else (0, len(article.text))
        start = max(first, place.start - _BEFORE)
        end = min(last, place.end + _AFTER)
        story = self._corpus.story_of(article.id) or ""
        return Found(
            story=story,
            article=article.id,
            position=place.start,
            outlet=self._letter(story, article.id) if self._masked else article.outlet,
            title=article.title,
            what=what,
            before=("…" if start > first else "") + article.text[start : place.start],
            quote=article.quote(place),
            after=article.text[place.end : end],
            note=note,
        )

    def _letter(self, story: str, article: str) -> str | None:
        """What the masked outlet of an article is called in its story."""
        if not story:
            return None
        drawn = self._corpus.assigned(self._annotator, story)
        order = masking.in_order(self._corpus.story(story).articles, drawn)
        return masking.letters(len(order))[order.index(article)]

    def _hits(self, pattern: re.Pattern[str], article: Article) -> list[Span]:
        """The places of a pattern in what is shown of an article."""
        text = _plain(article.text)
        return [
            Span(*match.span())
            for block in article.blocks
            if block.shown and not self._is_masked(block)
            for match in pattern.finditer(text, block.start, block.end)
        ]


def _block(article: Article, position: int) -> Block | None:
    return next((b for b in article.blocks if b.start <= position < b.end), None)


def _plain(text: str) -> str:
    """The text without accents, as the index has it; every sign stays in its place."""
    return "".join(map(_bare, text)) if not text.isascii() else text


@cache
def _bare(sign: str) -> str:
    apart = unicodedata.normalize("NFD", sign)
    return apart[0] if all(map(unicodedata.combining, apart[1:])) else sign
