"""What every format of another tool keeps: the same contract for all of them."""

import re
from collections import Counter
from pathlib import Path

import pytest
from corpora import (
    ADA,
    LOSSY,
    PLAIN,
    ROUND_TRIPS,
    WHEN,
    article,
    corpora,
    flat,
    found_places,
    header,
    places,
    span,
    suggestion,
    torture,
)
from hypothesis import given

from annotator.errors import LossError, UsageError
from annotator.formats import registry
from annotator.formats.record import (
    ArticleRecord,
    Export,
    Feature,
    Format,
    Incoming,
    Labelled,
    Options,
    Rejection,
)
from annotator.model import Layer
from annotator.text import plurals

NATIVE = {"jsonl", "csv", "tsv", "csv-safe"}
FORMATS = [registry.load(name) for name in registry.BUILT_IN if name not in NATIVE]
ALL = [registry.load(name) for name in registry.BUILT_IN]
READ = [found for found in FORMATS if found.read is not None]

EACH = pytest.mark.parametrize("format", FORMATS, ids=lambda f: f.name)
EACH_READ = pytest.mark.parametrize("format", READ, ids=lambda f: f.name)


def target(folder: Path, format: Format) -> Path:
    return folder / f"corpus{format.suffix}"


def around(folder: Path, format: Format, export: Export, options: Options = LOSSY) -> Incoming:
    out = target(folder, format)
    format.write(export, out, options)
    assert format.read is not None
    found = format.read(out)
    assert not found.problems
    return found


def labels(found: Incoming) -> list[Labelled]:
    return [item for document in found.documents for item in document.annotations]


Place = tuple[str, int, int, str, str, str]


def counted(found: list[Place], format: Format) -> Counter[Place]:
    """The places as far as the format can tell them: names, and white space at the edges."""
    made: Counter[Place] = Counter()
    for owner, start, end, label, name, quote in found:
        if Feature.EDGES not in format.holds:
            start += len(quote) - len(quote.lstrip())
            end -= len(quote) - len(quote.rstrip())
            quote = quote.strip()
        made[owner, start, end, label, name * (Feature.ANNOTATORS in format.holds), quote] += 1
    return made


def span_places(found: Incoming, format: Format) -> Counter[Place]:
    return counted(found_places(found), format)


def wanted(export: Export, format: Format) -> Counter[Place]:
    return counted(places(export), format)


def test_the_torture_fixture_tortures() -> None:
    """Every peculiarity of texts and spans that other tools stumble over is in it."""
    (one, two, three) = torture().articles
    text = one.article.text
    for odd in ("😀", "e\u0301", "“", "  ", "\t", "\u200d", "הממשלה"):
        assert odd in text
    assert any(ord(char) > 0xFFFF for char in text)
    assert "\r" not in text
    spots = [k.annotation for k in one.annotations if k.annotation.layer is Layer.SPAN]
    edges = [(a.start or 0, a.end or 0) for a in spots]
    pairs = [(a, b) for a in edges for b in edges]
    assert min(edges)[0] == 0
    assert max(end for _, end in edges) == len(text)
    assert len(set(edges)) < len(edges)
    assert any(a[1] == b[0] for a, b in pairs)
    assert any(a[0] < b[0] < a[1] < b[1] for a, b in pairs)
    assert any(a != b and a[0] <= b[0] and b[1] <= a[1] for a, b in pairs)
    assert two.annotations
    assert not three.annotations


@pytest.mark.parametrize("format", ALL, ids=lambda f: f.name)
def test_a_split_is_in_every_format_that_knows_splits(tmp_path: Path, format: Format) -> None:
    """As a value of each task or row, or as files of its own."""
    if Feature.SPLITS not in format.holds:
        pytest.skip("this format knows no splits")
    texts = [f"{PLAIN} Version {n}." for n in range(4)]
    records = []
    for n, text in enumerate(texts):
        owner = article(text, "Herald")
        records.append(ArticleRecord(owner, f"s{n // 2}", (span(owner, 0, 7),)))
    out = target(tmp_path, format)
    options = Options(allow_loss=True, splits={"s0": "train", "s1": "dev"})
    format.write(Export(header(), tuple(records)), out, options)
    names = [path.name for path in out.rglob("*")]
    if any(re.match(r"(span\.)?(dev|validation)\W", name) for name in names):
        assert any(re.match(r"(span\.)?train\W", name) for name in names)
        return
    written = out.read_text("utf-8") if out.is_file() else ""
    written += "".join(path.read_text("utf-8") for path in out.rglob("*.json*"))
    for name in ("train", "dev"):
        assert len(re.findall(rf'"split":\s?"{name}"|[,\t]{name}[,\t]', written)) == 2


@EACH_READ
def test_plain_spans_come_back_in_every_format(tmp_path: Path, format: Format) -> None:
    options = Options(allow_loss=Feature.ANNOTATORS not in format.holds)
    found = around(tmp_path, format, flat(), options)
    assert span_places(found, format) == wanted(flat(), format)
    assert not found.repaired


@EACH_READ
def test_torture_comes_back_where_overlap_is_held(tmp_path: Path, format: Format) -> None:
    if Feature.OVERLAP not in format.holds:
        pytest.skip("this format holds no overlapping spans")
    found = around(tmp_path, format, torture())
    assert span_places(found, format) == wanted(torture(), format)


@EACH_READ
@ROUND_TRIPS
@given(export=corpora())
def test_any_corpus_comes_back(tmp_path: Path, format: Format, export: Export) -> None:
    out = target(tmp_path, format)
    report = format.write(export, out, LOSSY)
    assert format.read is not None
    found = format.read(out) if report.written.get("articles") else Incoming()
    assert not found.problems
    came = span_places(found, format)
    moved = {Feature.OVERLAP, Feature.EDGES, Feature.CHARACTERS}
    if not moved & set(report.lost):
        assert came == wanted(export, format)
    else:
        assert sum(came.values()) == report.written.get("span labels", 0)


@EACH_READ
def test_attributes_and_notes_come_back_where_held(tmp_path: Path, format: Format) -> None:
    found = labels(around(tmp_path, format, torture()))
    was = [item for record in torture().articles for item in record.annotations]
    if format.name == "brat":
        was = [item for item in was if item.annotation.layer is not Layer.ARTICLE]
    layers = {Layer.SPAN}
    layers |= {Layer.SENTENCE} if Feature.SENTENCES in format.holds else set()
    layers |= {Layer.ARTICLE} if Feature.ARTICLES in format.holds else set()

    def kept(items: list[Labelled], feature: Feature) -> list[object]:
        if feature not in format.holds:
            return []
        values: list[object] = [
            dict(item.annotation.attributes)
            if feature is Feature.ATTRIBUTES
            else item.annotation.note
            for item in items
            if item.annotation.layer in layers
        ]
        return sorted((value for value in values if value), key=repr)

    for feature in (Feature.ATTRIBUTES, Feature.NOTES):
        assert kept(found, feature) == kept(was, feature)
    assert {item.annotation.layer for item in found} == layers


@EACH
def test_what_is_not_held_stops_the_export_with_a_list(tmp_path: Path, format: Format) -> None:
    out = target(tmp_path, format)
    missing = [feature for feature in Feature if feature not in format.holds]
    if not missing:
        assert not format.write(torture(), out, Options()).lost
        return
    with pytest.raises(LossError) as caught:
        format.write(torture(), out, Options())
    assert not out.exists()
    report = format.write(torture(), out, LOSSY)
    for name, count in report.lost.items():
        assert plurals.counted(count, name) in caught.value.message
    assert set(report.lost) <= {str(feature) for feature in missing}
    assert any("losses" in path.name for path in report.files)
    assert all(path.is_file() for path in report.files)


@pytest.mark.parametrize("format", ALL, ids=lambda f: f.name)
def test_rejections_alone_stop_no_format(tmp_path: Path, format: Format) -> None:
    """They are no labels: every format either holds them or says how many stay behind."""
    owner = article(PLAIN)
    rejections = (Rejection(suggestion(owner, 0, 7), ADA, WHEN),)
    record = ArticleRecord(owner, "s1", (span(owner, 0, 7),), rejections=rejections)
    made, out = Export(header(), (record,)), target(tmp_path, format)
    held = Feature.REJECTIONS in format.holds
    report = format.write(made, out, Options())
    assert report.lost == ({} if held else {"rejected suggestions": 1})
    assert not any("losses" in path.name for path in report.files)
    if Feature.SPLITS in format.holds:
        return
    with pytest.raises(LossError, match="1 rejected suggestion, 1 split"):
        format.write(made, target(tmp_path / "new", format), Options(splits={"s1": "train"}))


@EACH
def test_what_is_held_is_not_counted_as_lost(tmp_path: Path, format: Format) -> None:
    report = format.write(torture(), target(tmp_path, format), LOSSY)
    lost_layers = {
        Feature.SENTENCES: ("sentence labels", 1),
        Feature.ARTICLES: ("article labels", 1),
        Feature.LINKS: ("link labels", 1),
        Feature.STORIES: ("story labels", 1),
    }
    for feature, (name, count) in lost_layers.items():
        assert report.written.get(name, 0) + report.lost.get(feature, 0) == count
    assert report.written["span labels"] + report.lost.get(Feature.OVERLAP, 0) == 14


@EACH
def test_the_same_corpus_gives_the_same_bytes(tmp_path: Path, format: Format) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        format.write(torture(), target(tmp_path / name, format), LOSSY)
    one, two = (
        {
            path.relative_to(tmp_path / name): path.read_bytes()
            for path in (tmp_path / name).rglob("*")
            if path.is_file()
        }
        for name in ("one", "two")
    )
    assert one == two


@EACH
def test_an_empty_corpus_can_be_written(tmp_path: Path, format: Format) -> None:
    report = format.write(Export(header(), ()), target(tmp_path, format), Options())
    assert not report.lost


@EACH
def test_a_format_built_around_the_text_refuses_to_leave_it_out(
    tmp_path: Path, format: Format
) -> None:
    if format.withholds:
        pytest.skip("this format can be written without the texts")
    with pytest.raises(UsageError, match="cannot leave it out"):
        format.write(flat(), target(tmp_path, format), Options(text="none"))
