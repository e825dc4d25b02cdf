"""UIMA CAS, as dkpro-cassis reads it and as others write it."""

import json
from collections import Counter
from importlib import import_module
from pathlib import Path
from xml.etree import ElementTree

import pytest
from corpora import LOSSY, PLAIN, TORTURE, article, header, places, span, torture

from annotator.formats.cas import JSON, XMI
from annotator.formats.record import ArticleRecord, Export, Feature, Format, Incoming, Options
from annotator.model import Layer

SPAN = "webanno.custom.Span"
CORE = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type."


def load(path: Path) -> object:
    cassis = import_module("cassis")
    if path.suffix == ".json":
        return cassis.load_cas_from_json(path.read_text("utf-8"))
    types = cassis.load_typesystem((path.parent / "TypeSystem.xml").read_text("utf-8"))
    return cassis.load_cas_from_xmi(path.read_text("utf-8"), typesystem=types)


def files(out: Path, format: Format) -> list[Path]:
    suffix = ".json" if format is JSON else ".xmi"
    return sorted(path for path in out.glob(f"*/*{suffix}"))


BOTH = pytest.mark.parametrize("format", [XMI, JSON], ids=lambda f: f.name)


@BOTH
def test_cassis_sees_the_same_spans(tmp_path: Path, format: Format) -> None:
    out = tmp_path / "out"
    format.write(torture(), out, LOSSY)
    names = json.loads((out / "annotators.json").read_text("utf-8"))
    seen: Counter[tuple[object, ...]] = Counter()
    texts = set()
    for path in files(out, format):
        cas = load(path)
        texts.add(cas.sofa_string)  # type: ignore[attr-defined]
        for mark in cas.select(SPAN):  # type: ignore[attr-defined]
            owner = names[path.parent.name]
            seen[(mark.begin, mark.end, mark.label, owner, mark.get_covered_text())] += 1
    assert seen == Counter(place[1:] for place in places(torture()))
    assert {TORTURE, PLAIN} <= texts


@BOTH
def test_sentences_and_tokens_come_along(tmp_path: Path, format: Format) -> None:
    owner = article(PLAIN)
    format.write(Export(header(), (ArticleRecord(owner),)), tmp_path / "out", Options())
    (path,) = files(tmp_path / "out", format)
    cas = load(path)
    found = [(s.begin, s.end) for s in cas.select(CORE + "Sentence")]  # type: ignore[attr-defined]
    assert found == [tuple(sentence) for sentence in owner.sentences]
    tokens = [t.get_covered_text() for t in cas.select(CORE + "Token")]  # type: ignore[attr-defined]
    assert tokens[:6] == ["Council", "keeps", "the", "pool", "open", "The"]


def test_offsets_on_disk_are_utf16(tmp_path: Path) -> None:
    XMI.write(torture(), tmp_path / "out", LOSSY)
    units = TORTURE.encode("utf-16-le")
    path = next(p for p in files(tmp_path / "out", XMI) if "Regime" in p.read_text("utf-8"))
    root = ElementTree.fromstring(path.read_text("utf-8").encode("utf-8"))
    quotes = [
        units[int(node.get("begin", "")) * 2 : int(node.get("end", "")) * 2].decode("utf-16-le")
        for node in root
        if node.tag.endswith("}Span")
    ]
    assert "“brutal”" in quotes


def test_characters_that_xml_cannot_hold_are_a_stated_loss(tmp_path: Path) -> None:
    owner = article("Title\nHe \x0bmay go.")
    export = Export(header(), (ArticleRecord(owner, None, (span(owner, 10, 13),)),))
    report = XMI.write(export, tmp_path / "xmi", LOSSY)
    assert report.lost == {str(Feature.CHARACTERS): 1}
    assert not JSON.write(export, tmp_path / "json", LOSSY).lost
    assert JSON.read is not None
    assert JSON.read(tmp_path / "json").documents[0].text == owner.text


def incoming(path: Path) -> Incoming:
    assert XMI.read is not None
    return XMI.read(path)


def test_types_of_others_are_read_by_their_label_or_name(tmp_path: Path) -> None:
    cassis = import_module("cassis")
    types = cassis.TypeSystem()
    entity = types.create_type("de.example.Entity")
    types.create_feature(entity, "value", "uima.cas.String")
    bare = types.create_type("de.example.Mark")
    cas = cassis.Cas(types)
    cas.sofa_string = "😀 The regime fell."
    cas.add(entity(begin=6, end=12, value="POWER"))
    cas.add(bare(begin=13, end=17))
    (tmp_path / "a.xmi").write_text(cas.to_xmi(), "utf-8")
    (tmp_path / "TypeSystem.xml").write_text(types.to_xml(), "utf-8")
    (document,) = incoming(tmp_path / "a.xmi").documents
    seen = [(i.annotation.label, i.annotation.quote) for i in document.annotations]
    assert seen == [("POWER", "regime"), ("Mark", "fell")]
    assert {i.annotation.layer for i in document.annotations} == {Layer.SPAN}


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ('<!DOCTYPE x [<!ENTITY a "aa">]><x>&a;</x>', "declares entities"),
        ("<x", "not a CAS"),
        ("", "not a CAS"),
    ],
)
def test_a_file_that_is_no_cas_is_one_problem(tmp_path: Path, content: str, message: str) -> None:
    XMI.write(torture(), tmp_path / "out", LOSSY)
    bad = files(tmp_path / "out", XMI)[0]
    bad.write_text(content, "utf-8")
    found = incoming(tmp_path / "out")
    (problem,) = found.problems
    assert problem.message.startswith(str(bad))
    assert message in problem.message
    assert len(found.documents) == 3


def test_the_format_says_how_a_file_is_read_and_what_is_missing_beside_it(tmp_path: Path) -> None:
    XMI.write(torture(), tmp_path / "out", LOSSY)
    alone = files(tmp_path / "out", XMI)[0].rename(tmp_path / "alone.txt")
    for format, message in ((XMI, "no TypeSystem.xml beside it"), (JSON, "not valid JSON")):
        assert format.read is not None
        (problem,) = format.read(alone).problems
        assert problem.message.startswith(f"{alone}: {message}"), problem
        assert problem.hint
    assert XMI.read is not None
    (problem,) = XMI.read(tmp_path / "nothing.xmi").problems
    assert problem.message == f"{tmp_path / 'nothing.xmi'}: no such file"
