"""`annotator rehydrate`: the text comes back into a text-free export."""

from pathlib import Path

from shell import Shell


def test_the_texts_at_hand_bring_everything_back(run: Shell, seeds: Path, corpus: Path) -> None:
    page = run.json("show", corpus)["articles"][0]
    run.act(corpus, "ada", [{"do": "accept", "suggestion": page["suggestions"][0]["id"]}])
    for text in ("full", "none"):
        out = f"{text}.jsonl"
        assert run("export", corpus, "--format", "jsonl", "--text", text, "--out", out).code == 0
    done = run("rehydrate", "none.jsonl", "--texts", seeds, "--out", "back.jsonl")
    assert done.code == 0, done.err
    assert Path("back.jsonl").read_bytes() == Path("full.jsonl").read_bytes()
    refused = run("import", corpus, "none.jsonl", "--format", "jsonl")
    assert refused.code == 3
    assert "annotator rehydrate" in refused.err


def test_the_full_export_is_a_file(run: Shell, seeds: Path, corpus: Path) -> None:
    run("export", corpus, "--format", "jsonl", "--text", "none", "--out", "free.jsonl")
    done = run("rehydrate", "free.jsonl", "--texts", seeds, "--out", "-")
    assert (done.code, done.out) == (2, "")
    Path("mine.txt").write_text("mine")
    done = run("rehydrate", "free.jsonl", "--texts", seeds, "--out", "mine.txt")
    assert done.code == 3
    assert "no export of this format" in done.err
    assert Path("mine.txt").read_text() == "mine"
