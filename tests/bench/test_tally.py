"""Counts of a corpus."""

from annotator.project import Project


def test_an_untouched_corpus_counts_its_articles_only(opened: Project) -> None:
    stats = opened.stats()
    stories = opened.stories()
    assert stats["corpus"]["stories"] == len(stories)
    assert stats["corpus"]["articles"] == sum(len(facts.articles) for facts in stories)
    assert stats["corpus"]["suggestions"] == sum(facts.suggestions for facts in stories)
    assert stats["corpus"]["words"] == sum(len(a.words) for f in stories for a in f.articles)
    assert stats["corpus"]["events"] == 0
    assert (stats["annotators"], stats["labels"]) == ([], [])


def test_every_decision_is_counted_for_the_one_who_made_it(opened: Project) -> None:
    story = opened.stories()[0].story.id
    ada, bob = opened.desk("ada"), opened.desk("bob")
    page = ada.open_story(story).pages[0]
    loaded = [s.id for s in page.suggestions if s.label == "loaded"]
    made = ada.accept(loaded[0])
    ada.accept(loaded[1], "hedge")
    ada.reject(loaded[2])
    ada.label(page.article.id, 0, 4, "loaded")
    ada.label_sentence(page.article.id, 1, "informational")
    ada.done(story, page.article.id).saved.result()
    bob.label(page.article.id, 0, 4, "hedge").saved.result()
    stats = opened.stats()
    rows = {person["name"]: person for person in stats["annotators"]}
    assert rows["ada"]["labels"] == {"sentence": 1, "span": 3}
    assert rows["ada"]["origins"] == {"accepted": 1, "edited": 1, "unaided": 2}
    assert (rows["ada"]["rejected"], rows["ada"]["done"]) == (1, 1)
    assert rows["ada"]["days"] == {made.event.at[:10]: 4}
    assert rows["bob"]["labels"] == {"span": 1}
    counts = {(row["layer"], row["label"]): row["counts"] for row in stats["labels"]}
    assert counts == {
        ("span", "loaded"): {"ada": 2, "bob": 0},
        ("span", "hedge"): {"ada": 1, "bob": 1},
        ("sentence", "informational"): {"ada": 1, "bob": 0},
    }


def test_what_was_taken_back_does_not_count(opened: Project) -> None:
    desk = opened.desk("ada")
    page = desk.open_story(opened.stories()[0].story.id).pages[0]
    desk.label(page.article.id, 0, 4, "loaded")
    desk.undo().result()
    (row,) = opened.stats()["annotators"]
    assert row["labels"] == {}
    assert opened.stats()["corpus"]["events"] == 2
