"""Out of the corpus file: what stands in it as the records that formats write."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from annotator import __version__, agreement
from annotator.errors import UsageError
from annotator.exchange import records, verbatim
from annotator.formats import publish
from annotator.formats.record import Each, Export, Header
from annotator.formats.strict import short
from annotator.measure.figures import Row, rows
from annotator.model import Annotator
from annotator.store import bulk
from annotator.store.corpus import Corpus

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Selection:
    """Whose work goes out: the annotators of these names, or everybody's when empty.

    `anonymise` numbers the annotators and drops notes and times.
    """

    names: frozenset[str] = frozenset()
    anonymise: bool = False


class Moved(Exception):
    """Somebody saved to the corpus while it was read: what was read is not of one moment."""


def export(corpus: Corpus, selection: Selection) -> Export:
    """The corpus as records, read batch by batch as the format asks for them.

    Nobody is kept from saving meanwhile; when somebody did, the last records are followed by Moved.
    """
    begun = corpus.version()

    def steady(records: Iterable[T]) -> Iterator[T]:
        yield from records
        if corpus.version() != begun:
            raise Moved

    people = chosen(corpus, selection)
    made = Export(
        header=Header(
            corpus=corpus.id,
            scheme=corpus.scheme(),
            annotators=tuple(people.values()),
            tool=f"annotator {__version__}",
        ),
        articles=steady(records.article(people, work) for work in bulk.works(corpus)),
        verbatim=steady(verbatim.articles(corpus, people)),
        stories=Each(lambda: steady(records.story(people, told) for told in bulk.stories(corpus))),
        links=Each(
            lambda: steady(
                records.labelled(people, link)
                for link in bulk.links(corpus)
                if link.annotator in people
            )
        ),
        agreement=Each(lambda: steady(_agreement(corpus, people))),
    )
    return publish.anonymise(made) if selection.anonymise else made


def _agreement(corpus: Corpus, people: Mapping[str, Annotator]) -> Iterator[Row]:
    if len(people) > 1:
        yield from rows(agreement.of_corpus(corpus, people))


def chosen(corpus: Corpus, selection: Selection) -> dict[str, Annotator]:
    """The annotators that are selected, by id; UsageError for a name that nobody has."""
    everybody = corpus.annotators()
    unknown = selection.names - {person.name for person in everybody}
    if unknown:
        known = ", ".join(person.name for person in everybody) or "nobody"
        raise UsageError(f"no annotator is called {short(min(unknown))}", f"So far: {known}.")
    return {p.id: p for p in everybody if not selection.names or p.name in selection.names}


def splits(corpus: Corpus, shares: str, seed: int) -> dict[str, str]:
    """Each story's split by `shares` such as "80/10/10"; see `publish.split`."""
    outlets = {
        story.id: [corpus.article(article).outlet for article in story.articles]
        for story in corpus.stories()
    }
    return publish.split(outlets, shares, seed)
