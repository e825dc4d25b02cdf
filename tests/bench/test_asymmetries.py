"""What one article calls an actor and the others do not: told in the reader, each word once."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from annotator import project
from annotator.assignment import Plan
from annotator.exchange import Selection
from annotator.formats.record import Options
from annotator.intake import Sources
from annotator.model import OpenStory, Suggestion
from annotator.project import Project
from annotator.store import doctor
from annotator.store.corpus import open_corpus

HERALD = """Rockets over the strait

The regime of Orvan fired four rockets over the Kessel Strait on Friday, killing two fishermen.

Houthi terrorists had threatened ships in the Kessel Strait near the port of Lund.
"""
POST = """Orvan launches rockets across strait

The government of Orvan fired four rockets over the Kessel Strait on Friday; two fishermen died.

Houthi fighters had threatened ships in the Kessel Strait near the port of Lund.
"""
TIMES = """Two fishermen die as rockets cross strait

Four rockets that Orvan's government fired on Friday over the Kessel Strait killed two fishermen.

Near the port of Lund, Houthi fighters had threatened ships in the Kessel Strait.
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "c.db"
    project.new(path, "framing")
    return path


def add(path: Path, outlet: str, text: str, detectors: Sequence[str] | None = None) -> None:
    source = path.with_name(f"{outlet}.txt")
    source.write_text(text)
    with project.open_project(path) as opened:
        opened.add(Sources([source], outlet=outlet, story="Rockets", detectors=detectors))


def told(path: Path, *, reader: str = "ada") -> dict[str, Suggestion]:
    """The suggestions for `loaded` in the Herald as an annotator sees them, by quote."""
    with project.open_project(path) as opened:
        return {s.quote: s for s in _loaded(_story(opened, reader))}


def _story(opened: Project, reader: str) -> OpenStory:
    return opened.desk(reader).open_story(opened.stories()[0].story.id)


def _loaded(story: OpenStory) -> list[Suggestion]:
    (herald,) = [page for page in story.pages if "regime of Orvan" in page.article.text]
    return [held for held in herald.suggestions if held.label == "loaded"]


def test_the_reader_tells_which_outlet_says_what_instead(path: Path) -> None:
    add(path, "Herald", HERALD)
    assert "Post" not in told(path)["regime"].reason
    add(path, "Post", POST)
    found = told(path)
    assert found["regime"].detector == "loaded"
    assert found["regime"].reason.startswith(
        "Post says “government” of “Orvan”; not so here. Names a government"
    )
    assert found["terrorists"].detector == found["terrorists"].kind == "asymmetry"
    assert found["terrorists"].reason == "Post says “fighters” of “Houthi”; not so here."


def test_articles_that_join_later_are_told_too_and_decisions_stay(path: Path) -> None:
    add(path, "Herald", HERALD)
    add(path, "Post", POST)
    before = told(path)
    with project.open_project(path) as opened:
        desk = opened.desk("ada")
        _story(opened, "ada")
        desk.reject(before["regime"].id).saved.result()
        accepted = desk.accept(before["terrorists"].id).standing.annotation
    assert accepted is not None
    assert accepted.attributes["kind"] == "labelling"
    assert accepted.attributes["polarity"] == "negative"
    add(path, "Times", TIMES)
    after = told(path)
    assert {s.id for s in after.values()} == {s.id for s in before.values()}
    assert after["regime"].reason.startswith("Post and Times say “government” of “Orvan”")
    with project.open_project(path) as opened:
        decided = {k: v for page in _story(opened, "ada").pages for k, v in page.decisions.items()}
    assert decided == {before["regime"].id: "rejected", before["terrorists"].id: "accepted"}


def test_a_word_is_asked_about_once(path: Path) -> None:
    for outlet, text in (("Herald", HERALD), ("Post", POST), ("Times", TIMES)):
        add(path, outlet, text)
    with project.open_project(path) as opened:
        found = _loaded(_story(opened, "ada"))
    assert len({(s.start, s.end) for s in found}) == len(found)


def label_terrorists(path: Path) -> None:
    """Let ada label the word in the first article before the second comes."""
    add(path, "Herald", HERALD)
    with project.open_project(path) as opened:
        article = _story(opened, "ada").pages[0].article
        start = article.text.index("terrorists")
        opened.desk("ada").label(article.id, start, start + 10, "loaded").saved.result()
    add(path, "Post", POST)


def test_a_word_that_somebody_labelled_is_not_asked_about(path: Path) -> None:
    label_terrorists(path)
    assert "terrorists" not in told(path)


def test_a_masked_reader_learns_no_outlet(path: Path) -> None:
    add(path, "Herald", HERALD)
    add(path, "Post", POST)
    with project.open_project(path) as opened:
        opened.assign(Plan(("ada",), mask=True))
        story = _story(opened, "ada")
        letter = next(p.article.outlet for p in story.pages if "government" in p.article.text)
        reasons = [held.reason for held in _loaded(story)]
    assert letter is not None
    assert letter.startswith("Outlet ")
    assert any(reason.startswith(f"{letter} says “government”") for reason in reasons)
    assert not any("Post" in reason or "Herald" in reason for reason in reasons)


def test_what_is_stored_names_no_outlet(path: Path) -> None:
    add(path, "Herald", HERALD)
    add(path, "Post", POST)
    found = told(path)["terrorists"]
    with project.open_project(path) as opened:
        held = opened.view(opened.stories()[0].story.id)
        article = next(p.article.id for p in held.pages if "regime of" in p.article.text)
    with open_corpus(path, write=False) as corpus:
        stored = {s.id: s for s in corpus.suggestions(article)}
    assert stored[found.id].reason == "Another article of this story says “fighters” of “Houthi”."


def test_who_names_detectors_gets_these_alone(path: Path) -> None:
    add(path, "Herald", HERALD, ["hedge"])
    add(path, "Post", POST, ["hedge"])
    assert told(path) == {}
    add(path, "Times", TIMES, ["asymmetry"])
    assert {s.detector for s in told(path).values()} == {"asymmetry"}
    assert told(path).keys() == {"regime", "terrorists"}


def test_imported_articles_are_compared(path: Path, tmp_path: Path) -> None:
    label_terrorists(path)
    with project.open_project(path) as opened:
        opened.export("jsonl", tmp_path / "c.jsonl", Options(), Selection())
    project.new(tmp_path / "other.db", "framing")
    with project.open_project(tmp_path / "other.db") as opened:
        opened.import_("jsonl", tmp_path / "c.jsonl", None)
    found = told(tmp_path / "other.db")
    assert "terrorists" not in found
    assert found["regime"].reason == told(path)["regime"].reason


def test_articles_put_into_one_story_by_hand_are_compared(path: Path) -> None:
    for outlet, text in (("Herald", HERALD), ("Post", POST)):
        source = path.with_name(f"{outlet}.txt")
        source.write_text(text)
        with project.open_project(path) as opened:
            opened.add(Sources([source], outlet=outlet, story=outlet))
    with project.open_project(path) as opened:
        desk = opened.desk("ada")
        stories = [held.story.id for held in opened.stories()]
        desk.stories.join(stories).saved.result()
    assert "Post says “government”" in told(path)["regime"].reason


def test_a_join_taken_back_leaves_no_word_of_the_article_that_went(path: Path) -> None:
    add(path, "Herald", HERALD)
    before = told(path)
    post = path.with_name("Post.txt")
    post.write_text(POST)
    with project.open_project(path) as opened:
        opened.add(Sources([post], outlet="Post", story="By itself"))
        desk = opened.desk("ada")
        herald, other = (row.story.id for row in opened.stories())
        desk.stories.join([herald, other]).saved.result()
        joined = _loaded(desk.open_story(herald))
        assert [s.quote for s in joined if "Post says" in s.reason] == ["regime", "terrorists"]
        undone = desk.undo().result()
        assert undone is not None
        after = {s.quote: s for s in _loaded(desk.open_story(herald))}
        assert "not in this story any more" in after.pop("terrorists").reason
        assert after == before
        desk.redo().result()
        assert _loaded(desk.open_story(herald)) == joined
    assert [check for check in doctor.examine(path) if not check.ok] == []


def test_a_hand_out_tells_it_too(path: Path, tmp_path: Path) -> None:
    add(path, "Herald", HERALD)
    add(path, "Post", POST)
    with project.open_project(path) as opened:
        opened.assign(Plan(("ada",)))
        opened.split("ada", tmp_path / "away.db")
    assert told(tmp_path / "away.db")["regime"].reason == told(path)["regime"].reason
