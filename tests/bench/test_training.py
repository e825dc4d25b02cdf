"""Learning from what annotators decided, in a corpus."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from annotator import project
from annotator.errors import UsageError
from annotator.intake import Sources
from annotator.model import Page
from annotator.project import Project
from annotator.store.corpus import open_corpus

ACTORS = [
    "council",
    "ministry",
    "union",
    "harbour",
    "railway",
    "museum",
    "college",
    "bank",
    "theatre",
    "club",
]
STORY = "\n".join(
    f"The {actor} shipped a zorbic plan, an annual plan, to the regime." for actor in ACTORS
)
LATER = "A zorbic idea reached the old station after a year.\nThe regime saw it."


def add(opened: Project, folder: Path, name: str, text: str) -> str:
    path = folder / name
    path.write_text(f"A headline about {name[:-4]}\n\n{text}\n")
    (added,) = opened.add(Sources([path]))
    assert added.article
    return added.article.id


def read(opened: Project, article: str, who: str, *, reject: str = "") -> None:
    """`who` marks every "zorbic", rejects what is suggested on `reject`, and is done."""
    desk = opened.desk(who)
    (text,) = [p.article.text for p in pages(opened, article, who) if p.article.id == article]
    at = text.find("zorbic")
    while at >= 0:
        desk.label(article, at, at + len("zorbic"), "loaded")
        at = text.find("zorbic", at + 1)
    for held in suggestions(opened, article):
        if held[0] == reject:
            desk.reject(held[1])
    desk.done(opened.find_story(article), article).saved.result()


def pages(opened: Project, article: str, who: str) -> tuple[Page, ...]:
    return opened.desk(who).open_story(opened.find_story(article)).pages


def suggestions(opened: Project, article: str, who: str = "") -> list[tuple[str, str, str, float]]:
    """Quote, id, detector and strength of the loaded words."""
    (page,) = [p for p in pages(opened, article, who or "onlooker") if p.article.id == article]
    return [
        (s.quote, s.id, s.detector, s.strength) for s in page.suggestions if s.label == "loaded"
    ]


def test_what_annotators_marked_is_proposed_and_what_they_rejected_ranks_low(
    empty: Path, tmp_path: Path
) -> None:
    with project.open_project(empty) as opened:
        first = add(opened, tmp_path, "story.txt", STORY)
        waiting = add(opened, tmp_path, "waiting.txt", LATER)
        before = suggestions(opened, waiting)
        assert [(quote, detector) for quote, _, detector, _ in before] == [("regime", "loaded")]
        read(opened, first, "ann", reject="regime")
        lessons = {lesson.label: lesson for lesson in opened.train()}
        assert lessons["loaded"].model
        assert "too few" in lessons["hedge"].why
        after = {s[0]: s[1:] for s in suggestions(opened, waiting)}
        assert after["zorbic"][1] == "learned-loaded"
        assert after["regime"][0] == before[0][1]
        assert after["regime"][2] < 0.3 < before[0][3]
        assert "zorbic" not in [quote for quote, *_ in suggestions(opened, first)]
    with project.open_project(empty) as opened:
        later = add(opened, tmp_path, "later.txt", LATER.replace("old", "new"))
        assert [quote for quote, *_ in suggestions(opened, later)] == ["zorbic"]


def test_training_again_keeps_what_was_proposed(empty: Path, tmp_path: Path) -> None:
    with project.open_project(empty) as opened:
        first = add(opened, tmp_path, "story.txt", STORY)
        waiting = add(opened, tmp_path, "waiting.txt", LATER)
        read(opened, first, "ann")
        opened.train(["loaded"])
        proposed = suggestions(opened, waiting)
        read(opened, waiting, "ben")
        opened.train(["loaded"])
        assert [s[:3] for s in suggestions(opened, waiting)] == [s[:3] for s in proposed]


def held(path: Path, *names: str) -> list[str | None]:
    with open_corpus(path, write=False) as corpus:
        return [corpus.setting(name) for name in names]


def test_a_merge_keeps_what_was_learned_here_and_takes_no_model(
    empty: Path, tmp_path: Path
) -> None:
    with project.open_project(empty) as opened:
        first = add(opened, tmp_path, "story.txt", STORY)
        waiting = add(opened, tmp_path, "waiting.txt", LATER)
    copy = tmp_path / "copy.db"
    shutil.copy(empty, copy)
    with project.open_project(empty) as opened:
        read(opened, first, "ann", reject="regime")
        opened.train(["loaded"])
    names = ("learned.loaded", f"strengths.{waiting}")
    learned = held(empty, *names)
    assert all(learned)
    with project.open_project(empty) as opened:
        opened.merge([copy], dry_run=False)
    assert held(empty, *names) == learned
    with project.open_project(copy) as opened:
        opened.merge([empty], dry_run=False)
    assert held(copy, *names) == [None, None]
    with project.open_project(copy) as opened:
        (lesson,) = opened.train(["loaded"])
        assert lesson.model


@pytest.mark.parametrize(
    "damage",
    [
        lambda held: held[:50],
        lambda held: "null",
        lambda held: "[" * 100_000,
        lambda held: "{}",
        lambda held: held.replace('"label": "loaded"', '"label": "hedge"'),
        lambda held: held.replace('"bias": -', '"bias": '),
        lambda held: held.replace('"threshold": ', '"threshold": 1'),
    ],
)
def test_a_damaged_model_is_told_and_articles_are_added_without_it(
    empty: Path, tmp_path: Path, damage: Callable[[str], str]
) -> None:
    with project.open_project(empty) as opened:
        read(opened, add(opened, tmp_path, "story.txt", STORY), "ann")
        opened.train(["loaded"])
    with open_corpus(empty, write=True) as corpus:
        held = damage(corpus.setting("learned.loaded") or "")
        corpus.writer().submit(lambda t: t.set_setting("learned.loaded", held)).result()
    (tmp_path / "new.txt").write_text(f"A headline about it\n\n{LATER}\n")
    with project.open_project(empty) as opened:
        (added,) = opened.add(Sources([tmp_path / "new.txt"]))
    assert added.status == "added"
    assert [skipped.detector for skipped in added.skipped] == ["learned-loaded"]
    assert "annotator train" in added.skipped[0].why


def test_too_little_to_learn_from_is_said(opened: Project) -> None:
    with pytest.raises(UsageError, match="too little") as raised:
        opened.train()
    assert "loaded: 0 marked words" in (raised.value.hint or "")
    with pytest.raises(UsageError, match="no span label"):
        opened.train(["nix"])
