"""`annotator merge`: colleagues' copies come together."""

import shutil
from pathlib import Path

import pytest
from shell import Shell


@pytest.fixture
def copies(run: Shell, corpus: Path) -> tuple[Path, Path]:
    """Two copies of a corpus, each with another annotator's work."""
    other = Path(shutil.copyfile(corpus, corpus.with_name("other.db")))
    suggestion = run.json("show", corpus)["articles"][0]["suggestions"][0]["id"]
    run.act(corpus, "ada", [{"do": "accept", "suggestion": suggestion}])
    run.act(other, "bob", [{"do": "reject", "suggestion": suggestion}, {"do": "undo"}])
    return corpus, other


def test_work_of_both_is_there_and_twice_is_once(run: Shell, copies: tuple[Path, Path]) -> None:
    mine, theirs = copies
    (dry,) = run.json("merge", mine, theirs, "--dry-run")
    assert (dry["events"], dry["annotators"]) == (2, 1)
    assert run.json("stats", mine)["corpus"]["events"] == 1
    (done,) = run.json("merge", mine, theirs)
    assert (done["events"], done["articles"]) == (2, 0)
    (again,) = run.json("merge", mine, theirs)
    assert again["events"] == 0
    stats = run.json("stats", mine)
    assert stats["corpus"]["events"] == 3
    assert [person["name"] for person in stats["annotators"]] == ["ada", "bob"]
    assert run.json("doctor", mine)["ok"] is True


def test_either_way_gives_the_same_export(run: Shell, copies: tuple[Path, Path]) -> None:
    for corpus, other in (copies, copies[::-1]):
        target = Path(shutil.copyfile(corpus, f"merged-{corpus.name}"))
        assert run("merge", target, other).code == 0
        run("export", target, "--format", "jsonl", "--out", f"{corpus.name}.jsonl")
    assert Path("corpus.db.jsonl").read_bytes() == Path("other.db.jsonl").read_bytes()


def test_another_corpus_is_refused_whole(run: Shell, corpus: Path) -> None:
    run("new", "else.db")
    before = run.json("stats", corpus)
    done = run("merge", corpus, "else.db")
    assert done.code != 0
    assert "else.db" in done.err
    assert run("merge", corpus, "nix.db").code == 6
    assert run.json("stats", corpus) == before
