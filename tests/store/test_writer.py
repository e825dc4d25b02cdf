"""Saving: one job is one transaction, and what goes wrong leaves the writer usable."""

import os
import shutil
import sqlite3
import threading
from dataclasses import replace
from functools import partial
from pathlib import Path

import filled
import opened
import pytest
from filled import ONE, REGIME
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator import history
from annotator.errors import BusyCorpus, DamagedCorpus, ReadOnlyCorpus, StoreError, UsageError
from annotator.history import Kind
from annotator.model import Annotator
from annotator.store import ballast, doctor, header
from annotator.store.corpus import Corpus, open_corpus
from annotator.store.writer import Transaction, Writer

corpus, writer, ana = opened.corpus, opened.writer, opened.ana


def test_the_writer_gets_the_durability_it_asks_for(corpus: Corpus) -> None:
    connection = header.connect(corpus.path, write=True)
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    assert connection.execute("PRAGMA synchronous").fetchone() == (3,)
    assert connection.execute("PRAGMA foreign_keys").fetchone() == (1,)
    connection.close()


def test_events_are_counted_chained_and_hashed(
    corpus: Corpus, writer: Writer, ana: Annotator
) -> None:
    ben = writer.submit(lambda t: t.add_annotator("Ben")).result()
    made = [filled.label(ana.id), filled.label(ben.id), filled.label(ana.id)]
    stored = filled.save(writer, *made)
    assert [(e.counter, e.clock) for e in stored] == [(1, 1), (1, 2), (2, 3)]
    assert [e.prev for e in stored] == ["", "", stored[0].hash]
    assert all(history.content_hash(e) == e.hash for e in stored)
    assert list(corpus.all_events()) == stored
    assert list(corpus.events_of(ana.id)) == [stored[0], stored[2]]
    assert [filled.stripped(e) for e in stored] == made


def test_an_event_offered_twice_is_stored_once(
    corpus: Corpus, writer: Writer, ana: Annotator
) -> None:
    event = filled.label(ana.id)
    first = writer.submit(lambda t: t.append(event)).result()
    assert writer.submit(lambda t: t.append(event)).result() == first
    assert list(corpus.all_events()) == [first]
    with pytest.raises(StoreError, match=event.id):
        writer.submit(lambda t: t.append(replace(event, subject="another"))).result()


def test_a_job_that_fails_leaves_nothing_and_the_next_is_saved(
    corpus: Corpus, writer: Writer, ana: Annotator
) -> None:
    def half(t: Transaction) -> None:
        t.append(filled.label(ana.id))
        raise UsageError("no")

    with pytest.raises(UsageError, match="no"):
        writer.submit(half).result()
    assert list(corpus.all_events()) == []
    writer.submit(lambda t: t.append(filled.label(ana.id))).result()
    assert len(corpus.annotations()) == 1


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"article": "nowhere"}, StoreError),
        ({"annotator": "nobody"}, StoreError),
        ({"scheme": "none"}, StoreError),
        ({"body": {"layer": "span", "label": "x", "note": "\ud800"}}, UsageError),
        ({"body": {"layer": "span", "label": "x", "score": float("nan")}}, UsageError),
    ],
)
def test_an_event_that_cannot_be_stored_is_refused(
    corpus: Corpus,
    writer: Writer,
    ana: Annotator,
    change: dict[str, object],
    problem: type[Exception],
) -> None:
    event = replace(filled.label(ana.id), **change)  # type: ignore[arg-type]
    with pytest.raises(problem):
        writer.submit(lambda t: t.append(event)).result()
    assert list(corpus.all_events()) == []


def test_jobs_are_saved_in_the_order_they_were_submitted(
    corpus: Corpus, writer: Writer, ana: Annotator
) -> None:
    made = [filled.label(ana.id) for _ in range(20)]
    futures = [writer.submit(partial(Transaction.append, event=event)) for event in made]
    writer.close()
    assert [f.result().counter for f in futures] == list(range(1, 21))
    assert [e.id for e in corpus.all_events()] == [e.id for e in made]
    with pytest.raises(StoreError):
        writer.submit(lambda t: None)


@pytest.mark.parametrize("table", ["event", "article"])
@pytest.mark.parametrize("verb", ["UPDATE {} SET id = 'x'", "DELETE FROM {}"])
def test_nobody_changes_or_deletes_what_was_recorded(
    corpus: Corpus, writer: Writer, ana: Annotator, table: str, verb: str
) -> None:
    writer.submit(lambda t: t.append(filled.label(ana.id))).result()
    raw = sqlite3.connect(corpus.path)
    with pytest.raises(sqlite3.IntegrityError, match="never"):
        raw.execute(verb.format(table))
    raw.close()


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.sampled_from(["do", "do", "undo", "redo"]), max_size=14))
def test_undo_and_redo_are_those_of_any_editor(
    corpus: Corpus, writer: Writer, deeds: list[str]
) -> None:
    who = writer.submit(lambda t: t.add_annotator(os.urandom(4).hex())).result().id
    done: list[str] = []
    taken_back: list[str] = []

    def job(t: Transaction) -> None:
        for deed in deeds:
            if deed == "do":
                done.append(t.append(filled.label(who)).subject)
                taken_back.clear()
            elif deed == "undo":
                target = filled.undo(t, who)
                assert (target.subject if target else None) == (done[-1] if done else None)
                taken_back.extend([done.pop()] if target else [])
            else:
                target = filled.redo(t, who)
                assert (target.subject if target else None) == (
                    taken_back[-1] if taken_back else None
                )
                done.extend([taken_back.pop()] if target else [])

    writer.submit(job).result()
    assert sorted(a.id for a in corpus.annotations(annotator=who)) == sorted(done)


def test_undo_survives_a_restart_and_is_each_annotators_own(tmp_path: Path) -> None:
    path = filled.fill(tmp_path / "c.db")
    ana = filled.write(path, lambda t: t.add_annotator("Ana")).id
    ben = filled.write(path, lambda t: t.add_annotator("Ben")).id
    filled.write(path, lambda t: t.append(filled.accept(ana, REGIME)))
    filled.write(path, lambda t: t.append(filled.accept(ben, REGIME)))
    filled.write(path, lambda t: filled.undo(t, ana))
    with open_corpus(path, write=False) as corpus:
        assert [a.annotator for a in corpus.annotations()] == [ben]
        assert corpus.decisions(annotator=ana) == []
    filled.write(path, lambda t: filled.redo(t, ana))
    with open_corpus(path, write=False) as corpus:
        assert {a.annotator for a in corpus.annotations()} == {ana, ben}


def test_nothing_is_saved_to_a_file_that_was_deleted(
    corpus: Corpus, writer: Writer, ana: Annotator
) -> None:
    corpus.path.unlink()
    with pytest.raises(DamagedCorpus, match="moved, deleted or replaced"):
        writer.submit(lambda t: t.append(filled.label(ana.id))).result()


def test_nothing_is_saved_to_a_file_that_was_replaced(
    corpus: Corpus, writer: Writer, ana: Annotator, tmp_path: Path
) -> None:
    shutil.copy(corpus.path, tmp_path / "copy.db")
    os.replace(tmp_path / "copy.db", corpus.path)
    with pytest.raises(DamagedCorpus, match="replaced"):
        writer.submit(lambda t: t.append(filled.label(ana.id))).result()
    with open_corpus(corpus.path, write=False) as replacement:
        assert list(replacement.all_events()) == []


def test_saving_waits_for_a_reader_who_is_in_the_way(
    corpus: Corpus, writer: Writer, ana: Annotator
) -> None:
    reader = sqlite3.connect(corpus.path, isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM event").fetchall()
    future = writer.submit(lambda t: t.append(filled.label(ana.id)))
    with pytest.raises(TimeoutError):
        future.result(timeout=0.3)
    reader.execute("COMMIT")
    reader.close()
    assert future.result(timeout=5).counter == 1


def test_a_corpus_that_stays_busy_is_told_and_saved_to_later(tmp_path: Path) -> None:
    path = filled.fill(tmp_path / "c.db")
    ana = filled.write(path, lambda t: t.add_annotator("Ana")).id
    identity = header.identity(path)
    assert identity is not None
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    event = filled.label(ana)
    with Writer(path, identity, patience=0.2) as writer:
        with pytest.raises(BusyCorpus):
            writer.submit(lambda t: t.append(event)).result()
        holder.execute("ROLLBACK")
        assert writer.submit(lambda t: t.append(event)).result().counter == 1
    holder.close()


def test_a_commit_that_failed_but_arrived_is_not_done_twice(
    corpus: Corpus, writer: Writer, ana: Annotator, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled.save(writer, filled.label(ana.id), filled.label(ana.id))
    commit = Writer._commit
    failures = iter([sqlite3.SQLITE_IOERR_DIR_FSYNC])

    def fail_once(self: Writer, connection: sqlite3.Connection) -> None:
        commit(self, connection)
        for code in failures:
            error = sqlite3.OperationalError("disk I/O error")
            error.sqlite_errorcode = code
            raise error

    monkeypatch.setattr(Writer, "_commit", fail_once)
    writer.submit(lambda t: filled.undo(t, ana.id)).result()
    assert len(corpus.annotations()) == 1
    assert len(list(corpus.all_events())) == 3


def test_the_ballast_lies_beside_the_corpus_while_it_is_written(tmp_path: Path) -> None:
    path = filled.fill(tmp_path / "c.db")
    with open_corpus(path, write=True) as corpus:
        corpus.writer().submit(lambda t: t.add_annotator("Ana")).result()
        assert ballast.path(path).stat().st_size == ballast.SIZE
    assert sorted(p.name for p in tmp_path.iterdir()) == ["c.db"]


def test_an_interrupt_gives_up_a_job_that_does_not_end_and_keeps_what_was_saved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("annotator.store.corpus.PARTING", 0.05)
    end = threading.Event()
    path = filled.fill(tmp_path / "c.db")
    corpus = open_corpus(path, write=True)
    corpus.writer().submit(lambda t: t.set_setting("mask", "yes")).result()
    endless = corpus.writer().submit(lambda t: end.wait())
    with pytest.raises(KeyboardInterrupt), corpus:
        raise KeyboardInterrupt
    assert not endless.done()
    with open_corpus(path, write=False) as again:
        assert again.setting("mask") == "yes"
    end.set()
    endless.result()


def test_a_corpus_opened_for_reading_has_no_writer(tmp_path: Path) -> None:
    path = filled.fill(tmp_path / "c.db")
    with open_corpus(path, write=False) as corpus:
        assert corpus.read_only
        with pytest.raises(ReadOnlyCorpus):
            corpus.writer()


def test_a_trigger_that_is_not_ours_stops_saving_but_not_reading(tmp_path: Path) -> None:
    path = filled.fill(tmp_path / "c.db")
    raw = sqlite3.connect(path)
    raw.execute("CREATE TRIGGER spy AFTER INSERT ON event BEGIN DELETE FROM arm; END")
    raw.close()
    with pytest.raises(DamagedCorpus, match="spy"):
        open_corpus(path, write=True)
    with open_corpus(path, write=False) as corpus:
        assert corpus.article(ONE.id) == ONE
    assert {c.name for c in doctor.examine(path) if not c.ok} == {"triggers"}


def test_a_step_taken_back_by_a_second_undo_is_the_step_before(
    corpus: Corpus, writer: Writer, ana: Annotator
) -> None:
    label = writer.submit(lambda t: t.append(filled.label(ana.id))).result()
    note = filled.follow(label, Kind.NOTE, note="why")
    writer.submit(lambda t: t.append(note)).result()
    assert corpus.annotation(label.subject).note == "why"
    writer.submit(lambda t: filled.undo(t, ana.id)).result()
    assert corpus.annotation(label.subject).note == ""
    writer.submit(lambda t: filled.undo(t, ana.id)).result()
    assert corpus.annotations() == []
    assert corpus.standing(label.subject) == history.Standing(label.subject)
