"""Words per second of the detectors as a share of bare spaCy tokenisation, in one process.

Both read each article right after the other, so that what else the machine does falls on both
alike; processor time counts. Then the same with the small model, where it is installed, against the
model alone with the same components. The last line times the input that is quadratic in the
tokeniser, at two lengths: the ratio shows the growth.
"""

import gc
import random
import re
import time
from collections.abc import Callable, Sequence
from typing import TypeAlias

import spacy

from annotator import detect
from annotator.detect import Passage, nlp, registry, weights
from annotator.errors import MissingExtra
from annotator.files import packaged
from annotator.model import Span
from annotator.text.sentences import sentences
from annotator.text.words import words

WORDS, OF_EACH, WITH_MODEL = 150_000, 50_000, 80_000
AT_ONCE = 16

Turn: TypeAlias = Sequence[Passage]


def main() -> None:
    """Print the ratios."""
    tokenizer = spacy.blank("en").tokenizer

    def bare(turn: Turn) -> None:
        for passage in turn:
            tokenizer(passage.text)

    names = [info.name for info in registry.describe() if info.needs == "words"]
    highlighting(names)(corpus(0, 1)[0])
    gc.collect()  # or a look through all that was just loaded falls on some article
    articles = corpus(1, WORDS)
    compare("all detectors, new words", bare, highlighting(names), articles)
    compare("the same texts again", bare, highlighting(names), articles * 3)
    for seed, name in enumerate(names, 2):
        compare(f"  {name}", bare, highlighting([name]), corpus(seed, OF_EACH))
    with_model(corpus(100, WITH_MODEL, AT_ONCE))
    short, long = ([Passage("[" * n, "a", [Span(0, n)])] for n in (16_000, 64_000))
    once, four = (
        min(seconds(highlighting(names), turn) for _ in range(5)) for turn in (short, long)
    )
    print(f"16,000 brackets {once * 1000:.1f} ms, four times as many: {four / once:.1f} times that")


def with_model(turns: Sequence[Turn]) -> None:
    """Print the ratio with the small model, whose components but two are used."""
    try:
        model = nlp.load(weights.SMALL, nlp.WITHOUT)
    except MissingExtra as error:
        print(error.message)
        return

    def alone(turn: Turn) -> None:
        list(model.pipe([passage.text for passage in turn], batch_size=AT_ONCE))

    names = [info.name for info in registry.describe() if info.needs in ("words", "model")]
    job = highlighting(names, weights.SMALL)
    job(turns[0])
    compare("all detectors, small model", alone, job, turns[1:])


def highlighting(names: Sequence[str], model: str | None = None) -> Callable[[Turn], None]:
    """The detectors called `names`, on the articles of a turn."""

    def job(turn: Turn) -> None:
        for _ in detect.highlight_all(turn, detectors=names, model=model):
            pass

    return job


def compare(
    what: str, bare: Callable[[Turn], None], job: Callable[[Turn], None], turns: Sequence[Turn]
) -> None:
    """Print words per second of both and the ratio; each begins every other turn."""
    alone = full = 0.0
    for number, turn in enumerate(turns):
        if number % 2:
            full += seconds(job, turn)
        alone += seconds(bare, turn)
        if not number % 2:
            full += seconds(job, turn)
    total = sum(len(words(passage.text)) for turn in turns for passage in turn)
    speeds = f"{total / full:10,.0f} words/s of {total / alone:10,.0f}"
    print(f"{what:28}{speeds}   ratio {alone / full:.2f}")


def seconds(job: Callable[[Turn], None], turn: Turn) -> float:
    """The processor time that a job takes."""
    start = time.process_time()
    job(turn)
    return time.process_time() - start


def corpus(seed: int, count: int, size: int = 1) -> list[Turn]:
    """The sentences of the sample stories dealt anew into articles of 500 words, `size` a turn.

    Half of the longer words are spelled anew. On real news the tokeniser meets three strings in
    ten for the first time, and three suggestions come to a hundred words; so they do here. Without
    new words it looks six times as fast as it is.
    """
    lines = [
        line
        for path in sorted(packaged("seeds").rglob("*.txt"))
        for line in path.read_text("utf-8", "replace").splitlines()
        if len(line) > 60
    ]
    draw, made = random.Random(seed), list[Passage]()
    while count > 0:
        article = "\n".join(draw.choices(lines, k=12))
        article = re.sub(r"\w{4,}", lambda m: fresh(m.group(), draw), article)
        count -= len(words(article))
        made.append(Passage(article, "a", sentences(article)))
    return [made[at : at + size] for at in range(0, len(made), size)]


def fresh(word: str, draw: random.Random) -> str:
    """`word`, or every other time a new word of the same length."""
    if draw.random() < 0.5:
        return word
    return "".join(draw.choices("abdefgiklmnoprstu", k=len(word)))


if __name__ == "__main__":
    main()
