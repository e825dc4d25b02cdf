"""Where annotators differ: places, quotes, who said what; nothing where they agree."""

from annotator.assignment import Plan
from annotator.desk import Desk
from annotator.disagreement import Disagreement, Said
from annotator.exchange import Selection
from annotator.model import Layer, OpenStory, Page
from annotator.project import Project

LAYERS = tuple(Layer)


def people(opened: Project) -> tuple[Desk, Desk, OpenStory]:
    """Two desks and the story they read."""
    story = opened.stories()[0].story.id
    return opened.desk("ada"), opened.desk("ben"), opened.desk("ada").open_story(story)


def finish(story: OpenStory, *desks: Desk) -> None:
    """They are done with it."""
    for desk in desks:
        desk.done(story.story.id).saved.result()


def found(
    opened: Project, layers: tuple[Layer, ...] = LAYERS, labels: tuple[str, ...] = ()
) -> list[Disagreement]:
    """All disagreements."""
    return list(opened.disagreements(Selection(), layers, labels))


def place(page: Page, first: int, last: int) -> tuple[int, int]:
    """The place of a run of words of the second sentence."""
    start = page.article.sentences[1].start
    words = [word for word in page.article.words if word.start >= start]
    return words[first].start, words[last].end


def test_labels_that_all_gave_are_no_disagreement(opened: Project) -> None:
    ada, ben, story = people(opened)
    page = story.pages[0]
    for desk in (ada, ben):
        desk.label(page.article.id, *place(page, 0, 1), "loaded")
        desk.label_sentence(page.article.id, 1, "tone")
        desk.label_article(page.article.id, "genre", {"value": "opinion"})
    finish(story, ada, ben)
    assert found(opened) == []


def test_spans_that_touch_are_one_place(opened: Project) -> None:
    ada, ben, story = people(opened)
    page = story.pages[0]
    wide, narrow, other = place(page, 0, 3), place(page, 2, 2), place(page, 5, 5)
    ada.label(page.article.id, *wide, "loaded")
    ben.label(page.article.id, *narrow, "loaded")
    ben.label(page.article.id, *other, "hedge")
    finish(story, ada, ben)
    first, second = found(opened)
    text = page.article.text
    assert (first.start, first.end) == wide
    assert first.quote == text[slice(*wide)]
    assert first.outlet == page.article.outlet
    assert first.said == {
        "ada": (Said("loaded", *wide, text[slice(*wide)]),),
        "ben": (Said("loaded", *narrow, text[slice(*narrow)]),),
    }
    assert second.said == {"ada": (), "ben": (Said("hedge", *other, text[slice(*other)]),)}
    assert found(opened, labels=("hedge",)) == [second]
    assert found(opened, (Layer.SENTENCE,)) == []


def test_answers_and_whole_sentences_differ_too(opened: Project) -> None:
    ada, ben, story = people(opened)
    page = story.pages[0]
    ada.label_sentence(page.article.id, 1, "tone")
    for desk, answer in ((ada, "opinion"), (ben, "satire")):
        desk.label_article(page.article.id, "genre", {"value": answer})
        desk.label_article(page.article.id, "primary-frame", {"value": "economic"})
        desk.label_story(story.story.id, "relative-stance", {"value": answer[:0] or "even"})
    finish(story, ada, ben)
    sentence, article = found(opened)
    assert sentence.quote == page.article.quote(page.article.sentences[1])
    assert sentence.said == {"ada": (Said("tone"),), "ben": ()}
    assert article.said == {
        "ada": (Said("genre", answer="opinion"),),
        "ben": (Said("genre", answer="satire"),),
    }


def test_what_one_has_not_finished_is_not_held_against_her(opened: Project) -> None:
    ada, ben, story = people(opened)
    first, second = story.pages[:2]
    for page in (first, second):
        ada.label(page.article.id, *place(page, 0, 0), "loaded")
    finish(story, ada)
    ben.done(story.story.id, second.article.id).saved.result()
    (only,) = found(opened)
    assert only.article == second.article.id


def test_who_still_reads_blind_is_not_told_what_others_said(opened: Project) -> None:
    opened.assign(Plan(("ada", "ben", "cem"), overlap=3, blind=100))
    ada, ben, story = people(opened)
    page = story.pages[0]
    ada.label(page.article.id, *place(page, 0, 0), "loaded")
    ada.label_story(story.story.id, "relative-stance", {"value": "even"})
    finish(story, ada, ben)

    def told(reader: str) -> int:
        return len(list(opened.disagreements(Selection(), LAYERS, reader=reader)))

    assert (told(""), told("ada"), told("cem")) == (2, 2, 0)
    finish(story, opened.desk("cem"))
    assert told("cem") == 2
