"""The agreement table as it goes into a paper: text, Markdown, LaTeX, or all figures as CSV."""

import textwrap
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal

from annotator.cli import output
from annotator.measure.bootstrap import ROUNDS, SEED, Figure
from annotator.measure.figures import UNITS, Agreement, Measured, rows
from annotator.model import Annotator, Layer
from annotator.text.cells import width
from annotator.text.plurals import counted
from annotator.text.safe import one_line

_HEADS = {
    "alpha": "α",
    "u_alpha": "uα",
    "agreement": "Po",
    "kappa": "κ",
    "f1": "F1",
    "f1_exact": "exact",
    "f1_overlap": "overlap",
}
_MEANINGS = {
    "alpha": "α: Krippendorff's alpha, nominal (ordinal for numbers)",
    "u_alpha": "uα: Krippendorff's alpha for unitizing",
    "agreement": "Po: observed agreement",
    "kappa": "κ: Cohen's kappa, of more than two annotators the mean of all pairs",
    "f1": "F1: of units",
    "f1_exact": "exact: F1 of spans with the same edges and label",
    "f1_overlap": "overlap: F1 of spans of the same label with a character in common",
}
_FEW = 20
"""Below so many clusters a percentile interval holds the truth less often than it says."""
_WIDTH = 79
_LATEX = {
    **{sign: f"\\{sign}" for sign in "&%$#_{}"},
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "α": r"$\alpha$",
    "κ": r"$\kappa$",
    "–": "--",
    "·": r"\quad",
    "≥": r"$\geq$",
}


def render(agreement: Agreement, form: str, by_pair: bool) -> Iterator[str]:
    """The lines of the table in one of FORMS or "csv"; `by_pair` adds each pair of annotators."""
    if form == "csv":
        yield _csv(agreement)
        return
    draw, plain = FORMS[form], _latex if form == "latex" else str
    known = [part for part in agreement.layers.values() if part.marked]
    for arm, layers in (("", agreement.layers), *agreement.arms.items()):
        for layer, whole in layers.items():
            if whole.marked:
                yield from _wrapped(plain(_about(layer, whole, arm)), form)
                for table in _tables(whole, by_pair):
                    yield ""
                    yield from draw([[plain(cell) for cell in row] for row in table])
                yield ""
    for note in _notes(agreement, known):
        yield from _wrapped(plain(note), form)


def _wrapped(sentence: str, form: str) -> Iterator[str]:
    return iter(textwrap.wrap(sentence, _WIDTH) if form == "text" else [sentence, ""])


def _about(layer: Layer, whole: Measured, arm: str) -> str:
    """What the table below is about: the layer, its units and who judged them."""
    people = _listed(whole.annotators)
    by = f"by {people}" if len(whole.annotators) == 2 else f"each by two or more of {people}"
    units = counted(whole.units, UNITS[layer])
    return f"{str(layer).title()} labels{arm and f', {arm} arm'}: {units}, judged {by}."


def _listed(people: Sequence[Annotator]) -> str:
    *names, last = (one_line(person.name, 40) for person in people)
    return f"{', '.join(names)} and {last}" if names else last


def _tables(whole: Measured, by_pair: bool) -> Iterator[list[list[str]]]:
    """Rows of labels and, if asked for, rows of pairs of annotators."""
    names = [name for name in _HEADS if name in whole.coefficients]
    parts = [("all", whole)]
    for label, attribute, part in whole.parts():
        if part.marked:
            parts.append((f"· {attribute}" if attribute else label, part))
    head = [cell for name in names for cell in _head(name)]
    yield [
        ["label", "n", *head],
        *(
            [label, f"{part.marked:,}", *_cells(part.coefficients, names, bounds=True)]
            for label, part in parts
        ),
    ]
    if by_pair:
        names = [name for name in names if name != "u_alpha"]
        yield [
            ["annotators", "units", *(_HEADS[name] for name in names)],
            *(
                [
                    " – ".join(one_line(person.name, 24) for person in pair.annotators),
                    f"{pair.units:,}",
                    *_cells(pair.coefficients, names, bounds=False),
                ]
                for pair in whole.pairs
            ),
        ]


def _head(name: str) -> list[str]:
    return [_HEADS[name], "95 %"] if name == "alpha" else [_HEADS[name]]


def _cells(figures: Mapping[str, Figure], names: Sequence[str], bounds: bool) -> Iterator[str]:
    for name in names:
        figure = figures.get(name)
        yield short(figure.value) if figure else ""
        if figure and bounds and name == "alpha":
            known = figure.low is not None
            yield f"[{short(figure.low)}, {short(figure.high)}]" if known else "–"


def short(value: float | None) -> str:
    """Two decimals without a leading zero, as papers print coefficients; a dash for None."""
    if value is None:
        return "–"
    shown = f"{round(value, 2) + 0.0:.2f}"
    return shown if shown.endswith("1.00") else shown.replace("0.", ".", 1)


def _notes(agreement: Agreement, known: Sequence[Measured]) -> Iterator[str]:
    """What the columns mean, how the interval came about, and why a cell has a dash."""
    if not known:
        people = ", ".join(one_line(person.name, 40) for person in agreement.annotators)
        yield f"No label lies where two annotators read. Annotators: {people or 'none'}."
        yield "An article counts for an annotator when she marked it done."
        return
    names = {name for part in known for name in part.coefficients}
    yield "; ".join(["n: labels given", *(_MEANINGS[k] for k in _MEANINGS if k in names)]) + "."
    if any(held.marked for whole in known for _, attribute, held in whole.parts() if attribute):
        yield "·: an attribute of the label above, in the units where both gave that label."
    clusters = max(part.clusters for part in known)
    yield (
        f"95 %: percentile interval of α over {ROUNDS:,} bootstrap draws of whole "
        f"{agreement.drawn}, {clusters} of them (seed {SEED})."
        + (" With so few it is rough." if clusters < _FEW else "")
    )
    if agreement.unfinished:
        they = "what she" if len(agreement.unfinished) == 1 else "what they"
        yield (
            f"{_listed(agreement.unfinished)} marked no article done; "
            f"{they} did not mark counts as nothing."
        )
    yield from _reasons(agreement)


def _reasons(agreement: Agreement) -> Iterator[str]:
    """Why a cell has a dash, each reason with the labels that it is about."""
    found: dict[str, list[str]] = {}
    for arm, layers in (("", agreement.layers), *agreement.arms.items()):
        for layer, whole in layers.items():
            named = [(f"{label} {name}".rstrip(), part) for label, name, part in whole.parts()]
            for label, part in ((str(layer), whole), *named):
                figure = part.coefficients["alpha"]
                if figure.why and (part.marked or (part is whole and not arm)):
                    about = f"{label}, {arm} arm" if arm else label
                    found.setdefault(figure.why, []).append(about)
    for why, labels in found.items():
        yield f"–: {why} ({'; '.join(labels)})."


def text(table: Sequence[Sequence[str]]) -> Iterator[str]:
    """Aligned columns: the first to the left, all others to the right."""
    cells = [[one_line(cell, 48) for cell in row] for row in table]
    widths = [max(map(width, column)) for column in zip(*cells, strict=True)]
    for row in cells:
        padded = [" " * (size - width(cell)) for cell, size in zip(row, widths, strict=True)]
        line = [
            row[0] + padded[0],
            *(gap + cell for gap, cell in zip(padded[1:], row[1:], strict=True)),
        ]
        yield "  ".join(line).rstrip()


def markdown(table: Sequence[Sequence[str]]) -> Iterator[str]:
    """A Markdown table."""
    head, *body = ([one_line(cell, 48).replace("|", "\\|") for cell in row] for row in table)
    for row in (head, ["---", *["--:"] * (len(head) - 1)], *body):
        yield f"| {' | '.join(row)} |"


def latex(table: Sequence[Sequence[str]]) -> Iterator[str]:
    """A tabular with the rules of booktabs."""
    head, *body = (" & ".join(one_line(cell, 200) for cell in row) + r" \\" for row in table)
    yield rf"\begin{{tabular}}{{l{'r' * (len(table[0]) - 1)}}}"
    yield from (r"\toprule", head, r"\midrule", *body, r"\bottomrule", r"\end{tabular}")


FORMS: dict[str, Callable[[Sequence[Sequence[str]]], Iterator[str]]] = {
    "text": text,
    "markdown": markdown,
    "latex": latex,
}


def _latex(cell: str) -> str:
    return "".join(_LATEX.get(sign, sign) for sign in cell)


def _csv(agreement: Agreement) -> str:
    """Every figure a line, in full; cells that a spreadsheet might run begin with an apostrophe."""
    head = ("layer", "label", "attribute", "arm", "annotators", "coefficient", "units")
    made: list[tuple[object, ...]] = [(*head, "value", "low", "high", "why")]
    for row in rows(agreement):
        figure = row.figure
        about = (
            str(row.layer),
            row.label,
            row.attribute,
            row.arm,
            "; ".join(person.name for person in row.annotators),
            row.coefficient,
        )
        numbers = [_in_full(x) for x in (figure.value, figure.low, figure.high)]
        made.append((*about, row.units, *numbers, figure.why))
    return output.spreadsheet(made).rstrip("\n")


def _in_full(number: float | None) -> Decimal | None:
    """The number with six digits, and no text: one below zero is no formula."""
    return None if number is None else Decimal(f"{number:.6f}")
