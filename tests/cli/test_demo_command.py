"""`annotator demo` without a terminal: the whole way from raw scrape to labelled corpus."""

import json
from pathlib import Path

import pytest
from shell import Shell


def test_it_shows_annotates_and_exports(run: Shell) -> None:
    done = run("demo", "--dir", "play")
    assert done.code == 0, done.err
    assert "│" in done.out
    assert "[Regime]" in done.out
    assert "annotator play/demo.db" in done.err
    lines = [json.loads(k) for k in Path("play/demo.jsonl").read_text("utf-8").splitlines()]
    held = [a for line in lines for a in line.get("annotations", ())]
    assert {a["origin"] for a in held} == {"accepted", "unaided"}
    assert {a["layer"] for a in held} == {"span", "article", "story"}
    assert Path("play/demo.csv").read_text("utf-8").count("demo") >= len(held)
    assert run.json("doctor", "play/demo.db")["ok"] is True


def test_a_second_time_it_goes_on_with_what_is_there(run: Shell) -> None:
    first = run("demo", "--dir", "play")
    before = Path("play/demo.jsonl").read_bytes()
    second = run("demo", "--dir", "play")
    assert second.code == 0
    assert second.out in first.out
    assert Path("play/demo.jsonl").read_bytes() == before


def test_without_a_folder_it_makes_one(
    run: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    assert run("demo").code == 0
    (corpus,) = tmp_path.glob("annotator-demo-*/demo.db")
    assert run.json("stats", corpus)["annotators"][0]["name"] == "demo"
