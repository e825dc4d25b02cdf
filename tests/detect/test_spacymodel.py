"""Any spaCy model in a folder, as a detector."""

import re
import shutil
from pathlib import Path

import pytest
import spacy
from shell import Shell
from spacy.training import Example
from thinc.util import fix_random_seed

from annotator import detect
from annotator.detect import registry
from annotator.errors import InputError, MissingExtra
from annotator.model import Layer, Suggestion
from annotator.text.sentences import sentences

TEXT = "The zorbic mayor left.\nNobody saw the zorbic mob."


@pytest.fixture
def ruler(tmp_path: Path) -> Path:
    """A model that marks "zorbic" as an entity and "mayor" as a span."""
    pipeline = spacy.blank("en")
    pipeline.add_pipe("entity_ruler").add_patterns([{"label": "loaded", "pattern": "zorbic"}])  # type: ignore[attr-defined]
    pipeline.add_pipe("span_ruler").add_patterns([{"label": "hedge", "pattern": "mayor"}])  # type: ignore[attr-defined]
    pipeline.meta["name"] = "ruler"
    pipeline.to_disk(tmp_path / "ruler")
    return tmp_path / "ruler"


def found(model: Path) -> list[Suggestion]:
    result = detect.highlight(TEXT, "a", sentences(TEXT), detectors=[f"spacy:{model}"])
    assert result.skipped == ()
    return list(result.suggestions)


def test_entities_and_spans_are_suggested_where_they_stand(ruler: Path) -> None:
    assert [(s.quote, s.label, s.start) for s in found(ruler)] == [
        ("zorbic", "loaded", 4),
        ("mayor", "hedge", 11),
        ("zorbic", "loaded", 38),
    ]


def test_spans_without_a_word_are_left_out(tmp_path: Path) -> None:
    pipeline = spacy.blank("en")
    for name in ("entity_ruler", "span_ruler"):
        blank = {"label": "loaded", "pattern": [{"IS_SPACE": True}]}
        word = {"label": "loaded", "pattern": "mayor"}
        pipeline.add_pipe(name).add_patterns([blank, word])  # type: ignore[attr-defined]
    pipeline.to_disk(tmp_path / "m")
    text = "The   mayor left."
    result = detect.highlight(text, "a", sentences(text), detectors=[f"spacy:{tmp_path / 'm'}"])
    assert {s.quote for s in result.suggestions} == {"mayor"}
    assert result.skipped == ()


def test_what_spacy_thinks_of_a_models_description_is_not_told(run: Shell, ruler: Path) -> None:
    meta = ruler / "meta.json"
    meta.write_text(meta.read_text().replace('"name":"ruler"', '"name":"\\u001b[2J"'))
    meta.write_text(re.sub('"spacy_version":"[^"]*"', '"spacy_version":">=1"', meta.read_text()))
    told = run("explain", "The zorbic mayor.", "--detector", f"spacy:{ruler}")
    assert (told.code, "zorbic" in told.out, told.err) == (0, True, "")


def test_provenance_names_the_model_and_not_the_path(ruler: Path, tmp_path: Path) -> None:
    for held in found(ruler):
        assert held.detector == "spacy:en_ruler"
        assert "ruler" in held.reason
        assert str(tmp_path) not in repr(held)


def test_a_span_categoriser_gives_its_scores(tmp_path: Path) -> None:
    pipeline = spacy.blank("en")
    pipe = pipeline.add_pipe("spancat", config={"threshold": 0.0, "max_positive": None})
    pipe.add_label("loaded")  # type: ignore[attr-defined]
    pipeline.initialize()
    pipeline.to_disk(tmp_path / "m")
    held = found(tmp_path / "m")
    assert {s.label for s in held} == {"loaded"}
    assert all(0 <= s.strength <= 1 for s in held)
    assert len({s.strength for s in held}) > 1


def test_a_trained_entity_recogniser_is_a_detector(tmp_path: Path) -> None:
    pipeline = spacy.blank("en")
    pipeline.add_pipe("ner")
    entities = {"entities": [(4, 10, "loaded")]}
    examples = [
        Example.from_dict(pipeline.make_doc(f"The zorbic {noun} left."), entities)
        for noun in ("mayor", "mob", "crowd")
    ]
    fix_random_seed(1)
    optimizer = pipeline.initialize(lambda: examples)
    for _ in range(30):
        pipeline.update(examples, sgd=optimizer)
    pipeline.to_disk(tmp_path / "m")
    held = found(tmp_path / "m")
    assert ("zorbic", "loaded", "entity") in [(s.quote, s.label, s.kind) for s in held]


def test_a_text_categoriser_labels_sentences(tmp_path: Path) -> None:
    pipeline = spacy.blank("en")
    pipe = pipeline.add_pipe("textcat")
    for label in ("tone", "other"):
        pipe.add_label(label)  # type: ignore[attr-defined]
    pipeline.initialize()
    pipeline.to_disk(tmp_path / "m")
    held = found(tmp_path / "m")
    assert {s.layer for s in held} == {Layer.SENTENCE}
    assert {s.quote for s in held} <= set(TEXT.split("\n"))


DAMAGED = {
    "config.cfg": "[nlp\nlang=",
    "meta.json": "{",
    "tokenizer": "no msgpack",
    "entity_ruler": "",
}


@pytest.mark.parametrize("name", DAMAGED)
def test_a_damaged_model_is_named_and_nothing_breaks(run: Shell, ruler: Path, name: str) -> None:
    if (ruler / name).is_dir():
        shutil.rmtree(ruler / name)
    (ruler / name).write_text(DAMAGED[name])
    result = detect.highlight(TEXT, "a", sentences(TEXT), detectors=[f"spacy:{ruler}", "loaded"])
    assert [skipped.detector for skipped in result.skipped] == [f"spacy:{ruler}"]
    assert "cannot be loaded" in result.skipped[0].why
    assert [held.quote for held in result.suggestions] == ["mob"]
    refused = run("explain", "The regime fell.", "--model", str(ruler))
    assert refused.code == InputError.exit_code
    assert "cannot be loaded" in refused.err


def test_a_model_of_another_language_is_a_detector_and_no_grammar(tmp_path: Path) -> None:
    pipeline = spacy.blank("de")
    pipeline.add_pipe("entity_ruler").add_patterns([{"label": "loaded", "pattern": "zorbic"}])  # type: ignore[attr-defined]
    pipeline.to_disk(tmp_path / "m")
    assert [held.quote for held in found(tmp_path / "m")] == ["zorbic", "zorbic"]
    with pytest.raises(InputError, match="English"):
        detect.highlight(TEXT, "a", sentences(TEXT), model=str(tmp_path / "m"))


def test_a_model_without_components_finds_nothing_and_parses_nothing(tmp_path: Path) -> None:
    spacy.blank("en").to_disk(tmp_path / "m")
    assert found(tmp_path / "m") == []
    result = detect.highlight(
        TEXT, "a", sentences(TEXT), detectors=["passive", "loaded"], model=str(tmp_path / "m")
    )
    assert [skipped.detector for skipped in result.skipped] == ["passive"]
    assert [held.quote for held in result.suggestions] == ["mob"]


@pytest.mark.parametrize("text", ["(" * 100_000, "the zorbic mayor and " * 60_000, "x" * 1_100_000])
def test_a_text_without_end_is_no_trouble_to_a_model(ruler: Path, text: str) -> None:
    for asked in ([f"spacy:{ruler}"], ["hedge"]):
        result = detect.highlight(text, "a", sentences(text), detectors=asked, model=str(ruler))
        assert result.skipped == ()


def test_a_folder_without_a_model_is_named(tmp_path: Path) -> None:
    with pytest.raises(MissingExtra, match="no spaCy model here"):
        registry.info(f"spacy:{tmp_path}")


def test_the_commands_take_a_model_as_detector(run: Shell, ruler: Path) -> None:
    Path("a.txt").write_text(f"A headline of its own\n\n{TEXT}\n")
    assert "zorbic" in run("highlight", "a.txt", "--detector", f"spacy:{ruler}").out
    assert run("new", "c.db").code == 0
    assert run("add", "c.db", "a.txt", "--detector", f"spacy:{ruler}").code == 0
    (page,) = run.json("show", "c.db")["articles"]
    assert {held["quote"] for held in page["suggestions"]} == {"zorbic", "mayor"}
