"""`annotator show`: a story side by side on stdout."""

import csv
import io
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


def test_a_headline_that_one_side_alone_has_is_marked_too(run: Shell, tmp_path: Path) -> None:
    told = "The ministry closed the harbour of Lund on Monday after a storm, officials said.\n"
    (tmp_path / "a.txt").write_text(f"Nobody listened to them\n\n{told}")
    (tmp_path / "b.txt").write_text(f"Ships wait\n\n{told}")
    run("new", "c.db")
    run("add", "c.db", "a.txt", "b.txt", "--story", "Storm")
    out = run("show", "c.db", "--width", "40").out
    assert "! Nobody listened to them" in out
    assert "= The ministry closed" in out


def test_a_narrow_terminal_gets_one_article_after_the_other(run: Shell, corpus: Path) -> None:
    lines = run("show", corpus, "--width", "40").out.splitlines()
    assert "│" not in "".join(lines)
    heads = [n for n, line in enumerate(lines) if line.startswith(("Free Quay", "The Salvi Cour"))]
    assert len(heads) == 2
    assert max(width(line) for line in lines[1:]) <= 40


def test_labels_are_bracketed_and_marked(run: Shell, corpus: Path) -> None:
    page = run.json("show", corpus)["articles"][0]
    (suggestion,) = [s for s in page["suggestions"] if s["quote"] == "totalitarian"]
    assert suggestion["polarity"] == "negative"
    run.act(corpus, "ada", [{"do": "accept", "suggestion": suggestion["id"]}])
    out = run("show", corpus, "--width", "70").out
    assert "[totalitarian]" in out
    assert any(line.startswith("L ") for line in out.splitlines())


def test_a_rejected_suggestion_is_open_only_to_those_who_did_not_reject_it(
    run: Shell, corpus: Path
) -> None:
    page = run.json("show", corpus)["articles"][0]
    (suggestion,) = [s for s in page["suggestions"] if s["quote"] == "totalitarian"]
    run.act(corpus, "ada", [{"do": "reject", "suggestion": suggestion["id"]}])
    hers = run("show", corpus, "--as", "ada", "--width", "70").out
    assert "totalitarian" in hers
    assert "_totalitarian_" not in hers
    assert "_Regime_" in hers
    assert "_totalitarian_" in run("show", corpus, "--as", "ben", "--width", "70").out


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


def test_the_fact_table_as_text_csv_and_json(run: Shell, corpus: Path) -> None:
    table = run.json("show", corpus, "--facts")
    assert len(table["articles"]) == 2
    for fact in table["facts"]:
        assert fact["tellers"] == sum(1 for cell in fact["told"] if cell)
        for telling in (telling for cell in fact["told"] for telling in cell):
            assert {"text", "place", "of", "voice", "loaded", "hedge"} <= set(telling)
    rows = list(csv.DictReader(io.StringIO(run("show", corpus, "--facts", "--csv").out)))
    assert len(rows) == len(table["facts"])
    assert {"fact", "told by", "score", "Free Quay", "Free Quay voice"} <= set(rows[0])
    assert any("reportedly" in row["The Salvi Courier hedge"] for row in rows)
    for words in (("--width", "120"), ("--width", "40")):
        out = run("show", corpus, "--facts", *words).out
        assert max(map(width, out.splitlines()[1:])) <= int(words[1])
        assert f"fact {len(rows)}, told by" in out
        assert "hedge: reportedly" in " ".join(out.split())


def test_cells_of_the_fact_table_are_no_formulas(run: Shell) -> None:
    run("new", "c.db")
    for name in ("a", "b"):
        text = f"Talks fail in the port\n\n=HYPERLINK(1) said the port of {name} on Friday night.\n"
        Path(f"{name}.txt").write_text(text, "utf-8")
    run("add", "c.db", "a.txt", "--outlet", "=1+1", "--story", "T")
    run("add", "c.db", "b.txt", "--outlet", "\x1b[5mB", "--story", "T")
    done = run("show", "c.db", "--facts", "--csv")
    cells = [cell for row in csv.reader(io.StringIO(done.out)) for cell in row]
    assert any("HYPERLINK" in cell for cell in cells)
    assert not [cell for cell in cells if cell.lstrip().startswith(("=", "+", "-", "@"))]
    assert "\x1b" not in run("show", "c.db", "--facts").out


def test_what_differs_between_two_versions(run: Shell) -> None:
    run("new", "c.db")
    body = "".join(f"Sentence {n} is about the port and its {n} cranes. " for n in range(9))
    for name, last in (("a", "Nobody was hurt."), ("b", "Two people were hurt.")):
        Path(f"{name}.txt").write_text(f"Port closed\n\n{body}{last}\n", "utf-8")
    added = run.json("add", "c.db", "a.txt", "b.txt", "--outlet", "Quay")["articles"]
    a, b = (item["id"] for item in added)
    assert added[1]["status"] == "version"
    found = run.json("show", "c.db", a[:8], "--against", b[:8])
    assert [s["text"] for s in found["only_a"]] == ["Nobody was hurt."]
    assert [s["text"] for s in found["only_b"]] == ["Two people were hurt."]
    assert found["share"] > 0.8
    out = run("show", "c.db", a, "--against", b).out
    assert "- Nobody was hurt." in out
    assert "+ Two people were hurt." in out
    story = run.json("stories", "c.db")[0]["id"]
    assert run("show", "c.db", story, "--against", b).code == 2
    assert run("show", "c.db", "--against", b).code == 2


@pytest.mark.parametrize(
    "words", [("--csv",), ("--facts", "--csv", "--json"), ("--facts", "--against", "x")]
)
def test_options_that_do_not_go_together(run: Shell, corpus: Path, words: tuple[str, ...]) -> None:
    done = run("show", corpus, *words)
    assert (done.code, done.out) == (2, "")
    assert "do not go together" in done.err
