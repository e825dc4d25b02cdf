"""Spans against gold spans: precision, recall, F1, density, calibration, 95 % intervals.

Three yardsticks. token: a word counts as marked when a span covers one of its characters. overlap:
a predicted span is right when it touches a gold span, a gold span is found when a predicted one
touches it. exact: same start and end.
"""

import random
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from annotator.text.words import words

MEASURES = ("token", "overlap", "exact")
_DECILES = 10


class Mark(NamedTuple):
    """A labelled span of code points; gold has strength 1."""

    start: int
    end: int
    label: str
    kind: str = ""
    strength: float = 1.0


@dataclass(frozen=True, slots=True)
class Item:
    """A text with its gold and its predicted marks."""

    text: str
    gold: Sequence[Mark]
    predicted: Sequence[Mark]
    source: str = ""


@dataclass(frozen=True, slots=True)
class Score:
    """Precision, recall and F1 in [0, 1]; `low` and `high` bound F1 at 95 %, None if not asked."""

    precision: float
    recall: float
    f1: float
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Bin:
    """Predicted spans of strength in `[low, high)`: how many, and the share that is right."""

    low: float
    high: float
    spans: int
    right: float


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The figures of one run; `labels` and `kinds` score each predicted class by itself.

    `sources` has the token scores of the items of each source that is named, `recall_by_gold` the
    share of the gold spans of each gold label that is touched.
    """

    items: int
    words: int
    scores: Mapping[str, Score]
    labels: Mapping[str, Score]
    kinds: Mapping[str, Score]
    sources: Mapping[str, Score]
    recall_by_gold: Mapping[str, float]
    predicted_per_100_words: float
    gold_per_100_words: float
    calibration: tuple[Bin, ...]


@dataclass(slots=True)
class _Counts:
    """Right and all predicted units, found and all gold units, of one item and measure."""

    right: int = 0
    predicted: int = 0
    found: int = 0
    gold: int = 0

    def add(self, other: "_Counts") -> None:
        self.right += other.right
        self.predicted += other.predicted
        self.found += other.found
        self.gold += other.gold


@dataclass(slots=True)
class _Row:
    words: int
    counts: dict[str, _Counts] = field(default_factory=dict)


def evaluate(items: Sequence[Item], *, rounds: int = 0, seed: int = 1) -> Evaluation:
    """All figures for `items`; `rounds` of a bootstrap over items give the intervals.

    Bootstrap percentile interval: Efron & Tibshirani 1993, chapter 13.
    """
    rows = [_row(item) for item in items]
    total = sum(row.words for row in rows)
    scores = {measure: _score(_sum(rows, measure)) for measure in MEASURES}
    if rounds:
        scores = _with_intervals(scores, rows, rounds, seed)
    tokens = _sum(rows, "token")
    return Evaluation(
        items=len(items),
        words=total,
        scores=scores,
        labels=_by_class(items, "label", rounds, seed),
        kinds=_by_class(items, "kind", rounds, seed),
        sources=_by_source(items, rows, rounds, seed),
        recall_by_gold=_recall_by_gold(items),
        predicted_per_100_words=100 * tokens.predicted / total if total else 0.0,
        gold_per_100_words=100 * tokens.gold / total if total else 0.0,
        calibration=calibration(items),
    )


def _by_source(
    items: Sequence[Item], rows: Sequence[_Row], rounds: int, seed: int
) -> dict[str, Score]:
    found: dict[str, list[_Row]] = {}
    for item, row in zip(items, rows, strict=True):
        if item.source:
            found.setdefault(item.source, []).append(row)
    scores = {}
    for source in sorted(found):
        plain = {"token": _score(_sum(found[source], "token"))}
        bounded = _with_intervals(plain, found[source], rounds, seed) if rounds else plain
        scores[source] = bounded["token"]
    return scores


def calibration(items: Iterable[Item]) -> tuple[Bin, ...]:
    """For each tenth of the strength scale in use, how many predicted spans touch gold."""
    totals, right = [0] * _DECILES, [0] * _DECILES
    for item in items:
        for mark, hit in zip(item.predicted, touching(item.predicted, item.gold), strict=True):
            decile = min(int(mark.strength * _DECILES), _DECILES - 1)
            totals[decile] += 1
            right[decile] += hit
    return tuple(
        Bin(n / _DECILES, (n + 1) / _DECILES, totals[n], right[n] / totals[n])
        for n in range(_DECILES)
        if totals[n]
    )


def _row(item: Item) -> _Row:
    spans = words(item.text)
    gold, predicted = _covered(spans, item.gold), _covered(spans, item.predicted)
    both = len(gold & predicted)
    gold_places = {mark[:2] for mark in item.gold}
    places = {mark[:2] for mark in item.predicted}
    same = len(gold_places & places)
    return _Row(
        len(spans),
        {
            "token": _Counts(both, len(predicted), both, len(gold)),
            "overlap": _Counts(
                sum(touching(sorted(places), sorted(gold_places))),
                len(places),
                sum(touching(sorted(gold_places), sorted(places))),
                len(gold_places),
            ),
            "exact": _Counts(same, len(places), same, len(gold_places)),
        },
    )


def _covered(spans: Sequence[tuple[int, int]], marks: Iterable[Mark]) -> set[int]:
    """The words that `marks` cover at least in part."""
    ends = [end for _, end in spans]
    found: set[int] = set()
    for mark in marks:
        index = bisect_right(ends, mark.start)
        while index < len(spans) and spans[index][0] < mark.end:
            found.add(index)
            index += 1
    return found


def touching(
    marks: Sequence[tuple[int, int] | Mark], others: Sequence[tuple[int, int] | Mark]
) -> list[bool]:
    """For each of `marks`, whether any of `others` shares a character with it."""
    if not marks or not others:
        return [False] * len(marks)
    ordered = sorted((other[0], other[1]) for other in others)
    starts = [start for start, _ in ordered]
    reach: list[int] = []
    for _, end in ordered:
        reach.append(max(end, reach[-1]) if reach else end)
    found = []
    for mark in marks:
        before = bisect_right(starts, mark[1] - 1) - 1
        found.append(before >= 0 and reach[before] > mark[0])
    return found


def _sum(rows: Iterable[_Row], measure: str) -> _Counts:
    total = _Counts()
    for row in rows:
        total.add(row.counts[measure])
    return total


def _score(counts: _Counts) -> Score:
    precision = counts.right / counts.predicted if counts.predicted else 0.0
    recall = counts.found / counts.gold if counts.gold else 0.0
    both = precision + recall
    return Score(precision, recall, 2 * precision * recall / both if both else 0.0)


def _with_intervals(
    scores: Mapping[str, Score], rows: Sequence[_Row], rounds: int, seed: int
) -> dict[str, Score]:
    draw = random.Random(seed)
    samples: dict[str, list[float]] = {measure: [] for measure in scores}
    for _ in range(rounds):
        sample = draw.choices(rows, k=len(rows))
        for measure in scores:
            samples[measure].append(_score(_sum(sample, measure)).f1)
    low, high = int(0.025 * rounds), min(rounds - 1, int(0.975 * rounds))
    bounded = {}
    for measure, score in scores.items():
        drawn = sorted(samples[measure])
        bounded[measure] = Score(score.precision, score.recall, score.f1, drawn[low], drawn[high])
    return bounded


def _by_class(items: Sequence[Item], attribute: str, rounds: int, seed: int) -> dict[str, Score]:
    """Token scores of each predicted class against the gold of the same class.

    Where gold does not know the class, against all gold: then only precision means something, and
    F1 has no interval.
    """
    known = {getattr(mark, attribute) for item in items for mark in item.gold}
    classes = {getattr(mark, attribute) for item in items for mark in item.predicted}
    scores = {}
    for name in sorted(classes - {""}):
        rows = []
        for item in items:
            gold = [m for m in item.gold if name not in known or getattr(m, attribute) == name]
            mine = [m for m in item.predicted if getattr(m, attribute) == name]
            rows.append(_row(Item(item.text, gold, mine)))
        plain = {"token": _score(_sum(rows, "token"))}
        asked = rounds and name in known
        scores[name] = (_with_intervals(plain, rows, rounds, seed) if asked else plain)["token"]
    return scores


def _recall_by_gold(items: Sequence[Item]) -> dict[str, float]:
    found: dict[str, list[bool]] = {}
    for item in items:
        for mark, hit in zip(item.gold, touching(item.gold, item.predicted), strict=True):
            found.setdefault(mark.label, []).append(hit)
    return {label: sum(hits) / len(hits) for label, hits in sorted(found.items())}
