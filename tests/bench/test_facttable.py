"""The fact table: who tells what, where, in whose voice and with which words."""

from annotator.facttable import FactTable, fact_table
from annotator.project import Project


def of(opened: Project, folder: str) -> FactTable:
    """The fact table of a sample story."""
    for facts in opened.stories():
        if any(folder in article.path for article in facts.articles):
            return opened.facts(facts.story.id)
    raise AssertionError(folder)


def test_every_shown_sentence_is_in_one_row(opened: Project) -> None:
    table = of(opened, "harbour-strike")
    for n, article in enumerate(table.articles):
        held = [telling for row in table.rows for telling in row.cells[n]]
        places = sorted(telling.place for telling in held)
        assert places == list(range(1, held[0].of + 1))
        for telling in held:
            told = article.quote(article.sentences[telling.sentence])
            assert telling.text == " ".join(told.split())
            assert article.shown(article.sentences[telling.sentence])


def test_a_shared_fact_has_its_numbers_on_both_sides(opened: Project) -> None:
    table = of(opened, "harbour-strike")
    (row,) = [
        row
        for row in table.rows
        if row.tellers == 2 and all(any("2,400" in t.text for t in cell) for cell in row.cells)
    ]
    assert row.score > 0.5
    assert any(row.tellers == 1 for row in table.rows)


def test_voices_and_words_are_those_of_the_sentence(opened: Project) -> None:
    table = of(opened, "harbour-strike")
    told = [telling for row in table.rows for cell in row.cells for telling in cell]
    assert any(t.voice.who == "quoted" and t.voice.source for t in told)
    assert any(t.voice.who == "outlet" and t.voice.source for t in told)
    assert any("regime" in t.words["loaded"] for t in told)
    assert any("reportedly" in t.words["hedge"] for t in told)
    for telling in told:
        assert all(word in telling.text for words in telling.words.values() for word in words)


def test_rejected_words_are_left_out_and_labelled_ones_come_in(opened: Project) -> None:
    story = next(
        f.story.id for f in opened.stories() if any("harbour" in a.path for a in f.articles)
    )
    view = opened.view(story)
    desk = opened.desk("ada")
    (rejected,) = [s for s in view.pages[0].suggestions if s.quote == "regime" and s.start < 4000][
        :1
    ]
    desk.reject(rejected.id).saved.result()
    start = view.pages[0].article.text.index("contract")
    desk.label(view.pages[0].article.id, start, start + 8, "loaded").saved.result()
    loaded = [
        w for row in opened.facts(story).rows for t in row.cells[0] for w in t.words["loaded"]
    ]
    before = [w for row in fact_table(view).rows for t in row.cells[0] for w in t.words["loaded"]]
    assert loaded.count("regime") == before.count("regime") - 1
    assert loaded.count("contract") == before.count("contract") + 1


def test_an_outlet_that_tells_a_story_twice_has_two_columns(opened: Project) -> None:
    stories = opened.stories()
    desk = opened.desk("ada")
    desk.stories.join([facts.story.id for facts in stories]).saved.result()
    table = opened.facts(stories[0].story.id)
    assert len(table.columns) == len(set(table.columns)) == len(table.articles) == 7
    assert all(len(row.cells) == 7 for row in table.rows)
