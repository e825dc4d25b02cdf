"""`annotator rehydrate`: the text comes back into a text-free export."""

from pathlib import Path

import pytest
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


def test_other_formats_say_which_one_can_be_rehydrated(
    run: Shell, seeds: Path, corpus: Path
) -> None:
    Path("folder").mkdir()
    for format in ("csv", "web-annotation"):
        done = run("export", corpus, "--format", format, "--text", "none", "--out", format)
        assert done.code == 0, done.err
    Path("zip").write_bytes(b"PK\x03\x04\xff\xfe")
    for wrong in ("csv", "web-annotation", "folder", "zip"):
        done = run("rehydrate", wrong, "--texts", seeds, "--out", "full.jsonl")
        assert (done.code, done.out) == (3, "")
        assert "only a jsonl export can be rehydrated" in done.err
        assert "--format jsonl --text none" in done.err
    absent = run("rehydrate", "absent.jsonl", "--texts", seeds, "--out", "full.jsonl")
    assert "no such file" in absent.err
    assert not Path("full.jsonl").exists()


@pytest.mark.parametrize("texts", ["/dev/null", "empty", "empty.txt", "absent"])
def test_without_any_text_nothing_is_written(run: Shell, corpus: Path, texts: str) -> None:
    run("export", corpus, "--format", "jsonl", "--text", "none", "--out", "free.jsonl")
    Path("empty").mkdir()
    Path("empty.txt").touch()
    done = run("rehydrate", "free.jsonl", "--texts", texts, "--out", "back.jsonl")
    assert (done.code, done.out) == (3, "")
    assert not Path("back.jsonl").exists()
    assert done.err.startswith("annotator: ")


def test_what_is_not_placed_is_in_the_exit_code(run: Shell, seeds: Path, corpus: Path) -> None:
    run("export", corpus, "--format", "jsonl", "--text", "none", "--out", "free.jsonl")
    Path("wrong").mkdir()
    Path("wrong/a.txt").write_text("Rain\n\nIt rained on the hills all day long.\n")
    none = run("rehydrate", "free.jsonl", "--texts", "wrong", "--out", "back.jsonl")
    assert (none.code, none.out) == (3, "")
    assert "no copy of its" in none.err
    assert not Path("back.jsonl").exists()
    one = min(path for path in seeds.rglob("*") if path.suffix in (".txt", ".html", ".md"))
    some = run("rehydrate", "free.jsonl", "--texts", one, "--out", "back.jsonl", "--json")
    assert some.code == 13
    assert some.json()["missing"] > 0
    assert Path("back.jsonl").exists()


def test_titles_that_were_put_above_their_texts_come_back_too(run: Shell) -> None:
    Path("a.csv").write_text('title,text\nRain in Tolvan,"It rained all day, people said."\n')
    run("new", "c.db")
    assert run("add", "c.db", "a.csv", "--headlines").code == 0
    for text in ("full", "none"):
        run("export", "c.db", "--format", "jsonl", "--text", text, "--out", f"{text}.jsonl")
    done = run("rehydrate", "none.jsonl", "--texts", "a.csv", "--out", "back.jsonl")
    assert done.code == 0, done.err
    assert Path("back.jsonl").read_bytes() == Path("full.jsonl").read_bytes()
