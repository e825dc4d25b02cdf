"""Everything that is measured of one layer or label: what was judged in, the figures out."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from annotator.measure import alpha, bootstrap, pairs, unitizing
from annotator.measure.alpha import Sheet, Undefined, Value
from annotator.measure.bootstrap import Figure, Statistic
from annotator.measure.figures import COEFFICIENTS, Measured, Pair
from annotator.measure.pairs import Matches, Two
from annotator.measure.spans import Mark
from annotator.measure.unitizing import Continuum
from annotator.model import Annotator


@dataclass(frozen=True, slots=True)
class Judged:
    """What is compared.

    Where labels are `marks` on places, F1 makes sense. `spans` are the marks behind the words of
    the span layer, by cluster and annotator, and `continua` their pieces, label by label.
    """

    sheets: Sequence[Sheet]
    difference: alpha.Difference = alpha.nominal
    marks: bool = True
    spans: Sequence[tuple[str, Mapping[str, Sequence[Mark]]]] | None = None
    continua: Sequence[Sequence[Continuum]] = ()


def compare(judged: Judged, people: Mapping[str, Annotator]) -> Measured:
    """The figures of all annotators together and of each pair; `people`, by id, in their order."""
    shared = [sheet for sheet in judged.sheets if len(sheet.marks) > 1]
    read = {person for sheet in shared for person in sheet.marks}
    readers = [person for person in people if person in read]
    matched = [(cluster, pairs.matches(marks)) for cluster, marks in judged.spans or ()]
    marked = _given(judged, shared)
    statistics = dict(_statistics(judged, shared, matched))
    if len(readers) == 2:
        rows = [(sheet.cluster, pairs.confusion([sheet], Two(*readers))) for sheet in shared]
        statistics["kappa"] = Statistic(rows, pairs.kappa)
    met = []
    for two in map(Two._make, combinations(readers, 2) if marked else ()):
        confused = pairs.confusion(shared, two)
        spans = _total(found[two] for _, found in matched if two in found)
        if confused:
            names = people[two.a], people[two.b]
            met.append(Pair(names, confused.total(), _pair(judged, confused, spans)))
    figures = bootstrap.figures(statistics)
    figures.setdefault("kappa", _mean([pair.coefficients["kappa"] for pair in met]))
    return Measured(
        units=sum(sheet.size for sheet in shared),
        clusters=len({sheet.cluster for sheet in shared}),
        annotators=tuple(people[reader] for reader in readers),
        marked=marked,
        coefficients=_ordered(figures),
        pairs=tuple(met),
    )


def _given(judged: Judged, shared: Sequence[Sheet]) -> int:
    """How many labels were given: spans, and on other layers what was said of units."""
    if judged.spans is not None:
        compared = [marks for _, marks in judged.spans if len(marks) > 1]
        return sum(len(own) for marks in compared for own in marks.values())
    values = [value for s in shared for own in s.marks.values() for value in own.values()]
    return sum(len(value) if isinstance(value, frozenset) else 1 for value in values)


def _statistics(
    judged: Judged,
    shared: Sequence[Sheet],
    matched: Sequence[tuple[str, Mapping[Two, Matches]]],
) -> Iterator[tuple[str, Statistic]]:
    met = [(sheet.cluster, alpha.coincidences(sheet)) for sheet in shared]
    yield "alpha", Statistic(met, lambda found: alpha.alpha(found, judged.difference))
    yield "agreement", Statistic(met, alpha.agreement)
    if judged.marks:
        yield "f1", Statistic(met, alpha.specific)
    if judged.spans is not None:
        rows = [(cluster, _total(pairwise.values())) for cluster, pairwise in matched]
        yield "f1_exact", Statistic(rows, lambda found: pairs.share(found, "exact"))
        yield "f1_overlap", Statistic(rows, lambda found: pairs.share(found, "overlap"))
        yield "u_alpha", _unitizing(judged.continua)


def _unitizing(continua: Sequence[Sequence[Continuum]]) -> Statistic:
    """Draws change what is observed, and leave what is to be expected as the corpus has it.

    As in K. Krippendorff, Bootstrapping distributions for Krippendorff's alpha (2006).
    """
    expectation = sum(unitizing.expected(of_label) for of_label in continua)
    articles = list(zip(*continua, strict=True))
    length = sum(found[0].length for found in articles if unitizing.compared(found[0]))
    rows = [
        (
            found[0].cluster,
            {"apart": sum(map(unitizing.distance, found)), "words": unitizing.compared(found[0])},
        )
        for found in articles
    ]
    return Statistic(
        rows,
        lambda drawn: unitizing.u_alpha(
            drawn.get("apart", 0), drawn.get("words", 0), length, expectation
        ),
    )


def _pair(
    judged: Judged, confused: Mapping[tuple[Value, Value], int], found: Mapping[str, float]
) -> dict[str, Figure]:
    """The figures of two annotators, without intervals."""
    met = Counter(confused)
    met.update({(b, a): count for (a, b), count in confused.items()})
    figures = {
        "alpha": _settled(lambda: alpha.alpha(met, judged.difference)),
        "agreement": _settled(lambda: alpha.agreement(met)),
        "kappa": _settled(lambda: pairs.kappa(confused)),
    }
    if judged.marks:
        figures["f1"] = _settled(lambda: alpha.specific(met))
    if judged.spans is not None:
        figures["f1_exact"] = _settled(lambda: pairs.share(found, "exact"))
        figures["f1_overlap"] = _settled(lambda: pairs.share(found, "overlap"))
    return _ordered(figures)


def _settled(figure: Callable[[], float]) -> Figure:
    try:
        return Figure(figure())
    except Undefined as undefined:
        return Figure(None, why=str(undefined))


def _mean(figures: Sequence[Figure]) -> Figure:
    """Light's kappa: the mean of all pairs (Psychological Bulletin 76(5), 1971)."""
    known = [figure.value for figure in figures if figure.value is not None]
    if known:
        return Figure(sum(known) / len(known), why="no interval: a mean of pairs")
    return Figure(None, why=figures[0].why if figures else alpha.NO_PAIRS)


def _ordered(figures: Mapping[str, Figure]) -> dict[str, Figure]:
    return {name: figures[name] for name in COEFFICIENTS if name in figures}


def _total(found: Iterable[Matches]) -> dict[str, int]:
    return Matches(*map(sum, zip(*found, strict=True)))._asdict()
