"""`annotator export`: the labelled corpus."""

import csv
import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from shell import Shell

from annotator.files import packaged


def exported(run: Shell, corpus: Path, *words: object) -> list[Any]:
    """The lines of a native export."""
    done = run("export", corpus, "--format", "jsonl", "--out", "out.jsonl", *words)
    assert (done.code, done.out) == (0, "out.jsonl\n")
    return [json.loads(line) for line in Path("out.jsonl").read_text("utf-8").splitlines()]


@pytest.fixture
def labelled(run: Shell, corpus: Path) -> Path:
    """The sample corpus after some decisions of two annotators."""
    view = run.json("show", corpus)
    first, second = view["articles"]
    spans = [s["id"] for s in first["suggestions"] if s["layer"] == "span"]
    place = {"do": "label", "article": first["id"], "start": 0, "end": 4, "label": "loaded"}
    acts = [
        place,
        {"do": "accept", "suggestion": spans[0]},
        {"do": "accept", "suggestion": spans[1], "label": "portrayal"},
        {"do": "reject", "suggestion": spans[2]},
        {"do": "sentence", "article": second["id"], "sentence": 1, "label": "informational"},
    ]
    assert all(answer["ok"] for answer in run.act(corpus, "ada", acts))
    run.act(corpus, "=Bob", [{"do": "accept", "suggestion": spans[0]}, {**place, "end": 9}])
    return corpus


def test_what_is_next_is_told_and_a_split_without_stories(run: Shell, corpus: Path) -> None:
    first, second, *_ = (story["id"] for story in run.json("stories", corpus))
    whole = run("export", corpus, "--format", "jsonl", "--out", "a.jsonl", "--split", "60/20/20")
    assert "Next: annotator import NEW.db a.jsonl --format jsonl" in whole.err
    assert "too few" not in whole.err
    run("story", corpus, "join", first, second)
    few = run("export", corpus, "--format", "jsonl", "--out", "a.jsonl", "--split", "60/20/20")
    assert "too few for 60/20/20" in few.err
    assert "no dev: 2 stories" in few.err or "no test: 2 stories" in few.err
    quiet = run("export", corpus, "--format", "tsv", "--out", "-")
    assert "Next" not in quiet.err
    told = run("export", corpus, "--format", "tsv", "--out", "a.tsv", "--json")
    assert "Next" not in told.err


def test_provenance_is_on_every_annotation(run: Shell, labelled: Path) -> None:
    header, *lines = exported(run, labelled)
    assert (header["kind"], header["format"], header["version"]) == (
        "header",
        "annotator-corpus",
        1,
    )
    assert header["scheme"]["hash"]
    assert {person["name"] for person in header["annotators"]} == {"ada", "=Bob"}
    article = next(line for line in lines if line.get("annotations"))
    found = {(a["annotator"], a["origin"], bool(a["suggestion"])) for a in article["annotations"]}
    assert found == {
        ("ada", "unaided", False),
        ("ada", "accepted", True),
        ("ada", "edited", True),
        ("=Bob", "accepted", True),
        ("=Bob", "unaided", False),
    }
    for held in article["annotations"]:
        assert article["text"][held["start"] : held["end"]] == held["quote"]
        assert held["arm"] == "assisted"
        assert held["created"].endswith("Z")
        if held["suggestion"]:
            assert {"detector", "version", "entry", "strength"} <= set(held["suggestion"])
    (rejected,) = article["rejected"]
    assert rejected["annotator"] == "ada"
    counts = run.json("stats", labelled)["corpus"]
    kinds = ["article"] * counts["articles"] + ["story"] * counts["stories"]
    assert [line["kind"] for line in lines] == kinds


def test_the_export_is_what_its_json_schema_says(run: Shell, labelled: Path) -> None:
    schema = json.loads((packaged("schemas") / "export.schema.json").read_text("utf-8"))
    for line in exported(run, labelled):
        assert list(Draft202012Validator(schema).iter_errors(line)) == []


def test_the_same_corpus_gives_the_same_bytes(run: Shell, labelled: Path) -> None:
    for form, suffix in (("jsonl", "jsonl"), ("csv", "csv"), ("tsv", "tsv")):
        for name in ("one", "two"):
            out = f"{name}.{suffix}"
            assert run("export", labelled, "--format", form, "--out", out).code == 0
        assert Path(f"one.{suffix}").read_bytes() == Path(f"two.{suffix}").read_bytes()


def test_an_export_changes_nothing(run: Shell, labelled: Path) -> None:
    before = labelled.read_bytes()
    exported(run, labelled)
    assert labelled.read_bytes() == before
    assert not list(Path().glob(".*.part"))


def test_the_table_has_a_row_an_annotation(run: Shell, labelled: Path) -> None:
    for form in ("csv", "csv-safe"):
        done = run("export", labelled, "--format", form, "--out", f"{form}.csv")
        assert done.code == 0, done.err
    with Path("csv.csv").open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert len(rows) == 6
    assert {row["origin"] for row in rows} == {"unaided", "accepted", "edited"}
    assert {row["annotator"] for row in rows} == {"ada", "=Bob"}
    with Path("csv-safe.csv").open(encoding="utf-8-sig", newline="") as stream:
        cells = [cell for row in csv.reader(stream) for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "@"))]


def test_annotators_and_layers_can_be_chosen(run: Shell, labelled: Path) -> None:
    def annotations(*words: str) -> set[tuple[str, str]]:
        lines = exported(run, labelled, *words)
        return {(a["annotator"], a["layer"]) for k in lines for a in k.get("annotations", ())}

    assert annotations("--as", "ada") == {("ada", "span"), ("ada", "sentence")}
    assert annotations("--layer", "sentence") == {("ada", "sentence")}
    assert annotations("--as", "all") == {("ada", "span"), ("ada", "sentence"), ("=Bob", "span")}
    done = run("export", labelled, "--format", "jsonl", "--as", "eve")
    assert done.code == 2
    assert "'eve'" in done.err
    assert "ada" in done.err


def test_an_empty_split_is_refused(run: Shell, labelled: Path) -> None:
    done = run("export", labelled, "--format", "jsonl", "--split", "")
    assert done.code == 2
    assert "80/10/10" in done.err


def test_a_split_keeps_stories_together(run: Shell, corpus: Path) -> None:
    for shares in ("80/10/10", "50/50", "34/33/33"):
        lines = exported(run, corpus, "--split", shares, "--seed", "7")
        splits: dict[str, set[str]] = {}
        for line in lines:
            if line["kind"] == "article":
                splits.setdefault(line["story"], set()).add(line["split"])
        assert len(splits) == 3
        assert all(len(names) == 1 for names in splits.values())
        assert lines == exported(run, corpus, "--split", shares, "--seed", "7")
    for wrong in ("80/10", "80/30/10", "a/b", "100", "-10/110"):
        assert run("export", corpus, "--format", "jsonl", "--split", wrong).code == 2


def test_where_an_export_goes(run: Shell, corpus: Path) -> None:
    assert run("export", corpus, "--format", "jsonl").out == "exports/corpus.jsonl\n"
    Path("folder").mkdir()
    assert run("export", corpus, "--format", "csv", "--out", "folder").out == "folder/corpus.csv\n"
    facts = run.json("export", corpus, "--format", "jsonl")
    assert facts["files"] == ["exports/corpus.jsonl"]
    assert facts["written"]["articles"] == run.json("stats", corpus)["corpus"]["articles"]
    assert facts["lost"] == {}


def test_what_a_format_cannot_hold_is_said_before_anything_is_written(
    run: Shell, corpus: Path
) -> None:
    label = {"do": "story", "label": "relative-stance", "attributes": {"value": "even"}}
    run.act(corpus, "ada", [{**label, "story": run.json("stories", corpus)[0]["id"]}])
    done = run("export", corpus, "--format", "label-studio", "--out", "out")
    assert done.code == 13
    assert "1 story label" in done.err
    assert "allow" in done.err
    assert not Path("out").exists()
    done = run("export", corpus, "--format", "label-studio", "--out", "out", "--allow-loss")
    assert done.code == 0
    assert "lost: story labels 1" in done.err
    assert Path("out").exists()


def test_a_text_free_export_tells_no_text(run: Shell, labelled: Path) -> None:
    lines = exported(run, labelled, "--text", "none")
    articles = [line for line in lines if line["kind"] == "article"]
    assert all(line["text"] is None and line["sha256"] for line in articles)
    written = Path("out.jsonl").read_text("utf-8")
    assert "dockworkers" not in written


def test_an_unknown_format_names_the_nearest(run: Shell, corpus: Path) -> None:
    done = run("export", corpus, "--format", "jsnl")
    assert done.code == 2
    assert "jsonl" in done.err


def test_an_export_that_cannot_be_written_leaves_the_old_one(run: Shell, corpus: Path) -> None:
    Path("file").write_text("mine")
    done = run("export", corpus, "--format", "jsonl", "--out", "file/out.jsonl")
    assert done.code == 3
    assert "file" in done.err
    assert Path("file").read_text() == "mine"


def test_the_real_scrapes_export_and_come_back(run: Shell, shared_seeds: list[Path]) -> None:
    run("new", "c.db")
    run("add", "c.db", *shared_seeds)
    suggestions = run.json("show", "c.db")["articles"][0]["suggestions"]
    run.act(Path("c.db"), "ada", [{"do": "accept", "suggestion": s["id"]} for s in suggestions[:5]])
    exported(run, Path("c.db"))
    first = Path("out.jsonl").read_bytes()
    run("new", "d.db")
    assert run("import", "d.db", "out.jsonl", "--format", "jsonl").code == 0
    exported(run, Path("d.db"))
    assert Path("out.jsonl").read_bytes() == first


def test_a_database_is_never_overwritten(run: Shell, corpus: Path) -> None:
    run("new", "other.db")
    for target in (corpus, Path("other.db")):
        before = target.read_bytes()
        done = run("export", corpus, "--format", "jsonl", "--out", target)
        assert done.code == 3
        assert f"{target}: is there already, and no export" in done.err
        assert target.read_bytes() == before


@pytest.mark.parametrize("form", ["jsonl", "csv", "csv-safe", "prodigy", "web-annotation", "qdpx"])
def test_only_an_export_of_the_format_is_overwritten(run: Shell, labelled: Path, form: str) -> None:
    words = ("export", labelled, "--format", form, "--allow-loss", "--out", "out")
    for _ in range(2):
        assert run(*words).code == 0
    export = Path("out").read_bytes()
    for mine in (b"My notes of June.", export[1:], b'{"kind":"header"}'):
        Path("out").write_bytes(mine)
        done = run(*words)
        assert (done.code, done.out) == (3, "")
        assert "out: is there already, and no export of this format" in done.err
        assert Path("out").read_bytes() == mine
    Path("out").write_bytes(b"")
    assert run(*words).code == 0
    assert Path("out").read_bytes() == export


def test_a_link_is_neither_followed_nor_replaced(run: Shell, labelled: Path) -> None:
    for target in ("diary.txt", "export.jsonl", "gone"):
        Path("diary.txt").write_text("mine")
        run("export", labelled, "--format", "jsonl", "--out", "export.jsonl")
        link = Path("link.jsonl")
        link.unlink(missing_ok=True)
        link.symlink_to(target)
        done = run("export", labelled, "--format", "jsonl", "--out", link)
        assert done.code == 3
        assert "link.jsonl: a symbolic link" in done.err
        assert link.is_symlink()
    assert Path("diary.txt").read_text() == "mine"


def test_what_was_filled_in_beside_an_export_stays(run: Shell, labelled: Path) -> None:
    words = ("export", labelled, "--format", "jsonl", "--with-card", "--out", "out.jsonl")
    for _ in range(2):
        assert run(*words).code == 0
    card = Path("out.jsonl.DATASHEET.md")
    card.write_text(card.read_text("utf-8") + "Who paid for it: nobody.\n", "utf-8")
    done = run(*words)
    assert done.code == 3
    assert "out.jsonl.DATASHEET.md: is there already, and not as an export wrote it" in done.err
    assert card.read_text("utf-8").endswith("nobody.\n")
    card.unlink()
    assert run("export", labelled, "--format", "jsonl", "--out", "out.jsonl").code == 0
    assert [path.name for path in Path().glob("out.jsonl*")] == ["out.jsonl"]


def test_one_file_can_go_to_stdout(run: Shell, labelled: Path) -> None:
    for form in ("jsonl", "csv"):
        done = run("export", labelled, "--format", form, "--out", "-")
        run("export", labelled, "--format", form, "--out", "file")
        assert done.code == 0
        assert done.out == Path("file").read_bytes().decode("utf-8")
        assert "written: articles" in done.err
        Path("file").unlink()
    done = run("export", labelled, "--format", "prodigy", "--out", "-")
    assert (done.code, done.out) == (13, "")
    assert run("export", labelled, "--format", "csv", "--out", "-", "--json").code == 2
    done = run("export", labelled, "--format", "brat", "--out", "-", "--allow-loss")
    assert (done.code, done.out) == (2, "")
    assert "format brat is a folder" in done.err
    assert not Path("-").exists()


def test_a_loss_says_how_to_allow_it(run: Shell, labelled: Path) -> None:
    done = run("export", labelled, "--format", "doccano", "--out", "out")
    assert done.code == 13
    assert "--allow-loss" in done.err


def test_what_may_go_out_of_a_text_is_limited(run: Shell, labelled: Path) -> None:
    article = run.json("show", labelled)["articles"][0]["id"]
    long = {"do": "label", "article": article, "start": 900, "end": 960, "label": "loaded"}
    run.act(labelled, "ada", [long])

    def longest(limit: int) -> int:
        lines = exported(run, labelled, "--text", "quotes", "--run", limit)
        held = [a for line in lines if line["kind"] == "article" for a in line["annotations"]]
        return max(len(a["quote"] or "") for a in held)

    assert (longest(80), longest(40)) == (60, 9)
    before = Path("out.jsonl").read_bytes()
    words = ("--format", "jsonl", "--out", "out.jsonl", "--text", "quotes", "--share", 0)
    done = run("export", labelled, *words)
    assert done.code == 13
    assert "the limits are 80 and 0%" in done.err
    assert Path("out.jsonl").read_bytes() == before
    assert run("export", labelled, *words, "--share", 101).code == 2


def test_a_card_goes_beside_the_data(run: Shell, labelled: Path) -> None:
    done = run("export", labelled, "--format", "csv", "--out", "out.csv", "--with-card")
    names = ["out.csv", "out.csv.DATASHEET.md", "out.csv.CITATION.cff", "out.csv.manifest.json"]
    assert done.out.splitlines() == names
    assert "- articles: " in Path("out.csv.DATASHEET.md").read_text("utf-8")


@pytest.mark.parametrize("wording", ["{}", "THE {}", "“{}”", "{} again"])
def test_a_title_that_stands_otherwise_in_the_text_is_withheld_too(
    run: Shell, tmp_path: Path, wording: str
) -> None:
    title = "The council of the old harbour town chooses a former clerk to sit in the empty seat"
    head = wording.format(title.replace("town ", "town  "))
    page = tmp_path / "page.json"
    text = f"{head}\n\n" + "The vote on Monday was short and quiet. " * 9
    page.write_text(json.dumps({"title": title, "text": text, "outlet": "Free Quay"}), "utf-8")
    assert run("new", "t.db").code == 0
    assert run("add", "t.db", page).code == 0
    options = ("--format", "jsonl", "--text", "none", "--out", "free.jsonl")
    assert run("export", "t.db", *options).code == 0
    assert "harbour" not in (tmp_path / "free.jsonl").read_text("utf-8")
    assert run("rehydrate", "free.jsonl", "--texts", page, "--out", "full.jsonl").code == 0
    assert f'"title":"{title}"' in (tmp_path / "full.jsonl").read_text("utf-8")
