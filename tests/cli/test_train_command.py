"""`annotator train`, and the commands that use what it learned."""

import json
from pathlib import Path

from shell import Shell

ACTORS = ("council", "ministry", "union", "harbour", "railway", "museum", "college", "bank")


def gold(path: str) -> None:
    lines = []
    for number, actor in enumerate(ACTORS * 3):
        text = f"The {actor} shipped its {('zorbic', 'annual')[number // 2 % 2]} regime plan."
        at = text.find("zorbic")
        lines.append({"id": number, "text": text, "spans": [[at, at + 6, "bad"]] if at > 0 else []})
    Path(path).write_text("\n".join(map(json.dumps, lines)))


def test_a_model_from_gold_finds_what_gold_marks(run: Shell) -> None:
    gold("gold.jsonl")
    before = run.json("evaluate", "gold.jsonl", "--label", "loaded")
    assert before["scores"]["token"]["f1"] == 0
    told = run.json("train", "gold.jsonl", "--label", "loaded", "--out", "m.json")
    assert told["models"][0]["detector"] == "learned-loaded"
    after = run.json("evaluate", "gold.jsonl", "--label", "loaded", "--trained", "m.json")
    assert after["scores"]["token"]["f1"] > 0.9
    explained = run("explain", "A zorbic idea may work.", "--trained", "m.json")
    assert "zorbic  loaded (learned)" in explained.out
    assert "may  hedge" in explained.out
    piped = '{"id": 1, "text": "A zorbic idea."}\n'
    (found,) = run("highlight", "--jsonl", "--trained", "m.json", stdin=piped).lines()
    assert [span[:3] for span in found["spans"]] == [[2, 8, "loaded"]]


def test_without_a_label_the_one_is_learned_whose_detectors_agree_best(run: Shell) -> None:
    lines = [
        {"text": f"The {actor} reportedly met a zorbic plan.", "spans": [[n, n + 10, "odd"]]}
        for actor in ACTORS * 3
        for n in [len(actor) + 5]
    ]
    Path("gold.jsonl").write_text("\n".join(map(json.dumps, lines)))
    assert run.json("train", "gold.jsonl", "--out", "m")["models"][0]["label"] == "hedge"
    assert run.json("evaluate", "gold.jsonl", "--trained", "m")["scores"]["token"]["f1"] == 1


def test_labels_that_gold_and_detectors_share_are_learned_each_from_its_spans(run: Shell) -> None:
    lines = [
        {"text": f"A zorbic {actor} fell.", "spans": [[2, 8, "loaded"], [9, 9 + len(actor), "x"]]}
        for actor in ACTORS * 3
    ]
    Path("gold.jsonl").write_text("\n".join(map(json.dumps, lines)))
    told = run.json("train", "gold.jsonl", "--out", "m")
    assert [model["label"] for model in told["models"]] == ["loaded"]
    piped = '{"id": 1, "text": "A zorbic bank rose."}\n'
    (found,) = run("highlight", "--jsonl", "--trained", "m", stdin=piped).lines()
    assert [span[:3] for span in found["spans"]] == [[2, 8, "loaded"]]


def test_a_label_with_too_little_gold_is_left_out_and_told(run: Shell) -> None:
    spans = [[2, 8, "loaded"]]
    lines = [{"text": f"A zorbic {actor} fell.", "spans": spans} for actor in ACTORS * 3]
    lines[0]["spans"] = [*spans, [9, 16, "hedge"]]
    Path("gold.jsonl").write_text("\n".join(map(json.dumps, lines)))
    told = run.json("train", "gold.jsonl", "--out", "m")
    assert [model["label"] for model in told["models"]] == ["loaded"]
    assert [left["label"] for left in told["left_out"]] == ["hedge"]
    assert "hedge: nothing learned: 1 marked word" in run("train", "gold.jsonl", "--out", "m").err


def test_who_marks_what_is_highlighted_anyway_is_told_that_nothing_changed(run: Shell) -> None:
    lines = [
        {"text": f"The {actor} fell to thugs {day}.", "spans": [[at, at + 5, "loaded"]]}
        for actor in ACTORS
        for day in ("today", "on Monday", "again")
        for at in [len(actor) + 13]
    ]
    Path("gold.jsonl").write_text("\n".join(map(json.dumps, lines)))
    (model,) = run.json("train", "gold.jsonl", "--out", "m")["models"]
    told = run("train", "gold.jsonl", "--out", "m").err
    assert (model["heard"], "loaded: the detectors alone do as well" in told) == (False, True)
    gold("gold.jsonl")
    (model,) = run.json("train", "gold.jsonl", "--label", "loaded", "--out", "m")["models"]
    told = run("train", "gold.jsonl", "--label", "loaded", "--out", "m").err
    assert (model["heard"], "the detectors alone" in told) == (True, False)


def test_what_cannot_be_learned_is_refused(run: Shell, corpus: Path) -> None:
    gold("gold.jsonl")
    Path("odd.jsonl").write_text('{"text": "An annual plan.", "spans": [[3, 9, "odd"]]}')
    unknown = run("train", "odd.jsonl")
    assert (unknown.code, "--label" in unknown.err) == (2, True)
    Path("bare.jsonl").write_text('{"text": "An annual plan.", "spans": []}')
    bare = run("train", "bare.jsonl")
    assert (bare.code, "nothing is marked" in bare.err) == (2, True)
    few = run("train", "gold.jsonl", "--label", "loaded", "--gold-label", "nix")
    assert (few.code, "no span has the label 'nix'" in few.err) == (2, True)
    Path("few.jsonl").write_text('{"text": "A zorbic plan.", "spans": [[2, 8, "odd"]]}')
    few = run("train", "few.jsonl", "--label", "loaded")
    assert (few.code, "too few to learn from" in few.err) == (2, True)
    assert not Path("gold.model.json").exists()
    none = run("train", corpus)
    assert none.code == 2
    assert "too little is annotated" in none.err
    Path("m.json").write_text('{"models": [{"format": 99}]}')
    assert run("explain", "x", "--trained", "m.json").code != 0
    Path("m.json").write_text('{"label": "loaded"}')
    other = run("explain", "x", "--trained", "m.json")
    assert (other.code, "m.json: models: missing" in other.err) == (3, True)


def test_training_a_corpus_says_what_was_learned(run: Shell, corpus: Path) -> None:
    shown = run.json("show", corpus)
    accepts = [
        {"do": "accept", "suggestion": held["id"]}
        for page in shown["articles"]
        for held in page["suggestions"]
        if held["label"] == "attribution"
    ]
    assert all(answer["ok"] for answer in run.act(corpus, "ann", accepts))
    told = run.json("train", corpus, "--out", "m.json")
    assert [model["label"] for model in told["models"]] == ["attribution"]
    assert {left["label"] for left in told["left_out"]} >= {"loaded", "hedge"}
    assert run("explain", "He said so.", "--trained", "m.json").code == 0
    assert run.json("doctor", corpus)["ok"]
