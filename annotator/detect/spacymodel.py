"""Any spaCy model as a detector: its entities and spans, or its text categories by sentence.

The model is read from the folder that the user named; a label of the model is a label of the
scheme when it has the same id.
"""

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from annotator.detect import nlp
from annotator.detect.hit import Hit
from annotator.detect.tokens import opaque
from annotator.model import Layer

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc as SpacyDoc

PREFIX = "spacy:"
_SURE = 0.5
_UNSCORED = 0.5
_BATCH = 16
_LONGEST = 20_000
_CATEGORY = "textcat"


class SpacyModel:
    """The detector of the model in the folder `model`; "en_core_web_sm" is known by name.

    A model whose components are text categorisers labels sentences, any other labels spans.
    Strength is the model's score; 0.5 where it gives none, as for entities.
    """

    def __init__(self, model: str) -> None:
        self._model = model

    @cached_property
    def _pipeline(self) -> "Language":
        return nlp.load(self._model, ())

    @property
    def name(self) -> str:
        """The name in the model's own description, not the path."""
        return f"{PREFIX}{self._pipeline.meta['lang']}_{self._pipeline.meta['name']}"

    @property
    def version(self) -> str:
        """The version in the model's own description."""
        return str(self._pipeline.meta["version"])

    @property
    def layer(self) -> Layer:
        """Sentences when all that labels in the model is a text categoriser."""
        labelling = [name for name, labels in self._pipeline.pipe_labels.items() if labels]
        categorises = all(name.startswith("textcat") for name in labelling)
        return Layer.SENTENCE if labelling and categorises else Layer.SPAN

    @property
    def labels(self) -> tuple[str, ...]:
        """All labels of all components."""
        return tuple(sorted({one for own in self._pipeline.pipe_labels.values() for one in own}))

    def detect(self, doc: nlp.Doc) -> Iterator[Hit]:
        """The hits by sentence; of one without end its first 20,000 characters are read."""
        texts = [
            opaque(doc.text[span.start : min(span.end, span.start + _LONGEST)])
            for span in doc.spans
        ]
        read = self._categories if self.layer is Layer.SENTENCE else self._spans
        parsed = self._pipeline.pipe(texts, batch_size=_BATCH)
        for span, found in zip(doc.spans, parsed, strict=True):
            for start, end, label, kind, strength in read(found):
                yield Hit(
                    span.start + start,
                    span.end if kind == _CATEGORY else span.start + end,
                    label,
                    kind,
                    f"{kind}.{label}",
                    f"The model {self._pipeline.meta['name']} labels this {label}.",
                    strength,
                )

    @staticmethod
    def _categories(found: "SpacyDoc") -> Iterator[tuple[int, int, str, str, float]]:
        for label, score in found.cats.items():
            if score >= _SURE and found.text:
                yield 0, len(found.text), label, _CATEGORY, min(1.0, float(score))

    @staticmethod
    def _spans(found: "SpacyDoc") -> Iterator[tuple[int, int, str, str, float]]:
        for entity in found.ents:
            if entity.text.strip():
                yield entity.start_char, entity.end_char, entity.label_, "entity", _UNSCORED
        for key, group in found.spans.items():
            scores = group.attrs.get("scores")
            for number, span in enumerate(group):
                score = _UNSCORED if scores is None else min(1.0, float(scores[number]))
                if span.text.strip():
                    yield span.start_char, span.end_char, span.label_, f"spans {key}", score
