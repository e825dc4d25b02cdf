"""A trained model: linear over words, it proposes what annotators mark.

Logistic regression on binary features (see `features`); strength is its probability. `teaching`
says how it is trained.
"""

import hashlib
import json
import math
from collections import defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import Any

from annotator.detect import features, vocabulary
from annotator.detect.hit import Hit
from annotator.detect.nlp import Doc
from annotator.errors import UsageError
from annotator.model import Json, Layer
from annotator.text.plurals import counted

_FORMAT = 1
_SILENT = ("bias", "length=", "words=", "mild=", "said", "figures=", "cluster", "rare", "kin=")
PROPOSED = "proposed"
"""The feature of a word that a detector proposes."""

_REMEMBERED = 50_000
_NOTHING = (0.0,) * (1 + len(features.NEIGHBOURS))


class _Sums(dict[features.Names, float]):
    """What some features weigh together, reckoned when first asked for."""

    def __init__(self, weights: Mapping[str, float]) -> None:
        self._weights = weights

    def __missing__(self, names: features.Names) -> float:
        self[names] = sum(self._weights.get(name, 0.0) for name in names)
        return self[names]


class _General(dict[vocabulary.Place, float]):
    """What the words of one place in the vocabulary weigh, reckoned when first asked for."""

    def __init__(self, sums: _Sums) -> None:
        self._sums = sums

    def __missing__(self, place: vocabulary.Place) -> float:
        self[place] = self._sums[vocabulary.told(place)]
        return self[place]


class _Shares(dict[str, tuple[float, ...]]):
    """What a word weighs wherever it stands, and in each of `features.NEIGHBOURS` beside another.

    Reckoned when first asked for; words that no text brought back for long are reckoned anew. Most
    words of a short text are new, so few things are looked up: `_whole` has what a word weighs as
    itself and as each neighbour.
    """

    def __init__(self, weights: Mapping[str, float], sums: _Sums) -> None:
        by_kind: defaultdict[str, dict[str, float]] = defaultdict(dict)
        for name, weight in weights.items():
            kind, _, value = name.partition("=")
            by_kind[kind][value] = weight
        self._sums, self._general = sums, _General(sums)
        whole = [by_kind[name] for name in ("word", *features.NEIGHBOURS)]
        self._whole = {
            word: tuple([weighs.get(word, 0.0) for weighs in whole]) for word in set().union(*whole)
        }
        self._cuts = [(by_kind[name], cut) for name, cut in features.CUTS.items() if name != "word"]
        self._part = by_kind["part"].get

    def __missing__(self, word: str) -> tuple[float, ...]:
        if len(self) >= _REMEMBERED:
            self.clear()
        own, *beside = self._whole.get(word, _NOTHING)
        own = own + self._form(word) if features.wordlike(word) else -math.inf
        self[word] = (own, *beside)
        return self[word]

    def _form(self, word: str) -> float:
        weight = self._sums[features.sort(word)] + self._general[vocabulary.place(word)]
        for weighs, cut in self._cuts:
            if (end := word[cut]) in weighs:
                weight += weighs[end]
        return weight + sum(filter(None, map(self._part, features.parts(word))))


@dataclass(frozen=True)
class Model:
    """A fitted model as a detector: weights of features, and from where on to propose."""

    label: str
    weights: Mapping[str, float]
    threshold: float
    examples: int

    layer = Layer.SPAN

    @property
    def name(self) -> str:
        """The name that its suggestions carry."""
        return f"learned-{self.label}"

    @property
    def labels(self) -> tuple[str, ...]:
        """The one label it was trained for."""
        return (self.label,)

    @cached_property
    def version(self) -> str:
        """The first 8 hex digits of the hash of the model."""
        content = json.dumps(self.to_json(), sort_keys=True)
        return hashlib.sha256(content.encode()).hexdigest()[:8]

    def to_json(self) -> Json:
        """The model as JSON values."""
        return {
            "format": _FORMAT,
            "label": self.label,
            "threshold": self.threshold,
            "examples": self.examples,
            "weights": dict(sorted(self.weights.items())),
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Model":
        """The model that `to_json` gave; UsageError when it is something else."""
        try:
            if data["format"] != _FORMAT:
                raise UsageError(
                    f"model format {data['format']!r} is not known to this version",
                    "Train it again with this version: annotator train.",
                )
            weights = {str(name): float(value) for name, value in data["weights"].items()}
            return cls(str(data["label"]), weights, float(data["threshold"]), int(data["examples"]))
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise UsageError(f"not a trained model: {error!r}", "Train it anew.") from None

    def detect(self, doc: Doc) -> Iterator[Hit]:
        """Runs of neighbouring words whose probability reaches the threshold."""
        return self.hits(doc, self.scores(doc))

    def hits(
        self, doc: Doc, scores: Sequence[float], taken: Container[int] = frozenset()
    ) -> Iterator[Hit]:
        """The same, given the words' scores, but for runs with a word that is `taken`."""
        least = math.log(self.threshold / (1 - self.threshold))
        chosen = [index for index, score in enumerate(scores) if score >= least]
        for first, stop in _runs(chosen):
            if not any(index in taken for index in range(first, stop)):
                yield self._hit(doc, first, stop, self.chance(max(scores[first:stop])))

    @property
    def heard(self) -> bool:
        """Whether it says more than the detectors do, which are all that `caution` else leaves."""
        rules = ("bias", PROPOSED, f"{self.label}>=")
        return not all(name.startswith(rules) for name in self.weights)

    @property
    def trust(self) -> float:
        """The log-odds that a word gains when a detector proposes it."""
        return self.weights.get(PROPOSED, 0.0)

    def chance(self, score: float) -> float:
        """The probability, in [0, 1], that belongs to log-odds."""
        return _logistic(score)

    def scores(self, doc: Doc) -> list[float]:
        """The log-odds that each word is marked; minus infinity for punctuation."""
        padded = [*features.BEGINNING, *doc.words, *features.END]
        shares = list(map(self._shares.__getitem__, padded))
        scores = [
            own[0] + before2[1] + before[2] + after[3] + after2[4]
            for before2, before, own, after, after2 in zip(
                shares, shares[1:], shares[2:], shares[3:], shares[4:], strict=False
            )
        ]
        places, sentences = features.surroundings(doc)
        for names, where in places.items():
            if weight := self._sums[names]:
                for index in where:
                    scores[index] += weight
        for (first, stop), names in zip(doc.sentences, sentences, strict=True):
            shared = self._sums[names]
            scores[first:stop] = [score + shared for score in scores[first:stop]]
        return scores

    @cached_property
    def _shares(self) -> _Shares:
        return _Shares(self.weights, self._sums)

    @cached_property
    def _ranks(self) -> dict[str, tuple[float, bool, str]]:
        """The features that speak for a word, those that weigh most first when sorted."""
        return {
            name: (-weight, not name.startswith("word="), name)
            for name, weight in self.weights.items()
            if weight > 0 and not name.startswith(_SILENT)
        }

    @cached_property
    def _sums(self) -> _Sums:
        return _Sums(self.weights)

    def _hit(self, doc: Doc, first: int, stop: int, strength: float) -> Hit:
        names = {*chain.from_iterable(map(features.form, doc.words[first:stop]))}
        names.update(*(features.around(doc, index) for index in range(first, stop)))
        telling = [name for _, _, name in sorted(filter(None, map(self._ranks.get, names)))[:3]]
        return Hit(
            doc.starts[first],
            doc.ends[stop - 1],
            self.label,
            "learned",
            f"learned.{self.label}",
            f"Learned from {counted(self.examples, 'annotated sentences')}; what weighs most: "
            f"{', '.join(telling) or 'the kind of word'}.",
            strength,
        )


def _runs(chosen: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Half-open runs of neighbouring numbers."""
    start = 0
    for place, number in enumerate(chosen):
        if place + 1 == len(chosen) or chosen[place + 1] > number + 1:
            yield chosen[start], number + 1
            start = place + 1


def _logistic(score: float) -> float:
    return 1 / (1 + math.exp(-score)) if score > -30 else 0.0
