"""A corpus for one annotator to take away: her stories and her events, to be merged back."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from annotator.model import Annotator
from annotator.store import faults, header, migrations
from annotator.store.fresh import fresh
from annotator.store.reads import Reads
from annotator.store.transaction import Transaction

_SETTINGS = ("id", "oldest_reader", "mask", "migrations")


def hand_out(
    corpus: Reads,
    annotator: Annotator,
    target: Path,
    settle: Callable[[Transaction], object] = lambda transaction: None,
) -> int:
    """Write `target`, which must not exist, and return how many stories are in it.

    `settle` has the last word in the copy. It holds the stories assigned to `annotator` (all, when none are), what she did so far, and
    nobody else's work. Raises StoreError, DiskFull.
    """
    with (
        fresh(target) as beside,
        faults.explained(target),
        closing(header.connect(beside, write=True)) as connection,
    ):
        migrations.migrate(connection)
        with faults.transaction(connection):
            transaction = Transaction(connection, target)
            stories = _copy(corpus, transaction, annotator)
            settle(transaction)
            return stories


def _copy(corpus: Reads, copy: Transaction, annotator: Annotator) -> int:
    for scheme in corpus.schemes():
        copy.add_scheme(scheme)
    copy.set_setting("scheme", corpus.scheme().hash)
    for name in _SETTINGS:
        if (value := corpus.setting(name)) is not None:
            copy.set_setting(name, value)
    copy.enrol(annotator)
    hers = corpus.assignments(annotator.id)
    stories = [story for story in corpus.stories() if story.id in hers or not hers]
    told = [article for story in stories for article in story.articles]
    events = list(corpus.events_of(annotator.id))
    worked_on = [event.article for event in events if event.article is not None]
    for article in dict.fromkeys([*told, *worked_on]):
        copy.add_article(corpus.article(article), corpus.suggestions(article))
        copy.set_arm(annotator.id, article, corpus.arm(annotator.id, article))
    for story in stories:
        copy.add_story(story)
        copy.add_counterparts(corpus.counterparts(story.articles, None))
        if story.id in hers:
            copy.assign(annotator.id, story.id, hers[story.id])
    for event in events:
        copy.insert_event(event)
    copy.refold(dict.fromkeys(event.subject for event in events))
    return len(stories)
