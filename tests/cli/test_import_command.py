"""`annotator import`: annotations made elsewhere."""

import json
from pathlib import Path
from typing import Any

import pytest
from shell import Shell


@pytest.fixture
def export(run: Shell, corpus: Path) -> Path:
    """A native export of a corpus with a few annotations."""
    first, second = run.json("show", corpus)["articles"]
    spans = [s["id"] for s in first["suggestions"] if s["layer"] == "span"]
    place = {"do": "label", "start": 0, "end": 4, "label": "loaded"}
    a, b, *_ = run.act(
        corpus,
        "ada",
        [
            {**place, "article": first["id"]},
            {**place, "article": second["id"]},
            {"do": "accept", "suggestion": spans[0]},
            {"do": "reject", "suggestion": spans[1]},
            {"do": "align", "a": [first["id"], 0], "b": [second["id"], 0]},
            {"do": "done", "story": run.json("stories", corpus)[0]["id"]},
        ],
    )
    link = {"do": "link", "from": a["annotation"], "to": b["annotation"], "label": "same-fact"}
    run.act(corpus, "ada", [link, {"do": "note", "annotation": a["annotation"], "note": "é 😀"}])
    return written(run, corpus, "export.jsonl")


def written(run: Shell, corpus: Path, name: str) -> Path:
    assert run("export", corpus, "--format", "jsonl", "--out", name).code == 0
    return Path(name)


def changed(export: Path, number: int, **fields: Any) -> Path:
    """The export with fields of one line changed."""
    lines = [json.loads(line) for line in export.read_text("utf-8").splitlines()]
    lines[number] |= fields
    Path("changed.jsonl").write_text("".join(json.dumps(k) + "\n" for k in lines), "utf-8")
    return Path("changed.jsonl")


def test_an_empty_corpus_becomes_the_exported_one(run: Shell, export: Path) -> None:
    run("new", "new.db", "--scheme", "loaded-hedge")
    facts = run.json("import", "new.db", export, "--format", "jsonl")
    articles = export.read_text("utf-8").count('"kind":"article"')
    assert (facts["articles"], facts["annotations"], facts["known"]) == (articles, 4, 0)
    assert (facts["repaired"], facts["left_out"]) == ([], {})
    assert written(run, Path("new.db"), "again.jsonl").read_bytes() == export.read_bytes()
    assert run.json("doctor", "new.db")["ok"] is True


def test_importing_again_changes_nothing(run: Shell, export: Path) -> None:
    run("new", "new.db")
    run("import", "new.db", export, "--format", "jsonl")
    events = run.json("stats", "new.db")["corpus"]["events"]
    told = run("import", "new.db", export, "--format", "jsonl").err
    assert "0 new articles, 0 annotations, 4 known already" in told
    assert run.json("stats", "new.db")["corpus"]["events"] == events


def test_importing_into_the_corpus_it_came_from_changes_nothing(
    run: Shell, corpus: Path, export: Path
) -> None:
    events = run.json("stats", corpus)["corpus"]["events"]
    facts = run.json("import", corpus, export, "--format", "jsonl")
    assert (facts["articles"], facts["annotations"]) == (0, 0)
    assert run.json("stats", corpus)["corpus"]["events"] == events
    assert written(run, corpus, "again.jsonl").read_bytes() == export.read_bytes()


def test_the_restored_work_can_be_taken_up(run: Shell, export: Path) -> None:
    run("new", "new.db")
    run("import", "new.db", export, "--format", "jsonl")
    assert run.act(Path("new.db"), "ada", [{"do": "undo"}])[0]["ok"] is True
    (answer,) = run.act(Path("new.db"), "bob", [{"do": "undo"}])
    assert answer["error"] == "nothing to undo"


def test_a_wrong_line_and_nothing_comes_in(run: Shell, export: Path) -> None:
    run("new", "new.db")
    before = Path("new.db").read_bytes()
    text = json.loads(export.read_text("utf-8").splitlines()[1])["text"]
    wrong = {
        "other text": (1, {"text": text + "."}),
        "other offsets": (
            1,
            {"annotations": [{"layer": "span", "start": 0, "end": 10**9}]},
        ),
        "unknown kind": (2, {"kind": "articel"}),
        "newer version": (0, {"version": 99}),
    }
    for name, (number, fields) in wrong.items():
        done = run("import", "new.db", changed(export, number, **fields), "--format", "jsonl")
        assert (done.code, done.out) == (3, ""), name
        assert f"changed.jsonl:{number + 1}" in done.err, name
        assert Path("new.db").read_bytes() == before, name


@pytest.mark.parametrize(
    "raw", [b"", b"\n", b"no json", b"\xff\xfe", b"[" * 100_000, b'{"kind": "article"}']
)
def test_a_file_that_is_no_export(run: Shell, raw: bytes) -> None:
    run("new", "new.db")
    before = Path("new.db").read_bytes()
    Path("in.jsonl").write_bytes(raw)
    done = run("import", "new.db", "in.jsonl", "--format", "jsonl")
    assert (done.code, done.out) == (3, "")
    assert "in.jsonl" in done.err
    assert Path("new.db").read_bytes() == before


def test_an_export_of_another_scheme_is_refused_by_a_corpus_in_use(
    run: Shell, seeds: Path, export: Path
) -> None:
    run("new", "two.db", "--scheme", "loaded-hedge")
    run("add", "two.db", seeds / "ostrel-dam")
    before = Path("two.db").read_bytes()
    done = run("import", "two.db", export, "--format", "jsonl")
    assert done.code == 3
    assert "scheme" in done.err
    assert "new corpus" in done.err
    assert Path("two.db").read_bytes() == before


def test_a_missing_file_and_a_format_that_only_goes_out(run: Shell, corpus: Path) -> None:
    done = run("import", corpus, "nix.jsonl", "--format", "jsonl")
    assert done.code == 3
    assert "nix.jsonl" in done.err
    done = run("import", corpus, "nix.jsonl", "--format", "nope")
    assert done.code == 2


def test_a_table_comes_back_too(run: Shell, corpus: Path, export: Path) -> None:
    run("export", corpus, "--format", "csv", "--out", "a.csv", "--allow-loss")
    run("new", "new.db")
    run("import", "new.db", export, "--format", "jsonl")
    again = run("import", "new.db", "a.csv", "--format", "csv", "--as", "ada")
    assert again.code == 0, again.err
