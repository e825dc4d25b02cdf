"""What a corpus answers."""

import sqlite3
from functools import partial
from pathlib import Path

import filled
import opened
import pytest
from filled import BRUTAL, ONE, REGIME, REPORTEDLY, STORY, TWO
from hypothesis import given
from hypothesis import strategies as st

from annotator.errors import DamagedCorpus, UsageError
from annotator.history import Kind, done_subject
from annotator.model import (
    Annotator,
    Arm,
    BlockKind,
    Counterpart,
    Place,
    Span,
    Story,
    StoryRow,
    derived_id,
)
from annotator.store import rows
from annotator.store.corpus import Corpus, open_corpus
from annotator.store.writer import Transaction, Writer

corpus, writer, ana = opened.corpus, opened.writer, opened.ana


@given(st.lists(st.tuples(st.integers(0, 2**32 - 1), st.integers(0, 2**32 - 1))))
def test_packed_words_come_back(pairs: list[tuple[int, int]]) -> None:
    spans = tuple(Span(*pair) for pair in pairs)
    assert rows.unpack(rows.pack(spans)) == spans


def test_an_article_comes_back_as_it_was_added(corpus: Corpus) -> None:
    assert corpus.article(ONE.id) == ONE
    assert corpus.article_ids() == [ONE.id, TWO.id]
    assert corpus.suggestions(ONE.id) == sorted([REGIME, REPORTEDLY], key=lambda s: s.start)
    assert corpus.suggestion(BRUTAL.id) == BRUTAL


def test_the_scheme_comes_back_with_its_version(corpus: Corpus) -> None:
    assert corpus.scheme() == filled.SCHEME
    assert corpus.scheme().hash == filled.SCHEME.hash
    assert corpus.schemes() == [filled.SCHEME]


@pytest.mark.parametrize("missing", ["article", "suggestion", "story", "annotation", "scheme"])
def test_asking_for_what_is_not_there_is_a_usage_error(corpus: Corpus, missing: str) -> None:
    with pytest.raises(UsageError, match="nowhere"):
        getattr(corpus, missing)("nowhere")


def test_names_that_differ_in_case_are_two_people(writer: Writer, ana: Annotator) -> None:
    other = writer.submit(lambda t: t.add_annotator("ANA")).result()
    again = writer.submit(lambda t: t.add_annotator("Ana")).result()
    assert other.id != ana.id
    assert again == ana


def test_the_story_list_counts_for_one_annotator(
    corpus: Corpus, writer: Writer, ana: Annotator
) -> None:
    ben = writer.submit(lambda t: t.add_annotator("Ben")).result()
    done = done_subject(ana.id, STORY.id)
    for event in (
        filled.label(ana.id),
        filled.accept(ana.id, REGIME),
        filled.label(ben.id),
        filled.event(ana.id, done, Kind.DONE, {"story": STORY.id, "articles": [ONE.id]}),
    ):
        filled.save(writer, event)
    row = StoryRow(
        id=STORY.id,
        title="The harbour",
        outlets=("Tide", "Quay"),
        date="2024-03-05",
        articles=2,
        done=1,
        labelled=2,
        undecided=2,
        confidence=0.9,
    )
    assert corpus.story_rows(ana.id) == [row]
    writer.submit(lambda t: t.set_arm(ben.id, ONE.id, Arm.BLIND)).result()
    (seen,) = corpus.story_rows(ben.id)
    assert (seen.labelled, seen.undecided, seen.done) == (1, 1, 0)


def test_a_blind_page_has_no_suggestions(corpus: Corpus, writer: Writer, ana: Annotator) -> None:
    writer.submit(lambda t: t.set_arm(ana.id, ONE.id, Arm.BLIND)).result()
    one, two = corpus.open_story(STORY.id, ana.id).pages
    assert (one.arm, one.suggestions) == (Arm.BLIND, ())
    assert (two.arm, two.suggestions) == (Arm.ASSISTED, (BRUTAL,))


def test_a_page_shows_its_reader_her_own_work_only(
    corpus: Corpus, writer: Writer, ana: Annotator
) -> None:
    ben = writer.submit(lambda t: t.add_annotator("Ben")).result()
    writer.submit(lambda t: t.append(filled.reject(ana.id, REGIME))).result()
    writer.submit(lambda t: t.append(filled.label(ben.id))).result()
    hers, his = corpus.page(ONE.id, ana.id), corpus.page(ONE.id, ben.id)
    assert (hers.decisions, hers.annotations) == ({REGIME.id: "rejected"}, ())
    assert (his.decisions, len(his.annotations)) == ({}, 1)
    assert len(corpus.annotations(article=ONE.id)) == 1
    assert corpus.annotations(story=STORY.id, annotator=ana.id) == []


def test_rulings_on_counterparts_are_their_makers_own(
    corpus: Corpus, writer: Writer, ana: Annotator
) -> None:
    proposed = Counterpart((ONE.id, 1), (TWO.id, 1), 0.8)
    apart = {"a": [TWO.id, 1], "b": [ONE.id, 1]}
    together = {"a": [TWO.id, 0], "b": [ONE.id, 0]}
    for subject, kind, body in (("x", Kind.UNALIGN, apart), ("y", Kind.ALIGN, together)):
        made = filled.event(ana.id, subject, kind, body)
        filled.save(writer, made)
    assert corpus.counterparts(STORY.articles, ana.id) == [
        Counterpart((ONE.id, 0), (TWO.id, 0), 1.0)
    ]
    assert corpus.counterparts(STORY.articles, None) == [proposed]


def test_a_ruled_block_is_read_as_it_was_ruled_and_undone_as_it_was_added(
    corpus: Corpus, writer: Writer, ana: Annotator
) -> None:
    body = {"start": 0, "kind": "clutter", "shown": False}
    ruling = filled.event(ana.id, "block", Kind.BLOCK, body, ONE.id)
    writer.submit(lambda t: t.append(ruling)).result()
    title = corpus.article(ONE.id).blocks[0]
    assert (title.kind, title.shown) == (BlockKind.CLUTTER, False)
    writer.submit(lambda t: filled.undo(t, ana.id)).result()
    assert corpus.article(ONE.id) == ONE


def test_a_story_ruling_moves_articles_until_it_is_undone(
    corpus: Corpus, writer: Writer, ana: Annotator
) -> None:
    for story, title, articles in (("new", "Alone", [TWO.id]), (STORY.id, "Rest", [ONE.id])):
        body = {"title": title, "articles": articles}
        made = filled.event(ana.id, story, Kind.STORY, body)
        filled.save(writer, made)
    assert [(s.title, s.articles) for s in corpus.stories()] == [
        ("Rest", (ONE.id,)),
        ("Alone", (TWO.id,)),
    ]
    assert corpus.story_of(TWO.id) == "new"
    for _ in range(2):
        writer.submit(lambda t: filled.undo(t, ana.id)).result()
    assert corpus.stories() == [STORY]


def test_a_link_stands_while_both_its_ends_do(
    corpus: Corpus, writer: Writer, ana: Annotator
) -> None:
    ends = [filled.label(ana.id), filled.label(ana.id, TWO, "port")]
    body = {
        "layer": "link",
        "label": "same-referent",
        "story": STORY.id,
        "source": ends[0].subject,
        "target": ends[1].subject,
    }
    for made in (*ends, filled.event(ana.id, "link", Kind.LABEL, body)):
        filled.save(writer, made)
    (link,) = corpus.open_story(STORY.id, ana.id).links
    assert (link.source, link.target) == (ends[0].subject, ends[1].subject)
    assert corpus.story_rows(ana.id)[0].labelled == 3
    assert corpus.ask("SELECT source_quote, target_quote FROM link") == [("harbour", "port")]
    gone = filled.follow(ends[0], Kind.REMOVE)
    writer.submit(lambda t: t.append(gone)).result()
    assert corpus.open_story(STORY.id, ana.id).links == ()
    assert corpus.story_rows(ana.id)[0].labelled == 1


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("harbour", {ONE.id}),
        ("monday port", {TWO.id}),
        ("the", {ONE.id, TWO.id}),
        ('"harbour* OR', set()),
        ("don't (", set()),
        ("", set()),
    ],
)
def test_search_takes_whatever_is_typed(corpus: Corpus, words: str, found: set[str]) -> None:
    assert set(corpus.search(words)) == found


def test_the_place_is_kept(corpus: Corpus, writer: Writer, ana: Annotator) -> None:
    assert corpus.place(ana.id) is None
    writer.submit(lambda t: t.remember(ana.id, Place(STORY.id, ONE.id, 3))).result()
    writer.submit(lambda t: t.remember(ana.id, Place(STORY.id, ONE.id, 17))).result()
    assert corpus.place(ana.id) == Place(STORY.id, ONE.id, 17)


def test_a_place_is_kept_in_every_story_and_the_newest_is_known(
    corpus: Corpus, writer: Writer, ana: Annotator
) -> None:
    for story, position in ((STORY.id, 3), ("another", 5), (STORY.id, 9)):
        place = Place(story, ONE.id, position)
        writer.submit(partial(Transaction.remember, annotator=ana.id, place=place)).result()
    assert corpus.place(ana.id) == Place(STORY.id, ONE.id, 9)
    assert corpus.place(ana.id, "another") == Place("another", ONE.id, 5)
    assert corpus.place(ana.id, "unread") is None


def test_articles_without_a_story_and_stories_without_articles_are_no_trouble(
    corpus: Corpus, writer: Writer, ana: Annotator
) -> None:
    lone = filled.article("Lone\n\nNobody else tells this.", "Gull")
    writer.submit(lambda t: t.add_article(lone)).result()
    writer.submit(lambda t: t.add_story(Story("empty", "Nothing", ()))).result()
    assert corpus.page(lone.id, ana.id).done is False
    assert len(corpus.story_rows(ana.id)) == 1


def _tamper(path: Path, sql: str) -> None:
    with sqlite3.connect(path) as raw:
        raw.execute("DROP TRIGGER article_no_update")
        raw.execute(sql)
    raw.close()


def test_a_quote_that_is_not_in_the_text_is_left_out_and_reported(tmp_path: Path) -> None:
    path = filled.fill(tmp_path / "c.db")
    _tamper(path, f"UPDATE suggestion SET quote = 'other' WHERE id = '{REGIME.id}'")
    with open_corpus(path, write=False) as corpus:
        assert corpus.suggestions(ONE.id) == [REPORTEDLY]
        assert corpus.suggestions(ONE.id) == [REPORTEDLY]
        (held,) = corpus.quarantined
        assert (held.table, held.id, held.article) == ("suggestion", REGIME.id, ONE.id)


def test_a_changed_text_is_refused_by_name(tmp_path: Path) -> None:
    path = filled.fill(tmp_path / "c.db")
    _tamper(path, f"UPDATE article SET text = replace(text, 'port', 'gate') WHERE id = '{TWO.id}'")
    with open_corpus(path, write=False) as corpus:
        assert corpus.article(ONE.id) == ONE
        with pytest.raises(DamagedCorpus, match=TWO.id):
            corpus.article(TWO.id)


@pytest.mark.parametrize("name", ["Ben, Jr", "all", "Ben\x1b[0m", "Ben ", "x" * 10_000])
def test_a_name_from_before_it_was_refused_is_still_known(
    corpus: Corpus, writer: Writer, name: str
) -> None:
    old = Annotator(derived_id(name), name)
    writer.submit(lambda t: t.enrol(old)).result()
    assert corpus.annotator_named(name) == old
    assert writer.submit(lambda t: t.add_annotator(name)).result() == old


def test_a_name_that_nobody_can_have_enrols_nobody(corpus: Corpus, writer: Writer) -> None:
    with pytest.raises(UsageError, match="comma"):
        writer.submit(lambda t: t.add_annotator("Ben, Jr")).result()
    assert corpus.annotators() == []


def test_stray_blanks_make_no_second_person(writer: Writer, ana: Annotator) -> None:
    assert writer.submit(lambda t: t.add_annotator(" Ana ")).result() == ana
