"""The fact table: one row a fact, nothing lost, no story in one row."""

from itertools import combinations

from aligned import article
from hypothesis import given
from hypothesis import strategies as st

from annotator.model import Counterpart
from annotator.stories.alignment import align
from annotator.stories.facts import Fact, facts

ARTICLES = [
    article("A title\nDams.\nTolls.\nPorts.\nRails.", name="a"),
    article("B title\nDams.\nTolls.\nPorts.\nRails.", name="b"),
    article("C title\nDams.\nTolls.\nPorts.\nRails.", name="c"),
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


def _tellings(row: Fact) -> list[tuple[int, int]]:
    """Article and sentence of every telling."""
    return [(n, index) for n, cell in enumerate(row.told) for index in cell]


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
def test_every_sentence_is_in_one_row_however_the_links_are_ordered(
    links: list[Counterpart],
) -> None:
    rows = facts(ARTICLES, links)
    placed = [(ARTICLES[n].id, index) for row in rows for n, index in _tellings(row)]
    assert sorted(placed) == sorted(SIDES)
    assert facts(ARTICLES, links[::-1]) == rows


@given(LINKS)
def test_any_two_tellings_of_a_fact_are_counterparts_where_nobody_ruled(
    links: list[Counterpart],
) -> None:
    links = [one._replace(score=min(one.score, 0.99)) for one in links]
    pairs = {frozenset((one.a, one.b)) for one in links}
    for row in facts(ARTICLES, links):
        for (n, i), (m, j) in combinations(_tellings(row), 2):
            assert n == m or frozenset(((ARTICLES[n].id, i), (ARTICLES[m].id, j))) in pairs


@given(LINKS, LINKS)
def test_what_people_ruled_is_one_fact(links: list[Counterpart], ruled: list[Counterpart]) -> None:
    ruled = [one._replace(score=1.0) for one in ruled]
    rows = facts(ARTICLES, [*links, *ruled])
    places = {(ARTICLES[n].id, i): row for row, held in enumerate(rows) for n, i in _tellings(held)}
    assert all(places[one.a] == places[one.b] for one in ruled)


def test_who_is_linked_to_one_telling_only_does_not_tell_the_fact() -> None:
    chain = [link("a", 1, "b", 1), link("b", 1, "c", 1, 0.8)]
    told = [row.told for row in facts(ARTICLES, chain)]
    assert ((1,), (1,), ()) in told
    assert ((), (), (1,)) in told


def test_an_outlet_that_spreads_a_fact_does_not_keep_out_another() -> None:
    links = [link("a", 1, "b", 1, 0.99), link("a", 2, "b", 1, 0.98)]
    links += [link("a", 1, "c", 1, 0.7), link("b", 1, "c", 1, 0.7)]
    assert ((1,), (1,), (1,)) in [row.told for row in facts(ARTICLES, links)]


def test_a_doubtful_counterpart_makes_no_fact_but_may_belong_to_one() -> None:
    doubtful = link("a", 1, "c", 1, 0.35)
    assert all(row.tellers == 1 for row in facts(ARTICLES, [doubtful]))
    sure = [link("a", 1, "b", 1), link("b", 1, "c", 1)]
    assert ((1,), (1,), (1,)) in [row.told for row in facts(ARTICLES, [*sure, doubtful])]


def test_a_sentence_without_content_tells_no_fact_unless_somebody_ruled() -> None:
    sides = [article(f"{name} title\n...\nThe dam broke.", name=name) for name in "ab"]
    empty = link("a", 1, "b", 1, 1.0)
    assert all(1 not in cell for row in facts(sides, [empty]) for cell in row.told)
    ruled = link("a", 1, "b", 2, 1.0)
    assert ((1,), (2,)) in [row.told for row in facts(sides, [ruled])]


def test_three_copies_share_every_row() -> None:
    text = "Dam cleared\nLawmakers voted 61 to 58.\nVillagers will appeal to the court."
    copies = [article(text, name=name) for name in "xyz"]
    links = [found for one, other in combinations(copies, 2) for found in align(one, other)]
    assert [row.told for row in facts(copies, links)] == [((i,), (i,), (i,)) for i in range(3)]
