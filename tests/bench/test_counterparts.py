"""Counterparts: three offered for a sentence, found by the corpus's aligner, in bounded time."""

import sys
from collections.abc import Callable
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from annotator import counterparts, project
from annotator.errors import UsageError
from annotator.intake import Sources
from annotator.model import Article, Counterpart
from annotator.project import Project
from annotator.stories import registry


def last_with_last(a: Article, b: Article) -> list[Counterpart]:
    """An aligner: the last sentences of both articles."""
    return [Counterpart((a.id, len(a.sentences) - 1), (b.id, len(b.sentences) - 1), 0.9)]


def beyond(a: Article, b: Article) -> list[Counterpart]:
    """A broken aligner: sentences that are not there."""
    return [Counterpart((a.id, 10_000), (b.id, 0), 0.9)]


def unsure(a: Article, b: Article) -> list[Counterpart]:
    """A broken aligner: a score that is none."""
    return [Counterpart((a.id, 0), (b.id, 0), 7.0)]


def falls_over(a: Article, b: Article) -> list[Counterpart]:
    """A broken aligner."""
    raise RuntimeError("out of cheese")


def leaves(a: Article, b: Article) -> list[Counterpart]:
    """A broken aligner: it prints, and ends the program."""
    sys.stdout.write("good bye")
    sys.exit(3)


@pytest.fixture
def plugged(monkeypatch: pytest.MonkeyPatch) -> None:
    points = [
        EntryPoint(name, f"test_counterparts:{name}", registry.GROUP)
        for name in ("last_with_last", "beyond", "unsure", "falls_over", "leaves", "missing")
    ]
    monkeypatch.setattr(registry, "entry_points", lambda group: points)


@pytest.fixture
def fill(tmp_path: Path, seeds: Path) -> Callable[[str | None], tuple[Project, list[str]]]:
    def made(aligner: str | None) -> tuple[list[Counterpart], list[str]]:
        path = tmp_path / f"{aligner}.db"
        project.new(path, "framing")
        with project.open_project(path) as opened:
            added = opened.add(Sources([seeds / "harbour-strike"], aligner=aligner))
            found = list(opened.view(opened.find(None).story.id).counterparts)
        return found, [note for item in added for note in item.notes]

    return made  # type: ignore[return-value]


def test_three_are_offered_best_first_without_those_ruled_on(opened: Project) -> None:
    desk = opened.desk("ada")
    told = desk.open_story(opened.find(None).story.id).counterparts[3]
    (a, sentence), b = told.a, told.b
    offered = desk.candidates(a, sentence)
    assert len(offered) == 3
    assert b in [pair.b for pair in offered]
    assert [pair.score for pair in offered] == sorted((p.score for p in offered), reverse=True)
    desk.unalign(b, told.a)
    again = desk.candidates(a, sentence, b[0])
    assert b not in [pair.b for pair in again]
    assert len(again) == 3
    assert b in [pair.b for pair in opened.desk("bob").candidates(a, sentence)]
    desk.undo().result()
    assert desk.candidates(a, sentence) == offered


def test_an_unknown_article_has_no_candidates(opened: Project) -> None:
    with pytest.raises(UsageError, match="nope"):
        opened.desk("ada").candidates("nope", 0)


def test_another_aligner_is_chosen_for_good(
    plugged: None, fill: Callable[[str | None], tuple[list[Counterpart], list[str]]], tmp_path: Path
) -> None:
    found, notes = fill("last_with_last")
    assert [pair.score for pair in found] == [0.9]
    assert notes == []
    assert "last_with_last" in registry.places()
    with project.open_project(tmp_path / "last_with_last.db") as opened:
        page = opened.view(opened.find(None).story.id).pages[0].article
        (tmp_path / "more.txt").write_text(
            page.text + "\nAnd a word more on the strike.\n", "utf-8"
        )
        opened.add(Sources([tmp_path / "more.txt"]))
        assert len(opened.view(opened.find(None).story.id).counterparts) == 3


@pytest.mark.parametrize("broken", ["beyond", "unsure", "falls_over", "leaves", "missing"])
def test_a_broken_aligner_is_told_and_gives_way(
    plugged: None,
    fill: Callable[[str | None], tuple[list[Counterpart], list[str]]],
    broken: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    found, notes = fill(broken)
    assert capsys.readouterr().out == ""
    assert found == fill(None)[0]
    assert any(broken in note for note in notes)


def test_an_aligner_nobody_knows_is_refused_before_anything_is_read(
    opened: Project, seeds: Path
) -> None:
    with pytest.raises(UsageError, match="nope"):
        opened.add(Sources([seeds], aligner="nope"))


def test_a_story_of_many_copies_is_aligned_with_its_first_articles(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(counterparts, "PARTNERS", 2)
    text = "Ferry stranded off the Velmora coast\n\nThe ferry Aurora ran aground near Velmora.\n"
    for n in range(6):
        (tmp_path / f"{n}.txt").write_text(f"{text}\nWitness {n} saw it happen at dawn.\n", "utf-8")
    project.new(tmp_path / "c.db", "framing")
    with project.open_project(tmp_path / "c.db") as opened:
        opened.add(Sources([tmp_path], story="Ferry"))
        view = opened.view(opened.find(None).story.id)
    order = {article: n for n, article in enumerate(view.story.articles)}
    pairs = {frozenset((order[c.a[0]], order[c.b[0]])) for c in view.counterparts}
    assert pairs == {frozenset((a, b)) for a in (0, 1) for b in range(6) if a != b}
