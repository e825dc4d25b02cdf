"""The reader against a minimal Textual app, through a real pty, in one run: ratios, not times.

    python benchmarks/reader.py HARNESS [--passes 3] [--large]

HARNESS is the path of `pty_latency.py`, which plays the terminal. Corpora are made in a temporary
folder. What is printed: start to the first useful frame, key to the end of the frame, a scrolled
line, a held key, a burst, memory, and bytes, each against the minimal app where that is fair.
With --large also the start on a list of 100,000 articles, whose corpus takes minutes to make.
"""

import argparse
import compileall
import json
import os
import random
import subprocess
import sys
import tempfile
from functools import partial
from pathlib import Path

import annotator
from annotator import project
from annotator.model import (
    Article,
    Block,
    BlockKind,
    Counterpart,
    Json,
    Layer,
    Story,
    Suggestion,
    article_id,
    derived_id,
)
from annotator.store.corpus import open_corpus
from annotator.store.transaction import Transaction
from annotator.text.sentences import sentences
from annotator.text.words import words

MINIMAL = """
from textual.app import App
from textual.widgets import Static
class Minimal(App):
    BINDINGS = [("l", "step", "step"), ("q", "quit", "quit")]
    n = 0
    def compose(self):
        yield Static("ready 0", markup=False)
    def action_step(self):
        self.n += 1
        self.query_one(Static).update(f"ready {self.n}")
Minimal().run()
"""
LETTERS = (
    "the a of minister police said report border council vote river bridge strike union of to in"
)


def article(size: int, seed: int) -> Article:
    """An article of about `size` words in paragraphs of three sentences."""
    draw = random.Random(seed)
    vocabulary = LETTERS.split()
    paragraphs, count = [f"Headline number {seed} about the bridge"], 6
    while count < size:
        told = []
        for _ in range(3):
            length = draw.randint(8, 22)
            told.append(" ".join(draw.choice(vocabulary) for _ in range(length)).capitalize() + ".")
            count += length
        paragraphs.append(" ".join(told))
    whole = "\n\n".join(paragraphs)
    edge = len(paragraphs[0])
    blocks = (
        Block(0, edge, BlockKind.TITLE, True),
        Block(edge + 2, len(whole), BlockKind.BODY, True),
    )
    split = tuple(s for block in blocks for s in sentences(whole, block.start, block.end))
    outlet = f"Outlet {seed}"
    return Article(
        article_id(whole), whole, paragraphs[0], outlet, None, "2026-05-01", None, f"{seed}.txt",
        blocks, split, words(whole),
    )  # fmt: skip


def suggestions(held: Article, count: int) -> list[Suggestion]:
    """`count` suggestions, some overlapping, spread over the article."""
    draw = random.Random(held.title)
    labels = ("loaded", "hedge", "attribution", "intensifier")
    made = []
    for number in range(count):
        at = draw.randrange(len(held.words) - 3)
        start, end = held.words[at].start, held.words[at + draw.randrange(3)].end
        label = labels[number % len(labels)]
        values = (
            held.id,
            Layer.SPAN,
            start,
            end,
            held.text[start:end],
            label,
            "kind",
            "bench",
            "1",
        )
        why = (f"entry.{number}", "A word of the bench.", 0.9)
        made.append(Suggestion(derived_id(held.id, number), *values, *why))
    return made


def save(transaction: Transaction, pair: list[Article], story: Story, spans: int) -> None:
    """Store one story; every second sentence has a counterpart."""
    for held in pair:
        transaction.add_article(held, suggestions(held, spans))
    transaction.add_story(story)
    a, b = pair
    shared = range(0, min(len(a.sentences), len(b.sentences)), 2)
    transaction.add_counterparts(Counterpart((a.id, n), (b.id, n), 0.9) for n in shared)


def save_all(transaction: Transaction, numbers: range, size: int, spans: int) -> None:
    """Store a batch of stories."""
    for number in numbers:
        pair = [article(size, 2 * number + side) for side in (0, 1)]
        story = Story(f"story-{number}", pair[0].title, tuple(a.id for a in pair))
        save(transaction, pair, story, spans)


def corpus(path: Path, size: int, spans: int, stories: int = 1) -> str:
    """A corpus of stories of two articles; the id of the first story."""
    project.new(path, "framing")
    with open_corpus(path, write=True) as opened:
        writer = opened.writer()
        for first in range(0, stories, BATCH):
            numbers = range(first, min(stories, first + BATCH))
            writer.submit(partial(save_all, numbers=numbers, size=size, spans=spans)).result()
    return "story-0"


def measure(harness: Path, command: list[str], *options: str) -> Json:
    """What the harness measures of one program, in a fresh process."""
    with tempfile.NamedTemporaryFile(suffix=".json") as out:
        subprocess.run(
            [sys.executable, str(harness), "--cols", "160", "--rows", "48", "--json", out.name,
             *options, "--", *command],
            check=True, capture_output=True, env={**os.environ, "TEXTUAL_FPS": "120"},
        )  # fmt: skip
        found: Json = json.loads(Path(out.name).read_text("utf-8"))
        return found


def told(name: str, value: float, against: float | None, goal: str) -> None:
    """Print one line of the table."""
    ratio = f"{value / against:7.2f} x" if against else " " * 9
    print(f"{name:44} {value:10.1f} {ratio}   {goal}")


BATCH = 500
"""Stories of one transaction."""


class Bench:
    """The reader and the minimal app, measured in turn so that both meet the same load."""

    def __init__(self, harness: Path, folder: Path, passes: int) -> None:
        self.harness, self.folder, self.passes = harness, folder, passes
        self.minimal = [sys.executable, str(folder / "minimal.py")]
        (folder / "minimal.py").write_text(MINIMAL, encoding="utf-8")

    def reader(self, name: str, size: int, spans: int, stories: int = 1) -> list[str]:
        """The command that opens a corpus of this size, made when first asked for."""
        path = self.folder / f"{name}.db"
        if not path.exists():
            corpus(path, size, spans, stories)
        return [sys.executable, "-m", "annotator", str(path), "--as", "bench", "--story", "story-0"]

    def best(self, commands: dict[str, list[str]], *options: str) -> dict[str, Json]:
        """Each command's pass with the least median of what it measures."""
        found: dict[str, list[Json]] = {name: [] for name in commands}
        for _ in range(self.passes):
            for name, command in commands.items():
                quit_keys = "q" if name == "minimal" else "q q"
                ready = "ready" if name == "minimal" else "Headline"
                wanted = ("--ready", ready, "--quit", quit_keys, *options)
                found[name].append(measure(self.harness, command, *wanted))
        return {name: min(held, key=_weight) for name, held in found.items()}

    def start(self) -> None:
        """Start to the first frame with text, small and large corpora; memory."""
        commands = {
            "minimal": self.minimal,
            "1,000 articles": self.reader("k1", 500, 30, 500),
            "10,000-word story": self.reader("w10k", 10_000, 2_000),
        }
        held = self.best(commands, "--runs", "5")
        least = held["minimal"]
        for name in list(commands)[1:]:
            start = held[name]["start"]["ready"]["min"]
            told(f"start, {name}, ms", start, least["start"]["ready"]["min"], "<= 1.35")
        rss = held["10,000-word story"]["memory_settled"]["rss_mib"]
        told(
            "memory over the minimal app, MiB",
            rss - least["memory_settled"]["rss_mib"],
            None,
            "<= 25",
        )

    def list_of(self, stories: int) -> list[str]:
        """The command that opens the list of a corpus of so many stories of short articles."""
        return self.reader(f"list-{stories}", 60, 4, stories)[:-2]

    def large(self) -> None:
        """Start to the first frame of the story list, 100,000 articles against 1,000."""
        commands = {"minimal": self.minimal, "1,000": self.list_of(500)}
        commands["100,000"] = self.list_of(50_000)
        held = self.best(commands, "--runs", "5")
        starts = {name: found["start"]["ready"]["min"] for name, found in held.items()}
        told("start, list of 1,000 articles, ms", starts["1,000"], starts["minimal"], "<= 1.35")
        told("start, list of 100,000 articles, ms", starts["100,000"], starts["1,000"], "<= 1.3")

    def keys(self) -> None:
        """Key to the end of its frame, CPU and bytes, on 1,000 to 100,000 words a pane."""
        commands = {
            "minimal": self.minimal,
            "1,000 words": self.reader("w1k", 1_000, 200),
            "10,000 words": self.reader("w10k", 10_000, 2_000),
            "100,000 words": self.reader("w100k", 100_000, 20_000),
        }
        held = self.best(commands, "--keys", "l*150", "--idle", "2")
        least = held.pop("minimal")["key"]
        for name, found in held.items():
            key = found["key"]
            told(
                f"key to frame, {name}, p50 ms",
                key["frame"]["p50"],
                least["frame"]["p50"],
                "<= 1.2",
            )
            told(
                f"key to frame, {name}, p99 ms",
                key["frame"]["p99"],
                least["frame"]["p99"],
                "<= 1.5",
            )
            told(f"CPU a key, {name}, p50 ms", key["cpu"]["p50"], least["cpu"]["p50"], "")
            told(f"bytes a move, {name}, p50", key["bytes"]["p50"], None, "<= 600")
            told(f"bytes when idle, {name}", found["idle"]["bytes"], None, "0")

    def crowds(self) -> None:
        """A scrolled line, a held key, and a burst of keys."""
        command = {"reader": self.reader("w10k", 10_000, 2_000)}
        scroll = self.best(command, "--keys", "[j j j j j j j j]*10")["reader"]["key"]
        told("a line down, p99 ms", scroll["frame"]["p99"], None, "")
        told("a line down, bytes p95", scroll["bytes"]["p95"], None, "<= 16,000")
        rate = self.best(command, "--keys", "l*200", "--rate", "30")["reader"]["rate"]
        told("held key, lag after 200 keys, ms", rate["lag"], None, "<= 50")
        burst = self.best(command, "--keys", "l*300", "--burst")["reader"]["burst"]
        told("burst of 300 keys, ms", burst["total"], None, "<= 150")


def _weight(found: Json) -> float:
    if "key" in found:
        return float(found["key"]["cpu"]["p50"])
    for name in ("rate", "burst"):
        if name in found:
            return float(found[name].get("lag", found[name].get("total", 0)))
    return float(found["start"]["ready"]["min"])


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("harness", type=Path)
    parser.add_argument("--passes", type=int, default=3)
    parser.add_argument("--large", action="store_true")
    given = parser.parse_args()
    # an installed package is compiled, as Textual is; a working copy need not be
    compileall.compile_dir(Path(annotator.__file__).parent, quiet=2)
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(given.harness, Path(folder), given.passes)
        bench.start()
        if given.large:
            bench.large()
        bench.keys()
        bench.crowds()


if __name__ == "__main__":
    main()
