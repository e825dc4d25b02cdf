"""`annotator backup` and `annotator restore`."""

from pathlib import Path

from shell import Shell


def test_a_backup_comes_back(run: Shell, corpus: Path) -> None:
    suggestion = run.json("show", corpus)["articles"][0]["suggestions"][0]["id"]
    run.act(corpus, "ada", [{"do": "accept", "suggestion": suggestion}])
    done = run("backup", corpus, "copy.db")
    assert (done.code, done.out) == (0, "copy.db\n")
    run.act(corpus, "ada", [{"do": "undo"}])
    assert run.json("stats", corpus)["corpus"]["events"] == 2
    restored = run("restore", corpus, "copy.db")
    assert restored.code == 0, restored.err
    assert run.json("stats", corpus)["corpus"]["events"] == 1
    assert run.json("doctor", corpus)["ok"] is True


def test_without_a_name_it_is_dated_and_put_beside(run: Shell, corpus: Path) -> None:
    made = Path(run("backup", corpus).out.strip())
    assert made.exists()
    assert made != corpus
    assert run.json("doctor", made)["ok"] is True


def test_nothing_is_overwritten(run: Shell, corpus: Path) -> None:
    Path("mine.db").write_text("mine")
    done = run("backup", corpus, "mine.db")
    assert done.code == 5
    assert "mine.db" in done.err
    assert Path("mine.db").read_text() == "mine"


def test_only_a_corpus_is_put_back(run: Shell, corpus: Path) -> None:
    before = corpus.read_bytes()
    Path("other.db").write_text("no corpus")
    for other, word in (("other.db", "other.db"), ("nix.db", "nix.db")):
        done = run("restore", corpus, other)
        assert done.code != 0
        assert word in done.err
    assert corpus.read_bytes() == before
