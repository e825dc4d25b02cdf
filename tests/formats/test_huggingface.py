"""The Hugging Face folder, as pyarrow reads it; the card and the metadata name what is there."""

import json
from collections import Counter
from importlib import import_module
from pathlib import Path

import pytest
from corpora import places, torture

from annotator.errors import InputError, MissingExtra
from annotator.files import sha256_of
from annotator.formats import extras
from annotator.formats.huggingface import FORMAT, read
from annotator.formats.record import Options
from annotator.model import Json

LOSSY = Options(allow_loss=True, splits={"s1": "dev"})


def table(out: Path, name: str, split: str) -> list[Json]:
    path = out / "data" / name / f"{split}-00000-of-00001.parquet"
    rows: list[Json] = import_module("pyarrow.parquet").read_table(path).to_pylist()
    return rows


def test_pyarrow_sees_the_same_spans(tmp_path: Path) -> None:
    out = tmp_path / "out"
    FORMAT.write(torture(), out, LOSSY)
    rows = [row for row in table(out, "spans", "validation") if row["layer"] == "span"]
    keys = ("article", "start", "end", "label", "annotator", "quote")
    assert Counter(tuple(row[key] for key in keys) for row in rows) == Counter(places(torture()))
    texts = {row["article"]: row["text"] for row in table(out, "articles", "validation")}
    for row in rows:
        assert texts[row["article"]][row["start"] : row["end"]] == row["quote"]


def test_a_story_is_never_parted(tmp_path: Path) -> None:
    out = tmp_path / "out"
    FORMAT.write(torture(), out, LOSSY)
    assert len(table(out, "articles", "validation")) == 2
    assert len(table(out, "articles", "train")) == 1
    assert len(table(out, "links", "validation")) == 1
    assert [row["title"] for row in table(out, "stories", "validation")] == ["Regime 😀 digs in"]


def test_every_label_comes_back_as_it_was(tmp_path: Path) -> None:
    FORMAT.write(torture(), tmp_path / "out", LOSSY)
    found = read(tmp_path / "out")
    came = [item for document in found.documents for item in document.annotations]
    wanted = [item for record in torture().articles for item in record.annotations]
    assert sorted(came, key=repr) == sorted(wanted, key=repr)
    assert found.links == torture().links
    assert found.labels == next(iter(torture().stories)).annotations
    assert found.corrections == next(iter(torture().stories)).corrections


def test_the_card_and_the_metadata_name_every_file(tmp_path: Path) -> None:
    out = tmp_path / "out"
    report = FORMAT.write(torture(), out, LOSSY)
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
        FORMAT.write(torture(), tmp_path / "out", LOSSY)
    assert caught.value.hint == "Install it with: pip install 'framing-annotator[parquet]'"


def test_what_is_no_such_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no folder `data`"):
        read(tmp_path)
    (tmp_path / "data" / "spans").mkdir(parents=True)
    (tmp_path / "data" / "spans" / "train.parquet").write_bytes(b"no")
    with pytest.raises(InputError, match="not a Parquet table"):
        read(tmp_path)
