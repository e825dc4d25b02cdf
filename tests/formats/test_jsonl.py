"""The native export: loss-free, the same bytes each time, and strict on the way in."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from corpora import (
    PLAIN,
    ROUND_TRIPS,
    SCHEME,
    SCHEMES,
    TORTURE,
    article,
    corpora,
    header,
    span,
    torture,
)
from hypothesis import given
from jsonschema import Draft202012Validator

from annotator.errors import InputError
from annotator.formats.jsonl import FORMAT
from annotator.formats.jsonl_reader import read
from annotator.formats.record import ArticleRecord, Export, Incoming, Options
from annotator.model import Layer

Line = dict[str, Any]


def again(incoming: Incoming) -> Export:
    """What an import of `incoming` would export."""
    assert incoming.header is not None
    return Export(incoming.header, incoming.articles, incoming.stories, incoming.links)


def test_what_is_written_is_read_back_whole(tmp_path: Path) -> None:
    out = tmp_path / "c.jsonl"
    export = torture()
    report = FORMAT.write(export, out, Options())
    found = read(out)
    assert not found.problems
    assert found.header == export.header
    assert found.stories == export.stories
    assert found.links == export.links
    for was, now in zip(export.articles, found.articles, strict=True):
        assert replace(now.article, path=was.article.path) == was.article
        assert sorted(now.annotations, key=repr) == sorted(was.annotations, key=repr)
        assert (now.story, now.readings, now.rejections) == (
            was.story,
            was.readings,
            was.rejections,
        )
    assert report.written == {
        "article labels": 1,
        "articles": 3,
        "link labels": 1,
        "sentence labels": 1,
        "span labels": 14,
        "stories": 1,
        "story labels": 1,
    }
    assert not report.lost


def test_an_import_exports_to_the_same_bytes(tmp_path: Path) -> None:
    first, second = tmp_path / "1.jsonl", tmp_path / "2.jsonl"
    FORMAT.write(torture(), first, Options())
    FORMAT.write(again(read(first)), second, Options())
    assert first.read_bytes() == second.read_bytes()


@ROUND_TRIPS
@given(export=corpora())
def test_any_corpus_survives_the_round_trip(tmp_path: Path, export: Export) -> None:
    first, second = tmp_path / "1.jsonl", tmp_path / "2.jsonl"
    FORMAT.write(export, first, Options())
    found = read(first)
    assert not found.problems
    FORMAT.write(again(found), second, Options())
    assert first.read_bytes() == second.read_bytes()
    for was, now in zip(export.articles, found.articles, strict=True):
        assert sorted(now.annotations, key=repr) == sorted(was.annotations, key=repr)


def test_the_lines_have_the_promised_shape(tmp_path: Path) -> None:
    out = tmp_path / "c.jsonl"
    FORMAT.write(torture(), out, Options(splits={"s1": "train"}))
    assert b"\r" not in out.read_bytes()
    head, *rest = [json.loads(line) for line in out.read_text("utf-8").split("\n") if line]
    assert head["kind"] == "header"
    assert head["scheme"]["hash"] == SCHEME.hash
    assert [line["kind"] for line in rest] == ["article"] * 3 + ["link", "story"]
    one = rest[0]
    assert one["text"] == TORTURE
    assert one["split"] == "train"
    for mark in one["annotations"]:
        if mark["layer"] == "span":
            assert TORTURE[mark["start"] : mark["end"]] == mark["quote"]
    accepted = [m for m in one["annotations"] if m["origin"] == "accepted"]
    assert [m["suggestion"]["entry"] for m in accepted] == ["hearsay.reportedly"]
    assert accepted[0]["arm"] == "assisted"


def test_the_text_can_be_withheld(tmp_path: Path) -> None:
    out = tmp_path / "c.jsonl"
    owner = article(PLAIN)
    labels = (span(owner, 0, 7), span(owner, 29, 60))
    export = Export(header(), (ArticleRecord(owner, None, labels),))
    FORMAT.write(export, out, Options(text="quotes", run=9, share=0.5))
    lines = [json.loads(line) for line in out.read_text("utf-8").split("\n") if line]
    assert lines[1]["text"] is None
    quotes = [mark["quote"] for mark in lines[1]["annotations"] if "quote" in mark]
    assert quotes == ["Council", None]
    assert "rehydrate" in (read(out).problems[0].hint or "")


def test_only_the_wanted_layers_go_out(tmp_path: Path) -> None:
    out = tmp_path / "c.jsonl"
    report = FORMAT.write(torture(), out, Options(layers=frozenset({Layer.SENTENCE})))
    assert report.written == {"articles": 3, "sentence labels": 1, "stories": 1}
    assert not read(out).stories[0].corrections


def test_an_article_is_read_as_it_comes(tmp_path: Path) -> None:
    out = tmp_path / "c.jsonl"

    def records() -> Any:
        for n in range(50):
            yield ArticleRecord(article(f"{PLAIN} {n}"))

    report = FORMAT.write(Export(header(), records()), out, Options())
    assert report.written["articles"] == 50


def test_a_failing_source_leaves_the_old_file(tmp_path: Path) -> None:
    out = tmp_path / "c.jsonl"
    FORMAT.write(torture(), out, Options())
    old = out.read_bytes()

    def records() -> Any:
        yield ArticleRecord(article(PLAIN))
        raise RuntimeError("gone")

    with pytest.raises(RuntimeError):
        FORMAT.write(Export(header(), records()), out, Options())
    assert out.read_bytes() == old
    assert list(tmp_path.iterdir()) == [out]


def spoil(tmp_path: Path, number: int, change: Callable[[Line], object]) -> Path:
    """The torture corpus with line `number` changed."""
    out = tmp_path / "bad.jsonl"
    FORMAT.write(torture(), out, Options())
    lines = out.read_text("utf-8").removesuffix("\n").split("\n")
    line = json.loads(lines[number - 1])
    change(line)
    lines[number - 1] = json.dumps(line)
    out.write_text("\n".join(lines) + "\n", "utf-8")
    return out


def first_mark(**changes: object) -> Callable[[Line], object]:
    return lambda line: line["annotations"][0].update(changes)


BAD_FIELDS: list[tuple[Callable[[Line], object], str]] = [
    (first_mark(start=6, end=0), "annotations[1].start: 6 is not before the end 0"),
    (first_mark(end=99999), "lies outside the text"),
    (first_mark(start=1, end=7), "is not the text at 1-7"),
    (first_mark(label="loadde"), "did you mean 'loaded'?"),
    (first_mark(layer="word"), "'word' is not one of span, sentence"),
    (first_mark(attributes={"kind": "labeling"}), "did you mean 'labelling'?"),
    (first_mark(start="0"), "start: '0' is not a whole number"),
    (first_mark(start=True), "start: True is not a whole number"),
    (first_mark(origin="robot"), "origin: 'robot' is not one of"),
    (first_mark(arm=None), "arm: missing"),
    (lambda line: line["annotations"].append(line["annotations"][0]), "is in the file twice"),
    (lambda line: line.update(text=line["text"] + "!"), "sha256: not the hash of the text"),
    (lambda line: line.update(text=line["text"].replace("\n", "\r\n")), "not canonical"),
    (lambda line: line.update(sentences=[[0, 5], [3, 9]]), "begins before the one in front"),
    (lambda line: line.update(blocks=[[0, 5]]), "blocks[1]: [0, 5] is not an object"),
    (lambda line: line.update(kind="artikel"), "is not one of article, link, story"),
    (lambda line: line.update(annotations={}), "annotations: {} is not a list"),
]


@pytest.mark.parametrize(("change", "message"), BAD_FIELDS)
def test_a_wrong_field_is_named_with_its_line(
    tmp_path: Path, change: Callable[[Line], object], message: str
) -> None:
    out = spoil(tmp_path, 2, change)
    problems = read(out).problems
    assert problems[0].message.startswith(f"{out}:2: ")
    assert message in problems[0].message


@pytest.mark.parametrize(
    ("number", "change", "message"),
    [
        (5, {"source": "f" * 16}, "source: there is no 'ffffffffffffffff' in the file"),
        (6, {"articles": ["e" * 16]}, "articles: there is no 'eeeeeeeeeeeeeeee' in the file"),
        (4, {"story": "s9"}, "story: there is no 's9' in the file"),
        (5, {"layer": "article", "label": "genre"}, "layer: 'article' does not belong here"),
    ],
)
def test_a_line_that_refers_to_nothing_is_a_problem(
    tmp_path: Path, number: int, change: Line, message: str
) -> None:
    out = spoil(tmp_path, number, lambda line: line.update(change))
    assert f"{out}:{number}: {message}" in {problem.message for problem in read(out).problems}


BAD_LINES = [
    ('{"kind": "article", "text', "not valid JSON"),
    ("[" * 100_000, "nested too deeply"),
    ('{"kind": ' + "9" * 5000 + "}", "a number of 5000 digits"),
    ('{"kind": NaN}', "NaN is not a number"),
    ('{"kind": 1e999}', "'1e999' is not a number"),
    ('{"kind": "link", "kind": "story"}', "key 'kind' given twice"),
    ('{"kind": "\\ud800"}', "half of a surrogate pair"),
    ("[]", "[] is not an object"),
]


@pytest.mark.parametrize(("line", "message"), BAD_LINES)
def test_a_broken_line_is_one_problem_and_the_rest_is_read(
    tmp_path: Path, line: str, message: str
) -> None:
    out = tmp_path / "bad.jsonl"
    FORMAT.write(torture(), out, Options())
    lines = out.read_text("utf-8").split("\n")
    out.write_text("\n".join([*lines[:3], line, *lines[3:]]), "utf-8")
    found = read(out)
    (problem,) = found.problems
    assert problem.message.startswith(f"{out}:4: ")
    assert message in problem.message
    assert len(found.articles) == 3


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "empty"),
        (b'{"text": "a prodigy line"}\n', ":1: not the header"),
        (b'{"kind":"header","format":"annotator-corpus","version":99}\n', "newer"),
        (b"\xff\xfe\n", ":1: not valid utf-8 at byte 0"),
    ],
)
def test_what_is_not_an_export_is_refused(tmp_path: Path, content: bytes, message: str) -> None:
    out = tmp_path / "bad.jsonl"
    out.write_bytes(content)
    with pytest.raises(InputError, match=message):
        read(out)


def test_an_altered_scheme_is_refused(tmp_path: Path) -> None:
    out = spoil(tmp_path, 1, lambda line: line["scheme"].update(name="Other"))
    with pytest.raises(InputError, match="not the hash of this scheme"):
        read(out)


def test_a_label_of_an_older_scheme_is_kept(tmp_path: Path) -> None:
    out = spoil(tmp_path, 2, first_mark(label="retired", scheme="0" * 16))
    found = read(out)
    assert not found.problems
    assert "retired" in {a.annotation.label for a in found.articles[0].annotations}


def test_lines_end_at_lf_only(tmp_path: Path) -> None:
    text = "One\u2028two\x85three\x0bfour\x1cfive."
    out = tmp_path / "c.jsonl"
    FORMAT.write(Export(header(), (ArticleRecord(article(text)),)), out, Options())
    assert read(out).articles[0].article.text == text


def test_it_says_that_it_holds_everything() -> None:
    assert FORMAT.withholds
    assert FORMAT.read is not None


def test_the_lines_fit_the_json_schema(tmp_path: Path) -> None:
    schema = json.loads((SCHEMES / "export.schema.json").read_text("utf-8"))
    validator = Draft202012Validator(schema)
    out = tmp_path / "c.jsonl"
    for options in (Options(splits={"s1": "dev"}), Options(text="none", share=1, run=200)):
        FORMAT.write(torture(), out, options)
        for line in out.read_text("utf-8").split("\n"):
            if line:
                assert [e.message for e in validator.iter_errors(json.loads(line))] == []
    assert list(validator.iter_errors({"kind": "article"}))
