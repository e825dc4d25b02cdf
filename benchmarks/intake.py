"""How `annotator add` grows: `python benchmarks/intake.py [FEW MANY]`, by default 2000 and 8000.

Adds corpora of short invented articles, most of them in stories of several outlets over many days,
each in a process of its own. Prints words a second of processor time, the shares of it spent on
proposing stories and on aligning sentences, how well pairs of articles on one event were found, and
the most memory held.
"""

import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from annotator import asymmetries, counterparts, placing, project
from annotator.model import Json
from annotator.project import Sources
from annotator.stories.vocabulary import COMMON, EMPTY

PLAIN = sorted(EMPTY | COMMON)
OUTLETS = [f"Paper {n}" for n in range(40)]


def main(sizes: list[int]) -> None:
    for size in sizes:
        subprocess.run([sys.executable, __file__, "--one", str(size)], check=True)


def one(size: int) -> None:
    """Add `size` articles and print the figures."""
    events: list[int] = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with (folder / "articles.jsonl").open("w", encoding="utf-8") as out:
            for event, made in articles(size):
                events.append(event)
                out.write(json.dumps(made) + "\n")
        project.new(folder / "c.db", "framing")
        proposing = clocked(placing.Neighbourhood, "place")
        looking = clocked(placing, "look")
        together = clocked(counterparts, "bring_together")
        ahead = clocked(counterparts.Aligning, "ahead")
        comparing = clocked(asymmetries, "propose")
        start = time.process_time()
        with project.open_project(folder / "c.db") as opened:
            added = opened.add(Sources([folder / "articles.jsonl"]))
            taken = time.process_time() - start
            words = opened.stats()["corpus"]["words"]
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    found = list(zip(events, [item.story for item in added], strict=True))
    print(
        f"{size:7} articles {words / taken:9,.0f} words/s  proposing "
        f"{(proposing[0] + looking[0]) / taken:4.0%}  "
        f"aligning {(ahead[0] + together[0] - comparing[0]) / taken:4.0%}  {_pairs(found)}  "
        f"{taken:6.1f} s  {memory} MiB",
        flush=True,
    )


def clocked(owner: Any, name: str) -> list[float]:
    """Let a function of a module or class count the seconds spent in it."""
    spent = [0.0]
    bare: Callable[..., Any] = getattr(owner, name)

    def timed(*given: Any, **named: Any) -> Any:
        start = time.process_time()
        try:
            return bare(*given, **named)
        finally:
            spent[0] += time.process_time() - start

    setattr(owner, name, timed)
    return spent


def _pairs(found: Iterable[tuple[int, str | None]]) -> str:
    """Precision and recall of pairs, given each article's event and story."""
    found = list(found)
    sides = (found, [event for event, _ in found], [story for _, story in found])
    right, asked, made = (
        sum(n * (n - 1) // 2 for n in Counter[object](side).values()) for side in sides
    )
    return f"P {right / max(1, made):.3f} R {right / max(1, asked):.3f}"


def articles(size: int) -> Iterator[tuple[int, Json]]:
    """News without meaning, each with its event: people, places and sums, told alike by all."""
    rng = random.Random(7)
    common = [_word(rng) for _ in range(3000)]
    day = date(2024, 1, 1)
    event = made = 0
    while made < size:
        own = [_word(rng).capitalize() for _ in range(12)]
        facts = [_sentence(rng, common, own) for _ in range(9)]
        day += timedelta(days=rng.random() < 0.1)
        event += 1
        for outlet in rng.sample(OUTLETS, rng.choice([1, 1, 2, 3, 3, 4]))[: size - made]:
            told = [_reworded(rng, fact, common) for fact in rng.sample(facts, 7)]
            told += [_sentence(rng, common, own[:2]) for _ in range(3)]
            made += 1
            yield (
                event,
                {
                    "title": " ".join(rng.sample(own, 3) + rng.sample(common, 3)),
                    "outlet": outlet,
                    "date": str(day + timedelta(days=rng.randrange(2))),
                    "text": "\n\n".join(told),
                },
            )


def _sentence(rng: random.Random, common: list[str], own: list[str]) -> str:
    words = [
        rng.choice(PLAIN) if rng.random() < 0.5 else common[int(len(common) * rng.random() ** 3)]
        for _ in range(18)
    ]
    for name in rng.sample(own, min(2, len(own))):
        words.insert(rng.randrange(1, len(words)), name)
    words.insert(5, str(rng.randrange(13, 9000)))
    return "The " + " ".join(words) + "."


def _reworded(rng: random.Random, fact: str, common: list[str]) -> str:
    words = fact.split(" ")
    for _ in range(5):
        at = rng.randrange(1, len(words) - 1)
        if words[at].islower():
            words[at] = rng.choice(common)
    return " ".join(words)


def _word(rng: random.Random) -> str:
    """A word of consonants and vowels in turn."""
    return "".join(
        rng.choice("bdfgklmnprstv") + rng.choice("aeiou") for _ in range(rng.randint(2, 4))
    )


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        one(int(sys.argv[2]))
    else:
        main([int(size) for size in sys.argv[1:]] or [2000, 8000])
