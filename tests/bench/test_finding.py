"""Search in the corpus: words, filters, and what must not be told."""

from pathlib import Path

import pytest

from annotator import finding, project
from annotator.intake import Sources
from annotator.model import Layer
from annotator.project import Project


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("Two words", finding.Question(("two", "words"))),
        ("x outlet:Quay label:loaded", finding.Question(("x",), outlet="quay", label="loaded")),
        ("by:Ann is:open", finding.Question((), by="ann", open=True)),
        ("is:shut a:b", finding.Question(("a:b",))),
    ],
)
def test_questions_are_taken_apart(text: str, question: finding.Question) -> None:
    assert finding.parse(text) == question


def test_words_notes_labels_and_open_suggestions_are_found(opened: Project) -> None:
    desk = opened.desk("ann")
    story = opened.stories()[0]
    page = desk.open_story(story.story.id).pages[0]
    suggestion = page.suggestions[0]
    act = desk.accept(suggestion.id)
    assert act.standing.annotation is not None
    desk.note(act.standing.annotation.id, "Peculiar remark").saved.result()
    ask = desk.annotator.id
    assert [f.what for f in opened.search(ask, "peculiar")] == ["Loaded language by ann"]
    (found,) = opened.search(ask, "by:ann")
    assert (found.article, found.position) == (page.article.id, suggestion.start)
    assert opened.search(ask, "by:ben") == []
    word = page.article.title.split()[0]
    assert any(f.what == "text" for f in opened.search(ask, word))
    waiting = opened.search(ask, f"is:open label:{suggestion.label}")
    assert suggestion.start not in [f.position for f in waiting if f.article == page.article.id]
    assert opened.search(ask, "   ") == []
    assert opened.search(ask, '"; DROP TABLE article --') == []


def test_case_and_accents_make_no_difference_and_nothing_is_lost_to_a_common_word(
    tmp_path: Path,
) -> None:
    path = tmp_path / "corpus.db"
    project.new(path, "framing")
    texts = [f"Montéclair Straße Россий number {n}." for n in range(60)]
    with project.open_project(path) as opened:
        for number, text in enumerate(texts):
            (tmp_path / f"{number}.txt").write_text(f"Title {number}\n\n{text}\n")
        opened.add(Sources([tmp_path / f"{n}.txt" for n in range(59)], outlet="Many"))
        opened.add(Sources([tmp_path / "59.txt"], outlet="Rare"))
        desk = opened.desk("ann")
        me = desk.annotator.id
        for word in ("monteclair", "MONTÉCLAIR", "straße", "россий"):
            assert len(opened.search(me, word)) == 60, word
        (rare,) = opened.search(me, "montéclair outlet:rare")
        assert (rare.outlet, rare.quote) == ("Rare", "Montéclair")
        article = rare.article
        start = desk.article(article).text.index("Россий")
        made = desk.label(article, start, start + 6, "loaded")
        assert made.standing.annotation is not None
        desk.note(made.standing.annotation.id, "10% [sic] ÜBER").saved.result()
        for question in ("РОССИЙ label:loaded", "über by:ann", "10% [sic] by:ann"):
            assert [f.quote for f in opened.search(me, question)] == ["Россий"], question
        assert opened.search(me, "100 by:ann") == []
        both = opened.search(me, "россий")
        assert [f.what for f in both][-1] == "Loaded language by ann"
        assert len(both) == 61


def test_notes_on_links_and_on_the_story_lead_there(opened: Project) -> None:
    desk = opened.desk("ann")
    story = opened.stories()[0].story.id
    one, two = desk.open_story(story).pages[:2]
    ends = [desk.label(page.article.id, 0, 4, "loaded").standing.annotation for page in (one, two)]
    assert ends[0] is not None and ends[1] is not None  # noqa: PT018  for mypy
    scheme = opened.scheme
    link = desk.link(ends[0].id, ends[1].id, scheme.layer(Layer.LINK)[0].id).standing.annotation
    assert link is not None
    desk.note(link.id, "Zebra").saved.result()
    (found,) = opened.search(desk.annotator.id, "zebra")
    assert (found.story, found.article) == (story, one.article.id)
