"""The detectors by name, as data; a module is imported when its detector is asked for."""

import importlib
from dataclasses import dataclass
from functools import cache
from importlib.metadata import entry_points
from typing import cast

from annotator.detect import weights
from annotator.detect.hit import Detector
from annotator.detect.spacymodel import PREFIX, SpacyModel
from annotator.errors import UsageError

GROUP = "annotator.detectors"


@dataclass(frozen=True, slots=True)
class DetectorInfo:
    """A line of `annotator list detectors`; `needs` is "words", "model" or "story".

    `gains` is what it finds besides where there is a model.
    """

    name: str
    module: str
    labels: tuple[str, ...]
    layer: str
    needs: str
    summary: str
    gains: str = ""

    @property
    def runs_on(self) -> str:
        """What it needs, and what a model adds."""
        return f"{self.needs}, model: {self.gains}" if self.gains else self.needs


_SHIPPED = (
    DetectorInfo(
        "loaded",
        "annotator.detect.loaded",
        ("loaded",),
        "span",
        "words",
        "words that judge; in quotations only the strongest; scare quotes",
    ),
    DetectorInfo(
        "hedge",
        "annotator.detect.hedge",
        ("hedge",),
        "span",
        "words",
        "cues that a claim is less than certain, by kind",
        gains="scope",
    ),
    DetectorInfo(
        "attribution",
        "annotator.detect.attribution",
        ("attribution",),
        "span",
        "words",
        "cues that hand a statement to a source: neutral, doubting or endorsing",
        gains="subject",
    ),
    DetectorInfo(
        "intensifier",
        "annotator.detect.intensifier",
        ("intensifier",),
        "span",
        "words",
        "words that raise force or certainty",
    ),
    DetectorInfo(
        "presupposition",
        "annotator.detect.presupposition",
        ("presupposition",),
        "span",
        "words",
        "triggers that take a statement for granted",
    ),
    DetectorInfo(
        "passive",
        "annotator.detect.passive",
        ("presupposition",),
        "span",
        "model",
        "passives that leave out who acted; only when named",
    ),
    DetectorInfo(
        "sentiment",
        "annotator.detect.sentiment",
        ("tone",),
        "sentence",
        "words",
        "sentences of strong tone, by VADER",
    ),
    DetectorInfo(
        "asymmetry",
        "annotator.detect.asymmetry",
        ("loaded",),
        "span",
        "story",
        "a charged word for an actor whom another article of the story calls otherwise",
    ),
)


@cache
def describe() -> tuple[DetectorInfo, ...]:
    """All detectors, shipped ones first, then those of other packages by name."""
    shipped = {info.name for info in _SHIPPED}
    others = sorted(
        (
            DetectorInfo(point.name, point.value, (), "span", "words", f"from {point.value}")
            for point in entry_points(group=GROUP)
            if point.name not in shipped
        ),
        key=lambda info: info.name,
    )
    return (*_SHIPPED, *others)


def names() -> tuple[str, ...]:
    """The names of all detectors."""
    return tuple(info.name for info in describe())


def info(name: str) -> DetectorInfo:
    """The entry called `name`; UsageError lists the known names.

    "spacy:PATH" is the spaCy model in a folder; MissingExtra when there is none.
    """
    if name.startswith(PREFIX):
        weights.find(name.removeprefix(PREFIX))
        return DetectorInfo(name, "", (), "span", "words", "a spaCy model")
    for entry in describe():
        if entry.name == name:
            return entry
    raise UsageError(
        f"no detector is called {name!r}", f"Known detectors: {', '.join(names())}, spacy:PATH."
    )


def is_shipped(info: DetectorInfo) -> bool:
    """Whether the detector is one of our own, neither another package's nor a user's model."""
    return info in _SHIPPED


@cache
def load(name: str) -> Detector:
    """Import and build the detector called `name`.

    A shipped module has a `build()`; an entry point names a callable that returns a detector.
    Raises TypeError for one whose name or version, which are stored, is no word.
    """
    entry = info(name)
    if name.startswith(PREFIX):
        return SpacyModel(name.removeprefix(PREFIX))
    if is_shipped(entry):
        return cast(Detector, importlib.import_module(entry.module).build())
    point = next(p for p in entry_points(group=GROUP) if p.name == name)
    built = cast(Detector, point.load()())
    for word in (built.name, built.version):
        if not isinstance(word, str) or not word:
            raise TypeError(f"{point.value} gave a name or version that is no word: {word!r}")
    return built
