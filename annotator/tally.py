"""Counts of a corpus: what there is, who did what, label by label."""

from collections import Counter
from collections.abc import Sequence

from annotator.history import Decision
from annotator.model import Annotation, Json, Layer
from annotator.store.corpus import Corpus


def tally(corpus: Corpus) -> Json:
    """The counts behind `annotator stats`: of the corpus, per annotator, per label, per outlet."""
    held = corpus.annotations()
    decisions = corpus.decisions()
    people = {person.id: person.name for person in corpus.annotators()}
    return {
        "corpus": corpus.counts(),
        "annotators": [
            {"name": name, **_person(corpus, annotator, held, decisions)}
            for annotator, name in people.items()
        ],
        "labels": _labels(corpus, held, people),
        "outlets": _outlets(corpus, held),
    }


def _outlets(corpus: Corpus, held: Sequence[Annotation]) -> dict[str, dict[str, int]]:
    """Span labels per outlet; nothing where outlets are masked."""
    if corpus.setting("mask") == "yes":
        return {}
    spans = [a for a in held if a.layer is Layer.SPAN and a.article]
    named = {a: corpus.article(a).outlet or "?" for a in {str(span.article) for span in spans}}
    counts: dict[str, Counter[str]] = {}
    for span in spans:
        counts.setdefault(named[str(span.article)], Counter())[span.label] += 1
    return {outlet: dict(sorted(counts[outlet].items())) for outlet in sorted(counts)}


def _person(
    corpus: Corpus, annotator: str, held: Sequence[Annotation], decisions: Sequence[Decision]
) -> Json:
    own = [a for a in held if a.annotator == annotator]
    rows = corpus.story_rows(annotator)
    arms = Counter(
        str(corpus.arm(annotator, article)) for article in {a.article for a in own} if article
    )
    return {
        "labels": dict(sorted(Counter(str(a.layer) for a in own).items())),
        "origins": dict(sorted(Counter(str(a.origin) for a in own).items())),
        "rejected": sum(d.annotator == annotator and d.verdict == "rejected" for d in decisions),
        "undecided": sum(row.undecided for row in rows),
        "done": sum(row.done for row in rows),
        "arms": dict(sorted(arms.items())),
        "days": dict(sorted(Counter(a.created[:10] for a in own).items())),
        "time": _time(corpus, annotator),
    }


def _time(corpus: Corpus, annotator: str) -> Json:
    """Seconds at work, idle time cut: in all, and on each article that took any."""
    spent = corpus.active_ms(annotator)
    articles = {article: ms / 1000 for article, ms in spent.items() if article and ms}
    return {"seconds": sum(spent.values()) / 1000, "articles": articles}


def _labels(corpus: Corpus, held: Sequence[Annotation], people: dict[str, str]) -> list[Json]:
    counts = Counter((a.layer, a.label, a.annotator) for a in held)
    return [
        {
            "layer": str(label.layer),
            "label": label.id,
            "counts": {
                name: counts[label.layer, label.id, annotator] for annotator, name in people.items()
            },
        }
        for label in corpus.scheme().labels
        if any(counts[label.layer, label.id, annotator] for annotator in people)
    ]
