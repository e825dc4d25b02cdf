"""A data statement and a citation file, filled from what an export wrote.

The headings follow the data statements of Bender and Friedman (TACL 2018); the citation is in the
Citation File Format 1.2.0. Both hold nothing but what the corpus knows, so that the same corpus
gives the same bytes; what only people know is asked for in so many words.
"""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from annotator.formats.record import ArticleRecord, Header, Labelled, Options
from annotator.measure.figures import Row
from annotator.model import Layer

STATEMENT = "DATASHEET.md"
CITATION = "CITATION.cff"
_TEXTS = {
    "full": "The texts of the articles are part of the data.",
    "quotes": "The texts are left out, but for quotes of up to {run} characters; at most"
    " {share:.0%} of an article can be put together from the files. `annotator rehydrate` puts the"
    " texts back from copies of your own.",
    "none": "The texts are left out; at most {run} characters in a row and {share:.0%} of an"
    " article can be put together from the files. `annotator rehydrate` puts the texts back from"
    " copies of your own.",
}


@dataclass(slots=True)
class Facts:
    """What is counted while an export is written."""

    outlets: Counter[str] = field(default_factory=Counter)
    splits: Counter[str] = field(default_factory=Counter)
    labels: Counter[tuple[Layer, str]] = field(default_factory=Counter)
    annotators: Counter[str] = field(default_factory=Counter)
    origins: Counter[str] = field(default_factory=Counter)
    arms: Counter[str] = field(default_factory=Counter)
    begun: Counter[str] = field(default_factory=Counter)
    done: Counter[str] = field(default_factory=Counter)
    words: int = 0
    first: str | None = None
    last: str | None = None

    def article(self, record: ArticleRecord, options: Options) -> None:
        """Count an article without its labels."""
        article = record.article
        self.outlets[article.outlet or "unknown"] += 1
        self.words += len(article.words)
        self.splits[record.split(options) or "none"] += 1
        if article.date:
            self.first = min(self.first or article.date, article.date)
            self.last = max(self.last or article.date, article.date)
        for reading in record.readings:
            self.arms[str(reading.arm)] += 1
            self.begun[reading.annotator.name] += 1
            self.done[reading.annotator.name] += reading.done

    def label(self, labelled: Labelled, count: int = 1) -> None:
        """Count a label, or with -1 one that could not be written after all."""
        annotation = labelled.annotation
        self.labels[annotation.layer, annotation.label] += count
        self.annotators[labelled.annotator] += count
        self.origins[str(annotation.origin)] += count


def statement(header: Header, facts: Facts, options: Options, agreement: Sequence[Row]) -> str:
    """The data statement in Markdown."""
    body = _body(header, facts, options, agreement)
    return "\n".join([f"# {header.scheme.name}", "", *body]) + "\n"


def _body(
    header: Header, facts: Facts, options: Options, agreement: Sequence[Row]
) -> Iterator[str]:
    scheme = header.scheme
    yield f"{scheme.description}"
    yield f"Corpus {header.corpus}, scheme {scheme.id} {scheme.hash}, written by {header.tool}."
    yield from ("", "## Texts", "")
    yield f"- articles: {facts.outlets.total()}, words: {facts.words}"
    yield f"- published: {facts.first or 'unknown'} to {facts.last or 'unknown'}"
    yield f"- outlets: {_list(facts.outlets)}"
    yield "- " + _TEXTS[options.text].format(run=options.run, share=options.share)
    yield from ("", "## Annotation", "")
    yield f"- annotators, with their labels: {_list(facts.annotators)}"
    yield f"- articles done, of those begun: {_progress(facts)}"
    yield f"- articles read with and without suggestions: {_list(facts.arms)}"
    yield f"- how labels came about: {_list(facts.origins)}"
    yield "- Positions are code points, half-open, into the text of the article."
    yield from (
        "",
        "## Guidelines",
        "",
        "| label | layer | labels | guideline |",
        "|---|---|---|---|",
    )
    for label in scheme.labels:
        count = facts.labels[label.layer, label.id]
        yield f"| {_cell(label.id)} | {label.layer} | {count} | {_cell(label.guideline)} |"
    yield from ("", "## Agreement", "")
    yield from _agreement(facts, agreement)
    if options.splits:
        yield from ("", "## Splits", "", "A story is never parted. Articles in each split:", "")
        yield f"- {_list(facts.splits)}"
    yield from ("", "## To be filled in by hand", "")
    yield "- Why these outlets and stories were chosen, and how the articles were obtained:"
    yield "- Who the annotators are, how they were trained and paid:"
    yield "- What the data may be used for, and under which licence:"


def _agreement(facts: Facts, agreement: Sequence[Row]) -> Iterator[str]:
    """Krippendorff's alpha and the observed agreement of every label that was given."""
    shown: dict[tuple[Layer, str], dict[str, Row]] = {}
    layers = {layer for (layer, _), count in facts.labels.items() if count}
    for row in agreement:
        given = facts.labels[row.layer, row.label] if row.label else row.layer in layers
        if given and not (row.annotators or row.arm or row.attribute):
            shown.setdefault((row.layer, row.label), {})[row.coefficient] = row
    if not any(figures["alpha"].units for figures in shown.values()):
        yield "No two annotators judged the same."
        return
    yield "Krippendorff's alpha with its 95 % bootstrap interval, and the observed agreement, as"
    yield "`annotator agreement` gives them: units are words for spans, and pairs of sentences for"
    yield "links."
    yield ""
    yield "| layer | label | units | alpha | 95 % | agreement |"
    yield "|---|---|--:|--:|--:|--:|"
    for (layer, label), figures in shown.items():
        alpha = figures["alpha"].figure
        bounds = "" if alpha.low is None else f"{_number(alpha.low)} to {_number(alpha.high)}"
        cells = (layer, _cell(label) or "all", figures["alpha"].units, _number(alpha.value), bounds)
        yield f"| {' | '.join(map(str, cells))} | {_number(figures['agreement'].figure.value)} |"


def _number(value: float | None) -> str:
    return "undefined" if value is None else f"{value:.3f}"


def citation(header: Header, facts: Facts) -> str:
    """The citation file (YAML); annotators stand in it by the names that the export gives them."""
    names = sorted(facts.annotators) or ["unknown"]
    lines = [
        "cff-version: 1.2.0",
        "type: dataset",
        "message: If you use this corpus, please cite it.",
        f"title: {json.dumps(f'{header.scheme.name}: corpus {header.corpus}', ensure_ascii=False)}",
        "authors:",
        *(f"  - alias: {json.dumps(name, ensure_ascii=False)}" for name in names),
        f"version: {json.dumps(header.scheme.hash)}",
        "keywords:",
        "  - news framing",
        "  - media bias",
    ]
    return "\n".join(lines) + "\n"


def _list(counts: Counter[str]) -> str:
    ranked = sorted((+counts).items(), key=lambda item: (-item[1], item[0]))
    return ", ".join(f"{' '.join(name.split())} {count}" for name, count in ranked) or "none"


def _progress(facts: Facts) -> str:
    """How far everybody came; who is not through is said to be unfinished."""
    shown = []
    for name, begun in sorted(facts.begun.items()):
        unfinished = " (unfinished)" if facts.done[name] < begun else ""
        shown.append(f"{' '.join(name.split())} {facts.done[name]} of {begun}{unfinished}")
    return ", ".join(shown) or "none"


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")
