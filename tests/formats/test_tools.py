"""Prodigy, doccano and Label Studio: what their own files look like, and what is refused."""

import json
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest
from corpora import LOSSY, SCHEME, TORTURE, torture

from annotator.errors import InputError
from annotator.formats import doccano, labelstudio, prodigy
from annotator.formats.record import Incoming
from annotator.model import Json, Layer

TEXT = "😀 The regime\r\nfell."


def write_lines(path: Path, *values: object) -> Path:
    path.write_text("".join(json.dumps(value) + "\n" for value in values), "utf-8")
    return path


def only(found: Incoming) -> tuple[str | None, str]:
    """The quote and the annotator of the one label that was found."""
    (document,) = found.documents
    (item,) = document.annotations
    assert document.text is not None
    assert document.text[item.annotation.start : item.annotation.end] == item.annotation.quote
    return item.annotation.quote, item.annotator


def test_prodigy_spans_fall_on_tokens_and_token_end_is_inclusive(tmp_path: Path) -> None:
    prodigy.FORMAT.write(torture(), tmp_path / "out", LOSSY)
    tasks = [json.loads(line) for line in (tmp_path / "out").read_text("utf-8").split("\n") if line]
    names = [task.get("_session_id") for task in tasks]
    assert names == ["Ada, née «König»", "=bob", "Ada, née «König»", None]
    assert tasks[-1]["answer"] == "ignore"
    for task in tasks:
        for token in task["tokens"]:
            assert task["text"][token["start"] : token["end"]] == token["text"]
        for mark in task["spans"]:
            tokens = task["tokens"][mark["token_start"] : mark["token_end"] + 1]
            assert (tokens[0]["start"], tokens[-1]["end"]) == (mark["start"], mark["end"])
            assert task["text"][mark["start"] : mark["end"]] == mark["text"]
        assert -(2**31) <= task["_task_hash"] < 2**31


def test_prodigy_files_of_its_own_are_read(tmp_path: Path) -> None:
    task = {"text": TEXT, "spans": [{"start": 6, "end": 12, "label": "LOADED"}]}
    path = write_lines(
        tmp_path / "p.jsonl",
        task | {"answer": "accept", "_annotator_id": "set-ada"},
        task | {"answer": "reject"},
        task | {"answer": "ignore"},
    )
    found = prodigy.read(path)
    assert only(found) == ("regime", "set-ada")
    assert found.skipped == {"tasks answered reject": 1, "tasks answered ignore": 1}


def test_doccano_files_of_its_own_are_read(tmp_path: Path) -> None:
    (tmp_path / "all").mkdir()
    write_lines(tmp_path / "all" / "ada.jsonl", {"text": TEXT, "label": [[6, 12, "LOADED"]]})
    assert only(doccano.read(tmp_path / "all")) == ("regime", "ada")
    entity = {"id": 1, "start_offset": 14, "end_offset": 18, "label": "VERB"}
    relation = {"id": 1, "from_id": 1, "to_id": 1, "type": "x"}
    path = write_lines(
        tmp_path / "r.jsonl",
        {"text": TEXT, "entities": [entity], "relations": [relation], "Comments": []},
    )
    found = doccano.read(path)
    assert only(found) == ("fell", "")
    assert found.skipped == {"relations": 1}


def test_doccano_document_labels_become_article_labels(tmp_path: Path) -> None:
    path = write_lines(tmp_path / "c.jsonl", {"text": TEXT, "label": ["opinion"]})
    (document,) = doccano.read(path).documents
    assert document.annotations[0].annotation.layer is Layer.ARTICLE


def region(start: int, end: int, text: str | None = "regime") -> Json:
    value: Json = {"start": start, "end": end, "labels": ["LOADED"]}
    if text is not None:
        value["text"] = text
    return {"id": "r1", "from_name": "label", "to_name": "text", "type": "labels", "value": value}


def studio(path: Path, *results: Json, **more: object) -> Path:
    annotation = {"completed_by": {"email": "ada@example.org"}, "result": list(results)}
    path.write_text(
        json.dumps([{"id": 1, "data": {"text": TEXT}, "annotations": [annotation | more]}]), "utf-8"
    )
    return path


@pytest.mark.parametrize(("start", "repaired"), [(7, 0), (6, 1), (9, 1), (2, 1)])
def test_label_studio_spans_are_read_in_the_unit_that_fits(
    tmp_path: Path, start: int, repaired: int
) -> None:
    """UTF-16 from the browser, code points and bytes from scripts; else the quote is searched."""
    found = labelstudio.read(studio(tmp_path / "s.json", region(start, start + 6)))
    assert only(found) == ("regime", "ada@example.org")
    assert len(found.repaired) == repaired


def test_label_studio_counts_what_a_corpus_cannot_hold(tmp_path: Path) -> None:
    relation: Json = {"type": "relation", "from_id": "r1", "to_id": "r1", "direction": "right"}
    found = labelstudio.read(studio(tmp_path / "s.json", region(7, 13), relation))
    assert found.skipped == {"relations": 1}
    found = labelstudio.read(studio(tmp_path / "s.json", region(7, 13), was_cancelled=True))
    assert found.skipped == {"cancelled annotations": 1}


def test_label_studio_offsets_are_utf16(tmp_path: Path) -> None:
    labelstudio.FORMAT.write(torture(), tmp_path / "out", LOSSY)
    tasks = json.loads((tmp_path / "out" / "tasks.json").read_text("utf-8"))
    units = TORTURE.encode("utf-16-le")
    values = [r["value"] for a in tasks[0]["annotations"] for r in a["result"]]
    placed = [value for value in values if "labels" in value]
    assert len(placed) == 14
    for value in placed:
        quote = units[value["start"] * 2 : value["end"] * 2].decode("utf-16-le")
        assert quote == value["text"]


def test_the_label_studio_configuration_controls_every_result(tmp_path: Path) -> None:
    labelstudio.FORMAT.write(torture(), tmp_path / "out", LOSSY)
    root = ElementTree.parse(tmp_path / "out" / "config.xml").getroot()
    controls = {node.get("name"): node for node in root}
    tasks = json.loads((tmp_path / "out" / "tasks.json").read_text("utf-8"))
    for task in tasks:
        for result in (r for a in task["annotations"] for r in a["result"]):
            control = controls[result["from_name"]]
            assert control.tag.lower() == result["type"]
            offered = {node.get("value") for node in control}
            for value in result["value"].get(result["type"], []) if offered else []:
                assert value in offered
    assert {label.id for label in SCHEME.layer(Layer.SPAN)} == {
        node.get("value") for node in controls["span"]
    }


Reader = Callable[[Path], Incoming]


@pytest.mark.parametrize("read", [prodigy.read, doccano.read])
@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('{"text": "abc", ', "not valid JSON"),
        ('{"spans": [], "label": []}', "text: missing"),
        ("[" * 100_000, "nested too deeply"),
        ('{"text": "abc", "text": "abd"}', "key 'text' given twice"),
        ('{"text": ' + "1" * 5000 + "}", "5000 digits"),
    ],
)
def test_a_bad_line_is_one_problem(tmp_path: Path, read: Reader, line: str, message: str) -> None:
    path = tmp_path / "bad.jsonl"
    path.write_text('{"text": "good"}\n' + line + '\n{"text": "good too"}\n')
    found = read(path)
    (problem,) = found.problems
    assert problem.message.startswith(f"{path}:2: ")
    assert message in problem.message
    assert len(found.documents) == 2


@pytest.mark.parametrize(
    ("start", "end", "message"),
    [(5, 2, "not before the end"), (0, 99, "outside the text"), (12, 13, "nothing is left")],
)
def test_a_bad_place_is_one_problem(tmp_path: Path, start: int, end: int, message: str) -> None:
    label = {"start": start, "end": end, "label": "x"}
    path = write_lines(tmp_path / "p.jsonl", {"text": TEXT, "spans": [label]})
    (problem,) = prodigy.read(path).problems
    assert f"{path}:1: spans[1]: 'x' at {start}-{end}: " in problem.message
    assert message in problem.message
    path = write_lines(tmp_path / "d.jsonl", {"text": TEXT, "label": [[start, end, "x"]]})
    (problem,) = doccano.read(path).problems
    assert f"{path}:1: label[1]: " in problem.message
    (problem,) = labelstudio.read(
        studio(tmp_path / "s.json", region(start + 1 if start else 0, end + 1, None))
    ).problems
    assert "task[1].annotations[1].result[1]" in problem.message


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("{}", "not a list of tasks"),
        ("[", "not valid JSON"),
        ("[" * 100_000, "nested too deeply"),
    ],
)
def test_what_is_no_label_studio_file_is_refused(
    tmp_path: Path, content: str, message: str
) -> None:
    path = tmp_path / "bad.json"
    path.write_text(content)
    with pytest.raises(InputError, match=message):
        labelstudio.read(path)


def test_what_is_no_doccano_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"no \.jsonl file"):
        doccano.read(tmp_path)
