"""Search in the corpus: words, filters, and what must not be told."""

import pytest

from annotator import finding
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
