"""The quick way out: stored rows to the text of the native export, with no record in between."""

from collections import Counter
from collections.abc import Iterator, Mapping

from annotator.exchange import records
from annotator.formats.labelled import person_text, rejection_text, suggestion_text, to_text
from annotator.formats.record import ArticleRecord, Verbatim
from annotator.model import Annotator, Arm, Layer
from annotator.store import bulk
from annotator.store.bulk import Rows
from annotator.store.corpus import Corpus

_PLACED = (Layer.SPAN, Layer.SENTENCE)


def articles(corpus: Corpus, people: Mapping[str, Annotator]) -> Iterator[Verbatim | ArticleRecord]:
    """Every article with what these people made of it.

    One in which anything is not as it should be, such as a quote that is not what the text says,
    goes the long way, where that is dealt with.
    """
    named = {ident: person_text(person) for ident, person in people.items()}
    for held in bulk.as_rows(corpus):
        try:
            yield _verbatim(held, people, named)
        except _Odd:
            yield records.article(people, bulk.work(corpus, held.work.article.id))


class _Odd(Exception):
    """A row that only the long way can deal with."""


def _verbatim(held: Rows, people: Mapping[str, Annotator], named: Mapping[str, str]) -> Verbatim:
    text, arms = held.work.article.text, held.work.arms
    proposals = {ident: suggestion_text(*said) for ident, said in held.suggestions.items()}
    blind = {ident for ident, arm in arms.items() if arm is not Arm.ASSISTED}
    labels, layers = [], []
    for _, annotator, layer, suggestion, start, end, quote, attributes, said in held.labels:
        stands = text[start:end] == (quote or text) and (start or 0) >= 0
        if not stands or (start is None) == (layer in _PLACED):
            raise _Odd
        if suggestion is not None or attributes is not None or annotator in blind:
            if suggestion is not None and suggestion not in proposals:
                raise _Odd
            arm = arms.get(annotator, Arm.ASSISTED)
            said = to_text(said, attributes, proposals.get(suggestion), arm)
        if annotator in named:
            labels.append(said)
            layers.append(layer)
    if any(row[1] not in proposals for row in held.rejections):
        raise _Odd
    busy = {row[1] for row in held.labels} | held.deciders | held.work.done
    return Verbatim(
        records.bare(people, held.work, busy),
        held.sentences,
        ",".join(labels),
        Counter(layers),
        ",".join(
            rejection_text(named[person], at, proposals[suggestion])
            for person, suggestion, at in sorted(held.rejections)
            if person in named
        ),
    )
