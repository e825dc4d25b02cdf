"""Learning from decisions: what people marked in examples becomes a model.

It starts from what the detectors propose and is fitted (see `fitting`) to all words of the examples
(see `features`); how far it may go from where it started, `caution` says.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from annotator.detect import caution, features, fitting, nlp, registry
from annotator.detect.hit import Detector
from annotator.detect.learn import PROPOSED, Model
from annotator.detect.nlp import Doc
from annotator.errors import UsageError
from annotator.model import Span
from annotator.text.plurals import counted

_FEWEST = 10
"""Marked words that a label needs: of fewer, each half has too few to judge the other by."""

_KEPT = 4
"""One in so many of the entries that fire once stays known: so few that most words are as new."""

_MANY = 10
"""Texts from which on the halves are whole texts; of fewer, one long text would be a half."""

_PRIOR = {"bias": -4.5, PROPOSED: 4.7}
"""Log-odds: a word has a chance of .01, as most are not marked; a proposed one .55, just even."""

_SURE = (6, 7, 8, 9)
"""Tenths of an entry's strength that each add to its odds, from where entries are proposed on."""

_SURER = 0.4
"""Log-odds that each adds, so that strengths of .6 to .9 are chances of .65 to .86."""


@dataclass(frozen=True, slots=True)
class Example:
    """A text that somebody annotated in full: its sentences, and the spans that were marked."""

    text: str
    sentences: Sequence[Span]
    marked: Sequence[tuple[int, int]]


@dataclass(slots=True)
class _Words:
    """The words of examples: features without withheld entries and with them, whether marked.

    Also the number of each word's sentence, and which half its text is in.
    """

    without: list[list[str]] = field(default_factory=list)
    whole: list[list[str]] = field(default_factory=list)
    marked: list[bool] = field(default_factory=list)
    sentences: list[int] = field(default_factory=list)
    halves: list[int] = field(default_factory=list)


def train(examples: Iterable[Example], label: str) -> Model:
    """A model for `label` fitted to `examples`; UsageError when too little is marked."""
    given = list(examples)
    words = _words(given, label)
    if (count := sum(words.marked)) < _FEWEST:
        raise UsageError(
            f"{counted(count, 'marked words')} for {label!r}: too few to learn from",
            f"Mark at least {_FEWEST} words with this label first.",
        )
    weights, threshold = _fitted(words, _prior(label))
    return Model(label, weights, threshold, sum(len(example.sentences) for example in given))


def _prior(label: str) -> dict[str, float]:
    """What is thought before anything was marked: the detectors are right, more so if sure.

    What they propose has even odds or better, and nothing else has.
    """
    return _PRIOR | {f"{label}>={tenths}": _SURER for tenths in _SURE}


def _words(examples: Sequence[Example], label: str) -> _Words:
    docs = [nlp.read(example.text, example.sentences) for example in examples]
    withheld, detectors = _withheld(docs), _proposing(label)
    numbers = {text: n for n, text in enumerate(dict.fromkeys(e.text for e in examples))}
    words = _Words()
    for doc, example in zip(docs, examples, strict=True):
        truth = _marked(doc, example.marked)
        seen = [_features(doc, detectors, unknown) for unknown in (withheld, frozenset[str]())]
        first = words.sentences[-1] + 1 if words.sentences else 0
        for index, sentence in enumerate(doc.sentence_of):
            if features.wordlike(doc.words[index]):
                words.without.append(seen[0][index])
                words.whole.append(seen[1][index])
                words.marked.append(index in truth)
                words.sentences.append(first + sentence)
                apart = 0 if len(numbers) >= _MANY else sentence
                words.halves.append((numbers[doc.text] + apart) % 2)
    return words


def _fitted(words: _Words, prior: dict[str, float]) -> tuple[dict[str, float], float]:
    """The weights by feature, and the chance from which on to propose."""
    import numpy as np

    table = fitting.table([*words.without, *words.whole], words.marked * 2)
    taught = np.arange(len(table.truth)) < len(words.marked)
    before = table.known(prior)
    crossed = fitting.crossed(table, np.array(words.halves * 2), taught, before)
    rules, learner = table.scores(before).reshape(2, -1), crossed.reshape(2, -1)
    say, threshold = caution.choose(
        [caution.View(*view) for view in zip(rules, learner, strict=True)],
        table.truth[taught],
        np.array(words.sentences),
    )
    weights = before + say * (fitting.fit(table.part(taught), before) - before)
    return fitting.named(table, weights, prior), threshold


def _proposing(label: str) -> list[Detector]:
    """The shipped detectors that propose the label without a model."""
    told = (info for info in registry.describe() if label in info.labels and info.needs == "words")
    return [registry.load(info.name) for info in told]


def _withheld(docs: Iterable[Doc]) -> frozenset[str]:
    """Three in four of the lexicon entries that fire once.

    In other texts many words of their rank are in no lexicon; without them here, the model learns
    what to make of a word that is not listed.
    """
    counts = Counter(entry for doc in docs for entry in features.entries(doc))
    once = sorted(entry for entry, count in counts.items() if count == 1)
    return frozenset(once) - frozenset(once[::_KEPT])


def _features(doc: Doc, detectors: Iterable[Detector], unknown: frozenset[str]) -> list[list[str]]:
    """The features of each word, among them whether a detector proposes it."""
    found = features.of(doc, unknown)
    hits = (hit for detector in detectors for hit in detector.detect(doc))
    for index in _marked(doc, [(h.start, h.end) for h in hits if h.entry not in unknown]):
        found[index].append(PROPOSED)
    return found


def _marked(doc: Doc, spans: Iterable[tuple[int, int]]) -> set[int]:
    """The words of which a character is in a span."""
    found: set[int] = set()
    for start, end in spans:
        index = doc.index(start)
        while index < len(doc.words) and doc.starts[index] < end:
            found.add(index)
            index += 1
    return found
