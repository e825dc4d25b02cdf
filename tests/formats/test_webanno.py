"""WebAnno TSV 3.3: the rows that the specification asks for, and the files it shows."""

from pathlib import Path

import pytest
from corpora import LOSSY, TORTURE, article, header, span, torture

from annotator.errors import InputError
from annotator.formats.record import ArticleRecord, Export, Options
from annotator.formats.webanno import FORMAT, read

EXAMPLE = """\
#FORMAT=WebAnno TSV 3.3
#T_SP=webanno.custom.Tone|value
#T_SP=custom.Entity|identity|kind
#T_RL=custom.Relation|type|BT_custom.Entity


#Text=😀 The brutal regime fell.
1-1\t0-2\t😀\t_\t_\t_\t_\t_\t
1-2\t3-6\tThe\t_\t*[1]\tORG[1]\t_\t_\t
1-3\t7-13\tbrutal\tloaded[2]|hedge\\_x[3]\t*[1]\tORG[1]\t_\t_\t
1-4\t14-20\tregime\tloaded[2]\t*[1]\tORG[1]\tx\t1-1[1_0]\t
1-5\t21-25\tfell\tplain\t_\t_\t_\t_\t
1-6\t25-26\t.\t_\t_\t_\t_\t_\t

#Text=So he said.
2-1\t27-29\tSo\t_\t_\t_\t_\t_\t
"""


def test_the_rows_are_as_specified(tmp_path: Path) -> None:
    owner = article("He may go.\n\nA|b fell_x.")
    labels = (span(owner, 3, 9), span(owner, 3, 6, "hedge", note="a|b\n[c]"))
    export = Export(header(), (ArticleRecord(owner, None, labels),))
    FORMAT.write(export, tmp_path / "out", Options())
    (path,) = (tmp_path / "out").rglob("*.tsv")
    assert path.read_text("utf-8").split("\n") == [
        "#FORMAT=WebAnno TSV 3.3",
        "#T_SP=webanno.custom.Span|label|note",
        "#T_SP=webanno.custom.SentenceLabel|label|note",
        "",
        "",
        "#Text=He may go.",
        "1-1\t0-2\tHe\t_\t_\t_\t_\t",
        "1-2\t3-6\tmay\tloaded[1]|hedge[2]\t*[1]|a\\|b\\n\\[c\\][2]\t_\t_\t",
        "1-3\t7-9\tgo\tloaded[1]\t*[1]\t_\t_\t",
        "1-4\t9-10\t.\t_\t_\t_\t_\t",
        "",
        "#Text=A|b fell_x.",
        "2-1\t12-13\tA\t_\t_\t_\t_\t",
        "2-2\t13-14\t|\t_\t_\t_\t_\t",
        "2-3\t14-15\tb\t_\t_\t_\t_\t",
        "2-4\t16-22\tfell_x\t_\t_\t_\t_\t",
        "2-5\t22-23\t.\t_\t_\t_\t_\t",
        "",
    ]


def test_offsets_are_utf16(tmp_path: Path) -> None:
    FORMAT.write(torture(), tmp_path / "out", LOSSY)
    units = TORTURE.encode("utf-16-le")
    path = next(p for p in (tmp_path / "out").rglob("*.tsv") if "Regime" in p.read_text("utf-8"))
    rows = [line.split("\t") for line in path.read_text("utf-8").split("\n")]
    rows = [row for row in rows if len(row) > 3 and not row[0].startswith("#")]
    assert len(rows) > 20
    for row in rows:
        start, end = (int(edge) * 2 for edge in row[1].split("-"))
        assert units[start:end].decode("utf-16-le") == row[2].replace("\\\\", "\\")


def test_files_of_webanno_are_read(tmp_path: Path) -> None:
    path = tmp_path / "talk.tsv"
    path.write_text(EXAMPLE, "utf-8")
    found = read(path)
    assert not found.problems
    (document,) = found.documents
    assert document.text == "😀 The brutal regime fell. So he said."
    seen = [(i.annotation.label, i.annotation.quote) for i in document.annotations]
    assert seen == [
        ("Entity", "The brutal regime"),
        ("loaded", "brutal regime"),
        ("hedge_x", "brutal"),
        ("plain", "fell"),
    ]
    assert found.skipped == {"relations and chains": 2}


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ("1-5\t21-25", "1-5\tx-25", 12, "does not begin the row of a token"),
        ("1-2\t3-6\tThe", "nonsense", 9, "'nonsense' does not begin the row"),
    ],
)
def test_a_bad_row_is_named(tmp_path: Path, old: str, new: str, line: int, message: str) -> None:
    path = tmp_path / "talk.tsv"
    path.write_text(EXAMPLE.replace(old, new), "utf-8")
    (problem,) = read(path).problems
    assert problem.message.startswith(f"{path}:{line}: ")
    assert message in problem.message


def test_what_is_no_tsv_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.tsv"
    path.write_text("a\tb\n", "utf-8")
    (problem,) = read(path).problems
    assert "not a WebAnno TSV 3 file" in problem.message
    path.unlink()
    with pytest.raises(InputError, match=r"no \.tsv file"):
        read(tmp_path)
