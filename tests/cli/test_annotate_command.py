"""`annotator annotate`: the reader's verbs as JSON lines."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from shell import Shell

from annotator import actions


def pages(run: Shell, corpus: Path) -> list[Any]:
    """The articles of the first story as `show` sees them."""
    return list(run.json("show", corpus)["articles"])


def sentence_of(page: Any, start: int) -> int:
    return next(n for n, (_, end) in enumerate(page["sentences"]) if end > start)


def test_every_verb_answers_and_lasts(run: Shell, corpus: Path) -> None:
    view = run.json("show", corpus)
    first, second = view["articles"]
    spans = [s["id"] for s in first["suggestions"] if s["layer"] == "span"]
    other = next(s["id"] for s in second["suggestions"] if s["layer"] == "span")
    head = {"article": first["id"], "start": 0, "end": 4}
    made = run.act(
        corpus,
        "ada",
        [
            {"do": "label", **head, "label": "loaded", "attributes": {"polarity": "positive"}},
            {"do": "accept", "suggestion": spans[0]},
            {"do": "accept", "suggestion": other},
            {"do": "reject", "suggestion": spans[1]},
            {"do": "accept", "suggestion": spans[2], "label": "portrayal"},
            {"do": "sentence", "article": first["id"], "sentence": 3, "label": "informational"},
            {
                "do": "article",
                "article": first["id"],
                "label": "genre",
                "attributes": {"value": "opinion"},
            },
            {
                "do": "story",
                "story": view["story"],
                "label": "relative-stance",
                "attributes": {"value": "even"},
            },
        ],
    )
    assert [answer["ok"] for answer in made] == [True] * len(made)
    unaided, accepted, elsewhere = (answer["annotation"] for answer in made[:3])
    more = run.act(
        corpus,
        "ada",
        [
            {"do": "note", "annotation": unaided, "note": "as a name"},
            {"do": "attributes", "annotation": unaided, "attributes": {"polarity": "unclear"}},
            {"do": "move", "annotation": unaided, "start": 0, "end": 9},
            {"do": "relabel", "annotation": elsewhere, "label": "portrayal"},
            {"do": "link", "from": unaided, "to": elsewhere, "label": "same-referent"},
            {"do": "align", "a": [first["id"], 0], "b": [second["id"], 0]},
            {"do": "unalign", "a": [first["id"], 1], "b": [second["id"], 1]},
            {"do": "block", "article": first["id"], "start": 0, "kind": "body"},
            {"do": "done", "story": view["story"]},
            {"do": "remove", "annotation": accepted},
            {"do": "undo"},
            {"do": "redo"},
        ],
    )
    assert [answer["ok"] for answer in more] == [True] * len(more), more
    assert more[-2]["annotation"] == accepted
    assert more[-1]["annotation"] is None
    after = run.json("show", corpus)
    held = {a["id"]: a for page in after["articles"] for a in page["annotations"]}
    assert accepted not in held
    assert held[unaided]["quote"] == first["text"][0:9]
    assert held[unaided]["attributes"] == {"polarity": "unclear"}
    assert held[unaided]["note"] == "as a name"
    assert held[elsewhere]["label"] == "portrayal"
    assert held[elsewhere]["origin"] == "edited"
    assert [(k["from"], k["to"]) for k in after["links"]] == [(unaided, elsewhere)]
    assert [k["label"] for k in after["labels"]] == ["relative-stance"]
    assert after["articles"][0]["blocks"][0]["shown"] is True
    pairs = [(pair["a"], pair["b"]) for pair in after["counterparts"]]
    assert ([first["id"], 0], [second["id"], 0]) in pairs
    assert ([first["id"], 1], [second["id"], 1]) not in pairs
    assert run.json("doctor", corpus)["ok"] is True


def test_one_answer_a_line_each_an_event_of_its_own(run: Shell, corpus: Path) -> None:
    page = pages(run, corpus)[0]
    label = {"do": "label", "article": page["id"], "label": "hedge"}
    answers = run.act(
        corpus, "ada", [{**label, "start": 0, "end": n + 1} for n in range(20)] + [{"do": "undo"}]
    )
    assert len({answer["event"] for answer in answers}) == 21
    assert run.json("stats", corpus)["corpus"]["events"] == 21


WRONG: dict[str, tuple[object, str]] = {
    "no verb": ({}, '"do"'),
    "no object": ([1], '"do"'),
    "typo": ({"do": "lable"}, "did you mean 'label'"),
    "field missing": ({"do": "accept"}, "suggestion"),
    "no such suggestion": ({"do": "accept", "suggestion": "nope"}, "nope"),
    "no such annotation": ({"do": "remove", "annotation": "nope"}, "nope"),
    "no such article": (
        {"do": "label", "article": "nope", "start": 0, "end": 1, "label": "loaded"},
        "nope",
    ),
    "no such story": ({"do": "done", "story": "nope"}, "nope"),
    "wrong type": ({"do": "note", "annotation": 5, "note": "x"}, "annotation"),
    "flag as number": ({"do": "sentence", "article": "a", "sentence": True}, "sentence"),
}


@pytest.mark.parametrize(("action", "words"), WRONG.values(), ids=WRONG)
def test_a_wrong_action_says_why_and_the_rest_goes_on(
    run: Shell, corpus: Path, action: object, words: str
) -> None:
    suggestion = pages(run, corpus)[0]["suggestions"][0]["id"]
    lines = [json.dumps(a) for a in (action, {"do": "accept", "suggestion": suggestion})]
    done = run("annotate", corpus, "--as", "ada", stdin="\n".join(lines))
    refused, accepted = done.lines()
    assert refused["ok"] is False
    assert words in refused["error"]
    assert set(refused) == {"ok", "error", "hint"}
    assert accepted["ok"] is True
    assert done.code == 2
    assert "1 action refused" in done.err


@pytest.mark.parametrize(
    ("start", "end"), [(-1, 4), (4, 4), (9, 4), (0, 10**9), (0, 10**17)], ids=str
)
def test_no_place_no_label(run: Shell, corpus: Path, start: int, end: int) -> None:
    page = pages(run, corpus)[0]
    (answer,) = run.act(
        corpus,
        "ada",
        [{"do": "label", "article": page["id"], "start": start, "end": end, "label": "loaded"}],
    )
    assert answer["ok"] is False
    assert page["id"] in answer["error"]
    assert run.json("stats", corpus)["corpus"]["events"] == 0


def test_an_unknown_label_or_attribute_names_the_nearest(run: Shell, corpus: Path) -> None:
    page = pages(run, corpus)[0]
    label = {"do": "label", "article": page["id"], "start": 0, "end": 4}
    answers = run.act(
        corpus,
        "ada",
        [
            {**label, "label": "loadded"},
            {**label, "label": "loaded", "attributes": {"polarty": "negative"}},
            {**label, "label": "loaded", "attributes": {"polarity": "negativ"}},
            {**label, "label": "genre"},
        ],
    )
    assert [answer["ok"] for answer in answers] == [False] * 4
    assert "loaded" in answers[0]["error"] + str(answers[0]["hint"])
    assert "polarity" in answers[1]["error"] + str(answers[1]["hint"])
    assert "negative" in answers[2]["error"] + str(answers[2]["hint"])


BAD_LINES = {
    "words": b"not json",
    "deep": b"[" * 100_000,
    "bad byte": b'{"do": "note\xff"}',
    "not a number": b'{"do": "label", "start": NaN}',
    "half a pair": b'{"do": "\\ud800"}',
    "long number": b'{"do": "label", "start": ' + b"9" * 5000 + b"}",
}


@pytest.mark.parametrize("line", BAD_LINES.values(), ids=BAD_LINES)
def test_a_line_that_is_no_json_is_answered_too(run: Shell, corpus: Path, line: bytes) -> None:
    good = pages(run, corpus)[0]["suggestions"][0]["id"]
    piped = b"\n" + line + b"\n" + json.dumps({"do": "accept", "suggestion": good}).encode()
    done = run("annotate", corpus, "--as", "ada", stdin=piped)
    assert done.code == 3
    assert [answer["ok"] for answer in done.lines()] == [False, True]
    assert "standard input:2" in done.lines()[0]["error"]


@pytest.mark.parametrize("name", ["", "  ", "\n"])
def test_an_annotator_needs_a_name(run: Shell, corpus: Path, name: str) -> None:
    done = run("annotate", corpus, "--as", name)
    assert done.code == 2
    assert "--as NAME" in done.err


def test_a_strange_name_is_kept_and_shown_as_it_is(run: Shell, corpus: Path) -> None:
    suggestion = pages(run, corpus)[0]["suggestions"][0]["id"]
    name = "Zoë [bold]"
    run.act(corpus, name, [{"do": "accept", "suggestion": suggestion}])
    assert pages(run, corpus)[0]["annotations"][0]["annotator"] == name
    assert name in run("stats", corpus).out


@pytest.mark.parametrize("name", ["", "a,b", "all", "Gold", "x" * 10_000, "\x1b[31m", "\udcff"])
def test_a_name_that_would_make_trouble_is_refused_and_enrols_nobody(
    run: Shell, corpus: Path, name: str
) -> None:
    done = run("annotate", corpus, "--as", name)
    assert (done.code, done.out) == (2, "")
    assert ("'--as': not valid utf-8" if name == "\udcff" else "--as NAME") in done.err
    assert "\x1b" not in done.err
    assert run.json("stats", corpus)["annotators"] == []


def test_the_work_of_a_strange_name_from_before_goes_on(run: Shell, corpus: Path) -> None:
    name = "Ben, Jr \x1b[31m"
    with sqlite3.connect(corpus) as raw:
        raw.execute("INSERT INTO annotator VALUES ('old', ?)", (name,))
    raw.close()
    suggestion = pages(run, corpus)[0]["suggestions"][0]["id"]
    run.act(corpus, name, [{"do": "accept", "suggestion": suggestion}])
    assert pages(run, corpus)[0]["annotations"][0]["annotator"] == name
    assert "\x1b" not in run("stats", corpus).out
    assert run("export", corpus, "--format", "jsonl", "--as", name).code == 0


def test_undo_reaches_back_over_restarts(run: Shell, corpus: Path) -> None:
    suggestions = [s["id"] for s in pages(run, corpus)[0]["suggestions"][:3]]
    for suggestion in suggestions:
        run.act(corpus, "ada", [{"do": "accept", "suggestion": suggestion}])
    run.act(corpus, "bob", [{"do": "reject", "suggestion": suggestions[0]}])
    for left in (2, 1, 0):
        (answer,) = run.act(corpus, "ada", [{"do": "undo"}])
        assert answer["ok"] is True
        assert answer["text"].startswith("undone: accept")
        held = pages(run, corpus)[0]["annotations"]
        assert len(held) == left
    assert run.act(corpus, "ada", [{"do": "undo"}])[0]["error"] == "nothing to undo"
    for left in (1, 2, 3):
        run.act(corpus, "ada", [{"do": "redo"}])
        assert len(pages(run, corpus)[0]["annotations"]) == left
    assert run.act(corpus, "ada", [{"do": "redo"}])[0]["error"] == "nothing to redo"
    decisions = {s["id"]: s["decision"] for s in pages(run, corpus)[0]["suggestions"]}
    assert decisions[suggestions[0]] == {"ada": "accepted", "bob": "rejected"}


def test_what_was_answered_survives_a_kill(run: Shell, corpus: Path) -> None:
    page = pages(run, corpus)[0]
    process = subprocess.Popen(
        [sys.executable, "-m", "annotator", "annotate", str(corpus), "--as", "ada"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert process.stdin
    assert process.stdout
    answered = []
    with process:
        for suggestion in page["suggestions"][:5]:
            line = json.dumps({"do": "accept", "suggestion": suggestion["id"]}) + "\n"
            process.stdin.write(line.encode())
            process.stdin.flush()
            answered.append(json.loads(process.stdout.readline())["annotation"])
        os.kill(process.pid, signal.SIGKILL)
    assert {a["id"] for a in pages(run, corpus)[0]["annotations"]} == set(answered)
    assert run.json("doctor", corpus)["ok"] is True


JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner),
    max_leaves=6,
)
VERBS = ["label", "accept", "reject", "remove", "note", "attributes", "relabel", "move"]
VERBS += ["sentence", "article", "story", "link", "align", "unalign", "block", "done"]
FIELDS = ["article", "start", "end", "label", "attributes", "suggestion", "annotation", "note"]
FIELDS += ["sentence", "story", "from", "to", "a", "b", "kind", "shown", "done"]
ACTIONS = st.builds(
    lambda verb, fields: {"do": verb, **fields},
    st.sampled_from(VERBS) | JUNK,
    st.dictionaries(st.sampled_from(FIELDS), JUNK, max_size=5),
)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(actions=st.lists(ACTIONS | JUNK, min_size=1, max_size=8))
def test_whatever_comes_in_each_line_has_its_answer(
    run: Shell, corpus: Path, actions: list[object]
) -> None:
    answers = run.act(corpus, "ada", actions)
    assert len(answers) == len(actions)
    for answer in answers:
        told = ("event",) if answer["ok"] else ("error", "hint")
        assert all(answer[key] for key in told), answer


def test_a_backup_is_made_once_a_day(run: Shell, corpus: Path) -> None:
    article = run.json("show", corpus)["articles"][0]["id"]
    action = {"do": "label", "article": article, "start": 0, "end": 4, "label": "loaded"}
    run.act(corpus, "ada", [action])
    assert not corpus.with_name("corpus.db.backups").exists()  # there was nothing to lose
    for _ in range(2):
        run.act(corpus, "ada", [{"do": "undo"}])
    (kept,) = corpus.with_name("corpus.db.backups").iterdir()
    assert run("doctor", kept).code == 0


def test_a_backup_that_cannot_be_made_is_told_and_the_work_goes_on(
    run: Shell, corpus: Path
) -> None:
    article = run.json("show", corpus)["articles"][0]["id"]
    action = {"do": "label", "article": article, "start": 0, "end": 4, "label": "loaded"}
    run.act(corpus, "ada", [action])
    corpus.with_name("corpus.db.backups").write_text("in the way")
    done = run("annotate", corpus, "--as", "ada", stdin=json.dumps({"do": "undo"}))
    assert done.code == 0
    assert done.lines()[0]["ok"]
    assert "no daily backup" in done.err


def test_every_refusal_says_what_to_do(run: Shell, corpus: Path) -> None:
    view = run.json("show", corpus)
    first, second = view["articles"]
    suggestion = next(s for s in first["suggestions"] if s["layer"] == "span")
    text = first["text"]
    blank = next(n for n, letter in enumerate(text) if letter.isspace())
    place = {"article": first["id"], "start": 0, "end": 4, "label": "loaded"}
    done = [{"do": "label", **place}, {"do": "accept", "suggestion": suggestion["id"]}]
    made = run.act(corpus, "ada", done)
    ida = made[0]["annotation"]
    refused = [
        *done,
        {"do": "redo"},
        {"do": "label", "article": first["id"]},
        {"do": "label", **place, "label": "loadde"},
        {"do": "label", **place, "attributes": {"colour": "red"}},
        {"do": "label", **place, "start": blank, "end": blank + 1},
        {"do": "label", **place, "end": len(text) + 1},
        {"do": "label", **place, "article": "nope"},
        {"do": "accept", "suggestion": "nope"},
        {"do": "remove", "annotation": "nope"},
        {"do": "move", "annotation": ida, "start": 4, "end": 4},
        {"do": "link", "from": ida, "to": ida, "label": "same-event"},
        {"do": "sentence", "article": first["id"], "sentence": 999, "label": "informational"},
        {"do": "sentence", "article": first["id"], "start": len(text), "label": "informational"},
        {"do": "article", "article": first["id"], "label": "loaded"},
        {"do": "story", "story": "nope", "label": "relative-stance"},
        {"do": "align", "a": [first["id"], 0], "b": [first["id"], 1]},
        {"do": "align", "a": [first["id"], 0], "b": [second["id"], 999]},
        {"do": "align", "a": "x", "b": "y"},
        {"do": "block", "article": first["id"], "start": 1, "kind": "body"},
        {"do": "block", "article": first["id"], "start": 0, "kind": "bodi"},
        {"do": "describe", "article": first["id"]},
        {"do": "describe", "article": first["id"], "title": ""},
        {"do": "done", "story": view["story"], "article": "nope"},
        {"do": "join", "stories": [view["story"]]},
        {"do": "join", "stories": [7]},
        {"do": "split", "articles": ["nope"]},
        {"do": "put", "article": first["id"], "story": view["story"]},
        {"do": "rename", "story": view["story"], "title": view["title"]},
        {"do": "rename", "story": view["story"], "title": " "},
        {"do": "fly"},
        ["undo"],
    ]
    answers = run.act(corpus, "ada", refused)
    assert [answer["ok"] for answer in answers] == [False] * len(refused)
    assert [answer for answer in answers if not answer["hint"]] == []
    stolen = run.act(corpus, "bob", [{"do": "remove", "annotation": ida}])
    assert "another annotator" in stolen[0]["error"]
    assert stolen[0]["hint"]


def test_the_help_names_every_action_with_its_fields(run: Shell, corpus: Path) -> None:
    said = run("annotate", "--help").out
    for verb, fields in actions.FIELDS.items():
        assert f"  {verb:12}{fields}".rstrip() in said
        if fields:
            (answer,) = run.act(corpus, "ada", [{"do": verb}])
            assert answer["ok"] is False
            assert f"{verb} takes: {fields}." == answer["hint"] or verb == "describe"
