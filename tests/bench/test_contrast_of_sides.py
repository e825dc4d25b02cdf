"""What each side of a story has of its own."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from annotator import project
from annotator.assignment import Plan
from annotator.contrast import Side, spread
from annotator.intake import Sources
from annotator.project import Project

ONE = """Regime closes the river port

The regime closed the river port on Monday, said Ada Renn. The regime may keep the port closed.
The totalitarian regime sent guards to the river. Dockers reportedly left the port on Tuesday.
"""
TWO = """Government closes the river port

The government closed the river port on Monday, according to the harbour office. It is closed until
Friday. Guards came to the river. Dockers left the port on Tuesday, the government said.
"""


@contextmanager
def corpus(folder: Path, *outlets: str) -> Iterator[Project]:
    """A corpus of one story that these outlets tell in turn, one way or the other."""
    path = folder / "contrast.db"
    project.new(path, "framing")
    with project.open_project(path) as opened:
        for number, outlet in enumerate(outlets):
            text = folder / f"{number}.txt"
            text.write_text((ONE, TWO)[number % 2] + f"\nFiled {number}.\n", "utf-8")
            opened.add(Sources([text], outlet=outlet, story="Port"))
        yield opened


def sides(opened: Project) -> dict[str, Side]:
    """The sides of the story by outlet."""
    found = opened.contrast(opened.stories()[0].story.id)
    return {side.outlet: side for side in found.sides}


def texts(side: Side, label: str) -> dict[str, tuple[int, int]]:
    """What a side marks with a label: how often, and how often others do."""
    return {used.text: (used.count, used.others) for used in side.labels[label]}


def test_words_marks_and_sources_of_each_side(tmp_path: Path) -> None:
    with corpus(tmp_path, "Quay", "Courier") as opened:
        found = sides(opened)
    quay, courier = found["Quay"], found["Courier"]
    assert quay.typical[0].word == "regime"
    assert (quay.typical[0].count, quay.typical[0].others) == (4, 0)
    assert courier.typical[0].word == "government"
    assert all(word.z > 0 for side in (quay, courier) for word in side.typical)
    assert "port" not in {word.word for word in (*quay.typical[:3], *courier.typical[:3])}
    assert texts(quay, "loaded")["regime"] == (4, 0)
    assert set(texts(quay, "hedge")) == {"may", "reportedly"}
    assert texts(courier, "hedge") == {}
    assert "ada renn" in {used.text for used in quay.sources}
    assert "harbour office" in {used.text for used in courier.sources}
    assert quay.words == 40


def test_what_everybody_rejected_is_nobodys_and_labels_of_people_count(tmp_path: Path) -> None:
    with corpus(tmp_path, "Quay", "Courier") as opened:
        desk = opened.desk("ada")
        page, other = desk.open_story(opened.stories()[0].story.id).pages
        for suggestion in page.suggestions:
            if suggestion.quote == "may":
                desk.reject(suggestion.id)
        start = other.article.text.index("Guards")
        desk.label(other.article.id, start, start + 6, "loaded").saved.result()
        found = sides(opened)
    assert set(texts(found["Quay"], "hedge")) == {"reportedly"}
    assert texts(found["Courier"], "loaded")["guards"] == (1, 0)


def test_an_outlet_is_one_side_however_often_it_tells(tmp_path: Path) -> None:
    with corpus(tmp_path, "Quay", "Courier", "Quay") as opened:
        found = sides(opened)
    assert list(found) == ["Quay", "Courier"]
    assert len(found["Quay"].articles) == 2
    assert texts(found["Quay"], "loaded")["regime"] == (8, 0)


def test_who_reads_blind_is_shown_no_suggestion(tmp_path: Path) -> None:
    with corpus(tmp_path, "Quay", "Courier") as opened:
        opened.assign(Plan(("ada",), blind=100))
        story = opened.stories()[0].story.id
        blind = opened.contrast(story, "ada")
    assert all(not used for side in blind.sides for used in side.labels.values())


@pytest.mark.parametrize(
    ("sentence", "named"),
    [
        ("The port is shut, the F.B.I. said.", ["fbi"]),
        ("The port is shut, the FBI said.", ["fbi"]),
        ("The port is shut, according to the FBI’s.", ["fbi"]),
        (
            "The port is shut, two officials close to the inquiry said.",
            ["two officials close to the inquiry"],
        ),
        (
            "The port is shut, according to people familiar with the case.",
            ["people familiar with the case"],
        ),
        ("He declined to discuss it or comment that the port is shut.", []),
        ("Nobody knew what he was asking, he said.", []),
        ("They announced their intent, the charges said.", []),
        ("It was shut at 7:19 p.m. -- The Washington Post reported that.", []),
        ("The ruling party said that the port is shut.", ["ruling party"]),
        ("Issuing a statement Monday, he said it is shut.", []),
        ("Rumours say that the port is shut.", []),
        ("Officials say that the port is shut.", ["officials"]),
        ("The port is shut, Ada Renn assailed Obama for said.", []),
        ("The mayor accused Renn of enabling the strike.", ["mayor"]),
        (
            "The study commissioned by activists says that it is shut.",
            ["study commissioned by activists"],
        ),
    ],
)
def test_sources_are_names_and_kinds_of_people(
    tmp_path: Path, sentence: str, named: list[str]
) -> None:
    path, text = tmp_path / "sources.db", tmp_path / "one.txt"
    project.new(path, "framing")
    text.write_text(f"Port closes\n\nGuards came to the river with Renn. {sentence}\n", "utf-8")
    with project.open_project(path) as opened:
        opened.add(Sources([text], outlet="Quay", story="Port"))
        found = [used.text for used in sides(opened)["Quay"].sources]
    assert found == named


@pytest.mark.parametrize(("size", "most"), [(0, 0), (7, 7), (300, 300), (301, 151), (90_000, 300)])
def test_the_background_of_a_big_corpus_is_spread_over_it(size: int, most: int) -> None:
    chosen = spread([str(n) for n in range(size)])
    assert len(chosen) == most
    assert chosen[:1] == ["0"][: len(chosen)]
