"""Every format through the command line both ways: two annotators on the sample corpus."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from shell import Shell

from annotator.formats import registry
from annotator.formats.record import Feature

FORMATS = [registry.load(name) for name in registry.BUILT_IN]
EACH = pytest.mark.parametrize("name", [found.name for found in FORMATS])


@pytest.fixture(scope="module")
def annotated(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample corpus with labels of every layer, notes, a link and corrections by two people."""
    path = tmp_path_factory.mktemp("annotated") / "annotated.db"
    path.write_bytes(sample.read_bytes())
    run = Shell()
    first, second = run.json("show", path)["articles"]
    story = run.json("stories", path)[0]["id"]
    for who, shift in (("ada", 0), ("Bob; née «B»", 2)):
        spans = [s["id"] for s in first["suggestions"] if s["layer"] == "span"]
        (start, end), *_ = second["sentences"]
        place = {"do": "label", "article": second["id"], "label": "loaded"}
        acts: list[dict[str, Any]] = [
            {"do": "label", "article": first["id"], "start": 0, "end": 4, "label": "loaded"},
            {**place, "start": start, "end": end, "attributes": {"target": "the dockers"}},
            {**place, "start": start, "end": start + 9 + shift},
            {"do": "accept", "suggestion": spans[shift]},
            {"do": "reject", "suggestion": spans[shift + 1]},
            {
                "do": "sentence",
                "article": second["id"],
                "sentence": 2 + shift,
                "label": "informational",
            },
            {
                "do": "article",
                "article": first["id"],
                "label": "genre",
                "attributes": {"value": "opinion"},
            },
            {
                "do": "story",
                "story": story,
                "label": "relative-stance",
                "attributes": {"value": "even"},
            },
            {"do": "align", "a": [first["id"], 0], "b": [second["id"], shift]},
        ]
        answers = run.act(path, who, acts)
        assert all(answer["ok"] for answer in answers), answers
        ids = [answer["annotation"] for answer in answers]
        more = [
            {"do": "note", "annotation": ids[0], "note": f"two\nlines by {who} 😀"},
            {"do": "link", "from": ids[0], "to": ids[1], "label": "same-fact"},
        ]
        assert all(answer["ok"] for answer in run.act(path, who, more))
    return path


def standing(run: Shell, corpus: Path) -> list[dict[str, Any]]:
    """The lines of a native export."""
    out = Path("native.jsonl")
    assert run("export", corpus, "--format", "jsonl", "--out", out).code == 0
    return [json.loads(line) for line in out.read_text("utf-8").splitlines()]


def labels(lines: list[dict[str, Any]], *keys: str) -> Counter[tuple[str, ...]]:
    """The labels of articles, each as article, place, label and these keys."""
    return Counter(
        (
            line["article"],
            *(json.dumps(held.get(key)) for key in ("start", "end", "label", *keys)),
        )
        for line in lines
        if line["kind"] == "article"
        for held in line["annotations"]
    )


def moved(run: Shell, annotated: Path, name: str, sample: Path) -> Path:
    """A corpus of the same articles that imported what the annotated one exported."""
    form = registry.load(name)
    out = Path(f"out{form.suffix}")
    done = run("export", annotated, "--format", name, "--out", out, "--allow-loss")
    assert done.code == 0, done.err
    into = Path("into.db")
    into.write_bytes(sample.read_bytes())
    whose = [] if Feature.ANNOTATORS in form.holds else ["--as", "ada"]
    done = run("import", into, out, "--format", name, *whose)
    assert done.code == 0, done.err
    assert "repaired" not in done.err
    return into


@EACH
def test_what_a_format_holds_comes_back(
    run: Shell, annotated: Path, name: str, sample: Path
) -> None:
    holds = registry.load(name).holds
    was, came = standing(run, annotated), standing(run, moved(run, annotated, name, sample))
    if Feature.OVERLAP in holds and Feature.ANNOTATORS in holds:
        keys = ["quote", "annotator"] * (Feature.EDGES in holds)
        keys += ["note"] if Feature.NOTES in holds else []
        keys += ["attributes"] if Feature.ATTRIBUTES in holds else []
        layers = ['"span"', *(['"sentence"'] if Feature.SENTENCES in holds else [])]
        layers += ['"article"'] if Feature.ARTICLES in holds else []
        wanted = {key: n for key, n in labels(was, "layer", *keys).items() if key[4] in layers}
        assert labels(came, "layer", *keys) == wanted
    stories = [line for line in came if line["kind"] == "story"]
    counts = {
        Feature.LINKS: sum(line["kind"] == "link" for line in came),
        Feature.STORIES: sum(len(line["annotations"]) for line in stories),
        Feature.COUNTERPARTS: sum(len(line["counterparts"]) for line in stories),
    }
    assert counts == {what: 2 * (what in holds and name != "qdpx") for what in counts}


@EACH
def test_as_suggestions_nobody_has_decided_anything(
    run: Shell, annotated: Path, name: str, sample: Path
) -> None:
    form = registry.load(name)
    out = Path(f"out{form.suffix}")
    run("export", annotated, "--format", name, "--out", out, "--allow-loss")
    into = Path("into.db")
    into.write_bytes(sample.read_bytes())
    before = run.json("stats", into)["corpus"]
    words = ("import", into, out, "--format", name, "--as-suggestions", "--as", "tool")
    facts = run.json(*words)
    assert facts["annotations"] == 0
    assert facts["suggestions"] > 0
    after = run.json("stats", into)["corpus"]
    assert after["events"] == before["events"]
    assert after["suggestions"] - before["suggestions"] == facts["suggestions"]
    shown = [s for a in run.json("show", into)["articles"] for s in a["suggestions"]]
    found = [s for s in shown if s["detector"].startswith("import:")]
    assert found
    assert run.act(into, "cy", [{"do": "accept", "suggestion": found[0]["id"]}])[0]["ok"]
    again = run.json(*words)
    assert (again["suggestions"], again["known"]) == (0, facts["suggestions"])


def test_what_no_suggestion_can_be_is_counted(run: Shell, annotated: Path, sample: Path) -> None:
    run("export", annotated, "--format", "jsonl", "--out", "out.jsonl")
    into = Path("into.db")
    into.write_bytes(sample.read_bytes())
    facts = run.json("import", into, "out.jsonl", "--format", "jsonl", "--as-suggestions")
    left_out = facts["left_out"]
    assert left_out["link labels"] == left_out["story labels"] == left_out["article labels"] == 2
    assert left_out["rejections"] == left_out["corrected counterparts"] == 2


def test_repaired_spans_are_listed(run: Shell, corpus: Path) -> None:
    article = run.json("show", corpus)["articles"][0]
    text = article["text"]
    start = text.index(" ", 200) + 1
    line = {"text": text, "spans": [{"start": start - 3, "end": start + 5, "label": "loaded"}]}
    line["spans"][0]["text"] = text[start : start + 8]
    Path("in.jsonl").write_text(json.dumps(line), "utf-8")
    done = run("import", corpus, "in.jsonl", "--format", "prodigy", "--as", "ada")
    assert done.code == 0
    assert "1 repaired" in done.err
    assert "in.jsonl:1" in done.err


def test_every_refused_span_is_named_and_nothing_comes_in(run: Shell, corpus: Path) -> None:
    before = corpus.read_bytes()
    spans = [{"start": 0, "end": 10**7 + n, "label": "loaded"} for n in range(3)]
    text = run.json("show", corpus)["articles"][0]["text"]
    Path("in.jsonl").write_text(json.dumps({"text": text, "spans": spans}), "utf-8")
    done = run("import", corpus, "in.jsonl", "--format", "prodigy", "--as", "ada")
    assert done.code == 3
    assert all(f"0-{10**7 + n}" in done.err for n in range(3))
    assert "(and 2 more); nothing was imported" in done.err
    assert corpus.read_bytes() == before


@pytest.mark.parametrize("more", [(), ("--as-suggestions",)])
def test_a_label_that_the_scheme_lacks_is_refused(
    run: Shell, corpus: Path, more: tuple[str, ...]
) -> None:
    before = corpus.read_bytes()
    text = run.json("show", corpus)["articles"][0]["text"]
    line = {"text": text, "spans": [{"start": 0, "end": 4, "label": "loadde"}]}
    Path("in.jsonl").write_text(json.dumps(line), "utf-8")
    done = run("import", corpus, "in.jsonl", "--format", "prodigy", "--as", "ada", *more)
    assert done.code == 3
    assert "in.jsonl:1" in done.err
    assert "loadde" in done.err
    assert corpus.read_bytes() == before


def test_the_text_of_another_article_is_refused(run: Shell, corpus: Path) -> None:
    before = corpus.read_bytes()
    line = {"text": "Another text.", "spans": [{"start": 0, "end": 7, "label": "loaded"}]}
    Path("in.jsonl").write_text(json.dumps(line), "utf-8")
    done = run("import", corpus, "in.jsonl", "--format", "prodigy", "--as", "ada")
    assert done.code == 3
    assert "in.jsonl:1" in done.err
    assert corpus.read_bytes() == before


@EACH
def test_half_a_file_is_an_error_that_names_it_or_half_the_labels(
    run: Shell, annotated: Path, name: str, sample: Path
) -> None:
    form = registry.load(name)
    out = Path(f"out{form.suffix}")
    run("export", annotated, "--format", name, "--out", out, "--allow-loss")
    files = sorted(path for path in (out, *out.rglob("*")) if path.is_file())
    for file in files:
        whole = file.read_bytes()
        file.write_bytes(whole[: len(whole) // 2])
        into = Path("into.db")
        into.write_bytes(sample.read_bytes())
        done = run("import", into, out, "--format", name, "--as", "ada")
        if done.code:
            assert done.code == 3, done.err
            assert out.name in done.err
            assert into.read_bytes() == sample.read_bytes()
        file.write_bytes(whole)
