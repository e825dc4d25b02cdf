"""Which article is in which story: by the last ruling that claims it, in any order of merging."""

import shutil
import tempfile
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TypeAlias

import filled
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.history import Event, Kind
from annotator.model import Json, Story
from annotator.store import doctor
from annotator.store.corpus import open_corpus
from annotator.store.membership import homes, settled
from annotator.store.merge import merge
from annotator.store.migrations import create
from annotator.store.writer import Transaction

ARTICLES = [
    filled.article(f"Title {n}\n\nThe harbour is number {n}.", f"Tide {n}") for n in range(5)
]
IDS = [each.id for each in ARTICLES]
PROPOSED = (
    Story("pair", "The pair", (IDS[0], IDS[1])),
    Story("three", "The three", (IDS[2], IDS[3], IDS[4])),
)

Ruling: TypeAlias = tuple[str, str, frozenset[int], str]
"""Who, on which story, claims which articles, under what title ("" for none); "undo" undoes."""

rulings = st.lists(
    st.tuples(
        st.sampled_from(["Ana", "Ben"]),
        st.sampled_from(["pair", "three", "new", "undo", "redo"]),
        st.frozensets(st.integers(0, 4), max_size=3),
        st.sampled_from(["", "Renamed"]),
    ),
    max_size=5,
)


def fill(path: Path) -> Path:
    create(path, filled.SCHEME)

    def job(t: Transaction) -> None:
        for each in ARTICLES:
            t.add_article(each)
        for story in PROPOSED:
            t.add_story(story)
        for name in ("Ana", "Ben"):
            t.add_annotator(name)

    filled.write(path, job)
    return path


def rule(path: Path, deeds: Iterable[Ruling]) -> None:
    def job(t: Transaction) -> None:
        for name, story, claimed, title in deeds:
            who = t.add_annotator(name).id
            if story == "undo":
                filled.undo(t, who)
            elif story == "redo":
                filled.redo(t, who)
            else:
                body: Json = {"articles": [IDS[n] for n in sorted(claimed)]}
                body |= {"title": title} if title else {}
                t.append(filled.event(who, story, Kind.STORY, body))

    filled.write(path, job)


def told(path: Path) -> dict[str, tuple[str, tuple[str, ...]]]:
    with open_corpus(path, write=False) as corpus:
        return {story.id: (story.title, story.articles) for story in corpus.stories()}


def sound(path: Path) -> list[str]:
    return [where for check in doctor.examine(path) for where in check.where]


@settings(max_examples=6, deadline=None)
@given(rulings, st.tuples(rulings, rulings, rulings))
def test_each_article_is_in_one_story_whatever_the_order_of_a_merge(
    before: list[Ruling], after: tuple[list[Ruling], ...]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        base = fill(Path(folder, "base.db"))
        rule(base, before)
        copies = [Path(folder, f"{n}.db") for n in range(3)]
        for copy, deeds in zip(copies, after, strict=True):
            shutil.copy(base, copy)
            rule(copy, deeds)
            assert sound(copy) == []
        found = []
        for order in ((0, 1, 2), (2, 1, 0), (1, 0, 2)):
            united = Path(folder, f"united-{order[0]}.db")
            shutil.copy(copies[order[0]], united)
            for other in order[1:]:
                with open_corpus(united, write=True) as corpus:
                    merge(corpus, [copies[other]])
            assert sound(united) == []
            found.append(told(united))
        assert found[0] == found[1] == found[2]
        members = [article for _, articles in found[0].values() for article in articles]
        assert sorted(members) == sorted(IDS)


def test_the_last_claim_counts_and_undo_falls_back(tmp_path: Path) -> None:
    path = fill(tmp_path / "c.db")
    rule(path, [("Ana", "three", frozenset({0}), ""), ("Ben", "new", frozenset({0}), "Apart")])
    assert told(path)["new"] == ("Apart", (IDS[0],))
    assert told(path)["pair"] == ("The pair", (IDS[1],))
    rule(path, [("Ben", "undo", frozenset(), "")])
    assert told(path)["three"][1] == (*IDS[2:], IDS[0])
    assert "new" not in told(path)
    rule(path, [("Ana", "undo", frozenset(), "")])
    assert told(path) == {story.id: (story.title, story.articles) for story in PROPOSED}


def test_two_people_may_each_bring_an_article(tmp_path: Path) -> None:
    path = fill(tmp_path / "c.db")
    rule(path, [("Ana", "pair", frozenset({2}), ""), ("Ben", "pair", frozenset({3}), "")])
    assert told(path)["pair"][1] == (IDS[0], IDS[1], IDS[2], IDS[3])


def test_a_title_outlives_later_claims(tmp_path: Path) -> None:
    path = fill(tmp_path / "c.db")
    rule(path, [("Ana", "pair", frozenset(), "Renamed"), ("Ben", "pair", frozenset({2}), "")])
    assert told(path)["pair"] == ("Renamed", (IDS[0], IDS[1], IDS[2]))


def test_a_story_without_articles_is_in_no_list(tmp_path: Path) -> None:
    path = fill(tmp_path / "c.db")
    rule(path, [("Ana", "three", frozenset({0, 1}), "")])
    with open_corpus(path, write=False) as corpus:
        assert [story.id for story in corpus.stories()] == ["three"]
        assert [row.id for row in corpus.story_rows("nobody")] == ["three"]
        assert corpus.counts()["stories"] == 1
        assert corpus.story_called("The pair") is None


def test_a_new_article_proposed_for_a_ruled_story_joins_it(tmp_path: Path) -> None:
    path = fill(tmp_path / "c.db")
    rule(path, [("Ana", "pair", frozenset({2}), "Ruled")])
    fresh = filled.article("Late\n\nThe harbour again.", "Gull")

    def add(t: Transaction) -> None:
        t.add_article(fresh)
        t.add_story(replace(PROPOSED[0], articles=(*PROPOSED[0].articles, fresh.id)))

    filled.write(path, add)
    assert told(path)["pair"] == ("Ruled", (IDS[0], IDS[1], fresh.id, IDS[2]))
    assert sound(path) == []


@pytest.mark.parametrize("first", ["lone", "pair"])
def test_where_copies_propose_an_article_twice_the_story_of_several_has_it(
    tmp_path: Path, first: str
) -> None:
    fresh, other = filled.article("X\n\nOne.", "Gull"), filled.article("Y\n\nTwo.", "Tern")
    for name, story in (
        ("lone", Story("a-lone", "Lone", (fresh.id,))),
        ("pair", Story("b-pair", "Pair", (fresh.id, other.id))),
    ):
        shutil.copy(
            fill(tmp_path / "base.db") if name == "lone" else tmp_path / "base.db",
            tmp_path / f"{name}.db",
        )

        def add(t: Transaction, story: Story = story) -> None:
            for each in (fresh, other)[: len(story.articles)]:
                t.add_article(each)
            t.add_story(story)

        filled.write(tmp_path / f"{name}.db", add)
    second = "pair" if first == "lone" else "lone"
    with open_corpus(tmp_path / f"{first}.db", write=True) as corpus:
        merge(corpus, [tmp_path / f"{second}.db"])
    found = told(tmp_path / f"{first}.db")
    assert found["b-pair"][1] == (fresh.id, other.id)
    assert "a-lone" not in found


@given(
    st.lists(st.tuples(st.sampled_from(["pair", "three", "new"]), st.frozensets(st.integers(0, 4))))
)
def test_the_rule_itself_puts_each_article_in_one_story(
    claims: list[tuple[str, frozenset[int]]],
) -> None:
    events = [
        Event(
            f"{n}",
            "ana",
            story,
            Kind.STORY,
            {"articles": [IDS[i] for i in claimed]},
            None,
            "",
            "",
            counter=n,
            clock=n,
        )
        for n, (story, claimed) in enumerate(claims)
    ]
    home = homes(PROPOSED, events)
    stories = [*PROPOSED, Story("new", "", ())]
    members = [a for story in stories for a in settled(story, events, home).articles]
    assert sorted(members) == sorted(IDS)
    assert homes(PROPOSED[::-1], events[::-1]) == home


def test_only_what_may_move_articles_counts_as_a_move(tmp_path: Path) -> None:
    path = filled.fill(tmp_path / "c.db")
    kinds: list[tuple[Kind | None, bool]] = []

    def job(t: Transaction) -> None:
        who = t.add_annotator("Ana").id
        for kind, made in (
            (Kind.LABEL, filled.label(who)),
            (Kind.STORY, filled.event(who, "story-1", Kind.STORY, {"articles": [filled.ONE.id]})),
        ):
            before = t.latest_event()
            assert not t.moved_since(before)
            t.append(made)
            kinds.append((kind, t.moved_since(before)))
        before = t.latest_event()
        filled.undo(t, who)
        kinds.append((Kind.UNDO, t.moved_since(before)))

    filled.write(path, job)
    assert kinds == [(Kind.LABEL, False), (Kind.STORY, True), (Kind.UNDO, True)]
