"""The Hugging Face folder as `datasets` loads it, with a cache in the working folder."""

import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

from seen import Label, tell

load = import_module("datasets").load_dataset


def labels(folder: Path) -> Iterator[Label]:
    """Every row of every split of the table of spans, its text from the table of articles."""
    spans, articles = (load(str(folder), name, cache_dir="cache") for name in ("spans", "articles"))
    texts = {row["article"]: row["text"] for split in articles.values() for row in split}
    for split in spans.values():
        for row in split:
            if row["layer"] == "span":
                start, end = row["start"], row["end"]
                quote = texts[row["article"]][start:end]
                yield row["article"], start, end, row["label"], row["annotator"], quote


if __name__ == "__main__":
    tell(labels(Path(sys.argv[1])))
