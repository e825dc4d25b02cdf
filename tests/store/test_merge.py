"""Corpora that went separate ways become one, in whatever order they come back."""

import re
import shutil
import sqlite3
import tempfile
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import filled
import pytest
from filled import ONE, REGIME, REPORTEDLY, STORY, TWO
from hypothesis import given, settings
from hypothesis import strategies as st
from parting import DEEDS, Work, bring, content, perform

from annotator import history
from annotator.errors import DamagedCorpus, NotACorpus, StoreError
from annotator.history import Event, Kind
from annotator.model import Story, random_id
from annotator.scheme import parse
from annotator.store import backup, doctor, rows
from annotator.store.corpus import open_corpus
from annotator.store.writer import Transaction


@pytest.fixture
def base(tmp_path: Path) -> Path:
    return filled.fill(tmp_path / "base.db")


@pytest.fixture
def parted(base: Path, tmp_path: Path) -> Callable[..., Path]:
    def part(name: str, *work: tuple[str, str, int]) -> Path:
        path = tmp_path / f"{name}.db"
        shutil.copy(base, path)
        filled.write(path, lambda t: perform(t, list(work)))
        return path

    return part


works = st.lists(
    st.tuples(st.sampled_from(["Ana", "Ben"]), st.sampled_from(DEEDS), st.integers(0, 2)),
    max_size=10,
)


@settings(max_examples=10, deadline=None)
@given(works, st.tuples(works, works, works))
def test_a_merge_is_a_union_whatever_the_order(before: Work, after: tuple[Work, ...]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        base = filled.fill(Path(folder, "base.db"))
        filled.write(base, lambda t: [t.add_annotator(name) for name in ("Ana", "Ben")])
        filled.write(base, lambda t: perform(t, before))
        copies = [Path(folder, f"{n}.db") for n in range(3)]
        for copy, work in zip(copies, after, strict=True):
            shutil.copy(base, copy)
            filled.write(copy, partial(perform, work=work))
        results = []
        for n, order in enumerate((copies, copies[::-1], [*copies[1:], copies[0]])):
            merged = Path(folder, f"merged-{n}.db")
            shutil.copy(order[0], merged)
            bring(merged, order[1])
            bring(merged, order[2])
            results.append(content(merged))
        joined = Path(folder, "joined.db")
        shutil.copy(copies[1], joined)
        bring(joined, copies[2])  # a with (b with c)
        bring(copies[0], joined)
        results.append(content(copies[0]))
        assert all(result == results[0] for result in results)
        (again,) = bring(merged, joined)
        assert (again.events, content(merged)) == (0, results[0])
        assert all(check.ok for check in doctor.examine(merged))


def test_merging_a_corpus_with_itself_changes_nothing(parted: Callable[..., Path]) -> None:
    path = parted("a", ("Ana", "label", 0))
    before = content(path)
    (merged,) = bring(path, path)
    assert (merged.events, merged.conflicts, content(path)) == (0, (), before)


def test_a_dry_run_says_what_would_come_in_and_takes_nothing(parted: Callable[..., Path]) -> None:
    a, b = parted("a", ("Ana", "label", 0)), parted("b", ("Ben", "accept", 0), ("Ben", "label", 1))
    before = content(a)
    (merged,) = bring(a, b, dry_run=True)
    assert (merged.events, merged.annotators, merged.work) == (2, 1, (("Ben", 2),))
    assert content(a) == before
    assert backup.automatics(a) == []
    bring(a, b)
    assert len(backup.automatics(a)) == 1


def test_what_people_decided_differently_is_listed_and_kept(parted: Callable[..., Path]) -> None:
    a, b = parted("a", ("Ana", "accept", 0)), parted("b", ("Ben", "reject", 0))
    (merged,) = bring(a, b)
    (conflict,) = merged.conflicts
    assert (conflict.kind, conflict.where) == ("decision", REGIME.id)
    assert conflict.what == "“regime” in Tide: accepted by Ana, rejected by Ben"
    assert (conflict.annotators, conflict.quote) == (("Ana", "Ben"), "regime")
    assert (conflict.article, conflict.source) == (ONE.id, "Tide")


def test_one_person_on_two_machines_and_two_people_of_one_name(
    base: Path, parted: Callable[..., Path]
) -> None:
    ana = filled.write(base, lambda t: t.add_annotator("Ana"))
    a = parted("a", ("Ana", "label", 0), ("Zoe", "label", 0))
    b = parted("b", ("Ana", "accept", 0), ("Zoe", "label", 1))
    (merged,) = bring(a, b)
    kinds = {c.kind: c.where for c in merged.conflicts}
    assert kinds == {"machines": ana.id, "name": "Zoe"}
    filled.write(a, lambda t: t.append(filled.label(ana.id)))
    assert all(check.ok for check in doctor.examine(a))


def test_what_one_person_said_differently_on_two_machines_is_told_with_quote_and_article(
    base: Path, tmp_path: Path
) -> None:
    def before(t: Transaction) -> tuple[str, str]:
        ana = t.add_annotator("Ana").id
        return ana, t.append(filled.label(ana, quote="closed")).subject

    ana, closed = filled.write(base, before)
    held = filled.label(ana, quote="closed")
    sides: list[list[Event]] = [
        [
            filled.accept(ana, REGIME),
            filled.label(ana, TWO, "port"),
            filled.accept(ana, REPORTEDLY),
            replace(held, subject=closed, kind=Kind.NOTE, body={"note": "which?"}),
            filled.label(ana, quote="Workers"),
        ],
        [
            filled.reject(ana, REGIME),
            filled.label(ana, TWO, "port", label="hedge"),
            filled.accept(ana, REPORTEDLY),
            replace(held, id=random_id(), subject=closed, kind=Kind.REMOVE, body={}),
            filled.label(ana, quote="Workers"),
        ],
    ]
    paths = [tmp_path / "a.db", tmp_path / "b.db"]
    for path, events in zip(paths, sides, strict=True):
        shutil.copy(base, path)
        filled.write(path, partial(Transaction.append_all, events=events))
    (merged,) = bring(*paths)
    told = {c.what.removeprefix("Ana on two machines: ") for c in merged.conflicts}
    assert told == {
        "5 events here and 5 there since event 2; all are kept",
        "“regime” in Tide, loaded against rejected",
        "“port” in Quay, loaded against hedge",
        "“closed” in Tide, loaded against nothing",
        "“Workers” in Tide, loaded twice",
    }
    assert {c.quote for c in merged.conflicts} == {None, "regime", "port", "closed", "Workers"}
    assert all(c.annotators == ("Ana",) for c in merged.conflicts)
    (again,) = bring(*paths)
    assert again.conflicts == ()


def test_a_copy_in_which_somebody_was_renamed_is_told(
    base: Path, parted: Callable[..., Path]
) -> None:
    filled.write(base, lambda t: t.add_annotator("Ana"))
    a, b = parted("a"), parted("b", ("Ana", "label", 0))
    with sqlite3.connect(b) as raw:
        raw.execute("UPDATE annotator SET name = 'Anna'")
    raw.close()
    (merged,) = bring(a, b)
    assert [c.what for c in merged.conflicts] == ["Ana is called Anna there; here she stays Ana"]
    assert merged.work == (("Ana", 1),)


def test_a_copy_with_an_edited_article_brings_it_as_another_one(
    parted: Callable[..., Path],
) -> None:
    a, b = parted("a"), parted("b")
    edited = filled.article(filled.LEFT.replace("at once", "late"), "Tide")
    filled.write(b, lambda t: t.add_article(edited))
    (merged,) = bring(a, b)
    assert (merged.articles, merged.events) == (1, 0)
    with open_corpus(a, write=False) as corpus:
        assert corpus.article_ids() == [ONE.id, TWO.id, edited.id]


def test_articles_and_stories_that_are_missing_come_along(
    base: Path, parted: Callable[..., Path]
) -> None:
    a, b = parted("a"), parted("b")
    new = filled.article("Ferry back\n\nThe ferry sails for the regime again.", "Gull")
    found = filled.suggest(new, "regime")

    def add(t: Transaction) -> None:
        t.add_article(new, [found])
        t.add_story(Story("story-2", "The ferry", (new.id,)))
        t.add_story(replace(STORY, articles=(*STORY.articles, new.id)))
        t.append(filled.accept(t.add_annotator("Ben").id, found))

    filled.write(b, add)
    (merged,) = bring(a, b)
    assert (merged.articles, merged.suggestions, merged.stories, merged.events) == (1, 1, 1, 1)
    with open_corpus(a, write=False) as corpus:
        assert corpus.article(new.id) == new
        assert corpus.suggestions(new.id) == [found]
        assert corpus.story(STORY.id).articles == (*STORY.articles, new.id)
        assert corpus.search("ferry") == [new.id]


def test_another_corpus_is_refused(base: Path, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="another corpus"):
        bring(base, filled.fill(tmp_path / "other.db"))


def test_two_schemes_that_do_not_know_each_other_are_refused(parted: Callable[..., Path]) -> None:
    paths = [parted("a", ("Ana", "label", 0)), parted("b", ("Ben", "label", 0))]
    for n, path in enumerate(paths):
        changed = parse({**filled.SCHEME.source, "name": f"version {n}"}, "x")
        filled.write(path, partial(Transaction.add_scheme, scheme=changed))
    with pytest.raises(StoreError, match="another scheme version"):
        bring(*paths)


def test_a_copy_under_a_later_scheme_version_is_refused(parted: Callable[..., Path]) -> None:
    a, b = parted("a", ("Ana", "label", 0)), parted("b", ("Ben", "label", 0))
    changed = parse({**filled.SCHEME.source, "name": "changed"}, "x")
    filled.write(b, lambda t: t.add_scheme(changed))
    before = content(a)
    with pytest.raises(StoreError, match="another scheme version") as refused:
        bring(a, b)
    assert "annotator scheme" in (refused.value.hint or "")
    assert content(a) == before


@pytest.mark.parametrize(
    ("harm", "problem"),
    [
        ("DROP TRIGGER event_no_update; UPDATE event SET body = '{}'", "event .* hash"),
        ("DROP TRIGGER article_no_update; UPDATE article SET text = 'x'", "text of article"),
        ("CREATE TRIGGER evil AFTER INSERT ON event BEGIN DELETE FROM arm; END", "evil"),
        ("ALTER TABLE arm RENAME TO x; CREATE VIEW arm AS SELECT 1, 2, 3", "arm is not a table"),
        ("PRAGMA application_id=7", "not one of annotator's"),
    ],
)
def test_a_file_that_was_tampered_with_brings_nothing(
    parted: Callable[..., Path], harm: str, problem: str
) -> None:
    a, b = parted("a", ("Ana", "label", 0)), parted("b", ("Ben", "label", 0))
    raw = sqlite3.connect(b)
    keep = raw.execute("SELECT sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
    raw.executescript(harm)
    if harm.startswith("DROP"):
        for (sql,) in keep:
            if sql.split()[2] in harm:
                raw.execute(sql)
    raw.close()
    before = content(a)
    with pytest.raises((DamagedCorpus, NotACorpus), match=problem):
        bring(a, b)
    assert content(a) == before


@pytest.mark.parametrize(
    ("change", "clock"),
    [
        ({"body": {}}, 2),
        ({"body": {"layer": "nonsense", "label": "x"}}, 2),
        ({"body": ["no", "mapping"]}, 2),
        ({"article": "nowhere"}, 2),
        ({"annotator": "nobody"}, 2),
        ({"kind": "explode"}, 2),
        ({}, 2**62),
    ],
)
def test_an_event_that_makes_no_sense_brings_nothing(
    parted: Callable[..., Path], change: dict[str, object], clock: int
) -> None:
    a, b = parted("a", ("Ana", "label", 0)), parted("b", ("Ben", "label", 0))
    with open_corpus(b, write=False) as corpus:
        ben = corpus.annotators()[0].id
    made = replace(filled.label(ben), **change)  # type: ignore[arg-type]
    raw = sqlite3.connect(b)
    raw.execute(rows.insert("event", rows.EVENT), rows.event_row(history.seal(made, 2, clock, "")))
    raw.commit()
    raw.close()
    before = content(a)
    with pytest.raises(DamagedCorpus, match=re.escape(str(b))):
        bring(a, b)
    assert content(a) == before


def test_one_bad_file_among_several_brings_nothing_at_all(
    parted: Callable[..., Path], tmp_path: Path
) -> None:
    a, b = parted("a"), parted("b", ("Ben", "label", 0))
    junk = tmp_path / "junk.db"
    junk.write_text("junk")
    before = content(a)
    with pytest.raises(NotACorpus):
        bring(a, b, junk)
    assert content(a) == before


def test_a_file_that_was_not_closed_properly_is_refused(parted: Callable[..., Path]) -> None:
    a, b = parted("a"), parted("b")
    Path(f"{b}-journal").write_bytes(b"journal")
    with pytest.raises(StoreError, match="not closed properly"):
        bring(a, b)
