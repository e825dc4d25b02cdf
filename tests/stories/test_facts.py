"""The fact table: one row a fact, nothing lost, no story in one row."""

from itertools import combinations

from aligned import article
from hypothesis import given
from hypothesis import strategies as st

from annotator.model import Counterpart
from annotator.stories.alignment import align
from annotator.stories.facts import facts

ARTICLES = [
    article("A title\nOne.\nTwo.\nThree.\nFour.", name="a"),
    article("B title\nOne.\nTwo.\nThree.\nFour.", name="b"),
    article("C title\nOne.\nTwo.\nThree.\nFour.", name="c"),
]
SIDES = [(each.id, index) for each in ARTICLES for index in range(5)]
LINKS = st.lists(
    st.builds(
        Counterpart,
        st.sampled_from(SIDES),
        st.sampled_from(SIDES),
        st.floats(min_value=0.31, max_value=1.0),
    ).filter(lambda link: link.a[0] != link.b[0]),
    max_size=20,
)


def link(a: str, i: int, b: str, j: int, score: float = 0.9) -> Counterpart:
    return Counterpart((a, i), (b, j), score)


def test_a_fact_of_three_articles_is_one_row_and_a_lone_sentence_another() -> None:
    links = [link("a", 1, "b", 2), link("b", 2, "c", 3, 0.8), link("a", 1, "c", 3, 0.7)]
    rows = facts(ARTICLES, links)
    (shared,) = [row for row in rows if row.tellers > 1]
    assert shared.told == ((1,), (2,), (3,))
    assert abs(shared.score - 0.8) < 1e-9
    assert all(row.score == 0.0 for row in rows if row is not shared)


def test_one_sentence_may_tell_what_another_outlet_tells_in_two() -> None:
    rows = facts(ARTICLES[:2], [link("a", 1, "b", 1), link("a", 1, "b", 2)])
    assert ((1,), (1, 2)) in [row.told for row in rows]


def test_a_chain_of_links_does_not_become_one_row() -> None:
    chain = [link("a", i, "b", i) for i in range(5)] + [link("a", i + 1, "b", i) for i in range(4)]
    assert len([row for row in facts(ARTICLES[:2], chain) if row.tellers == 2]) > 1


def test_rows_come_in_reading_order() -> None:
    rows = facts(ARTICLES[:2], [link("a", i, "b", i) for i in range(5)])
    assert [row.told for row in rows] == [((i,), (i,)) for i in range(5)]


@given(LINKS)
def test_every_sentence_is_in_one_row_and_linked_ones_are_not_alone(
    links: list[Counterpart],
) -> None:
    rows = facts(ARTICLES, links)
    placed = [
        (each.id, index)
        for row in rows
        for each, cell in zip(ARTICLES, row.told, strict=True)
        for index in cell
    ]
    assert sorted(placed) == sorted(SIDES)
    linked = {end for one in links for end in (one.a, one.b)}
    for row in rows:
        if row.tellers == 1:
            lone = {(e.id, i) for e, c in zip(ARTICLES, row.told, strict=True) for i in c}
            assert not lone & linked


def test_three_copies_share_every_row() -> None:
    text = "Dam cleared\nLawmakers voted 61 to 58.\nVillagers will appeal to the court."
    copies = [article(text, name=name) for name in "xyz"]
    links = [found for one, other in combinations(copies, 2) for found in align(one, other)]
    assert [row.told for row in facts(copies, links)] == [((i,), (i,), (i,)) for i in range(3)]
