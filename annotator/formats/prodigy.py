"""Prodigy's JSON Lines, one task per article and annotator.

Offsets are code points, `token_end` is inclusive. Tokens are cut at the edges of the labels, so
that every span falls on tokens. What Prodigy does not know (attributes, notes, origin) rides
along as further keys of a span, which it keeps. See the documentation of Prodigy's input formats.
"""

import hashlib
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO

from annotator.errors import InputError
from annotator.formats.foreign import Gatherer, Source, compact
from annotator.formats.ledger import Ledger
from annotator.formats.record import (
    OUTSIDE,
    ArticleRecord,
    Feature,
    Incoming,
    Labelled,
    Options,
)
from annotator.formats.strict import Fields, lines, loads
from annotator.formats.tokens import covered, tokenise
from annotator.formats.writing import file_format
from annotator.model import Json, Span

_TAKEN = "accept"


def _write_tasks(ledger: Ledger, stream: IO[str]) -> None:
    for record in ledger.articles():
        for task in _tasks(record, ledger.options):
            stream.write(compact(task) + "\n")


def _tasks(record: ArticleRecord, options: Options) -> Iterator[Json]:
    for annotator, own in record.by_annotator():
        task = _task(record, own, options)
        if annotator is None:
            yield task | {"answer": "ignore"}
        else:
            names = {"_session_id": annotator.name, "_annotator_id": annotator.name}
            yield task | {"answer": _TAKEN} | names


def _task(record: ArticleRecord, own: Sequence[Labelled], options: Options) -> Json:
    article = record.article
    places = [Span(k.annotation.start or 0, k.annotation.end or 0) for k in own]
    tokens = tokenise(article.text, 0, len(article.text), places)
    spans = [_span(k, place, tokens) for k, place in zip(own, places, strict=True)]
    return {
        "meta": record.about(options),
        "text": article.text,
        "tokens": [
            {
                "text": article.text[token.start : token.end],
                "start": token.start,
                "end": token.end,
                "id": n,
                "ws": article.text[token.end : token.end + 1] == " ",
            }
            for n, token in enumerate(tokens)
        ],
        "spans": spans,
        "_view_id": "spans_manual",
        "_input_hash": _hash(article.text),
        "_task_hash": _hash(compact([article.text, spans])),
    }


def _span(labelled: Labelled, place: Span, tokens: list[Span]) -> Json:
    annotation = labelled.annotation
    first, after = covered(tokens, place)
    return {
        "start": place.start,
        "end": place.end,
        "token_start": first,
        "token_end": after - 1,
        "label": annotation.label,
        "text": annotation.quote,
        "id": annotation.id,
        "attributes": dict(sorted(annotation.attributes.items())),
        "note": annotation.note,
        "origin": str(annotation.origin),
    }


def _hash(text: str) -> int:
    """A signed 32-bit number, as Prodigy's own hashes are."""
    return int.from_bytes(hashlib.sha256(text.encode("utf-8")).digest()[:4], signed=True)


def read(path: Path) -> Incoming:
    """Read accepted tasks; rejected, ignored and flagged ones are counted as skipped."""
    gatherer = Gatherer("prodigy")
    for where, line in lines(path):
        try:
            _read_task(Fields(loads(line, where), where), gatherer)
        except InputError as error:
            gatherer.refuse(error)
    return gatherer.incoming()


def _read_task(task: Fields, gatherer: Gatherer) -> None:
    answer = task.text("answer", _TAKEN)
    if answer != _TAKEN:
        gatherer.skipped[f"tasks answered {answer}"] += 1
        return
    source = Source(task.text("text"))
    annotator = task.text("_annotator_id", task.text("_session_id", ""))
    labels = []
    for span in task.tables("spans"):
        labels += gatherer.span(
            source,
            f"{span.where}: {span.path}",
            span.integer("start"),
            span.integer("end"),
            span.text("label"),
            quote=span.maybe("text"),
            annotator=annotator,
            attributes=span.table("attributes").data if span.has("attributes") else None,
            note=span.text("note", ""),
        )
    gatherer.document(source, task.where, labels)


_MARK = re.compile(rb'\{"meta":\{"article":"[0-9a-f]{16}"')
FORMAT = file_format(
    "prodigy",
    "Prodigy tasks (spans_manual), one per article and annotator",
    ".jsonl",
    OUTSIDE | {Feature.SENTENCES, Feature.ARTICLES},
    _write_tasks,
    read,
    mark=_MARK,
)
