"""All figures of one label together: what must hold whatever annotators do."""

from collections.abc import Mapping, Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.measure.alpha import Sheet
from annotator.measure.comparison import Judged, compare
from annotator.measure.figures import Measured
from annotator.measure.spans import Mark
from annotator.measure.unitizing import Continuum, merged
from annotator.model import Annotator, Span

PEOPLE = {name: Annotator(name, name.upper()) for name in ("ada", "ben", "cem")}
SIZE = 30
RUNS = st.lists(
    st.tuples(st.integers(0, SIZE - 4), st.integers(1, 4)).map(lambda r: Span(r[0], r[0] + r[1])),
    max_size=4,
).map(merged)
ARTICLES = st.lists(
    st.tuples(st.sampled_from("stuv"), st.dictionaries(st.sampled_from(sorted(PEOPLE)), RUNS)),
    max_size=5,
)
Work = Sequence[tuple[str, Mapping[str, list[Span]]]]


def judged(work: Work) -> Judged:
    """Articles of thirty one-letter words, with one label on runs of words."""

    def words(runs: list[Span]) -> dict[int, Any]:
        return {word: True for run in runs for word in range(*run)}

    def marks(runs: list[Span]) -> list[Mark]:
        return [Mark(2 * run.start, 2 * run.end - 1, "x") for run in runs]

    return Judged(
        [Sheet(story, SIZE, {p: words(runs) for p, runs in read.items()}) for story, read in work],
        spans=[(story, {p: marks(runs) for p, runs in read.items()}) for story, read in work],
        continua=[[Continuum(story, SIZE, read) for story, read in work]],
    )


def figures(measured: Measured) -> dict[str, float | None]:
    """The values of all coefficients."""
    return {name: figure.value for name, figure in measured.coefficients.items()}


@settings(max_examples=40, deadline=None)
@given(ARTICLES)
def test_every_figure_has_a_value_in_its_interval_or_a_reason(work: Work) -> None:
    measured = compare(judged(work), PEOPLE)
    assert list(measured.coefficients) == [
        "alpha", "u_alpha", "agreement", "kappa", "f1", "f1_exact", "f1_overlap"
    ]  # fmt: skip
    for name, figure in measured.coefficients.items():
        if figure.value is None or figure.low is None or figure.high is None:
            assert figure.why
            continue
        assert figure.low <= figure.value <= figure.high <= 1
        assert name in ("alpha", "u_alpha", "kappa") or figure.low >= 0
    shared = [read for _, read in work if len(read) > 1]
    assert measured.units == SIZE * len(shared)
    assert measured.marked == sum(len(runs) for read in shared for runs in read.values())


@settings(max_examples=40, deadline=None)
@given(ARTICLES)
def test_who_is_who_and_who_read_alone_changes_nothing(work: Work) -> None:
    found = figures(compare(judged(work), PEOPLE))
    names = dict(zip(PEOPLE, ("cem", "ada", "ben"), strict=True))
    swapped = [(story, {names[p]: runs for p, runs in read.items()}) for story, read in work]
    swapped.append(("w", {"ada": [Span(0, 9)]}))
    other = figures(compare(judged(swapped), PEOPLE))
    for name, value in found.items():
        assert other[name] == (None if value is None else pytest.approx(value)), name


@settings(max_examples=30, deadline=None)
@given(ARTICLES)
def test_those_who_do_the_same_agree_on_everything(work: Work) -> None:
    same = [(story, dict.fromkeys(read, next(iter(read.values()), []))) for story, read in work]
    for value in figures(compare(judged(same), PEOPLE)).values():
        assert value in (None, 1)
