"""What exports cost, as ratios measured in one run.

    python benchmarks/formats.py [ARTICLES]

Memory of a native export of ARTICLES articles against one of a thousand, its time against writing
the same lines with the standard library's JSON alone, and the time of the Parquet tables against
writing the same rows with pyarrow alone. Each measurement has a process of its own.
"""

import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

from annotator.files import packaged, read_scheme
from annotator.formats import registry
from annotator.formats.record import ArticleRecord, Export, Header, Labelled, Options
from annotator.model import (
    Annotation,
    Annotator,
    Article,
    Block,
    BlockKind,
    Layer,
    Span,
    article_id,
    derived_id,
)
from annotator.text.words import words

SMALL = 1_000
LABELS = 20
SENTENCE = "The regime reportedly closed harbour {} and workers left it within the hour. "
SCHEME = read_scheme(packaged("schemas") / "framing.toml")
ADA = Annotator("ada", "Ada")


def record(number: int) -> ArticleRecord:
    """An article of forty sentences with twenty labels."""
    parts = [SENTENCE.format(f"{number}-{n}") for n in range(2 * LABELS)]
    text = "".join(parts)
    starts = [sum(len(part) for part in parts[:n]) for n in range(2 * LABELS)]
    spans = tuple(Span(s, s + len(p) - 1) for s, p in zip(starts, parts, strict=True))
    ident = article_id(text)
    blocks = (Block(0, len(text), BlockKind.BODY, True),)
    article = Article(
        ident, text, f"Harbour {number}", "Daily", None, None, None, "x", blocks, spans, words(text)
    )
    labels = tuple(label(ident, start + 4) for start in starts[::2])
    return ArticleRecord(article, None, labels)


def label(article: str, start: int) -> Labelled:
    """A label on the word "regime"."""
    annotation = Annotation(
        id=derived_id(article, start),
        layer=Layer.SPAN,
        label="loaded",
        annotator=ADA.id,
        created="2026-01-01T00:00:00Z",
        scheme=SCHEME.hash,
        article=article,
        start=start,
        end=start + 6,
        quote="regime",
        attributes={"polarity": "negative"},
    )
    return Labelled(annotation, ADA.name)


def records(count: int) -> Iterator[ArticleRecord]:
    """That many articles, one at a time."""
    return (record(number) for number in range(count))


def measure(what: str, count: int, folder: Path) -> tuple[float, int]:
    """Processor seconds of one export of articles already made, and the peak memory in KiB.

    For "memory" the articles are made one at a time, as a corpus file gives them.
    """
    made = records(count) if what == "memory" else iter(list(records(count)))
    begin = time.process_time()
    if what == "json":
        plain_json(folder / "plain", made)
    elif what == "arrow":
        plain_arrow(folder / "plain.parquet", made)
    else:
        name = "jsonl" if what == "memory" else what
        export = Export(Header("bench", SCHEME, (ADA,)), made)
        registry.load(name).write(export, folder / "out", Options())
    taken = time.process_time() - begin
    return taken, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def plain_json(out: Path, articles: Iterator[ArticleRecord]) -> None:
    """The same lines as the native export, with `json.dumps` alone."""
    with out.open("w", encoding="utf-8") as stream:
        for made in articles:
            article = made.article
            line = {
                "article": article.id,
                "text": article.text,
                "sentences": article.sentences,
                "annotations": [row(labelled) for labelled in made.annotations],
            }
            stream.write(json.dumps(line, ensure_ascii=False) + "\n")


def plain_arrow(out: Path, articles: Iterator[ArticleRecord]) -> None:
    """The rows of the table of spans, with pyarrow alone."""
    arrow, parquet = import_module("pyarrow"), import_module("pyarrow.parquet")
    rows = [row(labelled) for made in articles for labelled in made.annotations]
    parquet.write_table(arrow.Table.from_pylist(rows), out)


def row(labelled: Labelled) -> dict[str, object]:
    """A label as a flat row."""
    a = labelled.annotation
    made: dict[str, object] = {"id": a.id, "layer": str(a.layer), "article": a.article}
    made |= {"start": a.start, "end": a.end, "quote": a.quote, "label": a.label, "note": a.note}
    made |= {"attributes": json.dumps(dict(a.attributes)), "annotator": labelled.annotator}
    made |= {"annotator_id": a.annotator, "created": a.created, "scheme": a.scheme}
    return made | {"origin": str(a.origin), "arm": str(labelled.arm)}


def run(what: str, count: int) -> tuple[float, int]:
    """`measure` in a process of its own."""
    done = subprocess.run(
        [sys.executable, __file__, what, str(count)], capture_output=True, text=True, check=True
    )
    seconds, memory = done.stdout.split()
    return float(seconds), int(memory)


def main() -> None:
    """Run the comparison and print its table."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 5_000
    _, small = run("memory", SMALL)
    _, large = run("memory", count)
    taken, _ = run("jsonl", count)
    plain, _ = run("json", count)
    tables, _ = run("huggingface", count)
    arrow, _ = run("arrow", count)
    print(f"articles {count:,}, labels {count * LABELS:,}")
    print(f"jsonl: memory {large / small:.2f} x that of {SMALL:,} articles ({large // 1024} MiB)")
    print(f"jsonl: time {taken / plain:.2f} x that of json.dumps alone ({taken:.1f} s)")
    print(f"parquet: time {tables / arrow:.2f} x that of pyarrow alone ({tables:.1f} s)")


if __name__ == "__main__":
    if len(sys.argv) == 3:
        with tempfile.TemporaryDirectory() as scratch:
            print(*measure(sys.argv[1], int(sys.argv[2]), Path(scratch)))
    else:
        main()
