"""CoNLL IOB2, as seqeval reads it and as other tools write it."""

from collections import Counter
from importlib import import_module
from pathlib import Path

import pytest
from corpora import article, flat, header, places, span, torture

from annotator.errors import InputError
from annotator.formats.conll import FORMAT, read
from annotator.formats.record import ArticleRecord, Export, Feature, Options


def test_seqeval_sees_the_same_entities(tmp_path: Path) -> None:
    FORMAT.write(flat(), tmp_path / "out", Options())
    (path,) = (tmp_path / "out").rglob("*.conll")
    rows = [line.split("\t") for line in path.read_text("utf-8").split("\n")]
    words = [row[0] for row in rows if len(row) == 4 and row[0] != "-DOCSTART-"]
    tags = [row[3] for row in rows if len(row) == 4 and row[0] != "-DOCSTART-"]
    scheme = import_module("seqeval.scheme")
    entities = scheme.Entities([tags], scheme.IOB2).entities[0]
    seen = Counter((entity.tag, " ".join(words[entity.start : entity.end])) for entity in entities)
    assert seen == Counter((label, quote) for _, _, _, label, _, quote in places(flat()))


def test_a_label_over_two_sentences_keeps_them_together(tmp_path: Path) -> None:
    owner = article("He may go. She may not.")
    export = Export(header(), (ArticleRecord(owner, None, (span(owner, 7, 18),)),))
    FORMAT.write(export, tmp_path / "out", Options())
    (document,) = read(tmp_path / "out").documents
    assert [item.annotation.quote for item in document.annotations] == ["go. She may"]


def test_the_wider_of_two_overlapping_labels_is_kept(tmp_path: Path) -> None:
    owner = article("He may go now.")
    labels = (span(owner, 3, 6), span(owner, 3, 9), span(owner, 7, 9, "hedge"))
    export = Export(header(), (ArticleRecord(owner, None, labels),))
    report = FORMAT.write(export, tmp_path / "out", Options(allow_loss=True))
    assert report.lost == {str(Feature.OVERLAP): 2}
    (document,) = read(tmp_path / "out").documents
    assert [item.annotation.quote for item in document.annotations] == ["may go"]


def test_files_of_other_tools_are_read(tmp_path: Path) -> None:
    path = tmp_path / "a.conll"
    path.write_text(
        "-DOCSTART- -X- O O\n\n"
        "The DT B-NP O\nregime NN I-NP B-LOADED\nfell VB O I-LOADED\n. . O O\n\n"
        "It PRP O I-REF\n",
        "utf-8",
    )
    found = read(path)
    (document,) = found.documents
    assert [(i.annotation.label, i.annotation.quote) for i in document.annotations] == [
        ("LOADED", "regime fell"),
        ("REF", "It"),
    ]
    assert len(found.repaired) == 1


@pytest.mark.parametrize(
    ("line", "message"),
    [("lonely", "is not a token and its tag"), ("word X", "'X' is not an IOB2 tag")],
)
def test_a_bad_line_is_named(tmp_path: Path, line: str, message: str) -> None:
    path = tmp_path / "a.conll"
    path.write_text(f"The O\n{line}\nend O\n", "utf-8")
    (problem,) = read(path).problems
    assert problem.message.startswith(f"{path}:2: ")
    assert message in problem.message


def test_an_empty_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"no \.conll file"):
        read(tmp_path)


def test_each_split_has_files_of_its_own(tmp_path: Path) -> None:
    FORMAT.write(torture(), tmp_path / "c", Options(allow_loss=True, splits={"s1": "dev"}))
    names = {path.name for path in (tmp_path / "c").rglob("*.conll")}
    assert names == {"span.conll", "span.dev.conll", "sentence.dev.conll"}
    FORMAT.write(torture(), tmp_path / "bare", Options(allow_loss=True))
    found, wanted = (
        sorted((d.article, len(d.annotations)) for d in read(tmp_path / name).documents)
        for name in ("c", "bare")
    )
    assert found == wanted
