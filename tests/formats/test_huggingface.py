"""The Hugging Face folder, as pyarrow reads it; the card and the metadata name what is there."""

import json
from collections import Counter
from dataclasses import replace
from importlib import import_module
from pathlib import Path

import pytest
from corpora import ADA, BOB, places, torture

from annotator.errors import InputError, MissingExtra
from annotator.files import sha256_of
from annotator.formats import extras, publish
from annotator.formats.huggingface import FORMAT, read
from annotator.formats.record import Document, Options
from annotator.measure.bootstrap import Figure
from annotator.measure.figures import Row
from annotator.model import Json, Layer

SPLIT = Options(allow_loss=True, splits={"s1": "dev"})


def table(out: Path, name: str, split: str) -> list[Json]:
    path = out / "data" / name / f"{split}-00000-of-00001.parquet"
    rows: list[Json] = import_module("pyarrow.parquet").read_table(path).to_pylist()
    return rows


def test_pyarrow_sees_the_same_spans(tmp_path: Path) -> None:
    out = tmp_path / "out"
    FORMAT.write(torture(), out, SPLIT)
    rows = [row for row in table(out, "spans", "validation") if row["layer"] == "span"]
    keys = ("article", "start", "end", "label", "annotator", "quote")
    assert Counter(tuple(row[key] for key in keys) for row in rows) == Counter(places(torture()))
    texts = {row["article"]: row["text"] for row in table(out, "articles", "validation")}
    for row in rows:
        assert texts[row["article"]][row["start"] : row["end"]] == row["quote"]


def test_a_story_is_never_parted(tmp_path: Path) -> None:
    out = tmp_path / "out"
    FORMAT.write(torture(), out, SPLIT)
    assert len(table(out, "articles", "validation")) == 2
    assert len(table(out, "articles", "train")) == 1
    assert len(table(out, "links", "validation")) == 1
    assert [row["title"] for row in table(out, "stories", "validation")] == ["Regime 😀 digs in"]


def test_every_label_comes_back_as_it_was(tmp_path: Path) -> None:
    FORMAT.write(torture(), tmp_path / "out", SPLIT)
    found = read(tmp_path / "out")
    came = [item for document in found.documents for item in document.annotations]
    wanted = [item for record in torture().articles for item in record.annotations]
    assert sorted(came, key=repr) == sorted(wanted, key=repr)
    assert found.links == torture().links
    assert found.labels == next(iter(torture().stories)).annotations
    assert found.corrections == next(iter(torture().stories)).corrections


def test_the_card_and_the_metadata_name_every_file(tmp_path: Path) -> None:
    out = tmp_path / "out"
    report = FORMAT.write(torture(), out, SPLIT)
    tables = [path for path in report.files if path.suffix == ".parquet"]
    card = (out / "README.md").read_text("utf-8")
    assert card.startswith("---\npretty_name: ")
    assert "  - split: validation\n" in card
    croissant = json.loads((out / "croissant.json").read_text("utf-8"))
    objects = {item["contentUrl"]: item["sha256"] for item in croissant["distribution"]}
    for path in tables:
        name = path.relative_to(out).as_posix()
        assert f"path: {name}\n" in card
        assert objects[name] == sha256_of(path)
    assert {item["name"] for item in croissant["recordSet"]} >= {"spans/validation"}


def test_the_missing_extra_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def absent(name: str) -> object:
        raise ImportError(name=name)

    monkeypatch.setattr(extras, "import_module", absent)
    with pytest.raises(MissingExtra) as caught:
        FORMAT.write(torture(), tmp_path / "out", SPLIT)
    assert caught.value.hint == "Install it with: pip install 'framing-annotator[parquet]'"


def test_what_is_no_such_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no folder `data`"):
        read(tmp_path)
    (tmp_path / "data" / "spans").mkdir(parents=True)
    (tmp_path / "data" / "spans" / "train.parquet").write_bytes(b"no")
    with pytest.raises(InputError, match="not a Parquet table"):
        read(tmp_path)


FIGURES = (
    Row(Layer.SPAN, "", "", "", "alpha", (), 90, Figure(0.5, 0.25, 0.75)),
    Row(
        Layer.SPAN, "loaded", "", "", "alpha", (), 90, Figure(0.1234567, None, None, "no interval")
    ),
    Row(
        Layer.SPAN, "loaded", "", "blind", "kappa", (ADA, BOB), 40, Figure(None, why="no variation")
    ),
    Row(Layer.STORY, "", "", "", "alpha", (), 1, Figure(1.0)),
    Row(Layer.SPAN, "", "", "", "agreement", (), 90, Figure(0.9)),
    Row(Layer.SPAN, "loaded", "", "", "agreement", (), 90, Figure(0.9)),
    Row(Layer.STORY, "", "", "", "agreement", (), 1, Figure(0.9)),
)


def test_agreement_is_a_table_of_its_own(tmp_path: Path) -> None:
    out = tmp_path / "out"
    FORMAT.write(replace(torture(), agreement=FIGURES), out, SPLIT)
    rows = table(out, "agreement", "train")
    assert [row["value"] for row in rows][:4] == [0.5, 0.123457, None, 1.0]
    assert rows[0] == {
        "layer": "span",
        "label": None,
        "attribute": None,
        "arm": None,
        "coefficient": "alpha",
        "annotators": [],
        "annotator_ids": [],
        "units": 90,
        "value": 0.5,
        "low": 0.25,
        "high": 0.75,
        "why": None,
    }
    assert rows[2]["annotators"] == [ADA.name, BOB.name]
    assert (rows[2]["arm"], rows[2]["why"]) == ("blind", "no variation")
    assert "- config_name: agreement\n" in (out / "README.md").read_text("utf-8")
    found, wanted = read(out).documents, read_without_agreement(tmp_path)
    assert [d.annotations for d in found] == [d.annotations for d in wanted]


def read_without_agreement(folder: Path) -> tuple[Document, ...]:
    """What is read of the same corpus whose agreement nobody measured."""
    FORMAT.write(torture(), folder / "bare", SPLIT)
    assert not (folder / "bare" / "data" / "agreement").exists()
    return tuple(replace(d, where=str(folder / "out")) for d in read(folder / "bare").documents)


def test_agreement_keeps_to_the_layers_and_pseudonyms_of_the_export(tmp_path: Path) -> None:
    export = publish.anonymise(replace(torture(), agreement=FIGURES))
    FORMAT.write(export, tmp_path / "out", replace(SPLIT, layers=frozenset({Layer.SPAN})))
    rows = table(tmp_path / "out", "agreement", "train")
    assert {row["layer"] for row in rows} == {"span"}
    assert rows[2]["annotators"] == rows[2]["annotator_ids"] == ["annotator-1", "annotator-2"]
