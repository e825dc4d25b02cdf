"""`annotator story`: stories are corrected by command."""

from pathlib import Path

import pytest
from shell import Shell


def test_join_move_split_and_rename(run: Shell, corpus: Path) -> None:
    first, second, third = run.json("stories", corpus)
    joined = run.json("story", corpus, "join", first["id"][:6], second["id"][:6], "--as", "ada")
    ids = [article["id"] for story in (first, second) for article in story["articles"]]
    assert (joined["story"], joined["articles"]) == (first["id"], ids)
    split = run.json("story", corpus, "split", first["id"], ids[0][:8], ids[1], "--title", "Apart")
    assert (split["title"], split["articles"]) == ("Apart", ids[:2])
    run("story", corpus, "move", ids[0], third["id"], "--as", "ada")
    done = run("story", corpus, "rename", third["id"], "A third one")
    assert (done.code, done.out) == (0, third["id"] + "\n")
    assert "A third one" in done.err
    stories = {story["title"]: story["articles"] for story in run.json("stories", corpus)}
    assert [a["id"] for a in stories["Apart"]] == [ids[1]]
    assert ids[0] in [a["id"] for a in stories["A third one"]]
    assert len(stories) == 3
    assert run("doctor", corpus).code == 0


def test_each_verb_is_undone_by_who_did_it(run: Shell, corpus: Path) -> None:
    before = run.json("stories", corpus)
    run("story", corpus, "join", before[0]["id"], before[1]["id"], "--as", "ada")
    assert len(run.json("stories", corpus)) == 2
    assert run.act(corpus, "bob", [{"do": "undo"}])[0]["ok"] is False
    assert run.act(corpus, "ada", [{"do": "undo"}])[0]["ok"] is True
    assert run.json("stories", corpus) == before


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("join", "S1"), "nothing to join"),
        (("join", "S1", "nope"), "begins with 'nope'"),
        (("split", "S1", "A2"), "is not in story"),
        (("split", "S1"), "a story and articles of it"),
        (("move", "S1", "S2"), "is a story, not an article"),
        (("move", "A1"), "an article and a story"),
        (("rename", "S1"), "a story and a title"),
        (("rename", "S1", " "), "needs a title"),
        (("rename", "S1", "x" * 1001), "the title has 1001 characters"),
        (("rename", "S1", "T", "--title", "U"), "--title goes with split"),
        (("swap", "S1"), "swap"),
    ],
)
def test_what_makes_no_sense_is_said(
    run: Shell, corpus: Path, words: tuple[str, ...], said: str
) -> None:
    before = run.json("stories", corpus)
    known = {"S1": before[0]["id"], "S2": before[1]["id"]}
    known |= {"A1": before[0]["articles"][0]["id"], "A2": before[1]["articles"][0]["id"]}
    done = run("story", corpus, *(known.get(word, word) for word in words))
    assert (done.code, done.out) == (2, "")
    assert said in done.err
    assert "\n  " in done.err, "no word on what to do next"
    assert run.json("stories", corpus) == before
