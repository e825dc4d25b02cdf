"""REFI-QDA, as pyrefiqda reads it and as other programs write it."""

import re
import zipfile
from collections import Counter
from importlib import import_module
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from corpora import LOSSY, SCHEME, places, torture

from annotator.errors import InputError
from annotator.formats import qdpx
from annotator.formats.qdpx import FORMAT, read
from annotator.model import Layer

HEAD = '<?xml version="1.0" encoding="utf-8"?>'
FOREIGN = f"""{HEAD}
<Project xmlns="urn:QDA-XML:project:1.0" name="Interviews">
 <Users><User guid="u1" name="Ada"/></Users>
 <CodeBook><Codes>
  <Code guid="c0" name="Tone" isCodable="true">
   <Code guid="c1" name="Angry" isCodable="true"/>
  </Code>
 </Codes></CodeBook>
 <Sources>
  <PDFSource guid="p1" name="a.pdf"/>
  <TextSource guid="t1" name="Talk" plainTextPath="internal://t1.txt">
   <PlainTextSelection guid="s1" startPosition="5" endPosition="10" creatingUser="u1">
    <Description>see guide</Description>
    <Coding guid="k1"><CodeRef targetGUID="c1"/></Coding>
    <Coding guid="k2"><CodeRef targetGUID="c0"/></Coding>
   </PlainTextSelection>
   <Coding guid="k3" creatingUser="u1"><CodeRef targetGUID="c0"/></Coding>
  </TextSource>
 </Sources>
</Project>"""


def pack(path: Path, project: str = FOREIGN, text: bytes = b"So \r\nangry he was") -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("project.qde", project)
        archive.writestr("sources/t1.txt", text)
    return path


def test_pyrefiqda_sees_the_same_selections(tmp_path: Path) -> None:
    FORMAT.write(torture(), tmp_path / "c.qdpx", LOSSY)
    refi = import_module("pyrefiqda").RefiProject
    project = refi.load(tmp_path / "c.qdpx", extract_dir=str(tmp_path / "open"))
    codes = {}

    def walk(items: list[object]) -> None:
        for code in items:
            codes[code.guid] = code.name  # type: ignore[attr-defined]
            walk(code.code)  # type: ignore[attr-defined]

    walk(project.code_book.codes.code)
    users = {user.guid: user.name for user in project.users.user}
    seen: Counter[tuple[object, ...]] = Counter()
    for source in project.sources.text_source:
        name = source.plain_text_path.removeprefix("internal://")
        text = (tmp_path / "open" / "sources" / name).read_bytes().decode("utf-8")
        for selection in source.plain_text_selection:
            start, end = selection.start_position, selection.end_position
            (coding,) = selection.coding
            label = codes[coding.code_ref.target_guid]
            seen[(start, end, label, users[coding.creating_user], text[start:end])] += 1
    wanted: Counter[tuple[object, ...]] = Counter(place[1:] for place in places(torture()))
    assert seen - wanted == Counter({next(iter(seen - wanted)): 1})  # the sentence label
    assert not wanted - seen
    assert len(project.links.link) == 1
    assert len(project.sets.set[0].member_source) == 2


def test_projects_of_other_programs_are_read(tmp_path: Path) -> None:
    found = read(pack(tmp_path / "a.qdpx"))
    assert not found.problems
    (document,) = found.documents
    assert document.text == "So \nangry he was"
    seen = [(i.annotation.label, i.annotation.quote, i.annotator) for i in document.annotations]
    assert seen == [("Angry", "angry", "Ada"), ("Tone", "angry", "Ada"), ("Tone", None, "Ada")]
    assert document.annotations[0].annotation.note == "see guide"
    assert found.skipped == {"sources that are not text": 1}


def test_a_bad_selection_is_named(tmp_path: Path) -> None:
    for old, new, message in (
        ('endPosition="10"', 'endPosition="99"', "'Angry' at 5-99: 5-99 is outside"),
        ('endPosition="10"', 'endPosition="x"', "is not a start and an end"),
        ("internal://t1.txt", "internal://none.txt", "sources/none.txt is missing"),
        ("internal://t1.txt", "relative:///etc/passwd", "the text lies outside the archive"),
        ("internal://t1.txt", "internal://../../etc/passwd", "is missing in the archive"),
    ):
        path = pack(tmp_path / "a.qdpx", FOREIGN.replace(old, new))
        problems = read(path).problems
        assert problems[0].message.startswith(str(path))
        assert message in problems[0].message


BOMB = f'{HEAD}<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><Project name="&b;"/>'


@pytest.mark.parametrize(
    ("project", "message"),
    [
        (BOMB, "declares entities"),
        ("<Project", "not well-formed XML"),
    ],
)
def test_a_hostile_project_is_refused(tmp_path: Path, project: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        read(pack(tmp_path / "a.qdpx", project))


def test_a_zip_bomb_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(qdpx, "MAX_BYTES", 2_000)
    assert not read(pack(tmp_path / "a.qdpx")).problems
    with pytest.raises(InputError, match=r"project\.qde is over the limit"):
        read(pack(tmp_path / "a.qdpx", FOREIGN + " " * 2_000))
    (problem,) = read(pack(tmp_path / "a.qdpx", text=b"a" * 2_001)).problems
    assert "sources/t1.txt is over the limit" in problem.message


def test_what_is_no_project_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.qdpx"
    path.write_bytes(b"no zip")
    with pytest.raises(InputError, match="not a REFI-QDA project"):
        read(path)
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("readme.txt", "x")
    with pytest.raises(InputError, match=r"holds no \.qde file"):
        read(path)
    with pytest.raises(InputError, match="no such file"):
        read(tmp_path / "none")


def test_codes_have_the_names_and_colours_of_labels(tmp_path: Path) -> None:
    FORMAT.write(torture(), tmp_path / "c.qdpx", LOSSY)
    with zipfile.ZipFile(tmp_path / "c.qdpx") as archive:
        root = ET.fromstring(archive.read("project.qde"))
    tag = "{urn:QDA-XML:project:1.0}"
    codes = {code.get("name"): code for code in root.iter(f"{tag}Code")}
    for label in SCHEME.layer(Layer.SPAN):
        assert re.fullmatch("#[0-9a-f]{6}", codes[label.id].get("color") or "")
        assert (codes[label.id].findtext(f"{tag}Description") or "").startswith(label.name)
