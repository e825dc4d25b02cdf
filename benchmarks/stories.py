"""How well and how fast stories are found: `python benchmarks/stories.py`.

Quality needs the hand-made alignments beside the checkout; speed is printed as ratios to plain
tokenising of the same text, so that machines can be compared.
"""

import sys
import time
from collections.abc import Callable
from itertools import combinations, pairwise
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests" / "stories"))

import worlds
from aligned import Aligned, article, events, gold, judge, mixed, wanted

from annotator.model import Article
from annotator.stories.alignment import align, candidates
from annotator.stories.duplicates import copies, sketch
from annotator.stories.pairing import profile, propose
from annotator.text.words import words


def main() -> None:
    """Print every figure."""
    known = gold()
    if known:
        counterparts(known)
        first_three(known)
        same_event()
        other_events()
    speed()
    growth()


def counterparts(known: list[Aligned]) -> None:
    """F1 of the counterparts of each pair, and of all."""
    total = (0, 0, 0)
    for pair in known:
        found = [(link.a[1], link.b[1]) for link in align(pair.a, pair.b)]
        counts = judge(pair, found)
        print(f"counterparts {pair.name:20} {_scores(*counts)}")
        total = (total[0] + counts[0], total[1] + counts[1], total[2] + counts[2])
    print(f"counterparts {'all':20} {_scores(*total)}")


def first_three(known: list[Aligned]) -> None:
    """How often the right sentence is among the first three offered."""
    hits = [
        any(link.b[1] in right for link in candidates(*sides, sentence))
        for pair in known
        for side, sides in enumerate(((pair.a, pair.b), (pair.b, pair.a)))
        for sentence, right in wanted(pair, side).items()
    ]
    print(f"right one among the first three: {sum(hits) / len(hits):.3f} of {len(hits)}")


def same_event() -> None:
    """F1 over all pairs of articles of the real events."""
    print(f"same event: {_pairs(events())}")


def other_events() -> None:
    """F1 over pairs when the same people are in other news too, and on half-articles."""
    made = [
        (event, article(text, name=f"w{n}")) for n, (event, text) in enumerate(worlds.articles(1))
    ]
    print(f"same event, the same people: {_pairs(made)}")
    for span in (90, 10, 0):
        known = mixed(dated=bool(span), span=span or 90)
        when = f"within {span} days" if span else "without days"
        print(f"same event, half of the sentences of {len(known)} articles {when}: {_pairs(known)}")
    halves = []
    for number, (event, whole) in enumerate(events()):
        lines = [whole.text[b.start : b.end] for b in whole.blocks if b.shown]
        cut = (len(lines) + 1) // 2
        for side, part in enumerate((lines[:cut], lines[cut:])):
            halves.append((event, article("\n".join(part), name=f"h{number}.{side}")))
    print(f"same event, half-articles without dates: {_pairs(halves)}")


def _pairs(made: list[tuple[str, Article]]) -> str:
    event = {each.id: name for name, each in made}
    right = {frozenset(p) for p in combinations(event, 2) if len({event[name] for name in p}) == 1}
    stories = propose([profile(each) for _, each in made])
    found = {frozenset(pair) for story in stories for pair in combinations(story.articles, 2)}
    return _scores(len(found & right), len(found), len(right))


def speed() -> None:
    """Time of each step on one article, as a multiple of finding its words."""
    sides = [article(_invented(seed), name=str(seed)) for seed in range(60)]
    plain = _seconds(lambda: [words(side.text) for side in sides])
    profiles = [profile(side) for side in sides]
    steps: dict[str, Callable[[], object]] = {
        "profile": lambda: [profile(side) for side in sides],
        "propose": lambda: propose(profiles),
        "near duplicates": lambda: copies([sketch(side) for side in sides]),
        "align": lambda: [align(*pair) for pair in pairwise(sides)],
    }
    for name, step in steps.items():
        taken = _seconds(step)
        print(f"{name}: {taken / plain:.1f} x words, {taken / len(sides) * 1e3:.2f} ms an article")


def growth() -> None:
    """How the time for proposals and for counterparts grows with their input."""
    few, many = (
        [profile(article(_invented(s, 6), name=str(s))) for s in range(n)] for n in (250, 1000)
    )
    ratio = _seconds(lambda: propose(many)) / _seconds(lambda: propose(few))
    print(f"propose: 4 x the articles take {ratio:.1f} x the time")
    short, long = ((article(_invented(1, n)), article(_invented(2, n))) for n in (250, 1000))
    ratio = _seconds(lambda: align(*long)) / _seconds(lambda: align(*short))
    print(f"align: 4 x the sentences on both sides take {ratio:.1f} x the time")


def _scores(right: int, proposed: int, asked: int) -> str:
    precision, recall = right / max(1, proposed), right / max(1, asked)
    return f"F1 {2 * right / (proposed + asked):.3f}  P {precision:.3f}  R {recall:.3f}  of {asked}"


def _invented(seed: int, lines: int = 40) -> str:
    """News without meaning: sentences of numbered people, places and things."""
    salt = seed * 7919
    return "\n".join(
        f"Person{(salt + n * 31) % 997} told town{(salt + n * 17) % 499} that item{n % 83} and "
        f"plan{(salt * n) % 1999} would cost {(salt + n) % 900} crowns by {2000 + n % 30}."
        for n in range(lines)
    )


def _seconds(step: Callable[[], object]) -> float:
    """The best of three runs."""
    taken = []
    for _ in range(3):
        start = time.perf_counter()
        step()
        taken.append(time.perf_counter() - start)
    return min(taken)


if __name__ == "__main__":
    main()
