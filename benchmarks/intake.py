"""How `annotator add` grows: `python benchmarks/intake.py [FEW MANY]`, by default 2000 and 8000.

Adds corpora of short invented articles, most of them in stories of three outlets over many days, each
in a process of its own. Prints words a second, the share of the time spent on proposing stories,
aligning included and not, and the most memory held.
"""

import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from annotator import counterparts, placing, project
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
    import json

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with (folder / "articles.jsonl").open("w", encoding="utf-8") as out:
            for made in articles(size):
                out.write(json.dumps(made) + "\n")
        project.new(folder / "c.db", "framing")
        proposing = clocked(placing.Neighbourhood, "place")
        aligning = clocked(counterparts, "bring_together")
        start = time.perf_counter()
        with project.open_project(folder / "c.db") as opened:
            added = opened.add(Sources([folder / "articles.jsonl"]))
            taken = time.perf_counter() - start
            stories = opened.stats()["corpus"]["stories"]
    words = sum(len(item.article.words) for item in added if item.article)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(
        f"{size:7} articles {stories:6} stories {words / taken:9,.0f} words/s  "
        f"proposing {proposing[0] / taken:4.0%}  aligning {aligning[0] / taken:4.0%}  "
        f"{taken:6.1f} s  {memory} MiB"
    )


def clocked(module: Any, name: str) -> list[float]:
    """Let a function of a module count the seconds spent in it."""
    spent = [0.0]
    bare: Callable[..., Any] = getattr(module, name)

    def timed(*given: Any, **named: Any) -> Any:
        start = time.perf_counter()
        try:
            return bare(*given, **named)
        finally:
            spent[0] += time.perf_counter() - start

    setattr(module, name, timed)
    return spent


def articles(size: int) -> Iterator[Json]:
    """News without meaning: each event has its people, places and sums; outlets tell it their way."""
    rng = random.Random(7)
    common = [_word(rng) for _ in range(3000)]
    day = date(2024, 1, 1)
    made = 0
    while made < size:
        own = [_word(rng).capitalize() for _ in range(12)]
        facts = [_sentence(rng, common, own) for _ in range(9)]
        day += timedelta(days=rng.random() < 0.1)
        for outlet in rng.sample(OUTLETS, rng.choice([1, 1, 2, 3, 3, 4])):
            told = [_reworded(rng, fact, common) for fact in rng.sample(facts, 7)]
            told += [_sentence(rng, common, own[:2]) for _ in range(3)]
            yield {
                "title": " ".join(rng.sample(own, 3) + rng.sample(common, 3)),
                "outlet": outlet,
                "date": str(day + timedelta(days=rng.randrange(2))),
                "text": "\n\n".join(told),
            }
            made += 1
            if made == size:
                return


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
    return "".join(
        rng.choice("bdfgklmnprstv") + rng.choice("aeiou") for _ in range(rng.randint(2, 4))
    )


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        one(int(sys.argv[2]))
    else:
        main([int(size) for size in sys.argv[1:]] or [2000, 8000])
