"""Which article is in which story: by the last ruling that claims it, else as it was proposed.

Both are unions over copies of a corpus, so the answer does not depend on the order of a merge.
Where copies proposed an article for two stories, one of several articles comes before one of a
single article, then the smaller id.
"""

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from annotator.history import Event
from annotator.model import Story
from annotator.store import rows

RULINGS = f"""
SELECT {rows.EVENT} FROM event WHERE kind = 'story' AND subject IN
    (SELECT subject FROM ruling
     WHERE annotator IN (SELECT id FROM annotator) AND kind = 'story')
AND NOT EXISTS (SELECT 1 FROM undone WHERE undone.event = event.id)
"""
"""The rulings on stories that count: those that are not taken back."""

PROPOSALS = "SELECT id, proposed_title, proposed_articles, confidence, reasons FROM story"
"""Stories as they were proposed, for `proposal`."""

_AMONG = "(SELECT value FROM json_each(?))"
_CLAIMING = f"AND EXISTS (SELECT 1 FROM json_each(body, '$.articles') WHERE value IN {_AMONG})"
_PROPOSING = f"EXISTS (SELECT 1 FROM json_each(proposed_articles) WHERE value IN {_AMONG})"


def homes(proposed: Iterable[Story], rulings: Iterable[Event]) -> dict[str, str]:
    """The story of every article that these speak of."""
    found: dict[str, str] = {}
    for story in sorted(proposed, key=lambda s: (len(s.articles) == 1, s.id), reverse=True):
        found |= dict.fromkeys(story.articles, story.id)
    for ruling in sorted(rulings, key=lambda event: event.order):
        found |= dict.fromkeys(ruling.body["articles"], ruling.subject)
    return found


def settled(proposed: Story, rulings: Iterable[Event], home: Mapping[str, str]) -> Story:
    """A story with its title and articles: the proposed ones first, then as they were claimed."""
    own = sorted((r for r in rulings if r.subject == proposed.id), key=lambda event: event.order)
    claimed = (article for ruling in own for article in ruling.body["articles"])
    told = [a for a in dict.fromkeys((*proposed.articles, *claimed)) if home.get(a) == proposed.id]
    titles = [proposed.title, *(r.body["title"] for r in own if "title" in r.body)]
    return replace(proposed, title=titles[-1], articles=tuple(told))


def proposal(row: rows.Row) -> Story:
    """The story in a row of PROPOSALS."""
    story, title, articles, confidence, reasons = row
    return Story(story, title, tuple(json.loads(articles)), confidence, tuple(json.loads(reasons)))


def settle(connection: sqlite3.Connection, story: str) -> None:
    """Store title and articles of a story and of all with which it shares an article.

    To be called when what is proposed or ruled on it has changed.
    """
    spoken = _events(
        connection, f"SELECT {rows.EVENT} FROM event WHERE kind = 'story' AND subject = ?", story
    )
    ruled = {article for event in spoken for article in event.body["articles"]}
    if spoken:
        _enter(connection, story, min(spoken, key=lambda event: event.order))
    before = _members(connection, "story = ?", story)
    (own,) = _proposals(connection, "id = ?", story)
    touched = json.dumps([*ruled, *before, *own.articles])
    before |= _members(connection, f"article IN {_AMONG}", touched)
    near = json.dumps([story, *before.values()])
    proposed = _proposals(connection, f"id IN {_AMONG}", near)
    if ruled:
        proposed += _proposals(connection, _PROPOSING, json.dumps(list(ruled)))
    claims = _events(connection, RULINGS + _CLAIMING, touched)
    now = homes(proposed, claims)
    home = {article: now[article] for article in json.loads(touched) if article in now}
    _store(connection, {story, *before.values(), *home.values()}, home)


def _store(connection: sqlite3.Connection, stories: set[str], home: Mapping[str, str]) -> None:
    """Store these stories; articles that are not in `home` stay where they are."""
    among = json.dumps(sorted(stories))
    home = _members(connection, f"story IN {_AMONG}", among) | dict(home)
    rulings = _events(connection, f"{RULINGS} AND subject IN {_AMONG}", among)
    for proposed in _proposals(connection, f"id IN {_AMONG}", among):
        told = settled(proposed, rulings, home)
        connection.execute("UPDATE story SET title = ? WHERE id = ?", (told.title, told.id))
        connection.execute("DELETE FROM story_article WHERE story = ?", (told.id,))
        connection.executemany(  # in a copy handed out, some of the articles are not there
            "INSERT INTO story_article (story, article, number) SELECT ?1, id, ?3 FROM article "
            "WHERE id = ?2",
            ((told.id, article, number) for number, article in enumerate(told.articles)),
        )


def _enter(connection: sqlite3.Connection, story: str, first: Event) -> None:
    """Store a story that came to be by a ruling, unless it is there."""
    title = first.body.get("title", "")
    connection.execute(
        "INSERT INTO story (id, title, confidence, reasons, proposed_title, proposed_articles) "
        "VALUES (?, ?, 1.0, '[]', ?, '[]') ON CONFLICT (id) DO NOTHING",
        (story, title, title),
    )


def _events(connection: sqlite3.Connection, query: str, value: str) -> list[Event]:
    return list(map(rows.event, connection.execute(query, (value,)).fetchall()))


def _proposals(connection: sqlite3.Connection, where: str, value: str) -> list[Story]:
    found: Sequence[rows.Row] = connection.execute(
        f"{PROPOSALS} WHERE {where}", (value,)
    ).fetchall()
    return list(map(proposal, found))


def _members(connection: sqlite3.Connection, where: str, value: str) -> dict[str, str]:
    query = f"SELECT article, story FROM story_article WHERE {where}"
    return dict(connection.execute(query, (value,)).fetchall())
