"""How far annotators agree, layer by layer and label by label, for `annotator agreement`.

docs/agreement.md says what counts as a unit on each layer and where each formula is from.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from annotator import readings
from annotator.measure import alpha, unitizing
from annotator.measure.alpha import Sheet
from annotator.measure.comparison import Judged, compare
from annotator.measure.figures import Agreement, Measured
from annotator.measure.spans import Mark
from annotator.measure.unitizing import Continuum
from annotator.model import Annotator, Arm, Layer
from annotator.readings import Reading, Readings, Scope, Unit
from annotator.scheme import Attribute, AttributeType, Label
from annotator.store.corpus import Corpus

WHOLE = frozenset({Layer.ARTICLE, Layer.STORY})
"""Layers whose labels are questions about the whole, and not marks on a place."""


def of_corpus(
    corpus: Corpus,
    people: Mapping[str, Annotator],
    layers: Sequence[Layer] = tuple(Layer),
    labels: Sequence[str] = (),
) -> Agreement:
    """The agreement of these annotators (by id) on some layers, and on some of the labels or all.

    Both arms together and, where both were read, each alone.
    """
    found = readings.gather(corpus, people)
    measurer = _Measurer(found, labels)
    wanted = [layer for layer in layers if found.scheme.layer(layer)]
    scopes = {layer: [s for s in found.scopes if s.layer is layer] for layer in wanted}
    arms = {r.arm for s in found.scopes if len(s.readings) > 1 for r in s.readings.values()}
    measured = {layer: measurer.layer(layer, held) for layer, held in scopes.items()}
    judges = {judge for part in measured.values() if part.marked for judge in part.annotators}
    return Agreement(
        annotators=tuple(people.values()),
        drawn="articles" if measurer.by_article else "stories",
        layers=measured,
        arms={
            arm: {
                layer: measurer.layer(layer, [_on_arm(scope, arm) for scope in held])
                for layer, held in scopes.items()
            }
            for arm in Arm
            if arms >= set(Arm)
        },
        unfinished=tuple(
            judge
            for person, judge in people.items()
            if judge in judges and person not in found.finishers
        ),
    )


class _Measurer:
    """Figures of what was read; the bootstrap draws articles where all is one story."""

    def __init__(self, found: Readings, labels: Sequence[str]) -> None:
        self.scheme = found.scheme
        self.people = found.people
        self.labels = labels
        self.by_article = len({scope.story or scope.article for scope in found.scopes}) < 2

    def layer(self, layer: Layer, scopes: Sequence[Scope]) -> Measured:
        """The layer as a whole and each of its labels."""
        labels = [k for k in self.scheme.layer(layer) if not self.labels or k.id in self.labels]
        judged = {label.id: self.label(scopes, label) for label in labels}
        whole = Judged([self.sheet(scope) for scope in scopes], marks=layer not in WHOLE)
        if layer is Layer.SPAN:
            whole = self.with_spans(whole, scopes, None)
        parts = {
            label.id: replace(
                compare(judged[label.id], self.people),
                attributes={
                    attribute.id: compare(self.attribute(scopes, label.id, attribute), self.people)
                    for attribute in _compared(label)
                },
            )
            for label in labels
        }
        return replace(compare(whole, self.people), labels=parts)

    def cluster(self, scope: Scope) -> str:
        return str((self.by_article and scope.article) or scope.story or scope.article)

    def sheet(self, scope: Scope) -> Sheet:
        """Units with everything that was said of them; a form left blank is missing."""
        asked = scope.layer in WHOLE and any(k.required for k in self.scheme.layer(scope.layer))
        marks = {
            person: {unit: frozenset(said.items()) for unit, said in reading.labels.items()}
            for person, reading in scope.readings.items()
            if reading.labels or not asked
        }
        return Sheet(self.cluster(scope), scope.size, marks)

    def label(self, scopes: Sequence[Scope], label: Label) -> Judged:
        """One label: given or not on places, its answer on whole articles and stories.

        An answer that the scheme requires, and a number, is missing where it was not given.
        """
        whole = label.layer in WHOLE
        ordinal = whole and _is_scale(label)
        missing = whole and (label.required or ordinal)
        sheets = []
        for scope in scopes:
            marks = {person: _answers(r, label.id) for person, r in scope.readings.items()}
            if ordinal:
                marks = {person: _numbers(own) for person, own in marks.items()}
            if missing:
                marks = {person: own for person, own in marks.items() if own}
            sheets.append(Sheet(self.cluster(scope), scope.size, marks))
        judged = Judged(sheets, alpha.ordinal if ordinal else alpha.nominal, marks=not whole)
        return self.with_spans(judged, scopes, label.id) if label.layer is Layer.SPAN else judged

    def attribute(self, scopes: Sequence[Scope], label: str, attribute: Attribute) -> Judged:
        """An attribute of a label, in the units to which several annotators gave that label."""
        ordinal = attribute.type is AttributeType.SCALE
        sheets = []
        for scope in scopes:
            units: dict[Unit, dict[str, dict[int, Any]]] = {}
            for person, reading in scope.readings.items():
                for (unit, name), given in reading.attributes.items():
                    value = readings.plain(given.get(attribute.id))
                    if name == label and (type(value) is int if ordinal else value is not None):
                        units.setdefault(unit, {})[person] = {0: value}
            sheets += [Sheet(self.cluster(scope), 1, said) for said in units.values()]
        return Judged(sheets, alpha.ordinal if ordinal else alpha.nominal, marks=False)

    def with_spans(self, judged: Judged, scopes: Sequence[Scope], label: str | None) -> Judged:
        """What is judged with the spans of a label, or of all labels, behind its words."""
        spans = [(self.cluster(scope), _marks(scope, label)) for scope in scopes]
        labels = {mark.label for _, marks in spans for own in marks.values() for mark in own}
        continua = [
            [_continuum(scope, name, self.cluster(scope)) for scope in scopes]
            for name in sorted(labels)
        ]
        return replace(judged, spans=spans, continua=continua)


def _on_arm(scope: Scope, arm: Arm) -> Scope:
    kept = {person: held for person, held in scope.readings.items() if held.arm is arm}
    return replace(scope, readings=kept)


def _is_scale(label: Label) -> bool:
    asked = readings.questions(label)
    return [a.type for a in label.attributes if a.id in asked] == [AttributeType.SCALE]


def _compared(label: Label) -> list[Attribute]:
    """The attributes that are no text, and not the answer to a label of a whole."""
    asked = readings.questions(label) if label.layer in WHOLE else []
    return [a for a in label.attributes if a.type is not AttributeType.TEXT and a.id not in asked]


def _answers(reading: Reading, label: str) -> dict[Unit, Any]:
    found = {unit: said[label] for unit, said in reading.labels.items() if label in said}
    return {unit: True if answer is None else answer for unit, answer in found.items()}


def _numbers(answers: Mapping[Unit, Any]) -> dict[Unit, Any]:
    return {unit: answer for unit, answer in answers.items() if type(answer) is int}


def _marks(scope: Scope, label: str | None = None) -> dict[str, list[Mark]]:
    return {
        person: [p.mark for p in reading.pieces if label in (None, p.mark.label)]
        for person, reading in scope.readings.items()
    }


def _continuum(scope: Scope, label: str, cluster: str) -> Continuum:
    pieces = {
        person: unitizing.merged(
            piece.words
            for piece in reading.pieces
            if piece.mark.label == label and piece.words.end > piece.words.start
        )
        for person, reading in scope.readings.items()
    }
    return Continuum(cluster, scope.size, pieces)
