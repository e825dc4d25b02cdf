"""Counts of a corpus: what there is, who did what, label by label."""

from collections import Counter
from collections.abc import Iterable, Sequence

from annotator.model import Json
from annotator.store.corpus import Corpus
from annotator.store.counts import Labelled


def tally(corpus: Corpus) -> Json:
    """The counts behind `annotator stats`: of the corpus, per annotator, per label, per outlet."""
    held = corpus.labelled_by()
    rejected = corpus.rejected_by()
    people = {person.id: person.name for person in corpus.annotators()}
    return {
        "corpus": corpus.counts(),
        "annotators": [
            {"name": name, **_person(corpus, annotator, held, rejected.get(annotator, 0))}
            for annotator, name in people.items()
        ],
        "labels": _labels(corpus, held, people),
        "outlets": _outlets(corpus),
    }


def _outlets(corpus: Corpus) -> dict[str, dict[str, int]]:
    """Span labels per outlet; nothing where outlets are masked."""
    if corpus.setting("mask") == "yes":
        return {}
    counts: dict[str, Counter[str]] = {}
    for outlet, label, number in corpus.labelled_in():
        counts.setdefault(outlet or "unknown outlet", Counter())[label] += number
    return {outlet: dict(sorted(counts[outlet].items())) for outlet in sorted(counts)}


def _person(corpus: Corpus, annotator: str, held: Sequence[Labelled], rejected: int) -> Json:
    own = [counted for counted in held if counted.annotator == annotator]
    rows = corpus.story_rows(annotator)
    return {
        "labels": _summed((counted.layer, counted.number) for counted in own),
        "origins": _summed((counted.origin, counted.number) for counted in own),
        "rejected": rejected,
        "undecided": sum(row.undecided for row in rows),
        "done": sum(row.done for row in rows),
        "arms": corpus.articles_by_arm(annotator),
        "days": _summed((counted.day, counted.number) for counted in own),
        "time": _time(corpus, annotator),
    }


def _summed(numbers: Iterable[tuple[str, int]]) -> dict[str, int]:
    """The sum for each name, by name."""
    sums: Counter[str] = Counter()
    for name, number in numbers:
        sums[name] += number
    return dict(sorted(sums.items()))


def _time(corpus: Corpus, annotator: str) -> Json:
    """Seconds at work, idle time cut: in all, and on each article that took any."""
    spent = corpus.active_ms(annotator)
    articles = {article: ms / 1000 for article, ms in spent.items() if article and ms}
    return {"seconds": sum(spent.values()) / 1000, "articles": articles}


def _labels(corpus: Corpus, held: Sequence[Labelled], people: dict[str, str]) -> list[Json]:
    counts: Counter[tuple[str, str, str]] = Counter()
    for counted in held:
        counts[counted.layer, counted.label, counted.annotator] += counted.number
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
