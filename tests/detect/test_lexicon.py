"""The shipped lexicons, and what the validator catches."""

import subprocess
import sys
from pathlib import Path

import pytest

from annotator.detect import lexicon

REPORT = Path(__file__).parents[2] / "benchmarks" / "lexicons.py"

HEAD = 'label = "loaded"\nprovenance = "Written for a test."\n'
GROUP = '[g]\nkind = "k"\nstrength = 0.5\nreason = "Because."\n'


def parse(text: str) -> lexicon.Lexicon:
    return lexicon.parse((HEAD + text).encode(), "test", {"be": frozenset({"is"})})


@pytest.mark.parametrize("name", lexicon.names())
def test_every_shipped_lexicon_is_valid_and_says_where_it_comes_from(name: str) -> None:
    shipped = lexicon.load(name)
    assert shipped.entries
    assert len(shipped.version) == 8
    for entry in shipped.entries:
        assert entry.reason.endswith(".")
        assert entry.note.endswith(".")
        assert entry.lemma in entry.forms


def test_the_loaded_lexicon_covers_the_classes_of_the_scheme() -> None:
    entries = lexicon.load("loaded").entries
    assert len(entries) > 4000
    kinds = {entry.kind for entry in entries}
    assert {"labelling", "word choice", "epistemological", "metaphor", "euphemism"} <= kinds


def test_a_group_gives_its_entries_everything_they_share() -> None:
    entries = parse(GROUP + 'noun = "mob, witch hunt=0.9"\nverb = "slam"').entries
    mob, hunt, slam = entries
    assert (mob.id, mob.strength, mob.forms) == ("g.mob", 0.5, ("mob", "mobs"))
    assert (hunt.id, hunt.strength) == ("g.witch-hunt", 0.9)
    assert hunt.forms == ("witch hunt", "witch hunts")
    assert "slammed" in slam.forms


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (GROUP + 'noun = "Mob"', "lower-case"),
        (GROUP + 'noun = "mob=2"', "not in"),
        (GROUP + 'noun = "mob=high"', "not a number"),
        (GROUP + 'noun = "mob, mob"', "listed twice"),
        (GROUP + 'noun = "mob"\n[h]\nkind="k"\nstrength=1\nreason="R."\nnoun="mobs"', "mobs"),
        (GROUP + 'nouns = "mob"', "unknown keys"),
        (GROUP + 'polarity = "bad"\nnoun = "mob"', "polarity"),
        (GROUP + 'before = "@nothing"\nnoun = "mob"', "@nothing"),
        (GROUP + 'case = "title"\nnoun = "mob"', "case"),
        ('[g]\nkind = "k"\nstrength = 0.5\nnoun = "mob"', "reason"),
    ],
)
def test_a_wrong_lexicon_is_refused_with_the_group_and_the_reason(text: str, problem: str) -> None:
    with pytest.raises(ValueError, match=problem):
        parse(text)


def test_a_lexicon_without_provenance_is_refused() -> None:
    with pytest.raises(ValueError, match="provenance"):
        lexicon.parse(b'label = "loaded"', "test", {})


def test_any_change_of_a_lexicon_changes_its_version() -> None:
    assert parse(GROUP + 'noun = "mob"').version != parse(GROUP + 'noun = "mob=0.6"').version


def test_the_polarity_of_an_entry_is_that_of_its_group() -> None:
    for entry in lexicon.load("loaded").entries:
        assert (lexicon.polarity(entry.id) or "neutral") == entry.polarity
    assert lexicon.polarity("learned.loaded") == ""
    assert lexicon.polarity("rule.scare-quotes") == ""


def test_the_report_tells_the_size_of_each_lexicon_and_what_fires(tmp_path: Path) -> None:
    if not REPORT.is_file():
        pytest.skip("no benchmarks beside the tests")
    texts = tmp_path / "t.jsonl"
    texts.write_text('{"text": "The regime may fall."}\n', "utf-8")
    told = subprocess.run(
        [sys.executable, str(REPORT), str(texts)], capture_output=True, text=True, check=True
    ).stdout
    sizes, coverage = told.split("in the texts")
    for name in lexicon.names():
        assert f"\n{name} " in sizes
    assert [line.split()[:3] for line in coverage.splitlines() if line.startswith("hedge")] == [
        ["hedge", "20.00", "1"]
    ]
