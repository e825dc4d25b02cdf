"""Asymmetries in a corpus: looked for when articles come together in a story, told in its reader.

A setting `asymmetry.ARTICLE` holds, by suggestion, whom the word is about and what which article of
the story says instead. A word that is highlighted already keeps its suggestion, which is then told
with the asymmetry as its first reason: one word, one question. Suggestions name no outlet; `told`
names them as the reader sees them, so that a masked one stays masked.
"""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from annotator.model import Article, Json, Layer, OpenStory, Page, Suggestion
from annotator.store import settings
from annotator.store.reads import Reads
from annotator.store.writer import Transaction

if TYPE_CHECKING:
    from annotator.detect import Asymmetry

SETTING = "asymmetry"
"""The setting of a corpus that is "no" when the user left the detector of this name out."""

COMPARED = 12
"""Articles that others of their story are compared with: the first ones."""

_LABEL = "loaded"
_GONE = "Another article called it otherwise, and is not in this story any more."


def choose(transaction: Transaction, detectors: Sequence[str] | None) -> None:
    """Look for asymmetries in this corpus from now on, or not, as the user named detectors."""
    wanted = "yes" if detectors is None or SETTING in detectors else "no"
    if (transaction.setting(SETTING) or "yes") != wanted:
        transaction.set_setting(SETTING, wanted)


def others(detectors: Sequence[str] | None) -> Sequence[str] | None:
    """The detectors that are left to run on each article alone, of those that the user named."""
    return None if detectors is None else [name for name in detectors if name != SETTING]


def propose(
    transaction: Transaction, articles: Collection[str], held: Mapping[str, Article]
) -> None:
    """Compare these articles with the others of their stories, and keep what is found.

    `held` are articles in memory already. Decisions and suggestions that are there stay.
    """
    labels = [label.id for label in transaction.scheme().layer(Layer.SPAN)]
    if _LABEL not in labels or transaction.setting(SETTING) == "no":
        return
    from annotator import detect  # the reader's first frame needs no detector

    for members in _stories(transaction, articles):
        told = {member: held.get(member) or transaction.article(member) for member in members}
        found: defaultdict[str, list[Asymmetry]] = defaultdict(list)
        for one in detect.compared([*told.values()], transaction.counterparts(members, None)):
            found[one.article].append(one)
        for article, asymmetries in found.items():
            _keep(transaction, article, asymmetries, detect.asymmetric(told[article], asymmetries))


def told(opened: OpenStory, corpus: Reads) -> OpenStory:
    """The story, its suggestions told with who says what instead, by the outlets' names in it."""
    outlets = {page.article.id: page.article.outlet for page in opened.pages}
    pages = (_told(page, corpus.asymmetries(page.article.id), outlets) for page in opened.pages)
    return replace(opened, pages=tuple(pages))


def _stories(transaction: Transaction, articles: Collection[str]) -> Iterator[list[str]]:
    """Of each story with these articles, its first ones and these, when there are two at least."""
    homes = dict.fromkeys(transaction.story_of(article) for article in articles)
    for home in filter(None, homes):
        members = transaction.story(home).articles
        asked = [article for article in members[COMPARED:] if article in articles]
        if len(members) > 1:
            yield [*members[:COMPARED], *asked]


def _keep(
    transaction: Transaction, article: str, found: Sequence["Asymmetry"], own: Sequence[Suggestion]
) -> None:
    """Store what was found: with the suggestion that is there, else as a new one.

    A word that somebody labelled so already is not asked about.
    """
    there = [held for held in transaction.suggestions(article) if held.label == _LABEL]
    marked = [a for a in transaction.annotations(article=article) if a.label == _LABEL]
    taken = [(a.start or 0, a.end or 0) for a in marked if a.layer is Layer.SPAN]
    evidence = transaction.asymmetries(article)
    fresh = []
    for asymmetry, proposed in zip(found, own, strict=True):
        start, end = proposed.start, proposed.end
        about = next((s for s in there if s.start < end and start < s.end), None)
        if about is None and any(a < end and start < b for a, b in taken):
            continue
        if about is None:
            fresh.append(proposed)
        kept = evidence.setdefault((about or proposed).id, {"said": {}})
        kept |= {"whom": asymmetry.whom, "said": kept["said"] | asymmetry.said}
    transaction.add_suggestions(article, fresh)
    transaction.set_setting(settings.asymmetry(article), json.dumps(evidence, sort_keys=True))


def _told(page: Page, evidence: Mapping[str, Json], outlets: Mapping[str, str | None]) -> Page:
    suggestions = (
        _reasoned(held, evidence[held.id], outlets) if held.id in evidence else held
        for held in page.suggestions
    )
    return replace(page, suggestions=tuple(suggestions)) if evidence else page


def _reasoned(held: Suggestion, evidence: Json, outlets: Mapping[str, str | None]) -> Suggestion:
    """The suggestion with who says what instead as its first reason."""
    said: defaultdict[str, list[str]] = defaultdict(list)
    for article, outlet in outlets.items():
        if article in evidence["said"]:
            said[evidence["said"][article]].append(outlet or "another article")
    if not said:  # what it was compared with is in another story now, by an undo or by hand
        return replace(held, reason=_GONE) if held.detector == SETTING else held
    whom = f" of “{evidence['whom']}”" if evidence["whom"] else ""
    clauses = ", ".join(f"{_saying(names)} “{word}”" for word, names in said.items())
    rest = "" if held.detector == SETTING else f" {held.reason}"
    return replace(held, reason=f"{clauses[0].upper()}{clauses[1:]}{whom}; not so here.{rest}")


def _saying(names: Iterable[str]) -> str:
    """ "A says", or "A, B and C say"."""
    *most, last = dict.fromkeys(names)
    return f"{', '.join(most)} and {last} say" if most else f"{last} says"
