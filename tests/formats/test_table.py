"""CSV and TSV: one row per annotation, exact, with a flavour that no spreadsheet runs."""

import csv
from pathlib import Path

import pytest
from corpora import (
    PLAIN,
    ROUND_TRIPS,
    article,
    corpora,
    found_places,
    header,
    places,
    span,
    torture,
)
from hypothesis import given
from hypothesis import strategies as st

from annotator.errors import InputError
from annotator.formats.cells import Flavour
from annotator.formats.record import ArticleRecord, Export, Format, Incoming, Options
from annotator.formats.table import CSV, CSV_SAFE, TSV
from annotator.formats.table_reader import COLUMNS

FLAVOURS = pytest.mark.parametrize("flavour", [CSV, TSV, CSV_SAFE], ids=lambda f: f.name)


@FLAVOURS
def test_every_annotation_comes_back_as_it_was(tmp_path: Path, flavour: Format) -> None:
    out = tmp_path / "c.csv"
    export = torture()
    report = flavour.write(export, out, Options())
    assert flavour.read is not None
    found = flavour.read(out)
    assert not found.problems
    wanted = [item for record in export.articles for item in record.annotations]
    came = [item for document in found.documents for item in document.annotations]
    assert sorted(came, key=repr) == sorted(wanted, key=repr)
    assert found.links == export.links
    assert found.corrections == next(iter(export.stories)).corrections
    assert found.labels == next(iter(export.stories)).annotations
    assert report.lost == {"rejected suggestions": 1}
    assert report.files == (out,)
    assert report.written["span labels"] == 14


@FLAVOURS
@ROUND_TRIPS
@given(export=corpora())
def test_any_corpus_survives(tmp_path: Path, flavour: Format, export: Export) -> None:
    out = tmp_path / "c.csv"
    flavour.write(export, out, Options())
    assert flavour.read is not None
    found = flavour.read(out)
    assert not found.problems
    assert found_places(found) == places(export)


VALUES = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\r"), max_size=6),
    st.sampled_from(["3", "-2", "true", "null", "1e5", '"', "[", "{}", "NaN", "'", "=1"]),
    st.integers(-9, 9),
    st.booleans(),
)


@FLAVOURS
@ROUND_TRIPS
@given(values=st.dictionaries(st.sampled_from(["target", "kind", "value", "gone"]), VALUES))
def test_attributes_have_columns_and_keep_their_types(
    tmp_path: Path, flavour: Format, values: dict[str, object]
) -> None:
    out = tmp_path / "c.csv"
    owner = article(PLAIN)
    label = span(owner, 0, 7, attributes=values)
    flavour.write(Export(header(), (ArticleRecord(owner, None, (label,)),)), out, Options())
    assert flavour.read is not None
    (document,) = flavour.read(out).documents
    assert document.annotations[0].annotation.attributes == values
    with out.open(encoding="utf-8-sig", newline="") as stream:
        (cells,) = csv.DictReader(stream, delimiter="\t" if flavour is TSV else ",")
    assert bool(cells["attribute.target"]) == ("target" in values)
    assert bool(cells["attributes"]) == ("gone" in values)


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=6))
def test_the_safe_flavour_is_undone_exactly(cell: str) -> None:
    flavour = Flavour(safe=True)
    assert flavour.restore(flavour.escape(cell)) == cell


@pytest.mark.parametrize(
    "cell",
    ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1", "＝1", "'=1", "\u00a0=1"],
)
def test_no_cell_can_be_a_formula(cell: str) -> None:
    assert Flavour(safe=True).escape(cell) == "'" + cell
    assert Flavour().escape(cell) == cell


def test_no_row_of_the_safe_file_starts_a_formula(tmp_path: Path) -> None:
    out = tmp_path / "c.csv"
    CSV_SAFE.write(torture(), out, Options())
    with out.open(encoding="utf-8-sig", newline="") as stream:
        cells = [cell for row in csv.reader(stream) for cell in row]
    assert not [cell for cell in cells if cell.lstrip()[:1] in ("=", "+", "-", "@")]
    assert "'=bob" in cells


def test_the_same_corpus_gives_the_same_bytes(tmp_path: Path) -> None:
    CSV.write(torture(), tmp_path / "1", Options())
    CSV.write(torture(), tmp_path / "2", Options())
    assert (tmp_path / "1").read_bytes() == (tmp_path / "2").read_bytes()
    assert b"\r\n" not in (tmp_path / "1").read_bytes()


def row(**cells: str) -> str:
    base = {
        "id": "x1",
        "layer": "span",
        "article": "a1",
        "start": "0",
        "end": "3",
        "quote": "The",
        "label": "loaded",
        "attributes": "{}",
        "annotator": "Ada",
        "annotator_id": "aa",
        "created": "2026",
        "scheme": "h",
        "origin": "unaided",
        "arm": "blind",
    } | cells
    return ",".join('"' + base.get(column, "").replace('"', '""') + '"' for column in COLUMNS)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (row(start="3", end="1"), "3 is not before the end 1"),
        (row(start="-1"), "start: '-1' is not a whole number"),
        (row(start="１"), "is not a whole number"),
        (row(end="9" * 5000), "is not a whole number"),
        (row(attributes='{"a": NaN}'), "attributes: NaN is not a number"),
        (row(attributes="[" * 100_000), "nested too deeply"),
        (row(article=""), "article: missing"),
        (row(layer="counterpart", source="a1 x", target="a2 1"), "source: not an article and"),
        (row(layer="wrd"), "layer: 'wrd' is not one of"),
        ("a,b", f"2 cells, not {len(COLUMNS)}"),
    ],
)
def test_a_bad_row_is_a_problem_with_its_line(tmp_path: Path, line: str, message: str) -> None:
    path = tmp_path / "bad.csv"
    good = row(id="x0", quote="two\nlines")
    path.write_text("\n".join([",".join(COLUMNS), good, line, row(id="x2")]), "utf-8")
    found = CSV.read(path) if CSV.read else Incoming()
    (problem,) = found.problems
    assert problem.message.startswith(f"{path}:4: ")
    assert message in problem.message
    assert sum(len(document.annotations) for document in found.documents) == 2


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "not the header"),
        (b"id,layer,strat\n", "unknown column 'strat'"),
        (b"\xff", "not valid utf-8"),
        ((",".join(COLUMNS) + '\n"cut').encode(), ":2: "),
    ],
)
def test_a_file_that_is_no_table_is_refused(tmp_path: Path, content: bytes, message: str) -> None:
    path = tmp_path / "bad.csv"
    path.write_bytes(content)
    assert CSV.read is not None
    with pytest.raises(InputError, match=message):
        CSV.read(path)
