"""What is looked for in a corpus, by SQLite alone: a large one is never read into memory."""

import json
from collections.abc import Sequence
from typing import NamedTuple

from annotator.model import Annotation, Suggestion
from annotator.store import rows
from annotator.store.articles import DESCRIBED, STANDING_LINK, Articles, fact

_OF_OUTLETS = f"""(?1 IS NULL OR article IN (SELECT a.id FROM article AS a {DESCRIBED}
    WHERE {fact("outlet")} IN (SELECT value FROM json_each(?1))))"""
_SEEN = """NOT EXISTS (SELECT 1 FROM arm WHERE arm.annotator = ?2 AND arm.article = {0}.article
    AND arm = 'blind')"""
_LABELLED = f"""
SELECT {rows.ANNOTATION} FROM annotation
WHERE (article IS NULL OR {_OF_OUTLETS}) AND (annotator = ?2 OR {_SEEN.format("annotation")})
    AND (?3 IS NULL OR label = ?3) AND (?4 IS NULL OR annotator = ?4) AND {STANDING_LINK}
"""
_UNDECIDED = f"""
SELECT {rows.SUGGESTION} FROM suggestion
WHERE layer = 'span' AND (?3 IS NULL OR label = ?3)
    AND EXISTS (SELECT 1 FROM story_article AS m WHERE m.article = suggestion.article)
    AND NOT EXISTS (
        SELECT 1 FROM decision WHERE suggestion = suggestion.id AND decision.annotator = ?2)
    AND {_SEEN.format("suggestion")} AND {_OF_OUTLETS}
"""


class Wanted(NamedTuple):
    """What the annotator `reader` looks for; what is None does not matter.

    `words` are parts of the quote or the note; `label`, `annotator` and `reader` are ids.
    """

    reader: str
    words: Sequence[str] = ()
    outlets: Sequence[str] | None = None
    label: str | None = None
    annotator: str | None = None


class Search(Articles):
    """Questions that look for words."""

    def search(self, words: str, outlets: Sequence[str] | None = None) -> list[str]:
        """The ids of the articles with words that begin like each of these, best match first.

        With `outlets`, only articles of these.
        """
        quoted = " ".join('"' + word.replace('"', '""') + '"*' for word in words.split())
        if not quoted:
            return []
        found = self.ask(
            "SELECT a.id FROM article_search JOIN article AS a ON number = article_search.rowid "
            f"{DESCRIBED} WHERE article_search MATCH ?1 AND (?2 IS NULL OR {fact('outlet')} IN "
            "(SELECT value FROM json_each(?2))) ORDER BY rank",
            quoted,
            _listed(outlets),
        )
        return [str(row[0]) for row in found]

    def labelled(self, wanted: Wanted, most: int) -> list[Annotation]:
        """The first `most` annotations that answer, by article and place.

        On an article that the reader reads blind they are her own alone; of links and labels of
        stories, which are on no article, the outlet is not looked at.
        """
        query = _LABELLED + _holding("coalesce(quote, '') || ' ' || note", wanted.words, 5)
        found = self.ask_for(
            rows.annotation,
            f'{query} ORDER BY article, start, "end", id LIMIT {most}',
            *(_listed(wanted.outlets), wanted.reader, wanted.label, wanted.annotator),
            *map(_pattern, wanted.words),
        )
        return [held for held in found if self._fits("annotation", held)]

    def undecided(self, wanted: Wanted, most: int) -> list[Suggestion]:
        """The first `most` suggestions on words that the reader has yet to decide on."""
        found = self.ask_for(
            rows.suggestion,
            f"{_UNDECIDED}{_holding('quote', wanted.words, 4)} ORDER BY rowid LIMIT {most}",
            *(_listed(wanted.outlets), wanted.reader, wanted.label),
            *map(_pattern, wanted.words),
        )
        return [held for held in found if self._fits("suggestion", held)]


def _listed(values: Sequence[str] | None) -> str | None:
    return None if values is None else json.dumps(values)


def _holding(column: str, words: Sequence[str], first: int) -> str:
    """A condition for each word, on the parameters from number `first` on."""
    numbers = range(first, first + len(words))
    return "".join(f" AND {column} GLOB ?{number}" for number in numbers)


def _pattern(word: str) -> str:
    """A GLOB for a text with `word` in it, in either case; LIKE knows no case but that of ASCII."""
    return f"*{''.join(map(_either, word))}*"


def _either(sign: str) -> str:
    cases = {case for case in (sign, sign.lower(), sign.upper()) if len(case) == 1}
    return f"[{''.join(sorted(cases))}]" if len(cases) > 1 or sign in "*?[" else sign
