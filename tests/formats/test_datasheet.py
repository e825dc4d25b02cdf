"""The data statement and the citation file that an export may carry."""

import contextlib
import json
from dataclasses import replace
from pathlib import Path

import pytest
from corpora import SCHEME, SECRET, article, header, span, torture

from annotator.errors import LossError
from annotator.files import sha256_of
from annotator.formats import jsonl, publish, registry
from annotator.formats.record import ArticleRecord, Export, Format, Options, StoryRecord
from annotator.measure.bootstrap import Figure
from annotator.measure.figures import Row
from annotator.model import Annotator, Layer, Story

FORMATS = [registry.load(name) for name in registry.BUILT_IN]
EACH = pytest.mark.parametrize("format", FORMATS, ids=lambda f: f.name)
CARD = Options(allow_loss=True, card=True, splits={"s1": "dev"})


def card(out: Path, format: Format) -> tuple[str, list[str], dict[str, str]]:
    """The statement, whom the citation names, and the hashes of the manifest."""
    if format.target == "file":
        names = [f"{out.name}.{name}" for name in ("DATASHEET.md", "CITATION.cff", "manifest.json")]
        files = [out.with_name(name) for name in names]
    else:
        files = [out / name for name in ("DATASHEET.md", "CITATION.cff", "manifest.json")]
    statement, citation, manifest = (path.read_text("utf-8") for path in files)
    assert citation.startswith("cff-version: 1.2.0\n")
    lines = citation.split("authors:\n")[1].splitlines()
    authors = [json.loads(line.partition("alias: ")[2]) for line in lines if "- alias: " in line]
    return statement, authors, json.loads(manifest)["files"]


@EACH
def test_every_format_can_carry_a_card(tmp_path: Path, format: Format) -> None:
    out = tmp_path / f"corpus{format.suffix}"
    report = format.write(torture(), out, CARD)
    statement, authors, hashes = card(out, format)
    assert authors
    assert set(authors) <= {"Ada, née «König»", "=bob"}
    assert f"- articles: {report.written['articles']}, words: " in statement
    assert "=Herald 1" in statement
    done = "=bob 0 of 1 (unfinished), Ada, née «König» 1 of 1"
    assert f"- articles done, of those begun: {done}\n" in statement
    for label in SCHEME.labels:
        assert f"| {label.id} | {label.layer} |" in statement
    home = out if format.target == "folder" else out.parent
    for path in report.files:
        if path.name.endswith("manifest.json"):
            continue
        assert hashes[path.relative_to(home).as_posix()] == sha256_of(path)


@EACH
def test_the_card_is_in_no_readers_way(tmp_path: Path, format: Format) -> None:
    out, bare = tmp_path / f"with{format.suffix}", tmp_path / f"bare{format.suffix}"
    format.write(torture(), out, CARD)
    format.write(torture(), bare, replace(CARD, card=False))
    assert format.read is not None
    found, wanted = format.read(out), format.read(bare)
    assert not found.problems
    assert [d.annotations for d in found.documents] == [d.annotations for d in wanted.documents]
    assert [r.annotations for r in found.articles] == [r.annotations for r in wanted.articles]


def test_an_anonymous_corpus_names_nobody(tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    jsonl.FORMAT.write(publish.anonymise(torture()), out, CARD)
    statement, authors, _ = card(out, jsonl.FORMAT)
    assert "Ada" not in statement
    assert authors == ["annotator-1", "annotator-2"]


@pytest.mark.parametrize("format", [f for f in FORMATS if f.withholds], ids=lambda f: f.name)
@pytest.mark.parametrize("field", ["title", "outlet", "url", "annotator", "story"])
def test_the_text_leaks_through_no_other_field(tmp_path: Path, format: Format, field: str) -> None:
    owner = article(f"Nothing else\n{SECRET}\n" + "It happened on a day in the country. " * 30)
    who = Annotator("d" * 16, SECRET if field == "annotator" else "Dora")
    if field in ("title", "outlet", "url"):
        told = SECRET.upper() if field == "title" else SECRET
        owner = replace(owner, **{field: told})  # type: ignore[arg-type]
    story = Story("s1", SECRET if field == "story" else "x", (owner.id,), 1.0, (SECRET[:20],))
    record = ArticleRecord(owner, "s1", (span(owner, 0, 3, by=who),))
    export = Export(replace(header(), annotators=(who,)), (record,), (StoryRecord(story),))
    out = tmp_path / "out"
    with contextlib.suppress(LossError):
        format.write(export, out, Options(text="none", card=True))
    for path in tmp_path.rglob("*"):
        if path.is_file():
            assert SECRET[:40].lower().encode() not in path.read_bytes().lower()


def test_the_statement_tells_how_far_annotators_agree(tmp_path: Path) -> None:
    rows = (
        Row(Layer.SPAN, "", "", "", "alpha", (), 90, Figure(0.5, 0.25, 0.75)),
        Row(Layer.SPAN, "", "", "", "agreement", (), 90, Figure(0.9)),
        Row(Layer.SPAN, "loaded", "", "", "alpha", (), 90, Figure(None, why="no variation")),
        Row(Layer.SPAN, "loaded", "", "", "agreement", (), 90, Figure(1.0)),
        Row(Layer.SPAN, "attribution", "", "", "alpha", (), 90, Figure(0.125)),
        Row(Layer.SPAN, "", "", "blind", "alpha", (), 40, Figure(0.375)),
    )
    told, bare = tmp_path / "told.jsonl", tmp_path / "bare.jsonl"
    jsonl.FORMAT.write(replace(torture(), agreement=rows), told, CARD)
    statement, _, _ = card(told, jsonl.FORMAT)
    assert "| span | all | 90 | 0.500 | 0.250 to 0.750 | 0.900 |\n" in statement
    assert "| span | loaded | 90 | undefined |  | 1.000 |\n" in statement
    assert "0.125" not in statement
    assert "0.375" not in statement
    jsonl.FORMAT.write(torture(), bare, CARD)
    assert "No two annotators judged the same.\n" in card(bare, jsonl.FORMAT)[0]
