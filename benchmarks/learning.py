"""Learning curve: token F1 on one half of a gold file after so many sentences of the other.

    python benchmarks/learning.py GOLD.jsonl LABEL

Annotators are simulated from gold: each misses a fifth of the marks and adds wrong ones, a tenth as
many as there are right ones. The first row is the detectors alone. "queued" lets the model of the
row before choose the next sentences, the least certain first; "random" draws them. Every row also
gives the seconds that training took. The last lines say what a model adds to the processor time of
all detectors, on the texts of the file and on articles of many of them.
"""

import argparse
import functools
import gc
import random
import time
from collections.abc import Iterator
from pathlib import Path

from annotator.detect import Model, Passage, highlight_all, nlp
from annotator.detect.teaching import Example, train
from annotator.errors import UsageError
from annotator.highlighting import Highlighter
from annotator.judging import read_gold
from annotator.measure.spans import Item, Mark, evaluate
from annotator.queueing import entropy
from annotator.text.sentences import sentences
from annotator.text.words import words

STEPS = (50, 100, 200, 400, 800, 1600)
MISSED = 0.2
INVENTED = 0.1
IN_ARTICLE = 20


def main() -> None:
    """Print the curve."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("label")
    given = parser.parse_args()
    label: str = given.label
    gold = [(text, marks) for text, marks, _ in read_gold(given.gold)]
    random.Random(1).shuffle(gold)
    half = len(gold) // 2
    pool, held_out = [simulated(*item) for item in gold[:half]], gold[half:]
    print(f"{'sentences':>9}  {'order':7}  {'F1':>5}  {'seconds':>7}")
    print(f"{0:9}  {'-':7}  {figure(held_out, label, ()):.3f}  {'-':>7}")
    for order in ("random", "queued"):
        for count, model, seconds in curve(pool, label, order):
            print(f"{count:9}  {order:7}  {figure(held_out, label, (model,)):.3f}  {seconds:7.2f}")
    texts = [text for text, _ in held_out]
    articles = [" ".join(texts[at : at + IN_ARTICLE]) for at in range(0, len(texts), IN_ARTICLE)]
    model = train(pool, label)
    for what, some in (("texts", texts), ("articles", articles)):
        print(f"prediction adds {added(some, model):.0%} to detection on {len(some)} {what}")


def simulated(text: str, marks: list[Mark]) -> Example:
    """A text as an annotator marks it who is right most of the time."""
    draw = random.Random(text)
    kept = [(mark.start, mark.end) for mark in marks if draw.random() >= MISSED]
    places = words(text)
    wrong = [tuple(draw.choice(places)) for _ in marks if places and draw.random() < INVENTED]
    return Example(text, sentences(text), [*kept, *((place[0], place[1]) for place in wrong)])


def curve(pool: list[Example], label: str, order: str) -> Iterator[tuple[int, Model, float]]:
    """Models of ever more examples, each with the seconds that its training took."""
    left, seen = list(pool), list[Example]()
    model: Model | None = None
    for step in STEPS:
        if order == "queued" and model:
            left.sort(key=functools.partial(doubt, model=model), reverse=True)
        wanted = step - len(seen)
        seen, left = [*seen, *left[:wanted]], left[wanted:]
        start = time.process_time()
        try:
            model = train(seen, label)
        except UsageError:
            continue
        yield len(seen), model, time.process_time() - start
        if not left:
            return


def doubt(example: Example, model: Model) -> float:
    """The bits that the words of an example may teach."""
    doc = nlp.read(example.text, example.sentences)
    return sum(entropy(model.chance(s)) for s in model.scores(doc))


def added(texts: list[str], model: Model) -> float:
    """The processor time that the model adds to that of the detectors, as a share of it.

    Each text is read without it and with it in turn, three times; each begins every other turn.
    Garbage waits: the few full collections would fall on one of the two by chance.
    """
    spent = [0.0, 0.0]
    passages = [Passage(text, "a", sentences(text)) for text in texts]
    next(highlight_all(passages[:1], learned=[model]))
    gc.disable()
    for turn, passage in enumerate(passages * 3):
        for models in (0, 1) if turn % 2 else (1, 0):
            start = time.process_time()
            next(highlight_all([passage], learned=[model] * models))
            spent[models] += time.process_time() - start
    gc.enable()
    return spent[1] / spent[0] - 1


def figure(gold: list[tuple[str, list[Mark]]], label: str, learned: tuple[Model, ...]) -> float:
    """Token F1 on `gold`."""
    highlighter = Highlighter(None, None, learned)
    items = [
        Item(
            text,
            marks,
            [Mark(s.start, s.end, s.label) for s in highlighter.find(text) if s.label == label],
        )
        for text, marks in gold
    ]
    return evaluate(items).scores["token"].f1


if __name__ == "__main__":
    main()
