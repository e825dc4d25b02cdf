"""A person in a process of her own: labels a corpus and prints what was acknowledged.

    python labeller.py CORPUS NAME COUNT [PAUSE]

Prints `try ID` before and `ack ID MILLISECONDS` after each event, `fault CLASS ID` when saving
failed; it offers an event three times before it goes on. COUNT 0 goes on for ever. PAUSE is in
seconds.
"""

import itertools
import sys
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from annotator.errors import AnnotatorError
from annotator.history import Event, Kind
from annotator.model import random_id
from annotator.store.corpus import Corpus, open_corpus
from annotator.store.writer import Transaction, Writer


def say(*words: str) -> None:
    """One line, at once."""
    sys.stdout.write(" ".join(words) + "\n")
    sys.stdout.flush()


def events(corpus: Corpus, annotator: str) -> Iterator[Event]:
    """Labels on one word after another, round and round."""
    article = corpus.article(corpus.article_ids()[0])
    scheme = corpus.scheme().hash

    def label(start: int, end: int) -> Event:
        quote = article.text[start:end]
        body = {"layer": "span", "label": "loaded", "start": start, "end": end, "quote": quote}
        made, subject = random_id(), random_id()
        return Event(made, annotator, subject, Kind.LABEL, body, article.id, "now", scheme)

    return itertools.starmap(label, itertools.cycle(article.words))


def save(writer: Writer, event: Event) -> None:
    """Offer an event until it is saved, three times at most."""
    say("try", event.id)
    for _ in range(3):
        begin = time.monotonic()
        try:
            writer.submit(partial(Transaction.append, event=event)).result()
        except AnnotatorError as error:
            say("fault", type(error).__name__, event.id)
        else:
            say("ack", event.id, f"{(time.monotonic() - begin) * 1000:.1f}")
            return


def main() -> None:
    """Label as the command line says."""
    path, name, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
    pause = float(sys.argv[4]) if len(sys.argv) > 4 else 0.0
    with open_corpus(Path(path), write=True) as corpus:
        writer = corpus.writer()
        annotator = writer.submit(lambda t: t.add_annotator(name)).result().id
        for event in itertools.islice(events(corpus, annotator), count or None):
            save(writer, event)
            time.sleep(pause)


if __name__ == "__main__":
    main()
