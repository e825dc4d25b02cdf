"""Agreement from a corpus: who counts where, and the figures that two people's work gives."""

import itertools

import pytest

from annotator.assignment import Plan
from annotator.errors import UsageError
from annotator.exchange import Selection
from annotator.measure.figures import Measured, rows
from annotator.model import Arm, Article, Layer
from annotator.project import Project

EVERYBODY = Selection()
LAYERS = tuple(Layer)


def measured(opened: Project, layer: Layer, label: str = "") -> Measured:
    """The agreement of everybody on a layer or one of its labels."""
    whole = opened.agreement(EVERYBODY, LAYERS).layers[layer]
    return whole.labels[label] if label else whole


def value(part: Measured, name: str) -> float | None:
    """A coefficient."""
    return part.coefficients[name].value


class Person:
    """An annotator at her desk, with every story open before her."""

    def __init__(self, opened: Project, name: str) -> None:
        self.desk = opened.desk(name)
        self.annotator = self.desk.annotator
        self.stories = [self.desk.open_story(facts.story.id) for facts in opened.stories()]
        self.pages = [page for story in self.stories for page in story.pages]
        self.articles = [page.article.id for page in self.pages]

    def mark(self, article: str, first: int, last: int, label: str = "loaded") -> None:
        """Label a run of the words that an article shows."""
        held = next(page.article for page in self.pages if page.article.id == article)
        visible = [word for word in held.words if held.shown(word)]
        self.desk.label(article, visible[first].start, visible[last].end, label)

    def finish(self) -> None:
        """Be done with everything."""
        for story in self.stories:
            self.desk.done(story.story.id).saved.result()


def people(opened: Project, *names: str) -> list[Person]:
    """Some annotators."""
    return [Person(opened, name) for name in names]


def finish(*those: Person) -> None:
    """Everybody is done with everything."""
    for person in those:
        person.finish()


def shown(article: Article, parts: str) -> int:
    """How many of an article's words or sentences are not hidden."""
    return sum(article.shown(span) for span in getattr(article, parts))


def test_nobody_and_one_annotator_agree_with_nobody(opened: Project) -> None:
    assert value(measured(opened, Layer.SPAN), "alpha") is None
    (ada,) = people(opened, "ada")
    ada.mark(ada.articles[0], 10, 12)
    finish(ada)
    found = opened.agreement(EVERYBODY, LAYERS)
    assert [person.name for person in found.annotators] == ["ada"]
    for layer in found.layers.values():
        assert layer.units == 0
        for figure in layer.coefficients.values():
            assert figure.value is None
            assert figure.why


def test_the_same_work_agrees_fully(opened: Project) -> None:
    ada, ben = people(opened, "ada", "ben")
    for person in (ada, ben):
        for number, article in enumerate(person.articles):
            person.mark(article, 10 + number, 11 + number)
            person.mark(article, 30, 30, "hedge")
            person.desk.label_sentence(article, number, "informational")
            genre = ("reporting", "opinion")[number % 2]
            person.desk.label_article(article, "genre", {"value": genre})
            person.desk.label_article(article, "slant", {"value": number % 3 - 1})
    finish(ada, ben)
    found = opened.agreement(EVERYBODY, LAYERS)
    for layer in (Layer.SPAN, Layer.SENTENCE, Layer.ARTICLE):
        for name, figure in found.layers[layer].coefficients.items():
            assert (name, figure.value, figure.low, figure.high) == (name, 1, 1, 1)
    labels = found.layers[Layer.SPAN].labels
    assert value(labels["loaded"], "u_alpha") == 1
    assert labels["loaded"].marked == 14
    assert value(labels["portrayal"], "alpha") is None
    assert labels["portrayal"].coefficients["alpha"].why == (
        "no variation: every unit got the same value"
    )
    assert value(found.layers[Layer.ARTICLE].labels["slant"], "alpha") == 1


def test_words_are_what_spans_are_judged_by(opened: Project) -> None:
    ada, ben = people(opened, "ada", "ben")
    first = ada.articles[0]
    ada.mark(first, 10, 13)
    ben.mark(first, 12, 13)
    ben.mark(first, 20, 21, "hedge")
    finish(ada, ben)
    loaded = measured(opened, Layer.SPAN, "loaded")
    n = loaded.units
    assert n == sum(shown(page.article, "words") for s in ada.stories for page in s.pages)
    # 2 words by both, 2 by ada alone: Krippendorff's alpha of two values by two annotators.
    ones, zeros = 2 + 4, 2 * n - 6
    assert value(loaded, "alpha") == pytest.approx(1 - (2 * n - 1) * 2 / (ones * zeros))
    assert value(loaded, "agreement") == pytest.approx(1 - 2 / n)
    assert value(loaded, "f1") == pytest.approx(2 * 2 / 6)
    assert value(loaded, "f1_exact") == 0
    assert value(loaded, "f1_overlap") == 1
    whole = measured(opened, Layer.SPAN)
    assert value(whole, "f1_overlap") == pytest.approx(2 / 3)
    assert whole.marked == 3


def test_an_article_counts_when_it_is_done(opened: Project) -> None:
    ada, ben = people(opened, "ada", "ben")
    story = ada.stories[0]
    first, second = (page.article.id for page in story.pages[:2])
    for person in (ada, ben):
        person.desk.done(story.story.id, first)
        person.mark(second, 5, 6)
    ada.desk.done(story.story.id, second).saved.result()
    ben.desk.done(story.story.id, first).saved.result()
    words = shown(story.pages[0].article, "words")
    assert measured(opened, Layer.SPAN).units == words
    ben.desk.done(story.story.id, second).saved.result()
    assert measured(opened, Layer.SPAN).units == words + shown(story.pages[1].article, "words")


def test_who_marks_nothing_done_counts_where_she_worked(opened: Project) -> None:
    ada, ben = people(opened, "ada", "ben")
    for person in (ada, ben):
        person.mark(ada.articles[0], 10, 13)
    suggestion = ben.pages[1].suggestions[0]
    ben.desk.reject(suggestion.id).saved.result()
    finish(ada)
    found = measured(opened, Layer.SPAN)
    assert found.units == sum(shown(page.article, "words") for page in ada.pages[:2])
    assert value(found, "alpha") == 1


def test_answers_are_what_whole_articles_are_judged_by(opened: Project) -> None:
    ada, ben, cem = people(opened, "ada", "ben", "cem")
    given = {"ada": "rooo", "ben": "rrooa", "cem": "ro"}
    names = {"r": "reporting", "o": "opinion", "a": "analysis"}
    for person in (ada, ben, cem):
        for article, answer in zip(person.articles, given[person.annotator.name], strict=False):
            person.desk.label_article(article, "genre", {"value": names[answer]})
    finish(ada, ben, cem)
    genre = measured(opened, Layer.ARTICLE, "genre")
    assert genre.units == 4
    # Units rrr, oro, oo, oo; unit 5 was judged by one alone: coincidences by hand.
    same = 3 + 1 + 2 + 2
    total_r, total_o = 4, 6
    assert value(genre, "agreement") == pytest.approx(same / 10)
    assert value(genre, "alpha") == pytest.approx(1 - 9 * (10 - same) / (2 * total_r * total_o))
    assert len(genre.pairs) == 3


def test_a_scale_is_ranks_and_one_not_filled_in_is_missing(opened: Project) -> None:
    ada, ben = people(opened, "ada", "ben")
    for person, given in ((ada, (-2, 0, 2, None)), (ben, (-2, 1, 2, 1))):
        for article, number in zip(person.articles, given, strict=False):
            answer = {} if number is None else {"value": number}
            person.desk.label_article(article, "slant", {"actor": "the union"} | answer)
    finish(ada, ben)
    slant = measured(opened, Layer.ARTICLE, "slant")
    assert slant.units == 3
    # Six values in the order -2 -2 0 1 2 2: ranks 1.5, 3, 4 and 5.5; one pair is a rank apart.
    ranks = (1.5, 1.5, 3, 4, 5.5, 5.5)
    expected = sum((a - b) ** 2 for a in ranks for b in ranks) / 5
    assert value(slant, "alpha") == pytest.approx(1 - 2 / expected)


def test_attributes_are_judged_where_both_gave_the_label(opened: Project) -> None:
    ada, ben = people(opened, "ada", "ben")
    for person in (ada, ben):
        for number, page in enumerate(person.pages[:4]):
            start = page.article.sentences[2].start
            kind = (
                "metaphor" if number == 0 and person is ben else ("other", "metaphor")[number % 2]
            )
            place = page.article.id, start, start + 5
            person.desk.label(*place, "loaded", {"kind": kind, "target": person.annotator.name})
    ada.mark(ada.articles[5], 30, 31)
    finish(ada, ben)
    loaded = measured(opened, Layer.SPAN, "loaded")
    assert set(loaded.attributes) == {"kind", "polarity", "voice"}
    kinds = loaded.attributes["kind"]
    assert value(kinds, "agreement") == pytest.approx(1 - 1 / kinds.units)
    assert kinds.marked == 2 * kinds.units
    assert loaded.attributes["polarity"].units == 0
    assert value(loaded, "f1_exact") == pytest.approx(8 / 9)
    found = [row for row in rows(opened.agreement(EVERYBODY, LAYERS)) if row.attribute == "kind"]
    assert {row.label for row in found} >= {"loaded"}


def test_links_and_stories_are_judged_too(opened: Project) -> None:
    ada, ben = people(opened, "ada", "ben")
    for person in (ada, ben):
        story = person.stories[0]
        ends = []
        for page in story.pages[:2]:
            start, end = page.article.sentences[2]
            place = (start, start + 3) if person is ada else (end - 3, end)
            ends.append(person.desk.label(page.article.id, *place, "loaded").standing.subject)
        person.desk.link(ends[0], ends[1], "same-fact")
        for number, told in enumerate(person.stories):
            first = number == 0 or person is ben
            answer = {"value": "first" if first else "even"}
            person.desk.label_story(told.story.id, "relative-stance", answer)
    finish(ada, ben)
    link = measured(opened, Layer.LINK, "same-fact")
    assert value(link, "f1") == 1
    pages = [[shown(page.article, "sentences") for page in s.pages] for s in ada.stories]
    assert link.units == sum(a * b for of in pages for a, b in itertools.combinations(of, 2))
    stance = measured(opened, Layer.STORY, "relative-stance")
    assert stance.units == 3
    assert value(stance, "agreement") == pytest.approx(1 / 3)


def test_arms_are_told_apart_where_both_were_read(opened: Project) -> None:
    opened.assign(Plan(("ada", "ben"), overlap=2, blind=50))
    ada, ben = people(opened, "ada", "ben")
    for person in (ada, ben):
        for article in person.articles:
            person.mark(article, 10, 12)
    finish(ada, ben)
    found = opened.agreement(EVERYBODY, [Layer.SPAN])
    assert set(found.arms) == set(Arm)
    whole = found.layers[Layer.SPAN].units
    assert sum(found.arms[arm][Layer.SPAN].units for arm in Arm) <= whole
    assert {row.arm for row in rows(found)} == {"", "assisted", "blind"}


def test_pairs_and_chosen_annotators(opened: Project) -> None:
    ada, ben, cem = people(opened, "ada", "ben", "cem")
    first = ada.articles[0]
    for person, last in ((ada, 12), (ben, 12), (cem, 15)):
        person.mark(first, 10, last)
    finish(ada, ben, cem)
    whole = measured(opened, Layer.SPAN)
    kappas = {
        tuple(person.name for person in pair.annotators): pair.coefficients["kappa"].value
        for pair in whole.pairs
    }
    assert kappas["ada", "ben"] == 1
    assert kappas["ada", "cem"] == kappas["ben", "cem"] != 1
    assert value(whole, "kappa") == pytest.approx(sum(k or 0 for k in kappas.values()) / 3)
    two = opened.agreement(Selection(frozenset({"ada", "ben"})), [Layer.SPAN])
    assert value(two.layers[Layer.SPAN], "alpha") == 1
    hidden = opened.agreement(Selection(anonymise=True), [Layer.SPAN])
    assert {p.name for p in hidden.annotators} == {f"annotator-{n}" for n in (1, 2, 3)}


def test_names_that_are_not_there_are_refused(opened: Project) -> None:
    with pytest.raises(UsageError, match="no annotator is called 'eve'"):
        opened.agreement(Selection(frozenset({"eve"})), LAYERS)
    with pytest.raises(UsageError, match="no label 'lodaed'"):
        opened.agreement(EVERYBODY, LAYERS, ["lodaed"])


def test_the_same_corpus_gives_the_same_figures(opened: Project) -> None:
    ada, ben = people(opened, "ada", "ben")
    for number, article in enumerate(ada.articles):
        ada.mark(article, 10, 12 + number)
        ben.mark(article, 10 + number, 24)
    finish(ada, ben)
    found = opened.agreement(EVERYBODY, LAYERS)
    again = opened.agreement(EVERYBODY, LAYERS)
    assert found == again
