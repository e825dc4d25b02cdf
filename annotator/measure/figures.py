"""The figures of agreement as one table: by layer, label, coefficient, pair and arm."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from annotator.measure.bootstrap import Figure
from annotator.model import Annotator, Arm, Layer

UNITS = {
    Layer.SPAN: "words",
    Layer.SENTENCE: "sentences",
    Layer.ARTICLE: "articles",
    Layer.LINK: "pairs of sentences",
    Layer.STORY: "stories",
}
"""What is judged on each layer."""
COEFFICIENTS = ("alpha", "u_alpha", "agreement", "kappa", "f1", "f1_exact", "f1_overlap")
"""Every coefficient, in the order of print."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two annotators, the units that both judged, and their figures."""

    annotators: tuple[Annotator, Annotator]
    units: int
    coefficients: Mapping[str, Figure]


@dataclass(frozen=True, slots=True)
class Measured:
    """Agreement on a layer, on one of its labels, or on an attribute of a label.

    `units` are those that two annotators or more judged, in `clusters` stories or articles;
    `annotators` are who judged them; `marked` is how many labels they gave there.
    """

    units: int
    clusters: int
    annotators: tuple[Annotator, ...]
    marked: int
    coefficients: Mapping[str, Figure]
    pairs: tuple[Pair, ...] = ()
    labels: Mapping[str, "Measured"] = field(default_factory=dict)
    attributes: Mapping[str, "Measured"] = field(default_factory=dict)

    def parts(self) -> Iterator[tuple[str, str, "Measured"]]:
        """The labels of a layer and, after each, its attributes; by label and attribute."""
        for label, part in self.labels.items():
            yield label, "", part
            for attribute, held in part.attributes.items():
                yield label, attribute, held


@dataclass(frozen=True, slots=True)
class Agreement:
    """The agreement of a corpus; `arms` has the same by arm where both were read.

    `drawn` is what the bootstrap drew: "stories" or "articles". `unfinished` are those who were
    compared with others though they marked no article done.
    """

    annotators: tuple[Annotator, ...]
    drawn: str
    layers: Mapping[Layer, Measured]
    arms: Mapping[Arm, Mapping[Layer, Measured]] = field(default_factory=dict)
    unfinished: tuple[Annotator, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One figure on its own.

    `label` is empty for a whole layer, `attribute` for a whole label, `arm` for both arms together;
    `annotators` are the two of a pair, or none for a figure of all.
    """

    layer: Layer
    label: str
    attribute: str
    arm: str
    coefficient: str
    annotators: tuple[Annotator, ...]
    units: int
    figure: Figure


def rows(agreement: Agreement) -> Iterator[Row]:
    """Every figure, as one flat table."""
    for arm, layers in (("", agreement.layers), *agreement.arms.items()):
        for layer, whole in layers.items():
            for label, attribute, part in (("", "", whole), *whole.parts()):
                of = layer, label, attribute, str(arm)
                for name, figure in part.coefficients.items():
                    yield Row(*of, name, (), part.units, figure)
                for pair in part.pairs:
                    for name, figure in pair.coefficients.items():
                        yield Row(*of, name, pair.annotators, pair.units, figure)
