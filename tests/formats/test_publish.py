"""Splits that part no story, and people without names."""

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from corpora import ADA, PLAIN, WHEN, article, header, span, suggestion, torture
from hypothesis import given
from hypothesis import strategies as st

from annotator.errors import UsageError
from annotator.exchange import proposing
from annotator.formats import jsonl, jsonl_reader
from annotator.formats.publish import anonymise, split
from annotator.formats.record import ArticleRecord, Export, Options, Rejection

STORIES = {f"story-{n}": ["Herald" if n % 2 else "Daily", "Wire"] for n in range(100)}


def test_shares_are_kept_and_outlets_spread() -> None:
    made = split(STORIES, "80/10/10")
    assert Counter(made.values()) == {"train": 80, "dev": 10, "test": 10}
    for name in ("dev", "test"):
        held = Counter(STORIES[story][0] for story in made if made[story] == name)
        assert set(held) == {"Herald", "Daily"}
        assert max(held.values()) - min(held.values()) <= 2


def test_the_seed_decides() -> None:
    assert split(STORIES, "80/20", 1) == split(dict(reversed(STORIES.items())), "80/20", 1)
    assert split(STORIES, "80/20", 1) != split(STORIES, "80/20", 2)
    assert set(split(STORIES, "80/20").values()) == {"train", "test"}


@given(
    st.dictionaries(st.text(), st.lists(st.sampled_from(["a", "b", None]), max_size=4)),
    st.integers(),
)
def test_every_story_has_one_split(stories: dict[str, list[str | None]], seed: int) -> None:
    made = split(stories, "60/20/20", seed)
    assert set(made) == set(stories)
    counts = Counter(made.values())
    for name, share in (("train", 0.6), ("dev", 0.2), ("test", 0.2)):
        assert abs(counts[name] - share * len(stories)) <= max(2, 0.35 * len(stories))


@pytest.mark.parametrize("text", ["80/10", "80", "50/50/0", "a/b", "", "90/10/-0", "25/25/25/25"])
def test_shares_that_make_no_sense_are_refused(text: str) -> None:
    with pytest.raises(UsageError, match=r"split|add up"):
        split(STORIES, text)


def test_nothing_tells_who_annotated(tmp_path: Path) -> None:
    jsonl.FORMAT.write(anonymise(torture()), tmp_path / "out", Options())
    raw = (tmp_path / "out").read_text("utf-8")
    for told in (
        "Ada",
        "bob",
        "a" * 16,
        "b" * 16,
        "2026-03-01T10",
        "apostrophe first",
        "two\\nlines",
    ):
        assert told not in raw
    found = jsonl_reader.read(tmp_path / "out")
    assert not found.problems
    names = Counter(i.annotator for r in found.articles for i in r.annotations)
    assert names == {"annotator-1": 14, "annotator-2": 2}


def test_nothing_tells_who_marked_it_elsewhere(tmp_path: Path) -> None:
    owner = article(PLAIN)
    label = span(owner, 0, 7, "hedge", suggestion=suggestion(owner, 0, 7), note="by Zoe")
    proposal = proposing.suggestion(label, "Zoe")
    assert proposal is not None
    assert "Zoe" in f"{proposal.detector} {proposal.reason}"
    taken = replace(label, suggestion=proposal)
    record = ArticleRecord(owner, None, (taken,), (), (Rejection(proposal, ADA, WHEN),))
    jsonl.FORMAT.write(anonymise(Export(header(), (record,))), tmp_path / "out", Options())
    assert "Zoe" not in (tmp_path / "out").read_text("utf-8")


@pytest.mark.parametrize("count", [3, 4, 5])
def test_no_split_of_a_small_corpus_is_empty(count: int) -> None:
    stories = {f"s{n}": [f"outlet {n}", f"other {n}"] for n in range(count)}
    for seed in range(20):
        made = split(stories, "60/20/20", seed)
        assert set(made.values()) == {"train", "dev", "test"}
        assert list(made.values()).count("train") == count - 2
