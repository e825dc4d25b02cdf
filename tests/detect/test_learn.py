"""Learning from marked sentences."""

import json

import pytest
from taught import ACTORS, example

from annotator.detect import features, learn, nlp, teaching
from annotator.errors import UsageError
from annotator.text.sentences import sentences

MARKED = [f"The {actor} shipped its zorbic plan to the voters." for actor in ACTORS]
PLAIN = [f"The {actor} shipped its annual plan to the voters." for actor in ACTORS]


def trained() -> learn.Model:
    examples = [example(text, "zorbic", "voters") for text in MARKED]
    return teaching.train([*examples, *(example(text, "voters") for text in PLAIN)], "loaded")


def proposals(model: learn.Model, text: str) -> list[str]:
    doc = nlp.read(text, sentences(text))
    return [text[hit.start : hit.end] for hit in model.detect(doc)]


def test_what_was_marked_is_proposed_in_a_new_sentence() -> None:
    assert "zorbic" in proposals(trained(), "A zorbic idea reached the old theatre.")
    assert "annual" not in proposals(trained(), "An annual idea reached the old theatre.")


def test_words_that_behave_like_the_marked_ones_are_proposed() -> None:
    months = ("January", "March", "April", "June", "July", "August")
    marked = [example(f"They met in {m} at the old {a}.", m) for m in months for a in ACTORS]
    towns = ("Berlin", "Rome", "Vienna", "Madrid", "Oslo", "London")
    plain = [example(f"They met in {town} at the old {a}.") for town in towns for a in ACTORS]
    model = teaching.train([*marked, *plain], "time")
    assert "October" in proposals(model, "They met in October at the old theatre.")
    assert "Paris" not in proposals(model, "They met in Paris at the old theatre.")


def test_a_model_of_before_still_weighs_what_it_knew() -> None:
    weights = {"bias": -4.0, "word=zorbic": 6.0}
    data = {"format": 1, "label": "loaded", "threshold": 0.3, "examples": 40, "weights": weights}
    model = learn.Model.from_json(data)
    assert proposals(model, "A zorbic idea reached the old theatre.") == ["zorbic"]
    assert model.to_json() == data


def test_a_proposal_says_what_it_was_learned_from() -> None:
    text = "A zorbic idea reached the old theatre."
    hits = list(trained().detect(nlp.read(text, sentences(text))))
    hit = next(h for h in hits if text[h.start : h.end] == "zorbic")
    assert "16 annotated sentences" in hit.reason
    assert "zor" in hit.reason
    assert 0 < hit.strength <= 1


def test_the_same_examples_give_the_same_model_and_it_survives_json() -> None:
    model, again = trained(), trained()
    assert model.version == again.version
    restored = learn.Model.from_json(json.loads(json.dumps(model.to_json())))
    assert restored == model
    text = "A zorbic idea reached the voters."
    assert proposals(restored, text) == proposals(model, text)


def test_too_few_marks_are_refused_with_what_to_do() -> None:
    with pytest.raises(UsageError) as raised:
        teaching.train([example("The mob came.", "mob")], "loaded")
    assert "Mark at least" in (raised.value.hint or "")


@pytest.mark.parametrize("data", [{}, {"format": 99}, {"format": 1, "weights": 3}])
def test_something_else_than_a_model_is_refused(data: dict[str, object]) -> None:
    with pytest.raises(UsageError):
        learn.Model.from_json(data)


def test_the_fast_path_agrees_with_the_features() -> None:
    model = trained()
    text = "“A zorbic mob,” she said, may come. The REGIME fell!"
    doc = nlp.read(text, sentences(text))
    slow = [
        sum(model.weights.get(name, 0.0) for name in found) if found else float("-inf")
        for found in features.of(doc)
    ]
    assert model.scores(doc) == pytest.approx(slow)


def test_a_proposal_names_nothing_that_does_not_speak_for_it() -> None:
    weights = {"bias": 4.0, "end3=ric": -1.0}
    model = learn.Model("loaded", weights, threshold=0.3, examples=40)
    (hit,) = model.detect(nlp.read("zorbic", sentences("zorbic")))
    assert hit.reason.endswith("what weighs most: the kind of word.")
