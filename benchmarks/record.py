"""What a record of a million events costs, as ratios to one of a thousand, measured in one run.

    python benchmarks/record.py [EVENTS]

Both corpora have forty events an article, so that a page is the same work in both.
"""

import resource
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from invented import article

from annotator import files, scheme
from annotator.history import Event, Kind, done_subject
from annotator.model import (
    Article,
    Json,
    Layer,
    Story,
    Suggestion,
    derived_id,
    random_id,
)
from annotator.store.corpus import Corpus, open_corpus
from annotator.store.merge import merge
from annotator.store.migrations import create
from annotator.store.writer import Transaction

SMALL = 1_000
PER_ARTICLE = 40
SENTENCES = 5


def suggestions(held: Article) -> list[Suggestion]:
    """One suggestion on each sentence."""
    evidence = ("regime", "loaded", "labelling", "loaded", "1", "regime", "takes a side", 0.5)
    return [
        Suggestion(derived_id(held.id, start), held.id, Layer.SPAN, start, start + 6, *evidence)
        for start in range(len(held.text))
        if held.text.startswith("regime", start)
    ]


def deeds(held: Article, people: list[str], version: str) -> Iterator[Event]:
    """Labels on one word after another by one person after another, and a ruling by each."""

    def ruling(who: str, subject: str, kind: Kind, body: Json) -> Event:
        return Event(random_id(), who, subject, kind, body, held.id, "now", version)

    yield from labels(held, people, version, PER_ARTICLE - 2 * len(people))
    for who in people:
        done = {"story": held.id, "articles": [held.id]}
        yield ruling(who, done_subject(who, held.id), Kind.DONE, done)
        pair = {"a": [held.id, 0], "b": [held.id, 1]}
        yield ruling(who, derived_id(who, held.id), Kind.ALIGN, pair)


def labels(
    held: Article, people: list[str], version: str, count: int = PER_ARTICLE
) -> Iterator[Event]:
    """Labels on one word after another, by one person after another."""
    for n in range(count):
        start, end = held.words[n]
        place = {"start": start, "end": end, "quote": held.text[start:end]}
        body = {"layer": "span", "label": "loaded", **place}
        who, subject = people[n % len(people)], random_id()
        yield Event(random_id(), who, subject, Kind.LABEL, body, held.id, "now", version)


def found(path: Path, count: int) -> None:
    """Make a corpus with articles enough for `count` events."""

    def job(t: Transaction) -> None:
        for number in range(0, count // PER_ARTICLE, 2):
            pair = [article(number, SENTENCES), article(number + 1, SENTENCES)]
            for held in pair:
                t.add_article(held, suggestions(held))
            t.add_story(Story(f"story-{number}", pair[0].title, (pair[0].id, pair[1].id)))

    create(path, scheme.parse(files.read_toml(files.packaged("schemas") / "framing.toml"), "x"))
    with open_corpus(path, write=True) as corpus:
        corpus.writer().submit(job).result()


def work(path: Path, team: str) -> float:
    """Have four people label every article; seconds that appending their events took."""
    taken = 0.0

    def job(t: Transaction) -> None:
        nonlocal taken
        people = [t.add_annotator(f"{team} {n}").id for n in range(4)]
        version = t.scheme().hash
        for name in t.article_ids():
            events = list(deeds(t.article(name), people, version))
            begin = time.perf_counter()
            for event in events:
                t.append(event)
            taken += time.perf_counter() - begin

    with open_corpus(path, write=True) as corpus:
        corpus.writer().submit(job).result()
    return taken


def fill(path: Path, count: int) -> float:
    """Make a corpus with `count` events by four people; seconds that appending them took."""
    found(path, count)
    return work(path, "Annotator")


def median(act: Callable[[], object], times: int = 21) -> float:
    """Milliseconds that `act` takes."""
    taken = []
    for _ in range(times):
        begin = time.perf_counter()
        act()
        taken.append((time.perf_counter() - begin) * 1000)
    return statistics.median(taken)


def opening(path: Path) -> None:
    """Open a corpus as the reader does before its first frame."""
    with open_corpus(path, write=True) as corpus:
        corpus.scheme()
        corpus.annotators()


def undo(corpus: Corpus, who: str) -> None:
    """One undo, saved."""

    def job(t: Transaction) -> None:
        target = t.last_undoable(who)
        assert target is not None
        subject, body = target.subject, {"event": target.id}
        version, made = target.scheme, random_id()
        t.append(Event(made, who, subject, Kind.UNDO, body, target.article, "now", version))

    corpus.writer().submit(job).result()


def measure(path: Path) -> dict[str, float]:
    """Milliseconds of what a person does, by name."""
    with open_corpus(path, write=True) as corpus:
        who = corpus.annotators()[0].id
        writer, version = corpus.writer(), corpus.scheme().hash
        (last,) = corpus.ask("SELECT max(number) FROM story")[0]
        middle = [f"story-{2 * (last // 2 + n % 4)}" for n in range(40)]
        held = corpus.article(corpus.story(middle[0]).articles[0])
        events, turn = labels(held, [who], version), iter(middle)
        return {
            "open the corpus": median(partial(opening, path)),
            "open the next story": median(lambda: corpus.open_story(next(turn), who)),
            "save a label": median(
                lambda: writer.submit(partial(Transaction.append, event=next(events))).result()
            ),
            "undo": median(partial(undo, corpus, who)),
            "story list (per story)": median(lambda: corpus.story_rows(who), 5) / last,
        }


def merging(folder: Path, count: int) -> None:
    """Print what it takes to merge two corpora of `count` events that share their articles."""
    mine, theirs = folder / "mine.db", folder / "theirs.db"
    found(mine, count)
    shutil.copyfile(mine, theirs)
    inserting = max(work(mine, "Left"), work(theirs, "Right"))
    with open_corpus(mine, write=True) as corpus:
        begin = time.perf_counter()
        (merged,) = merge(corpus, [theirs])
        taken = time.perf_counter() - begin
        assert corpus.counts()["events"] == 2 * merged.events
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(
        f"merge two of {count:,} events: {taken:.1f} s, {taken / merged.events * 1e6:.0f} µs each, "
        f"{taken / inserting:.2f} of the time of inserting them, {memory} MB at most"
    )
    for leftover in folder.glob("mine.db*"):
        shutil.rmtree(leftover) if leftover.is_dir() else leftover.unlink()
    theirs.unlink()


def main() -> None:
    """Print the table."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    folder = Path(tempfile.mkdtemp())
    try:
        fill(folder / "small.db", SMALL)
        inserting = fill(folder / "large.db", count)
        small, large = measure(folder / "small.db"), measure(folder / "large.db")
        print(f"{'':24}{SMALL:>12,}{count:>12,}   ratio")
        for name in small:
            ratio = large[name] / small[name]
            print(f"{name:24}{small[name]:>9.3f} ms{large[name]:>9.3f} ms{ratio:>8.2f}")
        print(f"append {count:,} events: {inserting:.1f} s, {count / inserting:,.0f} a second")
        print(f"file: {(folder / 'large.db').stat().st_size / 1e6:,.0f} MB")
        (folder / "large.db").unlink()
        for part in (count // 8, count // 2):
            merging(folder, part)
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
