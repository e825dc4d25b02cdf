"""What `annotator agreement` costs: processor seconds, and whether they grow with the corpus.

    python benchmarks/agreement.py [ARTICLES [ANNOTATORS]]

ARTICLES (1,000) of some two hundred words, each read by two of ANNOTATORS (10) and by all of them,
with about ten spans an article and labels on sentences and on the whole; then a tenth of it.
"""

import random
import resource
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path

from invented import article

from annotator import project
from annotator.catalogue import load_scheme
from annotator.exchange import Selection
from annotator.history import Event, Kind
from annotator.model import (
    Article,
    Json,
    Layer,
    Story,
    derived_id,
)
from annotator.store.corpus import open_corpus
from annotator.store.migrations import create
from annotator.store.writer import Transaction

BATCH = 200
LABELS = ("loaded", "hedge", "attribution")
SENTENCES = 16


def labels(held: Article, person: str, draw: random.Random) -> Iterator[tuple[Layer, Json]]:
    """What one annotator says: mostly what everybody says, sometimes not."""
    for number in range(10):
        first = 20 * number + draw.choice((0, 0, 0, 1))
        last = min(first + draw.randrange(3), len(held.words) - 1)
        start, end = held.words[first].start, held.words[last].end
        label = LABELS[number % 3] if draw.random() < 0.8 else draw.choice(LABELS)
        yield Layer.SPAN, {"label": label, "start": start, "end": end}
    for start, end in held.sentences[draw.randrange(3) :: 4]:
        yield Layer.SENTENCE, {"label": "informational", "start": start, "end": end}
    genre = draw.choice(("reporting", "reporting", "opinion"))
    yield Layer.ARTICLE, {"label": "genre", "attributes": {"value": genre}}


def events(held: Article, people: Mapping[str, str], scheme: str) -> Iterator[Event]:
    """The events by which they say it, and are done."""
    for name, person in people.items():
        draw = random.Random(f"{held.id} {name}")
        for layer, said in labels(held, person, draw):
            place = {"quote": held.text[said["start"] : said["end"]]} if "start" in said else {}
            subject = derived_id(layer, person, held.id, sorted(map(str, said.items())))
            body: Json = {"layer": str(layer), "attributes": {}, "note": "", **said, **place}
            yield _event(subject, person, Kind.LABEL, body, held.id, scheme)
        body = {"story": f"s{held.id}", "articles": [held.id]}
        subject = derived_id("done", person, f"s{held.id}")
        yield _event(subject, person, Kind.DONE, body, None, scheme)


def _event(
    subject: str, person: str, kind: Kind, body: Json, article: str | None, scheme: str
) -> Event:
    ident = derived_id(subject, "event")
    return Event(ident, person, subject, kind, body, article, "2026-01-01T00:00:00Z", scheme)


def fill(path: Path, articles: int, annotators: int, overlap: int) -> None:
    """A corpus in which each article was read by `overlap` of the annotators."""
    scheme = load_scheme("framing")
    create(path, scheme)
    with open_corpus(path, write=True) as corpus:
        writer = corpus.writer()
        names = [f"person-{n}" for n in range(annotators)]
        people = writer.submit(lambda t: [t.add_annotator(name) for name in names]).result()
        ids = {person.name: person.id for person in people}

        def add(first: int, transaction: Transaction) -> None:
            for number in range(first, min(articles, first + BATCH)):
                held = article(number, SENTENCES)
                transaction.add_article(held, ())
                transaction.add_story(Story(f"s{held.id}", held.title, (held.id,)))
                readers = [names[(number + n) % annotators] for n in range(overlap)]
                for event in events(held, {name: ids[name] for name in readers}, scheme.hash):
                    transaction.append(event)

        for first in range(0, articles, BATCH):
            writer.submit(partial(add, first)).result()


def measured(path: Path) -> float:
    """Processor seconds of all figures with their intervals."""
    begun = time.process_time()
    with project.open_project(path, write=False) as opened:
        opened.agreement(Selection(), tuple(Layer))
    return time.process_time() - begun


def main() -> None:
    articles, annotators = (*map(int, sys.argv[1:]), *(1_000, 10)[len(sys.argv) - 1 :])
    print(f"{annotators} annotators   read by     articles   seconds   a thousand articles")
    with tempfile.TemporaryDirectory() as folder:
        for overlap in (2, annotators):
            for size in (articles // 10, articles):
                path = Path(folder) / f"{overlap}-{size}.db"
                fill(path, size, annotators, overlap)
                seconds = measured(path)
                print(f"{overlap:24}{size:13,}{seconds:10.2f}{1000 * seconds / size:14.2f}")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"peak memory {peak} MB, the filling included")


if __name__ == "__main__":
    main()
