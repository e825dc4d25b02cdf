"""What a trained model makes of other detectors' suggestions for its label, and what it adds."""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from annotator.detect.hit import Hit
from annotator.detect.learn import Model
from annotator.detect.nlp import Doc
from annotator.model import Layer, Suggestion


def concerns(suggestion: Suggestion, model: Model) -> bool:
    """Whether the suggestion is of the label that the model was trained for."""
    return (suggestion.layer, suggestion.label) == (Layer.SPAN, model.label)


def judged(
    doc: Doc,
    scores: Sequence[float],
    suggestions: Iterable[Suggestion],
    model: Model,
    least: float = 0.0,
) -> Iterator[Suggestion]:
    """The suggestions; those of the model's label with its strength and its version beside theirs.

    `scores` are the log-odds of the words of `doc`; what falls below the strength `least` is
    dropped.
    """
    for held in suggestions:
        if not concerns(held, model):
            yield held
            continue
        first, stop = doc.index(held.start), doc.index(held.end - 1) + 1
        trust = model.trust if held.detector != model.name else 0.0
        score = max(scores[first:stop], default=-math.inf) + trust
        strength = round(model.chance(score), 3)
        if strength >= least:
            yield replace(held, strength=strength, version=f"{held.version}+{model.version}")


def fresh(
    doc: Doc, scores: Sequence[float], suggestions: Iterable[Suggestion], model: Model
) -> Iterator[Hit]:
    """The model's hits where no suggestion of its label stands."""
    taken: set[int] = set()
    for held in suggestions:
        if concerns(held, model):
            taken.update(range(doc.index(held.start), doc.index(held.end - 1) + 1))
    return model.hits(doc, scores, taken)
