"""`annotator describe`: what was read wrongly of an article is put right."""

from pathlib import Path

from shell import Shell


def test_facts_are_put_right_and_said_to_be_unknown(run: Shell, corpus: Path) -> None:
    article = run.json("stories", corpus)[0]["articles"][0]
    command = ("describe", corpus, article["id"][:8], "--as", "ada")
    told = run.json(*command, "--outlet", "The Gull", "--byline", "")
    assert (told["article"], told["outlet"]) == (article["id"], "The Gull")
    assert (told["byline"], told["title"]) == (None, article["title"])
    assert run.json("stories", corpus)[0]["articles"][0]["outlet"] == "The Gull"
    done = run(*command, "--date", "2001-02-03")
    assert (done.code, done.out) == (0, article["id"] + "\n")
    assert "2001-02-03" in done.err
    assert run.act(corpus, "ada", [{"do": "undo"}, {"do": "undo"}])[1]["ok"]
    assert run.json("stories", corpus)[0]["articles"][0] == article
    assert run("doctor", corpus).code == 0


def test_what_is_wrong_is_said(run: Shell, corpus: Path) -> None:
    story = run.json("stories", corpus)[0]
    article = story["articles"][0]["id"]
    assert "changes nothing" in run("describe", corpus, article).err
    assert "is no day" in run("describe", corpus, article, "--date", "3.4.").err
    assert "not an article" in run("describe", corpus, story["id"], "--title", "T").err
