"""The quick way out of a corpus file writes the same bytes as the long one."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from corpora import ROUND_TRIPS, SCHEMES, corpora, torture
from hypothesis import given
from shell import Shell

from annotator import project
from annotator.exchange import Selection, export
from annotator.formats import jsonl
from annotator.formats.record import Export, Options, Verbatim
from annotator.store.corpus import open_corpus


def corpus_of(held: Export, folder: Path) -> Path:
    """A corpus file that holds this export."""
    path = folder / "c.db"
    path.unlink(missing_ok=True)
    jsonl.FORMAT.write(held, folder / "in.jsonl", Options())
    project.new(path, str(SCHEMES / "framing.toml"))
    with project.open_project(path) as opened:
        opened.import_("jsonl", folder / "in.jsonl", None)
    return path


def both_ways(path: Path, folder: Path, who: Selection, options: Options) -> int:
    """Assert that both ways write the same; how many articles took the quick one."""
    with open_corpus(path, write=False) as corpus:
        one = jsonl.FORMAT.write(export(corpus, who), folder / "quick.jsonl", options)
        slow = replace(export(corpus, who), verbatim=None)
        two = jsonl.FORMAT.write(slow, folder / "long.jsonl", options)
        assert one.written == two.written
        quick = sum(isinstance(k, Verbatim) for k in export(corpus, who).verbatim or ())
    assert (folder / "quick.jsonl").read_bytes() == (folder / "long.jsonl").read_bytes()
    return quick


@pytest.mark.parametrize(
    "options",
    [
        Options(),
        Options(splits={"s1": "train"}),
        Options(card=True),
        Options(text="quotes", run=99),
    ],
)
def test_the_torture_corpus(tmp_path: Path, options: Options) -> None:
    path = corpus_of(torture(), tmp_path)
    for names in (frozenset[str](), frozenset({"=bob"})):
        assert both_ways(path, tmp_path, Selection(names), replace(options, share=1)) == 3


@ROUND_TRIPS
@given(held=corpora())
def test_any_corpus(tmp_path: Path, held: Export) -> None:
    path = corpus_of(held, tmp_path)
    assert both_ways(path, tmp_path, Selection(), Options()) == len(list(held.articles))


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE annotation SET quote = 'other' WHERE layer = 'span'",
        'UPDATE annotation SET start = start - 99, "end" = "end" + 99 WHERE layer = \'span\'',
        "UPDATE annotation SET \"end\" = 99999 WHERE layer = 'span'",
    ],
)
def test_what_does_not_fit_the_text_goes_the_long_way(
    run: Shell, tmp_path: Path, change: str
) -> None:
    path = corpus_of(torture(), tmp_path)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(change)
    assert both_ways(path, tmp_path, Selection(), Options()) == 1


def test_what_people_described_and_hid(run: Shell, corpus: Path, tmp_path: Path) -> None:
    first, second = run.json("show", corpus)["articles"]
    hide = {"do": "block", "article": first["id"], "start": first["blocks"][0]["start"]}
    acts = [
        hide | {"kind": "clutter", "shown": False},
        {"do": "label", "article": second["id"], "start": 0, "end": 4, "label": "loaded"},
    ]
    assert all(answer["ok"] for answer in run.act(corpus, "ada", acts))
    assert both_ways(corpus, tmp_path, Selection(), Options()) > 2
