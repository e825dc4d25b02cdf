"""Learning from decisions: a linear model over words that proposes what annotators mark.

Logistic regression with an L2 penalty on binary features (see `features`), fitted on whole batches
by Adam (Kingma & Ba 2015), so that the same examples give the same model. Strength is the model's
probability; the threshold is the one with the best token F1 on halves it was not trained on.
"""

import hashlib
import json
import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from annotator.detect import features, nlp
from annotator.detect.hit import Hit
from annotator.detect.nlp import Doc
from annotator.errors import UsageError
from annotator.model import Json, Layer, Span

if TYPE_CHECKING:
    from numpy.typing import NDArray

_FORMAT = 1
_ROUNDS = 120
_RATE = 0.12
_PENALTY = 3e-4
_RARE = 2
_TINY = 0.02
_FEWEST = 10


@dataclass(frozen=True, slots=True)
class Example:
    """A text that somebody annotated in full: its sentences, and the spans that were marked."""

    text: str
    sentences: Sequence[Span]
    marked: Sequence[tuple[int, int]]


class _Forms(dict[str, float]):
    """What a word weighs wherever it stands, reckoned when first asked for."""

    def __init__(self, weights: Mapping[str, float]) -> None:
        self._weights = weights

    def __missing__(self, word: str) -> float:
        known = features.wordlike(word)
        names = features.form(word) if known else ()
        self[word] = sum(self._weights.get(n, 0.0) for n in names) if known else -math.inf
        return self[word]


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

    @property
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
                raise UsageError(f"model format {data['format']!r} is not known to this version")
            weights = {str(name): float(value) for name, value in data["weights"].items()}
            return cls(str(data["label"]), weights, float(data["threshold"]), int(data["examples"]))
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise UsageError(f"not a trained model: {error!r}", "Train it anew.") from None

    def detect(self, doc: Doc) -> Iterator[Hit]:
        """Runs of neighbouring words whose probability reaches the threshold."""
        situation = features.situation(doc)
        scores = self.scores(doc, situation)
        least = math.log(self.threshold / (1 - self.threshold))
        chosen = [index for index, score in enumerate(scores) if score >= least]
        for first, stop in _runs(chosen):
            names = {n for at in range(first, stop) for n in features.at(doc, at, situation)}
            yield self._hit(doc, first, stop, _logistic(max(scores[first:stop])), names)

    def scores(self, doc: Doc, situation: features.Situation) -> list[float]:
        """The log-odds that each word is marked; minus infinity for punctuation.

        What a word weighs by its form and beside a neighbour is looked up once for each word.
        """
        weigh = self.weights.get
        scores = [self._own[word] for word in doc.words]
        for name, step in features.PLACES.items():
            padded = ["<<", "<", *doc.words, ">", ">>"][2 + step :]
            table = {word: weigh(f"{name}={word}", 0.0) for word in set(padded)}
            scores = [s + table[word] for s, word in zip(scores, padded, strict=False)]
        for index, told in situation.items():
            scores[index] += sum([weigh(name, 0.0) for name in told])
        return scores

    @cached_property
    def _own(self) -> "_Forms":
        return _Forms(self.weights)

    def _hit(self, doc: Doc, first: int, stop: int, strength: float, names: set[str]) -> Hit:
        telling = sorted(names - {"bias"}, key=lambda n: (-self.weights.get(n, 0.0), n))[:3]
        return Hit(
            doc.starts[first],
            doc.ends[stop - 1],
            self.label,
            "learned",
            f"learned.{self.label}",
            f"Learned from {self.examples} annotated sentences; what weighs most: "
            f"{', '.join(telling)}.",
            strength,
        )


def train(examples: Iterable[Example], label: str) -> Model:
    """A model for `label` fitted to `examples`; UsageError when too little is marked."""
    words: list[list[str]] = []
    truth: list[bool] = []
    halves: list[int] = []
    sentences = 0
    for number, example in enumerate(examples):
        doc = nlp.read(example.text, example.sentences)
        found = features.of(doc)
        words += found
        truth += _truth(doc, example.marked)
        halves += [number % 2] * len(found)
        sentences += len(example.sentences)
    if sum(truth) < _FEWEST:
        raise UsageError(
            f"{sum(truth)} marked words for {label!r}: too few to learn from",
            f"Mark at least {_FEWEST} words with this label first.",
        )
    threshold = _threshold(words, truth, halves)
    return Model(label, _fit(words, truth), threshold, sentences)


def _runs(chosen: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Half-open runs of neighbouring numbers."""
    start = 0
    for place, number in enumerate(chosen):
        if place + 1 == len(chosen) or chosen[place + 1] > number + 1:
            yield chosen[start], number + 1
            start = place + 1


def _truth(doc: Doc, marked: Sequence[tuple[int, int]]) -> list[bool]:
    found = [False] * len(doc.words)
    for start, end in marked:
        index = doc.index(start)
        while index < len(found) and doc.starts[index] < end:
            found[index] = True
            index += 1
    return found


def _threshold(words: list[list[str]], truth: list[bool], halves: list[int]) -> float:
    """The probability whose F1 is best when each half is scored by a model of the other."""
    scored: list[tuple[float, bool]] = []
    for half in (0, 1):
        seen = [n for n, h in enumerate(halves) if h == half]
        other = [n for n, h in enumerate(halves) if h != half]
        if not seen or not other:
            return 0.5
        weights = _fit([words[n] for n in seen], [truth[n] for n in seen])
        scored += [(_chance(weights, words[n]), truth[n]) for n in other]
    scored.sort(key=lambda pair: -pair[0])
    best, right, gold = (0.0, 0.5), 0, sum(truth)
    for count, (probability, is_right) in enumerate(scored, 1):
        right += is_right
        best = max(best, (2 * right / (count + gold), probability))
    return round(min(0.9, max(0.05, best[1])), 4)


def _chance(weights: Mapping[str, float], found: Sequence[str]) -> float:
    return _logistic(sum(weights.get(name, 0.0) for name in found)) if found else 0.0


def _logistic(score: float) -> float:
    return 1 / (1 + math.exp(-score)) if score > -30 else 0.0


def _fit(words: list[list[str]], truth: list[bool]) -> dict[str, float]:
    """The weights of the features that occur at least twice and matter."""
    import numpy as np

    counts = Counter(name for word in words for name in word)
    names = sorted(name for name, count in counts.items() if count >= _RARE)
    index = {name: n for n, name in enumerate(names)}
    rows = [[index[name] for name in word if name in index] for word in words]
    kept = [n for n, row in enumerate(rows) if row]
    lengths = np.array([len(rows[n]) for n in kept])
    columns = np.array([column for n in kept for column in rows[n]])
    target = np.array([truth[n] for n in kept], dtype=float)
    weights = _descend(columns, lengths, target, len(names))
    return {
        name: round(float(weight), 3)
        for name, weight in zip(names, weights, strict=True)
        if abs(weight) >= _TINY
    }


def _descend(
    columns: "NDArray[Any]", lengths: "NDArray[Any]", target: "NDArray[Any]", size: int
) -> "NDArray[Any]":
    import numpy as np

    starts = np.concatenate(([0], np.cumsum(lengths)[:-1]))
    weights, speed, energy = np.zeros(size), np.zeros(size), np.zeros(size)
    for step in range(1, _ROUNDS + 1):
        scores = np.add.reduceat(weights[columns], starts)
        errors = (1 / (1 + np.exp(-np.clip(scores, -30, 30))) - target) / len(target)
        slope = np.bincount(columns, np.repeat(errors, lengths), size) + _PENALTY * weights
        speed = 0.9 * speed + 0.1 * slope
        energy = 0.99 * energy + 0.01 * slope**2
        pace = _RATE * math.sqrt(1 - 0.99**step) / (1 - 0.9**step)
        weights -= pace * speed / (np.sqrt(energy) + 1e-8)
    return weights
