"""`annotator agreement`."""

import csv
import io
from importlib import import_module
from pathlib import Path

import pytest
from shell import Shell


@pytest.fixture
def judged(run: Shell, corpus: Path) -> Path:
    """A corpus of which two people did the first story, not quite alike."""
    page, other = run.json("show", corpus)["articles"][:2]
    story = run.json("stories", corpus)[0]["id"]
    start = page["sentences"][2][0]
    both = {
        "do": "label",
        "article": page["id"],
        "start": start,
        "end": start + 9,
        "label": "loaded",
    }
    hedge = {**both, "start": start + 20, "end": start + 30, "label": "hedge"}
    genre = {"do": "article", "article": other["id"], "label": "genre"}
    for name, more in (("ada", [hedge]), ("ben", [])):
        value = {"ada": "opinion", "ben": "reporting"}[name]
        judge = {**genre, "attributes": {"value": value}}
        answers = run.act(corpus, name, [both, *more, judge, {"do": "done", "story": story}])
        assert all(answer["ok"] for answer in answers), answers
    return corpus


def test_json_has_the_shape_of_the_design(run: Shell, judged: Path) -> None:
    found = run.json("agreement", judged)
    assert found["annotators"] == ["ada", "ben"]
    assert set(found["layers"]) == {"span", "sentence", "article", "link", "story"}
    span = found["layers"]["span"]
    assert span["unit"] == "words"
    assert span["units"] > 100
    for part in (span, span["labels"]["loaded"]):
        for figure in part["coefficients"].values():
            assert set(figure) == {"value", "low", "high", "why"}
            assert (figure["value"] is None) <= bool(figure["why"])
    assert span["labels"]["loaded"]["coefficients"]["alpha"]["value"] == 1
    assert 0 < span["coefficients"]["alpha"]["value"] < 1
    assert span["labels"]["hedge"]["coefficients"]["alpha"]["value"] <= 0
    assert found["layers"]["article"]["labels"]["genre"]["coefficients"]["agreement"]["value"] == 0
    assert found["layers"]["sentence"]["coefficients"]["alpha"]["value"] is None
    assert "arms" not in found
    assert found["bootstrap"] == {"draws": 1000, "of": "stories", "seed": 1}


def test_the_table_fits_a_page_and_says_how_it_was_made(run: Shell, judged: Path) -> None:
    done = run("agreement", judged, "--pairs")
    assert done.code == 0
    assert done.err == ""
    assert max(map(len, done.out.splitlines())) < 80
    assert done.out.startswith("Span labels: ")
    assert "judged by ada and ben." in done.out
    (row,) = [line for line in done.out.splitlines() if line.startswith("loaded ")]
    assert row.split()[:3] == ["loaded", "2", "1.00"]
    assert "ada – ben" in done.out
    assert "\n· voice " in done.out
    assert "·: an attribute of the label above" in done.out
    assert "Krippendorff's alpha" in done.out
    assert "sentence" not in done.out.split("α: ")[0].lower()
    assert "1,000 bootstrap draws" in done.out


def test_other_forms_of_the_table(run: Shell, judged: Path) -> None:
    latex = run("agreement", judged, "--format", "latex", "--layer", "span").out
    assert r"\begin{tabular}{lrrrrrrrrr}" in latex
    assert r"loaded & 2 & 1.00 & " in latex
    assert "α" not in latex
    markdown = run("agreement", judged, "--format", "markdown", "--layer", "span").out
    assert "| loaded | 2 | 1.00 | " in markdown
    rows = list(csv.DictReader(io.StringIO(run("agreement", judged, "--format", "csv").out)))
    found = run.json("agreement", judged)["layers"]["span"]["coefficients"]["alpha"]["value"]
    assert rows[0]["coefficient"] == "alpha"
    assert float(rows[0]["value"]) == pytest.approx(found)
    assert {row["annotators"] for row in rows} == {"", "ada; ben"}


def test_one_story_gives_no_interval_on_any_layer(run: Shell, judged: Path) -> None:
    for layer in run.json("agreement", judged)["layers"].values():
        for part in (layer, *layer["labels"].values()):
            for figure in part["coefficients"].values():
                assert figure["low"] is figure["high"] is None
                assert figure["why"]
    text = run("agreement", judged).out
    assert "[" not in text
    assert "–: no interval: all of it comes from one story or article (span; " in text
    assert "[" not in run("agreement", judged, "--format", "latex").out
    rows = list(csv.DictReader(io.StringIO(run("agreement", judged, "--format", "csv").out)))
    assert {row["low"] + row["high"] for row in rows} == {""}
    assert run("export", judged, "--format", "huggingface", "--out", "hub").code == 0
    table = Path("hub", "data", "agreement", "train-00000-of-00001.parquet")
    held = import_module("pyarrow.parquet").read_table(table).to_pylist()
    assert {row["layer"] for row in held} >= {"span", "article"}
    assert all(row["low"] is row["high"] is None for row in held)


def test_who_marked_nothing_done_is_named(run: Shell, judged: Path) -> None:
    assert run.json("agreement", judged)["unfinished"] == []
    assert "marked no article done" not in run("agreement", judged).out
    page = run.json("show", judged)["articles"][0]
    act = {"do": "label", "article": page["id"], "start": 0, "end": 4, "label": "loaded"}
    run.act(judged, "dora", [act])
    assert run.json("agreement", judged)["unfinished"] == ["dora"]
    note = "dora marked no article done; what she did not mark counts as nothing."
    for form in ("text", "markdown", "latex"):
        told = " ".join(run("agreement", judged, "--format", form).out.split())
        assert note in told
    (hidden,) = run.json("agreement", judged, "--anonymise")["unfinished"]
    assert hidden.startswith("annotator-")
    assert run.json("agreement", judged, "--as", "ada", "--as", "ben")["unfinished"] == []
    run.act(judged, "eve", [act])
    told = " ".join(run("agreement", judged).out.split())
    assert "dora and eve marked no article done; what they did not mark counts" in told


def test_some_layers_labels_and_people(run: Shell, judged: Path) -> None:
    some = run.json("agreement", judged, "--layer", "span", "--label", "hedge")["layers"]
    assert list(some) == ["span"]
    assert list(some["span"]["labels"]) == ["hedge"]
    alone = run.json("agreement", judged, "--as", "ada")
    assert alone["layers"]["span"]["coefficients"]["alpha"] == {
        "value": None,
        "low": None,
        "high": None,
        "why": "no unit was judged by two annotators",
    }
    hidden = run.json("agreement", judged, "--anonymise")
    assert hidden["annotators"] == ["annotator-1", "annotator-2"]
    assert "ada" not in run("agreement", judged, "--anonymise", "--pairs").out


def test_disagreements_are_listed(run: Shell, judged: Path) -> None:
    found = run.json("agreement", judged, "--disagreements")
    assert [(item["layer"], bool(item["quote"])) for item in found] == [
        ("span", True),
        ("article", False),
    ]
    assert [one["label"] for one in found[0]["said"]["ada"]] == ["hedge"]
    assert found[0]["said"]["ben"] == []
    assert found[1]["said"] == {
        "ada": [{"label": "genre", "answer": "opinion"}],
        "ben": [{"label": "genre", "answer": "reporting"}],
    }
    asked = ("agreement", judged, "--disagreements")
    listed = run(*asked)
    assert "ada: hedge; ben: –" in listed.out
    assert listed.err == "disagreements 2\n"
    rows = list(csv.DictReader(io.StringIO(run(*asked, "--format", "csv").out)))
    assert [(row["ada"], row["ben"]) for row in rows] == [
        ("hedge", "–"),
        ("genre opinion", "genre reporting"),
    ]
    assert [row["start"] == "" for row in rows] == [False, True]
    assert run(*asked, "--format", "latex").code == 2


def test_an_untouched_corpus_has_no_agreement(run: Shell, corpus: Path) -> None:
    done = run("agreement", corpus)
    assert done.code == 0
    assert done.out.startswith("No label lies where two annotators read. Annotators: none.")
    assert run.json("agreement", corpus)["annotators"] == []
    assert run.json("agreement", corpus, "--disagreements") == []


def test_what_is_not_there_is_refused(run: Shell, judged: Path, tmp_path: Path) -> None:
    assert run("agreement", judged, "--as", "eve").code == 2
    wrong = run("agreement", judged, "--label", "hegde")
    assert wrong.code == 2
    assert "hedge" in wrong.err
    assert run("agreement", tmp_path / "none.db").code == 6


def test_names_and_outlets_cannot_draw_on_the_terminal(run: Shell, corpus: Path) -> None:
    page = run.json("show", corpus)["articles"][0]
    act = {"do": "label", "article": page["id"], "start": 0, "end": 4, "label": "loaded"}
    for name in ("=1+1", "[bold]"):
        run.act(corpus, name, [act, {**act, "label": "hedge"} if name != "=1+1" else act])
    assert "[bold]" in run("agreement", corpus, "--pairs").out
    cells = run("agreement", corpus, "--format", "csv").out
    assert "'=1+1; [bold]" in cells


def test_without_common_material_the_next_command_is_named(run: Shell, corpus: Path) -> None:
    first, second = (row["articles"][0]["id"] for row in run.json("stories", corpus)[:2])
    for name, article in (("ada", first), ("ben", second)):
        genre = {"do": "article", "article": article, "label": "genre"}
        run.act(corpus, name, [{**genre, "attributes": {"value": "opinion"}}])
    done = run("agreement", corpus)
    assert done.code == 0
    (advice,) = [line for line in done.err.splitlines() if "annotator assign" in line]
    command = advice.partition("annotator ")[2].split()
    assert command[0] == "assign"
    assert run(*command).code == 0
    assert "ada,ben" in command
    for story in run.json("stories", corpus):
        for name in ("ada", "ben"):
            run.act(corpus, name, [{"do": "done", "story": story["id"]}])
    assert run("agreement", corpus).err == ""


def test_an_article_that_moved_counts_once_it_is_done_there(run: Shell, judged: Path) -> None:
    first, second = run.json("stories", judged)[:2]
    moved = first["articles"][1]["id"]

    def counted() -> tuple[int, int]:
        layers = run.json("agreement", judged)["layers"]
        return layers["article"]["units"], layers["span"]["units"]

    both = counted()
    assert run("story", judged, "move", moved, second["id"], "--as", "ada").code == 0
    one = counted()
    assert one[0] == both[0] - 1
    assert one[1] < both[1]
    for name in ("ada", "ben"):
        run.act(judged, name, [{"do": "done", "story": second["id"], "article": moved}])
    assert counted() == both
    run.act(judged, "ada", [{"do": "undo"}, {"do": "undo"}])
    assert counted() == both
