"""A corpus for one annotator to take away: her stories and her events, to be merged back."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from annotator.history import Event, Kind
from annotator.model import Annotator
from annotator.store import faults, header, migrations, rows, settings
from annotator.store.fresh import fresh
from annotator.store.reads import Reads
from annotator.store.transaction import Transaction

_SETTINGS = ("id", "oldest_reader", "mask", "migrations")
_SETTLED = f"""SELECT {rows.EVENT} FROM event WHERE kind IN ('block', 'describe', 'story')
AND NOT EXISTS (SELECT 1 FROM undone WHERE undone.event = event.id)"""


def hand_out(
    corpus: Reads,
    annotator: Annotator,
    target: Path,
    settle: Callable[[Transaction], object] = lambda transaction: None,
) -> int:
    """Write `target`, which must not exist, and return how many stories are in it.

    `settle` has the last word in the copy. It holds the stories assigned to `annotator` (all, when
    none are), what she did so far, and of other people what they settled about these stories and
    their articles: what is in a story, what an article is called, what is clutter. Nobody else's
    labels and decisions. Raises StoreError, DiskFull.
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
            transaction.seal()
            return stories


def _copy(corpus: Reads, copy: Transaction, annotator: Annotator) -> int:
    for scheme in corpus.schemes():
        copy.add_scheme(scheme)
    copy.set_setting("scheme", corpus.scheme().hash)
    for name in _SETTINGS:
        if (value := corpus.setting(name)) is not None:
            copy.set_setting(name, value)
    copy.set_setting("holder", annotator.id)
    copy.enrol(annotator)
    hers = corpus.assigned_stories(annotator.id)
    stories = [story for story in corpus.stories() if story.id in hers or not hers]
    told = [article for story in stories for article in story.articles]
    events = list(corpus.events_of(annotator.id))
    worked_on = [event.article for event in events if event.article is not None]
    articles = list(dict.fromkeys([*told, *worked_on]))
    for article in articles:
        copy.add_article(corpus.article_as_added(article), corpus.suggestions(article))
        copy.set_arm(annotator.id, article, corpus.arm(annotator.id, article))
        if evidence := corpus.setting(settings.asymmetry(article)):
            copy.set_setting(settings.asymmetry(article), evidence)
    settled = _settled(corpus, {*articles}, {*hers, *(story.id for story in stories)})
    subjects = {event.subject for event in settled if event.kind is Kind.STORY}
    for proposed in corpus.proposals():
        if proposed.id in subjects or proposed.id in hers or {*proposed.articles} & {*articles}:
            copy.add_story(proposed)
    for story in stories:
        copy.add_counterparts(corpus.counterparts(story.articles, None))
    drawn = corpus.ask("SELECT * FROM assignment WHERE annotator = ?", annotator.id)
    copy.take_rows("assignment", drawn)
    people = {person.id: person for person in corpus.annotators()}
    for event in settled:
        copy.enrol(people[event.annotator])
    made = {event.id: event for event in (*events, *settled)}
    for event in made.values():
        copy.insert_event(event)
    copy.refold(dict.fromkeys(event.subject for event in made.values()))
    return len(stories)


def _settled(corpus: Reads, articles: set[str], stories: set[str]) -> list[Event]:
    """What people have settled about these articles and stories, and not taken back."""
    rulings = corpus.ask_for(rows.event, f"{_SETTLED} ORDER BY clock, annotator, counter, id")
    return [
        ruling
        for ruling in rulings
        if ruling.article in articles
        or ruling.subject in stories
        or not articles.isdisjoint(ruling.body.get("articles", ()))
    ]
