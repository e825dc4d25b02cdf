"""`annotator assign`, `split`, `scheme`, `carry`: a corpus shared, and changed under its users."""

from pathlib import Path

import pytest
from shell import Shell


def test_every_annotator_gets_her_share(run: Shell, corpus: Path) -> None:
    shares = run.json("assign", corpus, "--annotators", "ada, bob", "--seed", "3")
    assert {share["annotator"] for share in shares} == {"ada", "bob"}
    assert sum(share["stories"] for share in shares) == len(run.json("stories", corpus))
    again = run("assign", corpus, "--annotators", "ada,bob")
    assert "every story is assigned already, to 1 or more; a higher --overlap" in again.err
    assert "hidden" not in again.err
    masked = run("assign", corpus, "--annotators", "ada,bob", "--mask").err
    assert "outlets and bylines are hidden from everybody now" in masked
    assert "every story is assigned already" in masked
    kept = {
        s["annotator"]: (s["stories"], s["kept"])
        for s in run.json("assign", corpus, "--annotators", "ada,bob")
    }
    assert kept == {share["annotator"]: (0, share["stories"]) for share in shares}
    anew = run.json("assign", corpus, "--annotators", "cem", "--anew")
    assert [(s["stories"], s["kept"]) for s in anew] == [(3, 0)]
    for wrong in ((",",), ("ada,ada",), ("ada", "--overlap", "5")):
        done = run("assign", corpus, "--annotators", *wrong)
        assert (done.code, done.out) == (2, "")


def test_a_hand_out_comes_back(run: Shell, corpus: Path) -> None:
    run("assign", corpus, "--annotators", "ada,bob")
    assert run("split", corpus, "--as", "ada", "--out", "ada.db").out == "ada.db\n"
    page = run.json("show", "ada.db")["articles"][0]
    run.act(Path("ada.db"), "ada", [{"do": "accept", "suggestion": page["suggestions"][0]["id"]}])
    assert run("merge", corpus, "ada.db").code == 0
    people = {p["name"]: p for p in run.json("stats", corpus)["annotators"]}
    assert people["ada"]["origins"] == {"accepted": 1}
    assert run.json("doctor", corpus)["ok"] is True
    assert run("split", corpus, "--as", "ada", "--out", "ada.db").code == 5


def test_a_copy_handed_out_is_hers_under_any_login(
    run: Shell, corpus: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("getpass.getuser", lambda: "laptop")
    run("assign", corpus, "--annotators", "ada,bob", "--overlap", "2", "--blind", "100")
    told = run("split", corpus, "--as", "ada", "--out", "ada.db").err
    assert "ada opens it with: annotator ada.db" in told
    assert "you are ada" in run("open", "ada.db", "--plain", stdin="q\n").out
    assert not any(page["suggestions"] for page in run.json("show", "ada.db")["articles"])
    assert "you are laptop" in run("open", corpus, "--plain", stdin="q\n").out
    assert "you are bob" in run("open", "ada.db", "--plain", "--as", "bob", stdin="q\n").out


def test_a_new_scheme_is_compared_before_it_is_taken(run: Shell, corpus: Path) -> None:
    page = run.json("show", corpus)["articles"][0]
    place = {"do": "label", "article": page["id"], "start": 0, "end": 4}
    run.act(corpus, "ada", [{**place, "label": "portrayal"}])
    before = corpus.read_bytes()
    dry = run.json("scheme", corpus, "loaded-hedge", "--dry-run")
    (gone,) = [c for c in dry["changes"] if (c["layer"], c["label"]) == ("span", "portrayal")]
    assert (gone["change"], gone["annotations"]) == ("removed", 1)
    assert corpus.read_bytes() == before
    assert "News framing" in run("scheme", corpus).out
    assert "portrayal" in {k["label"] for k in run.json("scheme", corpus)["labels"]}


def test_an_edited_article_takes_its_annotations_along(run: Shell) -> None:
    text = "Council keeps the pool open\n\nThe council said the pool may stay open until autumn.\n"
    run("new", "c.db")
    for name, words in (("a.txt", text), ("b.txt", text.replace("autumn", "winter"))):
        Path(name).write_text(words)
    (old,) = run.json("add", "c.db", "a.txt")["articles"]
    (new,) = run.json("add", "c.db", "b.txt")["articles"]
    at = text.index("may")
    place = {"do": "label", "article": old["id"], "start": at, "end": at + 3, "label": "hedge"}
    run.act(Path("c.db"), "ada", [place])
    same = run("carry", "c.db", old["id"], old["id"][:6], "--as", "ada")
    assert (same.code, "are one article" in same.err) == (2, True)
    (carried,) = run.json("carry", "c.db", old["id"][:6], new["id"][:6], "--as", "ada")
    assert (carried["label"], carried["quote"], carried["start"]) == ("hedge", "may", at)
    counts = run.json("stats", "c.db")["labels"]
    assert [(row["label"], row["counts"]["ada"]) for row in counts] == [("hedge", 2)]


def test_a_name_that_nobody_has_takes_no_stories_away(
    run: Shell, corpus: Path, tmp_path: Path
) -> None:
    assert run("assign", corpus, "--annotators", "ada,ben", "--overlap", "2").code == 0
    refused = run("split", corpus, "--as", "bne", "--out", tmp_path / "b.db")
    assert refused.code == 2
    assert "no annotator is called 'bne'" in refused.err
    assert f"first: annotator assign {corpus} --annotators bne" in refused.err
    assert not (tmp_path / "b.db").exists()


def test_a_failed_carry_enrols_nobody(run: Shell, corpus: Path) -> None:
    refused = run("carry", corpus, "one", "two", "--as", "ghost")
    assert refused.code == 2
    assert "ghost" not in run("stats", corpus).out


def test_an_empty_name_is_nobodys(run: Shell, corpus: Path) -> None:
    article = run.json("stories", corpus)[0]["articles"][0]["id"]
    refused = run("describe", corpus, article, "--title", "x", "--as", "")
    assert refused.code == 2


def test_the_scheme_tells_what_may_be_answered(run: Shell, corpus: Path) -> None:
    shown = run("scheme", corpus).out
    for words in ("voice", "choice", "quoted source", "positive", "text"):
        assert words in shown
    assert max(len(line) for line in shown.splitlines()) <= 80
    labels = {(k["layer"], k["label"]): k for k in run.json("scheme", corpus)["labels"]}
    voice = next(a for a in labels["span", "loaded"]["attributes"] if a["id"] == "voice")
    assert "quoted source" in voice["choices"]
    page = run.json("show", corpus)["articles"][0]
    place = {"article": page["id"], "start": 0, "end": 4, "label": "loaded"}
    (answer,) = run.act(
        corpus, "ada", [{"do": "label", **place, "attributes": {"polarity": "sour"}}]
    )
    assert "positive" in answer["hint"]


def test_articles_added_after_the_draw_are_told_of(run: Shell, corpus: Path) -> None:
    Path("late.txt").write_text("Rain on the hills\n\nIt rained on the hills all day long.\n")
    Path("later.txt").write_text("Owl seen at noon\n\nAn owl sat on the barn door at noon.\n")
    assert "assigned" not in run("add", corpus, "late.txt").err
    run("assign", corpus, "--annotators", "ada,bob")
    done = run("add", corpus, "later.txt")
    assert done.code == 0
    assert "1 new story is assigned to nobody" in done.err
    assert "annotator assign" in done.err
    assert "assigned" not in run("add", corpus, "later.txt").err
