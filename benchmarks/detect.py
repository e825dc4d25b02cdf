"""Words per second of the detectors as a share of bare spaCy tokenisation, in one process.

Both are timed in turns on the same texts and the best of the rounds counts. Then the same with the
small model, where it is installed, against the model alone with the same components. The last line
times the input that is quadratic in the tokeniser, at two lengths: the ratio shows the growth.
"""

import random
import re
import time
from collections.abc import Callable, Sequence

import spacy

from annotator import detect
from annotator.detect import nlp, registry, weights
from annotator.errors import MissingExtra
from annotator.files import packaged
from annotator.model import Span
from annotator.text.sentences import sentences
from annotator.text.words import words

ROUNDS = 5
WORDS = 150_000
MODEL_ARTICLES = 40


def main() -> None:
    """Print the ratios."""
    texts = corpus()
    total = sum(len(words(text)) for text in texts)
    split = [sentences(text) for text in texts]
    tokenizer = spacy.blank("en").tokenizer
    pairs = list(zip(texts, split, strict=True))
    bare, full = best(
        lambda: [tokenizer(text) for text in texts],
        lambda: [detect.highlight(text, "a", spans) for text, spans in pairs],
    )
    print(f"bare tokenisation     {total / bare:10,.0f} words/s")
    print(f"all detectors         {total / full:10,.0f} words/s   ratio {bare / full:.2f}")
    for name in [info.name for info in registry.describe() if info.needs == "words"]:
        bare, one = best(
            lambda: [tokenizer(text) for text in texts],
            lambda name=name: [detect.highlight(t, "a", s, detectors=[name]) for t, s in pairs],  # type: ignore[misc]
        )
        print(f"  {name:20}{total / one:10,.0f} words/s   ratio {bare / one:.2f}")
    with_model(pairs[:MODEL_ARTICLES])
    short, long = "[" * 16_000, "[" * 64_000
    once, four = best(lambda: highlight(short), lambda: highlight(long))
    print(f"16,000 brackets {once * 1000:.1f} ms, four times as many: {four / once:.1f} times that")


def with_model(pairs: Sequence[tuple[str, Sequence[Span]]]) -> None:
    """Print the ratio with the small model, whose components but two are used."""
    try:
        model = nlp.load(weights.SMALL, nlp.WITHOUT)
    except MissingExtra as error:
        print(error.message)
        return
    total = sum(len(words(text)) for text, _ in pairs)
    names = [info.name for info in registry.describe() if info.needs in ("words", "model")]
    bare, full = best(
        lambda: list(model.pipe((text for text, _ in pairs), batch_size=16)),
        lambda: [
            detect.highlight(text, "a", spans, detectors=names, model=weights.SMALL)
            for text, spans in pairs
        ],
    )
    print(f"small model alone     {total / bare:10,.0f} words/s")
    print(f"all detectors with it {total / full:10,.0f} words/s   ratio {bare / full:.2f}")


def corpus() -> list[str]:
    """The sentences of the sample stories dealt anew into articles of some 500 words.

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
    draw, made, count = random.Random(1), [], 0
    while lines and count < WORDS:
        article = "\n".join(draw.choices(lines, k=12))
        article = re.sub(r"\w{4,}", lambda m: fresh(m.group(), draw), article)
        count += len(words(article))
        made.append(article)
    return made


def fresh(word: str, draw: random.Random) -> str:
    """`word`, or every other time a new word of the same length."""
    if draw.random() < 0.5:
        return word
    return "".join(draw.choices("abdefgiklmnoprstu", k=len(word)))


def highlight(text: str) -> object:
    """All detectors on `text`."""
    return detect.highlight(text, "a", sentences(text))


def best(first: Callable[[], object], second: Callable[[], object]) -> tuple[float, float]:
    """The shortest time of each, run in turns, in seconds."""
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(ROUNDS):
        for slot, job in zip(times, (first, second), strict=True):
            start = time.process_time()
            job()
            slot.append(time.process_time() - start)
    return min(times[0]), min(times[1])


if __name__ == "__main__":
    main()
