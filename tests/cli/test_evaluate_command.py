"""`annotator evaluate` and `annotator explain`."""

import json
from pathlib import Path

import pytest
from shell import Shell

TEXT = "The regime reportedly fell."


def test_the_figures_of_the_detectors(run: Shell) -> None:
    gold = {"id": 1, "text": TEXT, "spans": [[4, 10, "loaded"], [11, 21, "hedge"]]}
    Path("gold.jsonl").write_text(json.dumps(gold) + "\n")
    found = run.json("evaluate", "gold.jsonl")
    assert found["items"] == 1
    assert found["scores"]["token"]["f1"] == 1
    alone = run.json("evaluate", "gold.jsonl", "--label", "hedge")
    assert (alone["scores"]["exact"]["precision"], alone["scores"]["exact"]["recall"]) == (1, 0.5)
    assert (
        run.json("evaluate", "gold.jsonl", "--label", "hedge", "--gold-label", "hedge")["scores"][
            "exact"
        ]["recall"]
        == 1
    )
    assert run("evaluate", "gold.jsonl").code == 0


def test_figures_by_source_kind_and_strength_are_printed(run: Shell) -> None:
    lines = [
        {"text": TEXT, "spans": [[4, 10, "loaded"]], "meta": {"outlet": "Herald"}},
        {"text": TEXT, "spans": [[11, 21, "hedge"]], "source": "Post"},
    ]
    Path("gold.jsonl").write_text("\n".join(map(json.dumps, lines)))
    found = run.json("evaluate", "gold.jsonl", "--label", "hedge")
    assert {name: score["f1"] for name, score in found["sources"].items()} == {
        "Herald": 0,
        "Post": 1,
    }
    assert all(score["low"] is not None for score in found["sources"].values())
    done = run("evaluate", "gold.jsonl")
    for expected in ("token", "hearsay", "labelling", "Herald", "Post", "0.8-0.9"):
        assert expected in done.out


def test_a_bad_gold_file_names_the_line(run: Shell) -> None:
    lines = [json.dumps({"id": 1, "text": TEXT, "spans": []}), '{"text": "x", "spans": [[0, 9]]}']
    Path("gold.jsonl").write_text("\n".join(lines))
    done = run("evaluate", "gold.jsonl")
    assert (done.code, done.out) == (3, "")
    assert "gold.jsonl:2" in done.err
    assert run("evaluate", "nix.jsonl").code == 3


def test_a_label_that_nothing_has_is_refused_with_those_there_are(run: Shell) -> None:
    gold = {"id": 1, "text": TEXT, "spans": [[4, 10, "slant"], [11, 21, "doubt"]]}
    Path("gold.jsonl").write_text(json.dumps(gold))
    done = run("evaluate", "gold.jsonl", "--label", "nope")
    assert (done.code, done.out) == (2, "")
    assert "'nope'" in done.err
    assert "attribution, hedge, intensifier, loaded" in done.err
    done = run("evaluate", "gold.jsonl", "--label", "loaded", "--detector", "hedge")
    assert (done.code, "Known: hedge." in done.err) == (2, True)
    assert run("evaluate", "gold.jsonl", "--label", "").code == 2
    for command in ("evaluate", "train"):
        done = run(command, "gold.jsonl", "--gold-label", "slant", "--gold-label", "nope")
        assert (done.code, done.out) == (2, "")
        assert "gold.jsonl: no span has the label 'nope'" in done.err
        assert "doubt, slant" in done.err


@pytest.mark.parametrize(
    "spans",
    [
        [[-1, 3, "x"]],
        [[5, 2, "x"]],
        [[2, 2, "x"]],
        [[0, 99, "x"]],
        [["0", "3", "x"]],
        [[0.0, 3.0, "x"]],
        [[True, 3, "x"]],
        [[0, 3, 4]],
        [[0, 3, None]],
        [[0]],
        [{"start": 0, "end": 3}],
        {"a": 1},
        "abc",
        7,
        False,
    ],
    ids=str,
)
def test_a_span_that_is_none_names_the_line(run: Shell, spans: object) -> None:
    lines = [{"text": TEXT, "spans": []}, {"text": TEXT, "spans": spans}]
    Path("gold.jsonl").write_text("\n".join(map(json.dumps, lines)))
    done = run("evaluate", "gold.jsonl")
    assert (done.code, done.out) == (3, "")
    assert "gold.jsonl:2: spans: " in done.err


def test_spans_as_highlight_writes_them_are_gold(run: Shell) -> None:
    text = '{"id": 1, "text": "The regime reportedly fell."}'
    (found,) = run("highlight", "--jsonl", stdin=text).lines()
    Path("gold.jsonl").write_text(json.dumps(found | {"text": "The regime reportedly fell."}))
    assert run.json("evaluate", "gold.jsonl")["scores"]["exact"]["f1"] == 1


def test_a_hit_is_explained(run: Shell) -> None:
    done = run("explain", TEXT)
    assert done.code == 0
    assert "regime  loaded (labelling, negative), strength" in done.out
    assert "reportedly  hedge (hearsay), strength" in done.out
    assert "\x1b" not in run("explain", "The \x1b[31mregime\x1b[0m fell.").out


def test_what_compares_articles_is_skipped_on_loose_texts_and_says_so(run: Shell) -> None:
    Path("g.jsonl").write_text('{"text": "The regime fell.", "spans": [[4, 10, "loaded"]]}\n')
    for command in (["explain", "The regime fell."], ["evaluate", "g.jsonl"], ["highlight", "-"]):
        done = run(*command, "--detector", "asymmetry", "--detector", "loaded", stdin="Hi.")
        assert done.code == 0
        assert "asymmetry skipped: asymmetry needs a story" in done.err


def test_what_explain_and_highlight_find_comes_as_json(run: Shell) -> None:
    for found in (run.json("explain", TEXT), run.json("highlight", stdin=TEXT)):
        assert [(hit["quote"], hit["label"]) for hit in found] == [
            ("regime", "loaded"),
            ("reportedly", "hedge"),
        ]
        assert all(hit["reason"] and hit["entry"] and hit["voice"] for hit in found)
    assert run("highlight", "--json", "--jsonl", stdin=TEXT).code == 2
    none = run("explain", "The cat sat.")
    assert (none.code, none.out) == (0, "")
    assert "no detector marks anything" in none.err


ODD = [
    {"id": 1, "text": "", "spans": []},
    {"id": 2, "text": " \n ", "spans": []},
    {"id": 3, "text": "It fell.\r\nThe regime may fall.\r\n", "spans": [[14, 20, "loaded"]]},
    {
        "id": 4,
        "text": "😀👩‍👧 The mob 😀 came, e\u0301.",
        "spans": [[9, 12, "loaded"], [9, 12, "loaded"]],
    },
    {"id": 5, "text": "The regime may fall.", "spans": [[0, 14, "zorb"], [4, 10, "loaded"]]},
]


def test_gold_of_all_sorts_is_measured(run: Shell) -> None:
    Path("g.jsonl").write_text("".join(json.dumps(line) + "\n" for line in ODD), "utf-8")
    found = run.json("evaluate", "g.jsonl", "--gold-label", "loaded", "--label", "loaded")
    assert found["items"] == 5
    assert found["scores"]["exact"]["f1"] == 1.0
    assert found["recall_by_gold"] == {"loaded": 1.0}
    strange = run.json("evaluate", "g.jsonl", "--gold-label", "zorb")
    assert strange["recall_by_gold"] == {"zorb": 1.0}
    assert run("evaluate", "g.jsonl").code == 0


def test_a_label_that_gold_has_too_is_scored_with_an_interval(run: Shell) -> None:
    Path("g.jsonl").write_text("".join(json.dumps(line) + "\n" for line in ODD), "utf-8")
    labels = run.json("evaluate", "g.jsonl")["labels"]
    assert labels["loaded"]["low"] <= labels["loaded"]["f1"] <= labels["loaded"]["high"]
    assert labels["hedge"]["low"] is None
    assert "--label NAME" in run("evaluate", "g.jsonl").err
    assert "--label NAME" not in run("evaluate", "g.jsonl", "--label", "loaded").err
