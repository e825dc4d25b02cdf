"""brat stand-off, as pybrat reads it and as people and brat itself write it."""

from collections import Counter
from pathlib import Path

import pytest
from corpora import LOSSY, SCHEME, article, header, span, torture
from hypothesis import given
from hypothesis import strategies as st
from pybrat.parser import BratParser

from annotator.errors import InputError
from annotator.formats.brat import FORMAT, _spell, _unspell, configuration, read
from annotator.formats.record import ArticleRecord, Export, Feature, Options
from annotator.model import Layer


def test_pybrat_sees_the_same_spans(tmp_path: Path) -> None:
    FORMAT.write(torture(), tmp_path / "out", LOSSY)
    parser = BratParser(error="ignore")  # it objects to spans of one extent, which brat allows
    seen: Counter[tuple[int, int, str, str]] = Counter()
    for folder in (tmp_path / "out").iterdir():
        for example in parser.parse(folder) if folder.is_dir() else []:
            for entity in example.entities:
                spots = entity.spans
                seen[(spots[0].start, spots[-1].end, entity.type, entity.mention)] += 1
    assert seen == Counter(
        (
            item.annotation.start,
            item.annotation.end,
            ("Sentence-" if item.annotation.layer is Layer.SENTENCE else "")
            + item.annotation.label,
            (item.annotation.quote or "").replace("\n\n", " ").replace("\n", " ").rstrip(),
        )
        for record in torture().articles
        for item in record.annotations
        if item.annotation.layer in (Layer.SPAN, Layer.SENTENCE)
    )


def test_a_span_over_a_line_end_becomes_fragments(tmp_path: Path) -> None:
    owner = article("One line\n\nand another")
    export = Export(header(), (ArticleRecord(owner, None, (span(owner, 4, 13),)),))
    FORMAT.write(export, tmp_path / "out", Options())
    (ann,) = (tmp_path / "out").rglob("*.ann")
    assert ann.read_text("utf-8") == "T1\tloaded 4 8;10 13\tline and\n"
    (document,) = read(tmp_path / "out").documents
    assert document.annotations[0].annotation.quote == "line\n\nand"


def test_a_line_end_at_an_edge_is_a_stated_loss(tmp_path: Path) -> None:
    owner = article("One line\nand another")
    labels = (span(owner, 4, 9), span(owner, 8, 9))
    export = Export(header(), (ArticleRecord(owner, None, labels),))
    report = FORMAT.write(export, tmp_path / "out", LOSSY)
    assert report.lost == {str(Feature.EDGES): 2}
    assert report.written["span labels"] == 1


def test_the_configuration_names_every_type_and_value(tmp_path: Path) -> None:
    lines = configuration(SCHEME).split("\n")
    assert "loaded" in lines
    assert "Sentence-informational" in lines
    stance = "stance\tArg:attribution, Value:neutral|doubting|endorsing"
    assert stance in lines
    assert any("word_choice" in line for line in lines)


@given(st.one_of(st.text(), st.integers(-(10**14), 10**14), st.booleans()))
def test_every_value_can_be_spelt(value: object) -> None:
    spelt = _spell(value)
    assert spelt
    assert " " not in spelt
    assert "\n" not in spelt
    assert _unspell(spelt) == value
    assert type(_unspell(spelt)) is type(value)


def pair(folder: Path, text: str, ann: str) -> Path:
    (folder / "a.txt").write_bytes(text.encode("utf-8"))
    (folder / "a.ann").write_text(ann, "utf-8")
    return folder


def test_files_of_brat_itself_are_read(tmp_path: Path) -> None:
    text = "Windows\r\nsaid 😀 it was\r\nbad news"
    bad = text.index("bad")
    ann = (
        f"T1\tLoaded {bad} {bad + 3}\tbad\n"
        "A1\tNegated T1\n"
        "#1\tAnnotatorNotes T1\tsee guide\n"
        "R1\tAbout Arg1:T1 Arg2:T1\t\n"
        "*\tEquiv T1 T1\n"
        "\n"
    )
    found = read(pair(tmp_path, text, ann))
    assert not found.problems
    (document,) = found.documents
    (item,) = document.annotations
    assert document.text is not None
    assert document.text[item.annotation.start : item.annotation.end] == "bad"
    assert item.annotation.attributes == {"Negated": True}
    assert item.annotation.note == "see guide"
    assert found.skipped == {"relations, events and normalisations": 2}


@pytest.mark.parametrize(
    ("ann", "message"),
    [
        ("T1\tloaded 0 99\tThe\n", None),
        ("T1\tloaded 0 99\tnowhere\n", "'nowhere' is not in the text"),
        ("T1\tloaded 3 0\tgone\n", "is not in the text"),
        ("T1\tloaded 0 3;8 12\tThe told\n", "several pieces"),
        ("T1\tloaded zero 3\tThe\n", "is not a type and its offsets"),
        ("T1\tloaded 0 " + "9" * 5000 + "\tThe\n", "is not a type and its offsets"),
        ("hello\n", "is not a line of stand-off"),
    ],
)
def test_a_bad_line_is_repaired_or_named(tmp_path: Path, ann: str, message: str | None) -> None:
    found = read(pair(tmp_path, "The man told us.", ann))
    if message is None:
        assert len(found.repaired) == 1
        assert found.documents[0].annotations[0].annotation.quote == "The"
        return
    (problem,) = found.problems
    assert problem.message.startswith(f"{tmp_path / 'a.ann'}:1: ")
    assert message in problem.message


def test_a_folder_without_stand_off_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"no \.txt file with an \.ann file"):
        read(tmp_path)
    with pytest.raises(InputError, match="not a folder"):
        read(tmp_path / "none")


def test_no_name_from_the_data_leaves_the_folder(tmp_path: Path) -> None:
    owner = article("Text.", "../../outside/‮name")
    export = Export(header(), (ArticleRecord(owner, None, ()),))
    report = FORMAT.write(export, tmp_path / "out", Options())
    assert all(path.resolve().is_relative_to(tmp_path / "out") for path in report.files)
