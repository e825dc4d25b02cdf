"""Asymmetry: a word that one article uses of an actor, and another article of its story never does.

Two namings (see `naming`) meet when they are of one field and of one actor: the same name or state,
two unnamed actors in counterpart sentences, or a field in which a story has one actor alone (those
in the street, those who come). A charged word is asymmetric towards a plainer or an opposite one
when its article never says that of the actor, and the other article never says the charged one.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from annotator.detect import lexicon, naming
from annotator.detect.hit import Hit
from annotator.detect.naming import Actor, Naming
from annotator.detect.nlp import Doc
from annotator.model import Article, Counterpart, Layer

_ALONE = frozenset(("crowd", "newcomers"))
_OPPOSITE = {"negative", "positive"}
_MOST, _EACH = 0.95, 0.05  # the strength at most, and what each further article adds to it


@dataclass(frozen=True, slots=True)
class Asymmetry:
    """A charged word for an actor, `whom` ("" when unnamed), and what other articles say instead.

    `said` maps article ids to words.
    """

    article: str
    naming: Naming
    whom: str
    said: Mapping[str, str] = field(default_factory=dict)

    @property
    def hit(self) -> Hit:
        """The hit in the article, stronger the more articles say otherwise; it names no outlet."""
        entry, many = self.naming.entry, len(self.said) > 1
        words = ", ".join(f"“{word}”" for word in dict.fromkeys(self.said.values()))
        others = (
            "Other articles of this story say" if many else "Another article of this story says"
        )
        return Hit(
            self.naming.start,
            self.naming.end,
            "loaded",
            "asymmetry",
            entry.id,
            f"{others} {words}{f' of “{self.whom}”' if self.whom else ''}.",
            min(_MOST, entry.strength + _EACH * (len(self.said) - 1)),
        )


class Asymmetric:
    """The detector that compares the articles of a story; a text alone tells it nothing."""

    name = "asymmetry"
    layer = Layer.SPAN
    labels = ("loaded",)

    @property
    def version(self) -> str:
        """A hash of the words it knows."""
        return lexicon.load("asymmetry").version

    def detect(self, doc: Doc) -> Iterable[Hit]:
        """Nothing: see `compare`."""
        return ()

    def compare(
        self, articles: Sequence[Article], counterparts: Iterable[Counterpart]
    ) -> list[Asymmetry]:
        """The asymmetries between the articles of one story, by article."""
        story = _Story({article.id: naming.find(article) for article in articles}, counterparts)
        return [found for article in articles for found in story.asymmetries(article.id)]


class _Story:
    """Who is called what in each article of a story."""

    def __init__(
        self, sides: Mapping[str, Sequence[Naming]], counterparts: Iterable[Counterpart]
    ) -> None:
        states = _states(held for side in sides.values() for held in side)
        self._sides = {
            article: [_settled(held, states) for held in side] for article, side in sides.items()
        }
        self._counterparts = {frozenset((pair.a, pair.b)) for pair in counterparts}

    def asymmetries(self, article: str) -> list[Asymmetry]:
        """Those of one article, its unnamed mentions of an actor last."""
        charged = [n for n in self._sides[article] if n.entry.strength and not n.quoted]
        found = {held: made for held in charged if (made := self._asymmetry(article, held))}
        for held in charged:
            named = [n for n in charged if n.entry == held.entry and n.actor]
            if held.definite and held not in found and named and all(n in found for n in named):
                found[held] = replace(found[named[0]], naming=held)
        return list(found.values())

    def _asymmetry(self, article: str, held: Naming) -> Asymmetry | None:
        others = [other for other in self._sides if other != article]
        words = {o: word for o in others if (word := self._instead(article, held, o))}
        named = (word.actor.text for word in (held, *words.values()) if word.actor)
        said = {other: word.word for other, word in words.items()}
        return Asymmetry(article, held, next(named, ""), said) if said else None

    def _instead(self, article: str, held: Naming, other: str) -> Naming | None:
        """What the other article calls the actor, if it never says the word and this never that."""
        if self._says(other, held, held.actor):
            return None
        words = (word for word in self._sides[other] if _outdoes(held, word))
        met = (word for word in words if self._meet(article, held, other, word))
        return next((word for word in met if not self._says(article, word, held.actor)), None)

    def _says(self, article: str, word: Naming, actor: Actor) -> bool:
        """Whether an article, or whom it quotes, says the word of the actor or of one it may be."""
        return any(
            held.entry.id == word.entry.id
            and (not held.actor or not actor or held.actor.same(actor))
            for held in self._sides[article]
        )

    def _meet(self, article: str, held: Naming, other: str, word: Naming) -> bool:
        """Whether both words name one actor."""
        if held.actor and word.actor:
            return held.actor.same(word.actor)
        sentences = frozenset(((article, held.sentence), (other, word.sentence)))
        both = held.definite and word.definite and sentences in self._counterparts
        return both or held.entry.kind in _ALONE


def _outdoes(held: Naming, word: Naming) -> bool:
    """Whether `held` says more than the outlet's `word` of its field, or the opposite of it."""
    ours, theirs = held.entry, word.entry
    if word.quoted or ours.kind != theirs.kind or ours.id == theirs.id:
        return False
    return ours.strength > theirs.strength or {ours.polarity, theirs.polarity} == _OPPOSITE


def _states(namings: Iterable[Naming]) -> dict[frozenset[str], str]:
    """The state of each ruler who is named with it: "North Korean leader Kim Jong Un"."""
    return {
        held.actor.name: held.actor.nation
        for held in namings
        if held.entry.kind == "ruler" and held.actor.nation and held.actor.name
    }


def _settled(held: Naming, states: Mapping[frozenset[str], str]) -> Naming:
    """The naming with the state of the ruler that it names."""
    actor = held.actor
    if held.entry.kind not in naming.GOVERNING or actor.nation or not actor.name:
        return held
    nation = next((state for ruler, state in states.items() if actor.name <= ruler), "")
    return replace(held, actor=replace(actor, nation=nation))


def build() -> Asymmetric:
    """The detector with its shipped words."""
    return Asymmetric()
