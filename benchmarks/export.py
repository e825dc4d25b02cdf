"""What the native export of a corpus file costs, as ratios measured in one run.

    python benchmarks/export.py [ARTICLES [CORPUS]]

Memory of an export of ARTICLES annotated articles against one of a thousand, and its processor time
against writing the same file out as SQL, by Python's `iterdump` and by the sqlite3 shell. A CORPUS
that is there from an earlier run is used again. Each step has a process of its own, for a process
begins with its parent's peak memory.
"""

import os
import resource
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from invented import article

from annotator import files, project
from annotator.exchange import Selection
from annotator.formats.record import Options
from annotator.history import Event, Kind, suggestion_subject
from annotator.model import (
    Annotator,
    Article,
    Json,
    Layer,
    Span,
    Story,
    Suggestion,
    derived_id,
)
from annotator.store.corpus import open_corpus
from annotator.store.migrations import create
from annotator.store.writer import Transaction

SMALL = 1_000
BATCH = 500
PEOPLE = ("ada", "ben")
SENTENCES = 20


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
        pair = [article(number, SENTENCES), article(number + 1, SENTENCES)]
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


def export(path: Path, folder: Path) -> None:
    """The native export of a corpus file."""
    with project.open_project(path, write=False) as opened:
        opened.export("jsonl", folder / "out.jsonl", Options(), Selection())


def iterdump(path: Path, folder: Path) -> None:
    """The corpus file as SQL, by Python's own module."""
    with (folder / "out.sql").open("w", encoding="utf-8") as stream:
        for line in sqlite3.connect(path).iterdump():
            stream.write(line + "\n")


def shell(path: Path, folder: Path) -> None:
    """The corpus file as SQL, by SQLite's shell."""
    with (folder / "out.sql").open("wb") as stream:
        subprocess.run(["sqlite3", str(path), ".dump"], stdout=stream, check=True)


def measure(what: str, path: Path, folder: Path) -> tuple[float, int]:
    """Processor seconds of one of these, and the peak memory in KiB, of this process and below."""
    begin = sum(os.times()[:4])
    {"export": export, "iterdump": iterdump, "shell": shell}[what](path, folder)
    taken = sum(os.times()[:4]) - begin
    return taken, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def run(what: str, path: Path, folder: Path) -> tuple[float, int]:
    """`measure` in a process of its own."""
    command = [sys.executable, __file__, "measure", what, str(path), str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    seconds, memory = done.stdout.split()
    return float(seconds), int(memory)


def main() -> None:
    """Print the table."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 5_000
    folder = Path(tempfile.mkdtemp())
    large = Path(sys.argv[2]) if len(sys.argv) > 2 else folder / "large.db"
    try:
        for path, size in ((folder / "small.db", SMALL), (large, count)):
            if not path.exists():
                command = [sys.executable, __file__, "fill", str(path), str(size)]
                subprocess.run(command, check=True)
        _, small = run("export", folder / "small.db", folder)
        taken, memory = run("export", large, folder)
        print(f"articles {count:,}, file {large.stat().st_size / 1e6:,.0f} MB")
        print(f"memory {memory / small:.2f} x that of {SMALL:,} articles ({memory // 1024} MiB)")
        for what in ("iterdump", "shell"):
            plain, _ = run(what, large, folder)
            print(f"time {taken / plain:.2f} x that of {what} ({taken:.1f} s, {plain:.1f} s)")
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    if sys.argv[1:2] == ["measure"]:
        print(*measure(sys.argv[2], Path(sys.argv[3]), Path(sys.argv[4])))
    elif sys.argv[1:2] == ["fill"]:
        fill(Path(sys.argv[2]), int(sys.argv[3]))
    else:
        main()
