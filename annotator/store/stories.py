"""The stories of a corpus: which there are, what is in them, and the list of one annotator."""

import json

from annotator.errors import UsageError
from annotator.history import Event
from annotator.model import Story, StoryRow
from annotator.store import membership, rows
from annotator.store.articles import DESCRIBED, fact
from annotator.store.query import Query

_TOLD = """
SELECT id FROM story WHERE EXISTS (SELECT 1 FROM story_article WHERE story = id) ORDER BY number
"""

ASSIGNED = """
SELECT m.story FROM assignment AS g, json_each(g.articles) AS e
JOIN story_article AS m ON m.article = e.value WHERE g.annotator = ?1
UNION SELECT story FROM assignment WHERE annotator = ?1
"""
"""The stories assigned to ?1: where the articles are that were drawn for her."""

_STORY_ROWS = f"""
WITH
picked AS MATERIALIZED (
    SELECT number, id, title, confidence FROM story AS s
    WHERE (id IN ({ASSIGNED}) OR NOT EXISTS (SELECT 1 FROM assignment WHERE annotator = ?1))
        AND EXISTS (SELECT 1 FROM story_article WHERE story = s.id)
    ORDER BY number LIMIT ?2),
joined AS (
    SELECT m.story, count(DISTINCT l.id) AS n FROM link AS l
    JOIN story_article AS m ON m.article IN (l.source_article, l.target_article)
    WHERE l.annotator = ?1 GROUP BY m.story),
done AS (
    SELECT DISTINCT json_extract(r.body, '$.story') AS story, a.value AS article
    FROM ruling AS r, json_each(r.body, '$.articles') AS a
    WHERE r.annotator = ?1 AND r.kind = 'done')
SELECT s.id, s.title, json_group_array(json_array(m.number, {fact("outlet")})),
    min({fact("date")}),
    count(*), count(done.article),
    sum((SELECT count(*) FROM annotation
        WHERE annotator = ?1 AND layer IN ('span', 'sentence') AND article = a.id))
        + coalesce(joined.n, 0),
    sum(CASE WHEN EXISTS (
            SELECT 1 FROM arm WHERE annotator = ?1 AND article = a.id AND arm = 'blind') THEN 0
        ELSE max(0, a.suggestions - (
            SELECT count(*) FROM decision WHERE annotator = ?1 AND article = a.id)) END),
    s.confidence
FROM picked AS s
JOIN story_article AS m ON m.story = s.id
JOIN article AS a INDEXED BY article_head ON a.id = m.article
{DESCRIBED}
LEFT JOIN done ON done.story = s.id AND done.article = a.id
LEFT JOIN joined ON joined.story = s.id
GROUP BY s.number ORDER BY s.number
"""


class Stories(Query):
    """Questions about stories."""

    def stories(self) -> list[Story]:
        """Every story that has articles, in the order they were found."""
        return [self.story(row[0]) for row in self.ask(_TOLD)]

    def proposals(self) -> list[Story]:
        """Every story as it was proposed, before anybody ruled on it."""
        return self.ask_for(membership.proposal, f"{membership.PROPOSALS} ORDER BY number")

    def proposal(self, story: str) -> Story:
        """A story as it was proposed, before anybody ruled on it."""
        found = self.ask_for(membership.proposal, f"{membership.PROPOSALS} WHERE id = ?", story)
        if not found:
            raise UsageError(f"there is no story {story!r}", "See: annotator stories CORPUS")
        return found[0]

    def story_rulings(self) -> list[Event]:
        """The events that say which articles a story has and what it is called, in their order."""
        found = self.ask_for(rows.event, membership.RULINGS)
        return sorted(found, key=lambda event: event.order)

    def story(self, story: str) -> Story:
        """A story with its articles in reading order."""
        row = self.ask_one("SELECT id, title, confidence, reasons FROM story WHERE id = ?", story)
        if row is None:
            raise UsageError(f"there is no story {story!r}", "See: annotator stories CORPUS")
        members = self.ask(
            "SELECT article FROM story_article WHERE story = ? ORDER BY number", story
        )
        articles = tuple(str(member[0]) for member in members)
        return Story(row[0], row[1], articles, row[2], tuple(json.loads(row[3])))

    def story_of(self, article: str) -> str | None:
        """The id of the story an article is in, or None."""
        row = self.ask_one(
            "SELECT s.id FROM story_article AS m JOIN story AS s ON s.id = m.story "
            "WHERE m.article = ? ORDER BY s.number",
            article,
        )
        return None if row is None else str(row[0])

    def story_called(self, name: str) -> str | None:
        """The id of the first story with articles that has this id or title, or None."""
        row = self.ask_one(
            "SELECT id FROM story WHERE ?1 IN (id, title) "
            "AND EXISTS (SELECT 1 FROM story_article WHERE story = id) ORDER BY number",
            name,
        )
        return None if row is None else str(row[0])

    def first_story(self) -> str | None:
        """The id of the first story that has articles, or None."""
        row = self.ask_one(f"{_TOLD} LIMIT 1")
        return None if row is None else str(row[0])

    def located(self, beginning: str) -> list[tuple[str, str | None]]:
        """What has this id, else all whose id begins so: (story, None) and (story, article)."""
        found = self.ask(
            "SELECT id, NULL FROM story WHERE id >= ?1 AND id < ?2 "
            "AND EXISTS (SELECT 1 FROM story_article WHERE story = id) UNION ALL "
            "SELECT story, article FROM story_article WHERE article >= ?1 AND article < ?2",
            beginning,
            beginning + "\U0010ffff",
        )
        return [place for place in found if (place[1] or place[0]) == beginning] or list(found)

    def homes(self) -> dict[str, str]:
        """The story of every article that is in one."""
        return dict(self.ask("SELECT article, story FROM story_article"))

    def story_rows(self, annotator: str, most: int | None = None) -> list[StoryRow]:
        """The story list of one annotator, or `most` of its first rows; no text is read."""
        return [
            StoryRow(
                id=story,
                title=title,
                outlets=tuple(outlet for _, outlet in sorted(json.loads(outlets)) if outlet),
                date=date,
                articles=articles,
                done=done,
                labelled=labelled,
                undecided=undecided,
                confidence=confidence,
            )
            for (
                story, title, outlets, date, articles, done, labelled, undecided, confidence
            ) in self.ask(_STORY_ROWS, annotator, -1 if most is None else most)
        ]  # fmt: skip
