"""Learning from decisions: a linear model over words that proposes what annotators mark.

Logistic regression (see `fitting`) on binary features (see `features`). Strength is the model's
probability; the threshold comes from the best token F1 on halves it was not trained on.
"""

import hashlib
import json
import math
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import Any

from annotator.detect import features, fitting, nlp
from annotator.detect.hit import Hit
from annotator.detect.nlp import Doc
from annotator.errors import UsageError
from annotator.model import Json, Layer, Span
from annotator.text.plurals import counted

_FORMAT = 1
_SILENT = ("bias", "length=", "words=", "mild=", "said", "figures=", "cluster", "rare", "kin=")
_PRIOR: dict[str, dict[str, float]] = {
    "loaded": {"bias": -4.0, "loaded>=5": 2.5, "loaded>=6": 1.5, "loaded>=7": 0.5},
    "hedge": {"bias": -5.0, "hedge>=4": 4.0, "hedge>=6": 1.5, "hedge>=8": 1.0},
}
"""What is thought before anything was marked: the lexicons are mostly right."""

_FEWEST = 10
_KEPT = 4
_REMEMBERED = 50_000


@dataclass(frozen=True, slots=True)
class Example:
    """A text that somebody annotated in full: its sentences, and the spans that were marked."""

    text: str
    sentences: Sequence[Span]
    marked: Sequence[tuple[int, int]]


class _Sums(dict[features.Names, float]):
    """What some features weigh together, reckoned when first asked for."""

    def __init__(self, weights: Mapping[str, float]) -> None:
        self._weights = weights

    def __missing__(self, names: features.Names) -> float:
        self[names] = sum(self._weights.get(name, 0.0) for name in names)
        return self[names]


class _Shares(dict[str, tuple[float, ...]]):
    """What a word weighs wherever it stands, and in each of `features.NEIGHBOURS` beside another.

    Reckoned when first asked for; words that no text brought back for long are reckoned anew.
    `by_kind` has the weights by what stands before and after the "=" of a feature.
    """

    def __init__(self, by_kind: Mapping[str, Mapping[str, float]], sums: _Sums) -> None:
        self._sums = sums
        self._cuts = [(by_kind[name].get, cut) for name, cut in features.CUTS.items()]
        self._part = by_kind["part"].get
        self._beside = [by_kind[name].get for name in features.NEIGHBOURS]

    def __missing__(self, word: str) -> tuple[float, ...]:
        if len(self) >= _REMEMBERED:
            self.clear()
        own = self._own(word) if features.wordlike(word) else -math.inf
        self[word] = (own, *[weight(word, 0.0) for weight in self._beside])
        return self[word]

    def _own(self, word: str) -> float:
        sort, general = features.kinds(word)
        cuts = sum([weight(word[cut], 0.0) for weight, cut in self._cuts])
        parts = sum([self._part(part, 0.0) for part in features.parts(word)])
        return cuts + parts + self._sums[sort] + self._sums[general]


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
        places, sentences = features.context(doc)
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
        by_kind: defaultdict[str, dict[str, float]] = defaultdict(dict)
        for name, weight in self.weights.items():
            kind, _, value = name.partition("=")
            by_kind[kind][value] = weight
        return _Shares(by_kind, self._sums)

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


def train(examples: Iterable[Example], label: str) -> Model:
    """A model for `label` fitted to `examples`; UsageError when too little is marked."""
    rows: list[tuple[list[str], bool]] = []
    halves: list[int] = []
    texts: dict[str, int] = {}
    sentences = 0
    read = [(example, nlp.read(example.text, example.sentences)) for example in examples]
    withheld = _withheld(doc for _, doc in read)
    for example, doc in read:
        told = zip(features.of(doc, withheld), _truth(doc, example.marked), strict=True)
        found = [(names, marked) for names, marked in told if names]
        rows += found
        halves += [texts.setdefault(example.text, len(texts)) % 2] * len(found)
        sentences += len(example.sentences)
    count = sum(marked for _, marked in rows)
    if count < _FEWEST:
        raise UsageError(
            f"{counted(count, 'marked words')} for {label!r}: too few to learn from",
            f"Mark at least {_FEWEST} words with this label first.",
        )
    table = fitting.table(rows)
    prior = _PRIOR.get(label, {})
    threshold = _threshold(fitting.crossed(table, halves, prior).tolist(), table.truth.tolist())
    return Model(
        label, fitting.named(table, fitting.fit(table, prior), prior), threshold, sentences
    )


def _withheld(docs: Iterable[Doc]) -> frozenset[str]:
    """Three in four of the lexicon entries that fire once.

    In other texts many words of their rank are in no lexicon; without them here, the model learns
    what to make of a word that is not listed.
    """
    counts = Counter(entry for doc in docs for entry in features.entries(doc))
    once = sorted(entry for entry, count in counts.items() if count == 1)
    return frozenset(once) - frozenset(once[::_KEPT])


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


def _threshold(scores: Sequence[float], truth: Sequence[float]) -> float:
    """The probability from which on F1 is best: half of that F1 (Lipton et al. 2014, theorem 1).

    `scores` are log-odds by models of other texts; 0.5 without any.
    """
    best, right, gold = 0.0, 0.0, sum(truth)
    order = sorted(zip(scores, truth, strict=False), key=lambda pair: -pair[0])
    for taken, (_, is_right) in enumerate(order, 1):
        right += is_right
        best = max(best, 2 * right / (taken + gold))
    return round(max(0.05, best / 2), 4) if order else 0.5


def _logistic(score: float) -> float:
    return 1 / (1 + math.exp(-score)) if score > -30 else 0.0
