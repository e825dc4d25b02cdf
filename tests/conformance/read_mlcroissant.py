"""The Croissant metadata as `mlcroissant` validates it, and the records it yields."""

import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

from seen import Label, tell

croissant = import_module("mlcroissant")


def records(folder: Path, table: str) -> Iterator[dict[str, Any]]:
    """The records of every split of a table; text comes as bytes."""
    found = croissant.Dataset(jsonld=str(folder / "croissant.json"))
    assert not found.metadata.ctx.issues.errors, found.metadata.ctx.issues.report()
    for made in found.metadata.record_sets:
        if made.name.startswith(f"{table}/"):
            for record in found.records(made.uuid):
                yield {key.rpartition("/")[2]: plain(value) for key, value in record.items()}


def plain(value: Any) -> Any:
    """A cell without its wrapping."""
    return value.decode("utf-8") if isinstance(value, bytes) else value


def labels(folder: Path) -> Iterator[Label]:
    """Every record of the table of spans, its text from the table of articles."""
    texts = {record["article"]: record["text"] for record in records(folder, "articles")}
    for row in records(folder, "spans"):
        if row["layer"] == "span":
            start, end = int(row["start"]), int(row["end"])
            quote = texts[row["article"]][start:end]
            yield row["article"], start, end, row["label"], row["annotator"], quote


if __name__ == "__main__":
    tell(labels(Path(sys.argv[1])))
