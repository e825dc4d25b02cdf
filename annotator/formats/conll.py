"""CoNLL in IOB2: a folder per annotator, in it a file per layer, or per layer and split.

A line is a token, `_`, the white space after it, and its tag; a blank line ends a sentence and
`-DOCSTART-` begins an article. The third column keeps the text whole: `_` is one blank, `-` is
nothing, anything else is spelt in hex (`a+a` for two line ends). A token has one tag, so labels
that overlap an earlier one do not go in, white space at the edge of a label is cut off, and two
sentences stay together when a label runs over both.
"""

import re
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from annotator.formats.foreign import Gatherer, Source, files_of, read_text
from annotator.formats.ledger import Ledger
from annotator.formats.people import Folders, Owners
from annotator.formats.record import (
    OUTSIDE,
    ArticleRecord,
    Feature,
    Incoming,
    Labelled,
)
from annotator.formats.tokens import covered, tokenise, trimmed
from annotator.formats.writing import folder_format
from annotator.model import Layer

_START = "-DOCSTART-"
_LAYERS = (Layer.SPAN, Layer.SENTENCE)
_HEX = re.compile(r"[0-9a-f]{1,5}(?:\+[0-9a-f]{1,5})*")


def _write_files(ledger: Ledger, folder: Path) -> None:
    folders = Folders(folder)
    with ExitStack() as opened:
        files: dict[Path, IO[str]] = {}
        for record in ledger.articles():
            for annotator, own in record.by_annotator():
                for layer in _LAYERS:
                    labels = [k for k in own if k.annotation.layer is layer]
                    if layer is not Layer.SPAN and not labels:
                        continue
                    name = ".".join(filter(None, (layer, record.split(ledger.options), "conll")))
                    path = folders.of(annotator) / name
                    if path not in files:
                        stream = path.open("w", encoding="utf-8", newline="\n")
                        files[path] = opened.enter_context(stream)
                    files[path].writelines(_lines(record, labels, ledger))
    folders.finish()


def _lines(record: ArticleRecord, labels: Sequence[Labelled], ledger: Ledger) -> Iterator[str]:
    text = record.article.text
    spots = {id(k): trimmed(text, k.annotation) for k in labels}
    tokens = tokenise(text, 0, len(text), (spot for spot in spots.values() if spot))
    tags = ["O"] * len(tokens)
    for labelled in labels:
        spot = spots[id(labelled)]
        if spot is None:
            ledger.leave_out(labelled, Feature.EDGES)
            continue
        if spot != (labelled.annotation.start, labelled.annotation.end):
            ledger.drop(Feature.EDGES)
        first, after = covered(tokens, spot)
        tags[first:after] = [f"I-{labelled.annotation.label}"] * (after - first)
        tags[first] = f"B-{labelled.annotation.label}"
    begins = {sentence.start for sentence in record.article.sentences}
    lead = text[: tokens[0].start] if tokens else text
    yield f"{_START}\t_\t{_gap(lead)}\tO\n\n"
    ends = [token.start for token in tokens[1:]] + [len(text)]
    for n, (token, tag) in enumerate(zip(tokens, tags, strict=True)):
        if n and token.start in begins and not tag.startswith("I-"):
            yield "\n"
        gap = _gap(text[token.end : ends[n]])
        yield f"{text[token.start : token.end]}\t_\t{gap}\t{tag}\n"
    yield "\n"


def _gap(white: str) -> str:
    if white in ("", " "):
        return "_" if white else "-"
    return "+".join(f"{ord(char):x}" for char in white)


def _white(gap: str) -> str:
    if gap == "-":
        return ""
    return "".join(chr(int(c, 16)) for c in gap.split("+")) if _HEX.fullmatch(gap) else " "


def read(path: Path) -> Incoming:
    """Read a file, or every `.conll` file of a folder and the folders in it.

    A file named `sentence.conll` (`sentence.train.conll`) holds sentence labels. Files of other
    tools are read with one blank between tokens; an `I-` tag without a beginning begins a label and
    counts as repaired.
    """
    gatherer = Gatherer("conll")
    owners = Owners(path)
    for file in files_of(path, ".conll"):
        layer = Layer.SENTENCE if file.name.startswith(f"{Layer.SENTENCE}.") else Layer.SPAN
        for number, draft in _drafts(file, gatherer):
            draft.file(f"{file}:{number}", layer, owners.of(file), gatherer)
    return gatherer.incoming()


@dataclass(slots=True)
class _Draft:
    """An article as its tokens come in; `open` is the label that may go on."""

    parts: list[str] = field(default_factory=list)
    length: int = 0
    found: list[tuple[int, int, str]] = field(default_factory=list)
    open: str | None = None

    def add(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)

    def token(self, word: str, gap: str, tag: str) -> bool:
        """Take in a token; whether its tag was as it should be."""
        kind, _, label = tag.partition("-")
        good = kind in ("B", "O") or self.open == label
        if kind == "I" and self.open == label:
            start = self.found.pop()[0]
            self.found.append((start, self.length + len(word), label))
        elif kind != "O":
            self.found.append((self.length, self.length + len(word), label))
        self.open = label if kind != "O" else None
        self.add(word)
        self.add(gap)
        return good

    def file(self, where: str, layer: Layer, annotator: str, gatherer: Gatherer) -> None:
        """Hand the article and its labels over."""
        source = Source("".join(self.parts))
        labels: list[Labelled] = []
        for start, end, label in self.found:
            labels += gatherer.span(
                source, where, start, end, label, layer=layer, annotator=annotator
            )
        gatherer.document(source, where, labels)


def _drafts(file: Path, gatherer: Gatherer) -> Iterator[tuple[int, _Draft]]:
    draft, begun = _Draft(), 1
    for number, line in enumerate(read_text(file).split("\n"), 1):
        cells = line.split("\t") if "\t" in line else line.split()
        if cells[:1] == [_START]:
            if draft.parts:
                yield begun, draft
            draft, begun = _Draft(), number
            draft.add(_white(cells[2]) if len(cells) == 4 and _HEX.fullmatch(cells[2]) else "")
        elif len(cells) < 2 and line.strip():
            gatherer.problem(f"{file}:{number}", f"{line[:40]!r} is not a token and its tag")
        elif line.strip():
            tag = cells[-1].strip()
            if tag != "O" and not re.fullmatch(r"[BI]-.+", tag):
                gatherer.problem(f"{file}:{number}", f"{tag[:40]!r} is not an IOB2 tag")
                continue
            gap = _white(cells[2]) if len(cells) == 4 else " "
            if not draft.token(cells[0], gap, tag):
                gatherer.repaired.append(f"{file}:{number}: {tag!r} begins a label")
        else:
            draft.open = None
    if draft.parts:
        yield begun, draft


FORMAT = folder_format(
    "conll",
    "CoNLL IOB2 for sequence taggers, a file per layer and annotator",
    OUTSIDE
    | {
        Feature.OVERLAP,
        Feature.EDGES,
        Feature.ATTRIBUTES,
        Feature.NOTES,
        Feature.PROVENANCE,
        Feature.ARTICLES,
    },
    _write_files,
    read,
)
