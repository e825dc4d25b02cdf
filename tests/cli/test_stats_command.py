"""`annotator stats`."""

from pathlib import Path

from shell import Shell


def test_an_untouched_corpus(run: Shell, corpus: Path) -> None:
    stats = run.json("stats", corpus)
    assert stats["corpus"]["articles"] == 7
    assert stats["corpus"]["stories"] == 3
    assert stats["annotators"] == []
    assert stats["labels"] == []


def test_counts_by_annotator_and_label(run: Shell, corpus: Path) -> None:
    page = run.json("show", corpus)["articles"][0]
    spans = [s["id"] for s in page["suggestions"] if s["label"] == "loaded"]
    run.act(
        corpus,
        "ada",
        [
            {"do": "accept", "suggestion": spans[0]},
            {"do": "accept", "suggestion": spans[1], "label": "hedge"},
            {"do": "reject", "suggestion": spans[2]},
            {"do": "label", "article": page["id"], "start": 0, "end": 4, "label": "loaded"},
            {"do": "done", "story": run.json("stories", corpus)[0]["id"]},
        ],
    )
    run.act(corpus, "bob", [{"do": "accept", "suggestion": spans[2]}])
    stats = run.json("stats", corpus)
    ada, bob = stats["annotators"]
    assert (ada["name"], bob["name"]) == ("ada", "bob")
    assert ada["origins"] == {"accepted": 1, "edited": 1, "unaided": 1}
    assert ada["labels"] == {"span": 3}
    assert (ada["rejected"], ada["done"], bob["rejected"], bob["done"]) == (1, 2, 0, 0)
    assert ada["arms"] == {"assisted": 1}
    assert {(row["label"], *row["counts"].items()) for row in stats["labels"]} == {
        ("loaded", ("ada", 2), ("bob", 1)),
        ("hedge", ("ada", 1), ("bob", 0)),
    }
    table = run("stats", corpus)
    assert table.code == 0
    assert "ada" in table.out
    assert "stories 3" in table.err


def test_labels_in_articles_of_no_known_outlet_are_counted_as_such(run: Shell) -> None:
    Path("one.txt").write_text("The regime fell on Monday, they said in Karrow.")
    run("new", "one.db")
    run("add", "one.db", "one.txt")
    (article,) = run.json("show", "one.db")["articles"]
    run.act(
        Path("one.db"),
        "ada",
        [{"do": "label", "article": article["id"], "start": 4, "end": 10, "label": "loaded"}],
    )
    assert run.json("stats", "one.db")["outlets"] == {"unknown outlet": {"loaded": 1}}
