"""`annotator contrast`."""

from pathlib import Path

from shell import Shell


def story(run: Shell, corpus: Path) -> str:
    """The id of the first story."""
    ident: str = run.json("stories", corpus)[0]["id"]
    return ident


def test_every_side_with_its_rates_words_and_sources(run: Shell, corpus: Path) -> None:
    found = run.json("contrast", corpus, story(run, corpus))
    assert len(found["sides"]) > 1
    assert found["background"] == 7
    assert run.json("contrast", corpus) == found
    for side in found["sides"]:
        assert side["words"] > 100
        loaded = side["labels"]["loaded"]
        assert loaded["count"] == sum(used["count"] for used in loaded["used"])
        assert abs(loaded["per_100_words"] - 100 * loaded["count"] / side["words"]) < 0.001
        zs = [word["z"] for word in side["typical"]]
        assert zs == sorted(zs, reverse=True)
        assert zs[0] > 0


def test_the_page_names_what_one_side_alone_says(run: Shell, corpus: Path) -> None:
    ident = story(run, corpus)
    done = run("contrast", corpus, ident)
    assert done.code == 0
    assert max(map(len, done.out.splitlines())) <= 80
    for side in run.json("contrast", corpus, ident)["sides"]:
        assert f"{side['outlet']}, unlike the others" in done.out
        only = [used["text"] for used in side["labels"]["loaded"]["used"] if not used["others"]]
        assert all(text in " ".join(done.out.split()) for text in only[:3])


def test_a_story_that_is_not_there(run: Shell, corpus: Path, tmp_path: Path) -> None:
    assert run("contrast", corpus, "nowhere").code == 2
    assert run("contrast", tmp_path / "none.db", "x").code == 6
