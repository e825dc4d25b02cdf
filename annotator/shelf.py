"""What one annotator has in hand: pages she opened, and what stands on them, in memory."""

from dataclasses import replace
from typing import TypeAlias

from annotator import history
from annotator.errors import UsageError
from annotator.history import Standing
from annotator.model import (
    Annotation,
    Annotator,
    Article,
    Layer,
    OpenStory,
    Page,
    Span,
    Story,
    Suggestion,
)
from annotator.store.corpus import Corpus
from annotator.text.plurals import counted

_Place: TypeAlias = tuple[str | None, Layer, int | None, int | None, str]


class Shelf:
    """Pages and standings by id, read from the corpus when first asked for.

    Verbs look here and not in the file, so a slow disk never delays them and a verb sees what an
    earlier one did before it is saved.
    """

    def __init__(self, corpus: Corpus, annotator: Annotator) -> None:
        self._corpus = corpus
        self._annotator = annotator
        self._articles: dict[str, Article] = {}
        self._suggestions: dict[str, Suggestion] = {}
        self._standings: dict[str, Standing] = {}
        self._places: dict[_Place, set[str]] = {}
        self._stories: dict[str, Story] = {}
        self._done: dict[str, set[str]] = {}

    def hold_story(self, opened: OpenStory) -> None:
        """Take in a story just read."""
        done = history.done_subject(self._annotator.id, opened.story.id)
        self._stories[opened.story.id] = opened.story
        self._done[done] = {page.article.id for page in opened.pages if page.done}
        self._standings.pop(done, None)
        for page in opened.pages:
            self._hold_page(page)
        for annotation in (*opened.links, *opened.labels):
            self.hold(Standing(annotation.id, annotation))

    def hold(self, standing: Standing) -> None:
        """Take in what now stands for a subject."""
        before = self._standings.get(standing.subject)
        if before and before.annotation:
            self._places.get(_place(before.annotation), set()).discard(standing.subject)
        if standing.annotation:
            self._places.setdefault(_place(standing.annotation), set()).add(standing.subject)
        self._standings[standing.subject] = standing

    def standing(self, subject: str) -> Standing:
        """What stands for a subject, unsaved verbs included."""
        if subject not in self._standings:
            self.hold(self._corpus.standing(subject))
        return self._standings[subject]

    def story(self, story: str) -> Story:
        """A story of the corpus; UsageError when there is none with this id."""
        return self._stories.get(story) or self._corpus.story(story)

    def story_of(self, article: str) -> str | None:
        """The id of the story that an article is in."""
        held = (s.id for s in self._stories.values() if article in s.articles)
        return next(held, None) or self._corpus.story_of(article)

    def forget_stories(self) -> None:
        """Ask the corpus again which article is in which story."""
        self._stories.clear()

    def done(self, story: str) -> set[str]:
        """The articles of a story that are marked done, unsaved verbs included."""
        subject = history.done_subject(self._annotator.id, story)
        if subject in self._done and subject not in self._standings:
            return self._done[subject]
        ruling = self.standing(subject).ruling
        return set(ruling.body["articles"]) if ruling else set()

    def article(self, article: str) -> Article:
        """An article of the corpus; UsageError when there is none with this id."""
        if article not in self._articles:
            self._hold_page(self._corpus.page(article, self._annotator.id))
        return self._articles[article]

    def described(self, article: str) -> Article:
        """An article with its facts as they were put right, unsaved verbs included."""
        ruling = self.standing(article).ruling
        return replace(self.article(article), **(history.said(ruling) if ruling else {}))

    def suggestion(self, suggestion: str) -> Suggestion:
        """A suggestion of the corpus; UsageError when there is none with this id."""
        if suggestion not in self._suggestions:
            self._suggestions[suggestion] = self._corpus.suggestion(suggestion)
        return self._suggestions[suggestion]

    def annotation(self, annotation: str) -> Annotation:
        """One of the annotator's own annotations that stand; UsageError otherwise."""
        held = self.standing(annotation).annotation
        if held is None:
            raise UsageError(
                f"there is no annotation {annotation!r}",
                "Those that stand are listed by: annotator show CORPUS --json",
            )
        if held.annotator != self._annotator.id:
            raise UsageError(
                f"annotation {annotation!r} was made by another annotator",
                "Everybody changes her own; make one of your own beside it.",
            )
        return held

    def own(self, article: str) -> list[Annotation]:
        """The annotator's annotations that stand on an article."""
        self.article(article)
        held = (standing.annotation for standing in list(self._standings.values()))
        return [annotation for annotation in held if annotation and annotation.article == article]

    def labelled(self, article: str, start: int, end: int, label: str) -> bool:
        """Whether just these code points bear this label, however many labels there are."""
        self.article(article)
        return bool(self._places.get((article, Layer.SPAN, start, end, label)))

    def sentence(self, article: str, index: int) -> Span:
        """The place of an article's sentence; UsageError when there is none with this index."""
        sentences = self.article(article).sentences
        if not 0 <= index < len(sentences):
            raise UsageError(
                f"article {article} has sentences 0 to {len(sentences) - 1}, not {index}",
                "They are listed, counted from 0, by: annotator show CORPUS --json",
            )
        return sentences[index]

    def sentence_at(self, article: str, position: int) -> int:
        """The index of the sentence at a code point of an article; UsageError between them."""
        for index, (start, end) in enumerate(self.article(article).sentences):
            if start <= position < end:
                return index
        raise UsageError(
            f"no sentence of article {article} is at {position}",
            "Their places are listed by: annotator show CORPUS --json",
        )

    def quote(self, article: str, start: int, end: int) -> str:
        """The text at code points [start, end); UsageError when that is no place for a label."""
        text = self.article(article).text
        if not 0 <= start < end <= len(text):
            raise UsageError(
                f"[{start}, {end}) is no place in article {article}, "
                f"which has {counted(len(text), 'code points')}",
                "A place is [start, end): start counts from 0 and is before end.",
            )
        quote = text[start:end]
        if not quote.strip():
            raise UsageError(
                f"there is no word at [{start}, {end}) of article {article}",
                "Only white space is there: choose a place that holds a word.",
            )
        return quote

    def _hold_page(self, page: Page) -> None:
        self._articles[page.article.id] = page.article
        self._suggestions.update((held.id, held) for held in page.suggestions)
        for suggestion, verdict in page.decisions.items():
            subject = history.suggestion_subject(self._annotator.id, suggestion)
            decision = history.Decision(self._annotator.id, suggestion, verdict, "")
            self.hold(Standing(subject, decision=decision))
        for suggestion in (s.id for s in page.suggestions if s.id not in page.decisions):
            subject = history.suggestion_subject(self._annotator.id, suggestion)
            self._standings.setdefault(subject, Standing(subject))
        for annotation in page.annotations:
            held = self._standings.get(annotation.id)
            self.hold(Standing(annotation.id, annotation, held.decision if held else None))


def _place(held: Annotation) -> _Place:
    return (held.article, held.layer, held.start, held.end, held.label)
