"""A Hugging Face data set folder: Parquet tables, data set card, citation, Croissant metadata.

The tables are `articles` (with their article labels), `spans` (span and sentence labels, one a
row), `links`, `stories` (with their story labels), corrected `counterparts` and, for the reader of
the data only, the figures of `agreement`. Attributes and suggestions are JSON, for a column has one
type. Without splits everything is in `train`, where agreement always is; `dev` is called
`validation`.
"""

import json
from collections.abc import Iterator
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from annotator.errors import InputError
from annotator.files import MAX_UNPACKED
from annotator.formats.cells import named
from annotator.formats.croissant import Table, describe
from annotator.formats.datasheet import CITATION, citation, statement
from annotator.formats.extras import need
from annotator.formats.foreign import Bound, compact, damaged
from annotator.formats.labelled import (
    from_json,
    suggestion_from_json,
    suggestion_to_json,
    to_json,
)
from annotator.formats.ledger import Ledger
from annotator.formats.record import (
    ArticleRecord,
    Correction,
    Document,
    Incoming,
    Labelled,
    Options,
    Problem,
    Rejection,
)
from annotator.formats.strict import Fields, loads
from annotator.formats.writing import folder_format
from annotator.measure.figures import Row
from annotator.model import Annotator, Json, Layer, text_hash

_BATCH = 5_000
_LABEL = named(
    "id layer start end quote label attributes note annotator annotator_id created scheme origin "
    "suggestion arm"
)
_TABLES = {
    "articles": (
        "One article with the labels of the whole.",
        named("article story outlet title byline date url sha256 text sentences labels"),
    ),
    "spans": ("One label of a span or a sentence.", ("article", "story", *_LABEL)),
    "links": (
        "One link between two spans.",
        (*(k for k in _LABEL if k not in ("start", "end", "quote")), "story", "source", "target"),
    ),
    "counterparts": (
        "One word of an annotator on whether two sentences report one fact.",
        named(
            "story article_a sentence_a article_b sentence_b verdict annotator annotator_id created"
        ),
    ),
    "agreement": (
        "One figure of how far annotators agree: of all of them or of a pair.",
        named(
            "layer label attribute arm coefficient annotators annotator_ids"
            " units value low high why"
        ),
    ),
    "rejections": (
        "One suggestion that an annotator turned down.",
        named("article story suggestion annotator annotator_id created"),
    ),
    "stories": (
        "One story with the labels of the whole.",
        named("story title articles confidence reasons labels"),
    ),
}
_TYPES = {
    "start": "integer",
    "end": "integer",
    "sentence_a": "integer",
    "sentence_b": "integer",
    "confidence": "number",
    "sentences": "repeated integer",
    "articles": "repeated text",
    "reasons": "repeated text",
    "labels": "repeated text",
    "annotators": "repeated text",
    "annotator_ids": "repeated text",
    "units": "integer",
    "value": "number",
    "low": "number",
    "high": "number",
}
_SPLITS = {"dev": "validation"}


def _write_files(ledger: Ledger, folder: Path) -> None:
    options = ledger.options
    sinks = {name: _Sink(folder, name) for name in _TABLES}
    for record in ledger.articles():
        split = record.split(options) or "train"
        sinks["articles"].add(split, _article(record, options))
        about = {"article": record.article.id, "story": record.story}
        for labelled in record.annotations:
            if labelled.annotation.start is not None:
                sinks["spans"].add(split, about | _flat(labelled, options))
        for rejection in record.rejections:
            if options.wants(rejection.suggestion.layer):
                sinks["rejections"].add(split, about | _rejection(rejection, options))
    for link in ledger.links():
        split = options.splits.get(link.annotation.story or "", "train")
        sinks["links"].add(split, _flat(link, options))
    for story in ledger.stories():
        told = story.story
        title = told.title if options.text == "full" else None
        row: Json = {"story": told.id, "title": title, "articles": list(told.articles)}
        row |= {"confidence": told.confidence, "reasons": list(told.reasons)}
        row["labels"] = [compact(to_json(k, options)) for k in story.annotations]
        split = options.splits.get(told.id, "train")
        sinks["stories"].add(split, row)
        for correction in story.corrections:
            sinks["counterparts"].add(split, {"story": told.id} | _counterpart(correction))
    for figure in ledger.agreement:
        sinks["agreement"].add("train", _figure(figure))
    tables = [table for sink in sinks.values() if (table := sink.close()).files]
    header = ledger.export.header
    metadata = json.dumps(describe(header, folder, tables), ensure_ascii=False, indent=2)
    (folder / "croissant.json").write_text(metadata + "\n", "utf-8", newline="\n")
    card = _card(ledger, folder, tables)
    (folder / "README.md").write_text(card, "utf-8", newline="\n")
    (folder / CITATION).write_text(citation(header, ledger.facts), "utf-8", newline="\n")


def _article(record: ArticleRecord, options: Options) -> Json:
    article = record.article
    own = [k for k in record.annotations if k.annotation.layer is Layer.ARTICLE]
    full = options.text == "full"
    return {
        "article": article.id,
        "story": record.story,
        "outlet": article.outlet,
        "title": article.title if full else None,
        "byline": article.byline,
        "date": article.date,
        "url": article.url,
        "sha256": text_hash(article.text),
        "text": article.text if full else None,
        "sentences": [edge for sentence in article.sentences for edge in sentence],
        "labels": [compact(to_json(k, options)) for k in own],
    }


def _flat(labelled: Labelled, options: Options) -> Json:
    row = to_json(labelled, options)
    row["attributes"] = compact(row["attributes"])
    row["suggestion"] = compact(row["suggestion"]) if row["suggestion"] else None
    return row


def _rejection(rejection: Rejection, options: Options) -> Json:
    person = rejection.annotator
    suggestion = compact(suggestion_to_json(rejection.suggestion, options))
    who = {"annotator": person.name, "annotator_id": person.id}
    return {"suggestion": suggestion, **who, "created": rejection.at}


def _read_rejection(row: Fields) -> Rejection:
    return Rejection(
        suggestion_from_json(row.table("suggestion"), row.text("article"), None),
        Annotator(row.text("annotator_id"), row.text("annotator")),
        row.text("created"),
    )


def _counterpart(correction: Correction) -> Json:
    return {
        "article_a": correction.a[0],
        "sentence_a": correction.a[1],
        "article_b": correction.b[0],
        "sentence_b": correction.b[1],
        "verdict": "aligned" if correction.aligned else "not aligned",
        "annotator": correction.annotator.name,
        "annotator_id": correction.annotator.id,
        "created": correction.at,
    }


def _figure(row: Row) -> Json:
    return {
        "layer": str(row.layer),
        "label": row.label or None,
        "attribute": row.attribute or None,
        "arm": row.arm or None,
        "coefficient": row.coefficient,
        "annotators": [person.name for person in row.annotators],
        "annotator_ids": [person.id for person in row.annotators],
        "units": row.units,
        **asdict(row.figure.rounded()),
    }


def _read_counterpart(row: Fields) -> Correction:
    return Correction(
        (row.text("article_a"), row.integer("sentence_a")),
        (row.text("article_b"), row.integer("sentence_b")),
        row.text("verdict") == "aligned",
        Annotator(row.text("annotator_id"), row.text("annotator")),
        row.text("created"),
    )


class _Sink:
    """The Parquet files of one table, one a split, written in batches."""

    def __init__(self, folder: Path, name: str) -> None:
        self.name = name
        self.columns = _TABLES[name][1]
        self._folder = folder / "data" / name
        self._rows: dict[str, list[Json]] = {}
        self._writers: dict[str, Any] = {}
        self._files: list[Path] = []

    def add(self, split: str, row: Json) -> None:
        rows = self._rows.setdefault(_SPLITS.get(split, split), [])
        rows.append(row)
        if len(rows) >= _BATCH:
            self._flush(_SPLITS.get(split, split))

    def close(self) -> Table:
        """Write what is left; the table with its files."""
        for split in sorted(self._rows):
            self._flush(split)
        for writer in self._writers.values():
            writer.close()
        types = {column: _TYPES.get(column, "text") for column in self.columns}
        return Table(self.name, _TABLES[self.name][0], sorted(self._files), types)

    def _flush(self, split: str) -> None:
        arrow, parquet = need("pyarrow", "parquet"), need("pyarrow.parquet", "parquet")
        rows, self._rows[split] = self._rows[split], []
        schema = arrow.schema([(column, self._type(arrow, column)) for column in self.columns])
        if split not in self._writers:
            self._folder.mkdir(parents=True, exist_ok=True)
            path = self._folder / f"{split}-00000-of-00001.parquet"
            self._files.append(path)
            self._writers[split] = parquet.ParquetWriter(path, schema)
        columns = {column: [row.get(column) for row in rows] for column in self.columns}
        self._writers[split].write_table(arrow.table(columns, schema=schema))

    @staticmethod
    def _type(arrow: Any, column: str) -> Any:
        kind = _TYPES.get(column, "text")
        plain = {"text": arrow.string(), "integer": arrow.int64(), "number": arrow.float64()}
        if kind.startswith("repeated "):
            return arrow.list_(plain[kind.removeprefix("repeated ")])
        return plain[kind]


def _card(ledger: Ledger, folder: Path, tables: list[Table]) -> str:
    """The data set card: the tables for the reader of the data, then the data statement."""
    header = ledger.export.header
    lines = ["---", f"pretty_name: {json.dumps(header.scheme.name, ensure_ascii=False)}"]
    lines += ["task_categories:", "- token-classification", "tags:", "- framing", "configs:"]
    for table in tables:
        lines += [f"- config_name: {table.name}", "  data_files:"]
        for path in table.files:
            split = path.stem.partition("-")[0]
            lines += [f"  - split: {split}", f"    path: {path.relative_to(folder).as_posix()}"]
    return "\n".join(
        [*lines, "---", "", statement(header, ledger.facts, ledger.options, ledger.agreement)]
    )


def read(path: Path) -> Incoming:
    """Read the tables of a folder that this format wrote."""
    if not (path / "data").is_dir():
        raise InputError(
            f"{path}: no folder `data` with Parquet tables",
            "Give the folder of the data set, which holds `data`.",
        )
    documents = {document.article: document for document in _read_articles(path)}
    placed: dict[str, list[tuple[str, Labelled]]] = {article: [] for article in documents}
    problems: list[Problem] = []
    for where, row in _rows(path, "spans"):
        article = row.text("article")
        try:
            if article not in documents:
                row.fail("article", f"there is no article {article!r}")
            made = from_json(row, None, article=article, text=documents[article].text)
            placed[article].append((where, made))
        except InputError as error:
            problems.append(Problem(error.message, error.hint))
    return Incoming(
        documents=tuple(
            replace(
                document,
                annotations=(*document.annotations, *(made for _, made in placed[article])),
                places={made.annotation.id: where for where, made in placed[article]},
            )
            for article, document in documents.items()
        ),
        links=tuple(from_json(row, None) for _, row in _rows(path, "links")),
        labels=tuple(
            made
            for where, row in _rows(path, "stories")
            for made in _read_labels(row, where, story=row.text("story"))
        ),
        corrections=tuple(_read_counterpart(row) for _, row in _rows(path, "counterparts")),
        rejections=tuple(_read_rejection(row) for _, row in _rows(path, "rejections")),
        problems=tuple(problems),
    )


def _read_articles(path: Path) -> Iterator[Document]:
    """The articles with the labels on all of each."""
    for where, row in _rows(path, "articles"):
        article = row.text("article")
        if not row.has("text"):
            row.fail("text", "withheld", "Import the jsonl export, rehydrated.")
        whole = _read_labels(row, where, article=article)
        yield Document(article, row.text("text"), where, tuple(whole))


def _read_labels(row: Fields, where: str, **subject: str) -> Iterator[Labelled]:
    """The labels in a cell of a row, which are on all of an article or a story."""
    for item in row.items("labels"):
        yield from_json(Fields(loads(item, where), where), None, **subject)


def _rows(path: Path, table: str) -> Iterator[tuple[str, Fields]]:
    for file in sorted((path / "data" / table).glob("*.parquet")):
        for number, row in enumerate(_unpacked(file), 1):
            where = f"{file}: row {number}"
            for key in ("attributes", "suggestion"):
                if isinstance(row.get(key), str):
                    row[key] = loads(row[key], f"{where}: {key}")
            yield where, Fields(row, where)


def _unpacked(file: Path) -> Iterator[Json]:
    """The rows of a table, so few at a time that not even one text for all of them fills memory."""
    parquet, bound = need("pyarrow.parquet", "parquet"), Bound(file)
    try:
        with parquet.ParquetFile(file) as table:
            groups = [table.metadata.row_group(n) for n in range(table.num_row_groups)]
            largest = max((group.total_byte_size for group in groups), default=0)
            size = min(_BATCH, max(1, MAX_UNPACKED // max(1, largest)))
            for batch in table.iter_batches(batch_size=size):
                bound.add(batch.nbytes + batch.num_rows)
                yield from batch.to_pylist()
    except InputError:
        raise
    except Exception:  # pyarrow has an error tree of its own
        raise damaged(file, "a Parquet table") from None


FORMAT = folder_format(
    "huggingface",
    "Hugging Face data set folder: Parquet, card and Croissant metadata",
    (),
    _write_files,
    read,
    withholds=True,
    extra="parquet",
)
