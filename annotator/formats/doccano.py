"""doccano's JSON Lines for sequence labelling: one file per annotator, as one project each.

Offsets are code points. doccano keeps unknown keys as meta data of the example; a project must
allow overlapping spans to keep those. It cannot hold the same span twice.
"""

from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import IO

from annotator.errors import InputError
from annotator.files import safe_name
from annotator.formats.foreign import Gatherer, Source, compact, files_of
from annotator.formats.ledger import Ledger
from annotator.formats.record import (
    OUTSIDE,
    ArticleRecord,
    Feature,
    Incoming,
    Labelled,
)
from annotator.formats.strict import Fields, lines, loads
from annotator.formats.writing import folder_format
from annotator.model import Json, Layer


def _write_files(ledger: Ledger, folder: Path) -> None:
    with ExitStack() as opened:
        files: dict[str, IO[str]] = {}

        for record in ledger.articles():
            for annotator, own in record.by_annotator():
                ident, name = (annotator.id, annotator.name) if annotator else ("unlabelled", "")
                if ident not in files:
                    path = folder / f"{safe_name(name, ident)}.jsonl"
                    stream = path.open("w", encoding="utf-8", newline="\n")
                    files[ident] = opened.enter_context(stream)
                files[ident].write(compact(_line(record, own, name, ledger)) + "\n")


def _line(record: ArticleRecord, own: Sequence[Labelled], name: str, ledger: Ledger) -> Json:
    article = record.article
    spans: list[list[object]] = []
    for labelled in own:
        annotation = labelled.annotation
        span: list[object] = [annotation.start, annotation.end, annotation.label]
        if span in spans:
            ledger.leave_out(labelled, Feature.OVERLAP)
        else:
            spans.append(span)
    who = {"annotator": name} if name else {}
    return {"text": article.text, "label": spans, **record.about(ledger.options), **who}


def read(path: Path) -> Incoming:
    """Read a file, or every `.jsonl` file of a folder.

    The annotator is the `annotator` of a line, else the name of the file, as doccano names the
    files of a collaborative project after its members.
    """
    gatherer = Gatherer("doccano")
    for file in files_of(path, ".jsonl", below=False):
        name = file.stem if path.is_dir() else ""
        for where, line in lines(file):
            try:
                _read_example(Fields(loads(line, where), where), name, gatherer)
            except InputError as error:
                gatherer.refuse(error)
    return gatherer.incoming()


def _read_example(example: Fields, name: str, gatherer: Gatherer) -> None:
    source = Source(example.text("text"))
    annotator = example.text("annotator", name)
    labels = []
    key = "entities" if "entities" in example.data else "label"
    for n, item in enumerate(example.items(key), 1):
        where = f"{example.where}: {key}[{n}]"
        match item:
            case [int(start), int(end), str(label)]:
                labels += gatherer.span(source, where, start, end, label, annotator=annotator)
            case {"start_offset": int(start), "end_offset": int(end), "label": str(label)}:
                labels += gatherer.span(source, where, start, end, label, annotator=annotator)
            case str(label):
                labels.append(gatherer.label(source, Layer.ARTICLE, label, annotator=annotator))
            case _:
                gatherer.problem(where, "neither [start, end, label] nor a label")
    gatherer.skipped["relations"] += len(example.items("relations"))
    gatherer.document(source, example.where, labels)


FORMAT = folder_format(
    "doccano",
    "doccano sequence labelling, one JSON Lines file per annotator",
    OUTSIDE
    | {
        Feature.ATTRIBUTES,
        Feature.NOTES,
        Feature.PROVENANCE,
        Feature.SENTENCES,
        Feature.ARTICLES,
    },
    _write_files,
    read,
)
