"""Everything that can be asked of a corpus, over any connection to it.

Answers are the frozen records of `model`. Stored quotes are held against the text on every read;
what does not fit is left out and listed in `quarantined`. A missing id raises UsageError, what
SQLite reports one of the StoreErrors.
"""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import starmap
from pathlib import Path

from annotator import history
from annotator import scheme as schemes
from annotator.errors import UsageError
from annotator.history import Kind
from annotator.model import (
    Annotator,
    Arm,
    Counterpart,
    Json,
    Layer,
    OpenStory,
    Page,
    Place,
    Suggestion,
)
from annotator.scheme import Scheme
from annotator.store import rows, settings
from annotator.store.articles import DESCRIBED, fact
from annotator.store.counts import Counts
from annotator.store.record import Record
from annotator.store.search import Search
from annotator.store.stories import ASSIGNED, Stories
from annotator.text import naming

_UNASSIGNED = """
SELECT story FROM story_article WHERE EXISTS (SELECT 1 FROM assignment)
EXCEPT SELECT m.story FROM assignment AS g, json_each(g.articles) AS e
JOIN story_article AS m ON m.article = e.value
EXCEPT SELECT story FROM assignment
"""


class Reads(Search, Stories, Record, Counts):
    """Questions to a corpus: itself and its people, what they read, and all of the bases."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        super().__init__(connection, path)
        self._schemes: dict[str | None, Scheme] = {}

    @property
    def id(self) -> str:
        """The random id that copies of one corpus share."""
        return str(self.setting("id"))

    def setting(self, name: str) -> str | None:
        """The value of a setting, or None."""
        row = self.ask_one("SELECT value FROM setting WHERE name = ?", name)
        return None if row is None else str(row[0])

    def scheme(self, version: str | None = None) -> Scheme:
        """The scheme in use, or the one with this hash; UsageError when it is not there."""
        version = version or self.setting("scheme")
        if version not in self._schemes:
            row = self.ask_one("SELECT source FROM scheme WHERE hash = ?", version)
            if row is None:
                raise UsageError(
                    f"{self.path}: no scheme with hash {version}",
                    "Look into it: annotator doctor CORPUS",
                )
            where = f"{self.path}: scheme {version}"
            self._schemes[version] = schemes.parse(json.loads(row[0]), where)
        return self._schemes[version]

    def schemes(self) -> list[Scheme]:
        """Every version of the scheme this corpus has seen, oldest first."""
        held = self.ask("SELECT hash FROM scheme ORDER BY rowid")
        return [self.scheme(version) for (version,) in held]

    def migrations(self) -> list[Json]:
        """The steps from the first version of the scheme to the one in use, oldest first.

        Each is {"from": version, "to": version, "labels": {layer: {old label: new label}}}.
        """
        steps: list[Json] = json.loads(self.setting("migrations") or "[]")
        return steps

    def annotators(self) -> list[Annotator]:
        """Everyone who has worked on this corpus, in the order they came."""
        query = "SELECT id, name FROM annotator WHERE id <> ? ORDER BY rowid"
        return list(starmap(Annotator, self.ask(query, history.CLERK.id)))

    def annotator_named(self, name: str) -> Annotator | None:
        """The first annotator with exactly this name, or with it but for stray blanks.

        Other cases of letters are other people.
        """
        known = {person.name: person for person in reversed(self.annotators())}
        return known.get(name) or known.get(naming.tidied(name))

    def open_story(self, story: str, annotator: str) -> OpenStory:
        """A story as one annotator reads it."""
        told = self.story(story)
        done = self.done(story, annotator)
        held = self.spanning(annotator, story)
        return OpenStory(
            story=told,
            pages=tuple(self._page(article, annotator, done) for article in told.articles),
            counterparts=tuple(self.counterparts(told.articles, annotator)),
            links=tuple(made for made in held if made.layer is Layer.LINK),
            labels=tuple(made for made in held if made.layer is Layer.STORY),
        )

    def page(self, article: str, annotator: str) -> Page:
        """An article as one annotator reads it."""
        story = self.story_of(article)
        return self._page(article, annotator, self.done(story, annotator) if story else set())

    def aligned(self, article: str) -> set[frozenset[str]]:
        """The pairs of this article and another that have proposed counterparts."""
        found = self.ask(
            "SELECT DISTINCT b_article FROM counterpart WHERE a_article = ?1 "
            "UNION SELECT DISTINCT a_article FROM counterpart WHERE b_article = ?1",
            article,
        )
        return {frozenset((article, str(other))) for (other,) in found}

    def counterparts(self, articles: Sequence[str], annotator: str | None) -> list[Counterpart]:
        """The counterparts among these articles, as an annotator (if any) has ruled on them."""
        among = json.dumps(list(articles))
        proposed = self.ask(
            "SELECT a_article, a_sentence, b_article, b_sentence, score FROM counterpart "
            "WHERE a_article IN (SELECT value FROM json_each(?1)) "
            "AND b_article IN (SELECT value FROM json_each(?1))",
            among,
        )
        pairs = {_pair((a, i), (b, j)): float(score) for a, i, b, j, score in proposed}
        ruled = self.ask(
            "SELECT kind, body FROM ruling INDEXED BY ruling_article WHERE annotator = ? "
            "AND kind IN ('align', 'unalign') AND article IN (SELECT value FROM json_each(?))",
            annotator,
            among,
        )
        for kind, body in ruled:
            ends = json.loads(body)
            pair = _pair(tuple(ends["a"]), tuple(ends["b"]))
            pairs.pop(pair, None)
            if kind == Kind.ALIGN:
                pairs[pair] = 1.0
        place = {article: number for number, article in enumerate(articles)}
        found = [
            Counterpart(a, b, score) if place[a[0]] <= place[b[0]] else Counterpart(b, a, score)
            for (a, b), score in pairs.items()
            if a[0] in place and b[0] in place
        ]
        return sorted(found, key=lambda c: (place[c.a[0]], c.a[1], place[c.b[0]], c.b[1]))

    def place(self, annotator: str, story: str | None = None) -> Place | None:
        """Where an annotator was when she left, or when she left a story."""
        row = self.ask_one(
            "SELECT story, article, position FROM place WHERE annotator = ?1 "
            "AND (?2 IS NULL OR story = ?2) ORDER BY number DESC LIMIT 1",
            annotator,
            story,
        )
        return None if row is None else Place(*row)

    def arm(self, annotator: str, article: str) -> Arm:
        """Whether an annotator sees suggestions on an article."""
        row = self.ask_one(
            "SELECT arm FROM arm WHERE annotator = ? AND article = ?", annotator, article
        )
        return rows.arm(None if row is None else row[0])

    def reads_blind(self, annotator: str) -> bool:
        """Whether an annotator reads any article without suggestions."""
        found = "SELECT 1 FROM arm WHERE annotator = ? AND arm = 'blind' LIMIT 1"
        return self.ask_one(found, annotator) is not None

    def assigned_stories(self, annotator: str) -> set[str]:
        """The stories assigned to an annotator, and those that their articles were put into."""
        return {str(story) for (story,) in self.ask(ASSIGNED, annotator)}

    def unassigned_stories(self) -> set[str]:
        """The stories that nobody was given, where stories were given out at all."""
        return {str(story) for (story,) in self.ask(_UNASSIGNED)}

    def assigned(self, annotator: str, story: str) -> tuple[str, ...]:
        """The articles of a story in the order drawn for an annotator; none without a draw."""
        row = self.ask_one(
            "SELECT articles FROM assignment WHERE annotator = ? AND story = ?", annotator, story
        )
        drawn = tuple(json.loads(row[0])) if row else ()
        if not {*self.story(story).articles} - {*drawn}:
            return drawn
        elsewhere = self.ask(  # people put articles into it that were drawn in other stories
            "SELECT e.value FROM assignment AS g, json_each(g.articles) AS e "
            "WHERE g.annotator = ? ORDER BY g.story, e.key",
            annotator,
        )
        return tuple(dict.fromkeys([*drawn, *(str(article) for (article,) in elsewhere)]))

    def workload(self) -> list[tuple[str, int, tuple[str, ...]]]:
        """Each story's id, its words, and its outlets, without reading any text."""
        found = self.ask(
            "SELECT s.id, sum(length(a.words) / 8), "
            f"json_group_array(coalesce({fact('outlet')}, '')) "
            "FROM story AS s JOIN story_article AS m ON m.story = s.id "
            f"JOIN article AS a ON a.id = m.article {DESCRIBED} "
            "GROUP BY s.number ORDER BY s.number"
        )
        return [
            (story, words, tuple(sorted(json.loads(outlets)))) for story, words, outlets in found
        ]

    def strengths(self, article: str) -> dict[str, float]:
        """What trained models make of the strength of an article's suggestions, by id."""
        held = self.setting(settings.strengths(article))
        return dict(json.loads(held)) if held else {}

    def asymmetries(self, article: str) -> dict[str, Json]:
        """By suggestion id, whom a word of this article is about and what which others say instead.

        Each is {"whom": name or "", "said": {article: word}}.
        """
        held = self.setting(settings.asymmetry(article))
        return dict(json.loads(held)) if held else {}

    def _ranked(self, article: str) -> tuple[Suggestion, ...]:
        """The suggestions as they are to be shown: with the learned strength, if there is one."""
        learned = self.strengths(article)
        return tuple(
            replace(held, strength=learned[held.id]) if held.id in learned else held
            for held in self.suggestions(article)
        )

    def _page(self, article: str, annotator: str, done: Iterable[str]) -> Page:
        arm = self.arm(annotator, article)
        return Page(
            article=self.article(article),
            suggestions=self._ranked(article) if arm is Arm.ASSISTED else (),
            annotations=tuple(
                self._annotations("annotator = ? AND article = ?", annotator, article)
            ),
            decisions={d.suggestion: d.verdict for d in self.decisions(annotator, article)},
            arm=arm,
            done=article in done,
        )

    def done(self, story: str, annotator: str) -> set[str]:
        """The articles of a story that an annotator marked done."""
        found = self.ask(
            "SELECT a.value FROM ruling AS r, json_each(r.body, '$.articles') AS a "
            "WHERE r.subject = ? AND r.annotator = ? AND r.kind = 'done'",
            history.done_subject(annotator, story),
            annotator,
        )
        return {str(row[0]) for row in found}


def _pair(a: tuple[str, int], b: tuple[str, int]) -> tuple[tuple[str, int], tuple[str, int]]:
    return (a, b) if a <= b else (b, a)
