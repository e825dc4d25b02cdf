"""`annotator add`: from raw scrapes to stories."""

import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from shell import Shell

ADDED_KEYS = {
    "id",
    "path",
    "status",
    "title",
    "outlet",
    "byline",
    "date",
    "words",
    "sentences",
    "blocks",
    "story",
    "confidence",
    "reasons",
    "of",
    "notes",
    "skipped",
    "error",
}


def added(run: Shell, *words: object) -> dict[str, dict[str, Any]]:
    """What `add --json` says of each file, by the file's name."""
    run("new", "c.db")
    articles = run.json("add", "c.db", *words)["articles"]
    return {Path(item["path"]).name: item for item in articles}


def test_the_samples_become_stories_of_articles_on_one_event(run: Shell, seeds: Path) -> None:
    items = added(run, seeds)
    folders: dict[str, set[str]] = {}
    for item in items.values():
        assert item["status"] == "added"
        assert set(item) == ADDED_KEYS
        folders.setdefault(Path(item["path"]).parent.name, set()).add(item["story"])
    assert len(items) >= 6
    assert len(folders) >= 3
    assert all(len(stories) == 1 for stories in folders.values())
    assert len({story for stories in folders.values() for story in stories}) == len(folders)


def test_head_lines_are_found_and_clutter_is_hidden_not_deleted(run: Shell, seeds: Path) -> None:
    item = added(run, seeds / "harbour-strike" / "free-quay.txt")["free-quay.txt"]
    assert item["title"] == "Regime turns tear gas on Port Salvi dockworkers fighting pay cut"
    assert (item["outlet"], item["date"]) == ("Free Quay", "2026-06-11")
    assert item["byline"] is not None
    assert "Lena Orvik" in item["byline"]
    text = run.json("show", "c.db")["articles"][0]["text"]
    blocks = [(text[b["start"] : b["end"]], b["shown"], b["kind"]) for b in item["blocks"]]
    hidden = "\n".join(words for words, shown, _ in blocks if not shown)
    shown = "\n".join(words for words, shown, _ in blocks if shown)
    assert "Podcast" in hidden
    assert "WhatsApp" in hidden
    assert "WhatsApp" not in shown
    assert "The regime of President Osric Vale sent riot police" in shown
    assert all(reason for reason in (b["reason"] for b in item["blocks"] if not b["shown"]))
    assert {kind for *_, kind in blocks} >= {"title", "byline", "date", "caption", "body"}


def test_the_table_names_what_was_found_and_what_needs_a_look(run: Shell, seeds: Path) -> None:
    run("new", "c.db")
    done = run("add", "c.db", seeds / "harbour-strike", "missing.txt")
    assert done.code == 3
    assert "Free Quay" in done.out
    assert "2026-06-11" in done.out
    assert "refused: missing.txt: no such file" in done.err
    assert "2 added, 1 refused; 1 story" in done.err


def test_standard_input_is_an_article(run: Shell) -> None:
    run("new", "c.db")
    text = "Harbour talks fail\n\nThe talks in the harbour reportedly failed on Friday night.\n"
    done = run("add", "c.db", "-", "--outlet", "The Daily", "--json", stdin=text)
    item = done.json()["articles"][0]
    assert (item["status"], item["title"], item["outlet"]) == (
        "added",
        "Harbour talks fail",
        "The Daily",
    )


def test_the_user_can_put_articles_into_one_story(run: Shell, seeds: Path) -> None:
    run("new", "c.db")
    files = [seeds / "harbour-strike" / "free-quay.txt", seeds / "ostrel-dam" / "ledger.txt"]
    for file in files:
        run.json("add", "c.db", file, "--story", "My pair")
    (story,) = run.json("stories", "c.db")
    assert story["title"] == "My pair"
    assert {a["outlet"] for a in story["articles"]} == {"Free Quay", "The Kesra Ledger"}


def test_the_same_article_twice_is_reported_and_stored_once(run: Shell, seeds: Path) -> None:
    run("new", "c.db")
    source = seeds / "harbour-strike" / "free-quay.txt"
    shutil.copyfile(source, "copy.txt")
    first, second = run.json("add", "c.db", source, "copy.txt")["articles"]
    (third,) = run.json("add", "c.db", "copy.txt")["articles"]
    assert (first["status"], second["status"], third["status"]) == (
        "added",
        "duplicate",
        "duplicate",
    )
    assert second["of"] == third["of"] == first["id"]
    assert second["story"] == third["story"] == first["story"]
    assert run.json("stats", "c.db")["corpus"]["articles"] == 1


def test_a_later_article_joins_the_story_that_is_there(run: Shell, seeds: Path) -> None:
    run("new", "c.db")
    run.json("add", "c.db", seeds / "ostrel-dam")
    (first,) = run.json("add", "c.db", seeds / "harbour-strike" / "free-quay.txt")["articles"]
    (second,) = run.json("add", "c.db", seeds / "harbour-strike" / "salvi-courier.txt")["articles"]
    assert second["story"] == first["story"]
    assert run.json("show", "c.db", first["id"])["counterparts"]


def test_the_scheme_decides_which_suggestions_there_are(run: Shell, seeds: Path) -> None:
    run("new", "two.db", "--scheme", "loaded-hedge")
    run.json("add", "two.db", seeds / "harbour-strike")
    pages = run.json("show", "two.db")["articles"]
    assert {s["label"] for page in pages for s in page["suggestions"]} == {"loaded", "hedge"}


def test_unusual_writing_keeps_its_offsets(run: Shell) -> None:
    run("new", "c.db")
    text = (
        "Café “régime” 😀 reopens\r\n\r\n"
        "The re\u0301gime may have e\u0301clairs, he said 👩‍👩‍👧.\r\n"
        "\r\nOfficials reportedly smiled: “totalitarian” cakes.\r\n"
    )
    Path("odd.txt").write_bytes(text.encode("utf-8"))
    run.json("add", "c.db", "odd.txt")
    page = run.json("show", "c.db")["articles"][0]
    assert page["text"] == text.replace("\r\n", "\n")
    quotes = {s["quote"] for s in page["suggestions"] if s["layer"] == "span"}
    assert {"may", "reportedly"} <= quotes
    for held in page["suggestions"]:
        assert page["text"][held["start"] : held["end"]] == held["quote"]


@pytest.mark.parametrize("delay", [0.4, 0.8, 1.2])
def test_a_kill_leaves_all_of_it_or_nothing(run: Shell, seeds: Path, delay: float) -> None:
    run("new", "c.db")
    command = [sys.executable, "-m", "annotator", "add", "c.db", str(seeds)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        time.sleep(delay)
        process.kill()
    assert run.json("doctor", "c.db")["ok"] is True
    stored = run.json("stats", "c.db")["corpus"]
    again = run.json("add", "c.db", seeds)["articles"]
    assert stored["articles"] in (0, len(again))
    assert {item["status"] for item in again} <= {"added", "duplicate"}
    assert run.json("stats", "c.db")["corpus"]["articles"] == len(again)
    assert not list(Path().glob("*.part"))


def test_stories_that_may_be_wrong_are_told_with_their_reasons(
    run: Shell, seeds: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("new", "c.db")
    assert "two events" not in run("add", "c.db", seeds / "harbour-strike").err
    monkeypatch.setattr("annotator.cli.add._SURE", 1.0)
    run("new", "d.db")
    done = run("add", "d.db", seeds / "harbour-strike")
    (story,) = run.json("stories", "d.db")
    assert f"story {story['id'][:8]} may hold two events" in done.err
    assert story["reasons"][0] in done.err
    assert "annotator story --help" in done.err


def test_the_real_scrapes_become_one_story(run: Shell, shared_seeds: list[Path]) -> None:
    items = list(added(run, *shared_seeds).values())
    assert [item["status"] for item in items] == ["added"] * len(shared_seeds)
    assert len({item["story"] for item in items}) == 1
    assert {item["date"] for item in items} == {"2024-07-26", "2024-07-27"}
    assert all(item["title"] and not item["title"].startswith("News") for item in items)
    assert any(item["outlet"] for item in items)
    assert all(any(not block["shown"] for block in item["blocks"]) for item in items)


def test_the_real_scrapes_are_highlighted(run: Shell, shared_seeds: list[Path]) -> None:
    added(run, *shared_seeds)
    view = run.json("show", "c.db")
    found: dict[str, set[str]] = {}
    for page in view["articles"]:
        for held in page["suggestions"]:
            if held["layer"] == "span":
                found.setdefault(held["label"], set()).add(held["quote"].lower())
            assert 0 <= held["strength"] <= 1
            assert held["reason"]
            assert held["entry"]
            assert held["voice"]["who"] in ("outlet", "quoted")
    loaded = " ".join(found["loaded"])
    assert [
        w
        for w in ("totalitarian", "aggressor", "dictator", "regime", "boldness")
        if w not in loaded
    ] == []
    assert {"reportedly", "potentially", "may", "suggests", "accused"} <= found["hedge"]
    attribution = " ".join(found["attribution"])
    assert [w for w in ("denying", "according to") if w not in attribution] == []
    assert view["counterparts"]


def test_a_story_without_a_name_is_refused(run: Shell, seeds: Path) -> None:
    assert run("new", "c.db").code == 0
    for words in (("--story", " "), ("--story", "x" * 1001), ("--outlet", "x" * 1001)):
        done = run("add", "c.db", seeds / "harbour-strike", *words)
        assert (done.code, done.out) == (2, "")
        assert "\n  Give" in done.err
    assert run.json("stories", "c.db") == []
    assert run("add", "c.db", seeds / "harbour-strike", "--outlet", " The \n Gull ").code == 0
    (story,) = run.json("stories", "c.db")
    assert {article["outlet"] for article in story["articles"]} == {"The Gull"}


def test_with_a_model_suggestions_say_so(run: Shell, seeds: Path, model: str) -> None:
    run("new", "c.db")
    run.json("add", "c.db", seeds / "harbour-strike", "--model", model)
    (story,) = run.json("stories", "c.db")
    shown = [s for a in run.json("show", "c.db", story["id"])["articles"] for s in a["suggestions"]]
    of_words = [held for held in shown if held["detector"] != "asymmetry"]
    assert {held["version"].split("/")[1] for held in of_words} == {"en_core_web_sm-3.8.0"}
    assert any("Scope: “" in held["reason"] for held in of_words if held["label"] == "hedge")


def test_without_the_model_nothing_is_added(run: Shell, seeds: Path) -> None:
    run("new", "c.db")
    done = run("add", "c.db", seeds, "--model", "nowhere")
    assert done.code != 0
    assert "nowhere: no spaCy model here" in done.err
    assert run.json("stories", "c.db") == []


def test_what_many_articles_have_in_common_is_told_once(run: Shell) -> None:
    rows = "".join(f'Report {n},"Day {n} of the report began quietly."\n' for n in range(9))
    Path("a.csv").write_text(f"title,text\n{rows}")
    run("new", "c.db")
    done = run("add", "c.db", "a.csv")
    assert done.err.count("--headlines") == 1
    assert "9 articles: the title is not in the text" in done.err
