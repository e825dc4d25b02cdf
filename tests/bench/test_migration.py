"""A corpus under a new version of its scheme, and annotations on a new version of an article."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from shell import Shell

from annotator import project as projects
from annotator.errors import SchemeError, StoreError, UsageError
from annotator.migration import differences, read_map
from annotator.model import Layer
from annotator.project import Project, Sources, open_project
from annotator.scheme import Scheme, parse


def scheme(*labels: tuple[str, str]) -> Scheme:
    """A scheme of span labels (id, name)."""
    common = {"layer": "span", "colour": "red", "guideline": "g", "example": "e"}
    tables = [{"id": label, "name": name, "mark": label[0], **common} for label, name in labels]
    return parse({"id": "s", "name": "S", "label": tables}, "s.toml")


def labels(project: Project) -> list[str]:
    """The labels that stand in the first story."""
    view = project.view(project.stories()[0].story.id)
    return sorted(held.label for page in view.pages for held in page.annotations)


def test_the_differences_of_two_versions() -> None:
    old = scheme(("loaded", "Loaded language"), ("hedge", "Hedge"), ("gone", "Gone"))
    new = scheme(("biased", "Loaded language"), ("hedge", "Hedging"), ("new", "New"))
    counts: Counter[tuple[str, str]] = Counter({(Layer.SPAN, "loaded"): 3})
    found = {(c.kind, c.label, c.to, c.annotations) for c in differences(old, new, counts)}
    assert found == {
        ("renamed", "loaded", "biased", 3),
        ("removed", "gone", None, 0),
        ("added", "biased", None, 0),
        ("added", "new", None, 0),
        ("changed", "hedge", None, 0),
    }


def test_a_map_to_an_unknown_label_names_the_nearest() -> None:
    with pytest.raises(SchemeError, match=r"span\.loaded.*did you mean 'biased'"):
        read_map({"span": {"loaded": "biasd"}}, "map.toml", scheme(("biased", "Biased")))


def test_a_migration_maps_what_stands_and_can_be_taken_back(corpus: Path, tmp_path: Path) -> None:
    mapping = tmp_path / "map.toml"
    mapping.write_text('[span]\nloaded = "biased"\n', encoding="utf-8")
    new = scheme(("biased", "Loaded language"))
    with open_project(corpus) as project:
        desk = project.desk("ann")
        article = project.stories()[0].articles[0].id
        for start, label in ((0, "loaded"), (8, "hedge")):
            desk.label(article, start, start + 4, label).saved.result()
        assert project.migrate(new, mapping) == 1
    with open_project(corpus) as project:
        assert project.scheme.hash == new.hash
        assert labels(project) == ["biased", "hedge"]
        assert project.take_back_migration() == 1
    with open_project(corpus) as project:
        assert project.scheme.id == "framing"
        assert labels(project) == ["hedge", "loaded"]
    assert all(check.ok for check in projects.examine(corpus))


BIASED = scheme(("biased", "Loaded language"), ("hedge", "Hedge"))
SLANTED = scheme(("slanted", "Loaded language"), ("hedge", "Hedge"))


@pytest.fixture
def migrated(opened: Project, tmp_path: Path) -> Callable[[Scheme, str], int]:
    """Brings the corpus to a scheme by a map of span labels."""

    def migrate(new: Scheme, table: str) -> int:
        path = tmp_path / "map.toml"
        path.write_text(f"[span]\n{table}\n", encoding="utf-8")
        return opened.migrate(new, path)

    return migrate


def label(project: Project, name: str, start: int, label: str = "loaded") -> None:
    """Label a word of the first article, under the scheme in use."""
    with open_project(project.path) as again:
        article = again.stories()[0].articles[0].id
        again.desk(name).label(article, start, start + 4, label).saved.result()


def test_taking_back_goes_the_way_the_corpus_came(
    opened: Project, migrated: Callable[[Scheme, str], int]
) -> None:
    label(opened, "ann", 0)
    assert migrated(BIASED, 'loaded = "biased"') == 1
    assert opened.take_back_migration() == 1
    assert migrated(SLANTED, 'loaded = "slanted"') == 1
    assert labels(opened) == ["slanted"]
    assert opened.take_back_migration() == 1  # not to the version that was given up
    assert labels(opened) == ["loaded"]
    with pytest.raises(UsageError, match="first scheme"):
        opened.take_back_migration()
    assert migrated(SLANTED, 'loaded = "slanted"') == 1
    assert labels(opened) == ["slanted"]


def test_there_and_back_again_is_taken_back_step_by_step(
    opened: Project, migrated: Callable[[Scheme, str], int]
) -> None:
    label(opened, "ann", 0)
    migrated(BIASED, 'loaded = "biased"')
    migrated(SLANTED, 'biased = "slanted"')
    migrated(BIASED, 'slanted = "biased"')
    for standing in ("slanted", "biased", "loaded"):
        assert opened.take_back_migration() == 1
        assert labels(opened) == [standing]


def test_a_copy_that_is_behind_is_mapped_when_it_comes_back(
    opened: Project, migrated: Callable[[Scheme, str], int], tmp_path: Path
) -> None:
    label(opened, "ann", 0)
    behind = tmp_path / "behind.db"
    projects.backup(opened.path, behind)
    with open_project(behind) as copy:
        label(copy, "ben", 8)
        label(copy, "ben", 16, "hedge")
    migrated(BIASED, 'loaded = "biased"')
    migrated(SLANTED, 'biased = "slanted"')
    (merged,) = opened.merge([behind], dry_run=False)
    assert (merged.events, merged.conflicts) == (2, ())
    assert labels(opened) == ["hedge", "slanted", "slanted"]
    assert opened.merge([behind], dry_run=False)[0].events == 0
    assert opened.take_back_migration() == 2
    assert labels(opened) == ["biased", "biased", "hedge"]
    assert all(check.ok for check in projects.examine(opened.path))


def test_a_copy_that_is_ahead_is_refused_until_both_are(
    opened: Project, migrated: Callable[[Scheme, str], int], tmp_path: Path
) -> None:
    label(opened, "ann", 0)
    behind = tmp_path / "behind.db"
    projects.backup(opened.path, behind)
    migrated(BIASED, 'loaded = "biased"')
    with open_project(behind) as copy:
        label(copy, "ben", 8)
        with pytest.raises(StoreError, match="another scheme version"):
            copy.merge([opened.path], dry_run=False)
        assert copy.migrate(BIASED, tmp_path / "map.toml") == 2
        (merged,) = copy.merge([opened.path], dry_run=False)
        assert merged.conflicts == ()
        assert labels(copy) == ["biased", "biased"]
        assert copy.take_back_migration() == 2  # whoever mapped them
        assert labels(copy) == ["loaded", "loaded"]
        assert all(check.ok for check in projects.examine(behind))


def test_a_copy_that_gave_the_version_up_refuses_it_too(
    opened: Project, migrated: Callable[[Scheme, str], int], tmp_path: Path
) -> None:
    migrated(BIASED, 'loaded = "biased"')
    ahead = tmp_path / "ahead.db"
    projects.backup(opened.path, ahead)
    opened.take_back_migration()
    with open_project(ahead) as copy:
        label(copy, "ben", 8, "biased")
    with pytest.raises(StoreError, match="another scheme version"):
        opened.merge([ahead], dry_run=False)


def test_what_is_taken_away_is_under_the_version_in_use(
    opened: Project, migrated: Callable[[Scheme, str], int], tmp_path: Path
) -> None:
    label(opened, "ann", 0)
    migrated(BIASED, 'loaded = "biased"')
    opened.split("ann", tmp_path / "hers.db")
    with open_project(tmp_path / "hers.db") as hers:
        assert labels(hers) == ["biased"]
        label(hers, "ann", 8, "biased")
    assert all(check.ok for check in projects.examine(tmp_path / "hers.db"))
    (merged,) = opened.merge([tmp_path / "hers.db"], dry_run=False)
    assert merged.conflicts == ()
    assert opened.take_back_migration() == 1
    assert labels(opened) == ["biased", "loaded"]  # the one that she made under the later version


def test_a_label_given_under_the_later_version_is_not_mapped(
    opened: Project, migrated: Callable[[Scheme, str], int], tmp_path: Path
) -> None:
    """The same word may mean another thing in another version."""
    label(opened, "ann", 0, "hedge")
    migrated(scheme(("loaded", "Doubt"), ("biased", "Loaded language")), 'loaded = "biased"')
    with open_project(opened.path) as again:
        desk = again.desk("ann")
        (held,) = desk.own(again.stories()[0].articles[0].id)
        desk.relabel(held.id, "loaded").saved.result()
    other = tmp_path / "other.db"
    projects.backup(opened.path, other)
    opened.merge([other], dry_run=False)
    assert labels(opened) == ["loaded"]


def test_suggestions_without_a_label_in_the_scheme_do_no_harm(
    run: Shell, corpus: Path, tmp_path: Path
) -> None:
    bare = tmp_path / "bare.toml"
    bare.write_text(
        'id = "bare"\nname = "Bare"\n[[label]]\nid = "fact"\nname = "Fact"\nlayer = "span"\n'
        'colour = "red"\nmark = "f"\nguideline = "g"\nexample = "e"\n',
        encoding="utf-8",
    )
    with open_project(corpus) as project:
        label(project, "ann", 0)
    assert run("scheme", corpus, bare).code == 0
    for command in ("show", "stories", "stats", "doctor"):
        assert run(command, corpus).code == 0, command
    assert run("export", corpus, "--format", "jsonl", "--out", "out.jsonl").code == 0
    page = run.json("show", corpus)["articles"][0]
    assert [held["label"] for held in page["annotations"]] == ["loaded"]
    suggestion = page["suggestions"][0]["id"]
    refused, changed = run.act(
        corpus,
        "ann",
        [
            {"do": "accept", "suggestion": suggestion},
            {"do": "accept", "suggestion": suggestion, "label": "fact"},
        ],
    )
    assert "no span label" in refused["error"]
    assert changed["ok"]
    people = [person["name"] for person in run.json("stats", corpus)["annotators"]]
    assert people == ["ann"]


def test_annotations_are_carried_to_an_edited_article(corpus: Path, tmp_path: Path) -> None:
    with open_project(corpus) as project:
        old = project.stories()[0].articles[0]
        edited = tmp_path / "edited.txt"
        edited.write_text(old.text.replace("Wednesday", "Thursday"), encoding="utf-8")
        added = project.add(Sources([edited]))[0]
        assert added.status == "version"
        assert added.article is not None
        desk = project.desk("ann")
        kept = old.text.index("regime of")
        lost = old.text.index("Wednesday")
        desk.label(old.id, kept, kept + 6, "loaded", {"polarity": "negative"}).saved.result()
        desk.label(old.id, lost, lost + 9, "hedge").saved.result()
        fates = {
            c.annotation.label: c.fate
            for c in project.carry("ann", old.id, added.article.id, dry_run=False)
        }
        assert fates["hedge"] == "lost"
        assert fates["loaded"] in ("same place", "moved")
        (carried,) = project.desk("ann").own(added.article.id)
        assert carried.quote == "regime"
        assert old.id in carried.note
        assert len(desk.own(old.id)) == 2
        again = project.carry("ann", old.id, added.article.id, dry_run=False)
        assert {c.fate for c in again} == {"lost", "there already"}


def test_what_the_scheme_has_no_room_for_is_not_carried(
    opened: Project, migrated: Callable[[Scheme, str], int], tmp_path: Path
) -> None:
    label(opened, "ann", 0)
    label(opened, "ann", 8, "hedge")
    old = opened.stories()[0].articles[0]
    edited = tmp_path / "edited.txt"
    edited.write_text(old.text + "\nOne more line, which says little.\n", encoding="utf-8")
    new = opened.add(Sources([edited]))[0].article
    assert new is not None
    migrated(SLANTED, 'hedge = "hedge"')
    with open_project(opened.path) as again:
        fates = {
            c.annotation.label: c.fate for c in again.carry("ann", old.id, new.id, dry_run=False)
        }
        assert fates == {"loaded": "not in the scheme", "hedge": "not in the scheme"}  # attributes
        assert again.desk("ann").own(new.id) == []


def test_a_desk_opened_before_the_scheme_changed_saves_nothing_under_the_old_one(
    corpus: Path,
) -> None:
    with open_project(corpus) as before:
        desk = before.desk("ann")
        article = before.stories()[0].articles[0].id
        with open_project(corpus) as other:
            other.migrate(scheme(("biased", "Loaded language")), None)
        act = desk.label(article, 0, 5, "loaded")
        with pytest.raises(StoreError, match="scheme was changed"):
            act.saved.result()
    with open_project(corpus) as after:
        assert labels(after) == []
