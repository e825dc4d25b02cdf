"""Counts of a corpus, made by SQLite alone: a large one is never read into memory."""

from typing import NamedTuple

from annotator.store.articles import DESCRIBED, STANDING_LINK, fact
from annotator.store.query import Query


class Labelled(NamedTuple):
    """How many annotations that stand have these in common; `day` (ISO) is when they were made."""

    annotator: str
    layer: str
    label: str
    origin: str
    day: str
    number: int


class Counts(Query):
    """How many there are of what."""

    def counts(self) -> dict[str, int]:
        """How many articles, stories, words, suggestions and events there are."""
        row = self.ask_one(
            "SELECT (SELECT count(*) FROM article), "
            "(SELECT count(DISTINCT story) FROM story_article), "
            "(SELECT coalesce(sum(length(words)) / 8, 0) FROM article), "
            "(SELECT count(*) FROM suggestion), (SELECT count(*) FROM event)"
        )
        names = ("articles", "stories", "words", "suggestions", "events")
        return dict(zip(names, row or (), strict=True))

    def labelled_by(self) -> list[Labelled]:
        """How much was labelled: by whom, where, as what, how and when."""
        return self.ask_for(
            lambda row: Labelled(*row),
            "SELECT annotator, layer, label, origin, substr(created, 1, 10) AS day, count(*) "
            f"FROM annotation WHERE {STANDING_LINK} GROUP BY annotator, layer, label, origin, day "
            "ORDER BY annotator, layer, label, origin, day",
        )

    def labelled_in(self) -> list[tuple[str | None, str, int]]:
        """How many labels there are on words, by outlet and label."""
        found = self.ask(
            f"SELECT {fact('outlet')} AS said, h.label, sum(h.number) FROM (SELECT article, label, "
            "count(*) AS number FROM annotation WHERE layer = 'span' GROUP BY article, label) AS h "
            f"JOIN article AS a ON a.id = h.article {DESCRIBED} "
            "GROUP BY said, h.label ORDER BY said, h.label"
        )
        return [(outlet, label, number) for outlet, label, number in found]

    def rejected_by(self) -> dict[str, int]:
        """How many suggestions each annotator rejected."""
        query = "SELECT annotator, count(*) FROM decision WHERE verdict = 'rejected' GROUP BY 1"
        return dict(self.ask(query))

    def articles_by_arm(self, annotator: str) -> dict[str, int]:
        """On how many articles of each arm an annotator labelled something."""
        found = self.ask(
            "SELECT coalesce(arm.arm, 'assisted') AS arm, count(*) FROM (SELECT DISTINCT article "
            "FROM annotation WHERE annotator = ?1 AND article IS NOT NULL) AS h "
            "LEFT JOIN arm ON arm.annotator = ?1 AND arm.article = h.article GROUP BY 1 ORDER BY 1",
            annotator,
        )
        return dict(found)
