"""What the native export of a corpus file costs, as ratios measured in one run.

    python benchmarks/export.py [ARTICLES [CORPUS]]

Memory of an export of ARTICLES annotated articles against one of a thousand, and its time against
the `.dump` of the same file by the sqlite3 shell. A CORPUS that is there from an earlier run is
used again. Each measurement has a process of its own.
"""

import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from annotator import files, project
from annotator.exchange import Selection
from annotator.formats.record import Options
from annotator.history import Event, Kind, suggestion_subject
from annotator.model import (
    Annotator,
    Article,
    Block,
    BlockKind,
    Json,
    Layer,
    Span,
    Story,
    Suggestion,
    article_id,
    derived_id,
)
from annotator.store.corpus import open_corpus
from annotator.store.migrations import create
from annotator.store.writer import Transaction
from annotator.text.words import words

SMALL = 1_000
BATCH = 500
PEOPLE = ("ada", "ben")
SENTENCE = "The regime reportedly closed harbour {} and workers left it within the hour. "


def article(number: int) -> Article:
    """An article of twenty sentences, some three hundred words."""
    parts = [SENTENCE.format(f"{number}-{n}") for n in range(20)]
    text, spans, start = "".join(parts), [], 0
    for part in parts:
        spans.append(Span(start, start + len(part) - 1))
        start += len(part)
    blocks = (Block(0, len(text), BlockKind.BODY, True),)
    outlet = f"Outlet {number % 7}"
    about = (f"Harbour {number}", outlet, None, "2026-01-01", None, "x")
    return Article(article_id(text), text, *about, blocks, tuple(spans), words(text))


def proposal(held: Article, sentence: Span) -> Suggestion:
    """The suggestion on the regime of a sentence."""
    start = sentence.start + 4
    evidence = ("regime", "loaded", "labelling", "loaded", "1", "regime", "takes a side", 0.5)
    ident = derived_id(held.id, start)
    return Suggestion(ident, held.id, Layer.SPAN, start, start + 6, *evidence)


def decisions(held: Article, scheme: str) -> Iterator[Event]:
    """What two people say: ten suggestions accepted, ten labels unaided, two rejections."""
    for n, sentence in enumerate(held.sentences):
        who = PEOPLE[n % 2]
        start = sentence.start + 11
        place: Json = {"start": start, "end": start + 10, "quote": "reportedly"}
        body: Json = {"layer": "span", "label": "hedge", "attributes": {}, **place}
        kind, subject = Kind.LABEL, derived_id("label", held.id, n)
        if n % 2:
            found = proposal(held, sentence)
            subject = suggestion_subject(who, found.id)
            place = {"start": found.start, "end": found.end, "quote": found.quote}
            body = {"layer": "span", "label": "loaded", "suggestion": found.id, **place}
            kind = Kind.REJECT if n % 10 == 9 else Kind.ACCEPT
        ident = derived_id("event", held.id, n)
        yield Event(ident, who, subject, kind, body, held.id, "2026-01-01T00:00:00Z", scheme)


def fill(path: Path, count: int) -> None:
    """Make a corpus of `count` articles in stories of two."""
    create(path, files.read_scheme(files.packaged("schemas") / "framing.toml"))
    with open_corpus(path, write=True) as corpus:
        for first in range(0, count, BATCH):
            job = partial(add, numbers=range(first, min(first + BATCH, count)))
            corpus.writer().submit(job).result()


def add(transaction: Transaction, numbers: range) -> None:
    """Articles of these numbers with all that was decided on them."""
    scheme = transaction.scheme().hash
    for name in PEOPLE:
        transaction.enrol(Annotator(name, name))
    for number in numbers[::2]:
        pair = [article(number), article(number + 1)]
        for held in pair:
            transaction.add_article(held, [proposal(held, s) for s in held.sentences])
        story = Story(f"story-{number}", pair[0].title, tuple(held.id for held in pair))
        transaction.add_story(story)
        for held in pair:
            for event in decisions(held, scheme):
                transaction.append(event)
        subject = derived_id("done", PEOPLE[0], story.id)
        body: Json = {"story": story.id, "articles": sorted(story.articles)}
        ident, at = derived_id(subject), "2026-01-01T00:00:00Z"
        transaction.append(Event(ident, PEOPLE[0], subject, Kind.DONE, body, None, at, scheme))


def measure(path: Path, out: Path) -> tuple[float, int]:
    """Seconds of one export and the process's peak memory in KiB."""
    begin = time.perf_counter()
    with project.open_project(path, write=False) as opened:
        opened.export("jsonl", out, Options(), Selection())
    taken = time.perf_counter() - begin
    return taken, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def run(path: Path, folder: Path) -> tuple[float, int]:
    """`measure` in a process of its own."""
    command = [sys.executable, __file__, "measure", str(path), str(folder / "out.jsonl")]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    seconds, memory = done.stdout.split()
    return float(seconds), int(memory)


def dump(path: Path, folder: Path) -> float:
    """Seconds that the sqlite3 shell takes to write the file out as SQL."""
    begin = time.perf_counter()
    with (folder / "out.sql").open("wb") as stream:
        subprocess.run(["sqlite3", str(path), ".dump"], stdout=stream, check=True)
    return time.perf_counter() - begin


def main() -> None:
    """Print the table."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 5_000
    folder = Path(tempfile.mkdtemp())
    large = Path(sys.argv[2]) if len(sys.argv) > 2 else folder / "large.db"
    try:
        fill(folder / "small.db", SMALL)
        if not large.exists():
            fill(large, count)
        _, small = run(folder / "small.db", folder)
        taken, memory = run(large, folder)
        plain = dump(large, folder)
        print(f"articles {count:,}, file {large.stat().st_size / 1e6:,.0f} MB")
        print(f"memory {memory / small:.2f} x that of {SMALL:,} articles ({memory // 1024} MiB)")
        print(f"time {taken / plain:.2f} x that of .dump ({taken:.1f} s, {plain:.1f} s)")
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    if sys.argv[1:2] == ["measure"]:
        print(*measure(Path(sys.argv[2]), Path(sys.argv[3])))
    else:
        main()
