"""WebAnno TSV 3.3, as INCEpTION and WebAnno import it: a folder per annotator.

Offsets are UTF-16 units in a file of UTF-8. A token a row; a label is told by the number in
brackets that its tokens share. White space at the edge of a label is cut off, sentences that a
label runs over are joined, and the article is told by the id in the name of the file. See the
specification "WebAnno TSV 3.3 file format" in INCEpTION's user guide.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from annotator.errors import InputError
from annotator.files import safe_name
from annotator.formats.foreign import Gatherer, Source, files_of, read_text
from annotator.formats.ledger import Ledger
from annotator.formats.people import Folders, Owners
from annotator.formats.record import (
    OUTSIDE,
    ArticleRecord,
    Document,
    Feature,
    Incoming,
    Labelled,
)
from annotator.formats.tokens import tokenise, trimmed
from annotator.formats.writing import folder_format
from annotator.model import Layer, Span
from annotator.text.units import UnitMap

_LAYERS = {Layer.SPAN: "webanno.custom.Span", Layer.SENTENCE: "webanno.custom.SentenceLabel"}
_FEATURES = ("label", "note")
_HEAD = "#FORMAT=WebAnno TSV 3.3\n" + "".join(
    f"#T_SP={'|'.join((name, *_FEATURES))}\n" for name in _LAYERS.values()
)
_CONTROLS = {"\t": r"\t", "\n": r"\n", "\r": r"\r", "\f": r"\f", "\b": r"\b"}
_RESERVED = re.compile(r"->|[\\\[\]|_;\t\n\r\f\b*]")
_IN_TEXT = re.compile(r"[\\\t\n\r\f\b]")
_ESCAPED = re.compile(r"\\(->|.)", re.DOTALL)
_STACKED = re.compile(r"((?:\\.|[^\\|])*?)(?:\[(\d{1,9})\])?(?:\||$)")
_ROW = re.compile(r"\d+-\d+(?:\.\d+)?")
_EDGES = re.compile(r"([0-9]{1,15})-([0-9]{1,15})")
_GAP = 100_000
_IDENT = re.compile(r"(?:.*-)?([0-9a-f]{16})")


def _write_files(ledger: Ledger, folder: Path) -> None:
    folders = Folders(folder)
    for record in ledger.articles():
        stem = safe_name(record.article.outlet or "", record.article.id)
        for annotator, own in record.by_annotator():
            path = folders.of(annotator) / f"{stem}.tsv"
            text = "".join(_lines(record, own, ledger))
            path.write_text(text, "utf-8", newline="\n")
    folders.finish()


def _lines(record: ArticleRecord, own: Sequence[Labelled], ledger: Ledger) -> Iterator[str]:
    text = record.article.text
    units = UnitMap(text, "utf-16")
    placed = list(_placed(text, own, ledger))
    yield _HEAD + "\n"
    sentences = _joined(_sentences(record), [spot for _, spot, _ in placed])
    for number, sentence in enumerate(sentences, 1):
        yield "\n" + f"#Text={_escape(text[sentence.start : sentence.end], _IN_TEXT)}\n"
        tokens = tokenise(text, *sentence, (spot for _, spot, _ in placed))
        for n, token in enumerate((t for t in tokens if not text[t.start].isspace()), 1):
            start, end = units.outward(token.start), units.outward(token.end)
            word = _escape(text[token.start : token.end], _IN_TEXT)
            cells = "\t".join(_cells(token, placed))
            yield f"{number}-{n}\t{start}-{end}\t{word}\t{cells}\t\n"


def _placed(
    text: str, own: Sequence[Labelled], ledger: Ledger
) -> Iterator[tuple[int, Span, Labelled]]:
    """The labels with a number each and their places without white space at the edges."""
    for number, labelled in enumerate(own, 1):
        spot = trimmed(text, labelled.annotation)
        if spot is None:
            ledger.leave_out(labelled, Feature.EDGES)
            continue
        if spot != (labelled.annotation.start, labelled.annotation.end):
            ledger.drop(Feature.EDGES)
        yield number, spot, labelled


def _sentences(record: ArticleRecord) -> Iterator[Span]:
    """The sentences, and whatever else of the text is not white space."""
    text, position = record.article.text, 0
    for sentence in (*record.article.sentences, Span(len(text), len(text))):
        between = text[position : sentence.start]
        if between.strip():
            start = position + len(between) - len(between.lstrip())
            yield Span(start, position + len(between.rstrip()))
        if sentence.start < sentence.end:
            yield sentence
        position = sentence.end


def _joined(sentences: Iterable[Span], spots: Sequence[Span]) -> list[Span]:
    """The sentences, those together that a label runs over: what lies between them is kept."""
    made: list[Span] = []
    for sentence in sentences:
        if made and any(s.start < made[-1].end and s.end > sentence.start for s in spots):
            made[-1] = Span(made[-1].start, sentence.end)
        else:
            made.append(sentence)
    return made


def _cells(token: Span, placed: Sequence[tuple[int, Span, Labelled]]) -> Iterator[str]:
    """The columns of a token: a feature each, stacked labels parted by `|`."""
    over = [(n, k) for n, s, k in placed if s.start <= token.start and token.end <= s.end]
    for layer in _LAYERS:
        labels = [(n, k.annotation) for n, k in over if k.annotation.layer is layer]
        for feature in _FEATURES:
            values = [(n, getattr(annotation, feature)) for n, annotation in labels]
            stack = "|".join(f"{_escape(v, _RESERVED) if v else '*'}[{n}]" for n, v in values)
            yield stack or "_"


def _escape(text: str, reserved: re.Pattern[str]) -> str:
    return reserved.sub(lambda m: _CONTROLS.get(m.group(), "\\" + m.group()), text)


def _unescape(text: str) -> str:
    back = {code[1]: char for char, code in _CONTROLS.items()}
    return _ESCAPED.sub(lambda m: back.get(m[1], m[1]), text)


def read(path: Path) -> Incoming:
    """Read a file, or every `.tsv` file of a folder and the folders in it.

    The first feature of a span layer is taken as the label. Relations and chains are counted as
    skipped. White space that the file does not tell is taken as line ends.
    """
    gatherer = Gatherer("webanno")
    owners = Owners(path)
    for file in files_of(path, ".tsv"):
        try:
            _Tsv(file, owners.of(file), gatherer).read()
        except InputError as error:
            gatherer.refuse(error)
    return gatherer.incoming()


@dataclass(slots=True)
class _Tsv:
    """One file on its way in; a span is kept by its column and number, as offsets in UTF-16."""

    file: Path
    annotator: str
    gatherer: Gatherer
    columns: list[tuple[str, str]] = field(default_factory=list)
    sentence: list[str] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    length: int = 0
    spans: dict[tuple[str, str], list[int]] = field(default_factory=dict)
    values: dict[tuple[str, str], dict[str, str]] = field(default_factory=dict)

    def read(self) -> None:
        for number, line in enumerate(read_text(self.file).split("\n"), 1):
            where, line = f"{self.file}:{number}", line.removesuffix("\r")
            if number == 1 and not line.startswith("#FORMAT=WebAnno TSV 3"):
                raise InputError(
                    f"{where}: not a WebAnno TSV 3 file", "Export it again, as WebAnno TSV v3."
                )
            if line.startswith("#T_"):
                kind, _, rest = line.removeprefix("#T_").partition("=")
                name, *features = rest.split("|")
                known = name if kind == "SP" else ""
                self.columns += [(known, feature) for feature in features or ["*"]]
            elif line.startswith("#Text="):
                self.sentence.append(_unescape(line.removeprefix("#Text=")))
            elif line and not line.startswith("#"):
                self.row(line.split("\t"), where)
        self.hand_over()

    def row(self, cells: list[str], where: str) -> None:
        """Take in a token: its labels, and before the first of a sentence the sentence's text."""
        edges = _EDGES.fullmatch(cells[1]) if len(cells) > 2 and _ROW.fullmatch(cells[0]) else None
        if edges is None:
            self.gatherer.problem(where, f"{cells[0][:40]!r} does not begin the row of a token")
            return
        start, end = int(edges[1]), int(edges[2])
        if self.sentence:
            text = "\n".join(self.sentence)
            gap = max(0, start - self.length)
            if gap > _GAP:
                raise InputError(
                    f"{where}: {start} lies {gap} beyond the text in front of it",
                    "The file may be cut; export it again.",
                )
            self.parts += [" " if gap == 1 else "\n" * gap, text]
            self.length += gap + len(text.encode("utf-16-le")) // 2
            self.sentence = []
        for (layer, feature), cell in zip(self.columns, cells[3:], strict=False):
            if not layer:
                self.gatherer.skipped["relations and chains"] += cell != "_"
                continue
            for value, ident in _stack(cell):
                key = (layer, ident or cells[0])
                place = self.spans.setdefault(key, [start, end])
                place[1] = max(place[1], end)
                self.values.setdefault(key, {})[feature] = value

    def hand_over(self) -> None:
        """Turn what was read into labels."""
        source = Source("".join(self.parts), "utf-16")
        ident = _IDENT.fullmatch(self.file.stem)
        known = ident[1] if ident else None
        source.article = known or source.article
        layers = {name: layer for layer, name in _LAYERS.items()}
        labels: list[Labelled] = []
        for key, (start, end) in self.spans.items():
            layer, values = key[0], self.values[key]
            first = next((f for name, f in self.columns if name == layer), "*")
            labels += self.gatherer.span(
                source,
                str(self.file),
                start,
                end,
                values.get("label") or values.get(first) or layer.rpartition(".")[2],
                layer=layers.get(layer, Layer.SPAN),
                annotator=self.annotator,
                note=values.get("note", "") if layer in layers else "",
            )
        text = None if known else source.text
        self.gatherer.documents.append(
            Document(source.article, text, str(self.file), tuple(labels))
        )


def _stack(cell: str) -> Iterator[tuple[str, str]]:
    """The values stacked in a cell with their numbers; an empty value for `*`."""
    if cell == "_":
        return
    for match in _STACKED.finditer(cell):
        if match.group():
            yield "" if match[1] == "*" else _unescape(match[1]), match[2] or ""


FORMAT = folder_format(
    "webanno",
    "WebAnno TSV 3.3 (INCEpTION, WebAnno), a folder per annotator",
    OUTSIDE
    | {
        Feature.EDGES,
        Feature.ATTRIBUTES,
        Feature.PROVENANCE,
        Feature.ARTICLES,
        Feature.SPLITS,
    },
    _write_files,
    read,
)
