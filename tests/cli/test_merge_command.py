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


def test_of_what_is_alike_one_line_tells(run: Shell, corpus: Path) -> None:
    other = Path(shutil.copyfile(corpus, corpus.with_name("other.db")))
    found = [s for a in run.json("show", corpus)["articles"] for s in a["suggestions"]][:12]
    run.act(corpus, "ada", [{"do": "accept", "suggestion": s["id"]} for s in found])
    run.act(other, "bob", [{"do": "reject", "suggestion": s["id"]} for s in found[:-1]])
    done = run("merge", corpus, other, "--dry-run")
    (line,) = [line for line in done.err.splitlines() if "accepted by ada" in line]
    assert "11 places in 1 article: accepted by ada, rejected by bob: “" in line
    assert f"“{found[0]['quote']}”" in line or line.endswith(", …")
    (merged,) = run.json("merge", corpus, other)
    assert {c["where"] for c in merged["conflicts"]} == {s["id"] for s in found[:-1]}
    assert len({c["how"] for c in merged["conflicts"]}) == 1


def test_a_conflict_alone_is_told_in_full(run: Shell, copies: tuple[Path, Path]) -> None:
    corpus, other = copies
    run.act(other, "bob", [{"do": "redo"}])
    done = run("merge", corpus, other)
    assert "in Free Quay: accepted by ada, rejected by bob" in done.err
    assert "--json" not in done.err


def test_two_addresses_for_one_article_end_alike_whichever_way(run: Shell, corpus: Path) -> None:
    article = run.json("show", corpus)["articles"][0]["id"]
    one, other = (Path(shutil.copyfile(corpus, f"{name}.db")) for name in ("one", "other"))
    for path, name in ((one, "ada"), (other, "bob")):
        done = run("describe", path, article, "--url", f"https://{name}.example/", "--as", name)
        assert done.code == 0
    for path, from_there in ((one, other), (other, one)):
        into = Path(shutil.copyfile(path, f"merged-{path.name}"))
        assert run("merge", into, from_there).code == 0
        run("export", into, "--format", "jsonl", "--out", f"{into.name}.jsonl")
        assert run.json("doctor", into)["ok"] is True
    texts = [Path(f"merged-{path.name}.jsonl").read_text("utf-8") for path in (one, other)]
    assert texts[0] == texts[1]
    assert sum(f"https://{name}.example/" in texts[0] for name in ("ada", "bob")) == 1
