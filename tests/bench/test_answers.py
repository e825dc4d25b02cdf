"""What the text answers of the questions that a label asks: whose words these are."""

from pathlib import Path

import pytest

from annotator import answers, project
from annotator.errors import UsageError
from annotator.intake import Sources
from annotator.model import Layer
from annotator.project import Project
from annotator.scheme import Label

TEXT = (
    "Union talks\n\n“They are thugs, all of them,” Oru said of the police.\n"
    "The ‘so-called’ ban and the “reform” came late. The thugs left.\n\n"
    "Rey said: “It was a farce\nand a vile\nwitch hunt.” She went home."
)


@pytest.fixture
def loaded(opened: Project) -> Label:
    return opened.scheme.label(Layer.SPAN, "loaded")


@pytest.mark.parametrize(
    ("words", "quoted"),
    [
        ("thugs,", True),
        ("police", False),
        ("reform", False),
        ("left", False),
        ("vile", True),
        ("home", False),
    ],
)
def test_words_in_a_quotation_are_a_quoted_source_s(
    loaded: Label, words: str, quoted: bool
) -> None:
    start = TEXT.index(words)
    answer = {"voice": "quoted source"} if quoted else {}
    assert answers.voice(loaded, TEXT, start, start + len(words)) == answer


def test_the_text_answers_as_the_suggestions_do(opened: Project, loaded: Label) -> None:
    desk = opened.desk("ada")
    seen = set()
    for row in opened.story_rows(desk.annotator.id):
        for page in desk.open_story(row.id).pages:
            for held in (s for s in page.suggestions if s.layer is Layer.SPAN):
                answer = answers.voice(loaded, page.article.text, held.start, held.end)
                assert bool(answer) == (held.voice.who == "quoted"), held
                seen.add(held.voice.who)
    assert seen == {"quoted", "outlet"}


def test_no_default_claims_the_outlet_for_quoted_words(opened: Project) -> None:
    desk = opened.desk("ada")
    quoted = next(
        s
        for row in opened.story_rows(desk.annotator.id)
        for page in desk.open_story(row.id).pages
        for s in page.suggestions
        if s.voice.who == "quoted" and s.label == "hedge"
    )
    place = (quoted.article, quoted.start, quoted.end)
    made = desk.label(*place, "loaded").standing.annotation
    assert made is not None
    assert made.attributes["voice"] == "quoted source"
    desk.remove(made.id)
    told = desk.label(*place, "loaded", {"voice": "outlet"}).standing.annotation
    assert told is not None
    assert told.attributes["voice"] == "outlet"
    edited = desk.accept(quoted.id, "loaded").standing.annotation
    assert edited is not None
    assert edited.attributes["voice"] == "quoted source"


def test_the_same_attributes_again_are_no_edit(opened: Project) -> None:
    desk = opened.desk("ada")
    row = opened.story_rows(desk.annotator.id)[0]
    found = next(s for s in desk.open_story(row.id).pages[0].suggestions if s.label == "loaded")
    made = desk.accept(found.id).standing.annotation
    assert made is not None
    with pytest.raises(UsageError, match="already"):
        desk.attributes(made.id, made.attributes)
    (held,) = (a for a in desk.own(found.article) if a.id == made.id)
    assert held.origin == "accepted"
    assert desk.attributes(made.id, {**made.attributes, "target": "them"}).standing.annotation


@pytest.mark.parametrize(
    ("text", "stance", "source"),
    [
        ("Ana Rey said that the port was safe.", "neutral", "named"),
        ("Officials denied that the port was safe.", "doubting", "unnamed"),
        ("The audit revealed that the port was unsafe.", "endorsing", "unnamed"),
        ("It was claimed that the port was safe.", "doubting", "none"),
        ("She said that the port was safe.", "neutral", None),
    ],
)
def test_accepting_an_attribution_fills_in_its_stance_and_its_source(
    tmp_path: Path, text: str, stance: str, source: str | None
) -> None:
    (tmp_path / "a.txt").write_text(f"Harbour talks go on\n\n{text} It stands by the quay.\n")
    project.new(tmp_path / "c.db", "framing")
    with project.open_project(tmp_path / "c.db") as opened:
        opened.add(Sources([tmp_path / "a.txt"], detectors=["attribution"]))
        desk = opened.desk("ada")
        (page,) = desk.open_story(opened.stories()[0].story.id).pages
        (held,) = page.suggestions
        made = desk.accept(held.id).standing.annotation
    assert made is not None
    assert (made.attributes["stance"], made.attributes.get("source")) == (stance, source)
