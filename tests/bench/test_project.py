"""The one API of both fronts: corpora made, opened, found and asked."""

from pathlib import Path

import pytest

from annotator import project
from annotator.errors import InputError, NotACorpus, StoreError, UsageError
from annotator.project import Project


def test_a_new_corpus_holds_its_scheme(tmp_path: Path) -> None:
    made = project.new(tmp_path / "c.db", "loaded-hedge")
    with project.open_project(tmp_path / "c.db") as opened:
        assert opened.scheme == made
        assert {label.id for label in opened.scheme.labels} == {"loaded", "hedge"}
        assert opened.stories() == []
    with pytest.raises(StoreError, match="already exists"):
        project.new(tmp_path / "c.db", "framing")


def test_a_scheme_of_ones_own_comes_from_a_file(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(
        'id = "mine"\nname = "Mine"\n\n[[label]]\nid = "odd"\nname = "Odd"\nlayer = "span"\n'
        'key = "o"\ncolour = "red"\nmark = "O"\nguideline = "Odd ones."\nexample = "An [x]."\n'
    )
    made = project.new(tmp_path / "c.db", str(path))
    with project.open_project(tmp_path / "c.db") as opened:
        assert opened.scheme.hash == made.hash
    with pytest.raises(InputError, match=r"nix\.toml"):
        project.new(tmp_path / "d.db", str(tmp_path / "nix.toml"))
    assert not (tmp_path / "d.db").exists()


def test_a_word_finds_one_story(opened: Project) -> None:
    stories = opened.stories()
    assert opened.find(None).story == stories[0].story
    for facts in stories:
        assert opened.find_story(facts.story.id) == facts.story.id
        assert opened.find_story(facts.articles[1].id[:8]) == facts.story.id
    with pytest.raises(UsageError, match="more than one"):
        opened.find_story("")
    with pytest.raises(UsageError, match="no story or article"):
        opened.find_story("zzz")


def test_everybody_is_seen_in_the_view(opened: Project) -> None:
    story = opened.stories()[0].story.id
    for name in ("ada", "bob"):
        desk = opened.desk(name)
        page = desk.open_story(story).pages[0]
        desk.label(page.article.id, 0, 4, "loaded")
        desk.label_story(story, "relative-stance", {"value": "even"})
        desk.accept(page.suggestions[0].id).saved.result()
    view = opened.view(story)
    assert len(view.pages[0].annotations) == 4
    assert len(view.labels) == 2
    assert opened.verdicts() == {
        view.pages[0].suggestions[0].id: {"ada": "accepted", "bob": "accepted"}
    }
    assert sorted(opened.names().values()) == ["ada", "bob"]
    facts = opened.stories()[0]
    assert (facts.annotations, facts.decided) == (6, 1)


def test_a_name_is_one_short_line_or_refused(opened: Project) -> None:
    assert opened.desk("  Ada   Maria  ").annotator.name == "Ada Maria"
    for wrong, why in ((" \n", "needs a name"), ("x" * 500, "80"), ("half \ud800", "seen")):
        with pytest.raises(UsageError, match=why):
            opened.desk(wrong)


def test_what_was_submitted_is_saved_when_the_block_ends(corpus: Path) -> None:
    with project.open_project(corpus) as opened:
        desk = opened.desk("ada")
        page = desk.open_story(opened.stories()[0].story.id).pages[0]
        for n in range(50):
            desk.label(page.article.id, 0, n + 1, "loaded")
    with project.open_project(corpus, write=False) as opened:
        assert opened.stats()["corpus"]["events"] == 50


def test_a_backup_is_a_corpus_of_its_own(corpus: Path, tmp_path: Path) -> None:
    made = project.backup(corpus, tmp_path / "copy.db")
    assert made == tmp_path / "copy.db"
    assert all(check.ok for check in project.examine(made))
    with pytest.raises(StoreError, match="already exists"):
        project.backup(corpus, made)
    dated = project.backup(corpus, None)
    assert dated is not None
    assert dated.exists()


def test_the_place_of_an_export(tmp_path: Path) -> None:
    corpus = Path("somewhere/elections.db")
    assert project.export_path(corpus, "jsonl", None) == Path("exports/elections.jsonl")
    assert project.export_path(corpus, "csv-safe", tmp_path).parent == tmp_path
    assert project.export_path(corpus, "csv", tmp_path / "a.csv") == tmp_path / "a.csv"


def test_opening_nothing_makes_nothing(tmp_path: Path) -> None:
    with pytest.raises(NotACorpus), project.open_project(tmp_path / "nix.db"):
        pass
    assert list(tmp_path.iterdir()) == []
