"""A corpus under a new version of its scheme, and annotations on a new version of an article."""

from collections import Counter
from pathlib import Path

import pytest

from annotator import project as projects
from annotator.errors import SchemeError
from annotator.migration import differences, read_map
from annotator.model import Layer
from annotator.project import Project, Sources, open_project
from annotator.scheme import Scheme, parse
from annotator.versions import carry


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
            c.annotation.label: c.fate for c in carry(desk, old.id, added.article.id, dry_run=False)
        }
        assert fates["hedge"] == "lost"
        assert fates["loaded"] in ("same place", "moved")
        (carried,) = desk.own(added.article.id)
        assert carried.quote == "regime"
        assert old.id in carried.note
        assert len(desk.own(old.id)) == 2
        again = carry(desk, old.id, added.article.id, dry_run=False)
        assert {c.fate for c in again} == {"lost", "there already"}
