"""Exports, backups, checks and merges while others annotate: each sees the corpus of one moment."""

import json
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import faulty
import pytest
from faulty import Note

from annotator.errors import BusyCorpus
from annotator.exchange import Selection
from annotator.formats.record import Options
from annotator.model import Article, Block, BlockKind, Span, Story, article_id
from annotator.project import open_project
from annotator.store import backup, doctor
from annotator.store.corpus import open_corpus
from annotator.store.merge import merge
from annotator.store.writer import Transaction
from annotator.text.words import words

PAIRS = """
import itertools, sys, time
from pathlib import Path
from annotator.history import Event, Kind
from annotator.model import random_id
from annotator.store.corpus import open_corpus
with open_corpus(Path(sys.argv[1]), write=True) as corpus:
    writer, version = corpus.writer(), corpus.scheme().hash
    who = writer.submit(lambda t: t.add_annotator(sys.argv[2])).result().id
    pair = [corpus.article(article) for article in corpus.article_ids()]
    def event(body, article):
        return Event(random_id(), who, random_id(), Kind.LABEL, body, article, "now", version)
    for n in itertools.count():
        made = []
        for held in pair:
            start, end = held.words[n % len(held.words)]
            place = {"start": start, "end": end, "quote": held.text[start:end]}
            made.append(event({"layer": "span", "label": "loaded", **place}, held.id))
        ends = {"source": made[0].subject, "target": made[1].subject, "story": "pair"}
        made.append(event({"layer": "link", "label": "same-referent", **ends}, None))
        writer.submit(lambda t: t.append_all(made)).result()
        print(n, flush=True)
        time.sleep(0.05)
"""
"""Labels a word of each of two articles and links them, all three in one transaction, for ever."""


@pytest.fixture
def pair(tmp_path: Path) -> Path:
    """A corpus of two articles that tell one story."""
    path = faulty.fill(tmp_path / "c.db")
    text = f"Again: {faulty.TEXT}"
    block = Block(0, len(text), BlockKind.BODY, True)
    other = Article(
        article_id(text), text, "", None, None, None, None, "y", (block,),
        (Span(0, len(text)),), words(text),
    )  # fmt: skip

    def job(t: Transaction) -> None:
        t.add_article(other)
        t.add_story(Story("pair", "The pair", tuple(t.article_ids())))

    with open_corpus(path, write=True) as corpus:
        corpus.writer().submit(job).result()
    return path


@pytest.fixture
def busy(pair: Path) -> Iterator[Path]:
    """The same while two people annotate it as fast as they can."""
    people = [
        subprocess.Popen([sys.executable, "-c", PAIRS, str(pair), name], stdout=subprocess.PIPE)
        for name in ("Ana", "Ben")
    ]
    for person in people:
        assert person.stdout is not None
        assert person.stdout.readline()
    yield pair
    still_at_it = [person.poll() is None for person in people]
    for person in people:
        person.kill()
        person.communicate()
    assert still_at_it == [True, True]


def _whole(path: Path, out: Path) -> int:
    """Export; how many links there are, after checking that it is all of one moment."""
    with open_project(path, write=False) as project:
        project.export("jsonl", out, Options(), Selection())
    lines = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    labels = [{a["id"] for a in line["annotations"]} for line in lines if "text" in line]
    links = [line for line in lines if line.get("kind") == "link"]
    assert [len(held) for held in labels] == [len(links), len(links)]
    assert {end for link in links for end in (link["source"], link["target"])} == set.union(*labels)
    return len(links)


def _copied(path: Path, out: Path) -> int:
    out.unlink(missing_ok=True)
    backup.make(path, out)
    return _checked(out, out)


def _checked(path: Path, out: Path) -> int:
    assert [check for check in doctor.examine(path) if not check.ok] == []
    with closing(sqlite3.connect(path)) as raw:
        return int(
            raw.execute("SELECT count(*) FROM annotation WHERE layer = 'link'").fetchone()[0]
        )


@pytest.mark.parametrize("look", [_whole, _copied, _checked])
def test_what_is_seen_while_others_annotate_is_of_one_moment(
    busy: Path, tmp_path: Path, record_property: Note, look: Callable[[Path, Path], int]
) -> None:
    rounds = faulty.scale(12, 60)
    record_property("cases", rounds)
    seen = [look(busy, tmp_path / "out") for _ in range(rounds)]
    assert seen == sorted(seen)
    assert seen[-1] > seen[0]


def test_merges_while_two_others_annotate(
    pair: Path, tmp_path: Path, record_property: Note, request: pytest.FixtureRequest
) -> None:
    copies = [Path(shutil.copy(pair, tmp_path / f"{n}.db")) for n in range(faulty.scale(3, 12))]
    record_property("cases", len(copies))
    told = [faulty.label(copy, 20) for copy in copies]
    busy = request.getfixturevalue("busy")
    for copy in copies:
        with open_corpus(busy, write=True) as corpus:
            (merged,) = merge(corpus, [copy])
        assert merged.events == 20
    with open_corpus(busy, write=False) as corpus:
        stored = {event.id for event in corpus.all_events()}
    assert stored > {event for one in told for event in one.acknowledged}
    assert _checked(busy, busy) > 0


def test_a_check_that_cannot_get_in_says_busy_and_not_broken(pair: Path) -> None:
    with closing(sqlite3.connect(pair, isolation_level=None)) as holder:
        holder.execute("BEGIN EXCLUSIVE")
        with pytest.raises(BusyCorpus):
            open_corpus(pair, write=False, patience=0.1)
