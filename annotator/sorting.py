"""Which article is in which story, by a person's word: join, split, put, rename.

Each verb is one event that claims articles for one story; `add` never takes a claimed article away.
"""

from collections.abc import Callable, Sequence

from annotator import describing
from annotator.errors import UsageError
from annotator.model import Json, Story, derived_id
from annotator.outbox import Act
from annotator.store.corpus import Corpus


class Sorting:
    """The verbs of one annotator on stories.

    `claim` makes an event of a story's id and a body, `arrive` waits until earlier ones are saved.
    Verbs raise UsageError when they make no sense; what comes together gets its counterparts in
    the transaction that saves the event.
    """

    def __init__(
        self, corpus: Corpus, claim: Callable[[str, Json], Act], arrive: Callable[[], None]
    ) -> None:
        self._corpus = corpus
        self._claim = claim
        self._arrive = arrive

    def join(self, stories: Sequence[str]) -> Act:
        """Put all articles of these stories into the first of them."""
        first, *others = dict.fromkeys(stories) or [""]
        held = [self._story(story) for story in (first, *others)]
        articles = [article for story in held[1:] for article in story.articles]
        if not articles:
            raise UsageError("there is nothing to join", "Name two stories or more.")
        return self._claim(first, {"articles": articles})

    def split(self, articles: Sequence[str], title: str | None = None) -> Act:
        """Make a story of these articles of one story, called `title` or as the first of them."""
        asked = list(dict.fromkeys(articles))
        homes = {self._home(article) for article in asked}
        if len(homes) != 1:
            raise UsageError(
                "the articles to split off must be of one story", "Split each story by itself."
            )
        (home,) = homes
        if len(asked) == len(self._story(home).articles):
            raise UsageError("these are all articles of the story", "Leave one at least.")
        name = (
            self._corpus.article(asked[0]).title
            if title is None
            else describing.title(title, "a story")
        )
        made = derived_id("split", home, *sorted(asked))
        return self._claim(made, {"articles": asked, "title": name})

    def put(self, article: str, story: str) -> Act:
        """Move an article into another story."""
        return self.move([article], story)

    def move(self, articles: Sequence[str], story: str) -> Act:
        """Move articles into another story."""
        for article in articles:
            if self._home(article) == self._story(story).id:
                raise UsageError(
                    f"article {article} is in story {story} already", "Name another story."
                )
        return self._claim(story, {"articles": list(articles)})

    def rename(self, story: str, title: str) -> Act:
        """Give a story another title."""
        held, name = self._story(story), describing.title(title, "a story")
        if name == held.title:
            raise UsageError(f"the story is called {held.title!r} already", "Give another title.")
        return self._claim(story, {"articles": [], "title": name})

    def _story(self, story: str) -> Story:
        self._arrive()
        return self._corpus.story(story)

    def _home(self, article: str) -> str:
        self._arrive()
        home = self._corpus.story_of(article)
        if home is None:
            raise UsageError(
                f"no story has an article {article!r}",
                "They are listed by: annotator stories CORPUS --articles",
            )
        return home
