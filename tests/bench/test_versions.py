"""Annotations carried to an edited article: as they were, each in one event."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.history import Kind
from annotator.model import Annotation, Arm, Article, Layer, Origin
from annotator.project import Project, Sources, open_project
from annotator.store import doctor
from annotator.store.corpus import open_corpus


@pytest.fixture
def project(corpus: Path) -> Iterator[Project]:
    with open_project(corpus) as opened:
        yield opened
    assert [check for check in doctor.examine(corpus) if not check.ok] == []


@pytest.fixture
def old(project: Project) -> Article:
    return project.stories()[0].articles[0]


@pytest.fixture
def new(project: Project, old: Article, tmp_path: Path) -> Article:
    edited = tmp_path / "edited.txt"
    edited.write_text(f"One more line before.\n\n{old.text}", encoding="utf-8")
    added = project.add(Sources([edited]))[0]
    assert added.status == "version"
    assert added.article is not None
    return project.desk("ann").article(added.article.id)


def _carried(project: Project, old: Article, new: Article) -> Annotation:
    """The one annotation that was carried, having moved."""
    (one,) = project.carry("ann", old.id, new.id, dry_run=False)
    assert one.fate == "moved"
    (held,) = project.desk("ann").own(new.id)
    return held


def test_an_accepted_label_stays_accepted_and_answers_the_suggestion_there(
    project: Project, old: Article, new: Article
) -> None:
    desk = project.desk("ann")
    page = project.view(project.stories()[0].story.id).pages[0]
    suggestion = page.suggestions[0]
    made = desk.accept(suggestion.id).standing.annotation
    assert made is not None
    desk.note(made.id, "why").saved.result()
    held = _carried(project, old, new)
    assert (held.label, held.quote, held.origin) == (made.label, made.quote, Origin.ACCEPTED)
    assert held.attributes == made.attributes
    assert held.note.splitlines()[0] == "why"
    assert made.id in held.note
    assert old.id in held.note
    with open_corpus(project.path, write=False) as corpus:
        assert held.suggestion is not None
        there = corpus.suggestion(held.suggestion)
        assert (there.article, there.entry, there.start) == (new.id, suggestion.entry, held.start)
        (decision,) = corpus.decisions(article=new.id)
        assert (decision.suggestion, decision.verdict) == (there.id, "accepted")
        *_, last = corpus.all_events()
        assert (last.kind, last.body["note"], last.subject) == (Kind.ACCEPT, held.note, held.id)


def test_where_nothing_is_suggested_it_is_still_no_unaided_label(
    project: Project, old: Article, new: Article
) -> None:
    desk = project.desk("ann")
    with open_corpus(project.path, write=True) as corpus:
        ann = desk.annotator.id
        corpus.writer().submit(lambda t: t.set_arm(ann, new.id, Arm.BLIND)).result()
    suggestion = project.view(project.stories()[0].story.id).pages[0].suggestions[0]
    desk.accept(suggestion.id).saved.result()
    held = _carried(project, old, new)
    assert (held.origin, held.suggestion) == (Origin.ACCEPTED, None)
    again = project.desk("ann")
    edited = again.relabel(held.id, "portrayal").standing.annotation
    assert edited is not None
    assert edited.origin is Origin.EDITED


def test_a_rejected_suggestion_of_the_new_version_stays_rejected(
    project: Project, old: Article, new: Article
) -> None:
    desk = project.desk("ann")
    first = project.view(project.stories()[0].story.id).pages[0].suggestions[0]
    with open_corpus(project.path, write=False) as corpus:
        (there,) = [
            s
            for s in corpus.suggestions(new.id)
            if (s.entry, s.start) == (first.entry, first.start + len(new.text) - len(old.text))
        ]
    desk.reject(there.id).saved.result()
    desk.accept(first.id).saved.result()
    assert _carried(project, old, new).suggestion is None
    with open_corpus(project.path, write=False) as corpus:
        (decision,) = corpus.decisions(article=new.id)
        assert decision.verdict == "rejected"


def test_a_label_by_hand_is_carried_in_one_event_with_what_was_said_of_it(
    project: Project, old: Article, new: Article
) -> None:
    desk = project.desk("ann")
    label = desk.scheme.layer(Layer.SENTENCE)[0].id
    desk.label_sentence(old.id, 2, label).saved.result()
    held = _carried(project, old, new)
    assert (held.layer, held.origin, held.quote) == (
        Layer.SENTENCE,
        Origin.UNAIDED,
        old.text[slice(*old.sentences[2])],
    )
    with open_corpus(project.path, write=False) as corpus:
        assert [e.kind for e in corpus.events(held.id)] == [Kind.LABEL]
    assert held.start is not None
    desk = project.desk("ann")
    again = desk.label_sentence(new.id, desk.sentence(new.id, held.start), label)
    assert again.standing.subject == held.id  # a second time replaces the first
    again.saved.result()
