"""What few or contradictory decisions do to the highlights: nothing, or no harm."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from taught import ACTORS, example

from annotator.detect import Model, caution, highlight, teaching
from annotator.text.sentences import sentences

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday")
LATER = "The regime sent its thugs to the old theatre, and a mob may have cheered the tyrant."


def highlights(text: str, label: str, *models: Model) -> list[str]:
    found = highlight(text, "a", sentences(text), learned=models)
    return [held.quote for held in found.suggestions if held.label == label]


def told(actor: str, day: str) -> str:
    return f"The {actor} told the regime on {day} that a mob of thugs may come."


def contradictory(*words: str) -> list[teaching.Example]:
    """Two annotators read the same: one marks the words, the other nothing."""
    texts = [told(actor, day) for actor in ACTORS for day in DAYS[:2]]
    return [*(example(text, *words) for text in texts), *map(example, texts)]


def test_annotators_who_contradict_each_other_leave_the_highlights_as_they_were() -> None:
    model = teaching.train(contradictory("regime", "mob", "thugs"), "loaded")
    assert highlights(LATER, "loaded", model) == highlights(LATER, "loaded")
    assert not model.heard


def test_a_dozen_marks_that_follow_the_highlights_take_none_away() -> None:
    texts = [told(actor, DAYS[0]) for actor in ACTORS[:4]]
    model = teaching.train([example(t, "regime", "mob", "thugs") for t in texts], "loaded")
    assert set(highlights(LATER, "loaded")) <= set(highlights(LATER, "loaded", model))


def test_what_is_never_marked_is_not_highlighted_any_more() -> None:
    texts = [told(actor, day) for actor in ACTORS for day in DAYS]
    model = teaching.train([example(text, "mob", "thugs") for text in texts], "loaded")
    assert "regime" not in highlights(LATER, "loaded", model)
    assert "mob" in highlights(LATER, "loaded", model)
    assert model.heard


def test_highlights_that_are_kept_keep_their_order_of_strength() -> None:
    learned = [teaching.train(contradictory("may"), "hedge")]
    text = "It may reportedly rain, and it is likely to snow."
    before, after = (
        {
            held.quote: held.strength
            for held in highlight(text, "a", sentences(text), learned=models).suggestions
            if held.label == "hedge"
        }
        for models in ([], learned)
    )
    assert set(after) == set(before)
    assert all(
        after[one] >= after[other]
        for one in before
        for other in before
        if before[one] >= before[other] + 0.1
    )


@given(st.lists(st.tuples(st.booleans(), st.booleans(), st.integers(-9, 9)), min_size=20))
def test_a_say_is_given_for_a_gain_alone(words: list[tuple[bool, bool, int]]) -> None:
    truth = np.array([1.0, *(float(marked) for marked, _, _ in words)])
    rules = np.array([1.0, *(1.0 if proposed else -5.0 for _, proposed, _ in words)])
    view = caution.View(rules, np.array([1.0, *(float(odds) for _, _, odds in words)]))
    say, threshold = caution.choose([view], truth, np.arange(len(truth)))
    least = np.log(threshold / (1 - threshold))
    assert f1(view.mixed(say) >= least, truth) >= f1(rules >= 0, truth)
    assert say in (0, 0.5, 0.75, 0.9, 1)


def f1(chosen: "np.ndarray[tuple[int], np.dtype[np.bool_]]", truth: object) -> float:
    marked = np.asarray(truth) > 0
    return float(2 * (chosen & marked).sum() / (chosen.sum() + marked.sum()))
