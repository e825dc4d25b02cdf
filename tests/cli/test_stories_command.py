"""`annotator stories`."""

from pathlib import Path

from shell import Shell


def test_each_story_comes_with_its_articles_and_progress(run: Shell, corpus: Path) -> None:
    stories = run.json("stories", corpus)
    assert len(stories) == 3
    for story in stories:
        assert {"id", "title", "confidence", "articles", "progress"} <= set(story)
        assert 0 <= story["confidence"] <= 1
        assert len(story["articles"]) >= 2
        for article in story["articles"]:
            assert {"id", "outlet", "title", "date"} <= set(article)


def test_progress_counts_what_people_did(run: Shell, corpus: Path) -> None:
    page = run.json("show", corpus)["articles"][0]
    story = run.json("stories", corpus)[0]["id"]
    suggestion = page["suggestions"][0]["id"]
    run.act(corpus, "ada", [{"do": "accept", "suggestion": suggestion}])
    run.act(corpus, "ada", [{"do": "done", "story": story, "article": page["id"]}])
    run.act(corpus, "bob", [{"do": "reject", "suggestion": suggestion}])
    progress = run.json("stories", corpus)[0]["progress"]
    assert progress["annotations"] == 1
    assert progress["decided"] == 1
    assert progress["done"] == {"ada": 1}


def test_the_table_fits_a_line_a_story(run: Shell, corpus: Path) -> None:
    done = run("stories", corpus)
    assert done.code == 0
    assert done.err == ""
    assert len(done.out.splitlines()) == 4
    assert "Free Quay, The Salvi Courier" in done.out


def test_each_article_on_a_line_with_the_id_that_corrects_its_story(
    run: Shell, corpus: Path
) -> None:
    lines = run("stories", corpus, "--articles").out.splitlines()[1:]
    held = [article for story in run.json("stories", corpus) for article in story["articles"]]
    assert [line.split()[0] for line in lines] == [article["id"] for article in held]
    assert all(article["title"][:40] in line for article, line in zip(held, lines, strict=True))
    assert run("story", corpus, "split", *lines[0].split()[1::-1]).code == 0


def test_the_queue_puts_first_what_teaches_most(run: Shell, corpus: Path) -> None:
    queued = run.json("stories", corpus, "--queue", "--as", "ann")
    bits = [story["bits"] for story in queued]
    assert bits == sorted(bits, reverse=True)
    ids = {story["id"] for story in run.json("stories", corpus)}
    assert {story["id"] for story in queued} == ids


def test_a_table_is_cut_for_the_eye_alone(run: Shell, corpus: Path) -> None:
    story, *_ = run.json("stories", corpus)
    title = "What the harbour said " * 4
    run("story", corpus, "rename", story["id"], title.strip())
    assert title.strip() in run("stories", corpus).out
    seen = run("stories", corpus, terminal=True).out
    assert title[:47] + "…" in seen
    assert title.strip() not in seen
