"""spaCy's DocBin, with the configuration for `spacy train` with a span categoriser.

All span labels are in the group `sc`, which spaCy trains on; a group per layer and annotator
(`span:Ada`) says whose they are. Span ids are annotation ids; attributes, notes and origins are
in the group's own attributes. Tokens are cut at the edges of labels and the text is kept to the
character. Documents of a split go to a file of its name, all others to `corpus.spacy`.
"""

import zlib
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

from annotator.errors import InputError
from annotator.files import MAX_UNPACKED, read_bytes
from annotator.formats.foreign import Bound, Gatherer, Source, compact, damaged, files_of
from annotator.formats.ledger import Ledger
from annotator.formats.record import (
    OUTSIDE,
    ArticleRecord,
    Feature,
    Incoming,
    Labelled,
)
from annotator.formats.strict import Fields, loads
from annotator.formats.tokens import tokenise
from annotator.formats.writing import folder_format
from annotator.model import Layer, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

KEY = "sc"
_PIECE = 1 << 20


def _write_files(ledger: Ledger, folder: Path) -> None:
    from spacy.tokens import DocBin
    from spacy.vocab import Vocab

    vocab = Vocab()
    bins: dict[str, DocBin] = {}
    for record in ledger.articles():
        split = record.split(ledger.options) or "corpus"
        if split not in bins:
            bins[split] = DocBin(attrs=["ORTH", "SPACY"], store_user_data=True)
        bins[split].add(_doc(record, vocab))
    for split, filled in sorted(bins.items()):
        (folder / f"{split}.spacy").write_bytes(filled.to_bytes())
    (folder / "config.cfg").write_text(_config(bins), "utf-8", newline="\n")


def _config(splits: Iterable[str]) -> str:
    """The configuration that `spacy init config` makes for a span categoriser on a CPU."""
    from spacy.cli.init_config import init_config

    made = init_config(lang="en", pipeline=["spancat"])
    made["components"]["spancat"]["spans_key"] = KEY
    made["paths"]["train"] = "train.spacy" if "train" in splits else "corpus.spacy"
    made["paths"]["dev"] = next((f"{s}.spacy" for s in ("dev", "test") if s in splits), None)
    made["paths"]["dev"] = made["paths"]["dev"] or made["paths"]["train"]
    return str(made.to_str())


def _doc(record: ArticleRecord, vocab: "Vocab") -> "Doc":
    from spacy.tokens import Doc, SpanGroup

    article = record.article
    places = [Span(k.annotation.start or 0, k.annotation.end or 0) for k in record.annotations]
    pieces = list(_pieces(article.text, tokenise(article.text, 0, len(article.text), places)))
    doc = Doc(vocab, words=[word for word, _ in pieces], spaces=[s for _, s in pieces])
    meta = {"article": article.id, "story": record.story, "outlet": article.outlet}
    meta |= {"title": article.title, "date": article.date, "url": article.url}
    doc.user_data |= {key: value for key, value in meta.items() if value is not None}

    def name(labelled: Labelled) -> str:
        return f"{labelled.annotation.layer}:{labelled.annotator}"

    spans = [k for k in record.annotations if k.annotation.layer is Layer.SPAN]
    groups = {KEY: spans} if spans else {}
    groups |= {key: list(own) for key, own in groupby(sorted(record.annotations, key=name), name)}
    for key, own in groups.items():
        doc.spans[key] = SpanGroup(
            doc,
            name=key,
            attrs={"layer": str(own[0].annotation.layer), "details": _details(own)},
            spans=[_span(doc, labelled) for labelled in own],
        )
    return doc


def _pieces(text: str, tokens: list[Span]) -> Iterator[tuple[str, bool]]:
    """Words and whether a blank follows, as spaCy keeps a text; other white space is a word."""
    position = 0
    for n, token in enumerate(tokens):
        if lead := text[position : token.start]:
            yield lead, False
        after = tokens[n + 1].start if n + 1 < len(tokens) else len(text)
        blank = token.end < after and text[token.end] == " "
        yield text[token.start : token.end], blank
        position = token.end + blank
    if tail := text[position:]:
        yield tail, False


def _span(doc: "Doc", labelled: Labelled) -> Any:
    annotation = labelled.annotation
    return doc.char_span(
        annotation.start or 0,
        annotation.end or 0,
        label=annotation.label,
        span_id=annotation.id,
        alignment_mode="strict",
    )


def _details(own: list[Labelled]) -> str:
    """What a span has no room for, by its id, as JSON: group attributes must be plain values."""
    return compact(
        {
            k.annotation.id: {
                "attributes": dict(sorted(k.annotation.attributes.items())),
                "note": k.annotation.note,
                "origin": str(k.annotation.origin),
            }
            for k in own
        }
    )


def read(path: Path) -> Incoming:
    """Read a `.spacy` file, or all of a folder: groups of ours, else every span group there is."""
    files = files_of(path, ".spacy", below=False)
    from spacy.tokens import DocBin
    from spacy.vocab import Vocab

    gatherer = Gatherer("spacy")
    vocab = Vocab()
    for file in files:
        raw = read_bytes(file, MAX_UNPACKED)
        try:
            _inflate(raw, Bound(file))
            docs = list(DocBin().from_bytes(raw).get_docs(vocab))
        except InputError:
            raise
        except Exception:  # msgpack, zlib and spaCy each raise their own
            raise damaged(file, "a DocBin") from None
        for number, doc in enumerate(docs, 1):
            _read_doc(doc, f"{file}: doc {number}", gatherer)
    return gatherer.incoming()


def _inflate(raw: bytes, bound: Bound) -> None:
    """Unpack once and keep nothing: spaCy itself would take whatever comes out."""
    stream = zlib.decompressobj()
    while raw:
        bound.add(len(stream.decompress(raw, _PIECE)))
        raw = stream.unconsumed_tail


def _read_doc(doc: "Doc", where: str, gatherer: Gatherer) -> None:
    source = Source(doc.text)
    ours = {key for key in doc.spans if "details" in doc.spans[key].attrs} - {KEY}
    labels: list[Labelled] = []
    for key in sorted(ours or doc.spans):
        group = doc.spans[key]
        found = loads(str(group.attrs["details"]), where) if key in ours else {}
        details = Fields(found, f"{where}: {key}")
        layer = Layer.SENTENCE if key.startswith(f"{Layer.SENTENCE}:") else Layer.SPAN
        for span in group:
            more = details.table(span.id_) if details.has(span.id_) else Fields({}, where)
            labels += gatherer.span(
                source,
                f"{where}: {key}",
                span.start_char,
                span.end_char,
                span.label_,
                quote=span.text,
                layer=layer,
                annotator=key.partition(":")[2] if key in ours else "",
                attributes=more.table("attributes").data if more.has("attributes") else None,
                note=more.text("note", ""),
            )
    gatherer.document(source, where, labels)


FORMAT = folder_format(
    "spacy",
    "spaCy DocBin with span groups, and a configuration to train on it",
    OUTSIDE | {Feature.ARTICLES},
    _write_files,
    read,
)
