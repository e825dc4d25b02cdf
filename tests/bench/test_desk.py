"""One annotator at work: what a verb does is there at once, saved behind, and never lost."""

import sqlite3
import threading
from collections.abc import Iterator
from concurrent.futures import Future
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest

from annotator import project
from annotator.desk import Act, Desk
from annotator.errors import BusyCorpus, DiskFull, ReadOnlyCorpus, StoreError, UsageError
from annotator.model import BlockKind, Layer, OpenStory, Origin, Page, Place, Span
from annotator.project import Project
from annotator.store.writer import Writer


def story_of(desk: Desk, opened: Project) -> OpenStory:
    return desk.open_story(opened.stories()[0].story.id)


def word(page: Page, quote: str) -> tuple[str, int, int]:
    """The place of the first occurrence of a word in an article."""
    start = page.article.text.index(quote)
    return page.article.id, start, start + len(quote)


@contextmanager
def held(path: Path) -> Iterator[None]:
    """Another program writes to the corpus for as long as the body runs."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        yield


def standing(path: Path, name: str) -> list[Any]:
    """What a later session sees of an annotator's work on the first story."""
    with project.open_project(path, write=False) as opened:
        pages = story_of(opened.desk(name), opened).pages
        return [annotation for page in pages for annotation in page.annotations]


def test_a_label_stands_at_once_and_is_saved_behind(opened: Project) -> None:
    desk = opened.desk("ada")
    page = story_of(desk, opened).pages[0]
    place = word(page, "tear gas")
    act = desk.label(*place, "loaded", {"polarity": "negative"})
    made = act.standing.annotation
    assert made is not None
    assert (made.article, made.start, made.end) == place
    assert (made.quote, made.label, made.origin) == ("tear gas", "loaded", Origin.UNAIDED)
    assert made.attributes["polarity"] == "negative"
    assert act.saved.result().hash
    assert story_of(desk, opened).pages[0].annotations == (made,)


def test_the_same_place_is_not_labelled_twice(opened: Project) -> None:
    desk = opened.desk("ada")
    place = word(story_of(desk, opened).pages[0], "tear gas")
    desk.label(*place, "loaded")
    with pytest.raises(UsageError, match="already labelled"):
        desk.label(*place, "loaded")
    desk.label(*place, "hedge")


def test_what_the_evidence_answers_is_filled_in_on_accepting(opened: Project) -> None:
    desk = opened.desk("ada")
    found = [s for page in story_of(desk, opened).pages for s in page.suggestions]
    judged = next(s for s in found if s.label == "loaded" and s.kind == "labelling")
    accepted = desk.accept(judged.id).standing.annotation
    assert accepted is not None
    assert accepted.attributes["kind"] == "labelling"
    assert accepted.attributes["polarity"] == "negative"


def test_a_suggestion_is_accepted_rejected_and_open_again(opened: Project) -> None:
    desk = opened.desk("ada")
    page = story_of(desk, opened).pages[0]
    suggestion = page.suggestions[0]
    accepted = desk.accept(suggestion.id).standing
    assert accepted.annotation is not None
    assert accepted.annotation.quote == suggestion.quote
    assert accepted.decision is not None
    assert accepted.decision.verdict == "accepted"
    with pytest.raises(UsageError, match="already accepted"):
        desk.accept(suggestion.id)
    rejected = desk.reject(suggestion.id).standing
    assert rejected.annotation is None
    assert rejected.decision is not None
    assert rejected.decision.verdict == "rejected"
    with pytest.raises(UsageError, match="already rejected"):
        desk.reject(suggestion.id)
    again = desk.accept(suggestion.id).standing.annotation
    assert again is not None
    assert desk.remove(again.id).standing.decision is None
    desk.reject(suggestion.id).saved.result()
    assert story_of(desk, opened).pages[0].decisions == {suggestion.id: "rejected"}


def test_a_changed_suggestion_is_edited_and_a_note_is_no_change(opened: Project) -> None:
    desk = opened.desk("ada")
    suggestions = story_of(desk, opened).pages[0].suggestions
    spans = [s for s in suggestions if s.layer is Layer.SPAN]
    kept, changed, moved, renamed = (desk.accept(s.id).event.subject for s in spans[:4])
    other = "hedge" if spans[4].label != "hedge" else "loaded"
    swapped = desk.accept(spans[4].id, other).event.subject
    desk.note(kept, "sure")
    desk.attributes(changed, {})
    desk.move(moved, spans[2].start, spans[2].end + 1)
    desk.relabel(renamed, "intensifier").saved.result()
    found = {a.id: a for page in story_of(desk, opened).pages for a in page.annotations}
    assert found[kept].origin is Origin.ACCEPTED
    assert found[kept].note == "sure"
    assert {found[k].origin for k in (changed, moved, renamed, swapped)} == {Origin.EDITED}


def test_verbs_on_one_thing_need_not_wait_for_each_other(opened: Project) -> None:
    desk = opened.desk("ada")
    page = story_of(desk, opened).pages[0]
    with held(opened.path):
        act = desk.label(*word(page, "picket"), "loaded")
        made = act.event.subject
        assert desk.note(made, "first").standing.annotation is not None
        assert desk.move(made, *word(page, "peaceful picket")[1:]).standing.annotation is not None
        last = desk.relabel(made, "portrayal")
        assert last.standing.annotation is not None
        assert last.standing.annotation.quote == "peaceful picket"
        assert last.standing.annotation.note == "first"
        assert not act.saved.done()
    last.saved.result()
    assert story_of(desk, opened).pages[0].annotations == (last.standing.annotation,)


@pytest.mark.usefixtures("impatient")
def test_what_could_not_be_saved_is_kept_and_saved_again(corpus: Path) -> None:
    with project.open_project(corpus) as opened:
        desk = opened.desk("ada")
        page = story_of(desk, opened).pages[0]
        with held(corpus):
            act = desk.label(*word(page, "picket"), "loaded")
            assert act.standing.annotation is not None
            with pytest.raises(BusyCorpus):
                act.saved.result()
            assert desk.unsaved == (act.event,)
            with pytest.raises(UsageError, match="already labelled"):
                desk.label(*word(page, "picket"), "loaded")
            for future in desk.save_again():
                assert isinstance(future.exception(), BusyCorpus)
            assert desk.unsaved == (act.event,)
        assert standing(corpus, "ada") == []
        for future in desk.save_again():
            future.result()
        desk.undo().result()
        desk.redo().result()
        assert list(desk.unsaved) == []
    assert [a.id for a in standing(corpus, "ada")] == [act.event.subject]


@pytest.mark.usefixtures("impatient")
def test_a_later_verb_never_overtakes_one_that_could_not_be_saved(corpus: Path) -> None:
    with project.open_project(corpus) as opened:
        desk = opened.desk("ada")
        page = story_of(desk, opened).pages[0]
        with held(corpus):
            act = desk.label(*word(page, "picket"), "loaded")
            assert isinstance(act.saved.exception(), BusyCorpus)
        desk.note(act.event.subject, "kept").saved.result()
    (annotation,) = standing(corpus, "ada")
    assert (annotation.quote, annotation.note) == ("picket", "kept")


@pytest.mark.usefixtures("impatient")
def test_undo_takes_back_what_was_not_saved_yet(corpus: Path) -> None:
    with project.open_project(corpus) as opened:
        desk = opened.desk("ada")
        page = story_of(desk, opened).pages[0]
        first = desk.label(*word(page, "regime"), "loaded")
        first.saved.result()
        with held(corpus):
            second = desk.label(*word(page, "picket"), "loaded")
            assert isinstance(second.saved.exception(), BusyCorpus)
        undone = desk.undo().result()
        assert undone is not None
        assert undone.target.id == second.event.id
        assert undone.text == "undone: label Loaded language “picket”"
    assert [a.quote for a in standing(corpus, "ada")] == ["regime"]


def test_a_story_is_not_waited_for_without_end(
    opened: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("annotator.outbox.PATIENCE", 0.05)
    desk = opened.desk("ada")
    place = word(story_of(desk, opened).pages[0], "picket")
    end = threading.Event()
    opened._corpus.writer().submit(lambda t: end.wait())
    act = desk.label(*place, "loaded")
    with pytest.raises(StoreError, match="still being saved"):
        story_of(desk, opened)
    end.set()
    act.saved.result()
    assert len(story_of(desk, opened).pages[0].annotations) == 1


def test_an_undo_that_is_not_saved_changes_nothing(
    opened: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = opened.desk("ada")
    place = word(story_of(desk, opened).pages[0], "picket")
    desk.label(*place, "loaded").saved.result()

    def no_room(*_: object) -> None:
        error = sqlite3.OperationalError("disk full")
        error.sqlite_errorcode = sqlite3.SQLITE_FULL
        raise error

    monkeypatch.setattr(Writer, "_commit", no_room)
    with pytest.raises(DiskFull):
        desk.undo().result()
    with pytest.raises(UsageError, match="already labelled"):
        desk.label(*place, "loaded")
    assert list(desk.unsaved) == []
    monkeypatch.undo()
    assert desk.undo().result() is not None
    desk.label(*place, "loaded").saved.result()


def test_undo_and_redo_walk_back_and_forth(opened: Project) -> None:
    desk = opened.desk("ada")
    page = story_of(desk, opened).pages[0]
    made = desk.label(*word(page, "regime"), "loaded").event.subject
    desk.note(made, "one")
    desk.note(made, "two")

    def after(turn: Future[Any]) -> str | None:
        annotation = turn.result().standing.annotation
        return annotation.note if annotation else None

    assert [after(desk.undo()) for _ in range(3)] == ["one", "", None]
    assert desk.undo().result() is None
    assert [after(desk.redo()) for _ in range(3)] == ["", "one", "two"]
    assert desk.redo().result() is None
    after(desk.undo())
    desk.note(made, "three").saved.result()
    assert desk.redo().result() is None, "something was done since"


def test_two_annotators_share_a_corpus_and_see_their_own(opened: Project) -> None:
    ada, bob = opened.desk("ada"), opened.desk("bob")
    page = story_of(ada, opened).pages[0]
    story_of(bob, opened)
    suggestion = page.suggestions[0].id
    mine = ada.accept(suggestion)
    theirs = bob.reject(suggestion)
    assert mine.event.subject != theirs.event.subject
    for act in (mine, theirs):
        act.saved.result()
    with pytest.raises(UsageError, match="another annotator"):
        bob.note(mine.event.subject, "not yours")
    assert bob.undo().result() is not None
    assert bob.undo().result() is None
    assert [a.id for a in story_of(ada, opened).pages[0].annotations] == [mine.event.subject]
    assert story_of(bob, opened).pages[0].annotations == ()


def test_the_same_name_is_the_same_person(opened: Project) -> None:
    assert opened.desk("ada").annotator == opened.desk(" ada\n").annotator
    assert opened.desk("ada").annotator.id != opened.desk("Ada").annotator.id


def test_labels_of_larger_things_stand_once_on_their_place(opened: Project) -> None:
    desk = opened.desk("ada")
    view = story_of(desk, opened)
    article = view.pages[0].article
    acts: list[Act] = []
    for value in ("reporting", "opinion"):
        acts.append(desk.label_article(article.id, "genre", {"value": value}))
        acts.append(desk.label_story(view.story.id, "relative-stance", {"value": "even"}))
        acts.append(desk.label_sentence(article.id, 2, "informational"))
    for act in acts:
        act.saved.result()
    view = story_of(desk, opened)
    sentence, genre = sorted(view.pages[0].annotations, key=lambda a: a.layer != Layer.SENTENCE)
    assert Span(sentence.start or 0, sentence.end or 0) == article.sentences[2]
    assert genre.attributes["value"] == "opinion"
    assert len(view.labels) == 1
    with pytest.raises(UsageError, match="sentences 0 to"):
        desk.label_sentence(article.id, len(article.sentences), "informational")


def test_a_link_joins_two_articles_of_one_story(opened: Project) -> None:
    desk = opened.desk("ada")
    stories = opened.stories()
    first, second = (page for page in desk.open_story(stories[0].story.id).pages)
    elsewhere = desk.open_story(stories[1].story.id).pages[0]
    a, b, c = (
        desk.label(page.article.id, 0, 4, "loaded").event.subject
        for page in (first, second, elsewhere)
    )
    also = desk.label(first.article.id, 5, 9, "loaded").event.subject
    made = desk.link(a, b, "same-fact")
    made.saved.result()
    assert [k.id for k in desk.open_story(stories[0].story.id).links] == [made.event.subject]
    with pytest.raises(UsageError, match="two different articles"):
        desk.link(a, also, "same-fact")
    with pytest.raises(UsageError, match="one story"):
        desk.link(a, c, "same-fact")
    desk.remove(b).saved.result()
    assert desk.open_story(stories[0].story.id).links == ()


def test_rulings_on_counterparts_and_blocks(opened: Project) -> None:
    desk = opened.desk("ada")
    view = story_of(desk, opened)
    pair = view.counterparts[0]
    free = (pair.a[0], 0), (pair.b[0], 0)
    desk.unalign(pair.b, pair.a)
    desk.align(*free)
    block = view.pages[0].article.blocks[0]
    assert not block.shown
    desk.block(view.pages[0].article.id, block.start, BlockKind.BODY, True).saved.result()
    view = story_of(desk, opened)
    pairs = {(c.a, c.b) for c in view.counterparts}
    assert (pair.a, pair.b) not in pairs
    assert free in pairs
    changed = view.pages[0].article.blocks[0]
    assert (changed.kind, changed.shown) == (BlockKind.BODY, True)
    with pytest.raises(UsageError, match="two different articles"):
        desk.align(pair.a, pair.a)
    with pytest.raises(UsageError, match="no block"):
        desk.block(view.pages[0].article.id, block.start + 1, BlockKind.BODY, True)


def test_done_and_not_done(opened: Project) -> None:
    desk = opened.desk("ada")
    view = story_of(desk, opened)
    first, second = (page.article.id for page in view.pages)

    def done() -> list[bool]:
        return [page.done for page in story_of(desk, opened).pages]

    desk.done(view.story.id, first)
    assert done() == [True, False]
    desk.done(view.story.id, second)
    assert done() == [True, True]
    desk.done(view.story.id, first, False)
    assert done() == [False, True]
    desk.done(view.story.id)
    assert done() == [True, True]
    with pytest.raises(UsageError, match="not in story"):
        desk.done(view.story.id, "nope")


def test_the_place_is_there_after_a_restart(corpus: Path) -> None:
    with project.open_project(corpus) as opened:
        desk = opened.desk("ada")
        view = story_of(desk, opened)
        place = Place(view.story.id, view.pages[1].article.id, 321)
        assert desk.place() is None
        desk.remember(place)
    with project.open_project(corpus, write=False) as opened:
        assert opened.desk("ada").place() == place
        assert opened.desk("bob").place() is None


def test_a_desk_on_a_corpus_open_for_reading_reads(corpus: Path) -> None:
    with project.open_project(corpus, write=False) as opened:
        desk = opened.desk("ada")
        page = story_of(desk, opened).pages[0]
        desk.remember(Place("s", "a", 0))
        assert list(desk.unsaved) == []
        with pytest.raises(ReadOnlyCorpus):
            desk.accept(page.suggestions[0].id)
        with pytest.raises(ReadOnlyCorpus):
            desk.undo()
        assert story_of(desk, opened).pages[0].annotations == ()
