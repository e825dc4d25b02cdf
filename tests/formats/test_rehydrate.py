"""Publishing without the texts, and putting them back from one's own copies."""

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from corpora import (
    FREE,
    ROUND_TRIPS,
    SECRET,
    TORTURE,
    WITHHOLDING,
    article,
    corpora,
    header,
    span,
    torture,
)
from hypothesis import given

from annotator.errors import InputError, LossError
from annotator.formats import jsonl, jsonl_reader
from annotator.formats.fingerprint import fold
from annotator.formats.record import ArticleRecord, Export, Format, Options, TextChoice
from annotator.formats.rehydrate import Restored, rehydrate_file
from annotator.text.canonical import canonicalise


def texts(export: Export) -> dict[str, str]:
    return {record.article.id: record.article.text for record in export.articles}


def around(folder: Path, export: Export, copies: dict[str, str], options: Options) -> Restored:
    """Write `export` in full and without texts, put `copies` back; files full, free, back."""
    jsonl.FORMAT.write(export, folder / "full", Options())
    jsonl.FORMAT.write(export, folder / "free", options)
    return rehydrate_file(folder / "free", copies, folder / "back")


def test_the_right_copies_restore_the_export_to_the_byte(tmp_path: Path) -> None:
    for text in ("none", "quotes"):
        options = replace(FREE, text=text)
        restored = around(tmp_path, torture(), texts(torture()), options)
        assert (tmp_path / "back").read_bytes() == (tmp_path / "full").read_bytes()
        assert restored.counts() == {"exact": 16, "moved": 0, "lost": 0}


@ROUND_TRIPS
@given(export=corpora())
def test_any_corpus_is_restored_to_the_byte(tmp_path: Path, export: Export) -> None:
    around(tmp_path, export, texts(export), FREE)
    assert (tmp_path / "back").read_bytes() == (tmp_path / "full").read_bytes()


def test_no_text_is_in_a_text_free_file(tmp_path: Path) -> None:
    jsonl.FORMAT.write(torture(), tmp_path / "free", FREE)
    lines = [
        json.loads(line) for line in (tmp_path / "free").read_text("utf-8").split("\n") if line
    ]
    for line in lines[1:4]:
        assert line["text"] is None
        assert line["title"] is None
        assert all(mark["quote"] is None for mark in line["annotations"] if "quote" in mark)
    assert lines[-1]["title"] is None


def test_an_article_without_a_copy_is_named(tmp_path: Path) -> None:
    copies = texts(torture())
    gone = next(iter(copies))
    del copies[gone]
    restored = around(tmp_path, torture(), copies, FREE)
    assert restored.missing == [gone]
    assert restored.counts() == {"exact": 1, "moved": 0, "lost": 16 - 1}
    assert restored.counterparts == 2
    assert not jsonl_reader.read(tmp_path / "back").problems


def test_other_white_space_quotes_and_case_move_labels_and_lose_none(tmp_path: Path) -> None:
    copies = {
        key: canonicalise(re.sub(r"\s+", "  ", text).replace("’", "'").replace("“", '"')).text
        for key, text in texts(torture()).items()
    }
    restored = around(tmp_path, torture(), copies, FREE)
    assert restored.counts()["lost"] == 0
    found = jsonl_reader.read(tmp_path / "back")
    assert not found.problems
    quotes = {a.annotation.id: a.annotation.quote for r in found.articles for a in r.annotations}
    for record in torture().articles:
        for item in record.annotations:
            if item.annotation.layer == "span":
                was = fold(item.annotation.quote or "").replace("“", '"')
                assert fold(quotes[item.annotation.id] or "") == was.replace("”", '"')


def test_what_is_no_text_free_export_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bad"
    path.write_text('{"kind":"article","article":"x"}\n')
    with pytest.raises(InputError, match=r"bad:1: not a line of a text-free native export"):
        rehydrate_file(path, {}, tmp_path / "out")
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("format", WITHHOLDING, ids=lambda f: f.name)
@pytest.mark.parametrize("chosen", ["none", "quotes"])
def test_no_sentence_of_a_text_is_in_any_file(
    tmp_path: Path, format: Format, chosen: TextChoice
) -> None:
    out = tmp_path / "out"
    report = format.write(torture(), out, Options(chosen, allow_loss=True, run=30, share=1))
    raw = b"".join(path.read_bytes() for path in report.files).decode("utf-8", "replace")
    for record in torture().articles:
        for start, end in record.article.sentences:
            assert end - start <= 30 or record.article.text[start:end] not in raw
        assert record.article.title not in raw


def leaky(more: dict[str, object]) -> Export:
    owner = article(SECRET + "\n" + "Nothing else happened that day in the whole country. " * 20)
    return Export(header(), (ArticleRecord(owner, None, (span(owner, 0, 3, "loaded", **more),)),))


@pytest.mark.parametrize(
    "more",
    [
        {"note": SECRET},
        {"note": SECRET.replace(" ", "\n").upper()},
        {"note": '1\n"\n' + SECRET + '"'},
        {"attributes": {"target": "see: " + SECRET}},
    ],
)
@pytest.mark.parametrize("format", WITHHOLDING, ids=lambda f: f.name)
def test_a_note_that_copies_the_text_is_a_leak(
    tmp_path: Path, more: dict[str, object], format: Format
) -> None:
    out = tmp_path / "out"
    with pytest.raises(LossError, match=r"give away 1\d\d characters in a row"):
        format.write(leaky(more), out, Options(text="none"))
    assert not out.exists()
    format.write(leaky({"note": "short"}), out, Options(text="none"))


def test_adjoining_quotes_add_up_to_a_leak(tmp_path: Path) -> None:
    owner = article(TORTURE * 10)
    labels = tuple(span(owner, n, n + 10) for n in range(0, 100, 10))
    export = Export(header(), (ArticleRecord(owner, None, labels),))
    with pytest.raises(LossError, match="99 characters in a row"):
        jsonl.FORMAT.write(export, tmp_path / "out", Options(text="quotes", run=80))
    jsonl.FORMAT.write(export, tmp_path / "out", Options(text="none"))


def test_typography_is_no_difference() -> None:
    assert fold("“Don’t”\n co‑operate") == '"don\'t" co-operate'
