"""Search in the open story: plain words, upper and lower case alike, all hits marked."""

import re

from annotator.model import Span
from annotator.tui.session import Session

_MOST = 5_000
"""More hits than this are counted no further."""


class Finder:
    """The hits of a search over all articles of the story, in reading order."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.words = ""
        self.hits: list[tuple[str, Span]] = []
        """Article id and place of each hit."""

    def search(self, words: str) -> None:
        """Mark every place that holds `words`; white space in them matches any."""
        self.words, self.hits = words, []
        pattern = r"\s+".join(re.escape(word) for word in words.split())
        for document in self._session.spread.documents:
            found: list[Span] = []
            if pattern:
                for match in re.finditer(pattern, document.article.text, re.IGNORECASE):
                    if document.is_in_sight(match.start()) and len(self.hits) < _MOST:
                        found.append(Span(*match.span()))
                        self.hits.append((document.article.id, found[-1]))
            if found or document.hits:
                document.hits = found
                document.touch_all()

    def clear(self) -> None:
        """Take the marks of the hits away."""
        if self.hits or self.words:
            self.search("")

    @property
    def index(self) -> int:
        """The hit under or before the cursor, -1 before the first of the cursor's article."""
        here = self._session.here
        return max(
            (
                n
                for n, (article, span) in enumerate(self.hits)
                if article == here.article.id and span.start < here.cursor.end
            ),
            default=-1,
        )

    def step(self, step: int) -> None:
        """Go to the next or previous hit, around the ends."""
        if not self.hits:
            return
        index = self.index
        if index < 0 and step > 0:
            here = self._session.here.article.id
            index = next((n for n, (a, _) in enumerate(self.hits) if a == here), 0) - 1
        article, span = self.hits[(index + step) % len(self.hits)]
        self._session.spread.go_to(article, span.start)
