"""From files to stories, batch by batch: all of a batch or nothing of it."""

from pathlib import Path
from typing import Any

import pytest

from annotator import counterparts, intake, placing, project
from annotator.errors import InputError, StoreError
from annotator.intake import Added, Sources
from annotator.model import Layer
from annotator.project import Project
from annotator.store.corpus import open_corpus
from annotator.store.writer import Transaction

EVENTS = ("flood", "strike", "election", "festival", "earthquake")


def articles(folder: Path, count: int) -> list[Path]:
    """Articles that have nothing to do with each other."""
    made = []
    for n in range(count):
        path = folder / f"{n:02}.txt"
        path.write_text(f"Report number {n}\n\nThe {EVENTS[n % 5]} of day {n} may be over.\n")
        made.append(path)
    return made


def test_each_article_is_told_as_it_is_read(empty: Path, tmp_path: Path) -> None:
    paths = articles(tmp_path, 3)
    heard: list[Added] = []
    with project.open_project(empty) as opened:
        added = opened.add(Sources([*paths, tmp_path / "nix.txt", paths[0]]), heard.append)
    assert [item.status for item in added] == ["added", "added", "added", "refused", "duplicate"]
    assert [item.path for item in heard] == [item.path for item in added]
    assert isinstance(added[3].error, InputError)
    assert added[4].of == added[0].article.id if added[0].article else False
    assert added[4].story == added[0].story is not None


def test_a_batch_that_fails_leaves_nothing_of_itself(
    empty: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = articles(tmp_path, 5)
    monkeypatch.setattr(intake, "BATCH", 2)
    stored = Transaction.add_article
    calls: list[str] = []

    def fails_at_the_fourth(self: Transaction, article: object, *rest: object) -> bool:
        calls.append("")
        if len(calls) == 4:
            raise StoreError("the disk has had enough")
        return stored(self, article, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(Transaction, "add_article", fails_at_the_fourth)
    with project.open_project(empty) as opened:
        with pytest.raises(StoreError, match="had enough"):
            opened.add(Sources(paths))
        assert opened.stats()["corpus"]["articles"] == 2
    monkeypatch.undo()
    with project.open_project(empty) as opened:
        added = opened.add(Sources(paths))
        assert [item.status for item in added] == ["duplicate"] * 2 + ["added"] * 3


def test_batches_pair_across_their_border(
    empty: Path, seeds: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(intake, "BATCH", 1)
    with project.open_project(empty) as opened:
        opened.add(Sources([seeds]))
        folders = [
            {Path(article.path).parent.name for article in facts.articles}
            for facts in opened.stories()
        ]
    assert len(folders) == 3
    assert all(len(names) == 1 for names in folders)


@pytest.mark.parametrize("moment", ["reading", "aligning"])
def test_another_can_add_meanwhile_and_is_found(
    empty: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    monkeypatch.setattr(intake, "BATCH", 1)
    mine = [tmp_path / "mine" / name for name in ("1.txt", "2.txt")]
    theirs = tmp_path / "theirs.txt"
    mine[0].parent.mkdir()
    mine[0].write_text("Museum opened\n\nThe museum of Brenn was opened by Mayor Ilse Krantz.\n")
    mine[1].write_text("Ferry Aldra sunk\n\nThe ferry Aldra sank off Tolvan with forty aboard.\n")
    theirs.write_text("Ferry Aldra lost\n\nForty were aboard the ferry Aldra lost off Tolvan.\n")
    read: list[str] = []

    def at(now: str) -> None:
        if now == moment and str(mine[1]) in read and "theirs" not in read:
            read.append("theirs")
            with project.open_project(empty) as other:
                other.add(Sources([theirs]))

    def tell(item: Added) -> None:
        read.append(item.path)
        at("reading")

    ahead = counterparts.Aligning.ahead

    def align(*given: Any) -> None:
        at("aligning")
        ahead(*given)

    monkeypatch.setattr(counterparts.Aligning, "ahead", align)
    with project.open_project(empty) as opened:
        added = opened.add(Sources(mine), tell)
        homes = {Path(a.path).name: f.story.id for f in opened.stories() for a in f.articles}
        pages = opened.view(homes["2.txt"])
    assert added[1].story == homes["2.txt"] == homes["theirs.txt"] != homes["1.txt"]
    assert {end[0] for pair in pages.counterparts for end in (pair.a, pair.b)} == set(
        pages.story.articles
    )


def meanwhile(monkeypatch: pytest.MonkeyPatch, corpus: Path, theirs: list[Path]) -> None:
    """Let another process add `theirs` once, just before the next run saves its first batch."""
    ahead, waiting = counterparts.Aligning.ahead, [theirs]

    def align(*given: Any) -> None:
        if waiting:
            paths = waiting.pop()
            with project.open_project(corpus) as other:
                other.add(Sources(paths))
        ahead(*given)

    monkeypatch.setattr(counterparts.Aligning, "ahead", align)


def test_what_another_has_added_meanwhile_is_a_duplicate(
    empty: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = articles(tmp_path, 3)
    meanwhile(monkeypatch, empty, paths[:2])
    with project.open_project(empty) as opened:
        added = opened.add(Sources(paths))
        assert [item.status for item in added] == ["duplicate", "duplicate", "added"]
        assert all(item.story for item in added)
    with open_corpus(empty, write=False) as corpus:
        proposed = [article for story in corpus.proposals() for article in story.articles]
        assert sorted(proposed) == sorted(corpus.article_ids())


def test_what_another_has_added_meanwhile_is_found_in_a_large_corpus(
    empty: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(intake, "BATCH", 1)
    monkeypatch.setattr(placing, "_AROUND", 0)  # as if there were many others
    told = (
        "Museum opened\n\nThe museum of Brenn was opened by Mayor Ilse Krantz.\n",
        "Ferry Aldra sunk\n\nThe ferry Aldra sank off Tolvan with forty aboard.\n",
        "Ferry Aldra lost\n\nForty were aboard the ferry Aldra lost off Tolvan.\n",
    )
    paths = [tmp_path / f"{n}.txt" for n in range(3)]
    for path, text in zip(paths, told, strict=True):
        path.write_text(text)
    meanwhile(monkeypatch, empty, paths[2:])
    with project.open_project(empty) as opened:
        opened.add(Sources(paths[:2]))
        assert sorted(len(facts.articles) for facts in opened.stories()) == [1, 2]


def test_one_add_and_many_put_the_same_articles_together(
    tmp_path: Path, seeds: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(intake, "BATCH", 1)
    paths = sorted(path for path in seeds.rglob("*") if path.is_file())
    made: list[list[list[str]]] = []
    for runs in ([paths], [[path] for path in paths]):
        corpus = tmp_path / f"{len(runs)}.db"
        project.new(corpus, "framing")
        for run in runs:
            with project.open_project(corpus) as opened:
                opened.add(Sources(run))
        with project.open_project(corpus) as opened:
            made.append(sorted(sorted(a.id for a in f.articles) for f in opened.stories()))
    assert made[0] == made[1]


def test_suggestions_lie_in_what_is_shown_and_say_why(opened: Project) -> None:
    for facts in opened.stories():
        for page in opened.view(facts.story.id).pages:
            assert page.suggestions
            for held in page.suggestions:
                assert page.article.text[held.start : held.end] == held.quote
                assert page.article.shown(held)  # type: ignore[arg-type]
                assert opened.scheme.label(held.layer, held.label).id == held.label
                assert held.reason
                assert held.entry
                assert 0 <= held.strength <= 1


def test_every_article_of_a_story_has_counterparts(opened: Project) -> None:
    for facts in opened.stories():
        told = {end[0] for c in opened.view(facts.story.id).counterparts for end in (c.a, c.b)}
        assert told == set(facts.story.articles)


def test_span_suggestions_are_there_for_the_sample_words(opened: Project) -> None:
    found: dict[str, set[str]] = {}
    for facts in opened.stories():
        for page in opened.view(facts.story.id).pages:
            for held in page.suggestions:
                if held.layer is Layer.SPAN:
                    found.setdefault(held.label, set()).add(held.quote.lower())
    assert {"regime", "totalitarian"} <= found["loaded"]
    assert {"reportedly", "may", "suggest", "accused"} <= found["hedge"]
    assert {"said", "denied"} <= found["attribution"]
