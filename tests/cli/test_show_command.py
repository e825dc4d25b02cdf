"""`annotator show`: a story side by side on stdout."""

import re
from pathlib import Path

import pytest
from shell import Shell

from annotator.text.cells import width

HOSTILE = (
    "Talks in the port fail again after a long night\n\n"
    "[bold]The regime[/bold] [/] may [@click=app.bell]click[/] fall \x9b31m, \x07 said the "
    "\x1b[31mred\x1b[0m port \u202eesrever\u202c of the city \x1b]0;x\x07 on Friday night.\n"
)


def test_two_articles_stand_beside_each_other(run: Shell, corpus: Path) -> None:
    done = run("show", corpus, "--width", "120")
    assert done.code == 0
    assert done.err == ""
    lines = done.out.splitlines()
    assert re.match(r"Free Quay 2026-06-11 +│ The Salvi Courier 2026-06-10", lines[2])
    assert max(width(line) for line in lines) <= 120
    assert "_Regime_" in done.out
    assert "WhatsApp" not in done.out
    assert any(line.startswith("= ") for line in lines)
    assert any(line.startswith("! ") for line in lines)


def test_a_narrow_terminal_gets_one_article_after_the_other(run: Shell, corpus: Path) -> None:
    lines = run("show", corpus, "--width", "40").out.splitlines()
    assert "│" not in "".join(lines)
    heads = [n for n, line in enumerate(lines) if line.startswith(("Free Quay", "The Salvi Cour"))]
    assert len(heads) == 2
    assert max(width(line) for line in lines[1:]) <= 40


def test_labels_are_bracketed_and_marked(run: Shell, corpus: Path) -> None:
    page = run.json("show", corpus)["articles"][0]
    (suggestion,) = [s for s in page["suggestions"] if s["quote"] == "totalitarian"]
    run.act(corpus, "ada", [{"do": "accept", "suggestion": suggestion["id"]}])
    out = run("show", corpus, "--width", "70").out
    assert "[totalitarian]" in out
    assert any(line.startswith("L ") for line in out.splitlines())


def test_a_story_is_found_by_the_beginning_of_an_id(run: Shell, corpus: Path) -> None:
    for story in run.json("stories", corpus):
        assert run.json("show", corpus, story["id"][:6])["story"] == story["id"]
        assert run.json("show", corpus, story["articles"][1]["id"])["story"] == story["id"]
    missing = run("show", corpus, "nope")
    assert missing.code == 2
    assert "nope" in missing.err
    assert "annotator stories" in missing.err
    assert run("show", corpus, "").code == 2


def test_an_empty_corpus_says_what_to_do(run: Shell) -> None:
    run("new", "c.db")
    done = run("show", "c.db")
    assert (done.code, done.out) == (2, "")
    assert "annotator add c.db" in done.err


def test_the_json_shape(run: Shell, corpus: Path) -> None:
    view = run.json("show", corpus)
    assert {"story", "articles", "counterparts", "links", "labels"} <= set(view)
    sentences = {}
    for page in view["articles"]:
        assert {"id", "text", "sentences", "suggestions", "annotations"} <= set(page)
        sentences[page["id"]] = len(page["sentences"])
        for held in page["suggestions"]:
            assert held["quote"] == page["text"][held["start"] : held["end"]]
            assert {"detector", "version", "entry", "reason", "strength", "kind"} <= set(held)
            assert set(held["voice"]) == {"who", "source"}
            assert held["decision"] is None
    for pair in view["counterparts"]:
        assert 0 <= pair["score"] <= 1
        for article, sentence in (pair["a"], pair["b"]):
            assert 0 <= sentence < sentences[article]


def test_decisions_and_annotations_show_who_made_them(run: Shell, corpus: Path) -> None:
    page = run.json("show", corpus)["articles"][0]
    first, second = (s["id"] for s in page["suggestions"][:2])
    run.act(corpus, "ada", [{"do": "accept", "suggestion": first}])
    run.act(corpus, "bob", [{"do": "reject", "suggestion": first}])
    run.act(corpus, "bob", [{"do": "accept", "suggestion": second, "label": "hedge"}])
    page = run.json("show", corpus)["articles"][0]
    decisions = {s["id"]: s["decision"] for s in page["suggestions"]}
    assert decisions[first] == {"ada": "accepted", "bob": "rejected"}
    assert decisions[second] == {"bob": "edited"}
    assert [(a["annotator"], a["origin"]) for a in page["annotations"]] == [
        ("ada", "accepted"),
        ("bob", "edited"),
    ]


@pytest.mark.parametrize("terminal", [False, True])
def test_hostile_text_is_shown_inert(run: Shell, terminal: bool) -> None:
    run("new", "c.db")
    Path("evil.txt").write_text(HOSTILE, "utf-8", newline="\n")
    assert run("add", "c.db", "evil.txt", "--outlet", "Evil \x1b[5m Times").code == 0
    out = run("show", "c.db", "--width", "200", terminal=terminal).out
    styled = re.sub(r"\x1b\[[0-9;]*m", "", out) if terminal else out
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", styled)
    assert "[bold]The" in styled
    assert "[@click=app.bell]click[/]" in styled
    assert "␛[31mred␛[0m" in styled
    table = run("stories", "c.db", terminal=terminal).out
    assert "\x1b[5m" not in table
    assert "\x1b[31m" not in table


def test_colour_is_for_terminals_only(run: Shell, corpus: Path) -> None:
    assert "\x1b" not in run("show", corpus).out
    assert "\x1b[" in run("show", corpus, terminal=True).out


def test_the_last_word_on_a_counterpart_stands(run: Shell, corpus: Path) -> None:
    view = run.json("show", corpus)
    told = view["counterparts"]
    gone = {"a": told[0]["b"], "b": told[0]["a"]}
    run.act(corpus, "ada", [{"do": "unalign", **gone}])
    assert run.json("show", corpus)["counterparts"] == told[1:]
    run.act(corpus, "bob", [{"do": "align", **gone}])
    assert run.json("show", corpus)["counterparts"] == [{**told[0], "score": 1.0}, *told[1:]]
    run.act(corpus, "bob", [{"do": "undo"}])
    assert run.json("show", corpus)["counterparts"] == told[1:]
