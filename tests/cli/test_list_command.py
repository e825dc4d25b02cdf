"""`annotator list`."""

import pytest
from shell import Shell


def test_the_shipped_schemes(run: Shell) -> None:
    rows = run.json("list", "schemes")
    assert {row["name"] for row in rows} >= {"framing", "loaded-hedge"}
    (framing,) = (row for row in rows if row["name"] == "framing")
    assert "6 span" in framing["labels"]


def test_the_detectors_say_what_they_find(run: Shell) -> None:
    rows = run.json("list", "detectors")
    assert {row["name"] for row in rows} >= {"loaded", "hedge", "attribution", "sentiment"}
    assert all(row["finds"] for row in rows)


def test_the_detectors_say_what_they_run_on(run: Shell) -> None:
    runs_on = {row["name"]: row["runs on"] for row in run.json("list", "detectors")}
    assert runs_on["loaded"] == "words"
    assert runs_on["hedge"] == "words, model: scope"
    assert runs_on["attribution"] == "words, model: subject"
    assert runs_on["passive"] == "model"
    assert runs_on["asymmetry"] == "story"


def test_the_formats_say_what_they_cannot_hold(run: Shell) -> None:
    rows = {row["name"]: row for row in run.json("list", "formats")}
    assert rows["jsonl"]["reads back"] == "yes"
    assert rows["jsonl"]["cannot hold"] == "-"
    assert {"csv", "csv-safe"} <= set(rows)


@pytest.mark.parametrize("what", ["schemes", "detectors", "aligners", "formats"])
def test_the_tables_name_the_same_rows(run: Shell, what: str) -> None:
    table = run("list", what).out.splitlines()
    rows = run.json("list", what)
    assert [line.split()[0] for line in table[1:]] == [row["name"] for row in rows]
    if what in ("detectors", "formats"):
        for line, row in zip(table[1:], rows, strict=True):
            assert line.endswith(list(row.values())[-1])


def test_a_wrong_word_names_the_right_ones(run: Shell) -> None:
    done = run("list", "scheme")
    assert done.code == 2
    assert "schemes" in done.err
